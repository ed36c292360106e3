/* Text: a text beside its folded form, with the way back.
 *
 * All reading happens on the folded form, so that "Année", "ANNEE" and "année" or "１２３" and "123" are one; all
 * evidence is shown from the raw form. Folding: letters to lower case, accents off Latin letters, ё to е, full width to
 * half width, half-width kana to full, every dash to "-", upright box lines to "|", every apostrophe to "'", every blank but tab and newline to
 * a space, CRLF to newline, "º" to "°", "№" to "n°", "×" to "x" (parted from a word before it), digits of any script to 0-9, ideographs of the second
 * code points that fonts of PDFs give them ("⽉") to the first, zero-width and direction
 * marks dropped; decomposed й, voiced kana and Hangul are joined. A wide blank becomes two, "，" and "、" become a comma and a blank, "／" a stroke
 * between blanks (but not inside a number of full width), 「」 quotes, 【】 brackets. Bytes that are no UTF-8 become
 * U+FFFD. Circled digits, superscripts and the like stay. */
#ifndef PARSERS_TEXT_H
#define PARSERS_TEXT_H

#include <stdint.h>

#include "base/arena.h"

typedef struct Text {
    Str raw;
    Str folded;
    const uint32_t *map; /* raw offset of each byte of folded; map[folded.len] is raw.len */
    const struct HitList *marks; /* every hit, found once for all readers (lexicon_mark); NULL: scanned when asked */
    size_t part;         /* where folded begins in the text that was marked */
} Text;

#define TEXT_MAX ((size_t)256 * 1024 * 1024) /* a longer raw text is cut there */

void text_fold(Arena *arena, Str raw, Text *out);
/* folded[from, to) as a text of its own, that keeps the way back and the marks of the whole. */
Text text_part(const Text *text, size_t from, size_t to);
/* The raw text behind folded[from, to), without blanks at its ends and invisible marks behind it. */
Str text_raw(const Text *text, size_t from, size_t to);
/* Fold a short string for comparison. */
Str text_folded(Arena *arena, Str raw);

/* An ideograph written as a radical or as a compatibility character ("⽉", U+F98E): the ordinary one; any other as it is. */
uint32_t text_unified(uint32_t c);

bool text_is_letter_beyond(uint32_t c); /* for text_is_letter() */
bool text_is_small(uint32_t c);  /* a small letter of an alphabet that has capitals */
/* Any script; marks count. */
static inline bool text_is_letter(uint32_t c) {
    if (c < 0x80)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return (c >= 0x400 && c <= 0x481) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || text_is_letter_beyond(c);
}
/* Han, kana: written without spaces between words. */
static inline bool text_is_ideograph(uint32_t c) {
    return c >= 0x3005 && (c <= 0x3007 || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
                           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF));
}
/* Han, kana, Hangul. */
static inline bool text_is_cjk(uint32_t c) {
    return c >= 0x1100 && (text_is_ideograph(c) || (c >= 0xAC00 && c <= 0xD7A3) || c <= 0x11FF || (c >= 0x3130 && c <= 0x318F));
}

#endif
