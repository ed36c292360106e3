#include "report/page.h"

#include <jansson.h>

#include "report/labels.h"
#include "reply/mustache_json.h"
#include "base/banned.h"

#define BARS_MOST 12     /* of an open set; the rest is one bar */
#define COLUMNS_MOST 24  /* months and refreshes */
#define COLUMN_LEAST 44  /* a column with its gap, in the units of the drawing */
#define COLUMN_MOST 90
#define COLUMN_BAR 30
#define ROOM_HALF 540    /* of the drawing in a panel of half the page's width */
#define ROOM_WIDE 1120
#define COLUMN_BASE 110  /* y of the line they stand on */
#define COLUMN_TALL 88
#define BAR_FULL 1000
#define IDS_MOST 12      /* of a group stand open */
#define OPEN_MOST 4      /* groups of a kind that are not folded away */

/* ---- values of the template ---- */

static json_t *text_of(const char *text) {
    Arena *arena = arena_new();
    Str shown = label_text(arena, str_of(text));
    json_t *string = json_stringn(shown.data, shown.len);
    arena_free(&arena);
    return string;
}

static void set_text(json_t *object, const char *key, const char *text) {
    json_object_set_new(object, key, text_of(text));
}

/* "12,345" */
static const char *grouped(Arena *arena, size_t n) {
    char digits[32];
    Buf buf = {.arena = arena};
    g_snprintf(digits, sizeof digits, "%zu", n);
    for (size_t i = 0, len = strlen(digits); i < len; i++) {
        if (i && (len - i) % 3 == 0)
            buf_add_char(&buf, ',');
        buf_add_char(&buf, digits[i]);
    }
    return buf_str(&buf).data;
}

static void set_count(json_t *object, const char *key, Arena *arena, size_t n) {
    set_text(object, key, grouped(arena, n));
}

static void set_number(json_t *object, const char *key, size_t n) {
    char digits[32];
    g_snprintf(digits, sizeof digits, "%zu", n);
    set_text(object, key, digits);
}

static void set_share(json_t *object, Arena *arena, size_t n, size_t whole) {
    size_t percent = whole ? (n * 100 + whole / 2) / whole : 0;
    set_text(object, "share", n && !percent ? "< 1 %" : arena_printf(arena, "%zu %%", percent).data);
}

/* ---- bars ---- */

typedef struct Bar {
    const char *label, *value; /* value: what the table is filtered by; NULL: nothing */
    size_t count;
    const char *class;         /* NULL: the usual colour */
    bool rest;                 /* many in one: a bar would dwarf all others, so it has none */
} Bar;
typedef VEC(Bar) Bars;

static void add_panel(json_t *panels, Arena *arena, const char *id, const char *title, const char *note, const char *filter,
                      const Bars *bars, size_t whole) {
    json_t *panel = json_object(), *list = json_array();
    size_t most = 0;
    for (size_t i = 0; i < bars->len; i++)
        most = MAX(most, bars->items[i].rest ? 0 : bars->items[i].count);
    for (size_t i = 0; i < bars->len; i++) {
        const Bar *bar = &bars->items[i];
        if (!bar->count)
            continue;
        json_t *item = json_object();
        set_text(item, "label", bar->label);
        if (filter && bar->value) {
            set_text(item, "filter", filter);
            set_text(item, "value", bar->value);
        }
        set_count(item, "count", arena, bar->count);
        set_share(item, arena, bar->count, whole);
        set_number(item, "width", bar->rest ? 0 : MAX(bar->count * BAR_FULL / most, 4));
        set_text(item, "class", bar->class ? bar->class : "");
        json_array_append_new(list, item);
    }
    set_text(panel, "id", id);
    set_text(panel, "title", title);
    set_text(panel, "note", note);
    json_object_set_new(panel, "bars", list);
    if (most)
        json_array_append_new(panels, panel);
    else
        json_decref(panel);
}

static void add_tally(json_t *panels, Arena *arena, const char *id, const char *title, const char *note, const Tally *tally,
                      const char *(*label)(const char *), size_t whole) {
    Bars bars = {0};
    size_t rest = 0;
    GArray *items = tally_items(tally, TALLY_BY_COUNT);
    for (guint i = 0; i < items->len; i++) {
        const TallyItem *item = &g_array_index(items, TallyItem, i);
        bool known = !g_str_equal(item->word, "not known");
        if (i < BARS_MOST)
            *VEC_PUSH(arena, &bars) = (Bar){label ? label(item->word) : item->word, known ? item->word : NULL, item->count, NULL, false};
        else
            rest += item->count;
    }
    if (rest)
        *VEC_PUSH(arena, &bars) = (Bar){arena_printf(arena, "%u others", items->len - BARS_MOST).data, NULL, rest, NULL, true};
    add_panel(panels, arena, id, title, note, id, &bars, whole);
    g_array_free(items, TRUE);
}

