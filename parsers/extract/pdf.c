#include "parsers/extract/pdf.h"

#include <poppler.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/extract/layout.h"
#include "parsers/extract/ocr.h"
#include "parsers/text.h"
#include "base/banned.h"

#define FILE_MAX ((size_t)32 * 1024 * 1024) /* bytes of an embedded file */
#define BEGINNING 256                       /* bytes of an embedded file that tell XML */
#define PAGES_TEXT_MAX ((size_t)8 * 1024 * 1024) /* bytes of text; nobody reads on */

#define GLANCE_DPI      24   /* to see whether anything is on a page */
#define SCAN_DPI        200  /* that a page without text is drawn with */
#define PAGE_POINTS_MAX 3000 /* of its sides; A0 has 3370 */

/* The reading of pages that are pictures. */
typedef struct PdfScan {
    Language language;
    bool without; /* do not */
    bool met;     /* such a page */
    bool tried, read;
    Ocr *ocr;     /* opened with the first such page; NULL when it is not installed */
} PdfScan;

/* ---- the server's part ---- */

/* An empty page with a font that is not embedded: opening it loads what every document needs. */
static const char dummy[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj\n"
    "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    "5 0 obj<</Length 35>>stream\nBT /F 9 Tf 9 9 Td (Invoice 1) Tj ET\nendstream endobj\n"
    "trailer<</Root 1 0 R/Size 6>>\n";

static PopplerDocument *open_document(Str bytes, GError **error) {
    GBytes *view = g_bytes_new_static(bytes.data, bytes.len);
    PopplerDocument *document = poppler_document_new_from_bytes(view, NULL, error);
    g_bytes_unref(view);
    return document;
}

/* Poppler builds its global state with the first open document and tears it down with the last: this one stays open. */
void pdf_prepare(void) {
    PopplerDocument *document = open_document((Str){dummy, sizeof dummy - 1}, NULL);
    if (!document)
        return;
    PopplerPage *page = poppler_document_get_page(document, 0);
    g_free(poppler_page_get_text(page));
    g_object_unref(page);
}

/* ---- one document ---- */

static void glyph_add(Arena *arena, Glyphs *glyphs, uint32_t code, const PopplerRectangle *box) {
    *VEC_PUSH(arena, glyphs) = (Glyph){.code = text_unified(code), .x0 = box->x1, .y0 = box->y1, .x1 = box->x2, .y1 = box->y2};
}

/* Poppler gives one rectangle a character, those between words and lines included. */
static void read_page(Arena *arena, PopplerPage *page, Buf *out) {
    PopplerRectangle *boxes = NULL;
    guint n = 0;
    Glyphs glyphs = {0};
    LayoutPage laid = {.arena = arena};
    g_autofree char *chars = poppler_page_get_text(page);
    Str text = str_of(chars);
    if (!poppler_page_get_text_layout(page, &boxes, &n))
        return;
    poppler_page_get_size(page, &laid.width, &laid.height);
    guint i = 0;
    for (size_t at = 0, size; at < text.len && i < n; at += size, i++)
        glyph_add(arena, &glyphs, utf8_decode(text, at, &size), &boxes[i]);
    g_free(boxes);
    laid.glyphs = glyphs;
    layout_write(&laid, out);
}

static bool is_blank(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] != ' ' && text.data[i] != '\n' && text.data[i] != EXTRACT_PAGE_BREAK)
            return false;
    return true;
}

/* The page as a picture; NULL when it is too large for that. */
static cairo_surface_t *draw(PopplerPage *page, double dpi) {
    double width, height;
    poppler_page_get_size(page, &width, &height);
    if (!(width > 0 && height > 0 && width <= PAGE_POINTS_MAX && height <= PAGE_POINTS_MAX))
        return NULL;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(width * dpi / 72) + 1, (int)(height * dpi / 72) + 1);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, dpi / 72, dpi / 72);
    poppler_page_render(page, cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}

/* The empty back of a page: no picture on it, nothing drawn. */
static bool is_empty(PopplerPage *page) {
    GList *pictures = poppler_page_get_image_mapping(page);
    cairo_surface_t *surface = pictures ? NULL : draw(page, GLANCE_DPI);
    poppler_page_free_image_mapping(pictures);
    if (!surface)
        return false;
    const unsigned char *row = cairo_image_surface_get_data(surface);
    int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
    bool empty = true;
    for (int y = 0; empty && y < height; y++, row += cairo_image_surface_get_stride(surface))
        for (int x = 0; empty && x < width; x++)
            empty = (row[4 * x] & row[4 * x + 1] & row[4 * x + 2]) == 0xFF;
    cairo_surface_destroy(surface);
    return empty;
}

