#define _GNU_SOURCE
#include "parsers/extract/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/banned.h"

#define FILTER_MAX 256 /* instructions of the children's filter */

/* What readers may read. */
static const char *const folders[] = {"/usr/share/poppler", "/usr/share/fonts", "/usr/local/share/fonts",
                                      "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig",
                                      "/usr/share/tesseract-ocr"};

static struct sock_filter filter[FILTER_MAX];
static struct sock_fprog program = {0, filter};

/* ---- files: Landlock ---- */

/* Every way to touch a file that this kernel can forbid. */
static uint64_t all_accesses(long version) {
    uint64_t first = LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1; /* of version 1 they are the bits up to this one */
    return version >= 5 ? (1u << 16) - 1 : version >= 3 ? (1u << 15) - 1 : version == 2 ? (1u << 14) - 1 : first;
}

static void allow_folder(int rules, const char *folder) {
    struct landlock_path_beneath_attr beneath = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = open(folder, O_PATH | O_CLOEXEC)};
    if (beneath.parent_fd < 0)
        return;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    close(beneath.parent_fd);
}

static bool confine_files(void) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return false;
    struct landlock_ruleset_attr attributes = {.handled_access_fs = all_accesses(version)};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (rules < 0)
        return false;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        allow_folder(rules, folders[i]);
    bool confined = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return confined;
}

/* ---- system calls: seccomp ---- */

/* Harmless, and used by allocators, GLib, Poppler and their like. */
static const int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close),
    SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx),
    SCMP_SYS(fstatfs), SCMP_SYS(statfs), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(fadvise64),
    SCMP_SYS(fcntl), SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
    SCMP_SYS(sched_yield), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(getrusage),
    SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(sched_getaffinity), SCMP_SYS(rseq),
    SCMP_SYS(set_robust_list), SCMP_SYS(restart_syscall), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/* Asked for by libraries that can do without. */
static const int refused[] = {SCMP_SYS(ioctl), SCMP_SYS(sched_setaffinity), SCMP_SYS(mkdir), SCMP_SYS(unlink),
                              SCMP_SYS(utimensat)};

/* What the server does beside that, and no child. */
static const int serving[] = {SCMP_SYS(clone), SCMP_SYS(wait4), SCMP_SYS(recvmsg), SCMP_SYS(sendto), SCMP_SYS(poll),
                              SCMP_SYS(kill),  SCMP_SYS(pidfd_open)};

/* What a child does until it has entered. */
static const int entering[] = {SCMP_SYS(getppid), SCMP_SYS(prctl), SCMP_SYS(prlimit64), SCMP_SYS(setrlimit),
                               SCMP_SYS(getrlimit)};

static bool add_calls(scmp_filter_ctx rules, uint32_t action, const int *calls, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (seccomp_rule_add(rules, action, calls[i], 0) != 0)
            return false;
    return true;
}

#define ADD(rules, action, calls) add_calls(rules, action, calls, sizeof(calls) / sizeof *(calls))

/* Of the server, and so of all its children. */
static bool add_rules(scmp_filter_ctx rules, bool files) {
    const unsigned writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    bool good = ADD(rules, SCMP_ACT_ALLOW, allowed) && ADD(rules, SCMP_ACT_ERRNO(EPERM), refused) &&
                ADD(rules, SCMP_ACT_ALLOW, serving) && ADD(rules, SCMP_ACT_ALLOW, entering);
    /* Memory, but none that can be executed. */
    good = good && seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                                    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
    good = good && seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                                    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
    if (!files)
        return good && seccomp_rule_add(rules, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 0) == 0 &&
               seccomp_rule_add(rules, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 0) == 0;
    return good && seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                                    SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) == 0 &&
           seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
}

/* The children's filter as the kernel takes it: made once, so that a child only has to hand it over. */
static bool compile(scmp_filter_ctx rules) {
    int file = memfd_create("filter", MFD_CLOEXEC);
    bool good = file >= 0 && seccomp_export_bpf(rules, file) == 0 && lseek(file, 0, SEEK_SET) == 0;
    ssize_t size = good ? read(file, filter, sizeof filter) : -1;
    program.len = size > 0 ? (unsigned short)((size_t)size / sizeof *filter) : 0;
    if (file >= 0)
        close(file);
    return program.len > 0 && program.len < FILTER_MAX;
}

/* The filter of the server holds for its children too; theirs takes away the rest, and is short: the kernel translates it
 * anew for each of them. */
bool sandbox_prepare(void) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    bool files = confine_files();
    scmp_filter_ctx child = seccomp_init(SCMP_ACT_ALLOW), rules = seccomp_init(SCMP_ACT_KILL_PROCESS);
    bool good = child && ADD(child, SCMP_ACT_KILL_PROCESS, serving) && ADD(child, SCMP_ACT_ERRNO(EPERM), entering) &&
                compile(child);
    good = good && rules && add_rules(rules, files) && seccomp_load(rules) == 0;
    seccomp_release(child);
    seccomp_release(rules);
    return good;
}

/* ---- in the child ---- */

static bool limit(__rlimit_resource_t what, rlim_t most) {
    struct rlimit rlimit = {most, most};
    return setrlimit(what, &rlimit) == 0;
}

/* A second before the hard end there is a signal of its own, which says that it was the time. */
static bool limit_time(rlim_t seconds) {
    struct rlimit rlimit = {seconds, seconds + 1};
    return setrlimit(RLIMIT_CPU, &rlimit) == 0;
}

bool sandbox_enter(unsigned cpu_seconds) {
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, SANDBOX_FILES) &&
           limit_time(cpu_seconds) && (SANITIZED || limit(RLIMIT_AS, SANDBOX_MEMORY)) &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
