#define _GNU_SOURCE
#include "cli/progress.h"

#include <errno.h>
#include <inttypes.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"
#include "base/banned.h"

#define DRAW_INTERVAL (G_TIME_SPAN_SECOND / 5)
#define LOG_INTERVAL  G_TIME_SPAN_MINUTE
#define BAR           24 /* columns */
#define WIDTH_USUAL   80
#define SURE          (2 * G_TIME_SPAN_SECOND) /* after which the time left is more than a guess */

/* ---- words ---- */

/* "1,234,567" */
static void add_count(GString *text, uint64_t n) {
    g_autofree char *digits = g_strdup_printf("%" PRIu64, n);
    for (size_t i = 0, len = strlen(digits); i < len; i++) {
        if (i && (len - i) % 3 == 0)
            g_string_append_c(text, ',');
        g_string_append_c(text, digits[i]);
    }
}

/* "45 s", "3 min 20 s", "2 h 5 min" */
static void add_time(GString *text, int64_t seconds) {
    if (seconds < 60)
        g_string_append_printf(text, "%" PRId64 " s", seconds);
    else if (seconds < 3600)
        g_string_append_printf(text, "%" PRId64 " min %" PRId64 " s", seconds / 60, seconds % 60);
    else
        g_string_append_printf(text, "%" PRId64 " h %" PRId64 " min", seconds / 3600, seconds / 60 % 60);
}

static void add_tickets(GString *text, uint64_t n) {
    add_count(text, n);
    g_string_append(text, n == 1 ? " ticket" : " tickets");
}

/* ": 3 review, 12 no_discrepancy, 1 unreadable": what there is. */
static void add_decisions(GString *text, const Progress *progress) {
    const char *before = ": ";
    for (Decision decision = 0; decision < DECISION_COUNT; decision++) {
        if (!progress->decided[decision])
            continue;
        g_string_append(text, before);
        add_count(text, progress->decided[decision]);
        g_string_append_printf(text, " %s", decision_word(decision));
        before = ", ";
    }
    if (!progress->unreadable)
        return;
    g_string_append(text, before);
    add_count(text, progress->unreadable);
    g_string_append(text, " unreadable");
}

static void add_rate(GString *text, const Progress *progress, int64_t now) {
    uint64_t own = progress->done - progress->known;
    add_count(text, own * G_TIME_SPAN_SECOND / (uint64_t)MAX(now - progress->begun, 1));
    g_string_append(text, " a second");
}

static unsigned percent(const Progress *progress) {
    return progress->total ? (unsigned)(100 * MIN(progress->at, progress->total) / progress->total) : 0;
}

/* ", 2 min 5 s left", where the size of the input is known and enough of it was done. */
static void add_time_left(GString *text, const Progress *progress, int64_t now) {
    int64_t gone = now - progress->begun;
    if (gone < SURE || !progress->at || progress->at > progress->total)
        return;
    g_string_append(text, ", ");
    add_time(text, (int64_t)((progress->total - progress->at) * (uint64_t)(gone / G_TIME_SPAN_MILLISECOND) / progress->at / 1000));
    g_string_append(text, " left");
}

char *progress_summary(const Progress *progress) {
    int64_t now = g_get_monotonic_time();
    GString *text = g_string_new(NULL);
    add_tickets(text, progress->done);
    g_string_append(text, " in ");
    add_time(text, (now - progress->begun) / G_TIME_SPAN_SECOND);
    g_string_append(text, " (");
    if (progress->known) {
        add_count(text, progress->known);
        g_string_append(text, " finished before, ");
    }
    add_rate(text, progress, now);
    g_string_append_c(text, ')');
    add_decisions(text, progress);
    return g_string_free(text, FALSE);
}

/* ---- the terminal ---- */

