#define _GNU_SOURCE
#include <criterion/criterion.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "run/feed.h"

static char *folder; /* of the running test */

static void setup(void) {
    folder = g_dir_make_tmp("feed-XXXXXX", NULL);
    cr_assert(folder);
}

static void teardown(void) {
    char *argv[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_free(folder);
}

TestSuite(feed, .init = setup, .fini = teardown);

static char *put(const char *name, Str bytes) {
    char *path = g_build_filename(folder, name, NULL), *parent = g_path_get_dirname(path);
    g_mkdir_with_parents(parent, 0700);
    cr_assert(g_file_set_contents(path, bytes.data, (gssize)bytes.len, NULL));
    g_free(parent);
    return path;
}

/* What an input gives: "m1@3*<bytes>" for the message at line 3, alone in its file; "!" for an error. */
static Str fed(Arena *arena, const char *path) {
    Buf out = {.arena = arena};
    Feed *feed = feed_open(&path, 1);
    for (FeedItem item; feed_next(feed, arena, &item);) {
        if (str_given(item.error))
            buf_add_char(&out, '!');
        else
            buf_printf(&out, "%c%zu@%zu%s<" STR_FMT ">", "mjt"[item.form], item.index, item.line, item.alone ? "*" : "",
                       STR_ARG(item.bytes));
    }
    feed_free(&feed);
    return buf_str(&out);
}

#define FROM "From a@x Mon Jan  6 10:00:00 2020\n"
static const struct {
    const char *about, *bytes, *want;
} files[] = {
    {"a message", "From: a\nSubject: b\n\nc", "m1@1*<From: a\nSubject: b\n\nc>"},
    {"a text", "Bonjour", "t1@1*<Bonjour>"},
    {"nothing", "", "!"},
    {"binary", "%PDF-1.4", "!"},
    {"mbox", FROM "From: a\n\n>From me\n>>From you\nx >From z\n\n" FROM "From: b\n\n",
     "m1@1<From: a\n\nFrom me\n>From you\nx >From z\n\n>m2@8<From: b\n\n>"},
    {"mbox, a From line of the text", FROM "From: a\n\nFrom here at 10:00 on\nall was well\n" FROM "From: b\n",
     "m1@1<From: a\n\nFrom here at 10:00 on\nall was well\n>m2@6<From: b\n>"},
    {"mbox, CRLF", "From a@x Mon Jan  6 10:00:00 2020\r\nFrom: a\r\n\r\nx\r\n\r\nFrom a@x Mon Jan  6 10:00:00 2020\r\nFrom: b\r\n",
     "m1@1<From: a\r\n\r\nx\r\n\r\n>m2@6<From: b\r\n>"},
    {"one object", "\n{\n\"id\": 1\n}\n", "j1@2*<{\n\"id\": 1\n}\n>"},
    {"one line", "{\"id\": 1}\n\n", "j1@1*<{\"id\": 1}>"},
    {"NDJSON", "{\"id\": 1}\n\n{\"id\": 2}", "j1@1<{\"id\": 1}>j2@3<{\"id\": 2}>"},
    {"NDJSON, a broken line", "{\"id\": 1}\n{\"id\": \"\n{\"id\": 3}\n", "j1@1<{\"id\": 1}>j2@2<{\"id\": \">j3@3<{\"id\": 3}>"},
    {"NDJSON, its first line cut off", "{\"id\":\n{\"id\": 2}\n{\"id\": 3}\n", "j1@1<{\"id\":>j2@2<{\"id\": 2}>j3@3<{\"id\": 3}>"},
    {"NDJSON behind a stray word", "garbage\n{\"id\": 2}\n", "j1@1<garbage>j2@2<{\"id\": 2}>"},
    {"array", "[{\"a\": \"],}\\\"\"},\n {\"b\": [1, {}]} ]\n", "j1@1<{\"a\": \"],}\\\"\"}>j2@2<{\"b\": [1, {}]} >"},
    {"empty array", "[]", ""},
    {"an array that is not closed", "[{\"a\": 1}", "j1@1<{\"a\": 1}>!"},
    {"an element that is not closed", "[{\"a\": 1},\n{\"b\": \"]", "j1@1<{\"a\": 1}>!"},
    {"text behind an array", "[{\"a\": 1}] x", "j1@1<{\"a\": 1}>!"},
    {"a missing element", "[{\"a\": 1},,{}]", "j1@1<{\"a\": 1}>!"},
    {"byte order mark", "\xEF\xBB\xBF{\"id\": 1}\n{\"id\": 2}\n", "j1@1<{\"id\": 1}>j2@2<{\"id\": 2}>"},
};

Test(feed, slices_files) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *path = put("input", str_of(files[i].bytes));
        Str got = fed(arena, path);
        cr_expect(str_eq_cstr(got, files[i].want), "%s: " STR_FMT, files[i].about, STR_ARG(got));
        g_free(path);
    }
    arena_free(&arena);
}

