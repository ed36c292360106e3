/* amount_read(): one number with its currency, unit word and net or gross, out of a cell or the rest of a line. */
#include "base/utf8.h"
#include "parsers/money.h"
#include "parsers/number.h"
#include "base/banned.h"

static bool is_alnum_at(Str s, size_t at) {
    size_t size;
    if (at >= s.len)
        return false;
    uint32_t c = utf8_decode(s, at, &size);
    return (c >= '0' && c <= '9') || (text_is_letter(c) && !text_is_cjk(c));
}

bool number_stands_alone(Str s, size_t from, size_t to) {
    char before = from ? s.data[from - 1] : ' ', after = to < s.len ? s.data[to] : ' ';
    if ((before == '-' || before == '/' || before == '.' || before == ',' || before == '_' || before == ':' ||
         before == '\'') && from >= 2 && is_alnum_at(s, utf8_back(s, from - 1)) && before != ':')
        return false;
    if (before == ':' && from >= 2 && s.data[from - 2] >= '0' && s.data[from - 2] <= '9')
        return false;
    if ((after == '-' || after == '/' || after == '_' || after == ':' || after == '\'') && to + 1 < s.len &&
        is_alnum_at(s, to + 1))
        return !(after != '-' && after != '/' ? true : s.data[to + 1] >= '0' && s.data[to + 1] <= '9');
    return true;
}

/* ---- currencies beside a number ---- */

static bool code_at(const Text *text, size_t at, Str *iso, size_t *to) {
    static const char small[] = "eur usd gbp chf cad aud jpy brl rub cny sek nok dkk pln czk huf inr krw twd hkd sgd mxn ";
    Str s = text->folded;
    if (at + 3 > s.len || is_alnum_at(s, at + 3) || text->map[at + 3] - text->map[at] != 3)
        return false;
    Str raw = str_sub(text->raw, text->map[at], text->map[at] + 3);
    if (currency_known(raw)) {
        *iso = raw;
    } else {
        char word[5] = {s.data[at], s.data[at + 1], s.data[at + 2], ' ', 0};
        const char *found = strstr(small, word);
        if (!found || (found - small) % 4)
            return false;
        static char upper[sizeof small / 4][3];
        char *code = upper[(found - small) / 4];
        for (int i = 0; i < 3; i++)
            code[i] = (char)(word[i] - ('a' - 'A'));
        *iso = (Str){code, 3};
    }
    *to = at + 3;
    return true;
}

/* ¥ and 元 are yen or yuan by the language of the ticket. */
static Str sign_by_language(uint32_t c, Language language) {
    if (c == 0xA5)
        return language == LANGUAGE_JA ? STR("JPY") : language == LANGUAGE_ZH_CN ? STR("CNY") : STR_NONE;
    if (c == 0x5143)
        return language == LANGUAGE_ZH_CN ? STR("CNY") : language == LANGUAGE_ZH_TW ? STR("TWD") : STR_NONE;
    if (c == 0x5186)
        return STR("JPY");
    return STR_NONE;
}

bool currency_at(const Lexicon *lexicon, const Text *text, size_t at, Language language, Str *iso, size_t *to) {
    Str s = text->folded;
    Hit hit;
    size_t size;
    if (at >= s.len)
        return false;
    if (lexicon_at(lexicon, s, at, LEX_CURRENCY, &hit)) {
        *iso = lexicon_key(lexicon, LEX_CURRENCY, hit.key);
        *to = hit.to;
        return true;
    }
    uint32_t c = utf8_decode(s, at, &size);
    if (c == 0xA5 || c == 0x5143 || c == 0x5186) {
        *iso = sign_by_language(c, language);
        *to = at + size;
        return true;
    }
    return code_at(text, at, iso, to);
}

static size_t skip_blanks(Str s, size_t at) {
    while (at < s.len && (s.data[at] == ' ' || s.data[at] == '$'))
        at++;
    return at;
}

bool currency_beside(const Lexicon *lexicon, const Text *text, size_t from, size_t to, Language language, Str *iso,
                     size_t *start, size_t *end) {
    Str s = text->folded;
    size_t after = skip_blanks(s, to), stop;
    *start = from;
    *end = to;
    if (after < s.len && s.data[after] == '(')
        after++;
    if (currency_at(lexicon, text, after, language, iso, &stop)) {
        *end = stop;
        return true;
    }
    /* Before the number: the phrase must end right there, with at most blanks or a bare dollar between. */
    for (size_t back = 1; back <= 12 && back <= from; back++) {
        size_t at = from - back;
        if (((unsigned char)s.data[at] & 0xC0) == 0x80)
            continue;
        if (s.data[at] == '\n' || s.data[at] == '\t')
            break;
        if ((at == 0 || !is_alnum_at(s, utf8_back(s, at)) || !is_alnum_at(s, at)) &&
            currency_at(lexicon, text, at, language, iso, &stop) && stop <= from && skip_blanks(s, stop) >= from) {
            *start = at;
            return true;
        }
    }
    return false;
}

/* ---- a whole cell ---- */

typedef struct Found {
    size_t from, to;
    bool net, gross;
} Found;

static bool percent_after(Str s, size_t to) {
    size_t at = skip_blanks(s, to);
    return at < s.len && s.data[at] == '%';
}

