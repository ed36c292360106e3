#include "parsers/extract_wire.h"

#include "base/utf8.h"
#include "base/banned.h"

#define ONE_LINE_MAX ((size_t)4096) /* bytes of a name, a reason, a number; more is cut by the writer, refused by the reader */
#define LIST_MAX     100000         /* items, numbers quoted */

/* Tags. A paper begins with its role and its facts with their kind; an item with its description. */
enum {
    TAG_PAPER = 'P',
    TAG_NAME = 'n',
    TAG_TYPE = 'c',
    TAG_SCANNED = 'S',
    TAG_REFUSED = 'r',
    TAG_REMARK = 'e', /* the reason of what can be read */
    TAG_TEXT = 't',
    TAG_RECOGNIZED = 'o',
    TAG_BYTES = 'b',
    TAG_FACTS = 'F',
    TAG_SELF_BILLED = 's',
    TAG_WHY = 'w',
    TAG_NUMBER = 'u',
    TAG_QUOTE = 'q',
    TAG_DATE = 'd',
    TAG_CURRENCY = 'y',
    TAG_NET = 'm',
    TAG_ITEM = 'I',
    TAG_UNITS = 'k',
    TAG_ITEM_NET = 'v',
    TAG_END = 'E'
};

static bool is_blank_control(uint32_t c) {
    return c == '\n' || c == '\t' || c == EXTRACT_PAGE_BREAK;
}

static bool is_control(uint32_t c) {
    return c < 0x20 || c == 0x7F;
}

/* ---- writing ---- */

static void put(Buf *out, char tag, Str value) {
    uint32_t n = (uint32_t)value.len;
    char head[5] = {tag, (char)n, (char)(n >> 8), (char)(n >> 16), (char)(n >> 24)};
    buf_add(out, (Str){head, sizeof head});
    buf_add(out, value);
}

/* Valid UTF-8 without control characters, but for those that part lines and cells where `lines`. */
static Str cleaned(Buf *scratch, Str text, bool lines) {
    scratch->len = 0;
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t c = utf8_decode(text, at, &size);
        if (is_control(c) && !(lines && is_blank_control(c)))
            buf_add_char(scratch, ' ');
        else
            buf_add_utf8(scratch, c);
    }
    return buf_str(scratch);
}

static bool is_clean(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (is_control((unsigned char)text.data[i]) && !is_blank_control((unsigned char)text.data[i]))
            return false;
    return utf8_valid(text);
}

static void put_text(Buf *out, Buf *scratch, Str text) {
    put(out, TAG_TEXT, is_clean(text) ? text : cleaned(scratch, text, true));
}

static void put_line(Buf *out, Buf *scratch, char tag, Str text) {
    if (!str_given(text))
        return;
    Str line = cleaned(scratch, text, false);
    size_t end = line.len;
    if (end > ONE_LINE_MAX)
        for (end = ONE_LINE_MAX; ((unsigned char)line.data[end] & 0xC0) == 0x80; end--)
            ;
    put(out, tag, str_sub(line, 0, end));
}

static void put_facts(Buf *out, Buf *scratch, const PaperFacts *facts) {
    put_line(out, scratch, TAG_FACTS, str_of(kind_word(facts->kind)));
    if (facts->self_billed)
        put(out, TAG_SELF_BILLED, STR(""));
    put_line(out, scratch, TAG_WHY, facts->why);
    put_line(out, scratch, TAG_NUMBER, facts->number);
    for (size_t i = 0; i < facts->quotes.len; i++)
        put_line(out, scratch, TAG_QUOTE, facts->quotes.items[i]);
    if (date_valid(facts->issue_date))
        put(out, TAG_DATE, date_iso(out->arena, facts->issue_date));
    put_line(out, scratch, TAG_CURRENCY, facts->currency);
    if (facts->has_net)
        put(out, TAG_NET, decimal_str(out->arena, facts->net));
    for (size_t i = 0; i < facts->items.len; i++) {
        const InvoiceItem *item = &facts->items.items[i];
        put_line(out, scratch, TAG_ITEM, str_given(item->description) ? item->description : STR(""));
        if (item->has_units)
            put(out, TAG_UNITS, decimal_str(out->arena, item->units));
        if (item->has_net)
            put(out, TAG_ITEM_NET, decimal_str(out->arena, item->net));
    }
}

void wire_write(Buf *out, const Extract *extract) {
    Buf scratch = {.arena = out->arena};
    for (size_t i = 0; i < extract->papers.len; i++) {
        const Paper *paper = &extract->papers.items[i];
        char role = (char)('0' + paper->role);
        put(out, TAG_PAPER, (Str){&role, 1});
        put_line(out, &scratch, TAG_NAME, paper->name);
        put_line(out, &scratch, TAG_TYPE, paper->content_type);
        if (paper->scanned)
            put(out, TAG_SCANNED, STR(""));
        if (!paper->readable)
            put_line(out, &scratch, TAG_REFUSED, str_given(paper->reason) ? paper->reason : STR("it cannot be read"));
        else
            put_line(out, &scratch, TAG_REMARK, paper->reason);
        if (str_given(paper->text))
            put_text(out, &scratch, paper->text);
        if (paper->recognized)
            put(out, TAG_RECOGNIZED, STR(""));
        if (str_given(paper->bytes))
            put(out, TAG_BYTES, paper->bytes);
        if (paper->facts.given)
            put_facts(out, &scratch, &paper->facts);
    }
    put(out, TAG_END, STR(""));
}

/* ---- reading ---- */

typedef struct Wire {
    Arena *arena;
    Extract *out;
    Paper *paper;      /* the last one; NULL before the first */
    InvoiceItem *item; /* the last one of its facts; NULL before the first */
    bool paper_seen[128], item_seen[128]; /* tags that may stand once, in the paper and in the item */
} Wire;

