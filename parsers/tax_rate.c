#include "parsers/tax_rate.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "base/banned.h"

#define WORDS 3       /* on either side of the rate */
#define SMALL_WORD 3  /* bytes of the longest "al", "de", "del", "of" that may lead to a rate or away from it */

/* The rate, and the words around it. */
typedef struct Rate {
    size_t left, from, to, right;
} Rate;

static bool ends_clause(char c) {
    return strchr(",;:\n(){}[]|\t", c) != NULL;
}

static bool is_rate_char(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

static size_t words_before(Str s, size_t from, size_t at) {
    int words = 0;
    while (at > from && !ends_clause(s.data[at - 1]) && !(s.data[at - 1] >= '0' && s.data[at - 1] <= '9')) {
        words += s.data[at - 1] == ' ' && at > 1 && s.data[at - 2] != ' ';
        if (words > WORDS)
            break;
        at--;
    }
    return at;
}

static size_t words_behind(Str s, size_t at, size_t to) {
    int words = 0;
    while (at < to && !ends_clause(s.data[at]) && !(s.data[at] >= '0' && s.data[at] <= '9')) {
        words += s.data[at] == ' ' && at + 1 < to && s.data[at + 1] != ' ';
        if (words > WORDS)
            break;
        at++;
    }
    return at;
}

/* The rate that ends with the sign at `sign`; false for a sign without a figure. */
static bool rate_at(Str s, size_t from, size_t to, size_t sign, Rate *rate) {
    size_t at = sign;
    while (at > from && s.data[at - 1] == ' ')
        at--;
    size_t end = at;
    while (at > from && is_rate_char(s.data[at - 1]))
        at--;
    if (at == end)
        return false;
    *rate = (Rate){.from = at, .to = sign + 1};
    rate->left = words_before(s, from, at);
    rate->right = words_behind(s, sign + 1, to);
    return true;
}

/* Without the small word that leads to the rate, or away from it; as it was where none does. */
static size_t without_small_before(Str s, size_t left, size_t at) {
    size_t end = at;
    while (end > left && s.data[end - 1] == ' ')
        end--;
    size_t begin = end;
    while (begin > left && s.data[begin - 1] != ' ')
        begin--;
    return begin > left && end - begin <= SMALL_WORD ? begin : at;
}

static size_t without_small_behind(Str s, size_t at, size_t right) {
    size_t begin = at;
    while (begin < right && s.data[begin] == ' ')
        begin++;
    size_t end = begin;
    while (end < right && s.data[end] != ' ')
        end++;
    return end < right && end > begin && end - begin <= SMALL_WORD ? end : at;
}

/* The longest phrase of the two sides put together that reaches over the gap. */
static bool phrase_across(const Lexicon *lexicon, Arena *arena, Str s, const Rate *rate, size_t cut, size_t behind, Hit *out) {
    Buf joined = {.arena = arena};
    bool parted = s.data[rate->from - 1] == ' ' || (rate->to < s.len && s.data[rate->to] == ' ');
    while (cut > rate->left && s.data[cut - 1] == ' ')
        cut--;
    while (behind < rate->right && s.data[behind] == ' ')
        behind++;
    size_t seam = cut - rate->left;
    buf_add(&joined, str_sub(s, rate->left, cut));
    if (parted)
        buf_add_char(&joined, ' ');
    size_t other = joined.len;
    buf_add(&joined, str_sub(s, behind, rate->right));
    Str text = buf_str(&joined);
    for (size_t at = 0, size; at < seam; at += size) {
        utf8_decode(text, at, &size);
        bool found = lexicon_at(lexicon, text, at, LEX_CUE, out) && out->to > other && (out->key == CUE_NET || out->key == CUE_GROSS);
        if (!found)
            continue;
        out->from += rate->left;
        out->to = behind + (out->to - other);
        return true;
    }
    return false;
}

static bool rate_read(const Lexicon *lexicon, Arena *arena, Str s, const Rate *rate, Hit *out) {
    size_t cuts[] = {rate->from, without_small_before(s, rate->left, rate->from)};
    size_t behinds[] = {rate->to, without_small_behind(s, rate->to, rate->right)};
    for (int i = 0; i < 4; i++)
        if ((i == 0 || cuts[i & 1] != cuts[0] || behinds[i >> 1] != behinds[0]) &&
            phrase_across(lexicon, arena, s, rate, cuts[i & 1], behinds[i >> 1], out))
            return true;
    return false;
}

/* By position, and before what it holds. */
static void put_in_order(Arena *arena, Hits *hits, Hit hit) {
    VEC_PUSH(arena, hits);
    size_t at = hits->len - 1;
    for (; at > 0 && hits->items[at - 1].from >= hit.from; at--)
        hits->items[at] = hits->items[at - 1];
    hits->items[at] = hit;
}

void tax_rates_scan(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Hits *out) {
    Str s = str_sub(text->folded, 0, to);
    for (const char *sign; from < to && (sign = memchr(s.data + from, '%', to - from)); from = (size_t)(sign - s.data) + 1) {
        Rate rate;
        Hit hit;
        if (rate_at(s, from, to, (size_t)(sign - s.data), &rate) && rate.from > rate.left && rate_read(lexicon, arena, s, &rate, &hit))
            put_in_order(arena, out, hit);
    }
}
