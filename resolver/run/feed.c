#define _GNU_SOURCE
#include "run/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "parsers/sniff.h"
#include "run/folder.h"
#include "run/window.h"
#include "base/banned.h"

#define FILE_MAX ((size_t)256 * 1024 * 1024) /* attachments named by path */

struct Feed {
    GPtrArray *inputs;    /* as given */
    guint next_input;
    GPtrArray *files;     /* FolderFile * of the folder that is being read; NULL outside folders */
    guint next_file;
    bool maildir;         /* the open file is a message of one */
    char *file, *folder;  /* of the open file; folder NULL for standard input */
    bool regular;         /* the open file is no pipe: looking ahead waits for nobody */
    uint64_t size, before; /* bytes of all inputs and of those behind us; size 0: not all are files */
    Window input;
    Sniffed form;         /* of the open file; SNIFF_EMPTY when none is open */
    bool opened;          /* SNIFF_JSON_ARRAY: its bracket is behind us */
    size_t index;         /* tickets taken from the file */
};

/* 0 when one is no file. */
static uint64_t size_of_files(const GPtrArray *paths) {
    uint64_t size = 0;
    struct stat st;
    for (guint i = 0; i < paths->len; i++) {
        if (stat(paths->pdata[i], &st) != 0 || !S_ISREG(st.st_mode))
            return 0;
        size += (uint64_t)st.st_size;
    }
    return size;
}

Feed *feed_open(const char *const *paths, size_t n) {
    Feed *feed = g_new0(Feed, 1);
    feed->inputs = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < n; i++)
        g_ptr_array_add(feed->inputs, g_strdup(paths[i]));
    if (n == 0)
        g_ptr_array_add(feed->inputs, g_strdup("-"));
    feed->size = size_of_files(feed->inputs);
    window_open(&feed->input, -1);
    return feed;
}

static void file_close(Feed *feed) {
    struct stat st;
    if (feed->size && feed->input.fd >= 0 && fstat(feed->input.fd, &st) == 0)
        feed->before += (uint64_t)st.st_size;
    window_close(&feed->input);
    g_clear_pointer(&feed->file, g_free);
    g_clear_pointer(&feed->folder, g_free);
    feed->form = SNIFF_EMPTY;
}

void feed_free(Feed **feed) {
    if (!*feed)
        return;
    file_close(*feed);
    g_ptr_array_unref((*feed)->inputs);
    g_clear_pointer(&(*feed)->files, g_ptr_array_unref);
    g_free(*feed);
    *feed = NULL;
}

/* ---- items ---- */

static void item_begin(Feed *feed, Arena *arena, FeedItem *item, const char *file) {
    *item = (FeedItem){.file = arena_cstr(arena, file),
                       .folder = arena_cstr(arena, feed->folder),
                       .read_file = feed->folder ? feed_read_file : NULL,
                       .index = ++feed->index,
                       .line = feed->input.lines + 1};
}

/* The ticket window[from, to), copied; the window is cut behind `end`. */
static void item_take(Feed *feed, Arena *arena, FeedItem *item, TicketForm form, size_t from, size_t to, size_t end) {
    item_begin(feed, arena, item, feed->file);
    item->form = form;
    item->bytes = arena_str(arena, str_sub(window_view(&feed->input), from, to));
    window_cut(&feed->input, end);
    if (feed->input.failure)
        item->error = arena_cstr(arena, g_strerror(feed->input.failure));
    else if (feed->input.too_large)
        item->error = arena_printf(arena, "larger than %zu MB", WINDOW_MAX / 1024 / 1024);
    if (feed->input.too_large) /* where the next ticket would begin is unknown */
        file_close(feed);
}

static bool item_fail(Feed *feed, Arena *arena, FeedItem *item, const char *file, const char *why) {
    item_begin(feed, arena, item, file);
    item->error = arena_cstr(arena, why);
    file_close(feed);
    return true;
}

/* ---- slicing ---- */

/* One mbox line is a separator when a header follows it. `from` is behind the newline before it. */
static bool is_separator(Window *input, size_t from) {
    ptrdiff_t end = window_find_char(input, from, '\n');
    ptrdiff_t next = end < 0 ? -1 : window_find_char(input, (size_t)end + 1, '\n');
    Str view = window_view(input), line = str_sub(view, from, end < 0 ? view.len : (size_t)end);
    if (!sniff_from_line(line))
        return false;
    if (end < 0)
        return true;
    Str behind = str_sub(view, (size_t)end + 1, next < 0 ? view.len : (size_t)next);
    ptrdiff_t colon = str_find_char(behind, ':'), blank = str_find_char(behind, ' ');
    return str_starts(behind, STR(">From ")) || (colon > 0 && (blank < 0 || colon < blank + 1));
}