/* The colour of a decision is that of whose turn it makes. */
static const char *decision_class(Arena *arena, Decision decision) {
    Entry entry = {.decision = decision, .has_reply = true};
    return arena_printf(arena, "t-%s", wait_word(entry_wait(&entry))).data;
}

static void add_panels(json_t *root, Arena *arena, const Summary *s) {
    json_t *panels = json_array();
    Bars decisions = {0}, findings = {0}, kinds = {0}, intents = {0};
    size_t documents = 0;
    for (int i = 0; i < DECISION_COUNT; i++)
        *VEC_PUSH(arena, &decisions) = (Bar){label_decision((Decision)i), decision_word((Decision)i), s->decision[i],
                                             decision_class(arena, (Decision)i), false};
    for (int i = 0; i < FINDING_COUNT; i++)
        *VEC_PUSH(arena, &findings) = (Bar){label_finding((FindingCode)i), finding_word((FindingCode)i), s->finding[i], NULL, false};
    for (int i = 0; i < KIND_COUNT; i++) {
        *VEC_PUSH(arena, &kinds) = (Bar){label_kind((Kind)i), NULL, s->refused[i], NULL, false};
        documents += s->refused[i];
    }
    for (int i = 0; i < INTENT_COUNT; i++)
        *VEC_PUSH(arena, &intents) = (Bar){label_intent((Intent)i), NULL, s->intent[i], NULL, false};
    add_panel(panels, arena, "decision", "Decisions", "Tickets, each by the most urgent of its purchases", "decision", &decisions,
              s->decided);
    add_panel(panels, arena, "finding", "Reasons", "Purchases that show them; one may show several", "finding", &findings, s->purchases);
    add_tally(panels, arena, "type", "Product types", "Purchases", s->types, label_type, s->purchases);
    add_tally(panels, arena, "language", "Languages", "Tickets, by the language of the reply", s->languages, label_language, s->decided);
    add_tally(panels, arena, "partner", "Partners", "Those with the most tickets", s->partners, NULL, s->decided);
    add_panel(panels, arena, "kind", "Documents that are no evidence", "Only actual invoices are", NULL, &kinds, documents);
    add_panel(panels, arena, "intent", "What was asked", "Tickets", NULL, &intents, s->decided);
    json_object_set_new(root, "panels", panels);
}

/* ---- columns ---- */