static bool is_line(Str value) {
    for (size_t i = 0; i < value.len; i++)
        if (is_control((unsigned char)value.data[i]))
            return false;
    return value.len <= ONE_LINE_MAX && utf8_valid(value);
}

static bool take_line(Str value, Str *out) {
    *out = value;
    return is_line(value);
}

static bool take_paper(Wire *wire, Str value) {
    if (value.len != 1 || value.data[0] < '0' || value.data[0] >= '0' + PAPER_ROLE_COUNT ||
        wire->out->papers.len == EXTRACT_PAPERS_MAX)
        return false;
    PaperRole role = (PaperRole)(value.data[0] - '0');
    if (role == PAPER_SELF && wire->paper)
        return false;
    wire->paper = extract_add(wire->arena, wire->out, role);
    wire->item = NULL;
    memset(wire->paper_seen, 0, sizeof wire->paper_seen);
    return true;
}

static bool take_kind(Wire *wire, Str value) {
    PaperFacts *facts = &wire->paper->facts;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (str_eq_cstr(value, kind_word((Kind)kind))) {
            facts->given = true;
            facts->kind = (Kind)kind;
            return wire->paper->readable;
        }
    return false;
}

static bool take_date(Str value, Date *out) {
    return value.len == 10 && date_parse_iso(value, out) && date_valid(*out);
}

static bool take_currency(Str value, Str *out) {
    for (size_t i = 0; i < value.len; i++)
        if (value.data[i] < 'A' || value.data[i] > 'Z')
            return false;
    *out = value;
    return value.len == 3;
}

static bool take_quote(Wire *wire, Str value) {
    if (wire->paper->facts.quotes.len == LIST_MAX)
        return false;
    *VEC_PUSH(wire->arena, &wire->paper->facts.quotes) = value;
    return is_line(value);
}

static bool take_item(Wire *wire, Str value) {
    if (wire->paper->facts.items.len == LIST_MAX)
        return false;
    wire->item = VEC_PUSH(wire->arena, &wire->paper->facts.items);
    memset(wire->item_seen, 0, sizeof wire->item_seen);
    return take_line(value, &wire->item->description);
}

static bool take_decimal(Str value, Decimal *out, bool *has) {
    *has = decimal_parse(value, out);
    return *has;
}

/* What may stand once only. */
static bool is_repeated(Wire *wire, char tag) {
    bool *seen = tag == TAG_UNITS || tag == TAG_ITEM_NET ? wire->item_seen : wire->paper_seen;
    bool before = seen[(int)tag];
    seen[(int)tag] = true;
    return before && tag != TAG_PAPER && tag != TAG_QUOTE && tag != TAG_ITEM;
}

static bool take_fact(Wire *wire, char tag, Str value) {
    PaperFacts *facts = &wire->paper->facts;
    if (!facts->given)
        return false;
    switch (tag) {
    case TAG_SELF_BILLED:
        facts->self_billed = true;
        return value.len == 0;
    case TAG_WHY:
        return take_line(value, &facts->why);
    case TAG_NUMBER:
        return take_line(value, &facts->number);
    case TAG_QUOTE:
        return take_quote(wire, value);
    case TAG_DATE:
        return take_date(value, &facts->issue_date);
    case TAG_CURRENCY:
        return take_currency(value, &facts->currency);
    case TAG_NET:
        return take_decimal(value, &facts->net, &facts->has_net);
    case TAG_ITEM:
        return take_item(wire, value);
    case TAG_UNITS:
        return wire->item && take_decimal(value, &wire->item->units, &wire->item->has_units);
    case TAG_ITEM_NET:
        return wire->item && take_decimal(value, &wire->item->net, &wire->item->has_net);
    default:
        return false;
    }
}

static bool take(Wire *wire, char tag, Str value) {
    if (tag == TAG_PAPER)
        return take_paper(wire, value);
    if (!wire->paper || tag <= 0 || is_repeated(wire, tag))
        return false;
    Paper *paper = wire->paper;
    bool packed = paper->role == PAPER_FILE || paper->role == PAPER_DATA;
    switch (tag) {
    case TAG_NAME:
        return take_line(value, &paper->name);
    case TAG_TYPE:
        return take_line(value, &paper->content_type);
    case TAG_SCANNED:
        paper->scanned = true;
        return value.len == 0;
    case TAG_REFUSED:
        paper->readable = false;
        return !paper->facts.given && take_line(value, &paper->reason) && value.len > 0;
    case TAG_REMARK:
        return paper->readable && take_line(value, &paper->reason);
    case TAG_TEXT:
        paper->text = value;
        return !packed && is_clean(value);
    case TAG_RECOGNIZED:
        paper->recognized = true;
        return !packed && value.len == 0;
    case TAG_BYTES:
        paper->bytes = value;
        return packed;
    case TAG_FACTS:
        return !packed && take_kind(wire, value);
    default:
        return take_fact(wire, tag, value);
    }
}

bool wire_read(Arena *arena, Str bytes, Extract *out) {
    Wire wire = {.arena = arena, .out = out};
    *out = (Extract){0};
    for (size_t at = 0; bytes.len - at >= 5;) {
        const unsigned char *head = (const unsigned char *)bytes.data + at;
        size_t len = head[1] | (size_t)head[2] << 8 | (size_t)head[3] << 16 | (size_t)head[4] << 24;
        at += 5;
        if (len > bytes.len - at)
            return false;
        if (head[0] == TAG_END)
            return len == 0 && at == bytes.len;
        if (head[0] >= 128 || !take(&wire, (char)head[0], str_sub(bytes, at, at + len)))
            return false;
        at += len;
    }
    return false;
}