static size_t width(void) {
    struct winsize size;
    return ioctl(2, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : WIDTH_USUAL;
}

static void add_bar(GString *text, const Progress *progress) {
    unsigned share = percent(progress);
    g_string_append_c(text, '[');
    for (unsigned i = 0; i < BAR; i++)
        g_string_append_c(text, i * 100 < share * BAR ? '#' : '.');
    g_string_append_printf(text, "] %3u %%  ", share);
}

/* Breaks lines at blanks, since a terminal would break them anywhere, and nobody knew how many there are. Gives their number. */
static unsigned print_wrapped(const char *text, size_t columns) {
    unsigned lines = 1;
    size_t at = 0;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++) {
        size_t len = strlen(*word);
        if (at && at + 1 + len >= columns) {
            fputc('\n', stderr);
            lines++;
            at = 0;
        } else if (word != words) {
            fputc(' ', stderr);
            at++;
        }
        fputs(*word, stderr);
        at += len;
    }
    return lines;
}

static void draw(Progress *progress, int64_t now) {
    g_autoptr(GString) text = g_string_new(NULL);
    if (progress->total)
        add_bar(text, progress);
    add_tickets(text, progress->done);
    g_string_append(text, ", ");
    add_rate(text, progress, now);
    add_time_left(text, progress, now);
    add_decisions(text, progress);
    progress_clear(progress);
    progress->drawn = print_wrapped(text->str, width());
    progress->drawn_at = now;
    fflush(stderr);
}

void progress_clear(Progress *progress) {
    for (; progress->drawn; progress->drawn--)
        fputs(progress->drawn > 1 ? "\r\033[K\033[A" : "\r\033[K", stderr);
}

/* ---- the log ---- */

static void log_line(Progress *progress, const char *text) {
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *day = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
    errno = EIO;
    if (!progress->log_failed && (fprintf(progress->log, "%s resolver[%d] %s\n", day, (int)getpid(), text) < 0 || fflush(progress->log) != 0))
        progress->log_failed = errno;
}

static void log_progress(Progress *progress, int64_t now) {
    g_autofree char *summary = progress_summary(progress);
    GString *text = g_string_new("at work: ");
    if (progress->total)
        g_string_append_printf(text, "%u %%, ", percent(progress));
    g_string_append(text, summary);
    add_time_left(text, progress, now);
    log_line(progress, text->str);
    g_string_free(text, TRUE);
    progress->logged_at = now;
}

bool progress_end(Progress *progress, const char *how, int status, GError **error) {
    progress_clear(progress);
    if (!progress->log)
        return true;
    g_autofree char *summary = progress->done ? progress_summary(progress) : g_strdup("no ticket");
    g_autofree char *text = g_strdup_printf("%s: %s; status %d", how, summary, status);
    log_line(progress, text);
    errno = EIO;
    if (fclose(progress->log) != 0 && !progress->log_failed)
        progress->log_failed = errno;
    progress->log = NULL;
    if (progress->log_failed)
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(progress->log_failed), "the log could not be written: %s",
                    g_strerror(progress->log_failed));
    return !progress->log_failed;
}

/* ---- in a run ---- */

bool progress_begin(Progress *progress, bool results_on_terminal, const char *log, GError **error) {
    int64_t now = g_get_monotonic_time();
    *progress = (Progress){.shown = isatty(2) && !results_on_terminal, .begun = now, .drawn_at = now, .logged_at = now};
    progress->log = log ? fopen(log, "ae") : NULL;
    if (!log || progress->log)
        return true;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "log %s: %s", log, g_strerror(errno));
    return false;
}

void progress_step(Progress *progress, Decision decision, bool known) {
    progress->done++;
    progress->known += known;
    if (decision < DECISION_COUNT)
        progress->decided[decision]++;
    else
        progress->unreadable++;
}

void progress_position(Progress *progress, uint64_t at, uint64_t total) {
    progress->at = at;
    progress->total = total;
}

void progress_tell(Progress *progress) {
    if (!progress->shown && !progress->log)
        return;
    int64_t now = g_get_monotonic_time();
    if (progress->shown && now - progress->drawn_at >= DRAW_INTERVAL)
        draw(progress, now);
    if (progress->log && now - progress->logged_at >= LOG_INTERVAL)
        log_progress(progress, now);
}
