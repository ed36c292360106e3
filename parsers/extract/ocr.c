#include "parsers/extract/ocr.h"

#include <glib.h>
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>
#include <stdlib.h>
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
#define WORD_SURE 75        /* and from which one is taken that the better reading does not have */
#define CONFIDENT  60       /* mean confidence in per cent; below it the page may stand on its head */
#define WORDS_ENOUGH 5      /* fewer words than these say nothing about how a page stands */
#define WORD_CONFIDENCE 25  /* below it a word is noise: stains, lines, logos */
#define DOUBTFUL   75       /* mean confidence; below it the page may be in another script: right ones have 83 and more, wrong ones at most 71 */
#define CLEARER    6        /* by so much another script must read better ... */
#define CLEARLY    8        /* ... and by so much where neither reads well */
#define ALIKE      2        /* so near to the best, and some lines do not tell which script it is */
#define HARDLY     55       /* what a noisy page has in its own script */
#define HAN_BLANK    0.8    /* of the height of the line: a narrower blank between two Han or kana is none ... */
#define HANGUL_BLANK 0.26   /* ... and between two Hangul */
#define OCR_MODEL_MAX 16    /* bytes of the name of a model */
#define SCRIPT_TRIES 2      /* a file: the first page may lie on its side */
#define PROBE_LINES 6       /* by which a page is tried in other scripts: all of it would take all the time */

#define HEAD_HEIGHT  1.5    /* of a usual word: a heading */
#define HEAD_PART    3      /* it stands in this part of the page */
#define HEAD_MARGIN  6      /* pixels around what was read */
#define INK          128    /* of 255: darker is ink */
#define INK_SHARE    8      /* of its square that a character fills with ink, at least */

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

/* A few lines of figures and a day are read as well in several scripts: of those the whole page tells. */
static int best_of_alike(const Ocr *ocr, PIX *page, const int *confidences, int best) {
    int most = 0, chosen = best;
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++) {
        bool alike = confidences[i] > 0 && confidences[i] >= confidences[best] - ALIKE;
        int confidence = alike ? script_confidence(ocr, scripts[i], page) : 0;
        if (confidence > most) {
            most = confidence;
            chosen = (int)i;
        }
    }
    return chosen;
}

/* The page cannot be read well: is it in another script than the ticket's? The one that reads best is put in
 * place. */
static bool find_script(Ocr *ocr, PIX *page) {
    int best = -1, own = TessBaseAPIMeanTextConf(ocr->api), best_confidence = own + CLEARER, confidences[G_N_ELEMENTS(scripts)];
    size_t alike = 0;
    PIX *strip = strip_of(ocr, page);
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++) {
        int confidence = confidences[i] = script_confidence(ocr, scripts[i], strip);
        if (confidence >= best_confidence && (confidence >= DOUBTFUL - CLEARER || (confidence >= HARDLY && confidence >= own + CLEARLY))) {
            best = (int)i;
            best_confidence = confidence;
        }
    }
    pixDestroy(&strip);
    for (size_t i = 0; best >= 0 && i < G_N_ELEMENTS(scripts); i++)
        alike += confidences[i] >= confidences[best] - ALIKE;
    if (alike > 1 && ocr->deadline - computed_ms() > OCR_SECONDS * 1000 / 2)
        best = best_of_alike(ocr, page, confidences, best);
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

/* A word as it was read: its box, and its characters among those of the page. */
typedef struct OcrWord {
    double x0, y0, x1, y1;
    size_t from, to;
    float confidence;
} OcrWord;

/* One reading of a page, in pixels of the page as it came. */
typedef struct OcrReading {
    Glyphs glyphs;
    VEC(OcrWord) words;
    size_t worth;
    double top; /* where what was read begins on the page */
} OcrReading;

