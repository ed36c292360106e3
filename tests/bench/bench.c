/* bench: measures the program in one process, and the floor beneath it in the same run.
 *
 *     bench gen FOLDER       writes tickets.ndjson, half.ndjson, mails.mbox, half.mbox, mails-travelled.mbox, dashboard.csv, one.json
 *     bench dashboard ROWS   writes a dashboard of that many rows to standard output
 *     bench run FOLDER       tickets a second, CPU microseconds a ticket by stage, the floor, the ratio
 *
 * The floor of tickets is parsing the same bytes with jansson and dumping the same results; of mails, parsing them with
 * GMime and dumping the same results, and their parsing alone is told as well. CPU time, not wall time: the machine may
 * be shared. */
#define _POSIX_C_SOURCE 200809L
#include <gmime/gmime.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "gen.h"
#include "../unit/pdf_fixture.h"
#include "run/feed.h"
#include "run/pipeline.h"
#include "run/result.h"
#include "base/banned.h"

#define TICKETS 20000
#define MAILS 5000
#define ROWS 10000

static int64_t cpu(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static void save(const char *folder, const char *name, GString *text) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_file_set_contents(path, text->str, (gssize)text->len, &error))
        g_error("%s", error->message);
    g_string_free(text, TRUE);
}

static void gen(const char *folder) {
    static const struct {
        const char *name;
        void (*make)(GString *, unsigned);
        unsigned count;
    } files[] = {{"tickets.ndjson", gen_tickets, TICKETS}, {"half.ndjson", gen_tickets, TICKETS / 2},
                 {"mails.mbox", gen_mails, MAILS},         {"half.mbox", gen_mails, MAILS / 2},
                 {"mails-travelled.mbox", gen_travelled_mails, MAILS},
                 {"few.mbox", gen_travelled_mails, 110},   {"more.mbox", gen_travelled_mails, 330},
                 {"dashboard.csv", gen_dashboard, ROWS},   {"one.json", gen_tickets, 1},
                 {"few.ndjson", gen_tickets, 110},         {"more.ndjson", gen_tickets, 330}};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        GString *text = g_string_new(NULL);
        files[i].make(text, files[i].count);
        save(folder, files[i].name, text);
    }
}

/* A page as a desk gets it: some thirty lines. */
static void gen_pdf(const char *folder) {
    Arena *arena = arena_new();
    Buf page = {.arena = arena};
    static const char *const cells[][4] = {{"INVOICE", "", "", ""}, {"Invoice no.:", "INV-17/2021", "", ""},
                                           {"Invoice date:", "4 March 2021", "", ""}, {"Order no.:", "PO-4711", "", ""},
                                           {"Description", "Quantity", "Unit price", "Amount"},
                                           {"Digital MOC AZ-104", "25", "90.00", "2,250.00"},
                                           {"", "", "Subtotal", "56,250.00"}, {"", "", "VAT 20%", "11,250.00"},
                                           {"", "", "Total due", "GBP 67,500.00"}};
    for (int line = 0; line < 33; line++)
        for (int cell = 0; cell < 4; cell++) {
            const char *text = cells[line < 5 ? line : line < 30 ? 5 : line - 24][cell];
            buf_printf(&page, "BT /F 10 Tf %d %d Td (%s) Tj ET\n", 50 + 130 * cell, 780 - 15 * line, text);
        }
    Str pdf = pdf_made(arena, (PdfPage[]){{buf_str(&page).data, 0}, {NULL, 0}}, NULL, NULL);
    GString *bytes = g_string_new_len(pdf.data, (gssize)pdf.len);
    save(folder, "invoice.pdf", bytes);
    arena_free(&arena);
}

static Pipeline *open_pipeline(const char *folder) {
    g_autoptr(GError) error = NULL;
    g_autofree char *dashboard = g_build_filename(folder, "dashboard.csv", NULL);
    const char *const dashboards[] = {dashboard, NULL};
    PipelineOptions options = {.dashboards = dashboards, .as_of = {2020, 1, 20}, .language = LANGUAGE_UNKNOWN};
    Pipeline *pipeline = pipeline_open(&options, NULL, &error);
    if (!pipeline)
        g_error("%s", error->message);
    return pipeline;
}

