#include "cli/report_text.h"

#include <inttypes.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/text.h"
#include "report/labels.h"
#include "base/banned.h"

#define WIDTH_USUAL 80
#define WIDTH_MOST 120  /* wider bars say no more */
#define LABEL_MOST 32
#define CAUSE_MOST 240  /* columns of a sentence; an id in it may be of any length */
#define NUMBERS 15      /* columns of "  1234567  100 %" */
#define TOP 10          /* partners and types that are named */
#define CALENDAR_MOST 24 /* refreshes */
#define GROUPS_MOST 10  /* of a kind; the page and the workbook have all */
#define IDS_MOST 6      /* of a group; likewise */

ReportStyle report_style(void) {
    struct winsize size = {0};
    ReportStyle style = {.width = WIDTH_USUAL, .drawn = isatty(1), .colour = cli_colour(1)};
    if (style.drawn && ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col)
        style.width = CLAMP(size.ws_col, 40, WIDTH_MOST);
    return style;
}

typedef struct Bar {
    const char *label;
    size_t count;
} Bar;
typedef VEC(Bar) Bars;

static void add_bar(Arena *arena, Bars *bars, const char *label, size_t count) {
    *VEC_PUSH(arena, bars) = (Bar){label, count};
}

/* ---- columns ---- */

static int columns_of(const char *text) {
    int columns = 0;
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        columns += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return columns;
}

/* The text without anything that steers the terminal, cut to so many columns. */
static char *text_shown(Arena *arena, const char *label, int most) {
    Buf safe = {.arena = arena};
    g_autofree char *valid = g_utf8_make_valid(label, -1);
    text_add_escaped(&safe, str_of(valid));
    char *shown = g_strdup(buf_str(&safe).data ? buf_str(&safe).data : "");
    for (size_t len = strlen(shown); columns_of(shown) > most; len = strlen(shown))
        *g_utf8_find_prev_char(shown, shown + len) = '\0';
    return shown;
}

static char *label_shown(Arena *arena, const char *label) {
    return text_shown(arena, label, LABEL_MOST);
}

static void add_shown(Buf *buf, const char *text, int most) {
    g_autofree char *shown = text_shown(buf->arena, text, most);
    buf_add(buf, str_of(shown));
}

static int label_columns(Arena *arena, const Bars *bars) {
    int most = 0;
    for (size_t i = 0; i < bars->len; i++) {
        g_autofree char *shown = label_shown(arena, bars->items[i].label);
        most = MAX(most, columns_of(shown));
    }
    return most;
}

static void add_drawn(Buf *buf, size_t length, const ReportStyle *style) {
    buf_add(buf, style->colour ? STR("\033[36m") : STR(""));
    for (size_t i = 0; i < length; i++)
        buf_add(buf, style->drawn ? STR("▇") : STR("#"));
    buf_add(buf, style->colour ? STR("\033[0m") : STR(""));
}

static void heading(Buf *buf, const char *text, const ReportStyle *style) {
    const Style look = style_of(style->colour);
    buf_printf(buf, "\n%s%s%s\n", look.bold, text, look.off);
}

/* Bars of counts that are parts of `whole`; what does not occur is left out, and the heading with it. */
static void section(Buf *buf, const char *title, const Bars *bars, size_t whole, const ReportStyle *style) {
    size_t most = 0;
    for (size_t i = 0; i < bars->len; i++)
        most = MAX(most, bars->items[i].count);
    if (!most)
        return;
    heading(buf, title, style);
    int labels = label_columns(buf->arena, bars);
    size_t room = (size_t)MAX(style->width - labels - NUMBERS - 4, 8);
    for (size_t i = 0; i < bars->len; i++) {
        const Bar *bar = &bars->items[i];
        if (!bar->count)
            continue;
        g_autofree char *shown = label_shown(buf->arena, bar->label);
        buf_printf(buf, "  %s%*s %8zu %4zu %% ", shown, labels - columns_of(shown), "", bar->count,
                   (bar->count * 100 + whole / 2) / MAX(whole, 1));
        add_drawn(buf, MAX(bar->count * room / most, 1), style);
        buf_add_char(buf, '\n');
    }
}

/* ---- the parts of the report ---- */

static void counted(Buf *buf, size_t n, const char *one, const char *several) {
    buf_printf(buf, "%zu %s", n, n == 1 ? one : several);
}

static void opening(Buf *buf, const Summary *summary, const ReportStyle *style) {
    const Style look = style_of(style->colour);
    buf_add(buf, str_of(look.bold));
    counted(buf, summary->tickets, "ticket", "tickets");
    buf_add(buf, STR(", "));
    counted(buf, summary->purchases, "purchase", "purchases");
    buf_add(buf, str_of(look.off));
    if (date_given(summary->first_day)) {
        buf_add(buf, STR(", answered as of "));
        buf_add(buf, date_iso(buf->arena, summary->first_day));
        if (date_cmp(summary->first_day, summary->last_day) != 0) {
            buf_add(buf, STR(" to "));
            buf_add(buf, date_iso(buf->arena, summary->last_day));
        }
    }
    buf_add_char(buf, '\n');
    if (summary->errors) {
        counted(buf, summary->errors, "ticket", "tickets");
        buf_add(buf, STR(" could not be read\n"));
    }
    if (summary->again) {
        counted(buf, summary->again, "ticket was", "tickets were");
        buf_add(buf, STR(" sent again: answered with the first, counted nowhere below\n"));
    }
    if (summary->earlier) {
        counted(buf, summary->earlier, "earlier result", "earlier results");
        buf_add(buf, STR(" of the same tickets left out: the last one counts\n"));
    }
}

