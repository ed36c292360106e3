/* Results as `resolve --format ndjson` writes them, in the little that a test is about. */
#ifndef REPORT_FIXTURE_H
#define REPORT_FIXTURE_H

#include "base/buf.h"
#include "report/spool.h"

/* One purchase. Absent members are left out of the JSON; `dashboard` is the inside of the row's object. */
typedef struct LineFixture {
    const char *decision, *number, *month, *type, *revenue, *finding, *dashboard, *displayed_from, *units;
    bool no_dashboard;
} LineFixture;

static inline void fixture_detail(Buf *buf, const char *key, const char *value) {
    if (value)
        buf_printf(buf, "%s\"%s\":\"%s\"", buf->data[buf->len - 1] == '{' ? "" : ",", key, value);
}

/* month: "2020-01". */
static inline void fixture_period(Buf *buf, const char *month) {
    if (month)
        buf_printf(buf, "%s\"month\":%d,\"year\":%.4s", buf->data[buf->len - 1] == '{' ? "" : ",", (month[5] - '0') * 10 + month[6] - '0',
                   month);
}

static inline Str fixture_line(Arena *arena, const LineFixture *line) {
    Buf buf = {.arena = arena};
    buf_printf(&buf, "{\"decision\":\"%s\",\"findings\":[", line->decision);
    if (line->finding)
        buf_printf(&buf, "{\"code\":\"%s\"}", line->finding);
    buf_add(&buf, STR("],\"effective\":{"));
    fixture_period(&buf, line->month);
    fixture_detail(&buf, "invoice_number", line->number);
    fixture_detail(&buf, "omlp_type", line->type);
    fixture_detail(&buf, "revenue_value", line->revenue);
    fixture_detail(&buf, "purchase_units", line->units);
    buf_printf(&buf, "},\"accepted_documents\":[],\"dashboard\":");
    buf_printf(&buf, line->dashboard ? "{%s}" : "null", line->dashboard);
    if (line->displayed_from)
        buf_printf(&buf, ",\"displayed_from\":\"%s\"", line->displayed_from);
    buf_add_char(&buf, '}');
    return buf_str(&buf);
}

/* A ticket of one purchase; its decision is that of the purchase. */
static inline Str fixture_ticket(Arena *arena, const char *id, const char *partner, const LineFixture *line) {
    return arena_printf(arena,
                        "{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"%s\",\"received\":\"2020-01-01\","
                        "\"partner_id\":\"%s\",\"requester\":{\"email\":\"a@b.example\"}},\"as_of\":\"2020-01-20\","
                        "\"language\":\"fr\",\"intent\":\"kpi_discrepancy\",\"decision\":\"%s\",\"documents\":[],"
                        "\"lines\":[" STR_FMT "],\"reply\":{\"language\":\"fr\",\"subject\":\"s\",\"text\":\"t\",\"send\":true}%s}",
                        id, partner, line->decision, STR_ARG(fixture_line(arena, line)),
                        line->no_dashboard ? ",\"no_dashboard\":true" : "");
}

/* The result with more keys, ",..." */
static inline Str fixture_with(Arena *arena, Str result, const char *more) {
    return arena_printf(arena, STR_FMT "%s}", STR_ARG(str_sub(result, 0, result.len - 1)), more);
}

/* Asserts that it is a result. */
static inline void fixture_add(Spool *spool, Arena *arena, Str text) {
    Entry entry;
    Str why = STR_NONE;
    g_assert_true(entry_read(arena, text, &entry, &why));
    entry.file = STR("results.ndjson");
    g_assert_true(spool_add(spool, &entry, NULL));
}

#endif