/* A page without text is a picture of one. */
static void scan_page(PdfScan *scan, PopplerPage *page, Buf *out) {
    if (is_empty(page))
        return;
    scan->met = true;
    if (!scan->tried && !scan->without)
        scan->ocr = ocr_open(out->arena, scan->language);
    scan->tried = true;
    cairo_surface_t *surface = scan->ocr ? draw(page, SCAN_DPI) : NULL;
    if (!surface)
        return;
    scan->read |= ocr_page(scan->ocr, cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
                           cairo_image_surface_get_height(surface), cairo_image_surface_get_stride(surface), out);
    cairo_surface_destroy(surface);
}

static Str read_pages(Arena *arena, PopplerDocument *document, PdfScan *scan) {
    Buf text = {.arena = arena};
    int n = poppler_document_get_n_pages(document);
    for (int i = 0; i < n && i < PDF_PAGES_MAX && text.len < PAGES_TEXT_MAX; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        if (i)
            buf_add_char(&text, EXTRACT_PAGE_BREAK);
        size_t from = text.len;
        if (page)
            read_page(arena, page, &text);
        if (page && i < OCR_PAGES_MAX && is_blank(str_sub(buf_str(&text), from, text.len)))
            scan_page(scan, page, &text);
        g_clear_object(&page);
    }
    return buf_str(&text);
}

/* ---- files embedded in it ---- */

static gboolean file_write(const gchar *data, gsize len, gpointer out, GError **error) {
    Buf *bytes = out;
    if (bytes->len + len > FILE_MAX) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "too large");
        return FALSE;
    }
    buf_add(bytes, (Str){data, len});
    return TRUE;
}

/* XML may say the same as the pages (Factur-X, ZUGFeRD, Order-X); the asking side finds out. */
static bool is_xml(Str bytes) {
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_sub(bytes, 3, bytes.len);
    bytes = str_trim(str_sub(bytes, 0, BEGINNING));
    return bytes.len > 2 && bytes.data[0] == '<' && (bytes.data[1] == '?' || bytes.data[1] == '!' || g_ascii_isalpha(bytes.data[1]));
}

static void add_file(Arena *arena, PopplerAttachment *attachment, Extract *out) {
    Buf bytes = {.arena = arena};
    GError *error = NULL;
    bool whole = poppler_attachment_save_to_callback(attachment, file_write, &bytes, &error);
    Str name = arena_str(arena, str_of(poppler_attachment_get_name(attachment))), content = buf_str(&bytes);
    Paper *paper = extract_add(arena, out, whole && is_xml(content) ? PAPER_DATA : PAPER_FILE);
    paper->name = name;
    paper->readable = whole;
    if (!whole)
        paper->reason = STR("the file embedded in the PDF is too large or damaged");
    g_clear_error(&error);
    paper->bytes = content;
}

static void read_files(Arena *arena, PopplerDocument *document, Extract *out) {
    GList *files = poppler_document_has_attachments(document) ? poppler_document_get_attachments(document) : NULL;
    int n = 0;
    for (const GList *file = files; file && n < PDF_FILES_MAX; file = file->next, n++)
        add_file(arena, file->data, out);
    g_list_free_full(files, g_object_unref);
}

/* ---- the whole ---- */

static Str why_not(const GError *error) {
    if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        return STR("the PDF is protected by a password");
    return STR("the PDF is damaged");
}

static void read_document(Arena *arena, const ExtractAsk *ask, PopplerDocument *document, Extract *out) {
    Paper *paper = extract_add(arena, out, PAPER_SELF);
    PdfScan scan = {.language = ask->language, .without = ask->without_ocr};
    paper->text = read_pages(arena, document, &scan);
    paper->recognized = scan.read;
    paper->scanned = scan.met && !scan.ocr;
    if (is_blank(paper->text)) {
        paper->readable = false;
        paper->reason = STR("the PDF has no text: it is a scan or a drawing");
    }
    ocr_close(scan.ocr);
    read_files(arena, document, out);
}

/* A document is freed when the next one comes: a child has but one, and its end does that for nothing. */
void pdf_read(Arena *arena, const ExtractAsk *ask, Extract *out) {
    static PopplerDocument *document;
    g_autoptr(GError) error = NULL;
    g_clear_object(&document);
    document = open_document(ask->bytes, &error);
    if (!document)
        extract_refuse(arena, out, why_not(error));
    else if (poppler_document_get_n_pages(document) <= 0)
        extract_refuse(arena, out, STR("the PDF has no pages"));
    else
        read_document(arena, ask, document, out);
}
