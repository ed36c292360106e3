#include "model/model.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "base/banned.h"

#define WORD(name, word) word,
static const LanguageFacts languages[] = {
#define LANGUAGE(name, tag, icu, ocr, decimal, charset) {tag, icu, ocr, decimal, charset},
#include "model/languages.inc"
#undef LANGUAGE
};
static const char *const detail_words[] = {DETAIL_LIST(WORD)};
static const char *const kind_words[] = {KIND_LIST(WORD)};
static const char *const decision_words[] = {DECISION_LIST(WORD)};
static const char *const finding_words[] = {FINDING_LIST(WORD)};
static const char *const intent_words[] = {INTENT_LIST(WORD)};
static const char *const source_words[] = {SOURCE_LIST(WORD)};
static const char *const listing_words[] = {LISTING_LIST(WORD)};
#undef WORD

const LanguageFacts *language_facts(Language language) {
    return &languages[language < LANGUAGE_COUNT ? language : LANGUAGE_EN];
}
const char *language_word(Language language) {
    return language_facts(language)->tag;
}
const char *detail_word(Detail detail) {
    return detail_words[detail];
}
const char *kind_word(Kind kind) {
    return kind_words[kind];
}
const char *decision_word(Decision decision) {
    return decision_words[decision];
}
const char *finding_word(FindingCode code) {
    return finding_words[code];
}
const char *intent_word(Intent intent) {
    return intent_words[intent];
}
const char *source_word(Source source) {
    return source_words[source];
}
const char *listing_word(Listing listing) {
    return listing_words[listing];
}

Language language_of_tag(Str tag) {
    static const struct {
        Str prefix;
        Language language;
    } more[] = {{STR("zh-Hant"), LANGUAGE_ZH_TW}, {STR("zh-HK"), LANGUAGE_ZH_TW}, {STR("zh-MO"), LANGUAGE_ZH_TW},
                {STR("zh_TW"), LANGUAGE_ZH_TW},   {STR("zh"), LANGUAGE_ZH_CN},    {STR("pt"), LANGUAGE_PT_BR}};
    tag = str_trim(tag);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (str_eq_nocase(tag, str_of(languages[i].tag)))
            return (Language)i;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        Str p = more[i].prefix;
        if (str_starts_nocase(tag, p) && (tag.len == p.len || tag.data[p.len] == '-' || tag.data[p.len] == '_'))
            return more[i].language;
    }
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (strlen(languages[i].tag) == 2 && tag.len > 2 && (tag.data[2] == '-' || tag.data[2] == '_') &&
            str_eq_nocase(str_sub(tag, 0, 2), str_of(languages[i].tag)))
            return (Language)i;
    return LANGUAGE_UNKNOWN;
}

bool detail_is_number(Detail detail) {
    return detail == DETAIL_MONTH || detail == DETAIL_YEAR || detail == DETAIL_PURCHASE_UNITS ||
           detail == DETAIL_KPI_VALUE || detail == DETAIL_REVENUE_VALUE;
}

void detail_set_number(Details *details, Detail detail, Decimal number) {
    details->value[detail] = (Value){.number = number};
    details->given |= DETAIL_BIT(detail);
}

void detail_set_text(Details *details, Detail detail, Str text) {
    details->value[detail] = (Value){.text = text};
    details->given |= DETAIL_BIT(detail);
}

Str detail_str(Arena *arena, const Details *details, Detail detail) {
    if (!detail_given(details, detail))
        return STR("");
    const Value *value = &details->value[detail];
    return detail_is_number(detail) ? decimal_str(arena, value->number) : value->text;
}

Str row_detail(Arena *arena, const Row *row, Detail detail) {
    switch (detail) {
    case DETAIL_MONTH:
        return arena_printf(arena, "%d", row->month);
    case DETAIL_YEAR:
        return arena_printf(arena, "%d", row->year);
    case DETAIL_OMLP_TYPE:
        return row->omlp_type;
    case DETAIL_PURCHASE_UNITS:
        return decimal_str(arena, row->units);
    case DETAIL_INVOICE_NUMBER:
        return row->invoice_number;
    case DETAIL_KPI_VALUE:
        return decimal_str(arena, row->kpi);
    case DETAIL_REVENUE_VALUE:
        return decimal_str(arena, row->revenue);
    case DETAIL_CURRENCY:
        return row->currency;
    default:
        return STR_NONE;
    }
}

/* A plain byte of a number as it is compared; 0 when it does not count. */
static char folded_ascii(unsigned char c) {
    if (c >= 'A' && c <= 'Z')
        return (char)(c + ('a' - 'A'));
    return c <= ' ' || c == '-' || c == '.' || c == '/' || c == '#' ? '\0' : (char)c;
}

/* The next code point of a number as it is compared; 0 at the end. */
static uint32_t folded_next(Str s, size_t *at) {
    while (*at < s.len) {
        size_t size;
        if ((unsigned char)s.data[*at] < 0x80) {
            char plain = folded_ascii((unsigned char)s.data[(*at)++]);
            if (plain)
                return (unsigned char)plain;
            continue;
        }
        uint32_t c = utf8_decode(s, *at, &size);
        *at += size;
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        else if (c >= 0x0410 && c <= 0x042F)
            c += 0x20;
        else if ((c >= 0xC0 && c <= 0xDE && c != 0xD7))
            c += 0x20;
        bool dash = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD || c == 0x30FC ||
                    c == 0xFE58 || c == 0xFE63;
        bool blank = c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
                     c == 0x2060 || c == 0xFEFF;
        if (!dash && !blank && c != '.' && c != '/' && c != '#')
            return c;
    }
    return 0;
}

static bool is_ascii(Str s) {
    unsigned char all = 0;
    for (size_t i = 0; i < s.len; i++)
        all |= (unsigned char)s.data[i];
    return all < 0x80;
}

/* Most numbers are plain bytes: these are folded in place. */
static Str number_fold_ascii(Arena *arena, Str number) {
    char *out = arena_alloc(arena, number.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < number.len; i++) {
        char c = folded_ascii((unsigned char)number.data[i]);
        if (c && (c != '0' || len))
            out[len++] = c;
    }
    return (Str){out, len};
}

Str number_fold(Arena *arena, Str number) {
    if (is_ascii(number))
        return number_fold_ascii(arena, number);
    Buf buf = {.arena = arena};
    size_t at = 0;
    buf_reserve(&buf, number.len);
    for (uint32_t c; (c = folded_next(number, &at));) {
        if (c == '0' && buf.len == 0)
            continue;
        buf_add_utf8(&buf, c);
    }
    return buf_str(&buf);
}

static bool same_number(Str a, Str b) {
    size_t i = 0, j = 0;
    uint32_t x, y;
    if (str_eq(a, b))
        return true;
    do
        x = folded_next(a, &i);
    while (x == '0');
    do
        y = folded_next(b, &j);
    while (y == '0');
    while (x == y && x) {
        x = folded_next(a, &i);
        y = folded_next(b, &j);
    }
    return x == y;
}

bool detail_same(Detail detail, const Value *a, const Value *b) {
    if (detail_is_number(detail))
        return decimal_cmp(a->number, b->number) == 0;
    if (detail == DETAIL_INVOICE_NUMBER)
        return same_number(a->text, b->text);
    return str_eq_nocase(a->text, b->text);
}
