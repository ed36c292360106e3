#include "parsers/token.h"

#include "base/utf8.h"
#include "parsers/han_number.h"
#include "parsers/hangul.h"
#include "parsers/money.h"
#include "parsers/tax_rate.h"
#include "base/banned.h"

#define SMALL_WORD_MAX 5 /* bytes of a word that two languages may share by chance */
#define ADDRESS_MAX 256 /* bytes of an address of mail or web; a longer one is text */

static inline bool is_alnum(uint32_t c) {
    return (c >= '0' && c <= '9') || (text_is_letter(c) && !text_is_cjk(c));
}

static inline bool alnum_at(Str s, size_t at) {
    size_t size;
    return at < s.len && is_alnum(utf8_decode(s, at, &size));
}

static inline bool alnum_before(Str s, size_t at) {
    return at > 0 && alnum_at(s, utf8_back(s, at));
}

#define IDEOGRAPHS_A_WORD 3 /* where words are written without blanks: "数量は税抜で" counts as two */

static size_t ideographs_at(Str s, size_t at, size_t to, size_t *n) {
    size_t end = at, size;
    for (*n = 0; end < to && (unsigned char)s.data[end] >= 0xE3 && text_is_ideograph(utf8_decode(s, end, &size)); end += size)
        ++*n;
    return end;
}

size_t gap_words(Str s, size_t from, size_t to) {
    static const bool parting[256] = {['\0'] = true, [' '] = true, ['\n'] = true, ['\t'] = true, [','] = true, ['.'] = true,
                                      [';'] = true, [':'] = true, ['('] = true, [')'] = true, ['['] = true, [']'] = true,
                                      ['-'] = true, ['#'] = true, ['*'] = true, ['\''] = true, ['"'] = true, ['/'] = true};
    size_t n = 0, run;
    bool inside = false; /* a word written between blanks */
    from = hangul_tail_end(s, from); /* a particle is no word of its own */
    for (size_t i = from; i < to;) {
        size_t end = ideographs_at(s, i, to, &run);
        n += (run + IDEOGRAPHS_A_WORD - 1) / IDEOGRAPHS_A_WORD;
        inside &= !run;
        if (end > i) {
            i = end;
            continue;
        }
        if (str_starts(str_sub(s, i, to), STR("。"))) {
            inside = false;
            i += strlen("。");
            continue;
        }
        bool letter = !parting[(unsigned char)s.data[i]];
        n += letter && !inside;
        inside = letter;
        i++;
    }
    return n;
}

bool gap_breaks(Str s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (strchr(".;:()\n", s.data[i]))
            return true;
    return false;
}

static bool names_invoice(const Hit *hit) {
    return (hit->group == LEX_CUE && hit->key == CUE_INVOICE) || (hit->group == LEX_LABEL && hit->key == LABEL_INVOICE_NUMBER);
}

/* "25 KPIs should be shown": the label "KPIs should be" of a form still says in a sentence that it is right. */
static bool steers_label(const Hit *hit, const Hit *wider) {
    return hit->group == LEX_CUE && (hit->key == CUE_EXPECTED || hit->key == CUE_SHOWN) && wider->group == LEX_LABEL;
}

static bool is_contained(const Hits *hits, size_t n) {
    const Hit *hit = &hits->items[n];
    for (size_t i = 0; i < hits->len; i++) {
        const Hit *other = &hits->items[i];
        if (other->from > hit->from)
            break;
        bool complaint = other->group == LEX_INTENT && other->key == INTENT_WORD_COMPLAINT;
        if (complaint && hit->group == LEX_CUE && hit->key == CUE_SHOWN && other->from < hit->from && other->to > hit->from)
            return true; /* 計上漏れとなって|おります */
        bool wider = other->from <= hit->from && other->to >= hit->to && other->to - other->from > hit->to - hit->from;
        if (!wider)
            continue;
        if (other->group == LEX_INTENT) { /* "is not shown" is no word for what is shown */
            if (other->key == INTENT_WORD_COMPLAINT && hit->group == LEX_CUE && hit->key == CUE_SHOWN)
                return true;
        } else if ((other->group != LEX_NUMBER || hit->group == LEX_NUMBER) && !(names_invoice(hit) && other->group == LEX_CUE) &&
                   !steers_label(hit, other)) {
            return true; /* but "on the invoice" still says invoice */
        }
    }
    return false;
}

