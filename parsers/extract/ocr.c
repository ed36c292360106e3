#include "parsers/extract/ocr.h"

#include <glib.h>
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>
#include <time.h>

#include "base/utf8.h"
#include "parsers/extract/layout.h"
#include "parsers/extract_wire.h"
#include "parsers/text.h"
#include "base/banned.h"

#define TESSDATA "/usr/share/tesseract-ocr/5/tessdata"
#define SMALL_PAGE 1500     /* pixels of the longer side; smaller ones are enlarged */
#define LARGE_PAGE 3300     /* of a second reading, 280 dpi of A4: Han of 150 dpi are mud */
#define SECOND_SHARE 3      /* the second reading is left when this part of the time is over */
#define WORD_READ 50        /* confidence from which a word counts for how well a page was read */
#define CONFIDENT  60       /* mean confidence in per cent; below it the page may stand on its head */
#define WORDS_ENOUGH 5      /* fewer words than these say nothing about how a page stands */
#define WORD_CONFIDENCE 25  /* below it a word is noise: stains, lines, logos */
#define DOUBTFUL   75       /* mean confidence; below it the page may be in another script: right ones have 83 and more, wrong ones at most 71 */
#define CLEARER    6        /* by so much another script must read better ... */
#define CLEARLY    8        /* ... and by so much where neither reads well */
#define HARDLY     55       /* what a noisy page has in its own script */
#define HAN_BLANK    0.8    /* of the height of the line: a narrower blank between two Han or kana is none ... */
#define HANGUL_BLANK 0.26   /* ... and between two Hangul */
#define OCR_MODEL_MAX 16    /* bytes of the name of a model */
#define SCRIPT_TRIES 2      /* a file: the first page may lie on its side */
#define PROBE_LINES 6       /* by which a page is tried in other scripts: all of it would take all the time */

struct Ocr {
    Arena *arena;
    TessBaseAPI *api;
    int64_t deadline;  /* of computed_ms() */
    Language language; /* in which it reads */
    int tries;         /* how often the script of its pages was looked for */
};

/* Those that are not written in Latin letters. */
static const Language scripts[] = {LANGUAGE_RU, LANGUAGE_KO, LANGUAGE_JA, LANGUAGE_ZH_CN, LANGUAGE_ZH_TW};

