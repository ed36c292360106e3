#include "parsers/charset_score.h"

#include <glib.h>
#include <iconv.h>

#include "base/utf8.h"
#include "base/banned.h"

#define SAMPLE_HIGH 4096   /* bytes above 127 that are judged */
#define HINT_BONUS 300     /* thousandths a byte for the charset of the hinted language */
#define REFUSED (-1000000) /* bytes that the charset does not have */

/* ---- two-byte charsets, judged by the planes their makers ordered by frequency ---- */

typedef struct Pair {
    unsigned lead, trail;
} Pair;

/* Points (thousandths) for one character; REFUSED when there is no such character. */
static int score_gb(Pair p) {
    if (p.lead < 0x81 || p.lead > 0xFE || p.trail < 0x40 || p.trail == 0x7F || p.trail == 0xFF)
        return REFUSED;
    if (p.trail < 0xA1)
        return -1500;                              /* rare additions of GBK */
    if (p.lead >= 0xB0 && p.lead <= 0xD7)
        return 2000;                               /* the 3755 common characters */
    if (p.lead == 0xA1 || p.lead == 0xA3)
        return 1200;                               /* punctuation, full-width ASCII */
    if (p.lead == 0xA2 || (p.lead >= 0xD8 && p.lead <= 0xF7))
        return -400;
    return -2000;                                  /* kana, Greek, Cyrillic, empty rows */
}

static int score_big5(Pair p) {
    if (p.lead < 0x81 || p.lead > 0xFE || p.trail < 0x40 || (p.trail > 0x7E && p.trail < 0xA1) || p.trail == 0xFF)
        return REFUSED;
    if (p.lead >= 0xA4 && p.lead <= 0xC6)
        return 1900;                               /* the 5401 common characters */
    if (p.lead >= 0xA1 && p.lead <= 0xA2)
        return 1100;
    return p.lead >= 0xC9 && p.lead <= 0xF9 ? -1000 : -2000;
}

static int score_korean(Pair p) {
    if (p.lead < 0x81 || p.lead > 0xFE || p.trail < 0x41 || p.trail == 0xFF)
        return REFUSED;
    if (p.trail < 0xA1)
        return p.lead <= 0xC6 ? -800 : REFUSED;    /* rare syllables of code page 949 */
    if (p.lead >= 0xB0 && p.lead <= 0xC8)
        return 2400;                               /* the 2350 common syllables */
    if (p.lead == 0xA1 || p.lead == 0xA3)
        return 800;
    return -2000;                                  /* hanja and empty rows */
}

static int score_sjis(Pair p) {
    if (!((p.lead >= 0x81 && p.lead <= 0x9F) || (p.lead >= 0xE0 && p.lead <= 0xFC)) || p.trail < 0x40 ||
        p.trail == 0x7F || p.trail > 0xFC)
        return REFUSED;
    if (p.lead == 0x82 && p.trail >= 0x9F && p.trail <= 0xF1)
        return 3500;                               /* hiragana */
    if (p.lead == 0x83 && p.trail <= 0x96)
        return 3000;                               /* katakana */
    if (p.lead == 0x81 || p.lead == 0x82 || p.lead == 0x87)
        return 1200;                               /* punctuation, full-width ASCII, marks of NEC */
    if (p.lead >= 0x88 && p.lead <= 0x98)
        return 1800;                               /* kanji of the first level */
    return -800;
}

static int score_euc_jp(Pair p) {
    if (p.lead == 0x8E)
        return p.trail >= 0xA1 && p.trail <= 0xDF ? -500 : REFUSED;
    if (p.lead < 0xA1 || p.lead > 0xFE || p.trail < 0xA1 || p.trail == 0xFF)
        return REFUSED;
    if (p.lead == 0xA4)
        return p.trail <= 0xF3 ? 3500 : REFUSED;
    if (p.lead == 0xA5)
        return p.trail <= 0xF6 ? 3000 : REFUSED;
    if (p.lead == 0xA1 || p.lead == 0xA3 || p.lead == 0xAD)
        return 1000;
    return p.lead >= 0xB0 && p.lead <= 0xCF ? 1700 : -900;
}