/* Labels that mean something over a column only; in a sentence the cues say the same. */
static bool names_column(const Hit *hit) {
    return hit->group == LEX_LABEL && (hit->key == LABEL_DASHBOARD_VALUE || hit->key == LABEL_EXPECTED_VALUE || hit->key == LABEL_MEASURE);
}

/* A counter of East Asia is one only behind a figure: 回 in 前回 and 本 in 日本 are not. */
static bool counts(Str s, const Hit *unit) {
    size_t at = unit->from, size;
    Decimal value;
    bool read;
    if ((unsigned char)s.data[at] < 0xE3 || !text_is_ideograph(utf8_decode(s, at, &size)))
        return true;
    while (at > 0 && unit->from - at < 2 && s.data[at - 1] == ' ')
        at--;
    if (at == 0)
        return false;
    size_t before = utf8_back(s, at);
    return (s.data[before] >= '0' && s.data[before] <= '9') || s.data[before] == ')' || s.data[before] == '"' ||
           han_number(s, before, &value, &read) || str_ends(str_sub(s, 0, at), STR("余"));
}

/* Portuguese "é MOC", Italian "e MOC" say that it is MOC, not "e-MOC". */
static bool begins_with_word(const Reader *reader, const Hit *type) {
    Str s = reader->text->folded;
    Hit word;
    return s.data[type->from + 1] == ' ' &&
           lexicon_in(reader->lexicon, reader->text, type->from + 1, type->from, LEX_LANGUAGE, &word) && reader_trusts(reader, &word);
}

bool word_is_small(const Reader *reader, const Hit *hit) {
    static const LexGroup groups[] = {LEX_LANGUAGE, LEX_NUMBER};
    Hit word;
    if (hit->languages & 1u << reader->language || hit->to - hit->from > SMALL_WORD_MAX)
        return false;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (lexicon_in(reader->lexicon, reader->text, hit->to, hit->from, groups[i], &word) && word.to == hit->to &&
            word.languages & 1u << reader->language)
            return true;
    return false;
}

static void words_read(Reader *reader, const Hits *hits, Tokens *out) {
    Hits trusted = {0};
    size_t label_end = 0;
    for (size_t i = 0; i < hits->len; i++) {
        const Hit *hit = &hits->items[i];
        if (names_column(hit) || (hit->group != LEX_TYPE && (!reader_trusts(reader, hit) || word_is_small(reader, hit))) ||
            (hit->group == LEX_TYPE && begins_with_word(reader, hit)) ||
            (hit->group == LEX_UNIT && !counts(reader->text->folded, hit)))
            continue;
        if (hit->group == LEX_LABEL && hit->from < label_end && hit->to > label_end)
            continue; /* "KPI value of invoice": the label that begins first stands */
        if (hit->group == LEX_LABEL && hit->to > label_end)
            label_end = hit->to;
        *VEC_PUSH(reader->arena, &trusted) = *hit;
    }
    for (size_t i = 0; i < trusted.len; i++) {
        const Hit *hit = &trusted.items[i];
        if (hit->group == LEX_INTENT || is_contained(&trusted, i))
            continue;
        Token token = {.from = hit->from, .to = hit->to, .key = hit->key, .outer_from = hit->from, .outer_to = hit->to};
        token.kind = hit->group == LEX_LABEL  ? TOKEN_LABEL
                     : hit->group == LEX_TYPE ? TOKEN_TYPE
                     : hit->group == LEX_UNIT ? TOKEN_UNIT
                     : hit->group == LEX_CUE  ? TOKEN_CUE
                                              : TOKEN_NUMBER;
        if (hit->group == LEX_NUMBER) {
            Decimal ignored;
            bool read;
            if (han_number(reader->text->folded, hit->from, &ignored, &read))
                continue; /* read as a figure, whole */
            token.word = true;
            if (!decimal_parse(lexicon_key(reader->lexicon, LEX_NUMBER, hit->key), &token.value))
                continue;
            if (!token.value.units) /* "null Euro" */
                token.money = currency_beside(reader->lexicon, reader->text, token.from, token.to, reader->language,
                                              &token.iso, &token.outer_from, &token.outer_to);
        }
        *VEC_PUSH(reader->arena, out) = token;
    }
}