/* Of this process: what others do on the machine does not count. */
static int64_t computed_ms(void) {
    return (int64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

static TessBaseAPI *api_new(const char *wanted) {
    TessBaseAPI *api = TessBaseAPICreate();
    if (TessBaseAPIInit3(api, TESSDATA, wanted) != 0) {
        TessBaseAPIDelete(api);
        return NULL;
    }
    TessBaseAPISetPageSegMode(api, PSM_AUTO);
    return api;
}

Ocr *ocr_open(Arena *arena, Language language) {
    TessBaseAPI *api = api_new(language_facts(language)->ocr);
    if (!api && !(api = api_new(language_facts(LANGUAGE_EN)->ocr)))
        return NULL;
    Ocr *ocr = ARENA_NEW(arena, Ocr);
    *ocr = (Ocr){.arena = arena, .api = api, .language = language, .deadline = computed_ms() + OCR_SECONDS * 1000};
    return ocr;
}

void ocr_close(Ocr *ocr) {
    if (ocr)
        TessBaseAPIDelete(ocr->api);
}

/* ---- one page ---- */

/* Straight, dark on light, and large enough: a new picture. */
static PIX *prepared(PIX *grey) {
    int width = pixGetWidth(grey), height = pixGetHeight(grey);
    PIX *page = pixClone(grey);
    if (MAX(width, height) < SMALL_PAGE) {
        PIX *larger = pixScale(page, 2, 2);
        pixDestroy(&page);
        page = larger;
    }
    PIX *straight = pixDeskew(page, 0);
    if (straight) {
        pixDestroy(&page);
        page = straight;
    }
    return page;
}

static bool recognize(Ocr *ocr, PIX *page) {
    int64_t left = ocr->deadline - computed_ms();
    if (left <= 0)
        return false;
    ETEXT_DESC *monitor = TessMonitorCreate();
    TessMonitorSetDeadlineMSecs(monitor, (int)left * WIRE_PATIENCE); /* by the clock */
    TessBaseAPISetImage2(ocr->api, page);
    TessBaseAPISetSourceResolution(ocr->api, 200);
    bool good = TessBaseAPIRecognize(ocr->api, monitor) == 0;
    TessMonitorDelete(monitor);
    return good && computed_ms() < ocr->deadline;
}

static size_t word_count(Ocr *ocr) {
    int *confidences = TessBaseAPIAllWordConfidences(ocr->api);
    size_t n = 0;
    while (confidences && confidences[n] >= 0)
        n++;
    TessDeleteIntArray(confidences);
    return n;
}

/* Tesseract reads lines that run down or up the page, too, but does not say where their characters stand. */
static bool is_on_its_side(Ocr *ocr) {
    TessResultIterator *at = TessBaseAPIGetIterator(ocr->api);
    int tall = 0, wide = 0 /* pixels of words that run so */, left, top, right, bottom;
    for (bool more = at != NULL; more; more = TessResultIteratorNext(at, RIL_WORD)) {
        if (!TessPageIteratorBoundingBox(TessResultIteratorGetPageIteratorConst(at), RIL_WORD, &left, &top, &right, &bottom))
            continue;
        tall += bottom - top > 2 * (right - left) ? bottom - top : 0;
        wide += right - left > 2 * (bottom - top) ? right - left : 0;
    }
    if (at)
        TessResultIteratorDelete(at);
    return tall > wide;
}

static void turn(PIX **page, int quarters) {
    PIX *turned = quarters ? pixRotateOrth(*page, quarters) : NULL;
    if (turned) {
        pixDestroy(page);
        *page = turned;
    }
}

static bool is_upright(Ocr *ocr) {
    return TessBaseAPIMeanTextConf(ocr->api) >= CONFIDENT || word_count(ocr) < WORDS_ENOUGH;
}

/* How well that script reads the picture; 0 when it does not. English beside it would hide how well it fits. */
static int script_confidence(const Ocr *ocr, Language script, PIX *strip) {
    char alone[OCR_MODEL_MAX];
    const char *models = language_facts(script)->ocr;
    g_strlcpy(alone, models, MIN(sizeof alone, strcspn(models, "+") + 1));
    Ocr probe = {.api = api_new(alone), .deadline = ocr->deadline};
    int confidence = 0;
    if (!probe.api)
        return 0;
    if (recognize(&probe, strip) && word_count(&probe) >= WORDS_ENOUGH)
        confidence = TessBaseAPIMeanTextConf(probe.api);
    TessBaseAPIDelete(probe.api);
    return confidence;
}

/* The upper lines of the page as it was read last. */
static PIX *strip_of(Ocr *ocr, PIX *page) {
    TessResultIterator *at = TessBaseAPIGetIterator(ocr->api);
    int lines = 0, top = 0, bottom = 0, left, line_top, right, line_bottom;
    for (bool more = at != NULL; more && lines < PROBE_LINES; more = TessResultIteratorNext(at, RIL_TEXTLINE))
        if (TessPageIteratorBoundingBox(TessResultIteratorGetPageIteratorConst(at), RIL_TEXTLINE, &left, &line_top, &right, &line_bottom)) {
            top = lines++ ? MIN(top, line_top) : line_top;
            bottom = MAX(bottom, line_bottom);
        }
    if (at)
        TessResultIteratorDelete(at);
    int margin = lines ? (bottom - top) / lines : 0;
    BOX *box = lines < PROBE_LINES ? NULL : boxCreate(0, MAX(top - margin, 0), pixGetWidth(page), bottom - top + 2 * margin);
    PIX *strip = box ? pixClipRectangle(page, box, NULL) : pixClone(page);
    boxDestroy(&box);
    return strip;
}

/* The page cannot be read well: is it in another script than the ticket's? The one that reads best is put in
 * place. */
static bool find_script(Ocr *ocr, PIX *page) {
    int best = -1, own = TessBaseAPIMeanTextConf(ocr->api), best_confidence = own + CLEARER;
    PIX *strip = strip_of(ocr, page);
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++) {
        int confidence = script_confidence(ocr, scripts[i], strip);
        if (confidence >= best_confidence && (confidence >= DOUBTFUL - CLEARER || (confidence >= HARDLY && confidence >= own + CLEARLY))) {
            best = (int)i;
            best_confidence = confidence;
        }
    }
    pixDestroy(&strip);
    TessBaseAPI *api = best >= 0 ? api_new(language_facts(scripts[best])->ocr) : NULL;
    if (!api)
        return false;
    TessBaseAPIDelete(ocr->api);
    ocr->api = api;
    ocr->language = scripts[best];
    return true;
}

/* Reads the page as it stands, in the script that fits it. */
static bool recognize_script(Ocr *ocr, PIX *page) {
    if (!recognize(ocr, page))
        return false;
    bool good = TessBaseAPIMeanTextConf(ocr->api) >= DOUBTFUL && word_count(ocr) >= WORDS_ENOUGH;
    if (good || ocr->tries >= SCRIPT_TRIES)
        return true;
    ocr->tries++;
    return !find_script(ocr, page) || recognize(ocr, page);
}

/* Turned by a quarter either way. */
static bool recognize_upright(Ocr *ocr, PIX **page) {
    turn(page, 1);
    if (!recognize_script(ocr, *page))
        return false;
    if (is_upright(ocr))
        return true;
    turn(page, 2);
    return recognize_script(ocr, *page);
}

/* The page as it stands, else the way round in which most of it can be read. */
static bool recognize_turned(Ocr *ocr, PIX **page) {
    int best = 0, best_confidence;
    if (!recognize_script(ocr, *page))
        return false;
    if (is_on_its_side(ocr))
        return recognize_upright(ocr, page);
    best_confidence = TessBaseAPIMeanTextConf(ocr->api);
    if (is_upright(ocr))
        return true;
    for (int quarter = 1; quarter < 4; quarter++) {
        PIX *turned = pixRotateOrth(*page, quarter);
        bool read = recognize(ocr, turned);
        int confidence = read ? TessBaseAPIMeanTextConf(ocr->api) : 0;
        bool good = read && is_upright(ocr);
        if (good) {
            pixDestroy(page);
            *page = turned;
            return true;
        }
        pixDestroy(&turned);
        if (confidence > best_confidence) {
            best = quarter;
            best_confidence = confidence;
        }
        if (!read)
            break;
    }
    turn(page, best);
    return recognize(ocr, *page);
}

/* ---- its characters ---- */

/* Han, kana and Hangul fill their squares; what is read as a blank between two of them is often none. */
static double blank_least(uint32_t before, uint32_t c) {
    bool hangul = c >= 0xAC00 && c <= 0xD7A3 && before >= 0xAC00 && before <= 0xD7A3;
    return text_is_ideograph(before) && text_is_ideograph(c) ? HAN_BLANK : hangul ? HANGUL_BLANK : 0;
}

/* The lines of a form are read as letters. */
static bool is_rule(uint32_t c) {
    return c == '|' || c == 0x3163 || c == 0xFF5C;
}

/* "N?", "N*": the small raised circle of "Nº". */
static bool follows_lone_n(const Glyphs *glyphs) {
    size_t n = glyphs->len;
    return n >= 1 && (glyphs->items[n - 1].code | 0x20) == 'n' && (n == 1 || glyphs->items[n - 2].code == ' ');
}

/* All characters of a line are as high as the line, as those of a font are: a full stop is no line of its own. */
static void add_symbol(Ocr *ocr, TessResultIterator *at, Glyphs *glyphs) {
    const TessPageIterator *place = TessResultIteratorGetPageIteratorConst(at);
    int left, top, right, bottom, line_top, line_bottom, ignored;
    if (!TessPageIteratorBoundingBox(place, RIL_SYMBOL, &left, &top, &right, &bottom) ||
        !TessPageIteratorBoundingBox(place, RIL_TEXTLINE, &ignored, &line_top, &ignored, &line_bottom))
        return;
    char *text = TessResultIteratorGetUTF8Text(at, RIL_SYMBOL);
    Str symbol = str_of(text);
    Glyph *last = glyphs->len && !TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) ? &glyphs->items[glyphs->len - 1] : NULL;
    size_t size;
    uint32_t first = symbol.len ? utf8_decode(symbol, 0, &size) : ' ';
    bool blank = TessPageIteratorIsAtBeginningOf(place, RIL_WORD) &&
                 !(last && left - last->x1 < blank_least(last->code, first) * (line_bottom - line_top));
    if (blank)
        *VEC_PUSH(ocr->arena, glyphs) = (Glyph){' ', left, line_top, left, line_bottom};
    else if (last && left > last->x1) /* boxes of ink have gaps between them, characters of a word have none */
        last->x1 = left;
    for (size_t i = 0; i < symbol.len; i += size) {
        uint32_t c = utf8_decode(symbol, i, &size);
        if ((c == '?' || c == '*') && follows_lone_n(glyphs))
            c = 0xBA;
        if (c == '\\' && ocr->language == LANGUAGE_JA)
            c = 0xA5; /* one character in the fonts of Japan */
        *VEC_PUSH(ocr->arena, glyphs) = (Glyph){is_rule(c) ? LAYOUT_RULE : c, left, line_top, right, line_bottom};
    }
    TessDeleteText(text);
}