static int score_pairs(Str bytes, int (*score)(Pair), bool lone_kana) {
    long total = 0, high = 0;
    for (size_t i = 0; i < bytes.len && high < SAMPLE_HIGH; i++) {
        unsigned lead = (unsigned char)bytes.data[i];
        if (lead < 0x80)
            continue;
        if (lone_kana && lead >= 0xA1 && lead <= 0xDF) { /* half-width katakana: one byte each */
            total -= 300;
            high++;
            continue;
        }
        if (i + 1 == bytes.len) { /* cut in the middle of a character */
            total -= 2500;
            high++;
            break;
        }
        bool in_word = i && g_ascii_isalpha(bytes.data[i - 1]) && i + 2 < bytes.len &&
                       g_ascii_isalpha(bytes.data[i + 2]);
        unsigned trail = (unsigned char)bytes.data[++i];
        int points = score((Pair){lead, trail});
        total += points == REFUSED ? -6000 : points;
        if (in_word || (trail < 0x80 && g_ascii_isalpha(bytes.data[i]) && i >= 2 && g_ascii_isalpha(bytes.data[i - 2])))
            total -= 4000; /* a single wide character inside a Latin word is an accented letter misread */
        high += 1 + (trail >= 0x80);
        if (points == REFUSED && trail < 0x80)
            i--;
    }
    return high ? (int)(total / high) : 0;
}

/* ---- one-byte charsets, judged by letters in their neighbourhood ---- */

/* Accented letters of our western languages, the everyday ones and the rest, and the signs their texts use. */
static const char everyday_letters[] = "éèàêçäöüßñáíóúãõâôù";
static const char western_letters[] = "ìòîïëûœæøåÀÂÄÁÃÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŒÆØÅ";
static const char signs[] = "€£°º§«»“”„‚–—…•¿¡ª²³½¼№¥©®™";
static const char lone_words[] = "àéèóÀÉÈÓ"; /* letters that are words by themselves: fr, es, it, pt */
static const char joints[] = "’‘·"; /* signs that stand inside words */

static bool among(const char *set, uint32_t c) {
    Str s = str_of(set);
    for (size_t at = 0, size; at < s.len; at += size)
        if (utf8_decode(s, at, &size) == c)
            return true;
    return false;
}

typedef enum Class {
    BLANK,
    ASCII_LETTER,
    EVERYDAY_WORD,
    EVERYDAY,
    WESTERN_LOWER,
    UPPER_WORD,
    WESTERN_UPPER,
    RUSSIAN_LOWER,
    RUSSIAN_UPPER,
    SIGN,
    JOINT,
    ODD
} Class;

static Class class_of(uint32_t c) {
    if (c < 0x80)
        return g_ascii_isalpha((gchar)c) ? ASCII_LETTER : BLANK;
    if ((c >= 0x430 && c <= 0x44F) || c == 0x451)
        return RUSSIAN_LOWER;
    if ((c >= 0x410 && c <= 0x42F) || c == 0x401)
        return RUSSIAN_UPPER;
    if (c == 0xA0 || among(signs, c))
        return SIGN;
    if (among(joints, c))
        return JOINT;
    bool word = among(lone_words, c);
    if (among(everyday_letters, c))
        return word ? EVERYDAY_WORD : EVERYDAY;
    if (among(western_letters, c))
        return g_unichar_islower(c) ? WESTERN_LOWER : word ? UPPER_WORD : WESTERN_UPPER;
    return ODD;
}

static bool is_western(Class c) {
    return c >= EVERYDAY_WORD && c <= WESTERN_UPPER;
}

static bool is_latin(Class c) {
    return c == ASCII_LETTER || is_western(c);
}

static int points_of(Class before, Class c, Class after) {
    if (before == BLANK && after == BLANK && (is_western(c) || c == JOINT)) /* "Month – September", not "Month ñ September" */
        return c == JOINT ? 1100 : c == EVERYDAY_WORD || c == UPPER_WORD ? 900 : 0; /* "€ 1.470", not "Ç 1.470" */
    if (before == BLANK && after == BLANK && (c == RUSSIAN_LOWER || c == RUSSIAN_UPPER))
        return 300; /* a word of one letter says little beside a sign: "€ 1.470", not "А 1.470" */
    switch (c) {
    case RUSSIAN_LOWER: /* never beside a Latin letter */
        return before == ASCII_LETTER ? -1000 : before == RUSSIAN_LOWER || before == RUSSIAN_UPPER ? 1300 : 600;
    case RUSSIAN_UPPER:
        return before == RUSSIAN_LOWER || before == ASCII_LETTER ? -1500 : before == RUSSIAN_UPPER ? 300 : 800;
    case EVERYDAY_WORD:
    case EVERYDAY: /* seldom two accents in a row */
        return is_western(before) || before == SIGN ? -300 : 1600;
    case WESTERN_LOWER:
        return is_western(before) || before == SIGN ? -700 : 600;
    case UPPER_WORD:
    case WESTERN_UPPER:
        return before == BLANK ? 900 : before == ASCII_LETTER ? 100 : -900;
    case SIGN:
        return is_latin(before) && is_latin(after) ? -1200 : 400;
    case JOINT:
        return 500;
    default:
        return -1800;
    }
}