static bool ideograph_begins(Str s, size_t at) {
    size_t size;
    return (unsigned char)s.data[at] >= 0xE3 && text_is_ideograph(utf8_decode(s, at, &size));
}

/* The end of an address of mail or web that begins at `at`; `at` when none does. */
static size_t address_end(Str s, size_t at, size_t to) {
    size_t end = at;
    if (!alnum_at(s, at))
        return at;
    if (to > at + ADDRESS_MAX)
        to = at + ADDRESS_MAX;
    while (end < to && !strchr(" \t\n<>\"", s.data[end]) && !ideograph_begins(s, end))
        end++;
    Str word = str_sub(s, at, end);
    if (str_find_char(word, '@') > 0 || str_find(word, STR("://")) >= 0 || str_starts(word, STR("www.")))
        return end;
    return at;
}

/* "+44 161 496 0300" */
static size_t phone_end(Str s, size_t at, size_t to) {
    size_t end = at + 1;
    if (s.data[at] != '+' || end >= to || s.data[end] < '0' || s.data[end] > '9')
        return at;
    while (end < to && ((s.data[end] >= '0' && s.data[end] <= '9') || strchr(" ().-/", s.data[end])))
        end++;
    return end;
}

/* "May" is a month only with a capital; so is "march" in a text that has capitals at all. */
static bool month_written_as_name(const Reader *reader, const When *when) {
    Str word = str_sub(reader->text->folded, when->from, when->to);
    if (!str_eq(word, STR("may")) && !str_eq(word, STR("march")) && !str_eq(word, STR("mar")))
        return true;
    char first = reader->text->raw.data[reader->text->map[when->from]];
    if (first >= 'A' && first <= 'Z')
        return !(when->from == 0);
    return str_eq(word, STR("march"));
}

/* What joins the letters and figures of a code. */
static inline bool joins_code(char c) {
    return c == '-' || c == '/' || c == '.' || c == '_' || c == '#' || c == '\\';
}

static size_t code_end(Str s, size_t at, size_t to, bool *digit) {
    size_t end = at, size;
    *digit = false;
    while (end < to) {
        uint32_t c = utf8_decode(s, end, &size);
        bool figure = c >= '0' && c <= '9';
        if (!figure && !(c < 0x80 && joins_code((char)c)) && !(text_is_letter(c) && !text_is_cjk(c)))
            break;
        *digit |= figure;
        end += size;
    }
    while (end > at && joins_code(s.data[end - 1]))
        end--;
    return end;
}

