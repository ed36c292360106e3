#include "parsers/extracted.h"

#include "base/banned.h"

static void copy_stated(const Document *from, Document *to) {
    to->structured = true;
    to->kind = from->kind;
    to->accepted = from->kind == KIND_INVOICE;
    to->self_billed = from->self_billed;
    to->reason = from->reason;
    to->number = from->number;
    to->quotes = from->quotes;
    to->issue_date = from->issue_date;
    to->currency = from->currency;
    to->net = from->net;
    to->has_net = from->has_net;
    to->items = from->items;
}

static void take_facts(Document *document, const PaperFacts *facts) {
    Document stated = {.kind = facts->kind,
                       .self_billed = facts->self_billed,
                       .reason = facts->why,
                       .number = facts->number,
                       .quotes = facts->quotes,
                       .issue_date = facts->issue_date,
                       .currency = facts->currency,
                       .net = facts->net,
                       .has_net = facts->has_net,
                       .items = facts->items};
    if (facts->given)
        copy_stated(&stated, document);
}

static void take_paper(Document *document, const Paper *paper) {
    document->readable = paper->readable;
    document->reason = paper->reason;
    document->text = paper->text;
    document->recognized = paper->recognized;
    take_facts(document, &paper->facts);
}

/* A file within: "order.xml" by its own name, else by its place in the file; in an archive within an archive by its whole path. */
static Document *add_inner(const FormatContext *context, const Document *outer, const Paper *paper, size_t index) {
    Document *document = format_add(context->arena, context->ticket);
    document->name = paper->name;
    if (str_empty(document->name))
        document->name = arena_printf(context->arena, STR_FMT "#%zu", STR_ARG(outer->name), index + 1);
    else if (str_given(context->inside))
        document->name = arena_printf(context->arena, STR_FMT "/" STR_FMT, STR_ARG(context->inside), STR_ARG(document->name));
    document->content_type = paper->content_type;
    document->from_message = outer->from_message;
    return document;
}

static void open_file(const FormatContext *context, Document *document, const Paper *paper) {
    FormatContext inner = *context;
    inner.depth++;
    inner.charset = STR_NONE;
    inner.inside = document->name;
    document->bytes = paper->bytes;
    document->readable = paper->readable && inner.depth < FORMAT_NESTING_MAX;
    if (!document->readable)
        document->reason = paper->readable ? STR("files are nested too deeply") : paper->reason;
    format_open(&inner, document);
}

/* The machine-readable form of the paper, the first that is one: what it states is believed before the text. */
static void open_data(const FormatContext *context, Document *document, const Paper *paper) {
    Ticket aside = {0};
    FormatContext inner = *context;
    Document data = {.name = paper->name, .content_type = paper->content_type};
    inner.ticket = &aside;
    if (document->structured)
        return;
    open_file(&inner, &data, paper);
    if (data.structured) {
        copy_stated(&data, document);
        document->readable = true;
    }
}

/* An archive, a winmail.dat, a signed file: none of it is a paper, what it holds is. */
static void say_wrapper(Arena *arena, const Extract *extract, Document *document) {
    size_t files = extract->papers.len;
    if (files && extract->papers.items[0].role != PAPER_SELF)
        document->reason = files == 1 ? STR("it holds a file, which is judged by itself")
                                      : arena_printf(arena, "it holds %zu files, which are judged by themselves", files);
}

void extracted_open(const FormatContext *context, ExtractForm form, Document *document) {
    ExtractAsk ask = {.form = form, .language = context->language, .bytes = document->bytes};
    Extract extract = {0};
    context->extractor->read(context->extractor->self, context->arena, &ask, &extract);
    say_wrapper(context->arena, &extract, document);
    for (size_t i = 0; i < extract.papers.len; i++) {
        const Paper *paper = &extract.papers.items[i];
        if (paper->role == PAPER_SELF) {
            take_paper(document, paper);
        } else if (paper->role == PAPER_DATA) {
            open_data(context, document, paper);
        } else if (context->ticket->documents.len >= EXTRACTED_DOCUMENTS_MAX) {
            note_add(context->arena, &context->ticket->notes, document->name, 0, "too many files in it; the rest is left out");
            break;
        } else if (paper->role == PAPER_PART) {
            take_paper(add_inner(context, document, paper, i), paper);
        } else {
            open_file(context, add_inner(context, document, paper, i), paper);
        }
    }
}
