#include "parsers/reading.h"

#include "parsers/claims.h"
#include "parsers/intent.h"
#include "parsers/label_guess.h"
#include "parsers/language.h"
#include "parsers/papers.h"
#include "parsers/partner.h"
#include "base/banned.h"

#define BODY_MAX ((size_t)4 * 1024 * 1024)   /* of a body is read; nobody writes more */
#define QUOTE_MIN 60 /* bytes of a quoted mail that tell its language; its head is shorter */
#define TABLE_MAX ((size_t)4 * 1024 * 1024)  /* of an attached table: some 100,000 purchases, at 8 KB of memory each */

/* ---- segments of the ticket, in raw offsets ---- */

static void put_segments(Arena *arena, const Layout *layout, Ticket *ticket) {
    for (size_t i = 0; i < layout->parts.len; i++) {
        const Part *part = &layout->parts.items[i];
        bool last = i + 1 == layout->parts.len;
        size_t end = !last ? layout->parts.items[i + 1].span.from : layout->text.folded.len;
        *VEC_PUSH(arena, &ticket->segments) = (Segment){.zone = part->zone,
                                                        .from = i ? layout->text.map[part->span.from] : 0,
                                                        .to = last ? ticket->text.len : layout->text.map[end],
                                                        .depth = part->depth};
    }
}

/* ---- documents ---- */

static Document *body_document(Arena *arena, const Layout *layout, size_t first, size_t last) {
    Document *document = ARENA_NEW(arena, Document);
    size_t from = layout->parts.items[first].span.from, to = layout->parts.items[last - 1].span.to;
    document->name = STR("body");
    document->readable = true;
    document->text = text_raw(&layout->text, from, to);
    document->from = (size_t)(document->text.data - layout->text.raw.data);
    document->to = document->from + document->text.len;
    return document;
}

/* Forwarded and pasted documents, and quoted mails that turn out to be one. */
static void read_inline_documents(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading) {
    for (size_t i = 0; i < layout->parts.len;) {
        size_t last = i + 1;
        Zone zone = layout->parts.items[i].zone;
        if (zone != ZONE_DOCUMENT) {
            i++;
            continue;
        }
        while (last < layout->parts.len && layout->parts.items[last].zone == zone)
            last++;
        Document *document = body_document(arena, layout, i, last);
        papers_read(lexicon, arena, reading->language, document, &reading->documents);
        i = last;
    }
}

static void read_attachments(const Lexicon *lexicon, Arena *arena, const Ticket *ticket, Reading *reading) {
    for (size_t i = 0; i < ticket->documents.len; i++) {
        papers_read(lexicon, arena, reading->language, ticket->documents.items[i], &reading->documents);
    }
}

/* ---- claims ---- */

typedef struct View {
    Reader reader;
    Mentions mentions;
    Strs excluded;
} View;

static void view_init(View *view, const Lexicon *lexicon, Arena *arena, const Layout *layout, const Reading *reading) {
    DayOrder order = when_order_of_text(lexicon, &layout->text);
    *view = (View){0};
    view->reader = (Reader){.lexicon = lexicon,
                            .arena = arena,
                            .language = reading->language,
                            .numbers = number_habit_of_text(&layout->text),
                            .dates = {.order = order,
                                      .written = reading->ticket->received_date,
                                      .language = reading->language},
                            .text = &layout->text,
                            .source = SOURCE_BODY};
}

static void view_bind(View *view) {
    view->reader.out = &view->mentions;
    view->reader.excluded = &view->excluded;
}

/* What the mentions say is in the claims now. */
static void view_settle(View *view, bool quoted, Claims *out) {
    claims_settle(view->reader.arena, &view->mentions, &view->excluded, quoted, out);
    VEC_DROP(view->reader.arena, &view->mentions);
}

static void read_lines(View *view, const Layout *layout, size_t first, size_t last, bool *taken) {
    tabular_read(&view->reader, layout, first, last, taken);
    labelled_read(&view->reader, layout, first, last, taken);
    prose_read(&view->reader, layout, first, last, taken);
}