static const char *const month_names[] = {"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* "2020-01" as "Jan" above 2020, "2020-02-15" as "15 Feb"; the year where it begins. */
static void set_when(json_t *item, const char *word, int *year) {
    Date date = {0};
    g_autofree char *day = g_strdup_printf("%s%s", word, strlen(word) == strlen("2020-01") ? "-01" : "");
    set_text(item, "name", word);
    if (!date_parse_iso(str_of(day), &date)) {
        set_text(item, "label", word);
        return;
    }
    g_autofree char *label = strlen(word) > strlen("2020-01") ? g_strdup_printf("%d %s", date.day, month_names[date.month])
                                                              : g_strdup(month_names[date.month]);
    set_text(item, "label", label);
    if (date.year != *year)
        set_number(item, "year", (size_t)date.year);
    *year = date.year;
}

typedef struct Chart {
    json_t *items;
    size_t pitch, place, most;
    int year; /* that was told last */
} Chart;

static void add_column(Chart *chart, Arena *arena, const char *word, size_t count) {
    json_t *item = json_object();
    size_t height = MAX(count * COLUMN_TALL / chart->most, 2);
    size_t x = chart->place++ * chart->pitch + (chart->pitch - COLUMN_BAR) / 2;
    set_when(item, word, &chart->year);
    set_count(item, "count", arena, count);
    set_number(item, "x", x);
    set_number(item, "middle", x + COLUMN_BAR / 2);
    set_number(item, "y", COLUMN_BASE - height);
    set_number(item, "above", COLUMN_BASE - height - 4);
    set_number(item, "height", height);
    json_array_append_new(chart->items, item);
}

/* The newest stand there one by one; what lies before is one column. What is not dated has none. */
static void add_columns(json_t *columns, Arena *arena, const char *id, const char *title, const char *note, const Tally *tally) {
    GArray *items = tally_items(tally, TALLY_BY_WORD);
    while (items->len && !g_ascii_isdigit(g_array_index(items, TallyItem, items->len - 1).word[0]))
        g_array_set_size(items, items->len - 1);
    guint from = items->len > COLUMNS_MOST ? items->len - COLUMNS_MOST : 0, n = items->len - from + (from > 0);
    bool wide = n * COLUMN_LEAST > ROOM_HALF;
    size_t before = 0, room = wide ? ROOM_WIDE : ROOM_HALF;
    Chart chart = {.items = json_array(), .pitch = MIN(room / MAX(n, 1), COLUMN_MOST)};
    for (guint i = 0; i < items->len; i++) {
        size_t count = g_array_index(items, TallyItem, i).count;
        before += i < from ? count : 0;
        chart.most = MAX(chart.most, MAX(count, before));
    }
    if (before)
        add_column(&chart, arena, "before", before);
    for (guint i = from; i < items->len; i++)
        add_column(&chart, arena, g_array_index(items, TallyItem, i).word, g_array_index(items, TallyItem, i).count);
    json_t *object = json_object();
    set_text(object, "id", id);
    set_text(object, "title", title);
    set_text(object, "note", note);
    set_number(object, "room", room);
    json_object_set_new(object, "wide", json_boolean(wide));
    json_object_set_new(object, "items", chart.items);
    if (n)
        json_array_append_new(columns, object);
    else
        json_decref(object);
    g_array_free(items, TRUE);
}

/* ---- the head, the turns, the groups ---- */

static void add_remark(json_t *remarks, Arena *arena, size_t n, const char *one, const char *several) {
    if (n)
        json_array_append_new(remarks, json_string(arena_printf(arena, "%s %s", grouped(arena, n), n == 1 ? one : several).data));
}

static void add_head(json_t *root, Arena *arena, const Summary *s) {
    json_t *remarks = json_array();
    set_count(root, "tickets", arena, s->tickets);
    set_count(root, "purchases", arena, s->purchases);
    if (date_given(s->first_day)) {
        Str from = date_iso(arena, s->first_day), to = date_iso(arena, s->last_day);
        set_text(root, "as_of", str_eq(from, to) ? from.data : arena_printf(arena, STR_FMT " to " STR_FMT, STR_ARG(from), STR_ARG(to)).data);
    }
    add_remark(remarks, arena, s->errors, "ticket could not be read", "tickets could not be read");
    add_remark(remarks, arena, s->again, "ticket was sent again: answered with the first, and in no chart below",
               "tickets were sent again: answered with the first, and in no chart below");
    add_remark(remarks, arena, s->earlier, "earlier result of the same ticket left out: the last one counts",
               "earlier results of the same tickets left out: the last one counts");
    json_object_set_new(root, "remarks", remarks);
}

static void add_turns(json_t *root, Arena *arena, const Summary *s) {
    json_t *turns = json_array();
    size_t x = 0;
    for (int i = 0; i < WAIT_COUNT; i++) {
        json_t *turn = json_object();
        size_t width = s->tickets ? s->wait[i] * BAR_FULL / s->tickets : 0;
        set_text(turn, "word", wait_word((Wait)i));
        set_text(turn, "label", label_wait((Wait)i));
        set_count(turn, "count", arena, s->wait[i]);
        set_share(turn, arena, s->wait[i], s->tickets);
        set_number(turn, "x", x);
        set_number(turn, "width", width);
        json_array_append_new(turns, turn);
        x += width;
    }
    json_object_set_new(root, "turns", turns);
}

static json_t *group_object(Arena *arena, const Group *group) {
    json_t *object = json_object(), *ids = json_array(), *others = json_array();
    size_t at = 0, n = 0;
    set_text(object, "cause", group_cause(arena, group).data);
    set_text(object, "advice", group_advice(group->kind));
    set_number(object, "number", group->number);
    set_text(object, "size", arena_printf(arena, "%s tickets", grouped(arena, group->tickets)).data);
    for (const char *id; (id = group_next_id(group, &at)); n++)
        json_array_append_new(n < IDS_MOST ? ids : others, text_of(id));
    if (group->tickets > IDS_MOST)
        set_count(object, "more", arena, group->tickets - IDS_MOST);
    json_object_set_new(object, "ids", ids);
    json_object_set_new(object, "others", others);
    return object;
}

/* The largest of each kind stand open. */
static void add_groups(json_t *root, Arena *arena, const Groups *groups) {
    json_t *open = json_array(), *folded = json_array();
    size_t n = groups_len(groups), of_kind = 0;
    for (size_t i = 0; i < n && i < PAGE_GROUPS_MOST; i++) {
        const Group *group = groups_at(groups, i);
        of_kind = i && groups_at(groups, i - 1)->kind == group->kind ? of_kind + 1 : 0;
        json_array_append_new(of_kind < OPEN_MOST ? open : folded, group_object(arena, group));
    }
    if (json_array_size(folded))
        set_count(root, "folded_any", arena, json_array_size(folded));
    if (n > PAGE_GROUPS_MOST)
        set_count(root, "groups_left", arena, n - PAGE_GROUPS_MOST);
    json_object_set_new(root, "groups_any", json_boolean(n > 0));
    json_object_set_new(root, "groups", open);
    json_object_set_new(root, "folded", folded);
}

static json_t *context_of(Arena *arena, const Summary *summary, const Groups *groups, size_t listed) {
    json_t *root = json_object(), *columns = json_array();
    add_head(root, arena, summary);
    add_turns(root, arena, summary);
    add_groups(root, arena, groups);
    add_columns(columns, arena, "calendar", "Tickets that wait for a refresh",
                "By the day from which all of a ticket's purchases are displayed; the command due lists them then", summary->calendar);
    add_columns(columns, arena, "months", "Months of the purchases", "Purchases, by the month they are taken to be of", summary->months);
    json_object_set_new(root, "columns", columns);
    add_panels(root, arena, summary);
    if (summary->tickets > listed)
        set_count(root, "left_out", arena, summary->tickets - listed);
    return root;
}

/* ---- the file ---- */

/* The text of a file beside the page's template, and its hash as the page's policy names it. */
static bool set_file(json_t *root, const char *folder, const char *name, const char *key, const char *hash_key, GError **error) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = NULL;
    gsize len;
    if (!g_file_get_contents(path, &text, &len, error))
        return false;
    guint8 hash[32];
    gsize size = sizeof hash;
    GChecksum *checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)text, (gssize)len);
    g_checksum_get_digest(checksum, hash, &size);
    g_checksum_free(checksum);
    g_autofree char *base64 = g_base64_encode(hash, size);
    json_object_set_new(root, key, json_stringn(text, len));
    set_text(root, hash_key, base64);
    return true;
}

