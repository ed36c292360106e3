/* Mail: any bytes end in a ticket whose texts are UTF-8 and whose header values are one line each. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "parsers/mail.h"

static void one_line(Str text) {
    if (!utf8_valid(text) || str_find_char(text, '\n') >= 0 || str_find_char(text, '\r') >= 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    mail_read(arena, NULL, (Str){(const char *)data, size}, ticket);
    one_line(ticket->subject);
    one_line(ticket->requester_name);
    one_line(ticket->requester_email);
    one_line(ticket->to);
    one_line(ticket->cc);
    one_line(ticket->references);
    if (!utf8_valid(ticket->text))
        abort();
    for (size_t i = 0; i < ticket->documents.len; i++) {
        one_line(ticket->documents.items[i]->name);
        if (!utf8_valid(ticket->documents.items[i]->text) || ticket->documents.items[i]->kind != KIND_OTHER)
            abort();
    }
    arena_free(&arena);
    return 0;
}