/* Undo what mailboxes do to lines of the body: ">From " was "From ", ">>From " was ">From ". */
static Str unescape(Arena *arena, Str message) {
    Str rest = message;
    ptrdiff_t at = str_find(rest, STR(">From "));
    if (at < 0)
        return message;
    Buf out = {.arena = arena};
    buf_reserve(&out, message.len);
    while ((at = str_find(rest, STR(">From "))) >= 0) {
        size_t line = (size_t)at;
        while (line > 0 && rest.data[line - 1] == '>')
            line--;
        bool first = line == 0 ? rest.data == message.data || rest.data[-1] == '\n' : rest.data[line - 1] == '\n';
        buf_add(&out, str_sub(rest, 0, (size_t)at));
        buf_add(&out, first ? STR("From ") : STR(">From "));
        rest = str_sub(rest, (size_t)at + 6, rest.len);
    }
    buf_add(&out, rest);
    return buf_str(&out);
}

/* The end of the message that begins at `from`: the next separator. *masked: a line of it begins with ">". */
static size_t message_end(Window *input, size_t from, bool *masked) {
    *masked = false;
    for (size_t at = from;;) {
        window_need(input, at + sizeof "From " - 1);
        Str view = window_view(input), line = str_sub(view, at, view.len);
        *masked = *masked || str_starts(line, STR(">"));
        if (at > from && str_starts(line, STR("From ")) && is_separator(input, at))
            return at;
        const char *newline = line.len ? memchr(line.data, '\n', line.len) : NULL;
        ptrdiff_t end = newline ? newline - view.data : window_find_char(input, at, '\n');
        if (end < 0)
            return window_view(input).len;
        at = (size_t)end + 1;
    }
}

static bool next_of_mbox(Feed *feed, Arena *arena, FeedItem *item) {
    Window *input = &feed->input;
    window_need(input, 1);
    if (window_view(input).len == 0)
        return false;
    ptrdiff_t body = window_find_char(input, 0, '\n');
    size_t from = body < 0 ? window_view(input).len : (size_t)body + 1;
    bool masked;
    size_t to = message_end(input, from, &masked);
    item_take(feed, arena, item, TICKET_MESSAGE, from, to, to);
    if (masked)
        item->bytes = unescape(arena, item->bytes);
    return true;
}

static bool next_of_ndjson(Feed *feed, Arena *arena, FeedItem *item) {
    Window *input = &feed->input;
    for (;;) {
        ptrdiff_t newline = window_find_char(input, 0, '\n');
        Str view = window_view(input);
        size_t end = newline < 0 ? view.len : (size_t)newline;
        bool blank = str_empty(str_trim(str_sub(view, 0, end)));
        if (blank && newline < 0)
            return false;
        if (!blank) {
            item_take(feed, arena, item, TICKET_JSON, 0, end, end + (newline >= 0));
            return true;
        }
        window_cut(input, end + 1);
    }
}

/* Cuts blanks; the next byte, or 0 at the end. */
static char next_byte(Window *input) {
    for (;;) {
        window_need(input, 1);
        Str view = window_view(input);
        size_t n = 0;
        while (n < view.len && g_ascii_isspace(view.data[n]))
            n++;
        char c = n < view.len ? view.data[n] : '\0';
        window_cut(input, n);
        if (n < view.len || view.len == 0)
            return c;
    }
}

/* The end of the array element at the front of the window: its comma or the array's bracket. *cut: the input ends within
 * the element. */
static size_t element_end(Window *input, bool *cut) {
    size_t depth = 0, at = 0;
    bool string = false;
    *cut = false;
    do {
        Str view = window_view(input);
        for (; at < view.len; at++) {
            char c = view.data[at];
            if (string) {
                at += c == '\\';
                string = c != '"';
            } else if (c == '"') {
                string = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == ']')) {
                return at;
            } else if (c == '}' || c == ']') {
                depth -= depth > 0;
            }
        }
    } while (window_fill(input));
    *cut = (depth || string) && !input->failure && !input->too_large;
    return window_view(input).len;
}