/* A word of the lexicon that ends right before digits: "KPI25", "dMOC25", "x25". */
static size_t word_before_digits(const Reader *reader, size_t at, size_t end) {
    static const LexGroup groups[] = {LEX_CUE, LEX_LABEL, LEX_TYPE, LEX_UNIT};
    Hit hit;
    Str s = reader->text->folded;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (!lexicon_in(reader->lexicon, reader->text, s.len, at, groups[i], &hit) || (groups[i] != LEX_TYPE && !reader_trusts(reader, &hit)))
            continue; /* no German "ab" opens a Chinese AB12345678 */
        bool item = groups[i] == LEX_LABEL && hit.key == LABEL_ITEM_NUMBER;
        size_t to = hit.to + (item && hit.to < end && s.data[hit.to] == '.'); /* "No.2001-15" */
        if (to < end && (to > hit.to ? alnum_at(s, to) : s.data[to] >= '0' && s.data[to] <= '9'))
            return to;
    }
    Str iso;
    size_t to;
    if (currency_at(reader->lexicon, reader->text, at, reader->language, &iso, &to) && to < end && s.data[to] >= '0' &&
        s.data[to] <= '9')
        return to;
    return s.data[at] == 'x' && at + 1 < end && s.data[at + 1] >= '0' && s.data[at + 1] <= '9' ? at + 1 : at;
}

/* Does a word that counts or names a figure, or a currency, begin at `at`? */
static bool names_figure(const Reader *reader, size_t at) {
    static const LexGroup groups[] = {LEX_UNIT, LEX_TYPE, LEX_CUE, LEX_LABEL};
    Str iso;
    Hit hit;
    size_t end;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (lexicon_in(reader->lexicon, reader->text, reader->text->folded.len, at, groups[i], &hit))
            return true;
    return currency_at(reader->lexicon, reader->text, at, reader->language, &iso, &end);
}

static bool glued_behind(const Reader *reader, size_t to) {
    Str s = reader->text->folded;
    return alnum_at(s, to) && !names_figure(reader, to) && !(s.data[to] == 'x' && !alnum_at(s, to + 1));
}

/* "88123 (EUR 480)": the currency in the bracket is that of the figure behind it. */
static bool currency_is_of_next(Str s, const Token *token) {
    size_t next = token->outer_to;
    while (next < s.len && s.data[next] == ' ')
        next++;
    return token->outer_to > token->to && memchr(s.data + token->to, '(', token->outer_to - token->to) && next < s.len &&
           s.data[next] >= '0' && s.data[next] <= '9';
}

/* "12개월", "3차": what is counted is no detail, for neither a particle nor a word of ours is glued to the figure. */
static bool counts_another(const Reader *reader, size_t to) {
    Str s = reader->text->folded;
    return hangul_at(s, to) && !hangul_word_ends(s, to) && !names_figure(reader, to);
}

static void number_put(Reader *reader, size_t from, size_t to, Tokens *out) {
    Token token = {.kind = TOKEN_NUMBER, .from = from, .to = to, .outer_from = from, .outer_to = to};
    token.money = currency_beside(reader->lexicon, reader->text, from, to, reader->language, &token.iso,
                                  &token.outer_from, &token.outer_to);
    Str s = reader->text->folded;
    if (token.money && currency_is_of_next(s, &token)) {
        token.money = false;
        token.iso = STR_NONE;
        token.outer_from = from;
        token.outer_to = to;
    }
    size_t before = from;
    while (before > 0 && s.data[before - 1] == ' ')
        before--;
    size_t after = to;
    while (after < s.len && s.data[after] == ' ')
        after++;
    if (!token.money && ((before && s.data[before - 1] == '$') || (after < s.len && s.data[after] == '$')))
        token.money = true;
    token.used = (after < s.len && s.data[after] == '%') || counts_another(reader, token.outer_to);
    *VEC_PUSH(reader->arena, out) = token;
}