/* Every ticket of the file through the pipeline, the results into `results`. CPU nanoseconds in all. */
static int64_t run_all(Pipeline *pipeline, const char *path, FILE *results, Profile *profile, int64_t *feeding,
                       int64_t *output, unsigned *count) {
    const char *const paths[] = {path};
    Feed *feed = feed_open(paths, 1);
    FeedItem item;
    int64_t begun = cpu(), at = begun;
    pipeline_profile(pipeline, profile);
    *feeding = *output = *count = 0;
    while (feed_next(feed, pipeline_begin(pipeline), &item)) {
        *feeding += cpu() - at;
        const Outcome *outcome = pipeline_resolve(pipeline, &item);
        at = cpu();
        Buf buf = {.arena = outcome->arena};
        JsonOut json = {.buf = &buf};
        result_write(&json, outcome);
        buf_add_char(&buf, '\n');
        fwrite(buf.data, 1, buf.len, results);
        ++*count;
        *output += cpu() - at;
        at = cpu();
    }
    feed_free(&feed);
    return cpu() - begun;
}

/* ---- floors: parse the input and dump the results, and nothing else ---- */

typedef struct Floor {
    int64_t parse, dump; /* nanoseconds */
} Floor;

static int64_t dump_result(FILE *results, char **line, size_t *cap) {
    ssize_t len = getline(line, cap, results);
    json_t *result = len > 0 ? json_loadb(*line, (size_t)len, 0, NULL) : NULL;
    int64_t begun = cpu();
    char *text = json_dumps(result, JSON_COMPACT);
    int64_t spent = cpu() - begun;
    free(text);
    json_decref(result);
    return spent;
}

static Floor floor_json(const char *path, FILE *results) {
    g_autofree char *text = NULL;
    char *line = NULL;
    size_t cap = 0;
    Floor spent = {0};
    g_file_get_contents(path, &text, NULL, NULL);
    for (char *at = text, *end; at && *at; at = end + 1) {
        end = strchr(at, '\n');
        int64_t begun = cpu();
        json_t *ticket = json_loadb(at, (size_t)(end - at), 0, NULL);
        json_decref(ticket);
        spent.parse += cpu() - begun;
        spent.dump += dump_result(results, &line, &cap);
    }
    free(line);
    return spent;
}

static void decode_part(GMimeObject *parent, GMimeObject *part, gpointer sum) {
    (void)parent;
    if (!GMIME_IS_PART(part))
        return;
    GMimeDataWrapper *wrapper = g_mime_part_get_content(GMIME_PART(part));
    GMimeStream *memory = g_mime_stream_mem_new();
    if (wrapper)
        g_mime_data_wrapper_write_to_stream(wrapper, memory);
    *(gint64 *)sum += g_mime_stream_length(memory);
    g_object_unref(memory);
}

static Floor floor_mail(const char *path, FILE *results) {
    char *line = NULL;
    size_t cap = 0;
    gint64 bytes = 0;
    Floor spent = {0};
    int64_t begun = cpu();
    GMimeStream *stream = g_mime_stream_fs_open(path, 0, 0, NULL);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
    while (!g_mime_parser_eos(parser)) {
        GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
        if (!message)
            break;
        g_mime_message_foreach(message, decode_part, &bytes);
        g_object_unref(message);
        spent.parse += cpu() - begun;
        spent.dump += dump_result(results, &line, &cap);
        begun = cpu();
    }
    g_object_unref(parser);
    g_object_unref(stream);
    free(line);
    return spent;
}

static double micro(int64_t nanoseconds, unsigned count) {
    return (double)nanoseconds / 1000 / (count ? count : 1);
}

