/* Numbers as people write them, read whole or not at all (contract section 3).
 *
 * "1 234,56", "1.234,56", "1,92,500.00", "１２３４", "1'250.00", "4.470,-", "12万5千". A lone separator before three digits
 * ("3.125") is settled by what the number is (a count has no decimals, money those of its currency), then by the
 * habit of the ticket, then of its language; if nothing settles it the number is ambiguous, never guessed. */
#ifndef PARSERS_NUMBER_H
#define PARSERS_NUMBER_H

#include "model/currency.h"
#include "model/model.h"
#include "parsers/lexicon.h"

typedef enum NumberHabit { HABIT_UNKNOWN, HABIT_POINT /* 1,234.56 */, HABIT_COMMA /* 1.234,56 */ } NumberHabit;
typedef enum NumberUse { NUMBER_COUNT, NUMBER_KPI, NUMBER_MONEY } NumberUse;
typedef enum NumberVerdict { NUMBER_READ, NUMBER_AMBIGUOUS, NUMBER_REFUSED } NumberVerdict;

/* The maximal run of digits, separators and scale words (scale.h: "12万", "1,2 M€", "35 lakh") that begins at folded[at]
 * (a digit, or a sign before one). False when no number begins there. *to is its end; separators at its end ("20.",
 * "25,") are not part of it, but ",-" and ".-" and ",--" are, and what minor.h tells of: "112 500 руб. 00 коп.". */
bool number_token(Str folded, size_t at, size_t *to);

/* The value of such a token. `decimals` is that of the currency, -1 when unknown. *other gets the second reading when
 * it is ambiguous. */
NumberVerdict number_value(Str token, NumberUse use, int decimals, NumberHabit habit, Decimal *value, Decimal *other);

/* The habit that a token proves by itself; HABIT_UNKNOWN for most. */
NumberHabit number_habit_of(Str token);
NumberHabit number_habit_of_language(Language language); /* fr and the like: HABIT_COMMA */
/* The habit of a whole text: that of its tokens which prove one; HABIT_UNKNOWN when none does, or they disagree. */
NumberHabit number_habit_of_text(const Text *text);

/* Is it an ISO 4217 code in use? */
bool currency_known(Str iso);

typedef struct Amount {
    NumberVerdict verdict; /* REFUSED also when the text holds no number, or more than one */
    Decimal value, other;
    Str currency;          /* ISO 4217; absent when none is named beyond doubt */
    Str unit;              /* unit word as written: "Stk.", "licences"; absent when none; both view raw or are static */
    bool gross, net;       /* a word beside it says so */
    bool placeholder;      /* "n/a", "-": no value at all */
    size_t from, to;       /* of the number in the folded text */
} Amount;

/* A cell or the rest of a labelled line that should hold one number: "R$ 3.125,00 net", "25 seats", "KWD 1,250.000",
 * "n/a". Of a net and a gross amount side by side the net one is taken. */
void amount_read(const Lexicon *lexicon, Arena *arena, Str raw, NumberUse use, Language language, NumberHabit habit,
                 Str currency_hint, Amount *out);
/* The same of folded[from, to) of a text; places are told from where the value begins. */
void amount_in(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, NumberUse use, Language language,
               NumberHabit habit, Str currency_hint, Amount *out);

#endif
