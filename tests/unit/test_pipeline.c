#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

#include "run/classify.h"
#include "run/datadir.h"
#include "run/pipeline.h"
#include "run/result.h"

#define DASHBOARD "samples/1-missing-on-the-dashboard/dashboard.csv"

static const char claim[] =
    "Subject: KPI\n\nHello,\nMonth: October\nYear: 2025\nOMLP type: dMOC\nPurchase unit: 25\nInvoice #: BW-2025-1110\n"
    "KPI value: %s\nRevenue value: 3100.00 GBP\nMPN ID: %s\n";

static Pipeline *opened(PipelineOptions options) {
    static const char *const dashboards[] = {DASHBOARD, NULL};
    GError *error = NULL;
    options.data = ".";
    options.as_of = (Date){2026, 1, 20};
    if (!options.dashboards)
        options.dashboards = dashboards;
    Pipeline *pipeline = pipeline_open(&options, NULL, &error);
    cr_assert_not_null(pipeline, "%s", error ? error->message : "");
    return pipeline;
}

static const Outcome *resolved(Pipeline *pipeline, const char *kpi, const char *partner) {
    Arena *arena = pipeline_begin(pipeline);
    FeedItem item = {.form = TICKET_TEXT, .bytes = arena_printf(arena, claim, kpi, partner), .file = STR("t.txt"),
                     .index = 1, .alone = true};
    return pipeline_resolve(pipeline, &item);
}

static Str written(const Outcome *outcome, bool pretty) {
    Buf buf = {.arena = outcome->arena};
    JsonOut json = {.buf = &buf, .pretty = pretty};
    result_write(&json, outcome);
    return buf_str(&buf);
}

Test(pipeline, decides_and_drafts) {
    static const struct {
        const char *kpi, *partner;
        Decision decision;
        bool send;
    } cases[] = {{"25", "4471903", DECISION_NO_DISCREPANCY, true},
                 {"30", "4471903", DECISION_REQUEST_INVOICE, true},
                 {"n/a", "4471903", DECISION_REQUEST_INFORMATION, true},
                 {"25", "5120447", DECISION_REVIEW, false}};
    Pipeline *pipeline = opened((PipelineOptions){.language = LANGUAGE_UNKNOWN});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Outcome *outcome = resolved(pipeline, cases[i].kpi, cases[i].partner);
        cr_assert_not(str_given(outcome->error));
        cr_assert_eq(outcome->resolution->decision, cases[i].decision, "case %zu: %s", i,
                     decision_word(outcome->resolution->decision));
        cr_assert_not_null(outcome->reply);
        cr_assert_eq(outcome->reply->send, cases[i].send);
        cr_assert(str_eq_cstr(outcome->id, "t"), STR_FMT, STR_ARG(outcome->id));
        cr_assert(str_starts(pipeline_mail(pipeline), STR("")));
    }
    pipeline_free(&pipeline);
    cr_assert_null(pipeline);
}

Test(pipeline, options_reach_the_reply) {
    Pipeline *pipeline = opened((PipelineOptions){.language = LANGUAGE_FR, .partner = "4471903"});
    const Outcome *outcome = resolved(pipeline, "25", "");
    cr_assert_eq(outcome->reply->language, LANGUAGE_FR);
    cr_assert(str_eq_cstr(outcome->resolution->partner_id, "4471903"));
    pipeline_free(&pipeline);
}

Test(pipeline, the_run_remembers_who_claimed) {
    Pipeline *pipeline = opened((PipelineOptions){.language = LANGUAGE_UNKNOWN});
    resolved(pipeline, "25", "4471903");
    const Outcome *outcome = resolved(pipeline, "25", "5120447");
    bool told = false;
    for (size_t i = 0; i < outcome->resolution->lines.items[0]->findings.len; i++)
        told = told || outcome->resolution->lines.items[0]->findings.items[i].code == FINDING_CLAIMED_ELSEWHERE;
    cr_assert(told);
    pipeline_free(&pipeline);
}