/* Letters right behind digits belong to the number unless they are a unit, a type, a currency, or "x". */
static bool glued(const Lexicon *lexicon, const Text *text, size_t to) {
    Hit hit;
    Str iso, s = text->folded;
    size_t end;
    if (!is_alnum_at(s, to))
        return false;
    return !lexicon_at(lexicon, s, to, LEX_UNIT, &hit) && !lexicon_at(lexicon, s, to, LEX_TYPE, &hit) &&
           !lexicon_at(lexicon, s, to, LEX_CUE, &hit) && !currency_at(lexicon, text, to, LANGUAGE_UNKNOWN, &iso, &end) &&
           !(s.data[to] == 'x' && !is_alnum_at(s, to + 1));
}

/* Is the number at `from` glued to letters before it that are no currency? */
static bool glued_before(const Lexicon *lexicon, const Text *text, size_t from, size_t to, Language language) {
    Str iso, s = text->folded;
    size_t start, end;
    if (from == 0 || !is_alnum_at(s, utf8_back(s, from)))
        return false;
    return !(currency_beside(lexicon, text, from, to, language, &iso, &start, &end) && start < from) &&
           !(s.data[from - 1] == 'x' && !(from >= 2 && is_alnum_at(s, utf8_back(s, from - 1))));
}

static size_t numbers_find(const Lexicon *lexicon, const Text *text, Language language, Found *found, size_t max,
                           bool *broken) {
    Str s = text->folded;
    size_t n = 0;
    for (size_t at = 0, to; at < s.len; at = to) {
        to = at + 1;
        bool sign = (s.data[at] == '-' || s.data[at] == '+') && (at == 0 || !is_alnum_at(s, utf8_back(s, at)));
        bool digit = s.data[at] >= '0' && s.data[at] <= '9';
        if (!(sign || digit) || !number_token(s, at, &to)) {
            to = at + 1;
            continue;
        }
        if (percent_after(s, to))
            continue;
        if (!number_stands_alone(s, at, to) || glued(lexicon, text, to) ||
            glued_before(lexicon, text, at, to, language)) {
            *broken = true;
            continue;
        }
        if (n == max) {
            *broken = true;
            return n;
        }
        found[n++] = (Found){at, to, false, false};
    }
    return n;
}

static void mark_taxes(const Lexicon *lexicon, Arena *arena, const Text *text, Found *found, size_t n) {
    Hits cues = {0};
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, LEX_BIT(LEX_CUE), &cues);
    for (size_t i = 0; i < cues.len; i++) {
        Hit *hit = &cues.items[i];
        if (hit->key != CUE_NET && hit->key != CUE_GROSS)
            continue;
        Found *best = NULL; /* the number right before the word, else the one right behind */
        for (size_t j = 0; j < n; j++)
            if (found[j].to <= hit->from || !best)
                best = &found[j];
        if (best && hit->key == CUE_NET)
            best->net = true;
        else if (best)
            best->gross = true;
    }
}

static const Found *choose(const Found *found, size_t n) {
    if (n == 1)
        return found;
    const Found *net = NULL;
    for (size_t i = 0; i < n; i++) {
        if (found[i].net && !found[i].gross) {
            if (net)
                return NULL;
            net = &found[i];
        }
    }
    return net;
}

static bool is_placeholder(const Lexicon *lexicon, Arena *arena, Str raw, Str folded) {
    Hits hits = {0};
    bool sign_only = true;
    for (size_t i = 0; i < folded.len; i++)
        sign_only &= strchr(" -.?/*_x()", folded.data[i]) != NULL;
    if (sign_only)
        return true;
    if (!lexicon_whole(lexicon, arena, raw, LEX_CUE, &hits))
        return false;
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == CUE_PLACEHOLDER)
            return true;
    return false;
}

bool value_is_placeholder(const Lexicon *lexicon, Arena *arena, Str raw) {
    raw = str_trim(raw);
    return is_placeholder(lexicon, arena, raw, text_folded(arena, raw));
}

void amount_read(const Lexicon *lexicon, Arena *arena, Str raw, NumberUse use, Language language, NumberHabit habit,
                 Str currency_hint, Amount *out) {
    Text text;
    Found found[8];
    bool broken = false;
    *out = (Amount){.verdict = NUMBER_REFUSED};
    text_fold(arena, str_trim(raw), &text);
    Str s = text.folded;
    if (is_placeholder(lexicon, arena, text.raw, s)) {
        out->placeholder = true;
        return;
    }
    size_t n = numbers_find(lexicon, &text, language, found, 8, &broken);
    if (n == 0 || (broken && n > 1))
        return;
    mark_taxes(lexicon, arena, &text, found, n);
    const Found *best = choose(found, n);
    if (!best || (broken && best->from > 0 && n == 1 && !best->net))
        return;
    size_t start, end;
    if (!currency_beside(lexicon, &text, best->from, best->to, language, &out->currency, &start, &end))
        out->currency = STR_NONE;
    Str known = str_given(out->currency) ? out->currency : currency_hint;
    NumberHabit used = habit != HABIT_UNKNOWN ? habit : number_habit_of_language(language);
    out->verdict = number_value(str_sub(s, best->from, best->to), use, str_given(known) ? currency_decimals(known) : -1,
                                used, &out->value, &out->other);
    out->from = best->from;
    out->to = best->to;
    out->net = best->net;
    out->gross = best->gross;
    Hit unit;
    size_t after = end;
    while (after < s.len && s.data[after] == ' ')
        after++;
    if (after < s.len && lexicon_at(lexicon, s, after, LEX_UNIT, &unit))
        out->unit = text_raw(&text, unit.from, unit.to);
}