static bool next_of_array(Feed *feed, Arena *arena, FeedItem *item) {
    Window *input = &feed->input;
    char c = next_byte(input);
    if (!feed->opened) {
        feed->opened = true;
        window_cut(input, 1);
        c = next_byte(input);
        if (c == ']')
            window_cut(input, 1), c = next_byte(input);
        else if (c)
            c = '[';
    }
    if (c == '\0' && feed->index)
        return item_fail(feed, arena, item, feed->file, "the JSON array is not closed");
    if (c == ']' || c == '\0') {
        window_cut(input, c == ']');
        return next_byte(input) ? item_fail(feed, arena, item, feed->file, "text behind the JSON array") : false;
    }
    if (c == ',')
        window_cut(input, 1), next_byte(input);
    bool cut;
    size_t end = element_end(input, &cut);
    if (cut)
        return item_fail(feed, arena, item, feed->file, "the JSON array is cut off within this element");
    if (end == 0)
        return item_fail(feed, arena, item, feed->file, "an element of the JSON array is missing");
    item_take(feed, arena, item, TICKET_JSON, 0, end, end);
    return true;
}

/* The whole input is one ticket. */
static bool next_whole(Feed *feed, Arena *arena, FeedItem *item, TicketForm form) {
    Window *input = &feed->input;
    if (feed->index)
        return false;
    while (window_fill(input))
        continue;
    size_t len = window_view(input).len;
    bool own_name = feed->folder && !feed->maildir;
    item_take(feed, arena, item, form, 0, len, len);
    item->alone = own_name;
    return true;
}

static bool next_of_file(Feed *feed, Arena *arena, FeedItem *item) {
    switch (feed->form) {
    case SNIFF_MBOX:
        return next_of_mbox(feed, arena, item);
    case SNIFF_JSON_ARRAY:
        return next_of_array(feed, arena, item);
    case SNIFF_NDJSON:
        if (!next_of_ndjson(feed, arena, item))
            return false;
        item->alone = feed->index == 1 && feed->regular && !next_byte(&feed->input);
        return true;
    case SNIFF_JSON:
        return next_whole(feed, arena, item, TICKET_JSON);
    case SNIFF_MESSAGE:
        return next_whole(feed, arena, item, TICKET_MESSAGE);
    case SNIFF_TEXT:
        return next_whole(feed, arena, item, TICKET_TEXT);
    default:
        return false;
    }
}

/* ---- inputs ---- */

/* NDJSON is known by its first line, or by its second when the first is broken: so far is read of a pipe, whose writer may
 * wait for the answer. */
static bool ndjson_begins(Window *input) {
    size_t from = 0;
    for (int line = 0; line < 2; line++) {
        ptrdiff_t end = -1;
        do
            end = str_find_char(str_sub(window_view(input), from, window_view(input).len), '\n');
        while (end < 0 && window_view(input).len < SNIFF_BYTES && window_fill(input));
        Str view = window_view(input);
        if (end < 0 || !(str_starts(view, STR("{")) || str_starts(view, STR("\xEF\xBB\xBF{"))))
            return false;
        from += (size_t)end + 1;
        if (sniff(view) == SNIFF_NDJSON)
            return true;
    }
    return false;
}

/* The window filled so far that its beginning tells what it is: a long first line is read to its end. */
static Sniffed window_sniff(Window *input) {
    if (ndjson_begins(input))
        return SNIFF_NDJSON;
    window_need(input, SNIFF_BYTES);
    Sniffed form = sniff(window_view(input));
    if (form == SNIFF_JSON && str_find_char(window_view(input), '\n') < 0 && window_find_char(input, 0, '\n') >= 0)
        form = sniff(window_view(input));
    return form;
}

/* Opens a file (or standard input); true with an error item when it holds no ticket. `listed`: found in a folder, where nobody
 * means a pipe to be waited for. */
static bool file_open(Feed *feed, Arena *arena, FeedItem *item, const char *path, bool listed) {
    bool standard = strcmp(path, "-") == 0 && !listed;
    feed->index = 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (listed ? O_NONBLOCK : 0));
    if (fd < 0)
        return item_fail(feed, arena, item, path, g_strerror(errno));
    window_open(&feed->input, fd);
    feed->file = g_strdup(path);
    feed->folder = standard ? NULL : g_path_get_dirname(path);
    struct stat st;
    feed->regular = !standard && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (listed && !feed->regular)
        return item_fail(feed, arena, item, path, FOLDER_NO_FILE);
    feed->opened = false;
    feed->form = window_sniff(&feed->input);
    if (feed->input.failure)
        return item_fail(feed, arena, item, path, g_strerror(feed->input.failure));
    if (feed->form == SNIFF_EMPTY)
        return item_fail(feed, arena, item, path, "the input is empty");
    if (feed->form == SNIFF_BINARY)
        return item_fail(feed, arena, item, path, "neither a message nor text");
    if (feed->form != SNIFF_TEXT && str_starts(window_view(&feed->input), STR("\xEF\xBB\xBF")))
        window_cut(&feed->input, 3);
    if (feed->form != SNIFF_TEXT)
        next_byte(&feed->input);
    return false;
}