static void write_page(Ocr *ocr, const PIX *page, Buf *out) {
    LayoutPage laid = {.arena = ocr->arena, .width = pixGetWidth(page), .height = pixGetHeight(page)};
    TessResultIterator *at = TessBaseAPIGetIterator(ocr->api);
    if (!at)
        return;
    do {
        if (TessResultIteratorConfidence(at, RIL_WORD) >= WORD_CONFIDENCE)
            add_symbol(ocr, at, &laid.glyphs);
    } while (TessResultIteratorNext(at, RIL_SYMBOL));
    TessResultIteratorDelete(at);
    layout_write(&laid, out);
}

/* How much of the page was read, and how surely. */
static size_t worth(Ocr *ocr) {
    int *confidences = TessBaseAPIAllWordConfidences(ocr->api);
    size_t sum = 0;
    for (size_t n = 0; confidences && confidences[n] >= 0; n++)
        sum += confidences[n] > WORD_READ ? (size_t)(confidences[n] - WORD_READ) : 0;
    TessDeleteIntArray(confidences);
    return sum;
}

/* Enlarged, and parted into black and white by what is around (Sauvola), lest boxes on grey be taken for pictures. Small letters
 * and dense ones are read better so, noisy pages worse: whichever reading says more is taken. */
static bool reads_better(Ocr *ocr, PIX *page, size_t so_far, Buf *out) {
    float scale = (float)LARGE_PAGE / (float)MAX(pixGetWidth(page), pixGetHeight(page));
    PIX *larger = scale > 1 ? pixScale(page, scale, scale) : pixClone(page);
    TessBaseAPISetVariable(ocr->api, "thresholding_method", "2");
    bool better = recognize(ocr, larger) && worth(ocr) > so_far;
    TessBaseAPISetVariable(ocr->api, "thresholding_method", "0");
    if (better)
        write_page(ocr, larger, out);
    pixDestroy(&larger);
    return better;
}

