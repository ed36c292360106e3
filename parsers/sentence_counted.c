/* What figures count that is no purchase: points of the letter, not even one, classes, people; and "70 in total", which is. */
#include "parsers/sentence.h"

#include "base/utf8.h"
#include "base/banned.h"

#define POINT_DIGITS 2 /* "12件目" */
#define TOTAL_WORDS 1

static bool starts_with_any(Str s, const char *const *words) {
    for (; *words; words++)
        if (str_starts(s, str_of(*words)))
            return true;
    return false;
}

static bool ends_with_any(Str s, const char *const *words) {
    for (; *words; words++) {
        Str word = str_of(*words);
        if (s.len >= word.len && str_eq(str_sub(s, s.len - word.len, s.len), word))
            return true;
    }
    return false;
}

/* The end of the counter behind figure n, 2 in 2点目; the figure's own end where none touches it. */
static size_t counter_end(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n], *end = sentence->tokens.items + sentence->tokens.len;
    for (const Token *unit = number + 1; unit < end && unit->from <= number->to; unit++)
        if (unit->kind == TOKEN_UNIT && unit->from == number->to)
            return unit->to;
    return number->to;
}

/* 二点目は, 2つ目の, もう一点は, 另外一笔: the figure numbers what the letter tells, it counts nothing. */
static bool is_point(const Sentence *sentence, size_t n, size_t end) {
    static const char *const ordinals[] = {"目", NULL};
    static const char *const more[] = {"もう", "その", "次の", "第", "另", "另外", "另一", NULL};
    static const char *const topics[] = {"は", "が", "、", ",", ":", "是", "为", "為", NULL};
    const Token *number = &sentence->tokens.items[n];
    Str before = str_trim(str_sub(sentence->s, sentence->from, number->from)), behind = str_sub(sentence->s, end, sentence->to);
    if (number->money || (!number->word && number->to - number->from > POINT_DIGITS))
        return false;
    return starts_with_any(behind, ordinals) || (ends_with_any(before, more) && starts_with_any(behind, topics));
}

static bool is_figure_of(const Sentence *sentence, const Token *number, int value) {
    char digits[] = {(char)('0' + value), 0};
    return number->word ? decimal_cmp(number->value, decimal_int(value)) == 0
                        : str_eq_cstr(str_sub(sentence->s, number->from, number->to), digits);
}

/* 1本も入っていない, 一份也没有: not even one is there. */
static bool is_not_even_one(const Sentence *sentence, size_t n, size_t end) {
    static const char *const even[] = {"も", "すら", "さえ", "도", "都", "也", NULL};
    const Token *number = &sentence->tokens.items[n];
    return is_figure_of(sentence, number, 1) && !number->money && end > number->to &&
           starts_with_any(str_trim(str_sub(sentence->s, end, sentence->to)), even);
}

/* 兩個都是24, 2つとも24, 둘 다: both of what was named. */
static bool is_both(const Sentence *sentence, size_t n, size_t end) {
    static const char *const both[] = {"都", "皆", "均", "とも", "共に", "ともに", "다 ", "모두", NULL};
    const Token *number = &sentence->tokens.items[n];
    return is_figure_of(sentence, number, 2) && !number->money && end > number->to &&
           starts_with_any(str_trim(str_sub(sentence->s, end, sentence->to)), both);
}

/* "one a voucher", "1 на каждый ваучер", "1枚あたり1": how much counts for each, and no figure of the purchase. */
static bool is_rate(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n];
    if (number->money || !is_figure_of(sentence, number, 1) || sentence_lists(sentence))
        return false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *each = &sentence->tokens.items[i];
        if (!is_cue(each, CUE_EACH))
            continue;
        bool behind = each->from >= number->to && gap_words(sentence->s, number->outer_to, each->from) <= 1 &&
                      !sentence_has_comma(sentence, number->outer_to, each->from);
        bool before = each->to <= number->from && gap_words(sentence->s, each->to, number->outer_from) <= 1 &&
                      !sentence_has_comma(sentence, each->to, number->outer_from);
        if (behind || before) {
            const Token *next = each + 1 < sentence->tokens.items + sentence->tokens.len ? each + 1 : NULL;
            return !(behind && next && next->kind == TOKEN_NUMBER && next->money); /* "1 MOC je 120 EUR" */
        }
    }
    return false;
}

bool sentence_counts_nothing(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n];
    if (is_rate(sentence, n))
        return true;
    if (number->to >= sentence->to || (unsigned char)sentence->s.data[number->to] < 0xE3)
        return false; /* most figures: no counter of the East behind them */
    size_t end = counter_end(sentence, n);
    return is_point(sentence, n, end) || is_not_even_one(sentence, n, end) || is_both(sentence, n, end);
}