Test(feed, long_lines_and_many_tickets) {
    Arena *arena = arena_new();
    Buf json = {.arena = arena}, mbox = {.arena = arena};
    for (int i = 0; i < 300; i++) {
        buf_printf(&json, "{\"id\": %d, \"body\": \"%*s\"}\n", i, i == 0 ? 200000 : 1000, "");
        buf_printf(&mbox, FROM "From: %d\n\n%*s\n", i, 1000, "x");
    }
    char *paths[] = {put("a.json", buf_str(&json)), put("b.mbox", buf_str(&mbox))};
    Feed *feed = feed_open((const char *const *)paths, 2);
    Arena *each = arena_new();
    size_t n = 0, most = 0;
    for (FeedItem item; feed_next(feed, each, &item); arena_clear(each)) {
        cr_assert(!str_given(item.error) && item.index == n % 300 + 1);
        most = MAX(most, arena_used(each));
        n++;
    }
    cr_expect(n == 600, "%zu tickets", n);
    cr_expect(most < 300000, "%zu bytes for one ticket", most);
    feed_free(&feed);
    arena_free(&each);
    g_free(paths[0]);
    g_free(paths[1]);
    arena_free(&arena);
}

Test(feed, folders) {
    Arena *arena = arena_new();
    g_free(put("plain/b.txt", STR("two")));
    g_free(put("plain/a.txt", STR("one")));
    g_free(put("plain/.hidden", STR("no")));
    g_free(put("plain/az/c.txt", STR("three")));
    g_free(put("plain/az/.hidden/c.txt", STR("no")));
    g_free(put("plain/az/parts/note.txt", STR("no")));
    g_free(put("plain/az/t.json", STR("{\"id\": 1, \"attachments\": [{\"path\": \"parts/note.txt\"}]}")));
    g_free(put("plain/az/z/box/new/1", STR("Subject: n\nFrom: n\n\n")));
    g_free(put("plain/az/z/box/cur/1", STR("Subject: c\nFrom: c\n\n")));
    g_free(put("plain/az/z/box/tmp/1", STR("Subject: t\nFrom: t\n\n")));
    g_free(put("plain/note.txt", STR("no")));
    g_free(put("plain/\xC3\xA9.txt", STR("no")));
    g_free(put("plain/t.json", STR("{\"attachments\": [{\"path\" : \"note.txt\"},\n{\"path\":\"./\\u00e9.txt\"}]\n}")));
    g_free(put("plain/x.pdf", STR("%PDF-1.4")));
    char *plain = g_build_filename(folder, "plain", NULL);
    Str got = fed(arena, plain);
    cr_expect(str_starts(got, STR("t1@1*<one>t1@1*<three>j1@1*<{\"id\": 1, \"attachments\": [{\"path\": \"parts/note.txt\"}]}>"
                                         "m1@1<Subject: n\nFrom: n\n\n>m1@1<Subject: c\nFrom: c\n\n>t1@1*<two>j1@1*<{")) && str_ends(got, STR(">!")), STR_FMT, STR_ARG(got));
    g_free(put("mail/new/2", STR("Subject: b\nFrom: b\n\n")));
    g_free(put("mail/cur/1:2,S", STR("Subject: a\nFrom: a\n\n")));
    g_free(put("mail/tmp/3", STR("Subject: c\nFrom: c\n\n")));
    char *mail = g_build_filename(folder, "mail", NULL);
    got = fed(arena, mail);
    cr_expect(str_eq(got, STR("m1@1<Subject: b\nFrom: b\n\n>m1@1<Subject: a\nFrom: a\n\n>")), STR_FMT, STR_ARG(got));
    cr_expect(str_eq(fed(arena, "/nowhere/at/all"), STR("!")));
    g_free(plain);
    g_free(mail);
    arena_free(&arena);
}

/* Every folder that is not read is told of. */
Test(feed, folders_that_are_not_read) {
    Arena *arena = arena_new();
    g_free(put("top/a.txt", STR("one")));
    char *top = g_build_filename(folder, "top", NULL), *link = g_build_filename(top, "link", NULL);
    cr_assert(symlink(".", link) == 0);
    cr_expect(str_eq(fed(arena, top), STR("t1@1*<one>!")));
    GString *deep = g_string_new("top/d");
    for (int i = 1; i < 16; i++)
        g_string_append(deep, "/d");
    char *in = g_strdup_printf("%s/in.txt", deep->str), *below = g_strdup_printf("%s/d/no.txt", deep->str);
    g_free(put(in, STR("deep")));
    g_free(put(below, STR("no")));
    Str got = fed(arena, top);
    cr_expect(str_eq(got, STR("t1@1*<one>!t1@1*<deep>!")), STR_FMT, STR_ARG(got));
    g_string_free(deep, TRUE);
    g_free(in);
    g_free(below);
    g_free(link);
    g_free(top);
    arena_free(&arena);
}

