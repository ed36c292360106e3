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

typedef struct Print {
    double x, y, size;
    const char *text;
} Print;

static void draw_lines(cairo_t *cairo, const char *font, const Print *lines, size_t n) {
    cairo_select_font_face(cairo, font, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    for (size_t i = 0; i < n && lines[i].text; i++) {
        cairo_set_font_size(cairo, lines[i].size);
        cairo_move_to(cairo, lines[i].x, lines[i].y);
        cairo_show_text(cairo, lines[i].text);
    }
}

static void draw_text(cairo_t *cairo) {
    static const Print lines[] = {{120, 160, 44, "INVOICE"},           {120, 260, 24, "Invoice no.:"},   {420, 260, 24, "INV-2020-0047"},
                 {120, 310, 24, "Date of issue:"},     {420, 310, 24, "15 January 2020"}, {120, 420, 24, "Description"},
                 {760, 420, 24, "Qty"},                {960, 420, 24, "Amount"},          {120, 470, 24, "Digital MOC licences"},
                 {760, 470, 24, "25"},                 {960, 470, 24, "3,125.00"},        {700, 560, 24, "Net total"},
                 {960, 560, 24, "3,125.00"},           {120, 700, 24, "Payment within thirty days of the date of this invoice."}};
    draw_lines(cairo, "DejaVu Sans", lines, sizeof lines / sizeof *lines);
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

static Paper *read_picture_in(Arena *arena, Language language, Str bytes, bool without) {
    Extract *out = ARENA_NEW(arena, Extract);
    ocr_read(arena, &(ExtractAsk){.form = EXTRACT_PICTURE, .language = language, .bytes = bytes, .without_ocr = without}, out);
    cr_assert_eq(out->papers.len, 1);
    return &out->papers.items[0];
}

static Paper *read_picture(Arena *arena, Str bytes, bool without) {
    return read_picture_in(arena, LANGUAGE_EN, bytes, without);
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

/* Pages of other scripts than the one asked for: by how well they can be read it is told which it is. */
#define PAGE_LINES 10
static const struct {
    Language asked;
    const char *font;
    Print lines[PAGE_LINES];
    const char *wanted[4]; /* blanks between characters that need none are not wanted */
} foreign[] = {
    {LANGUAGE_UNKNOWN,
     "DejaVu Sans",
     {{120, 160, 44, "Счет на оплату № 512 от 3 июня 2020 г."},
      {120, 260, 24, "Поставщик: ООО «Учебные материалы Юга»"},
      {120, 310, 24, "Покупатель: Центр обучения «Вектор»"},
      {120, 420, 24, "Наименование товара"},
      {760, 420, 24, "Количество"},
      {960, 420, 24, "Сумма"},
      {120, 470, 24, "Учебные курсы в цифровом виде"},
      {760, 470, 24, "14"},
      {960, 470, 24, "86 100,00"}},
     {"Счет на оплату № 512", "Наименование товара", "3 июня 2020", "86 100,00"}},
    {LANGUAGE_DE,
     "Noto Sans CJK JP",
     {{400, 160, 30, "納品書（控え）"},
      {120, 260, 26, "株式会社さくら研修センター 御中"},
      {120, 310, 26, "納品日: 2021年9月14日"},
      {120, 360, 26, "下記の通り納品いたしました。ご査収ください。"},
      {120, 440, 26, "品名"},
      {760, 440, 26, "数量"},
      {960, 440, 26, "備考"},
      {120, 490, 26, "研修用の教材一式"},
      {760, 490, 26, "35"}},
     {"納品書", "株式会社さくら研修センター", "下記の通り納品", "研修用の教材"}},
    /* the raised circle of the head of a column */
    {LANGUAGE_ES,
     "DejaVu Sans",
     {{120, 160, 44, "ALBARÁN DE ENTREGA"},
      {120, 260, 24, "N2"},
      {420, 260, 24, "Fecha"},
      {760, 260, 24, "Bultos"},
      {120, 310, 24, "AE-05521"},
      {420, 310, 24, "18/03/2020"},
      {760, 310, 24, "4"},
      {120, 420, 24, "Manual oficial para el aula"},
      {760, 420, 24, "20 ejemplares"}},
     {"ALBARÁN DE ENTREGA", "Nº ", "AE-05521", "Manual oficial"}},
    /* a heading of letters far apart, of which one falls out where the whole page is read */
    {LANGUAGE_JA,
     "Noto Serif CJK JP",
     {{500, 160, 52, "御"},
      {592, 160, 52, "請"},
      {684, 160, 52, "求"},
      {776, 160, 52, "書"},
      {120, 260, 22, "有限会社ラーニングワークス関西"},
      {800, 260, 22, "請求日：2022年5月23日"},
      {800, 300, 22, "アカデミー販売株式会社"},
      {120, 420, 22, "品名"},
      {700, 420, 22, "数量"},
      {120, 470, 22, "デジタル教材"}},
     {"御", "ラーニングワークス", "アカデミー販売株式会社", "デジタル教材"}},
};

Test(ocr, finds_the_script_of_a_page) {
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        Arena *arena = arena_new();
        Buf png = {.arena = arena};
        cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
        cairo_t *cairo = cairo_create(surface);
        cairo_set_source_rgb(cairo, 1, 1, 1);
        cairo_paint(cairo);
        cairo_set_source_rgb(cairo, 0, 0, 0);
        draw_lines(cairo, foreign[i].font, foreign[i].lines, PAGE_LINES);
        cairo_destroy(cairo);
        cairo_surface_write_to_png_stream(surface, png_write, &png);
        cairo_surface_destroy(surface);
        Paper *paper = read_picture_in(arena, foreign[i].asked, buf_str(&png), false);
        for (size_t k = 0; k < sizeof foreign[i].wanted / sizeof *foreign[i].wanted; k++)
            cr_expect(str_find(paper->text, str_of(foreign[i].wanted[k])) >= 0, "page %zu lacks \"%s\": %.*s", i, foreign[i].wanted[k],
                      STR_ARG(paper->text));
        arena_free(&arena);
    }
}
