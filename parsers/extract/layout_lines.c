#include <math.h>
#include <stdlib.h>

#include "parsers/extract/layout.h"
#include "base/banned.h"

#define SAME_LINE       0.5 /* of the lower height: how far a word's middle may be below those of its line */
#define CELL_GAP        0.8 /* of the height: a wider gap parts cells */
#define JUSTIFIED       1.6 /* the widest gap of a justified line against its typical one */
#define JUSTIFIED_GAP   1.6 /* of the height: no justified line has wider gaps */
#define JUSTIFIED_WORDS 6
#define LETTERS_MIN     4   /* single letters in a row that are one spaced-out word */
#define PAIR_SINGLES    3   /* so many of them stand in the word for each pair */
#define WIDE_MIN        2   /* of Chinese and its kin */
#define LETTERS_FAR     1.5 /* of the height: letters further apart are not of one word */
#define LETTERS_BLANKS  9   /* letters further apart in the file are not of one word */
#define LETTERS_NEAR    0.1 /* of the height: how near the nearest are taken to be at least */
#define LETTERS_GAP     1.6 /* gaps this many times the typical one part spaced-out words */

static double middle(const LayoutWord *word) {
    return (word->y0 + word->y1) / 2;
}

static double height(const LayoutWord *word) {
    return word->y1 - word->y0;
}

static int by_middle(const void *a, const void *b) {
    const LayoutWord *x = a, *y = b;
    double difference = middle(x) - middle(y);
    return difference < 0 ? -1 : difference > 0 ? 1 : x->first < y->first ? -1 : 1;
}