/* What the 128 upper bytes are in a charset; made once for each. */
static void table_make(const char *charset, Class table[128]) {
    iconv_t converter = iconv_open("UTF-8", charset);
    g_assert(converter != (iconv_t)-1);
    for (int i = 0; i < 128; i++) {
        char byte = (char)(0x80 + i), text[8], *in = &byte, *out = text;
        size_t left = 1, room = sizeof text, size;
        iconv(converter, NULL, NULL, NULL, NULL);
        table[i] = ODD;
        if (iconv(converter, &in, &left, &out, &room) != (size_t)-1)
            table[i] = class_of(utf8_decode((Str){text, sizeof text - room}, 0, &size));
    }
    iconv_close(converter);
}

enum { WESTERN, CYRILLIC, KOI8, DOS_CYRILLIC, DOS_WESTERN, MAC, SINGLES };
static const char *const singles[SINGLES][2] = {
    [WESTERN] = {"windows-1252", "CP1252"},   [CYRILLIC] = {"windows-1251", "CP1251"},
    [KOI8] = {"koi8-r", "KOI8-R"},            [DOS_CYRILLIC] = {"ibm866", "IBM866"},
    [DOS_WESTERN] = {"ibm850", "IBM850"},     [MAC] = {"macintosh", "MACINTOSH"},
};

static const Class *single_table(int which) {
    static Class tables[SINGLES][128];
    static gsize made;
    if (g_once_init_enter(&made)) {
        for (int i = 0; i < SINGLES; i++)
            table_make(singles[i][1], tables[i]);
        g_once_init_leave(&made, 1);
    }
    return tables[which];
}

static int score_single(Str bytes, int which) {
    const Class *table = single_table(which);
    long total = 0, high = 0;
    Class before = BLANK, c = BLANK;
    for (size_t i = 0; i <= bytes.len && high < SAMPLE_HIGH; i++) {
        unsigned char byte = i < bytes.len ? (unsigned char)bytes.data[i] : ' ';
        Class after = byte < 0x80 ? class_of(byte) : table[byte - 0x80];
        if (i && ((unsigned char)bytes.data[i - 1] & 0x80)) {
            total += points_of(before, c, after);
            high++;
        }
        before = c;
        c = after;
    }
    int rare = which == DOS_CYRILLIC || which == DOS_WESTERN || which == MAC ? 150 : 0;
    return high ? (int)(total / high) - rare : 0;
}

/* ---- the choice ---- */

typedef struct Candidate {
    const char *name;
    int (*pairs)(Pair); /* NULL: a one-byte charset */
    int single;
    const char *family; /* the hint of languages whose usual charset this is speaks for it */
} Candidate;

static const Candidate candidates[] = {
    {"windows-1252", NULL, WESTERN, "windows-1252"},
    {"windows-1251", NULL, CYRILLIC, "windows-1251"},
    {"koi8-r", NULL, KOI8, "windows-1251"},
    {"gb18030", score_gb, 0, "gb18030"},
    {"big5", score_big5, 0, "big5"},
    {"windows-31j", score_sjis, 0, "windows-31j"},
    {"windows-949", score_korean, 0, "windows-949"},
    {"euc-jp", score_euc_jp, 0, "windows-31j"},
    {"ibm866", NULL, DOS_CYRILLIC, "windows-1251"},
    {"ibm850", NULL, DOS_WESTERN, "windows-1252"},
    {"macintosh", NULL, MAC, "windows-1252"},
};

CharsetScore charset_best(Str bytes, Language hint) {
    CharsetScore best = {NULL, 0};
    bool high = false;
    for (size_t i = 0; i < bytes.len && !high; i++)
        high = ((unsigned char)bytes.data[i] & 0x80) != 0;
    for (size_t i = 0; high && i < G_N_ELEMENTS(candidates); i++) {
        const Candidate *c = &candidates[i];
        int score = c->pairs ? score_pairs(bytes, c->pairs, c->pairs == score_sjis) : score_single(bytes, c->single);
        if (hint < LANGUAGE_COUNT && strcmp(c->family, language_facts(hint)->charset) == 0)
            score += HINT_BONUS;
        if (!best.name || score > best.score)
            best = (CharsetScore){c->name, score};
    }
    return best;
}

int charset_score_western(Str bytes) {
    return score_single(bytes, WESTERN);
}
