#include "parsers/extract/einvoice.h"

#include "base/buf.h"
#include "parsers/einvoice_syntax.h"
#include "parsers/extract/xml.h"
#include "base/banned.h"

#define WRAPPER_DEPTH  4    /* elements around the invoice: business headers, authorities' receipts */
#define WRAPPER_NODES  64   /* children looked at on each level of them */
#define NUMBER_MAX     60   /* bytes; a longer identifier is no number of a paper */
#define QUOTES_MAX     100
#define SELF_BILLED    "389" /* UNTDID 1001 */

typedef struct XmlPaper {
    Arena *arena;
    const Syntax *syntax;
    xmlNode *paper;
} XmlPaper;

static Str text(const XmlPaper *p, const char *paths) {
    return paths ? xml_text(p->arena, p->paper, paths) : STR_NONE;
}

/* "1000.0000" as 1000; XML writes a point and no grouping. False for an exponent or anything else. */
static bool number_of(Str s, Decimal *out) {
    if (str_starts(s, STR("+")))
        s = str_sub(s, 1, s.len);
    if (str_find_char(s, '.') >= 0) {
        while (s.len > 1 && s.data[s.len - 1] == '0' && s.data[s.len - 2] >= '0' && s.data[s.len - 2] <= '9')
            s.len--;
        if (str_ends(s, STR(".0")))
            s.len -= 2;
    }
    return decimal_parse(s, out);
}

/* "2020-01-31", "2020-01-31T10:00:00", "20200131" (format 102 of UN/CEFACT). */
static Date date_of(Str s) {
    Date date = {0};
    char iso[10];
    if (date_parse_iso(str_sub(s, 0, 10), &date))
        return date;
    if (s.len != 8)
        return (Date){0};
    memcpy(iso, s.data, 4);
    iso[4] = iso[7] = '-';
    memcpy(iso + 5, s.data + 4, 2);
    memcpy(iso + 8, s.data + 6, 2);
    return date_parse_iso((Str){iso, 10}, &date) ? date : (Date){0};
}

static Str number_text(const XmlPaper *p) {
    Str number = text(p, p->syntax->number), series = text(p, p->syntax->series);
    if (!number.len || number.len > NUMBER_MAX || series.len > NUMBER_MAX)
        return STR_NONE;
    return series.len ? arena_printf(p->arena, STR_FMT STR_FMT, STR_ARG(series), STR_ARG(number)) : number;
}

static bool sum_of(const XmlPaper *p, const char *path, Decimal *sum) {
    XmlNodes nodes = {0};
    *sum = (Decimal){0};
    if (path)
        xml_find(p->arena, p->paper, path, &nodes);
    for (size_t i = 0; i < nodes.of.len; i++) {
        Decimal part;
        if (!number_of(xml_node_text(p->arena, nodes.of.items[i]), &part) || !decimal_add(*sum, part, sum))
            return false;
    }
    return nodes.of.len > 0;
}

static void read_net(const XmlPaper *p, Document *document) {
    Decimal discount;
    document->has_net = number_of(text(p, p->syntax->net), &document->net) ||
                        sum_of(p, p->syntax->parts, &document->net);
    if (document->has_net && number_of(text(p, p->syntax->discount), &discount)) {
        discount.units = -discount.units;
        document->has_net = decimal_add(document->net, discount, &document->net);
    }
}

/* The number without its series is quoted too: partners write either. */
static void quotes_add(const XmlPaper *p, const char *path, Document *document) {
    XmlNodes nodes = {0};
    xml_find(p->arena, p->paper, path, &nodes);
    for (size_t k = 0; k < nodes.of.len && document->quotes.len < QUOTES_MAX; k++) {
        Str quote = xml_node_text(p->arena, nodes.of.items[k]);
        bool again = document->quotes.len && str_eq(document->quotes.items[document->quotes.len - 1], quote);
        if (quote.len && quote.len <= NUMBER_MAX && !again)
            *VEC_PUSH(p->arena, &document->quotes) = quote;
    }
}

static void read_quotes(const XmlPaper *p, Document *document) {
    if (document->number.len && text(p, p->syntax->series).len)
        *VEC_PUSH(p->arena, &document->quotes) = text(p, p->syntax->number);
    for (size_t i = 0; i < sizeof p->syntax->orders / sizeof *p->syntax->orders && p->syntax->orders[i]; i++)
        quotes_add(p, p->syntax->orders[i], document);
    /* An invoice may name the prepayments before it, which are not its own numbers. */
    if (p->syntax->corrects && document->kind == KIND_CREDIT_NOTE)
        quotes_add(p, p->syntax->corrects, document);
}

static void read_items(const XmlPaper *p, Document *document) {
    XmlNodes lines = {0};
    if (p->syntax->line)
        xml_find(p->arena, p->paper, p->syntax->line, &lines);
    for (size_t i = 0; i < lines.of.len && i < EINVOICE_ITEMS_MAX; i++) {
        XmlPaper line = {p->arena, p->syntax, lines.of.items[i]};
        InvoiceItem item = {.description = text(&line, p->syntax->item)};
        item.has_units = number_of(text(&line, p->syntax->quantity), &item.units);
        item.has_net = number_of(text(&line, p->syntax->amount), &item.net);
        if (item.description.len || item.has_net)
            *VEC_PUSH(p->arena, &document->items) = item;
    }
}

