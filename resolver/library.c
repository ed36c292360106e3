#include "resolver.h"

#include <glib.h>

#include "parsers/sniff.h"
#include "reply/html.h"
#include "run/feed.h"
#include "run/pipeline.h"
#include "run/result.h"
#include "base/banned.h"

struct ResolverResult {
    Resolver *resolver;
    const Outcome *outcome;
};

struct ResolverQueue {
    Feed *feed;
};

struct Resolver {
    Pipeline *pipeline;
    GPtrArray *warnings;
    ResolverResult result;
    ResolverQueue queue;
};

static void set_error(ResolverError *error, const char *message) {
    if (error)
        g_strlcpy(error->message, message, sizeof error->message);
}

const char *resolver_version(void) {
    return RESOLVER_VERSION;
}

/* ---- the handle ---- */

static bool fill(const ResolverOptions *given, PipelineOptions *options, ResolverError *error) {
    *options = (PipelineOptions){
        .data = given->data,
        .templates = given->templates,
        .dashboards = given->dashboards,
        .snapshot = given->snapshot,
        .partner = given->partner,
        .language = given->language ? language_of_tag(str_of(given->language)) : LANGUAGE_UNKNOWN,
    };
    if (given->as_of && !date_parse_iso(str_of(given->as_of), &options->as_of)) {
        set_error(error, "as_of is no date of the form 2020-01-20");
        return false;
    }
    if (given->language && options->language == LANGUAGE_UNKNOWN) {
        set_error(error, "language is none of the eleven");
        return false;
    }
    return true;
}

Resolver *resolver_open(const ResolverOptions *given, ResolverError *error) {
    static const ResolverOptions nothing;
    g_autoptr(GError) failure = NULL;
    PipelineOptions options;
    set_error(error, "");
    if (!fill(given ? given : &nothing, &options, error))
        return NULL;
    GPtrArray *warnings = g_ptr_array_new_with_free_func(g_free);
    Pipeline *pipeline = pipeline_open(&options, warnings, &failure);
    if (!pipeline) {
        set_error(error, failure->message);
        g_ptr_array_unref(warnings);
        return NULL;
    }
    Resolver *resolver = g_new0(Resolver, 1);
    *resolver = (Resolver){.pipeline = pipeline, .warnings = warnings, .result = {.resolver = resolver}};
    return resolver;
}

void resolver_close(Resolver *resolver) {
    if (!resolver)
        return;
    resolver_queue_close(&resolver->queue);
    pipeline_free(&resolver->pipeline);
    g_ptr_array_unref(resolver->warnings);
    g_free(resolver);
}

const char *resolver_warning(const Resolver *resolver, size_t index) {
    return index < resolver->warnings->len ? resolver->warnings->pdata[index] : NULL;
}

/* ---- resolving ---- */

static TicketForm form_of(Str bytes) {
    switch (sniff(bytes)) {
    case SNIFF_MESSAGE:
    case SNIFF_MBOX:
        return TICKET_MESSAGE;
    case SNIFF_JSON:
    case SNIFF_JSON_ARRAY:
    case SNIFF_NDJSON:
        return TICKET_JSON;
    default:
        return TICKET_TEXT;
    }
}

const ResolverResult *resolver_resolve(Resolver *resolver, const void *bytes, size_t length, const char *id) {
    Arena *arena = pipeline_begin(resolver->pipeline);
    Str ticket = arena_str(arena, (Str){length ? bytes : "", length});
    FeedItem item = {.form = form_of(ticket), .bytes = ticket, .file = arena_cstr(arena, id ? id : "ticket"),
                     .index = 1, .alone = true};
    resolver->result.outcome = pipeline_resolve(resolver->pipeline, &item);
    return &resolver->result;
}

ResolverQueue *resolver_queue_open(Resolver *resolver, const char *const *paths, size_t count) {
    resolver_queue_close(&resolver->queue);
    resolver->queue.feed = feed_open(paths, count);
    return &resolver->queue;
}