static bool open_listed(Feed *feed, Arena *arena, FeedItem *item, const FolderFile *file) {
    feed->index = 0;
    feed->maildir = file->maildir;
    return file->problem ? item_fail(feed, arena, item, file->path, file->problem) : file_open(feed, arena, item, file->path, true);
}

/* Opens the next file of the folder, or the next input. False with *item untouched when a file is open now; true with
 * an error item; *ended at the end of all. */
static bool open_next(Feed *feed, Arena *arena, FeedItem *item, bool *ended) {
    feed->maildir = false;
    if (feed->files && feed->next_file < feed->files->len)
        return open_listed(feed, arena, item, feed->files->pdata[feed->next_file++]);
    g_clear_pointer(&feed->files, g_ptr_array_unref);
    if (feed->next_input == feed->inputs->len) {
        *ended = true;
        return false;
    }
    const char *path = feed->inputs->pdata[feed->next_input++];
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return file_open(feed, arena, item, path, false);
    feed->files = folder_list(path);
    feed->next_file = 0;
    feed->index = 0;
    return feed->files ? false : item_fail(feed, arena, item, path, g_strerror(errno));
}

bool feed_next(Feed *feed, Arena *arena, FeedItem *item) {
    for (bool ended = false;;) {
        if (feed->form != SNIFF_EMPTY && next_of_file(feed, arena, item))
            return true;
        file_close(feed);
        if (open_next(feed, arena, item, &ended))
            return true;
        if (ended)
            return false;
    }
}

bool feed_may_wait(const Feed *feed) {
    if (feed->form == SNIFF_EMPTY || feed->regular)
        return false;
    return feed->form != SNIFF_NDJSON || str_find_char(window_view(&feed->input), '\n') < 0;
}

void feed_position(const Feed *feed, uint64_t *done, uint64_t *total) {
    off_t at = feed->form != SNIFF_EMPTY && feed->regular ? lseek(feed->input.fd, 0, SEEK_CUR) : 0;
    *total = feed->size;
    *done = feed->before + (at > 0 ? (uint64_t)at - window_view(&feed->input).len : 0);
    if (!feed->size && feed->inputs->len == 1 && feed->files) {
        *total = feed->files->len;
        *done = feed->next_file;
    }
}

/* ---- attachments beside the ticket ---- */

/* Opens the path component by component, so that no link leads out; -1 with a reason. */
static int open_inside(Arena *arena, Str folder, Str path, Str *why) {
    int fd = open(arena_str(arena, folder).data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    *why = STR("the folder of the ticket cannot be opened");
    for (Str rest = path; fd >= 0 && rest.len;) {
        ptrdiff_t slash = str_find_char(rest, '/');
        Str part = arena_str(arena, str_sub(rest, 0, slash < 0 ? rest.len : (size_t)slash));
        rest = slash < 0 ? STR("") : str_sub(rest, (size_t)slash + 1, rest.len);
        if (str_empty(part) || str_eq(part, STR(".")))
            continue;
        int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (rest.len ? O_DIRECTORY : 0);
        int next = openat(fd, part.data, flags);
        *why = errno == ELOOP || (errno == ENOTDIR && rest.len) ? STR("the path leads through a link")
                                                               : arena_cstr(arena, g_strerror(errno));
        close(fd);
        fd = next;
    }
    return fd;
}

static bool path_stays(Str path) {
    if (str_empty(path) || path.data[0] == '/' || str_find_char(path, '\0') >= 0)
        return false;
    while (path.len) {
        ptrdiff_t slash = str_find_char(path, '/');
        if (str_eq(str_sub(path, 0, slash < 0 ? path.len : (size_t)slash), STR("..")))
            return false;
        path = slash < 0 ? STR("") : str_sub(path, (size_t)slash + 1, path.len);
    }
    return true;
}

bool feed_read_file(Arena *arena, Str folder, Str path, Str *bytes, Str *why) {
    if (!path_stays(path)) {
        *why = STR("the path leads out of the folder of the ticket");
        return false;
    }
    int fd = open_inside(arena, folder, path, why);
    if (fd < 0)
        return false;
    struct stat st;
    bool fits = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size <= FILE_MAX;
    *why = fits ? STR_NONE : STR("the path is no regular file, or one too large");
    if (!fits) {
        close(fd);
        return false;
    }
    Window input;
    window_open(&input, fd);
    while (window_fill(&input))
        continue;
    bool read = input.failure == 0;
    *why = read ? STR_NONE : arena_cstr(arena, g_strerror(input.failure));
    *bytes = arena_str(arena, window_view(&input));
    window_close(&input);
    return read;
}
