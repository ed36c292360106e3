/* A reader that crashes, hangs, eats memory or tries to get out costs its document; the ticket and the run go on. */
#include <criterion/criterion.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "run/extractor.h"
#include "run/pipeline.h"
#include "base/banned.h"

#define LIMIT 1100 /* milliseconds */

static void use_test_program(void) {
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL), *folder = g_path_get_dirname(self);
    g_autofree char *program = g_build_filename(folder, "../resolver-extract-test", NULL);
    g_setenv("RESOLVER_EXTRACT", program, TRUE);
}

static const Paper *read_word(ExtractService *service, Arena *arena, const char *word, Extract *out) {
    const Extractor *extractor = extract_service_extractor(service);
    ExtractAsk ask = {.form = EXTRACT_PDF, .language = LANGUAGE_FR, .bytes = arena_printf(arena, "%%PDF-1.4 %s", word)};
    *out = (Extract){0};
    extractor->read(extractor->self, arena, &ask, out);
    cr_assert_geq(out->papers.len, 1, "%s", word);
    return &out->papers.items[0];
}

static const struct {
    const char *word, *says;
    bool readable;
} cases[] = {
    {"nothing", "did nothing, reached nothing, 0 before", true},
    {"again", "did again, reached nothing, 0 before", true}, /* of what the one before read nothing is left */
    {"crash", "broke off", false},
    {"loop", "stopped after 2 seconds", false},
    {"sleep", "stopped after 2 seconds", false},
#ifndef __SANITIZE_ADDRESS__ /* its own memory knows no limit */
    {"memory", "broke off", false},
    {"idle", "broke off", false},
#endif
    {"socket", "broke off", false},
    {"write", "broke off", false},
    {"passwd", "reached kept out", true},
    {"data", "reached data", true},
    {"program", "broke off", false},
    {"fork", "broke off", false},
    {"kill-server", "broke off", false},
    {"code", "broke off", false},
    {"nonsense", "no answer that can be used", false},
    {"leave", "no answer that can be used", false},
    {"well", "did well, reached nothing, 0 before", true},
};

Test(extractor, misbehaviour_costs_one_document) {
    use_test_program();
    Arena *arena = arena_new();
    ExtractService *service = extract_service_new();
    extract_service_limit(service, LIMIT);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Extract out;
        extract_service_begin(service);
        const Paper *paper = read_word(service, arena, cases[i].word, &out);
        Str said = paper->readable ? paper->text : paper->reason;
        cr_expect_eq(paper->readable, cases[i].readable, "%s: " STR_FMT, cases[i].word, STR_ARG(said));
        cr_expect(str_find(said, str_of(cases[i].says)) >= 0, "%s: " STR_FMT, cases[i].word, STR_ARG(said));
    }
    cr_expect(!g_file_test("/tmp/resolver-extract-was-here", G_FILE_TEST_EXISTS));
    extract_service_free(&service);
    arena_free(&arena);
}

/* The process whose parent we are. */
static int server_pid(void) {
    g_autofree char *path = g_strdup_printf("/proc/self/task/%d/children", getpid()), *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? (int)g_ascii_strtoll(text, NULL, 10) : 0;
}

Test(extractor, a_dead_server_is_replaced) {
    use_test_program();
    Arena *arena = arena_new();
    ExtractService *service = extract_service_new();
    Extract out;
    cr_expect(read_word(service, arena, "one", &out)->readable);
    int pid = server_pid();
    cr_assert(pid > 0);
    kill(pid, SIGKILL);
    cr_expect(read_word(service, arena, "two", &out)->readable);
    cr_expect(server_pid() != pid);
    extract_service_free(&service);
    cr_expect_eq(server_pid(), 0, "nothing is left behind");
    arena_free(&arena);
}