/* All characters of a line are as high as the line, as those of a font are: a full stop is no line of its own. */
static void add_symbol(Ocr *ocr, TessResultIterator *at, double scale, OcrReading *reading) {
    Glyphs *glyphs = &reading->glyphs;
    const TessPageIterator *place = TessResultIteratorGetPageIteratorConst(at);
    int left, top, right, bottom, line_top, line_bottom, ignored;
    if (!TessPageIteratorBoundingBox(place, RIL_SYMBOL, &left, &top, &right, &bottom) ||
        !TessPageIteratorBoundingBox(place, RIL_TEXTLINE, &ignored, &line_top, &ignored, &line_bottom))
        return;
    double x0 = left / scale, x1 = right / scale, y0 = line_top / scale + reading->top, y1 = line_bottom / scale + reading->top;
    char *text = TessResultIteratorGetUTF8Text(at, RIL_SYMBOL);
    Str symbol = str_of(text);
    Glyph *last = glyphs->len && !TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) ? &glyphs->items[glyphs->len - 1] : NULL;
    size_t size;
    uint32_t first = symbol.len ? utf8_decode(symbol, 0, &size) : ' ';
    bool blank = TessPageIteratorIsAtBeginningOf(place, RIL_WORD) && !(last && x0 - last->x1 < blank_least(last->code, first) * (y1 - y0));
    if (blank)
        *VEC_PUSH(ocr->arena, glyphs) = (Glyph){' ', x0, y0, x0, y1};
    else if (last && x0 > last->x1) /* boxes of ink have gaps between them, characters of a word have none */
        last->x1 = x0;
    for (size_t i = 0; i < symbol.len; i += size) {
        uint32_t c = utf8_decode(symbol, i, &size);
        if ((c == '?' || c == '*') && follows_lone_n(glyphs))
            c = 0xBA;
        if (c == '\\' && ocr->language == LANGUAGE_JA)
            c = 0xA5; /* one character in the fonts of Japan */
        *VEC_PUSH(ocr->arena, glyphs) = (Glyph){is_rule(c) ? LAYOUT_RULE : c, x0, y0, x1, y1};
    }
    TessDeleteText(text);
}

static void add_word(Ocr *ocr, TessResultIterator *at, double scale, OcrReading *reading) {
    int left, top, right, bottom;
    if (!TessPageIteratorBoundingBox(TessResultIteratorGetPageIteratorConst(at), RIL_WORD, &left, &top, &right, &bottom))
        return;
    float confidence = TessResultIteratorConfidence(at, RIL_WORD);
    *VEC_PUSH(ocr->arena, &reading->words) =
        (OcrWord){left / scale, top / scale + reading->top, right / scale, bottom / scale + reading->top,
                  reading->glyphs.len, reading->glyphs.len, confidence};
    reading->worth += confidence > WORD_READ ? (size_t)(confidence - WORD_READ) : 0;
}

static bool heads_with_numero(Language language) {
    return language == LANGUAGE_ES || language == LANGUAGE_PT_BR || language == LANGUAGE_IT || language == LANGUAGE_FR;
}

/* "N2" alone is "Nº" there: the raised circle is read as the digit that is most like it. */
static void mend_numero(const Ocr *ocr, OcrReading *reading) {
    for (size_t i = 0; heads_with_numero(ocr->language) && i < reading->words.len; i++) {
        const OcrWord *word = &reading->words.items[i];
        size_t from = word->from;
        while (from < word->to && reading->glyphs.items[from].code == ' ')
            from++;
        Glyph *n = &reading->glyphs.items[from];
        if (word->to - from == 2 && n[0].code == 'N' && (n[1].code == '2' || n[1].code == '9'))
            n[1].code = 0xBA;
    }
}

/* What was read last, of a page `scale` times as large as it came. */
static void take_reading(Ocr *ocr, double scale, OcrReading *reading) {
    TessResultIterator *at = TessBaseAPIGetIterator(ocr->api);
    if (!at)
        return;
    do {
        if (TessResultIteratorConfidence(at, RIL_WORD) < WORD_CONFIDENCE)
            continue;
        if (TessPageIteratorIsAtBeginningOf(TessResultIteratorGetPageIteratorConst(at), RIL_WORD))
            add_word(ocr, at, scale, reading);
        add_symbol(ocr, at, scale, reading);
        if (reading->words.len)
            reading->words.items[reading->words.len - 1].to = reading->glyphs.len;
    } while (TessResultIteratorNext(at, RIL_SYMBOL));
    TessResultIteratorDelete(at);
    mend_numero(ocr, reading);
}

/* Enlarged, and parted into black and white by what is around (Sauvola), lest boxes on grey be taken for pictures. Small letters
 * and dense ones are read better so, noisy pages worse. */
static void read_again(Ocr *ocr, PIX *page, OcrReading *reading) {
    float scale = MAX((float)LARGE_PAGE / (float)MAX(pixGetWidth(page), pixGetHeight(page)), 1);
    PIX *larger = scale > 1 ? pixScale(page, scale, scale) : pixClone(page);
    TessBaseAPISetVariable(ocr->api, "thresholding_method", "2");
    if (recognize(ocr, larger))
        take_reading(ocr, scale, reading);
    TessBaseAPISetVariable(ocr->api, "thresholding_method", "0");
    pixDestroy(&larger);
}

/* Among its first `known` words. */
static bool stands_there(const OcrReading *reading, size_t known, const OcrWord *word) {
    for (size_t i = 0; i < known; i++) {
        const OcrWord *other = &reading->words.items[i];
        if (other->x0 < word->x1 && word->x0 < other->x1 && other->y0 < word->y1 && word->y0 < other->y1)
            return true;
    }
    return false;
}

