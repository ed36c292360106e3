#include <math.h>

#include "parsers/extract/layout.h"
#include "base/banned.h"

#define TOUCHING  0.25 /* of the height: characters further apart are of two words, though no blank is between them */
#define STRAIGHT  0.3  /* rise against run: words that climb more run another way */
#define TINY      1.0  /* points; smaller print is not for people */
#define FAR_AWAY  1e5  /* points; no page is that large */
#define VOTES_MIN 3    /* characters of a word whose direction counts */

typedef enum Direction { RIGHTWARDS, DOWNWARDS, LEFTWARDS, UPWARDS, SLANTED, DIRECTION_COUNT } Direction;

static bool is_blank(uint32_t c) {
    return c <= ' ' || c == 0x7F || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
}

static double height_of(const Glyph *glyph) {
    return fmin(glyph->y1 - glyph->y0, (glyph->x1 - glyph->x0) * 2.5 + TINY);
}

/* The space between two spans; 0 where they meet. */
static double gap(double a0, double a1, double b0, double b1) {
    return fmax(0, fmax(b0 - a1, a0 - b1));
}

static bool touches(const Glyph *a, const Glyph *b) {
    double near = TOUCHING * fmax(height_of(a), height_of(b));
    return gap(a->x0, a->x1, b->x0, b->x1) <= near && gap(a->y0, a->y1, b->y0, b->y1) <= near;
}

static bool is_place(double at) {
    return at > -FAR_AWAY && at < FAR_AWAY;
}

static bool is_readable(const Glyph *glyph) {
    return is_place(glyph->x0) && is_place(glyph->x1) && is_place(glyph->y0) && is_place(glyph->y1) &&
           glyph->x1 >= glyph->x0 && glyph->y1 - glyph->y0 >= TINY;
}

static void word_measure(const LayoutPage *page, LayoutWord *word) {
    const Glyph *glyph = &page->glyphs.items[word->first];
    word->x0 = glyph->x0, word->x1 = glyph->x1, word->y0 = glyph->y0, word->y1 = glyph->y1;
    for (size_t i = 1; i < word->glyphs; i++) {
        word->x0 = fmin(word->x0, glyph[i].x0);
        word->x1 = fmax(word->x1, glyph[i].x1);
        word->y0 = fmin(word->y0, glyph[i].y0);
        word->y1 = fmax(word->y1, glyph[i].y1);
    }
}

static Direction direction_of(const LayoutPage *page, const LayoutWord *word) {
    const Glyph *a = &page->glyphs.items[word->first], *b = a + word->glyphs - 1;
    double right = (b->x0 + b->x1 - a->x0 - a->x1) / 2, down = (b->y0 + b->y1 - a->y0 - a->y1) / 2;
    if (fabs(down) <= STRAIGHT * fabs(right))
        return right >= 0 ? RIGHTWARDS : LEFTWARDS;
    if (fabs(right) <= STRAIGHT * fabs(down))
        return down >= 0 ? DOWNWARDS : UPWARDS;
    return SLANTED;
}

static void find_words(LayoutPage *page, LayoutWords *words) {
    LayoutWord *word = NULL;
    bool ruled = false;
    for (size_t i = 0; i < page->glyphs.len; i++) {
        const Glyph *glyph = &page->glyphs.items[i];
        if (is_blank(glyph->code) || !is_readable(glyph)) {
            ruled |= glyph->code == LAYOUT_RULE;
            word = NULL;
            continue;
        }
        if (!word || !touches(glyph - 1, glyph)) {
            word = VEC_PUSH(page->arena, words);
            *word = (LayoutWord){.first = i, .ruled = ruled};
            ruled = false;
        }
        word->glyphs++;
    }
}

static Direction main_direction(const LayoutPage *page, const LayoutWords *words) {
    size_t votes[DIRECTION_COUNT] = {0};
    Direction best = RIGHTWARDS;
    for (size_t i = 0; i < words->len; i++)
        if (words->items[i].glyphs >= VOTES_MIN)
            votes[direction_of(page, &words->items[i])] += words->items[i].glyphs;
    for (int d = RIGHTWARDS; d < SLANTED; d++)
        if (votes[d] > votes[best])
            best = (Direction)d;
    return best;
}

/* Turns the page so that text of that direction runs from left to right. */
static void turn(LayoutPage *page, Direction direction) {
    double width = page->width, height = page->height;
    for (size_t i = 0; i < page->glyphs.len; i++) {
        Glyph *g = &page->glyphs.items[i], old = *g;
        if (direction == DOWNWARDS)
            *g = (Glyph){old.code, old.y0, width - old.x1, old.y1, width - old.x0};
        else if (direction == UPWARDS)
            *g = (Glyph){old.code, height - old.y1, old.x0, height - old.y0, old.x1};
        else
            *g = (Glyph){old.code, width - old.x1, height - old.y1, width - old.x0, height - old.y0};
    }
    if (direction != LEFTWARDS) {
        page->width = height;
        page->height = width;
    }
}

/* A single character has no direction of its own: beside a word aside it goes on with that. */
static bool follows(const LayoutWord *before, const LayoutWord *word) {
    double near = fmax(word->x1 - word->x0, word->y1 - word->y0);
    return gap(before->x0, before->x1, word->x0, word->x1) <= near &&
           gap(before->y0, before->y1, word->y0, word->y1) <= near;
}

void layout_words(LayoutPage *page) {
    LayoutWords words = {0};
    find_words(page, &words);
    Direction main = main_direction(page, &words);
    if (main != RIGHTWARDS)
        turn(page, main);
    const LayoutWord *strayed = NULL; /* the word before, when it is aside */
    for (size_t i = 0; i < words.len; i++) {
        LayoutWord *word = &words.items[i];
        word_measure(page, word);
        bool along = word->glyphs < 2 ? !strayed || !follows(strayed, word) : direction_of(page, word) == RIGHTWARDS;
        *VEC_PUSH(page->arena, along ? &page->words : &page->aside) = *word;
        strayed = along ? NULL : word;
    }
}
