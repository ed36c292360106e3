/* Tokens of a sentence: what the prose reader weighs against each other. */
#ifndef PARSERS_TOKEN_H
#define PARSERS_TOKEN_H

#include "parsers/mention.h"

typedef enum TokenKind { TOKEN_NUMBER, TOKEN_CODE, TOKEN_WHEN, TOKEN_LABEL, TOKEN_TYPE, TOKEN_UNIT, TOKEN_CUE } TokenKind;

/* What sums prove of an amount: 1,000 + 190 = 1,190. */
typedef enum Share { SHARE_UNKNOWN, SHARE_NET, SHARE_TAX, SHARE_GROSS } Share;

typedef struct Token {
    TokenKind kind;
    size_t from, to;   /* folded text; for a number without its currency */
    int key;           /* Label, Cue, type */
    When when;         /* TOKEN_WHEN */
    bool money;        /* TOKEN_NUMBER: a currency stands beside it */
    Str iso;           /* that currency; absent for a bare "$" */
    size_t outer_from, outer_to; /* with the currency */
    bool word;         /* a number word: "ten" */
    Decimal value;     /* of a number word */
    Share share;       /* of an amount of money */

    bool used;         /* bound to something already, or no detail at all */
    Role role;
    bool role_known;
} Token;
typedef VEC(Token) Tokens;

/* The tokens of folded[from, to) in order; nothing overlaps but labels and cues that hold other words. *hits gets the words of
 * the lexicon that they were made of, and those for what the ticket asks for (LEX_INTENT). */
void tokens_read(Reader *reader, size_t from, size_t to, Hits *hits, Tokens *out);

/* A word of another language, but a small one of the ticket's: Spanish "nos", German "die", Italian "due". */
bool word_is_small(const Reader *reader, const Hit *hit);

/* Words in folded[from, to), and whether a clause ends there (".", ";", ":", "(", ")", newline). */
size_t gap_words(Str folded, size_t from, size_t to);
/* Does the character stand in the gap? Tokens may overlap: then there is none. */
static inline bool gap_has(Str folded, size_t from, size_t to, char c) {
    return from < to && memchr(folded.data + from, c, to - from) != NULL;
}
bool gap_breaks(Str folded, size_t from, size_t to);

#endif