static void measure(const char *folder, const char *name, Floor (*floor)(const char *, FILE *)) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    Pipeline *pipeline = open_pipeline(folder);
    FILE *results = tmpfile();
    Profile profile = {0};
    int64_t feeding, output;
    unsigned count;
    int64_t all = run_all(pipeline, path, results, &profile, &feeding, &output, &count);
    rewind(results);
    Floor least = floor(path, results);
    printf("%s: %u tickets\n", name, count);
    printf("  %8.0f tickets a second of CPU\n", 1e9 * count / (double)all);
    const struct {
        const char *name;
        int64_t spent;
    } stages[] = {{"parse", profile.parse + feeding}, {"read", profile.read},     {"match", profile.match},
                  {"reply", profile.reply},           {"output", output}};
    printf("  CPU microseconds a ticket: %.1f\n", micro(all, count));
    for (size_t i = 0; i < G_N_ELEMENTS(stages); i++)
        printf("    %-6s %7.1f  %4.1f %%\n", stages[i].name, micro(stages[i].spent, count), 100.0 * (double)stages[i].spent / (double)all);
    bool json = floor == floor_json;
    printf("  floor (%s and dump): %.1f; ratio %.2f (aim: at most 4)\n", json ? "jansson" : "GMime",
           micro(least.parse + least.dump, count), (double)all / (double)(least.parse + least.dump));
    if (!json)
        printf("  GMime's parsing alone: %.1f; ratio %.2f (aim: at most 2.5)\n", micro(least.parse, count),
               (double)all / (double)least.parse);
    fclose(results);
    pipeline_free(&pipeline);
}

/* What `resolver resolve` does with a file, in this one process, for a tool that counts instructions. */
static void resolve_only(const char *folder, const char *name) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    Pipeline *pipeline = open_pipeline(folder);
    FILE *results = tmpfile();
    Profile profile = {0};
    int64_t feeding, output;
    unsigned count;
    run_all(pipeline, path, results, &profile, &feeding, &output, &count);
    fclose(results);
    pipeline_free(&pipeline);
}

/* Ten million rows are no text to hold in memory. */
static void print_dashboard(unsigned rows) {
    GString *text = g_string_new(NULL);
    gen_dashboard(text, 0);
    for (unsigned from = 0, to; from < rows; from = to) {
        to = MIN(rows, from + 10000);
        gen_dashboard_rows(text, from, to);
        fwrite(text->str, 1, text->len, stdout);
        g_string_truncate(text, 0);
    }
    g_string_free(text, TRUE);
}

static void print_tickets(unsigned count) {
    GString *text = g_string_new(NULL);
    for (unsigned from = 0, to; from < count; from = to) {
        to = MIN(count, from + 1000);
        gen_tickets_of(text, from, to);
        fwrite(text->str, 1, text->len, stdout);
        g_string_truncate(text, 0);
    }
    g_string_free(text, TRUE);
}

int main(int argc, char **argv) {
    if (argc == 3 && strcmp(argv[1], "tickets") == 0) {
        print_tickets((unsigned)g_ascii_strtoull(argv[2], NULL, 10));
        return 0;
    }
    if (argc == 3 && strcmp(argv[1], "dashboard") == 0) {
        print_dashboard((unsigned)g_ascii_strtoull(argv[2], NULL, 10));
        return 0;
    }
    if (argc == 3 && strcmp(argv[1], "gen") == 0) {
        gen(argv[2]);
        gen_pdf(argv[2]);
        return 0;
    }
    if (argc == 4 && strcmp(argv[1], "resolve") == 0) {
        resolve_only(argv[2], argv[3]);
        return 0;
    }
    if (argc != 3 || strcmp(argv[1], "run") != 0) {
        fprintf(stderr, "usage: bench gen FOLDER | bench tickets N | bench dashboard ROWS | bench run FOLDER | bench resolve FOLDER FILE\n");
        return 2;
    }
    g_mime_init();
    measure(argv[2], "tickets.ndjson", floor_json);
    measure(argv[2], "mails.mbox", floor_mail);
    measure(argv[2], "mails-travelled.mbox", floor_mail);
    return 0;
}
