#include "parsers/han.h"

#include <glib.h>
#include <unicode/ucnv.h>

#include "base/banned.h"

#define FIRST 0x4E00
#define LAST 0x9FFF

typedef struct Standard {
    const char *converter;
    unsigned bit;
    uint8_t lead_first, lead_last; /* where its ideographs lie */
    uint8_t trail_first, trail_last;
} Standard;

static const Standard standards[] = {{"gb2312", HAN_SIMPLIFIED, 0xB0, 0xF7, 0xA1, 0xFE},
                                     {"Big5", HAN_TRADITIONAL, 0xA4, 0xF9, 0x40, 0xFE},
                                     {"EUC-JP", HAN_JAPANESE, 0xB0, 0xF4, 0xA1, 0xFE}};

static uint8_t bits[LAST - FIRST + 1];

/* A row of the standard at a time; cells that it leaves empty come out as U+FFFD. */
static void read_standard(const Standard *standard) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(standard->converter, &status);
    if (U_FAILURE(status))
        return;
    for (unsigned lead = standard->lead_first; lead <= standard->lead_last; lead++) {
        char row[512];
        UChar text[1024];
        int32_t size = 0;
        for (unsigned trail = standard->trail_first; trail <= standard->trail_last; trail++) {
            if (trail == 0x7F)
                trail = 0xA1; /* Big5 has no trail between */
            row[size++] = (char)lead;
            row[size++] = (char)trail;
        }
        status = U_ZERO_ERROR;
        int32_t n = ucnv_toUChars(converter, text, 1024, row, size, &status);
        for (int32_t i = 0; U_SUCCESS(status) && i < n; i++)
            if (text[i] >= FIRST && text[i] <= LAST)
                bits[text[i] - FIRST] |= (uint8_t)standard->bit;
    }
    ucnv_close(converter);
}

static gpointer read_all(gpointer none) {
    for (size_t i = 0; i < G_N_ELEMENTS(standards); i++)
        read_standard(&standards[i]);
    return none;
}

unsigned han_of(uint32_t c) {
    static GOnce once = G_ONCE_INIT;
    g_once(&once, read_all, NULL);
    unsigned known = c >= FIRST && c <= LAST ? bits[c - FIRST] : 0;
    return known ? known : HAN_ALL;
}