static void tallied(Buf *buf, const char *title, const Tally *tally, TallyOrder order, const char *(*label)(const char *),
                    size_t whole, guint top, const ReportStyle *style) {
    Bars bars = {0};
    size_t rest = 0;
    GArray *items = tally_items(tally, order);
    for (guint i = 0; i < items->len; i++) {
        const TallyItem *item = &g_array_index(items, TallyItem, i);
        if (i < top)
            add_bar(buf->arena, &bars, label ? label(item->word) : item->word, item->count);
        else
            rest += item->count;
    }
    if (rest)
        add_bar(buf->arena, &bars, arena_printf(buf->arena, "%u others", items->len - top).data, rest);
    section(buf, title, &bars, whole, style);
    g_array_free(items, TRUE);
}

/* Months and refreshes stand in their order; of many the newest are shown. */
static void dated(Buf *buf, const char *title, const Tally *tally, size_t whole, guint newest, const ReportStyle *style) {
    Bars bars = {0};
    size_t before = 0;
    GArray *items = tally_items(tally, TALLY_BY_WORD);
    guint from = items->len > newest ? items->len - newest : 0;
    for (guint i = 0; i < from; i++)
        before += g_array_index(items, TallyItem, i).count;
    if (before)
        add_bar(buf->arena, &bars, "before", before);
    for (guint i = from; i < items->len; i++) {
        const TallyItem *item = &g_array_index(items, TallyItem, i);
        add_bar(buf->arena, &bars, item->word, item->count);
    }
    section(buf, title, &bars, whole, style);
    g_array_free(items, TRUE);
}

#define CLOSED_SET(buf, title, counts, n, label, whole, style)                                                         \
    do {                                                                                                               \
        Bars bars = {0};                                                                                               \
        for (int i = 0; i < (n); i++)                                                                                  \
            add_bar((buf)->arena, &bars, label(i), (counts)[i]);                                                       \
        section((buf), (title), &bars, (whole), (style));                                                              \
    } while (0)

static void add_group(Buf *buf, const Group *group, const ReportStyle *style) {
    const Style look = style_of(style->colour);
    buf_printf(buf, "  %s", look.bold);
    g_autofree char *cause = g_strndup(group_cause(buf->arena, group).data, group_cause(buf->arena, group).len);
    add_shown(buf, cause, CAUSE_MOST);
    buf_printf(buf, "%s\n    %zu tickets: ", look.off, group->tickets);
    size_t at = 0;
    const char *id;
    for (size_t i = 0; i < IDS_MOST && (id = group_next_id(group, &at)); i++) {
        buf_add(buf, i ? STR(", ") : STR(""));
        add_shown(buf, id, LABEL_MOST);
    }
    if (group->tickets > IDS_MOST)
        buf_printf(buf, " and %zu more", group->tickets - IDS_MOST);
    buf_add_char(buf, '\n');
}

/* Under each kind what to do about it. */
static void grouped(Buf *buf, const Groups *groups, const ReportStyle *style) {
    size_t n = groups_len(groups), shown = 0;
    if (n)
        heading(buf, "Groups of tickets with one probable cause", style);
    for (size_t i = 0; i < n; i++) {
        const Group *group = groups_at(groups, i);
        bool last = i + 1 == n || groups_at(groups, i + 1)->kind != group->kind;
        if (shown++ < GROUPS_MOST)
            add_group(buf, group, style);
        if (!last)
            continue;
        if (shown > GROUPS_MOST)
            buf_printf(buf, "  %zu more of these\n", shown - GROUPS_MOST);
        buf_printf(buf, "    -> %s\n", group_advice(group->kind));
        shown = 0;
    }
}

void report_text(Buf *buf, const Summary *summary, const Groups *groups, const ReportStyle *style) {
    size_t documents = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        documents += summary->refused[kind];
    opening(buf, summary, style);
    CLOSED_SET(buf, "Whose turn it is", summary->wait, WAIT_COUNT, label_wait, summary->tickets, style);
    dated(buf, "Waiting for a refresh: tickets that can be answered from", summary->calendar, summary->decided,
          CALENDAR_MOST, style);
    grouped(buf, groups, style);
    CLOSED_SET(buf, "Decisions", summary->decision, DECISION_COUNT, label_decision, summary->decided, style);
    CLOSED_SET(buf, "Reasons (purchases that show them)", summary->finding, FINDING_COUNT, label_finding,
               summary->purchases, style);
    CLOSED_SET(buf, "Questions", summary->intent, INTENT_COUNT, label_intent, summary->decided, style);
    CLOSED_SET(buf, "Documents that are no evidence", summary->refused, KIND_COUNT, label_kind, documents, style);
    tallied(buf, "Languages", summary->languages, TALLY_BY_COUNT, label_language, summary->decided, LANGUAGE_COUNT, style);
    dated(buf, "Months of the purchases", summary->months, summary->purchases, CALENDAR_MOST, style);
    tallied(buf, "Product types", summary->types, TALLY_BY_COUNT, label_type, summary->purchases, TOP, style);
    tallied(buf, "Partners with the most tickets", summary->partners, TALLY_BY_COUNT, NULL, summary->decided, TOP, style);
}
