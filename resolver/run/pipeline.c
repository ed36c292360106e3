#define _POSIX_C_SOURCE 200809L
#include "run/pipeline.h"

#include <time.h>

#include "match/match.h"
#include "parsers/reading.h"
#include "reply/message.h"
#include "reply/reply.h"
#include "run/board.h"
#include "run/datadir.h"
#include "run/extractor.h"
#include "run/fingerprint.h"
#include "base/banned.h"

struct Pipeline {
    Lexicon *lexicon;
    Templates *templates;
    Programme *programme;
    Board *board;
    RowLookup rows;
    ExtractService *extract;
    Memory *memory;      /* of this run's tickets */
    Date as_of;
    char *partner;       /* NULL when not given */
    Language language;
    Arena *arena;        /* of the ticket at hand */
    Outcome outcome;
    Profile *profile;    /* NULL: not measured */
    bool keep_steps;
    bool apart;          /* another process remembers: pipeline_forked() */
    GChecksum *data, *dashboards; /* of what was read; NULL when nobody asks */
    char *settings;      /* likewise */
};

/* ---- opening ---- */

static bool load(Pipeline *pipeline, const PipelineOptions *options, GPtrArray *warnings, GError **error) {
    DataDir data;
    if (!datadir_find(options->data, &data, error))
        return false;
    pipeline->lexicon = datadir_lexicon(&data, error);
    if (pipeline->lexicon)
        pipeline->programme = programme_load(data.programme, error);
    if (pipeline->programme)
        pipeline->templates = templates_load(options->templates ? options->templates : data.templates, error);
    fingerprint_path(pipeline->data, data.lexicon);
    fingerprint_path(pipeline->data, data.programme);
    fingerprint_path(pipeline->data, options->templates ? options->templates : data.templates);
    datadir_clear(&data);
    bool good = pipeline->templates != NULL;
    DashboardReader reader = {.lexicon = pipeline->lexicon, .extractor = extract_service_extractor(pipeline->extract),
                              .fetch = options->fetch, .contents = pipeline->dashboards};
    BoardAsk ask = {options->dashboards, options->snapshot, pipeline->as_of};
    if (good)
        pipeline->board = board_open(&reader, &ask, warnings, error);
    return pipeline->board != NULL;
}

static char *settings_of(const Pipeline *pipeline, const PipelineOptions *options) {
    return g_strdup_printf("program: %s\nday: %04d-%02d-%02d\npartner: %s\nlanguage: %s\ntext of pictures: %s\ndashboards: %s\n"
                           "words, templates or programme: %s\n",
                           RESOLVER_VERSION, pipeline->as_of.year, pipeline->as_of.month, pipeline->as_of.day,
                           options->partner ? options->partner : "none",
                           options->language == LANGUAGE_UNKNOWN ? "each ticket's own" : language_word(options->language),
                           options->without_ocr ? "not read" : "read", g_checksum_get_string(pipeline->dashboards),
                           g_checksum_get_string(pipeline->data));
}

Pipeline *pipeline_open(const PipelineOptions *options, GPtrArray *warnings, GError **error) {
    Pipeline *pipeline = g_new0(Pipeline, 1);
    pipeline->arena = arena_new();
    pipeline->memory = memory_new(digest_key_new());
    pipeline->extract = extract_service_new();
    extract_service_without_ocr(pipeline->extract, options->without_ocr);
    pipeline->as_of = date_given(options->as_of) ? options->as_of : date_today();
    pipeline->partner = g_strdup(options->partner);
    pipeline->language = options->language;
    pipeline->data = options->with_settings ? g_checksum_new(G_CHECKSUM_SHA256) : NULL;
    pipeline->dashboards = options->with_settings ? g_checksum_new(G_CHECKSUM_SHA256) : NULL;
    if (!load(pipeline, options, warnings, error)) {
        pipeline_free(&pipeline);
        return NULL;
    }
    if (options->with_settings)
        pipeline->settings = settings_of(pipeline, options);
    pipeline->rows = board_lookup(pipeline->board);
    extract_service_lexicon(pipeline->extract, pipeline->lexicon);
    return pipeline;
}

