/* A JSON ticket: any bytes are refused with a reason or end in a ticket of UTF-8. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "parsers/ticket_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    FeedItem item = {.form = TICKET_JSON, .bytes = {(const char *)data, size}, .file = STR("fuzz")};
    Str error = STR_NONE;
    if (!ticket_json_read(arena, &item, ticket, &error)) {
        if (str_empty(error))
            abort();
    } else {
        if (!utf8_valid(ticket->text) || !utf8_valid(ticket->subject) || str_find_char(ticket->subject, '\n') >= 0)
            abort();
        for (size_t i = 0; i < ticket->fields.len; i++)
            if (!utf8_valid(ticket->fields.items[i].value))
                abort();
    }
    arena_free(&arena);
    return 0;
}
