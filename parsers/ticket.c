#include "parsers/ticket.h"

#include "parsers/charset.h"
#include "parsers/mail.h"
#include "parsers/mail_header.h"
#include "parsers/sniff.h"
#include "parsers/ticket_json.h"
#include "parsers/ticket_text.h"
#include "base/banned.h"

/* The file name without folder and ending. */
static Str file_stem(Str file) {
    for (size_t i = file.len; i > 0; i--)
        if (file.data[i - 1] == '/') {
            file = str_sub(file, i, file.len);
            break;
        }
    for (size_t i = file.len; i > 1; i--)
        if (file.data[i - 1] == '.')
            return str_sub(file, 0, i - 1);
    return file;
}

static Str without_brackets(Str message_id) {
    Str id = str_trim(message_id);
    if (str_starts(id, STR("<")) && str_ends(id, STR(">")))
        id = str_trim(str_sub(id, 1, id.len - 1));
    return id;
}

/* The ticket's own id, else the name of the file that holds it alone, else Message-ID, else its place in the file. */
static Str ticket_id(Arena *arena, const FeedItem *item, const Ticket *ticket) {
    Str message_id = without_brackets(ticket->message_id);
    if (ticket->id.len)
        return ticket->id;
    if (item->alone)
        return header_clean(arena, charset_to_utf8(arena, file_stem(item->file), STR_NONE, LANGUAGE_UNKNOWN, NULL));
    if (message_id.len)
        return message_id;
    Str name = str_eq(item->file, STR("-")) ? STR("stdin") : file_stem(item->file);
    return header_clean(arena, arena_printf(arena, STR_FMT "-%zu", STR_ARG(name), item->index));
}

/* A text that only its charset hid may be something better. */
static void read_text(const Lexicon *lexicon, Arena *arena, const FeedItem *item, Ticket *ticket) {
    Str utf8 = charset_to_utf8(arena, item->bytes, STR_NONE, LANGUAGE_UNKNOWN, NULL), error;
    FeedItem inner = *item;
    inner.bytes = utf8;
    bool wide = utf8.data < item->bytes.data || utf8.data >= item->bytes.data + item->bytes.len;
    Sniffed form = wide ? sniff(str_sub(utf8, 0, SNIFF_BYTES)) : SNIFF_TEXT;
    if (form == SNIFF_MESSAGE)
        mail_read(arena, item->extractor, utf8, ticket);
    else if ((form != SNIFF_JSON && form != SNIFF_NDJSON) || !ticket_json_read(arena, &inner, ticket, &error))
        ticket_text_read(lexicon, arena, utf8, ticket);
}

Ticket *ticket_parse(const Lexicon *lexicon, Arena *arena, const FeedItem *item, Str *error) {
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    ticket->file = item->file;
    if (str_given(item->error)) {
        *error = item->error;
        return NULL;
    }
    switch (item->form) {
    case TICKET_MESSAGE:
        mail_read(arena, item->extractor, item->bytes, ticket);
        break;
    case TICKET_JSON:
        if (!ticket_json_read(arena, item, ticket, error))
            return NULL;
        break;
    case TICKET_TEXT:
        read_text(lexicon, arena, item, ticket);
        break;
    }
    ticket->id = ticket_id(arena, item, ticket);
    return ticket;
}
