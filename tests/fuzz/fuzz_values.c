/* Numbers, money, dates and the lexicon over any bytes: the first byte chooses language and habits, the rest is text. */
#include <stdlib.h>

#include "parsers/money.h"
#include "parsers/number.h"
#include "parsers/when.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool kept) {
    if (!kept)
        abort();
}

static void check_fold(const Text *text) {
    demand(text->map[text->folded.len] == text->raw.len);
    for (size_t i = 0; i < text->folded.len; i++)
        demand(text->map[i] <= text->map[i + 1] && text->map[i] < text->raw.len);
    text_raw(text, 0, text->folded.len);
}

static void check_places(const Lexicon *lexicon, const Text *text, const WhenHabit *habit) {
    Str s = text->folded, iso;
    for (size_t at = 0, to, start, end; at < s.len; at++) {
        Decimal value, other;
        When when;
        if (((unsigned char)s.data[at] & 0xC0) == 0x80)
            continue;
        if (when_at(lexicon, text, s.len, at, habit, &when))
            demand(when.from == at && when.to > at && when.to <= s.len && when.date.month <= 12 && when.date.day <= 31);
        if (!number_token(s, at, &to))
            continue;
        demand(to > at && to <= s.len);
        for (int use = NUMBER_COUNT; use <= NUMBER_MONEY; use++) {
            NumberVerdict verdict = number_value(str_sub(s, at, to), (NumberUse)use, 2, HABIT_UNKNOWN, &value, &other);
            demand(verdict != NUMBER_READ || use != NUMBER_COUNT || decimal_is_int(value));
        }
        number_stands_alone(s, at, to);
        if (currency_beside(lexicon, text, at, to, habit->language, &iso, &start, &end))
            demand(start <= at && end >= to && end <= s.len && (!str_given(iso) || currency_known(iso)));
    }
}

static void check_hits(const Lexicon *lexicon, Arena *arena, const Text *text) {
    Hits hits = {0};
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, (1u << LEX_GROUP_COUNT) - 1, &hits);
    for (size_t i = 0; i < hits.len; i++) {
        demand(hits.items[i].from < hits.items[i].to && hits.items[i].to <= text->folded.len && hits.items[i].languages);
        demand(i == 0 || hits.items[i - 1].from <= hits.items[i].from);
        text_raw(text, hits.items[i].from, hits.items[i].to);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Lexicon *lexicon;
    if (!lexicon && !(lexicon = lexicon_load("parsers/lexicon", NULL)))
        abort();
    if (size == 0)
        return 0;
    Arena *arena = arena_new();
    Str raw = {(const char *)data + 1, size - 1};
    const WhenHabit habit = {.order = (DayOrder)(data[0] / 16 % 3), .written = {2020, 3, 10},
                             .language = (Language)(data[0] % (LANGUAGE_COUNT + 1))};
    NumberHabit numbers = (NumberHabit)(data[0] / 64 % 3);
    Text text;
    When when;
    Amount amount;
    text_fold(arena, raw, &text);
    check_fold(&text);
    check_places(lexicon, &text, &habit);
    check_hits(lexicon, arena, &text);
    number_habit_of_text(&text);
    when_order_of_text(lexicon, &text);
    for (int use = NUMBER_COUNT; use <= NUMBER_MONEY; use++)
        amount_read(lexicon, arena, raw, (NumberUse)use, habit.language, numbers, STR_NONE, &amount);
    for (int asked = WHEN_ANY; asked <= WHEN_DATE; asked++)
        if (when_read(lexicon, arena, raw, (WhenAsked)asked, &habit, &when))
            demand(when.date.year || when.date.month);
    arena_free(&arena);
    return 0;
}