/* 二十五, 壹万贰仟元: a number word, and money where a currency stands beside it. The end of the run, `at` if there is none. */
static size_t han_read(Reader *reader, size_t at, Tokens *out) {
    Str s = reader->text->folded;
    Token token = {.kind = TOKEN_NUMBER, .from = at, .outer_from = at, .word = true};
    bool read;
    size_t size, len = han_number(s, at, &token.value, &read);
    token.to = token.outer_to = at + len;
    if (han_goes_on(s, at))
        return at + len;
    bool ordinal = at && utf8_decode(s, utf8_back(s, at), &size) == 0x7B2C; /* 第三 */
    if (!read || ordinal)
        return at + len;
    if (len > strlen("一")) /* 一元化, 統一 */
        token.money = currency_beside(reader->lexicon, reader->text, at, token.to, reader->language, &token.iso,
                                      &token.outer_from, &token.outer_to);
    *VEC_PUSH(reader->arena, out) = token;
    return token.to;
}

/* What figures_read() need not look for where it stands nowhere in the sentence. */
typedef struct Stretch {
    Reader *reader;
    Str s; /* up to the sentence's end */
    size_t to;
    bool addresses; /* an address of mail or web may stand in it; one that begins with "www." shows at once */
    bool marked;    /* the text's marks tell where words of the lexicon begin */
} Stretch;

static Stretch stretch_of(Reader *reader, size_t from, size_t to) {
    Str s = str_sub(reader->text->folded, 0, to), text = str_sub(s, from, to);
    bool addresses = str_find_char(text, '@') >= 0 || (str_find_char(text, '/') >= 0 && str_find(text, STR("://")) >= 0);
    return (Stretch){reader, s, to, addresses, reader->text->marks && text_parts_at(reader->text, to)};
}

static bool may_be_date(const Stretch *stretch, size_t at) {
    return !stretch->marked || when_may_begin(stretch->s, at) ||
           lexicon_may(stretch->reader->text, at, LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_RELATIVE));
}

/* A character of the East that is no figure and begins no date: most are. */
static bool is_plain_east(const Stretch *stretch, uint32_t c, size_t at) {
    return c >= 0x3007 && text_is_cjk(c) && !han_is_figure(c) && !may_be_date(stretch, at);
}

/* The end of a word of plain letters that can be no figure, date or address; `at` when it is something else. */
static size_t plain_word_end(const Stretch *stretch, size_t at) {
    size_t end = at;
    while (end < stretch->to && stretch->s.data[end] >= 'a' && stretch->s.data[end] <= 'z')
        end++;
    unsigned char c = end < stretch->to ? (unsigned char)stretch->s.data[end] : ' ';
    bool code = joins_code((char)c) || (c >= '0' && c <= '9') || c >= 0x80;
    return code || stretch->addresses || may_be_date(stretch, at) ? at : end;
}

/* A date that begins at `at`, in figures or with a word of the lexicon. */
static bool date_at(const Stretch *stretch, size_t at, When *when) {
    const Reader *reader = stretch->reader;
    return may_be_date(stretch, at) &&
           when_at(reader->lexicon, reader->text, stretch->to, at, &reader->dates, when) && month_written_as_name(reader, when);
}

/* The end of an address or a telephone number that begins at `at`; `at` when none does. */
static size_t contact_end(const Stretch *stretch, size_t at) {
    bool address = stretch->addresses || str_starts(str_sub(stretch->s, at, stretch->to), STR("www."));
    size_t end = address ? address_end(stretch->s, at, stretch->to) : at;
    return end == at && stretch->s.data[at] == '+' ? phone_end(stretch->s, at, stretch->to) : end;
}

/* The number in figures at `at`, if one stands there by itself: its end; `at` if not. */
static size_t number_read(const Stretch *stretch, size_t at, Tokens *out) {
    size_t stop;
    if (!number_token(stretch->s, at, &stop) || !number_stands_alone(stretch->s, at, stop) ||
        glued_behind(stretch->reader, stop))
        return at;
    number_put(stretch->reader, at, stop, out);
    return stop;
}

