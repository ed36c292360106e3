/* Any bytes as a ticket, through the whole pipeline to every output. The first byte chooses mail, JSON or text. */
#include <stdlib.h>

#include "base/utf8.h"
#include "run/pipeline.h"
#include "run/result.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Pipeline *pipeline;
    static const char *const dashboards[] = {"samples/1-missing-on-the-dashboard/dashboard.csv", NULL};
    if (!pipeline)
        pipeline = pipeline_open(
            &(PipelineOptions){.data = ".", .dashboards = dashboards, .as_of = {2026, 1, 20}, .language = LANGUAGE_UNKNOWN},
            NULL, NULL);
    if (!pipeline)
        abort();
    if (size == 0)
        return 0;
    Arena *arena = pipeline_begin(pipeline);
    Str bytes = {(const char *)data + 1, size - 1};
    FeedItem item = {.form = (TicketForm)(data[0] % 3), .bytes = bytes, .file = STR("fuzz"), .index = 1, .alone = true};
    const Outcome *outcome = pipeline_resolve(pipeline, &item);
    Buf buf = {.arena = arena};
    JsonOut json = {.buf = &buf};
    result_write(&json, outcome);
    if (!utf8_valid(buf_str(&buf)))
        abort();
    if (outcome->reply)
        pipeline_mail(pipeline);
    return 0;
}