static bool read_pix(Ocr *ocr, PIX *grey, Buf *out) {
    PIX *page = prepared(grey);
    bool read = recognize_turned(ocr, &page);
    Buf first = {.arena = ocr->arena};
    if (read)
        write_page(ocr, page, &first);
    bool time = ocr->deadline - computed_ms() > OCR_SECONDS * 1000 / SECOND_SHARE * (SECOND_SHARE - 1);
    if (read && !(time && reads_better(ocr, page, worth(ocr), out)))
        buf_add(out, buf_str(&first));
    pixDestroy(&page);
    return read;
}

bool ocr_page(Ocr *ocr, const unsigned char *pixels, int width, int height, int stride, Buf *out) {
    PIX *pix = pixCreate(width, height, 8);
    if (!pix)
        return false;
    for (int y = 0; y < height; y++) {
        l_uint32 *row = pixGetData(pix) + (size_t)y * (size_t)pixGetWpl(pix);
        const unsigned char *from = pixels + (size_t)y * (size_t)stride;
        for (int x = 0; x < width; x++, from += 4)
            SET_DATA_BYTE(row, x, (from[0] * 11 + from[1] * 59 + from[2] * 30) / 100);
    }
    bool read = read_pix(ocr, pix, out);
    pixDestroy(&pix);
    return read;
}