Test(extractor, a_program_that_is_not_there_is_told) {
    static const char *const programs[] = {"/nowhere/resolver-extract", "/bin/true", "/bin/cat"};
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        g_setenv("RESOLVER_EXTRACT", programs[i], TRUE);
        Arena *arena = arena_new();
        ExtractService *service = extract_service_new();
        extract_service_limit(service, 1);
        Extract out;
        const Paper *paper = read_word(service, arena, "one", &out);
        cr_expect(!paper->readable && paper->reason.len, "%s", programs[i]);
        extract_service_free(&service);
        arena_free(&arena);
    }
}

Test(extractor, a_ticket_has_its_time) {
    use_test_program();
    Arena *arena = arena_new();
    ExtractService *service = extract_service_new();
    Extract out;
    extract_service_limit(service, 25);
    for (int i = 0; i < EXTRACT_TICKET_SHARES; i++)
        cr_expect(str_find(read_word(service, arena, "sleep", &out)->reason, STR("stopped")) >= 0);
    cr_expect(str_find(read_word(service, arena, "well", &out)->reason, STR("took all the time")) >= 0);
    cr_expect(extract_service_stopped(service));
    extract_service_begin(service);
    cr_expect(read_word(service, arena, "well", &out)->readable && !extract_service_stopped(service));
    read_word(service, arena, "sleep", &out);
    cr_expect(extract_service_stopped(service) && !extract_service_failed(service));
    extract_service_free(&service);
    arena_free(&arena);
}

Test(extractor, a_ticket_has_its_room) {
    use_test_program();
    ExtractService *service = extract_service_new();
    for (int ticket = 0; ticket < 2; ticket++) {
        Arena *arena = arena_new();
        Extract out;
        extract_service_begin(service);
        cr_expect(read_word(service, arena, "swell", &out)->readable);
        cr_expect(read_word(service, arena, "swell", &out)->readable);
        cr_expect(str_find(read_word(service, arena, "well", &out)->reason, STR("unpack")) >= 0);
        arena_free(&arena);
    }
    extract_service_free(&service);
}

/* Daemons ignore the ends of their children; the readers must not. */
Test(extractor, signals_of_the_caller_are_not_inherited) {
    use_test_program();
    Arena *arena = arena_new();
    sigset_t blocked;
    sigfillset(&blocked);
    signal(SIGCHLD, SIG_IGN);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    ExtractService *service = extract_service_new();
    Extract out;
    cr_expect(read_word(service, arena, "well", &out)->readable);
    extract_service_free(&service);
    arena_free(&arena);
}

/* The whole way: the ticket is resolved, its document is told as unreadable, the next ticket is as ever. */
Test(extractor, ticket_and_run_go_on) {
    use_test_program();
    g_autoptr(GError) error = NULL;
    Pipeline *pipeline = pipeline_open(&(PipelineOptions){.language = LANGUAGE_UNKNOWN}, NULL, &error);
    cr_assert(pipeline, "%s", error ? error->message : "");
    static const char *const words[] = {"crash", "nonsense", "well"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        Arena *arena = pipeline_begin(pipeline);
        g_autofree char *bytes = g_strdup_printf("%%PDF-1.4 %s", words[i]);
        g_autofree char *encoded = g_base64_encode((const guchar *)bytes, strlen(bytes));
        Str ticket = arena_printf(arena,
                                  "{\"id\": \"T-1\", \"body\": \"My KPIs are missing. PartnerID: 4471903 Month: January\", "
                                  "\"attachments\": [{\"filename\": \"invoice.pdf\", \"content_base64\": \"%s\"}]}",
                                  encoded);
        FeedItem item = {.form = TICKET_JSON, .bytes = ticket, .file = STR("t.json"), .index = 1, .alone = true};
        const Outcome *outcome = pipeline_resolve(pipeline, &item);
        cr_assert(outcome->resolution && outcome->reading->documents.len == 1, "%s", words[i]);
        const Document *document = outcome->reading->documents.items[0];
        cr_expect(document->kind == KIND_OTHER && !document->accepted, "%s", words[i]);
        cr_expect_eq(document->readable, i == 2, "%s: " STR_FMT, words[i], STR_ARG(document->reason));
        cr_expect(document->reason.len > 0, "%s", words[i]);
    }
    pipeline_free(&pipeline);
}