static Kind kind_of_code(const Syntax *syntax, Str code) {
    for (const CodeKind *entry = syntax->codes; entry->code; entry++)
        if (str_eq_cstr(code, entry->code))
            return entry->kind;
    return KIND_OTHER;
}

/* The root element and the type code decide, and a total below zero: what takes money back is no invoice. */
static void judge(const XmlPaper *p, Document *document) {
    const Syntax *syntax = p->syntax;
    Str code = text(p, syntax->code);
    bool coded = syntax->codes && code.len;
    document->kind = coded ? kind_of_code(syntax, code) : syntax->kind;
    document->self_billed = coded && str_eq_cstr(code, SELF_BILLED);
    Buf reason = {.arena = p->arena};
    buf_printf(&reason, "%s, \"%s\"", syntax->name, syntax->root);
    if (coded)
        buf_printf(&reason, ", type code \"" STR_FMT "\"", STR_ARG(code));
    if (document->kind == KIND_INVOICE && document->has_net && document->net.units < 0) {
        document->kind = KIND_CREDIT_NOTE;
        buf_add(&reason, STR(", with a total below zero"));
    }
    if (document->kind == KIND_INVOICE && !document->number.len) {
        document->kind = KIND_OTHER;
        buf_add(&reason, STR(", but it bears no number"));
    }
    document->accepted = document->kind == KIND_INVOICE;
    document->reason = buf_str(&reason);
}

static void read_paper(const XmlPaper *p, Document *document) {
    Str currency = text(p, p->syntax->currency);
    document->readable = document->structured = true;
    document->number = number_text(p);
    document->issue_date = date_of(text(p, p->syntax->date));
    document->currency = currency.len == 3 ? currency : str_of(p->syntax->currency_fixed);
    read_net(p, document);
    judge(p, document);
    read_quotes(p, document);
    read_items(p, document);
}

/* ---- the file ---- */

/* The element that a syntax is known by: the root, or one a few levels below it. */
static xmlNode *find_root(xmlNode *node, int depth, const Syntax **syntax) {
    *syntax = syntax_of_root(xml_name(node));
    if (*syntax || !depth)
        return *syntax ? node : NULL;
    size_t seen = 0;
    for (xmlNode *child = node->children; child && seen < WRAPPER_NODES; child = child->next) {
        xmlNode *found = child->type == XML_ELEMENT_NODE && ++seen ? find_root(child, depth - 1, syntax) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

static void read_file(Arena *arena, xmlNode *root, const Syntax *syntax, Document *document, Documents *more) {
    XmlNodes papers = {0};
    if (syntax->paper)
        xml_find(arena, root, syntax->paper, &papers);
    else
        *VEC_PUSH(arena, &papers.of) = root;
    if (!papers.of.len)
        document->reason = STR("its XML names an invoice, but holds none");
    for (size_t i = 0; i < papers.of.len && i < EINVOICE_PAPERS_MAX; i++) {
        Document *one = document;
        if (i) {
            one = ARENA_NEW(arena, Document);
            *VEC_PUSH(arena, more) = one;
        }
        read_paper(&(XmlPaper){arena, syntax, papers.of.items[i]}, one);
    }
}

/* DIAN wraps the invoice, as text, into a paper that says it was approved. */
static bool read_wrapped(Arena *arena, xmlNode *root, Document *document, Documents *more) {
    if (!str_eq(xml_name(root), STR("AttachedDocument")))
        return false;
    Document inner = *document;
    inner.bytes = xml_text(arena, root, "Attachment/ExternalReference/Description");
    if (str_find(inner.bytes, STR("AttachedDocument")) >= 0 || !inner.bytes.len)
        return false;
    einvoice_read(arena, &inner, more);
    inner.bytes = document->bytes;
    *document = inner;
    return inner.structured;
}

void einvoice_read(Arena *arena, Document *document, Documents *more) {
    const Syntax *syntax;
    document->kind = KIND_OTHER;
    document->accepted = document->readable = false;
    xmlDoc *doc = xml_open(document->bytes, &document->reason);
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    if (root && !read_wrapped(arena, root, document, more)) {
        xmlNode *known = find_root(root, WRAPPER_DEPTH, &syntax);
        document->readable = true;
        document->reason = arena_printf(arena, "XML of no known invoice or order: \"%.60s\"", (const char *)root->name);
        if (known)
            read_file(arena, known, syntax, document, more);
    }
    if (doc)
        xmlFreeDoc(doc);
}

/* ---- as a reader ---- */

static void add_paper(Arena *arena, Extract *out, PaperRole role, const Document *document) {
    Paper *paper = extract_add(arena, out, role);
    paper->readable = document->readable;
    paper->reason = document->reason;
    paper->facts = (PaperFacts){.given = document->structured,
                                .kind = document->kind,
                                .self_billed = document->self_billed,
                                .why = document->reason,
                                .number = document->number,
                                .quotes = document->quotes,
                                .issue_date = document->issue_date,
                                .currency = document->currency,
                                .net = document->net,
                                .has_net = document->has_net,
                                .items = document->items};
}

/* The library's tables, made once in the server. */
void einvoice_prepare(void) {
    xmlInitParser();
}

void einvoice_extract(Arena *arena, const ExtractAsk *ask, Extract *out) {
    Document document = {.bytes = ask->bytes};
    Documents more = {0};
    einvoice_read(arena, &document, &more);
    add_paper(arena, out, PAPER_SELF, &document);
    for (size_t i = 0; i < more.len; i++)
        add_paper(arena, out, PAPER_PART, more.items[i]);
}