/* They would be waited for for ever. */
Test(feed, pipes_and_devices_in_folders, .timeout = 20) {
    Arena *arena = arena_new();
    g_free(put("odd/a.txt", STR("one")));
    g_free(put("odd/box/new/1", STR("Subject: n\nFrom: n\n\n")));
    g_free(put("odd/box/cur/1", STR("Subject: c\nFrom: c\n\n")));
    char *odd = g_build_filename(folder, "odd", NULL), *fifo = g_build_filename(odd, "fifo", NULL);
    char *zeros = g_build_filename(odd, "zeros", NULL), *mail = g_build_filename(odd, "box/new/2", NULL);
    cr_assert(mkfifo(fifo, 0600) == 0 && symlink("/dev/zero", zeros) == 0 && symlink("../../fifo", mail) == 0);
    Str got = fed(arena, odd);
    cr_expect(str_eq(got, STR("t1@1*<one>m1@1<Subject: n\nFrom: n\n\n>!m1@1<Subject: c\nFrom: c\n\n>!!")), STR_FMT, STR_ARG(got));
    char *paths[] = {odd, fifo, zeros, mail};
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        g_free(paths[i]);
    arena_free(&arena);
}

Test(feed, standard_input) {
    Arena *arena = arena_new();
    char *path = put("in", STR("{\"id\": 1}\n{\"id\": 2}\n"));
    int fd = open(path, O_RDONLY);
    cr_assert(dup2(fd, 0) == 0);
    Feed *feed = feed_open(NULL, 0);
    FeedItem item;
    cr_expect(feed_next(feed, arena, &item) && str_eq(item.file, STR("-")) && !item.read_file && !item.alone);
    cr_expect(feed_next(feed, arena, &item) && item.index == 2);
    cr_expect(!feed_next(feed, arena, &item));
    feed_free(&feed);
    close(fd);
    g_free(path);
    arena_free(&arena);
}

/* A ticket comes out when its line is complete, though the writer holds the pipe open and waits. */
Test(feed, pipes_are_not_read_ahead, .timeout = 20) {
    Arena *arena = arena_new();
    static const struct {
        const char *first;
        int lines;
    } begins[] = {{"{\"id\": 1}\n", 1}, {"{\"id\": \"", 0}, {"\xEF\xBB\xBF{\"id\": 1}\n", 1}, {"{\"id\": 1, broken\n{\"id\": 2}\n", 2}};
    for (size_t i = 0; i < 2 * sizeof begins / sizeof *begins; i++) {
        int fds[2];
        cr_assert(pipe(fds) == 0);
        char *path = g_strdup_printf("/dev/fd/%d", fds[0]);
        const char *first = begins[i / 2].first;
        if (i % 2 == 0)
            cr_assert(dup2(fds[0], 0) == 0);
        Feed *feed = feed_open((const char *const *)&path, i % 2);
        cr_assert(write(fds[1], first, strlen(first)) > 0);
        if (!begins[i / 2].lines)
            cr_assert(write(fds[1], "1\"}\n", 4) == 4);
        FeedItem item;
        for (int line = 0; line < MAX(begins[i / 2].lines, 1); line++)
            cr_expect(feed_next(feed, arena, &item) && !str_given(item.error) && item.line == (size_t)line + 1 && !item.alone);
        cr_assert(write(fds[1], "{}\n", 3) == 3);
        cr_expect(feed_next(feed, arena, &item) && str_eq(item.bytes, STR("{}")));
        close(fds[1]);
        cr_expect(!feed_next(feed, arena, &item));
        feed_free(&feed);
        close(fds[0]);
        g_free(path);
    }
    arena_free(&arena);
}

Test(feed, attachments_stay_inside) {
    Arena *arena = arena_new();
    g_free(put("in/a.txt", STR("inside")));
    g_free(put("in/sub/b.txt", STR("below")));
    g_free(put("secret.txt", STR("outside")));
    char *inside = g_build_filename(folder, "in", NULL), *link = g_build_filename(inside, "link", NULL);
    cr_assert(symlink("../secret.txt", link) == 0);
    char *dir_link = g_build_filename(inside, "up", NULL);
    cr_assert(symlink("..", dir_link) == 0);
    static const struct {
        const char *path, *want;
    } cases[] = {{"a.txt", "inside"}, {"sub/b.txt", "below"}, {"./sub//b.txt", "below"}, {"../secret.txt", NULL},
                 {"sub/../../secret.txt", NULL}, {"/etc/passwd", NULL}, {"link", NULL}, {"up/secret.txt", NULL},
                 {"sub", NULL}, {"", NULL}, {"none.txt", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str bytes = STR_NONE, why = STR_NONE;
        bool read = feed_read_file(arena, str_of(inside), str_of(cases[i].path), &bytes, &why);
        cr_expect(read == (cases[i].want != NULL), "%s", cases[i].path);
        cr_expect(read ? str_eq_cstr(bytes, cases[i].want) : why.len > 0, "%s: " STR_FMT, cases[i].path, STR_ARG(why));
    }
    g_free(inside);
    g_free(link);
    g_free(dir_link);
    arena_free(&arena);
}