/* A number or a code at `at`, in front of which no word stands: the end of what was read. */
static size_t figure_read(const Stretch *stretch, size_t at, bool letter, bool sign, Tokens *out) {
    bool digit;
    size_t end = code_end(stretch->s, at + sign, stretch->to, &digit);
    if (!digit)
        return end;
    size_t inner = letter ? word_before_digits(stretch->reader, at, end) : at;
    size_t stop = letter && inner == at ? at : number_read(stretch, inner, out);
    if (stop > inner)
        return stop;
    if (inner > at)
        return inner;
    *VEC_PUSH(stretch->reader->arena, out) = (Token){.kind = TOKEN_CODE, .from = at, .to = end};
    return end;
}

/* "the 2nd", "la 2e": behind the figure of a place in an order; `at` where none stands. */
static size_t ordinal_end(const Text *text, Str s, size_t at, size_t to) {
    static const char *const endings[] = {"e", "er", "re", "eme", "ème", "ère", "nd", "nde", "st", "rd", "th"};
    size_t digits = at;
    while (digits < to && s.data[digits] >= '0' && s.data[digits] <= '9')
        digits++;
    size_t end = digits;
    while (end < to && (s.data[end] & 0x80 || g_ascii_isalpha(s.data[end])))
        end++;
    if (digits == at || digits - at > 2 || end == digits || (end < to && strchr("-/_0123456789", s.data[end])))
        return at;
    if (g_ascii_isupper(text->raw.data[text->map[digits]]))
        return at; /* invoice 77E */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_eq_cstr(str_sub(s, digits, end), endings[i]))
            return end;
    return at;
}

/* Figures: dates, numbers, codes, from left to right. */
static void figures_read(Reader *reader, size_t from, size_t to, Tokens *out) {
    const Stretch stretch = stretch_of(reader, from, to);
    Str s = stretch.s;
    for (size_t at = from, next; at < to; at = next) {
        size_t size;
        uint32_t c = utf8_decode(s, at, &size);
        next = at + size;
        if (is_plain_east(&stretch, c, at))
            continue;
        bool figure = c >= '0' && c <= '9', letter = text_is_letter(c);
        bool sign = (c == '-' || c == '+') && next < to && s.data[next] >= '0' && s.data[next] <= '9';
        bool begins = figure || letter || sign || c >= 0x3007; /* a figure or an era of the East may be no letter */
        if (!begins || (alnum_before(s, at) && !text_is_ideograph(c)))
            continue;
        When when;
        size_t end = c < 0x80 && letter ? plain_word_end(&stretch, at) : at;
        if (end == at)
            end = contact_end(&stretch, at);
        if (end == at && date_at(&stretch, at, &when)) {
            *VEC_PUSH(reader->arena, out) = (Token){.kind = TOKEN_WHEN, .from = when.from, .to = when.to, .when = when};
            end = when.to;
        }
        if (end == at && figure)
            end = ordinal_end(reader->text, s, at, to);
        if (end == at && c >= 0x3007 && han_is_figure(c))
            end = han_read(reader, at, out);
        if (end == at && (figure || letter || sign))
            end = figure_read(&stretch, at, letter, sign, out);
        next = end > at ? end : next;
    }
}

static bool stands_before(const Token *a, const Token *b) {
    return a->from != b->from ? a->from < b->from : a->to > b->to;
}

/* Both in order of the text, so that few change places: what begins together by length, words before figures. */
static void put_in_order(Arena *arena, const Tokens *words, const Tokens *figures, Tokens *out) {
    for (size_t w = 0, f = 0; w < words->len || f < figures->len;) {
        bool word = f == figures->len || (w < words->len && !stands_before(&figures->items[f], &words->items[w]));
        const Token token = word ? words->items[w++] : figures->items[f++];
        VEC_PUSH(arena, out);
        size_t at = out->len - 1;
        for (; at > 0 && stands_before(&token, &out->items[at - 1]); at--)
            out->items[at] = out->items[at - 1];
        out->items[at] = token;
    }
}