void pipeline_free(Pipeline **freed) {
    Pipeline *pipeline = *freed;
    if (!pipeline)
        return;
    lexicon_free(&pipeline->lexicon);
    templates_free(&pipeline->templates);
    programme_free(&pipeline->programme);
    board_free(&pipeline->board);
    memory_free(&pipeline->memory);
    extract_service_free(&pipeline->extract);
    arena_free(&pipeline->arena);
    g_clear_pointer(&pipeline->data, g_checksum_free);
    g_clear_pointer(&pipeline->dashboards, g_checksum_free);
    g_free(pipeline->settings);
    g_free(pipeline->partner);
    g_free(pipeline);
    *freed = NULL;
}

Memory *pipeline_memory(const Pipeline *pipeline) {
    return pipeline->memory;
}

const char *pipeline_settings(const Pipeline *pipeline) {
    return pipeline->settings;
}

void pipeline_remember_by(Pipeline *pipeline, DigestKey key) {
    memory_free(&pipeline->memory);
    pipeline->memory = memory_new(key);
}

void pipeline_forked(Pipeline *pipeline) {
    extract_service_forget(pipeline->extract);
    board_forked(pipeline->board);
    pipeline->apart = true;
}

/* ---- one ticket ---- */

void pipeline_keep_steps(Pipeline *pipeline) {
    pipeline->keep_steps = true;
}

void pipeline_profile(Pipeline *pipeline, Profile *profile) {
    pipeline->profile = profile;
}

