#define _GNU_SOURCE
#include "parsers/extract/fork_cost.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "parsers/extract/sandbox.h"
#include "base/banned.h"

#define HUGE_PAGE  ((size_t)2 * 1024 * 1024)
#define OWN_PAGES  (4 * 1024 * 1024)  /* bytes; so large a block gets pages of its own, and gives them back when it is freed */
#define KEEP       (64 * 1024 * 1024) /* bytes at the heap's end that a child does not give back before it ends itself */
#define GROW       (128 * 1024)       /* bytes by which the heap grows behind the huge page */
#define FREED_MAX  4096               /* bytes of a freed block that is looked for */
#define ALIGNMENT  16
#define HEADERS    64 /* bytes that malloc keeps around a block, and more */

/* ---- libraries ---- */

/* They come along with Cairo, GIO and Poppler for windows, mounts and signatures; the filter is made before a child is. Not
 * one of their functions is called for a document: a child does without them. */
static const char *const idle[] = {
    "libX11.so",   "libXext.so",  "libXrender.so", "libXau.so",     "libXdmcp.so",  "libxcb.so",      "libxcb-shm.so",
    "libbsd.so",   "libmd.so",    "libmount.so",   "libblkid.so",   "libselinux.so", "libxcb-render.so", "libnss3.so",
    "libsmime3.so", "libnspr4.so", "libplc4.so",    "libplds4.so",   "libnssutil3.so", "libseccomp.so",
};

static bool is_idle(const char *path) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++)
        if (strncmp(name, idle[i], strlen(idle[i])) == 0)
            return true;
    return false;
}

static int leave_behind(struct dl_phdr_info *library, size_t size, void *self) {
    (void)size;
    (void)self;
    uintptr_t first = UINTPTR_MAX, end = 0, page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < library->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &library->dlpi_phdr[i];
        uintptr_t from = library->dlpi_addr + part->p_vaddr, to = from + part->p_memsz;
        if (part->p_type == PT_LOAD) {
            first = from < first ? from : first;
            end = to > end ? to : end;
        }
    }
    if (first < end && is_idle(library->dlpi_name)) {
        first = first / page * page;
        madvise((void *)first, (end + page - 1) / page * page - first, MADV_DONTFORK); /* NOLINT: an address by its number */
    }
    return 0;
}

/* ---- the heap ---- */

static char *heap_top(void) {
    return (char *)sbrk(0) - mallinfo2().keepcost;
}

/* Blocks for good; nobody writes into them, so they are address space and no memory. */
static void *take(size_t size) {
    static void *volatile taken; /* a compiler leaves out blocks that nobody has */
    taken = malloc(size);
    return taken;
}

/* What was freed lies among what the server uses: a child that took it would copy those pages. */
static void take_freed(void) {
    const char *top = heap_top();
    for (size_t size = FREED_MAX; size >= ALIGNMENT; size -= ALIGNMENT)
        for (const char *block = take(size); block && block < top;)
            block = take(size);
}

/* The heap goes on at a huge page that no one touched: a child gets it with one fault instead of a hundred and fifty. */
static void go_on_at_huge_page(void) {
    char *end = sbrk(0), *huge = (char *)(((uintptr_t)end + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE);
    mallopt(M_TOP_PAD, (int)(huge + HUGE_PAGE - end));
    take(mallinfo2().keepcost + HEADERS);
    mallopt(M_TOP_PAD, GROW);
    char *top = heap_top();
    if (top + 2 * HEADERS >= huge || (char *)sbrk(0) < huge + HUGE_PAGE)
        return;
    take((size_t)(huge - top) - HEADERS);
    madvise(huge, HUGE_PAGE, MADV_HUGEPAGE);
}

void fork_cost_lower(void) {
    if (SANITIZED)
        return;
    dl_iterate_phdr(leave_behind, NULL);
    if (mallinfo2().keepcost == 0) /* an allocator of another kind */
        return;
    mallopt(M_MMAP_THRESHOLD, OWN_PAGES);
    mallopt(M_TRIM_THRESHOLD, KEEP);
    take_freed();
    go_on_at_huge_page();
}