/* Words inside codes and dates are none: the "inv" of INV-7718, the "moc" of MOC-2020/7. */
static void drop_inside(Tokens *words, const Tokens *figures) {
    size_t kept = 0, f = 0;
    for (size_t i = 0; i < words->len; i++) {
        const Token *word = &words->items[i];
        while (f < figures->len && figures->items[f].to <= word->from)
            f++;
        const Token *figure = f < figures->len ? &figures->items[f] : NULL;
        bool inside = figure && figure->from <= word->from && figure->to >= word->to && figure->kind != TOKEN_NUMBER;
        bool partly = figure && figure->kind == TOKEN_CODE && figure->from < word->to;
        partly |= figure && figure->kind == TOKEN_WHEN && figure->from < word->from; /* the "일자" of "15일자" */
        bool spelt = figure && figure->kind == TOKEN_NUMBER && figure->from < word->from && figure->to >= word->to;
        if (!inside && !partly && !spelt)
            words->items[kept++] = *word;
    }
    words->len = kept;
}

static int64_t word_value(const Token *token) {
    return token->value.scale ? 0 : token->value.units;
}

/* "Fifty-six", "soixante-quatorze" is one number: the lexicon need not hold each. What makes none is not read in part. */
static void join_number_words(Str s, Tokens *tokens) {
    size_t kept = 0;
    for (size_t i = 0; i < tokens->len; i++) {
        Token *last = kept ? &tokens->items[kept - 1] : NULL;
        const Token *token = &tokens->items[i];
        bool beside = last && last->kind == TOKEN_NUMBER && last->word && token->kind == TOKEN_NUMBER && token->word &&
                      token->from == last->to + 1 && strchr(" -", s.data[last->to]);
        if (!beside) {
            tokens->items[kept++] = *token;
            continue;
        }
        int64_t tens = word_value(last), ones = word_value(token);
        bool sum = tens >= 20 && tens <= 90 && tens % 10 == 0 && ones > 0 && ones < (tens == 60 || tens == 80 ? 20 : 10);
        last->value = decimal_int(tens + ones);
        last->used |= !sum;
        last->to = last->outer_to = token->to;
    }
    tokens->len = kept;
}

/* Three or more short figures in a row, parted by blanks, dots or dashes: a telephone number, a tax number. */
static void mark_phones(Str s, Tokens *tokens) {
    for (size_t i = 0; i < tokens->len;) {
        size_t last = i + 1;
        if (tokens->items[i].kind == TOKEN_NUMBER && !tokens->items[i].word) {
            while (last < tokens->len && tokens->items[last].kind == TOKEN_NUMBER && !tokens->items[last].money &&
                   !tokens->items[last].word) {
                size_t gap = tokens->items[last].from - tokens->items[last - 1].to;
                bool tight = gap <= 3;
                for (size_t k = tokens->items[last - 1].to; tight && k < tokens->items[last].from; k++)
                    tight = strchr(" .-/()", s.data[k]) != NULL;
                if (!tight)
                    break;
                last++;
            }
        }
        if (last - i >= 3)
            for (size_t k = i; k < last; k++)
                tokens->items[k].used = true;
        i = last;
    }
}

void tokens_read(Reader *reader, size_t from, size_t to, Hits *hits, Tokens *out) {
    const unsigned groups = LEX_BIT(LEX_LABEL) | LEX_BIT(LEX_TYPE) | LEX_BIT(LEX_UNIT) | LEX_BIT(LEX_CUE) |
                            LEX_BIT(LEX_NUMBER) | LEX_BIT(LEX_INTENT);
    Tokens words = {0}, figures = {0};
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, groups, hits);
    tax_rates_scan(reader->lexicon, reader->arena, reader->text, from, to, hits);
    words_read(reader, hits, &words);
    figures_read(reader, from, to, &figures);
    drop_inside(&words, &figures);
    put_in_order(reader->arena, &words, &figures, out);
    join_number_words(reader->text->folded, out);
    mark_phones(reader->text->folded, out);
}