Test(pipeline, what_cannot_be_read_is_an_outcome) {
    Pipeline *pipeline = opened((PipelineOptions){.language = LANGUAGE_UNKNOWN});
    pipeline_begin(pipeline);
    const Outcome *outcome = pipeline_resolve(
        pipeline, &(FeedItem){.form = TICKET_JSON, .bytes = STR("{broken"), .file = STR("q.ndjson"), .index = 3, .line = 7});
    cr_assert(str_given(outcome->error));
    cr_assert(str_eq_cstr(outcome->id, "q.ndjson:7"));
    Str json = written(outcome, false);
    cr_assert(str_starts(json, STR("{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"q.ndjson:7\"},\"error\":\"")));
    pipeline_begin(pipeline);
    outcome = pipeline_resolve(pipeline, &(FeedItem){.file = STR("gone"), .error = STR("no such file")});
    cr_assert(str_eq_cstr(outcome->error, "no such file"));
    cr_assert(str_eq_cstr(outcome->id, "gone"));
    pipeline_free(&pipeline);
}

Test(pipeline, refuses_what_it_cannot_use) {
    static const char *const nowhere[] = {"nowhere.csv", NULL}, *const none[] = {"Makefile", NULL};
    const PipelineOptions bad[] = {{.data = ".", .dashboards = nowhere},
                                   {.data = ".", .dashboards = none},
                                   {.data = ".", .templates = "nowhere"},
                                   {.data = "nowhere"}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        GError *error = NULL;
        cr_assert_null(pipeline_open(&bad[i], NULL, &error), "case %zu", i);
        cr_assert_not_null(error);
        g_error_free(error);
    }
}

Test(result, keys_stand_in_the_order_of_the_contract) {
    static const char *const keys[] = {"\"schema\"", "\"ticket\"", "\"as_of\"", "\"language\"", "\"intent\"", "\"decision\"",
                                       "\"documents\"", "\"lines\"", "\"claim\"", "\"effective\"", "\"missing\"",
                                       "\"findings\"", "\"dashboard\"", "\"evidence\"", "\"reply\""};
    Pipeline *pipeline = opened((PipelineOptions){.language = LANGUAGE_UNKNOWN});
    const Outcome *outcome = resolved(pipeline, "30", "4471903");
    Str json = written(outcome, false), rest = json;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        ptrdiff_t at = str_find(rest, str_of(keys[i]));
        cr_assert_geq(at, 0, "%s is not behind %s: " STR_FMT, keys[i], i ? keys[i - 1] : "", STR_ARG(json));
        rest = str_sub(rest, (size_t)at, rest.len);
    }
    cr_assert_eq(str_find_char(json, '\n'), -1);
    cr_assert_geq(str_find(json, STR("\"month\":10,\"year\":2025,\"omlp_type\":\"dmoc\",\"purchase_units\":25,"
                                     "\"invoice_number\":\"BW-2025-1110\",\"kpi_value\":\"30\",\"revenue_value\":\"3100.00\"")),
                  0);
    cr_assert_geq(str_find(json, STR("{\"code\":\"kpi_mismatch\",")), 0);
    cr_assert(str_eq(json, written(outcome, false)));
    cr_assert_geq(str_find(written(outcome, true), STR("\n  \"ticket\": {\n    \"id\"")), 0);
    pipeline_free(&pipeline);
}

/* Runs are copied eight bytes at a time: nothing may slip through at any place of the eight. */
Test(jsonout, escapes_wherever_it_stands) {
    static const struct {
        const char *text, *json;
    } cases[] = {{"\"", "\\\""}, {"\\", "\\\\"},   {"\n", "\\n"},        {"\x01", "\\u0001"}, {"\x1f", "\\u001f"}, {"\x7f", "\\u007f"},
                 {" ", " "},      {"~", "~"},        {"\x80", "\uFFFD"},   {"\xe3\x81", "\uFFFD\uFFFD"},               {"é", "é"},
                 {"か", "か"},    {"\u00A0", "\u00A0"}, {"\u061C", "\\u061c"}, {"\u2028", "\\u2028"}, {"—", "—"}, {"😀", "😀"}, {"]", "]"}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int before = 0; before < 18; before++) {
            Buf buf = {.arena = arena};
            JsonOut json = {.buf = &buf};
            Str text = arena_printf(arena, "%.*s%s%.*s", before, "abcdefghijklmnopqr", cases[i].text, 17 - before, "ABCDEFGHIJKLMNOPQ");
            Str wanted = arena_printf(arena, "\"%.*s%s%.*s\"", before, "abcdefghijklmnopqr", cases[i].json, 17 - before, "ABCDEFGHIJKLMNOPQ");
            jsonout_text(&json, NULL, text);
            cr_expect_str_eq(buf_str(&buf).data, wanted.data, "case %zu behind %d", i, before);
        }
    }
    arena_free(&arena);
}

