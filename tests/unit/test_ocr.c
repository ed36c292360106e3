#include <cairo/cairo.h>
#include <criterion/criterion.h>
#include <glib.h>
#include <math.h>

#include "parsers/extract/ocr.h"
#include "base/banned.h"

#define WIDTH  1240 /* A4 at 150 dpi */
#define HEIGHT 1754

static cairo_status_t png_write(void *out, const unsigned char *data, unsigned len) {
    buf_add(out, (Str){(const char *)data, len});
    return CAIRO_STATUS_SUCCESS;
}

static void draw_text(cairo_t *cairo) {
    static const struct {
        double x, y, size;
        const char *text;
    } lines[] = {{120, 160, 44, "INVOICE"},           {120, 260, 24, "Invoice no.:"},   {420, 260, 24, "INV-2020-0047"},
                 {120, 310, 24, "Date of issue:"},     {420, 310, 24, "15 January 2020"}, {120, 420, 24, "Description"},
                 {760, 420, 24, "Qty"},                {960, 420, 24, "Amount"},          {120, 470, 24, "Digital MOC licences"},
                 {760, 470, 24, "25"},                 {960, 470, 24, "3,125.00"},        {700, 560, 24, "Net total"},
                 {960, 560, 24, "3,125.00"},           {120, 700, 24, "Payment within thirty days of the date of this invoice."}};
    cairo_select_font_face(cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cairo_set_font_size(cairo, lines[i].size);
        cairo_move_to(cairo, lines[i].x, lines[i].y);
        cairo_show_text(cairo, lines[i].text);
    }
}

/* Grains of dirt, always the same. */
static void draw_noise(cairo_t *cairo, int grains) {
    unsigned state = 12345;
    for (int i = 0; i < grains; i++) {
        state = state * 1664525u + 1013904223u;
        cairo_rectangle(cairo, state >> 8 & 1023, state >> 18 & 1023, 1, 1);
    }
    cairo_fill(cairo);
}

/* A page as a PNG, turned by so many degrees, and dirty. */
static Str page_png(Arena *arena, double degrees, int grains, double scale) {
    Buf png = {.arena = arena};
    bool side = fabs(degrees) > 45;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)((side ? HEIGHT : WIDTH) * scale),
                                                          (int)((side ? WIDTH : HEIGHT) * scale));
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_scale(cairo, scale, scale);
    draw_noise(cairo, grains);
    if (side)
        cairo_translate(cairo, HEIGHT, 0);
    cairo_rotate(cairo, degrees * G_PI / 180);
    draw_text(cairo);
    cairo_destroy(cairo);
    cairo_surface_write_to_png_stream(surface, png_write, &png);
    cairo_surface_destroy(surface);
    return buf_str(&png);
}

static Paper *read_picture(Arena *arena, Str bytes, bool without) {
    Extract *out = ARENA_NEW(arena, Extract);
    ocr_read(arena, &(ExtractAsk){.form = EXTRACT_PICTURE, .language = LANGUAGE_EN, .bytes = bytes, .without_ocr = without}, out);
    cr_assert_eq(out->papers.len, 1);
    return &out->papers.items[0];
}

Test(ocr, reads_pages_straight_tilted_dirty_and_on_their_side) {
    static const struct {
        double degrees;
        int grains;
    } pages[] = {{0, 0}, {2, 0}, {-1.5, 600}, {90, 0}};
    static const char *const wanted[] = {"INVOICE", "INV-2020-0047", "15 January 2020", "3,125.00", "Digital MOC licences"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        Arena *arena = arena_new();
        Paper *paper = read_picture(arena, page_png(arena, pages[i].degrees, pages[i].grains, 1), false);
        cr_expect(paper->readable && paper->recognized, "page %zu", i);
        for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++)
            cr_expect(str_find(paper->text, str_of(wanted[k])) >= 0, "page %zu lacks \"%s\": %.*s", i, wanted[k], STR_ARG(paper->text));
        /* Columns stay apart. */
        cr_expect(str_find(paper->text, STR("no.:  ")) >= 0, "page %zu: %.*s", i, STR_ARG(paper->text));
        arena_free(&arena);
    }
}

Test(ocr, leaves_what_is_no_page) {
    Arena *arena = arena_new();
    Str page = page_png(arena, 0, 0, 1);
    const struct {
        Str bytes;
        bool without;
        const char *why;
    } cases[] = {{page_png(arena, 0, 0, 0.2), false, "too small"}, {page, true, "--no-ocr"},
                 {str_sub(page, 0, 40), false, "no text"},       {STR("\xFF\xD8\xFF\xE0"), false, "damaged"},
                 {STR(""), false, "damaged"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Paper *paper = read_picture(arena, cases[i].bytes, cases[i].without);
        cr_expect(paper->readable && !paper->recognized && !paper->text.len, "case %zu", i);
        cr_expect(str_find(paper->reason, str_of(cases[i].why)) >= 0, "case %zu: %.*s", i, STR_ARG(paper->reason));
    }
    arena_free(&arena);
}
