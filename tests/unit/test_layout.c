/* From characters and where they stand to the text that a person sees. */
#include <criterion/criterion.h>
#include <glib.h>
#include <math.h>
#include <time.h>

#include "base/utf8.h"
#include "parsers/extract/layout.h"
#include "base/banned.h"

#define PAGE_WIDTH  600.0
#define PAGE_HEIGHT 800.0
#define SIZE        10.0
#define WIDTH       0.5 /* of the size: of a character */
#define BLANK       0.28
#define WIDE        1.0 /* of a Chinese one */

/* How a piece of text runs: to the right, down, to the left, up, or up and right at 45 degrees. */
typedef enum Way { RIGHT, DOWN, LEFT, UP, SLANT } Way;

typedef struct Piece {
    double x, y; /* of its beginning; from the upper left */
    const char *text;
    Way way;
} Piece;

static void put_glyph(LayoutPage *page, uint32_t code, double x, double y, double along, Way way) {
    Glyph g = {.code = code};
    switch (way) {
    case RIGHT:
    case SLANT:
        g.x0 = x, g.x1 = x + along, g.y0 = y, g.y1 = y + SIZE;
        break;
    case LEFT:
        g.x0 = x - along, g.x1 = x, g.y0 = y - SIZE, g.y1 = y;
        break;
    case DOWN:
        g.x0 = x - SIZE, g.x1 = x, g.y0 = y, g.y1 = y + along;
        break;
    case UP:
        g.x0 = x, g.x1 = x + SIZE, g.y0 = y - along, g.y1 = y;
        break;
    }
    *VEC_PUSH(page->arena, &page->glyphs) = g;
}

static void put(LayoutPage *page, const Piece *piece) {
    Str text = str_of(piece->text);
    double at = 0;
    for (size_t i = 0, size; i < text.len; i += size) {
        static const int dx[] = {1, 0, -1, 0, 1}, dy[] = {0, 1, 0, -1, -1};
        uint32_t code = utf8_decode(text, i, &size);
        double along = SIZE * (code >= 0x2E80 ? WIDE : code == ' ' ? BLANK : WIDTH);
        put_glyph(page, code, piece->x + dx[piece->way] * at, piece->y + dy[piece->way] * at, along, piece->way);
        at += along;
    }
    put_glyph(page, '\n', piece->x, piece->y, 0, RIGHT);
}

static Str laid_out(Arena *arena, const Piece *pieces, size_t n) {
    LayoutPage page = {.arena = arena, .width = PAGE_WIDTH, .height = PAGE_HEIGHT};
    Buf out = {.arena = arena};
    for (size_t i = 0; i < n && pieces[i].text; i++)
        put(&page, &pieces[i]);
    layout_write(&page, &out);
    return buf_str(&out);
}

static const struct {
    const char *about;
    Piece pieces[24];
    const char *text;
} cases[] = {
    {"an empty page", {{0, 0, NULL, 0}}, ""},
    {"lines from top to bottom, whatever their order in the file",
     {{50, 70, "third", 0}, {50, 50, "first", 0}, {50, 60, "second", 0}},
     "first\nsecond\nthird\n"},
    {"more space is an empty line", {{50, 50, "above", 0}, {50, 90, "below", 0}}, "above\n\nbelow\n"},
    {"a label and its value are cells", {{50, 50, "Invoice no.:", 0}, {200, 50, "RE-2025-00417", 0}},
     "Invoice no.:  RE-2025-00417\n"},
    {"cells that touch in the file are apart on the page",
     {{200, 50, "Date:", 0}, {50, 50, "RE-17", 0}},
     "RE-17  Date:\n"},
    {"words of one sentence are one cell", {{50, 50, "Thank you for", 0}, {114, 50, "your order", 0}},
     "Thank you for your order\n"},
    {"figures stand under each other at their right edge",
     {{50, 50, "Item", 0}, {265, 50, "Amount", 0}, {50, 62, "MOC", 0}, {250, 62, "12,500.00", 0}, {50, 74, "dMOC", 0}, {275, 74, "5.00", 0}},
     "Item                                       Amount\nMOC                                     12,500.00\n"
     "dMOC                                         5.00\n"},
    {"a crowded table: only the lines above tell the cells apart",
     {{50, 50, "Course", 0}, {134, 50, "Units", 0}, {50, 62, "Digital MOC 2021", 0}, {134, 62, "25", 0}},
     "Course  Units\nDigital MOC 2021  25\n"},
    {"a spaced-out title is a word", {{50, 50, "I N V O I C E", 0}, {50, 80, "text", 0}}, "INVOICE\n\ntext\n"},
    {"two spaced-out words", {{50, 50, "T A X  F O R M S", 0}}, "TAX FORMS\n"},
    {"two letters drawn close", {{50, 50, "FA C T U R E", 0}, {50, 80, "text", 0}}, "FACTURE\n\ntext\n"},
    {"Chinese is counted wide", {{50, 50, "発票番号", 0}, {200, 50, "AB-1", 0}, {50, 62, "Date", 0}, {200, 62, "x", 0}},
     "発票番号                      AB-1\nDate                          x\n"},
    {"a page turned right", {{500, 50, "Invoice no. 7", DOWN}, {480, 50, "Total", DOWN}, {480, 150, "9.00", DOWN}},
     "Invoice no. 7\n\nTotal  9.00\n"},
    {"a page turned left", {{50, 700, "Invoice no. 7", UP}, {70, 700, "Total", UP}, {70, 600, "9.00", UP}},
     "Invoice no. 7\n\nTotal  9.00\n"},
    {"a page upside down", {{500, 700, "Invoice no. 7", LEFT}, {500, 680, "Total", LEFT}, {400, 680, "9.00", LEFT}},
     "Invoice no. 7\n\nTotal  9.00\n"},
    {"what runs along the margin stands behind the rest",
     {{20, 700, "Form 3 of 4", UP}, {50, 50, "Invoice no. 7", 0}, {50, 60, "of 4 March 2021", 0}},
     "Invoice no. 7\nof 4 March 2021\nForm 3 of 4\n"},
    {"a stamp across the page", {{100, 500, "COPY", SLANT}, {50, 50, "Invoice no. 7", 0}, {50, 60, "Total 9.00", 0}},
     "Invoice no. 7\nTotal 9.00\nCOPY\n"},
    {"two columns of prose are read one after the other",
     {{50, 50, "Terms of sale", 0},
      {50, 70, "Goods remain ours until they are", 0}, {350, 70, "Complaints must reach us within", 0},
      {50, 82, "paid in full by the buyer and all", 0}, {350, 82, "two weeks of the delivery or they", 0},
      {50, 94, "other debts are settled as well as", 0}, {350, 94, "cannot be considered by us at any", 0},
      {50, 106, "those that come up later on and so", 0}, {350, 106, "time whatever the reason may have", 0},
      {50, 118, "on without an end in sight for the", 0}, {350, 118, "been for the buyer to wait longer", 0},
      {50, 130, "buyer.", 0}},
     "Terms of sale\n\nGoods remain ours until they are\npaid in full by the buyer and all\n"
     "other debts are settled as well as\nthose that come up later on and so\non without an end in sight for the\nbuyer.\n"
     "\nComplaints must reach us within\ntwo weeks of the delivery or they\ncannot be considered by us at any\n"
     "time whatever the reason may have\nbeen for the buyer to wait longer\n"},
    {"an address beside details stays line by line",
     {{50, 50, "Learning Ltd", 0}, {350, 50, "Invoice no.: 7", 0}, {50, 62, "12 High Street in the town", 0},
      {350, 62, "Date: 3 May 2020", 0}},
     "Learning Ltd  Invoice no.: 7\n"
     "12 High Street in the town  Date: 3 May 2020\n"},
};