Test(jsonout, escapes_whatever_comes) {
    static const struct {
        const char *text;
        size_t len;
        const char *json;
    } cases[] = {{"a\"b\\c", 5, "\"a\\\"b\\\\c\""},  {"\n\t\r\x01\x1f", 5, "\"\\n\\t\\r\\u0001\\u001f\""},
                 {"x\0y", 3, "\"x\uFFFDy\""},        {"\xff\xc3", 2, "\"\uFFFD\uFFFD\""},
                 {"é€😀", 9, "\"é€😀\""},            {"", 0, "\"\""},
                 {"\xED\xA0\x80", 3, "\"\uFFFD\uFFFD\uFFFD\""},
                 {"a\x7f" "b\u202Ec", 7, "\"a\\u007fb\\u202ec\""}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buf buf = {.arena = arena};
        JsonOut json = {.buf = &buf};
        char *exact = g_memdup2(cases[i].text, cases[i].len ? cases[i].len : 1);
        jsonout_text(&json, NULL, (Str){exact, cases[i].len});
        cr_assert(str_eq_cstr(buf_str(&buf), cases[i].json), "case %zu: %s", i, buf_str(&buf).data);
        g_free(exact);
    }
    Buf buf = {.arena = arena};
    JsonOut json = {.buf = &buf};
    jsonout_open(&json, NULL, '[');
    jsonout_int(&json, NULL, INT64_MIN);
    jsonout_int(&json, NULL, 0);
    jsonout_open(&json, NULL, '{');
    jsonout_bool(&json, "a", true);
    jsonout_null(&json, "b");
    jsonout_text_or_null(&json, "c", STR(""));
    jsonout_text_if(&json, "d", STR_NONE);
    jsonout_close(&json, '}');
    jsonout_open(&json, NULL, '[');
    jsonout_close(&json, ']');
    jsonout_close(&json, ']');
    cr_assert(str_eq_cstr(buf_str(&buf), "[-9223372036854775808,0,{\"a\":true,\"b\":null,\"c\":null},[]]"), "%s",
              buf_str(&buf).data);
    arena_free(&arena);
}

Test(classify, judges_a_file_alone) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert_not_null(lexicon, "%s", error ? error->message : "");
    Arena *arena = arena_new();
    const Document *invoice = classify_bytes(
        lexicon, arena, NULL, STR("a.txt"),
        STR("INVOICE\n\nInvoice no.: NL-7\nDate of issue: 8 January 2026\nNet total GBP 10.00\nAmount due GBP 12.00\n"));
    cr_assert_eq(invoice->kind, KIND_INVOICE);
    cr_assert(invoice->accepted);
    cr_assert(str_eq_cstr(invoice->number, "NL-7"));
    const Document *nothing = classify_bytes(lexicon, arena, NULL, STR("b"), STR(""));
    cr_assert_eq(nothing->kind, KIND_OTHER);
    cr_assert_not(nothing->accepted);
    arena_free(&arena);
    lexicon_free(&lexicon);
}

Test(datadir, finds_both_layouts) {
    DataDir dir;
    GError *error = NULL;
    cr_assert(datadir_find(".", &dir, &error));
    cr_assert_str_eq(dir.lexicon, "./parsers/lexicon");
    datadir_clear(&dir);
    cr_assert_null(dir.lexicon);
    char *root = g_dir_make_tmp("datadir-XXXXXX", NULL), *lexicon = g_build_filename(root, "lexicon", NULL),
         *programme = g_build_filename(root, "programme.ini", NULL);
    cr_assert_not(datadir_find(root, &dir, &error));
    g_clear_error(&error);
    g_mkdir(lexicon, 0700);
    g_file_set_contents(programme, "", 0, NULL);
    g_setenv("RESOLVER_DATA", root, TRUE);
    cr_assert(datadir_find(NULL, &dir, &error));
    cr_assert_str_eq(dir.programme, programme);
    datadir_clear(&dir);
    g_unlink(programme);
    g_rmdir(lexicon);
    g_rmdir(root);
    cr_assert_not(datadir_find(NULL, &dir, &error));
    g_clear_error(&error);
    g_free(root);
    g_free(lexicon);
    g_free(programme);
}