static void read_zone(View *view, const Layout *layout, Zone zone, Source source) {
    bool *taken = ARENA_ARRAY(view->reader.arena, bool, layout->lines.len + 1);
    view->reader.source = source;
    view->reader.text = &layout->text;
    for (size_t i = 0; i < layout->parts.len; i++) {
        const Part *part = &layout->parts.items[i];
        view->reader.spoke = false;
        if (part->zone == zone)
            read_lines(view, layout, part->first, part->last, taken);
    }
}

static void read_subject(View *view, const Text *subject) {
    Reader *reader = &view->reader;
    reader->text = subject;
    reader->source = SOURCE_SUBJECT;
    reader->subject = true;
    prose_span(reader, 0, subject->folded.len);
    reader->subject = false;
}

/* What the fields of the helpdesk's form are; those whose names say nothing are asked for their values, once the others are known. */
static Header *fields_headers(Reader *reader, const Fields *fields) {
    Header *headers = ARENA_ARRAY(reader->arena, Header, fields->len + 1);
    unsigned seen = 0;
    for (size_t i = 0; i < fields->len; i++) {
        headers[i] = header_read(reader->lexicon, reader->arena, reader->language, fields->items[i].name);
        if (headers[i].label != LABEL_COUNT)
            seen |= 1u << headers[i].label;
    }
    for (size_t i = 0; i < fields->len; i++) {
        Text value, name;
        text_fold(reader->arena, fields->items[i].name, &name);
        text_fold(reader->arena, fields->items[i].value, &value);
        reader->text = &value;
        headers[i].label = label_of_field(reader, headers[i].label, &name, (Span){0, name.folded.len}, seen, false, (Span){0, value.folded.len});
        if (headers[i].label != LABEL_COUNT)
            seen |= 1u << headers[i].label;
    }
    return headers;
}

static void read_fields(View *view, const Ticket *ticket) {
    Reader *reader = &view->reader;
    const Header *headers = fields_headers(reader, &ticket->fields);
    reader->source = SOURCE_FIELD;
    reader->place = ++reader->places;
    reader->record = 0;
    for (size_t i = 0; i < ticket->fields.len; i++) {
        const Field *field = &ticket->fields.items[i];
        Header header = headers[i];
        if (header.label == LABEL_COUNT)
            continue;
        Text *value = ARENA_NEW(reader->arena, Text);
        text_fold(reader->arena, field->value, value);
        reader->text = value;
        reader->where = field->name;
        reader->item++;
        field_read(reader, &header, header.role, 0, value->folded.len);
    }
    reader->place = 0;
    reader->where = STR_NONE;
}

/* "All values in INR excl. GST", a title or a note of the sheet: what it says of the money holds for every row. */
static void read_table_currency(View *view, const Layout *layout, const bool *taken) {
    Mentions *said = view->reader.out;
    size_t kept = said->len;
    prose_read(&view->reader, layout, 0, layout->lines.len, taken);
    for (size_t i = kept; i < said->len; i++)
        if (said->items[i].detail == DETAIL_CURRENCY)
            said->items[kept++] = said->items[i];
    said->len = kept;
}

static void read_table(const Lexicon *lexicon, Arena *arena, const Reading *reading, const Document *document,
                       Notes *notes, Claims *out) {
    Layout layout;
    View view;
    if (document->text.len > TABLE_MAX)
        note_add(arena, notes, document->name, 0, "only the first %zu bytes of %zu are read", TABLE_MAX,
                 document->text.len);
    layout_read(lexicon, arena, str_sub(document->text, 0, TABLE_MAX), &layout);
    view_init(&view, lexicon, arena, &layout, reading);
    view_bind(&view);
    view.reader.source = SOURCE_ATTACHMENT;
    view.reader.where = document->name;
    bool *taken = ARENA_ARRAY(arena, bool, layout.lines.len + 1);
    tabular_read(&view.reader, &layout, 0, layout.lines.len, taken);
    read_table_currency(&view, &layout, taken);
    view_settle(&view, false, out);
}