/* ---- picture files ---- */

/* The next page of the file, in grey; NULL at the end. *offset is 0 at first, and again behind the last page. */
static PIX *next_page(Str bytes, size_t *offset, int format) {
    const l_uint8 *data = (const l_uint8 *)bytes.data;
    bool tiff = format == IFF_TIFF || (format >= IFF_TIFF_PACKBITS && format <= IFF_TIFF_ZIP);
    PIX *pix = tiff ? pixReadMemFromMultipageTiff(data, bytes.len, offset) : pixReadMem(data, bytes.len);
    PIX *flat = pix ? pixRemoveAlpha(pix) : NULL;
    PIX *grey = flat ? pixConvertTo8(flat, 0) : NULL;
    pixDestroy(&pix);
    pixDestroy(&flat);
    return grey;
}

static void read_pages(Ocr *ocr, Str bytes, int format, Paper *paper) {
    Buf text = {.arena = ocr->arena};
    size_t offset = 0;
    for (int n = 0; n < OCR_PAGES_MAX; n++) {
        PIX *page = next_page(bytes, &offset, format);
        if (n && page)
            buf_add_char(&text, EXTRACT_PAGE_BREAK);
        bool read = page && read_pix(ocr, page, &text);
        pixDestroy(&page);
        if (!read || !offset)
            break;
    }
    paper->text = text.len ? buf_str(&text) : STR("");
    paper->recognized = text.len > 0;
}

void ocr_read(Arena *arena, const ExtractAsk *ask, Extract *out) {
    int format, width, height, bits, samples, palette;
    const l_uint8 *data = (const l_uint8 *)ask->bytes.data;
    Paper *paper = extract_add(arena, out, PAPER_SELF);
    Ocr *ocr = NULL;
    setMsgSeverity(L_SEVERITY_NONE);
    if (pixReadHeaderMem(data, ask->bytes.len, &format, &width, &height, &bits, &samples, &palette) != 0)
        paper->reason = STR("the picture is damaged, or of a kind that is not read");
    else if (MIN(width, height) < OCR_PAGE_LEAST)
        paper->reason = STR("a picture too small to be a page");
    else if ((size_t)width * (size_t)height > OCR_PIXELS_MAX)
        paper->reason = STR("the picture is too large");
    else if (ask->without_ocr)
        paper->reason = STR("text in pictures is not read (--no-ocr)");
    else if (!(ocr = ocr_open(arena, ask->language)))
        paper->reason = STR("text recognition is not installed");
    if (!ocr)
        return;
    read_pages(ocr, ask->bytes, format, paper);
    ocr_close(ocr);
    if (!str_trim(paper->text).len)
        paper->reason = STR("no text can be recognized in the picture");
}