/* Words that only the other reading has: on a coloured bar, in a corner. `sure`: the confidence that they need. */
static void fill_up(Ocr *ocr, OcrReading *reading, const OcrReading *other, float sure) {
    size_t known = reading->words.len;
    for (size_t i = 0; i < other->words.len; i++) {
        const OcrWord *word = &other->words.items[i];
        if (word->confidence < sure || word->to == word->from || stands_there(reading, known, word))
            continue;
        *VEC_PUSH(ocr->arena, &reading->glyphs) = (Glyph){' ', word->x0, other->glyphs.items[word->from].y0, word->x0, other->glyphs.items[word->from].y1};
        for (size_t k = word->from; k < word->to; k++)
            *VEC_PUSH(ocr->arena, &reading->glyphs) = other->glyphs.items[k];
        *VEC_PUSH(ocr->arena, &reading->words) = *word; /* its place is taken; nobody asks any more for its characters */
    }
}

/* ---- headings ---- */

static int by_number(gconstpointer a, gconstpointer b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* How high the words of a page are: the middle one. */
static double usual_height(Arena *arena, const OcrReading *reading) {
    if (!reading->words.len)
        return 0;
    double *heights = arena_alloc(arena, reading->words.len * sizeof *heights);
    for (size_t i = 0; i < reading->words.len; i++)
        heights[i] = reading->words.items[i].y1 - reading->words.items[i].y0;
    qsort(heights, reading->words.len, sizeof *heights, by_number);
    return heights[reading->words.len / 2];
}

/* Is there ink of at least one more character of that height beside what was read in the strip, which begins at `top`? */
static bool holds_more(const OcrReading *reading, PIX *strip, int top, int height) {
    PIX *ink = pixThresholdToBinary(strip, INK);
    l_int32 pixels = 0;
    for (size_t i = 0; ink && i < reading->words.len; i++) {
        const OcrWord *word = &reading->words.items[i];
        BOX *read = boxCreate((l_int32)word->x0 - HEAD_MARGIN, (l_int32)word->y0 - top - HEAD_MARGIN,
                              (l_int32)(word->x1 - word->x0) + 2 * HEAD_MARGIN, (l_int32)(word->y1 - word->y0) + 2 * HEAD_MARGIN);
        if (read)
            pixClearInRect(ink, read);
        boxDestroy(&read);
    }
    if (ink)
        pixCountPixels(ink, &pixels, NULL);
    pixDestroy(&ink);
    return pixels > height * height / INK_SHARE;
}

/* A heading of large letters far apart falls into pieces of which some are left out: its line is read once more as one line. */
static void read_heading(Ocr *ocr, PIX *page, const OcrReading *reading, OcrReading *heading) {
    double usual = usual_height(ocr->arena, reading);
    for (size_t i = 0; i < reading->words.len; i++) {
        const OcrWord *word = &reading->words.items[i];
        if (word->y1 - word->y0 < usual * HEAD_HEIGHT || word->y1 > pixGetHeight(page) / HEAD_PART)
            continue;
        int height = (int)(word->y1 - word->y0), top = MAX((int)word->y0 - HEAD_MARGIN, 0);
        BOX *box = boxCreate(0, top, pixGetWidth(page), height + 2 * HEAD_MARGIN);
        PIX *strip = box ? pixClipRectangle(page, box, NULL) : NULL;
        bool more = strip && holds_more(reading, strip, top, height);
        TessBaseAPISetPageSegMode(ocr->api, PSM_SINGLE_LINE);
        heading->top = top;
        if (more && recognize(ocr, strip))
            take_reading(ocr, 1, heading);
        TessBaseAPISetPageSegMode(ocr->api, PSM_AUTO);
        pixDestroy(&strip);
        boxDestroy(&box);
        if (more)
            return;
    }
}

static bool read_pix(Ocr *ocr, PIX *grey, Buf *out) {
    PIX *page = prepared(grey);
    bool read = recognize_turned(ocr, &page);
    OcrReading first = {0}, second = {0}, heading = {0};
    if (read)
        take_reading(ocr, 1, &first);
    if (read && ocr->deadline - computed_ms() > OCR_SECONDS * 1000 / SECOND_SHARE * (SECOND_SHARE - 1))
        read_again(ocr, page, &second);
    OcrReading *better = second.worth > first.worth ? &second : &first;
    fill_up(ocr, better, better == &first ? &second : &first, WORD_SURE);
    if (read)
        read_heading(ocr, page, better, &heading);
    fill_up(ocr, better, &heading, WORD_READ);
    LayoutPage laid = {.arena = ocr->arena, .width = pixGetWidth(page), .height = pixGetHeight(page), .glyphs = better->glyphs};
    if (read)
        layout_write(&laid, out);
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
