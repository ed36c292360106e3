/* What the tests of values share: inputs of exact size, and the lexicon of the tree. */
#ifndef TESTS_VALUE_FIXTURE_H
#define TESTS_VALUE_FIXTURE_H

#include <criterion/criterion.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "parsers/lexicon.h"

/* A copy without a NUL behind, in a block of its own: reading past the end is caught. */
static inline Str exact(Str text) {
    char *copy = malloc(text.len ? text.len : 1);
    memcpy(copy, text.data, text.len);
    return (Str){copy, text.len};
}

static inline Str exact_cstr(const char *text) {
    return exact(str_of(text));
}

static inline Lexicon *tree_lexicon(void) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "no error");
    return lexicon;
}

/* xorshift: the same texts in every run */
static inline unsigned next_random(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (unsigned)(*state >> 32);
}

/* Code points that matter to the readers, valid UTF-8 for the most part. */
static inline Str random_text(Arena *arena, uint64_t *seed, size_t pieces) {
    static const char *const odd[] = {
        "1", "25", "3 125,00", "1.234", "1,92,500.00", "12万5千", "１２３", "٣٤", "½", "€", "$", "R$ ", "kr", "USD", "¥", "月", "年",
        "2020", "01/02/2020", "janvier", "Jan-21", "令和2年1月", "ガ", "ｶﾞ", "か\u3099", "и\u0306", "한글",
        "e\u0301", "é", "œ", "№", "ﬁ", "…", "İ", "Ⱥ", "ß", "\u200B", "\u202E", "\uFEFF", "\uFE0F", "\u00AD", "\u00A0", "\u3000",
        "\u2028", "\r\n", "\r", "\n", "\t", " ", "-", "−", ".", ",", "'", "’", "/", "(", "k€", " million", " lakh", "\xFF", "\xC3",
        "\xE2\x82", "\xF0\x9F\x98\x80", "\U0001D7D9", "a", "Z", "facture", "n°", "x"};
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < pieces; i++) {
        buf_add(&buf, str_of(odd[next_random(seed) % G_N_ELEMENTS(odd)]));
        if (next_random(seed) % 8 == 0)
            buf_add_char(&buf, (char)(next_random(seed) & 0xFF));
    }
    return buf_str(&buf);
}

/* Is the work linear in the text? Eight times the text may take at most 24 times as long: quadratic work takes 64. */
typedef void (*Work)(Arena *arena, Str text);

static inline double seconds_of(Work work, Arena *arena, const char *piece, size_t len) {
    Buf buf = {.arena = arena};
    while (buf.len < len)
        buf_add(&buf, str_of(piece));
    Str text = buf_str(&buf);
    Arena *own = arena_new();
    clock_t start = clock();
    work(own, text);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    arena_free(&own);
    arena_clear(arena);
    return seconds;
}

static inline void expect_linear(Work work, const char *const *pieces, size_t n) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < n; i++) {
        double one = seconds_of(work, arena, pieces[i], 50000), eight = seconds_of(work, arena, pieces[i], 400000);
        cr_expect(eight < 24 * one + 0.02, "\"%s\": %.4f s, eight times as much: %.4f s", pieces[i], one, eight);
    }
    arena_free(&arena);
}

#endif