/* Does a word of ours begin there: what was bought, a word for buying, showing, being? */
static bool begins_known_word(const Sentence *sentence, size_t at) {
    static const LexGroup groups[] = {LEX_TYPE, LEX_CUE, LEX_LABEL, LEX_LANGUAGE, LEX_UNIT, LEX_INTENT};
    Hit hit;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (lexicon_in(sentence->reader->lexicon, sentence->reader->text, sentence->to, at, groups[i], &hit))
            return true;
    return false;
}

/* 两个班级, 2つのクラス: behind the counter stands another noun. Kana of grammar and 分 ("for 36") are none. */
static bool counts_noun_of_east(const Sentence *sentence, size_t end) {
    static const char *const joints[] = {"の", "的", NULL};
    size_t size;
    if (starts_with_any(str_sub(sentence->s, end, sentence->to), joints))
        end += strlen("の");
    if (end >= sentence->to || (unsigned char)sentence->s.data[end] < 0xE3)
        return false;
    uint32_t c = utf8_decode(sentence->s, end, &size);
    bool noun = (text_is_ideograph(c) && c != 0x5206) || (c >= 0x30A1 && c <= 0x30FA); /* ideographs but 分, katakana */
    return noun && !begins_known_word(sentence, end);
}

bool sentence_counts_others(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n], *next = next_of(sentence, n);
    size_t end = counter_end(sentence, n);
    if (number->money)
        return false;
    if (end > number->to && (unsigned char)sentence->s.data[number->to] >= 0xE3)
        return counts_noun_of_east(sentence, end);
    return number->word && next && next->kind == TOKEN_TYPE && gap_words(sentence->s, number->to, next->from) >= 1; /* "for two classes" */
}

bool sentence_counts_people(const Sentence *sentence, const Token *unit) {
    Hits hits = {0};
    if (sentence->has_type || sentence->has_units || sentence->has_cue[CUE_PURCHASE] || sentence->has_cue[CUE_EXPECTED] || sentence->has_cue[CUE_INSTEAD] ||
        sentence->has_cue[CUE_NOT] || sentence->has_cue[CUE_SHOWN] || sentence->corrects)
        return false;
    if (unit > sentence->tokens.items && is_label(unit - 1, LABEL_OTHER) && unit[-1].from == unit->from)
        return true;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, unit->from, unit->to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == SMALL_COUNTER && hits.items[i].from == unit->from && reader_trusts(sentence->reader, &hits.items[i]))
            return true;
    return false;
}

/* Counts another figure of the sentence what was bought, or is it told of parts, or is the same figure spelled out? */
static bool counts_otherwise(const Sentence *sentence, const Token *number) {
    const Token *end = sentence->tokens.items + sentence->tokens.len;
    for (const Token *other = sentence->tokens.items; other < end; other++) {
        const Token *next = other + 1;
        if (other == number || other->kind != TOKEN_NUMBER || other->money)
            continue;
        if (next < end && (next->kind == TOKEN_TYPE || next->kind == TOKEN_UNIT) && gap_words(sentence->s, other->outer_to, next->from) == 0 &&
            !gap_breaks(sentence->s, other->outer_to, next->from))
            return true;
        if (other->word && decimal_cmp(other->value, number->value) == 0) /* "three times, 3 in total" */
            return true;
    }
    return sentence_small(sentence, sentence->from, sentence->to, SMALL_PART_OF, SMALL_PART_OF) != NULL;
}

/* "..., 70 in total", "70 units in total", and not "for 1,250 in total" or "3 invoices in total". */
static bool is_bare(const Sentence *sentence, const Token *number, const Token *total) {
    const Token *unit = number + 1;
    size_t at = number->outer_from;
    while (at > sentence->from && sentence->s.data[at - 1] == ' ')
        at--;
    bool led = at > sentence->from && !strchr(",:;(-", sentence->s.data[at - 1]);
    return !led && (gap_words(sentence->s, number->outer_to, total->from) == 0 ||
                    (unit < total && unit->kind == TOKEN_UNIT && gap_words(sentence->s, unit->to, total->from) == 0));
}

bool sentence_is_whole(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n], *end = sentence->tokens.items + sentence->tokens.len;
    if (!sentence->has_type || !sentence->has_cue[CUE_PURCHASE] || !sentence->has_cue[CUE_TOTAL] || number->word || number->money ||
        number->role_known)
        return false;
    for (const Token *total = sentence->tokens.items; total < end; total++) {
        if (!is_cue(total, CUE_TOTAL))
            continue;
        bool behind = total->from >= number->to && sentence_near_gap(sentence, number->to, total->from, TOTAL_WORDS) &&
                      !sentence_has_comma(sentence, number->to, total->from);
        bool before = total->to <= number->from && sentence_near_gap(sentence, total->to, number->from, 0) &&
                      !sentence_has_comma(sentence, total->to, number->from);
        if (before || (behind && is_bare(sentence, number, total)))
            return !counts_otherwise(sentence, number);
    }
    return false;
}