static bool add_template(Mustache *set, const char *folder, const char *name, GError **error) {
    g_autofree char *path = g_strdup_printf("%s/%s.mustache", folder, name);
    g_autofree char *source = NULL;
    gsize len;
    return g_file_get_contents(path, &source, &len, error) && mustache_add(set, str_of(name), str_of(path), (Str){source, len}, error);
}

static bool render(Buf *out, const char *folder, json_t *root, GError **error) {
    Names *names = names_new();
    Mustache *set = mustache_new(names);
    bool good = add_template(set, folder, "page", error) && add_template(set, folder, "group", error) &&
                mustache_render_json(set, STR("page"), root, MUSTACHE_HTML, out, error);
    mustache_free(&set);
    names_free(&names);
    return good;
}

/* As a whole or not at all. Its errors name the file, not the one that is to take its place. */
static bool put(const char *path, Str page, GError **error) {
    g_autoptr(GError) cause = NULL;
    if (g_file_set_contents(path, page.data, (gssize)page.len, &cause))
        return true;
    const char *why = strrchr(cause->message, ':');
    g_set_error(error, cause->domain, cause->code, "%s: cannot be written%s", path, why ? why : "");
    return false;
}

bool page_write(const char *path, const char *templates, Spool *spool, const Summary *summary, const Groups *groups, GError **error) {
    g_autofree char *folder = g_build_filename(templates, "report", NULL);
    Arena *arena = arena_new();
    Buf rows = {.arena = arena}, page = {.arena = arena};
    size_t listed;
    json_t *root = NULL;
    bool good = page_rows(&rows, spool, groups, &listed, error);
    if (good) {
        root = context_of(arena, summary, groups, listed);
        json_object_set_new(root, "data", json_stringn(rows.data, rows.len));
        good = set_file(root, folder, "page.css", "css", "css_hash", error) &&
               set_file(root, folder, "page.js", "script", "script_hash", error) && render(&page, folder, root, error);
    }
    json_decref(root);
    if (good)
        good = put(path, buf_str(&page), error);
    arena_free(&arena);
    return good;
}