static int64_t cpu_now(const Pipeline *pipeline) {
    struct timespec now;
    if (!pipeline->profile)
        return 0;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static void profile_add(const Pipeline *pipeline, const int64_t at[5]) {
    if (!pipeline->profile)
        return;
    pipeline->profile->parse += at[1] - at[0];
    pipeline->profile->read += at[2] - at[1];
    pipeline->profile->match += at[3] - at[2];
    pipeline->profile->reply += at[4] - at[3];
}

Arena *pipeline_begin(Pipeline *pipeline) {
    arena_clear(pipeline->arena);
    extract_service_begin(pipeline->extract);
    pipeline->outcome = (Outcome){.arena = pipeline->arena};
    return pipeline->arena;
}

/* The id of an item that is no ticket: where it stands. */
static Str id_of_place(Arena *arena, const FeedItem *item) {
    if (item->alone || item->index == 0)
        return item->file;
    return arena_printf(arena, STR_FMT ":%zu", STR_ARG(item->file), item->line ? item->line : item->index);
}

static const Outcome *unreadable(Pipeline *pipeline, const FeedItem *item, Str error) {
    pipeline->outcome.id = id_of_place(pipeline->arena, item);
    pipeline->outcome.error = str_empty(error) ? STR("no ticket") : error;
    return &pipeline->outcome;
}

/* What other tickets say of this one: by the run's memory, or, in a process apart, as it was told. */
static void remember(Pipeline *pipeline, Resolution *resolution, const Marks *marks) {
    Outcome *outcome = &pipeline->outcome;
    Marks own = {0};
    trace_claims(pipeline->arena, memory_key(pipeline->memory), resolution, &outcome->trace);
    if (pipeline->apart)
        trace_ticket(pipeline->arena, memory_key(pipeline->memory), resolution, &outcome->trace);
    else
        memory_pass(pipeline->memory, pipeline->arena, resolution->reading->ticket->id, &outcome->trace, &own);
    if (!marks)
        marks = &own;
    marks_apply(pipeline->arena, marks, resolution);
    outcome->duplicate_of = marks->duplicate_of;
    outcome->same_message_as = marks->same_message_as;
}

static Resolution *resolve(Pipeline *pipeline, const Reading *reading, const Marks *marks) {
    MatchOptions options = {.as_of = pipeline->as_of, .partner_option = str_of(pipeline->partner),
                            .without_steps = !pipeline->keep_steps};
    Resolution *resolution =
        match_resolve(pipeline->arena, pipeline->programme, &pipeline->rows, reading, &options);
    remember(pipeline, resolution, marks);
    if (pipeline->language != LANGUAGE_UNKNOWN)
        resolution->language = pipeline->language;
    return resolution;
}

static void draft(Pipeline *pipeline, const Resolution *resolution) {
    g_autoptr(GError) error = NULL;
    if (str_given(pipeline->outcome.duplicate_of))
        return;
    pipeline->outcome.reply = reply_draft(pipeline->templates, pipeline->arena, resolution, &error);
    if (error)
        pipeline->outcome.withheld = arena_cstr(pipeline->arena, error->message);
}

const Outcome *pipeline_resolve(Pipeline *pipeline, const FeedItem *item) {
    return pipeline_resolve_marked(pipeline, item, NULL);
}

const Outcome *pipeline_lost(Pipeline *pipeline, const FeedItem *item, Str why) {
    pipeline_begin(pipeline);
    return unreadable(pipeline, item, why);
}

const Outcome *pipeline_resolve_marked(Pipeline *pipeline, const FeedItem *item, const Marks *marks) {
    Outcome *outcome = &pipeline->outcome;
    int64_t at[5] = {cpu_now(pipeline)};
    Str error = item->error;
    if (str_given(error))
        return unreadable(pipeline, item, error);
    FeedItem whole = *item;
    whole.extractor = extract_service_extractor(pipeline->extract);
    Ticket *ticket = ticket_parse(pipeline->lexicon, pipeline->arena, &whole, &error);
    if (!ticket)
        return unreadable(pipeline, item, error);
    at[1] = cpu_now(pipeline);
    Reading *reading = reading_read(pipeline->lexicon, pipeline->arena, ticket);
    at[2] = cpu_now(pipeline);
    Resolution *resolution = resolve(pipeline, reading, marks);
    outcome->passing = extract_service_failed(pipeline->extract);
    outcome->stopped = extract_service_stopped(pipeline->extract);
    if (board_failure(pipeline->board)) { /* what was not found may be there */
        outcome->passing = outcome->fatal = true;
        return unreadable(pipeline, item, arena_cstr(pipeline->arena, board_failure(pipeline->board)));
    }
    at[3] = cpu_now(pipeline);
    outcome->id = ticket->id;
    outcome->ticket = ticket;
    outcome->reading = reading;
    outcome->resolution = resolution;
    draft(pipeline, resolution);
    at[4] = cpu_now(pipeline);
    profile_add(pipeline, at);
    return outcome;
}

const Outcome *pipeline_resolve_record(Pipeline *pipeline, const Record *record, Date as_of, bool own_rows) {
    Outcome *outcome = &pipeline->outcome;
    RowLookup own = record_lookup(record);
    MatchOptions options = {.as_of = as_of, .partner_option = record->partner_option, .without_steps = !pipeline->keep_steps};
    Resolution *resolution =
        match_resolve(pipeline->arena, pipeline->programme, own_rows ? &own : &pipeline->rows, record->reading, &options);
    marks_apply(pipeline->arena, &record->marks, resolution);
    outcome->id = record->reading->ticket->id;
    if (board_failure(pipeline->board)) {
        outcome->error = arena_cstr(pipeline->arena, board_failure(pipeline->board));
        return outcome;
    }
    outcome->ticket = record->reading->ticket;
    outcome->reading = record->reading;
    outcome->resolution = resolution;
    outcome->duplicate_of = record->marks.duplicate_of;
    outcome->same_message_as = record->marks.same_message_as;
    draft(pipeline, resolution);
    return outcome;
}

Str pipeline_mail(const Pipeline *pipeline) {
    const Outcome *outcome = &pipeline->outcome;
    if (!outcome->reply)
        return STR_NONE;
    return message_draft(outcome->arena, pipeline->templates, outcome->resolution, outcome->reply, STR_NONE);
}