static int by_left(const void *a, const void *b) {
    const LayoutWord *x = a, *y = b;
    return x->x0 < y->x0 ? -1 : x->x0 > y->x0 ? 1 : x->first < y->first ? -1 : 1;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* ---- cells of a line ---- */

static bool is_wide(uint32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

size_t layout_columns_of(const LayoutPage *page, const LayoutWord *word) {
    size_t columns = 0;
    for (size_t i = 0; i < word->glyphs; i++)
        columns += is_wide(page->glyphs.items[word->first + i].code) ? 2 : 1;
    return columns;
}

/* Where all gaps are wide and alike, it is a justified sentence and not a row of cells. */
static bool is_justified(const LayoutPage *page, const LayoutWord *words, size_t n) {
    if (n < JUSTIFIED_WORDS)
        return false;
    double *gaps = ARENA_ARRAY(page->arena, double, n);
    for (size_t i = 1; i < n; i++)
        gaps[i - 1] = words[i].x0 - words[i - 1].x1;
    qsort(gaps, n - 1, sizeof *gaps, by_value);
    double widest = gaps[n - 2], typical = gaps[(n - 1) / 2];
    return widest <= JUSTIFIED * typical && widest <= JUSTIFIED_GAP * height(words);
}

/* A letter by itself; figures in boxes and columns are none. */
static bool is_letter(const LayoutPage *page, const LayoutWord *word) {
    uint32_t code = page->glyphs.items[word->first].code;
    return word->glyphs == 1 && (code >= 0x80 || (code | 0x20) - 'a' < 26);
}

/* Two capitals that the font draws so close that they count as one word: the "FA" of "FA C T U R E". */
static bool is_pair(const LayoutPage *page, const LayoutWord *word) {
    uint32_t first = page->glyphs.items[word->first].code, second = word->glyphs == 2 ? page->glyphs.items[word->first + 1].code : 0;
    return first - 'A' < 26 && second - 'A' < 26;
}

/* Single letters evenly apart are one word: "I N V O I C E". How many words follow there, 0 when they are none. */
static size_t spaced_out(const LayoutPage *page, const LayoutWord *words, size_t n) {
    size_t letters = 0, pairs = 0, least = is_wide(page->glyphs.items[words->first].code) ? WIDE_MIN : LETTERS_MIN;
    while (letters < n && (is_letter(page, &words[letters]) || is_pair(page, &words[letters])) &&
           (letters == 0 || (!words[letters].ruled && words[letters].first > words[letters - 1].first &&
                             words[letters].first - words[letters - 1].first <= LETTERS_BLANKS &&
                             words[letters].x0 - words[letters - 1].x1 < LETTERS_FAR * height(words))))
        pairs += is_pair(page, &words[letters++]);
    return letters >= least && letters - pairs >= PAIR_SINGLES * pairs ? letters : 0;
}

/* The gap that parts two spaced-out words: much wider than most. */
static double wide_gap(const LayoutPage *page, const LayoutWord *words, size_t n) {
    double *gaps = ARENA_ARRAY(page->arena, double, n);
    for (size_t i = 1; i < n; i++)
        gaps[i - 1] = words[i].x0 - words[i - 1].x1;
    qsort(gaps, n - 1, sizeof *gaps, by_value);
    return LETTERS_GAP * fmax(gaps[(n - 1) / 2], LETTERS_NEAR * height(words));
}

/* The word goes on to the last of the letters; the blanks between are not printed. */
static size_t join_letters(const LayoutPage *page, LayoutWord *words, size_t n) {
    size_t out = 0;
    for (size_t i = 0; i < n;) {
        size_t letters = spaced_out(page, words + i, n - i), end = i + (letters ? letters : 1);
        double wide = letters ? wide_gap(page, words + i, letters) : 0;
        LayoutWord word = words[i];
        for (i++; i < end; i++) {
            if (words[i].x0 - word.x1 > wide) {
                words[out++] = word;
                word = words[i];
            } else {
                word.glyphs = words[i].first + words[i].glyphs - word.first;
                word.x1 = words[i].x1;
            }
        }
        words[out++] = word;
    }
    return out;
}

static bool is_apart(const LayoutWord *before, const LayoutWord *word, double x1) {
    return word->x0 - x1 > CELL_GAP * fmax(height(before), height(word));
}

static void cells_add(LayoutPage *page, LayoutLine *line, size_t first, size_t n) {
    const LayoutWord *words = page->words.items + first;
    bool justified = is_justified(page, words, n);
    LayoutCell *cell = NULL;
    line->first = page->cells.len;
    for (size_t i = 0; i < n; i++) {
        if (!cell || words[i].ruled || (!justified && is_apart(&words[i - 1], &words[i], cell->x1))) {
            cell = VEC_PUSH(page->arena, &page->cells);
            *cell = (LayoutCell){.first = first + i, .x0 = words[i].x0, .x1 = words[i].x1};
            line->cells++;
        }
        cell->columns += layout_columns_of(page, &words[i]) + (cell->words > 0);
        cell->words++;
        cell->x1 = fmax(cell->x1, words[i].x1);
    }
}

/* ---- lines ---- */

/* How many words from there on stand in one line. */
static size_t line_length(const LayoutWord *words, size_t n) {
    double sum = middle(words), low = height(words);
    size_t len = 1;
    while (len < n && middle(&words[len]) - sum / (double)len <= SAME_LINE * fmin(low, height(&words[len]))) {
        sum += middle(&words[len]);
        low = fmin(low, height(&words[len]));
        len++;
    }
    return len;
}

static void line_add(LayoutPage *page, LayoutWord *words, size_t n) {
    LayoutLine *line = VEC_PUSH(page->arena, &page->lines);
    size_t first = page->words.len;
    qsort(words, n, sizeof *words, by_left);
    n = join_letters(page, words, n);
    *line = (LayoutLine){.y0 = words->y0, .y1 = words->y1};
    for (size_t i = 0; i < n; i++) {
        *VEC_PUSH(page->arena, &page->words) = words[i];
        line->y0 = fmin(line->y0, words[i].y0);
        line->y1 = fmax(line->y1, words[i].y1);
    }
    cells_add(page, line, first, n);
}

void layout_lines(LayoutPage *page) {
    LayoutWords words = page->words;
    page->words = (LayoutWords){0};
    if (words.len)
        qsort(words.items, words.len, sizeof *words.items, by_middle);
    for (size_t i = 0, n; i < words.len; i += n) {
        n = line_length(words.items + i, words.len - i);
        line_add(page, words.items + i, n);
    }
}
