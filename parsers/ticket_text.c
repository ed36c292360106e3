#include "parsers/ticket_text.h"

#include "parsers/flow.h"
#include "parsers/mail_date.h"
#include "parsers/mail_header.h"
#include "base/banned.h"

#define HEAD_LINES 12  /* a pasted head is no longer */
#define WORD_BYTES 40  /* neither is a word before its colon */

/* The header word before the colon and the value behind it. */
static bool head_line(const Lexicon *lexicon, Arena *arena, Str line, MailWord *word, Str *value) {
    ptrdiff_t colon = str_find_char(line, ':'), wide = str_find(line, STR("：")), at = colon < 0 ? wide : colon;
    if (wide >= 0 && wide < at)
        at = wide;
    if (at <= 0 || at > WORD_BYTES)
        return false;
    Hits hits = {0};
    if (!lexicon_whole(lexicon, arena, str_trim(str_sub(line, 0, (size_t)at)), LEX_MAIL, &hits))
        return false;
    *value = str_trim(str_sub(line, (size_t)at + (at == wide ? 3 : 1), line.len));
    for (size_t i = 0; i < hits.len; i++) {
        *word = (MailWord)hits.items[i].key;
        if (*word == MAIL_FROM || *word == MAIL_SENT || *word == MAIL_TO || *word == MAIL_CC || *word == MAIL_SUBJECT)
            return true;
    }
    return false;
}

static void take_from(Arena *arena, Str value, Ticket *ticket) {
    HeaderCharset charset = {STR_NONE, LANGUAGE_UNKNOWN};
    Mailboxes boxes = {0};
    header_mailboxes(arena, value, &charset, &boxes);
    if (boxes.len == 0)
        return;
    ticket->requester_name = boxes.items[0].name;
    ticket->requester_email = boxes.items[0].email;
}

static void take(Arena *arena, MailWord word, Str value, Ticket *ticket) {
    HeaderCharset charset = {STR_NONE, LANGUAGE_UNKNOWN};
    switch (word) {
    case MAIL_FROM:
        take_from(arena, value, ticket);
        break;
    case MAIL_SUBJECT:
        ticket->subject = header_text(arena, value, &charset);
        break;
    case MAIL_TO:
        ticket->to = header_clean(arena, value);
        break;
    case MAIL_CC:
        ticket->cc = header_clean(arena, value);
        break;
    default:
        if (mail_date(arena, value, &ticket->received, &ticket->received_date))
            break;
        if (date_parse_iso(value, &ticket->received_date))
            ticket->received = header_clean(arena, value);
        break;
    }
}

void ticket_text_read(const Lexicon *lexicon, Arena *arena, Str utf8, Ticket *ticket) {
    Str text = flow_lines(arena, utf8), rest = text, body = text, line, value;
    Ticket head = {0};
    unsigned seen = 0;
    for (int i = 0; lexicon && i < HEAD_LINES && str_line(&rest, &line); i++) {
        MailWord word;
        bool blank = str_empty(str_trim(line));
        if (blank && seen)
            break;
        if (!blank && (!head_line(lexicon, arena, line, &word, &value) || (seen & (1u << word))))
            break;
        if (blank)
            continue;
        seen |= 1u << word;
        take(arena, word, value, &head);
        body = rest;
    }
    ticket->text = text;
    if (!(seen & (1u << MAIL_SUBJECT | 1u << MAIL_FROM)))
        return;
    ticket->text = body;
    ticket->subject = head.subject;
    ticket->requester_name = head.requester_name;
    ticket->requester_email = head.requester_email;
    ticket->to = head.to;
    ticket->cc = head.cc;
    ticket->received = head.received;
    ticket->received_date = head.received_date;
}