const ResolverResult *resolver_queue_next(ResolverQueue *queue) {
    Resolver *resolver = (Resolver *)((char *)queue - offsetof(Resolver, queue));
    FeedItem item;
    if (!queue->feed || !feed_next(queue->feed, pipeline_begin(resolver->pipeline), &item))
        return NULL;
    resolver->result.outcome = pipeline_resolve(resolver->pipeline, &item);
    return &resolver->result;
}

void resolver_queue_close(ResolverQueue *queue) {
    if (queue && queue->feed)
        feed_free(&queue->feed);
}

/* ---- the result ---- */

/* A text of the outcome with a NUL behind it. */
static const char *text_of(const ResolverResult *result, Str text) {
    return str_given(text) ? arena_str(result->outcome->arena, text).data : NULL;
}

static const Line *line_of(const ResolverResult *result, size_t line) {
    const Resolution *resolution = result->outcome->resolution;
    return resolution && line < resolution->lines.len ? resolution->lines.items[line] : NULL;
}

const char *resolver_error(const ResolverResult *result) {
    return text_of(result, result->outcome->error);
}

const char *resolver_id(const ResolverResult *result) {
    return text_of(result, result->outcome->id);
}

const char *resolver_json(const ResolverResult *result) {
    const Outcome *outcome = result->outcome;
    Buf buf = {.arena = outcome->arena};
    JsonOut json = {.buf = &buf};
    result_write(&json, outcome);
    return buf_str(&buf).data;
}

const char *resolver_decision(const ResolverResult *result) {
    const Resolution *resolution = result->outcome->resolution;
    return resolution ? decision_word(resolution->decision) : NULL;
}

const char *resolver_intent(const ResolverResult *result) {
    const Resolution *resolution = result->outcome->resolution;
    return resolution ? intent_word(resolution->intent) : NULL;
}

const char *resolver_language(const ResolverResult *result) {
    const Resolution *resolution = result->outcome->resolution;
    const Reply *reply = result->outcome->reply;
    return resolution ? language_word(reply ? reply->language : resolution->language) : NULL;
}

const char *resolver_partner(const ResolverResult *result) {
    const Resolution *resolution = result->outcome->resolution;
    return resolution ? text_of(result, resolution->partner_id) : NULL;
}

size_t resolver_lines(const ResolverResult *result) {
    return result->outcome->resolution ? result->outcome->resolution->lines.len : 0;
}

const char *resolver_line_decision(const ResolverResult *result, size_t line) {
    const Line *found = line_of(result, line);
    return found ? decision_word(found->decision) : NULL;
}

const char *resolver_line_value(const ResolverResult *result, size_t line, const char *detail) {
    const Line *found = line_of(result, line);
    for (Detail d = 0; found && detail && d < DETAIL_COUNT; d++)
        if (g_strcmp0(detail, detail_word(d)) == 0 && detail_given(&found->effective, d))
            return text_of(result, detail_str(result->outcome->arena, &found->effective, d));
    return NULL;
}

const char *resolver_line_finding(const ResolverResult *result, size_t line, size_t index) {
    const Line *found = line_of(result, line);
    return found && index < found->findings.len ? finding_word(found->findings.items[index].code) : NULL;
}

const char *resolver_reply_subject(const ResolverResult *result) {
    const Reply *reply = result->outcome->reply;
    return reply ? text_of(result, reply->subject) : NULL;
}

const char *resolver_reply_text(const ResolverResult *result) {
    const Reply *reply = result->outcome->reply;
    return reply ? text_of(result, reply->text) : NULL;
}

const char *resolver_reply_html(const ResolverResult *result) {
    const Reply *reply = result->outcome->reply;
    return reply ? text_of(result, html_fragment(result->outcome->arena, reply->text, reply->language)) : NULL;
}

const char *resolver_reply_mail(const ResolverResult *result) {
    return text_of(result, pipeline_mail(result->resolver->pipeline));
}

int resolver_reply_send(const ResolverResult *result) {
    return result->outcome->reply && result->outcome->reply->send;
}
