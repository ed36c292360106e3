/* Jsonin: what stands in results, read back with the care that files of others need: a member that is missing or of another kind is
 * absent, never an error. */
#ifndef RUN_JSONIN_H
#define RUN_JSONIN_H

#include "base/json_text.h"
#include "model/model.h"

Str jsonin_text(Arena *arena, const json_t *object, const char *key); /* a copy; absent unless it is a string */
/* An integer, or a decimal written as a string. */
bool jsonin_number(const json_t *value, Decimal *out);
/* The details that the object gives, by their words; an empty text is none. */
void jsonin_details(Arena *arena, const json_t *object, Details *out);

/* Which of `count` words the member is; false and `count` in *out when it is none of them. */
typedef const char *JsonWord(int value);
bool jsonin_word(const json_t *object, const char *key, JsonWord *word, int count, int *out);
/* The closed sets of the model, for jsonin_word(). */
JsonWord jsonin_decision, jsonin_finding, jsonin_intent, jsonin_kind;

#endif
