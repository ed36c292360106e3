/* Roles of the values in a sentence, shared by the passes that tell them (sentence_roles.c, sentence_instead.c). */
#ifndef PARSERS_SENTENCE_ROLE_H
#define PARSERS_SENTENCE_ROLE_H

#include "parsers/sentence.h"

/* The first unused figure among the `limit` tokens behind token n; NULL when there is none. */
Token *role_figure_after(Sentence *sentence, size_t n, size_t limit);
/* Does a word for what is shown stand right behind the figure: "instead of the 25 which are reflecting"? */
bool role_figure_is_bound(Sentence *sentence, const Token *figure);
/* "Rechnung 4711": the word right before says that the figure is a number, not a count. */
bool role_is_named_number(const Sentence *sentence, const Token *figure);
/* Gives the role unless one is known already; role_put() also then. Both do nothing for NULL. */
void role_set(Token *token, Role role);
void role_put(Token *token, Role role);
/* The nearest value behind (or before) token n within `limit` tokens, of the kind of `like` when that is given. */
Token *role_value_beside(Sentence *sentence, size_t n, bool behind, const Token *like, size_t limit);

/* Does the clause of token n hold such a token: of that kind, or for TOKEN_CUE of that cue? */
bool role_clause_has(const Sentence *sentence, size_t n, TokenKind kind, Cue cue);
/* Lists of which one figure is known to be shown, "115 units, KPI 115 and 2,587.50 EUR": the others are, too. */
void role_spread(Sentence *sentence);
/* The pair of values around the "instead of" at token n. */
void role_instead(Sentence *sentence, size_t n);

#endif