static bool has_zone(const Layout *layout, Zone zone) {
    for (size_t i = 0; i < layout->parts.len; i++)
        if (layout->parts.items[i].zone == zone)
            return true;
    return false;
}

/* Earlier mails may be in another language than the newest. */
static Language language_of_quotes(const Lexicon *lexicon, Arena *arena, const Layout *layout, Language otherwise) {
    for (size_t i = 0; i < layout->parts.len; i++) {
        const Part *part = &layout->parts.items[i];
        if (part->zone != ZONE_QUOTED || part->span.to - part->span.from < QUOTE_MIN)
            continue;
        Text text = text_part(&layout->text, part->span.from, part->span.to);
        Language language = language_of_text(lexicon, arena, &text);
        return language < LANGUAGE_COUNT ? language : otherwise;
    }
    return otherwise;
}

/* What the new text denies of the earlier mails, the figure that takes its place, and what it adds to them. */
static void keep_denials(const View *view, Mentions *out) {
    for (size_t i = 0; i < view->mentions.len; i++)
        if (view->mentions.items[i].role == ROLE_DENIED || view->mentions.items[i].detail == DETAIL_COUNT || view->mentions.items[i].also)
            *VEC_PUSH(view->reader.arena, out) = view->mentions.items[i];
}

/* The claims of the earlier mails, read by the habits of the whole text. */
static void read_quotes(const Reader *habits, const Layout *layout, Language language, Claims *out) {
    View view = {.reader = *habits};
    view_bind(&view);
    view.reader.language = view.reader.dates.language = language_of_quotes(habits->lexicon, habits->arena, layout, language);
    read_zone(&view, layout, ZONE_QUOTED, SOURCE_QUOTED);
    view_settle(&view, true, out);
}

static void read_claims(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading, Notes *notes) {
    View view;
    Claims quoted = {0};
    Mentions denials = {0};
    view_init(&view, lexicon, arena, layout, reading);
    const Reader habits = view.reader;
    view_bind(&view);
    read_subject(&view, &layout->subject);
    read_fields(&view, reading->ticket);
    read_zone(&view, layout, ZONE_NEW, SOURCE_BODY);
    keep_denials(&view, &denials);
    view_settle(&view, false, &reading->claims);
    for (size_t i = 0; i < reading->documents.len; i++) {
        const Document *document = reading->documents.items[i];
        Claims table = {0};
        if (document->kind != KIND_CLAIM_TABLE || document->from_message)
            continue;
        read_table(lexicon, arena, reading, document, notes, &table);
        claims_join_table(arena, &reading->claims, &table);
    }
    if (has_zone(layout, ZONE_QUOTED))
        read_quotes(&habits, layout, reading->language, &quoted);
    claims_complete(&denials, &reading->claims, &quoted);
}

Reading *reading_read(const Lexicon *lexicon, Arena *arena, Ticket *ticket) {
    Reading *reading = ARENA_NEW(arena, Reading);
    Layout layout;
    reading->ticket = ticket;
    if (ticket->text.len > BODY_MAX)
        note_add(arena, &ticket->notes, STR("body"), 0, "only the first %zu bytes of %zu are read", BODY_MAX,
                 ticket->text.len);
    layout_read(lexicon, arena, str_sub(ticket->text, 0, BODY_MAX), &layout);
    segment_text(lexicon, arena, ticket, &layout);
    put_segments(arena, &layout, ticket);
    Language given = str_given(ticket->language_given) ? language_of_tag(ticket->language_given) : LANGUAGE_UNKNOWN;
    reading->language = language_read(lexicon, arena, &layout, given, &reading->language_confidence);
    read_inline_documents(lexicon, arena, &layout, reading);
    read_attachments(lexicon, arena, ticket, reading);
    partner_read(lexicon, arena, &layout, reading);
    read_claims(lexicon, arena, &layout, reading, &ticket->notes);
    intent_read(lexicon, arena, &layout, reading);
    if (reading->intent == INTENT_DIRECTORY_LISTING)
        listing_read(lexicon, arena, &layout, reading);
    return reading;
}