/* Cells two blanks apart, however far they are. */
static Str narrowed(Arena *arena, Str text) {
    Buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] != ' ' || i < 2 || text.data[i - 1] != ' ' || text.data[i - 2] != ' ')
            buf_add_char(&out, text.data[i]);
    return buf_str(&out);
}

Test(layout, text_as_it_is_seen) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        Str text = laid_out(arena, cases[i].pieces, G_N_ELEMENTS(cases[i].pieces));
        if (!strstr(cases[i].text, "   "))
            text = narrowed(arena, text);
        cr_expect(str_eq_cstr(text, cases[i].text), "%s:\n" STR_FMT "---\n%s", cases[i].about, STR_ARG(text), cases[i].text);
        arena_free(&arena);
    }
}

Test(layout, boxes_of_no_size_or_place) {
    static const double strange[] = {0, -1e300, 1e300, NAN, INFINITY, -5, 1e5, 0.01};
    size_t n = sizeof strange / sizeof *strange;
    for (size_t i = 0; i < n * n * n; i++) {
        Arena *arena = arena_new();
        Buf out = {.arena = arena};
        LayoutPage page = {.arena = arena, .width = strange[i % n], .height = strange[i / n % n]};
        for (size_t k = 0; k < 20; k++)
            *VEC_PUSH(arena, &page.glyphs) = (Glyph){'a' + (uint32_t)k, strange[(i + k) % n], strange[(i / n + k) % n],
                                                     strange[(i / n / n + 2 * k) % n], strange[(i + 3 * k) % n]};
        layout_write(&page, &out);
        cr_expect(utf8_valid(buf_str(&out)) && out.len < 100000);
        arena_free(&arena);
    }
}

static double seconds_of(size_t n, Way way, bool one_line) {
    Arena *arena = arena_new();
    Buf out = {.arena = arena};
    LayoutPage page = {.arena = arena, .width = PAGE_WIDTH, .height = PAGE_HEIGHT};
    for (size_t i = 0; i < n; i++)
        put(&page, &(Piece){(double)(i * 37 % 5000) / 10, one_line ? 50 : (double)(i * 101 % 7000) / 10, "x7 word", way});
    clock_t begun = clock();
    layout_write(&page, &out);
    clock_t ended = clock();
    arena_free(&arena);
    return (double)(ended - begun) / CLOCKS_PER_SEC;
}

Test(layout, twice_the_text_at_most_three_times_the_time) {
    for (int form = 0; form < 4; form++) {
        double once = seconds_of(20000, form & 1 ? SLANT : RIGHT, form & 2), twice = seconds_of(40000, form & 1 ? SLANT : RIGHT, form & 2);
        cr_expect(twice < 3 * once + 0.05, "form %d: %.3f s, then %.3f s", form, once, twice);
    }
}
