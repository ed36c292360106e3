#include "parsers/text.h"

#include <glib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/banned.h"

#define TABLE_SIZE 0x3000 /* beyond lie Han, kana, Hangul and the width variants: handled by range */
#define ASCII 0x80
#define DROP 0xFFFFFFFFu
#define PAIR 0xFFFFFFFEu /* folds to two or three characters: see fold_pair() */

static uint32_t table[TABLE_SIZE];
static char ascii[ASCII]; /* the front of the table once more: most text is nothing else */

#define GROWTH_MOST 4 /* bytes that a character may take beside its own, with the NUL */

#define LETTER 1u
#define SMALL 2u
static uint8_t classes[TABLE_SIZE]; /* of characters as they are, not folded */

/* Without width and without ink: joiners, direction marks, soft hyphens, byte order marks, variation selectors. */
static bool is_invisible(uint32_t c) {
    return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

static bool is_mark_dropped(uint32_t c) {
    return is_invisible(c) || (c >= 0x300 && c <= 0x36F);
}

static const char *fold_pair(uint32_t c) {
    switch (c) {
    case 0x0153: case 0x0152: return "oe";
    case 0x00E6: case 0x00C6: return "ae";
    case 0x00DF: case 0x1E9E: return "ss";
    case 0x2116: return "n\xC2\xB0";
    case 0x2026: return "...";
    case 0xFB00: return "ff";
    case 0xFB01: return "fi";
    case 0xFB02: return "fl";
    case 0xFB03: return "ffi";
    case 0xFB04: return "ffl";
    default: return NULL;
    }
}

static uint32_t fold_sign(uint32_t c) {
    switch (c) {
    case 0xBA: return 0xB0;
    case 0xD7: return 'x';
    case 0x2044: return '/';
    case 0xB4: case '`': case 0x2BC: case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: return '\'';
    case 0xAB: case 0xBB: case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: return '"';
    case '\r': case 0x85: case 0x2028: case 0x2029: case '\f': case '\v': return '\n';
    case 0x2212: case 0x2043: return '-';
    case 0x2502: case 0x2503: case 0x2551: return '|';
    default: return c >= 0x2010 && c <= 0x2015 ? '-' : 0;
    }
}

/* Radicals that the standard does not equate with the character of that shape, from U+2E80; 0 where there is none. */
static uint32_t radical(uint32_t c) {
    static const struct {
        uint16_t radical, character;
    } shapes[] = {{0x2EA0, 0x6C11}, {0x2EC1, 0x864E}, {0x2EC4, 0x897F}, {0x2EC5, 0x89C1}, {0x2EC6, 0x89D2}, {0x2EC9, 0x8D1D},
                  {0x2ECB, 0x8F66}, {0x2ED1, 0x9577}, {0x2ED3, 0x957F}, {0x2ED4, 0x95E8}, {0x2ED8, 0x9752}, {0x2EDA, 0x9875},
                  {0x2EDB, 0x98CE}, {0x2EDC, 0x98DE}, {0x2EDD, 0x98DF}, {0x2EE2, 0x9A6C}, {0x2EE3, 0x9AA8}, {0x2EE4, 0x9B3C},
                  {0x2EE5, 0x9C7C}, {0x2EE6, 0x9E1F}, {0x2EE8, 0x9EA6}, {0x2EE9, 0x9EC4}, {0x2EEB, 0x6589}, {0x2EEC, 0x9F50},
                  {0x2EED, 0x6B6F}, {0x2EEE, 0x9F7F}, {0x2EEF, 0x7ADC}, {0x2EF0, 0x9F99}, {0x2EF2, 0x4E80}};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (shapes[i].radical == c)
            return shapes[i].character;
    return 0;
}

uint32_t text_unified(uint32_t c) {
    bool radicals = c >= 0x2E80 && c < 0x2FE0, again = c >= 0xF900 && c < 0xFB00;
    if (!radicals && !again)
        return c;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
    UChar parts[8];
    UChar32 whole = 0;
    int n = unorm2_getDecomposition(nfkd, (UChar32)c, parts, 8, &status), at = 0;
    if (U_SUCCESS(status) && n > 0)
        U16_NEXT(parts, at, n, whole);
    if (n > 0 && at == n && whole < 0x10000) /* no longer than what it stands for */
        return (uint32_t)whole;
    return radicals && radical(c) ? radical(c) : c;
}

static uint32_t fold_slow(uint32_t c, const UNormalizer2 *nfd) {
    if (c == '\n' || c == '\t')
        return c;
    if (text_unified(c) != c)
        return text_unified(c);
    if (is_mark_dropped(c))
        return DROP;
    if (fold_pair(c))
        return PAIR;
    uint32_t sign = fold_sign(c);
    if (sign)
        return sign;
    if (u_isUWhiteSpace((UChar32)c) || u_iscntrl((UChar32)c))
        return ' ';
    if (u_charType((UChar32)c) == U_DECIMAL_DIGIT_NUMBER) /* of any script: a number is read whole or not at all */
        return '0' + (uint32_t)u_charDigitValue((UChar32)c);
    c = (uint32_t)u_tolower((UChar32)c);
    if (c == 0x451) /* ё is typed as е */
        return 0x435;
    if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) { /* Latin only: й and Japanese voicing are letters of their own */
        UChar parts[8];
        UErrorCode status = U_ZERO_ERROR;
        if (unorm2_getDecomposition(nfd, (UChar32)c, parts, 8, &status) > 0 && U_SUCCESS(status))
            c = parts[0];
        if (c == 0x142)
            c = 'l';
        else if (c == 0xF8)
            c = 'o';
        else if (c == 0x111)
            c = 'd';
        else if (c == 0x131)
            c = 'i';
    }
    return c;
}

static bool is_letter_slow(uint32_t c) {
    return u_isalpha((UChar32)c) || u_getCombiningClass((UChar32)c) != 0;
}

static void tables_make(void) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    for (uint32_t c = 0; c < TABLE_SIZE; c++) {
        table[c] = fold_slow(c, nfd);
        classes[c] = (uint8_t)((is_letter_slow(c) ? LETTER : 0) | (u_islower((UChar32)c) ? SMALL : 0));
    }
    for (size_t c = 0; c < ASCII; c++)
        ascii[c] = (char)table[c];
}

static inline void tables_need(void) {
    static gsize once;
    if (g_once_init_enter(&once)) {
        tables_make();
        g_once_init_leave(&once, 1);
    }
}

/* Half-width kana by position from U+FF61. */
static const uint16_t kana[] = {
    0x3002, 0x300C, 0x300D, 0x3001, 0x30FB, 0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5,
    0x30E7, 0x30C3, 0x30FC, 0x30A2, 0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3,
    0x30B5, 0x30B7, 0x30B9, 0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC,
    0x30CD, 0x30CE, 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4,
    0x30E6, 0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3};

/* 「」『』《》 and the like quote, 【】 and 〔〕 are brackets. */
static uint32_t fold_bracket(uint32_t c) {
    switch (c) {
    case 0x3010: case 0x3016: return '[';
    case 0x3011: case 0x3017: return ']';
    case 0x3014: case 0x3018: return '(';
    case 0x3015: case 0x3019: return ')';
    case 0x301C: return '~';
    default: return (c >= 0x3008 && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) ? '"' : c;
    }
}

static uint32_t fold_wide(uint32_t c) {
    if (c == 0x3000)
        return ' ';
    if (is_invisible(c))
        return DROP;
    if (c >= 0x1D7CE && c <= 0x1D7FF) /* mathematical digits, five styles */
        return '0' + (c - 0x1D7CE) % 10;
    if (c >= 0xFF01 && c <= 0xFF5E) {
        c -= 0xFEE0;
        return table[c];
    }
    if (c >= 0xFF61 && c < 0xFF61 + sizeof kana / sizeof *kana)
        return fold_bracket(kana[c - 0xFF61]);
    if (c == 0xFFE5)
        return 0xA5;
    if (c == 0xFFE6)
        return 0x20A9;
    if (c == 0xFFE1)
        return 0xA3;
    if (c == 0xFE58 || c == 0xFE63)
        return '-';
    if (c >= 0x3008 && c <= 0x301F)
        return fold_bracket(c);
    if (fold_pair(c))
        return PAIR;
    return c > 0xD7FF && c < 0x20000 ? (uint32_t)u_tolower((UChar32)text_unified(c)) : c;
}

/* A voicing mark joins the kana before it, whether half-width or of a decomposed text. */
static uint32_t voice(uint32_t base, bool half) {
    if (base == 0x30A6 && !half)
        return 0x30F4;
    if ((base >= 0x30AB && base <= 0x30C8) || (base >= 0x304B && base <= 0x3068))
        return half ? 0 : base + 1;
    if ((base >= 0x30CF && base <= 0x30DB) || (base >= 0x306F && base <= 0x307B))
        return base + (half ? 2 : 1);
    return 0;
}

#define HANGUL 0xAC00
#define HANGUL_LAST 0xD7A3
#define VOWELS 21
#define TAILS 28

/* Decomposed text (as some systems write file names) where the parts make another letter, not an accented one: the
 * letter of `base` and `c`, 0 if there is none. */
static uint32_t join(uint32_t base, uint32_t c) {
    if (c == 0x3099 || c == 0xFF9E)
        return voice(base, false);
    if (c == 0x309A || c == 0xFF9F)
        return voice(base, true);
    if (c == 0x306)
        return base == 0x438 ? 0x439 : 0; /* и and й */
    if (c >= 0x1161 && c < 0x1161 + VOWELS)
        return base >= 0x1100 && base <= 0x1112 ? HANGUL + ((base - 0x1100) * VOWELS + (c - 0x1161)) * TAILS : 0;
    if (c > 0x11A7 && c < 0x11A7 + TAILS)
        return base >= HANGUL && base <= HANGUL_LAST && (base - HANGUL) % TAILS == 0 ? base + (c - 0x11A7) : 0;
    return 0;
}

typedef struct Folder {
    char *out;
    uint32_t *map;
    size_t len, room;
    uint32_t last; /* the code point put out last if a later one may join it, else 0 */
    size_t last_at;
} Folder;

static inline void put(Folder *f, uint32_t c, size_t from) {
    f->last = c;
    f->last_at = f->len;
    size_t n = utf8_encode(c, f->out + f->len);
    for (size_t i = 0; i < n; i++)
        f->map[f->len + i] = (uint32_t)from;
    f->len += n;
}

/* May the character make another of the one before it? */
static bool may_join(uint32_t c) {
    return c == 0x306 || (c >= 0x1161 && c <= 0x11C2) || c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
}

/* Han, kana and Hangul syllables as most of them stand: of the folded form already. */
static bool is_plain_wide(uint32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) ||
           (c >= HANGUL && c <= HANGUL_LAST);
}

static void put_wide(Folder *f, uint32_t c, size_t at) {
    uint32_t joined = f->last && may_join(c) ? join(f->last, c) : 0;
    if (joined) {
        f->len = f->last_at;
        put(f, joined, f->map[f->last_at]);
        return;
    }
    if (c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F) /* with nothing to join */
        return;
    uint32_t folded = c < TABLE_SIZE ? table[c] : fold_wide(c);
    if (folded == DROP)
        return;
    if (folded == PAIR) {
        for (const char *p = fold_pair(c); *p; p++) {
            f->map[f->len] = (uint32_t)at;
            f->out[f->len++] = *p;
        }
        f->last = 0;
        return;
    }
    put(f, folded, at);
}

/* ---- commas and strokes of full width, which part words without a blank behind them ---- */

static bool is_wide_digit(Str raw, size_t at) {
    return at + 3 <= raw.len && (unsigned char)raw.data[at] == 0xEF && (unsigned char)raw.data[at + 1] == 0xBC &&
           (unsigned char)raw.data[at + 2] >= 0x90 && (unsigned char)raw.data[at + 2] <= 0x99;
}

static size_t digits_from(Str raw, size_t at) {
    size_t end = at;
    while (end < raw.len && g_ascii_isdigit(raw.data[end]))
        end++;
    return end - at;
}

/* "金额：12，500", "¥12，500", "12，500.00": typed as the thousands of one number; "25，12500元" are two. */
static bool comma_groups(Str raw, size_t at) {
    size_t first = at, after = at + 3, digits = digits_from(raw, after);
    while (first > 0 && at - first < 4 && g_ascii_isdigit(raw.data[first - 1]))
        first--;
    if (first == at || at - first > 3 || digits != 3)
        return false;
    size_t end = after + digits;
    bool cents = end + 3 <= raw.len && raw.data[end] == '.' && digits_from(raw, end + 1) == 2;
    Str before = str_trim(str_sub(raw, 0, first));
    return cents || str_ends(before, STR(":")) || str_ends(before, STR("：")) || str_ends(before, STR("¥")) ||
           str_ends(before, STR("￥")) || str_ends(before, STR("$"));
}

/* What a comma or stroke of East Asia folds to; NULL for any other character. Between digits of full width it groups. */
static const char *fold_joint(Str raw, size_t at, uint32_t c) {
    if (c == 0x3000)
        return "  "; /* two columns wide: it parts fields, and never the digits of a number */
    if (c == 0x3001 || c == 0xFF64)
        return ", ";
    if (c == 0xD7) /* "dMOC×25" */
        return at && g_ascii_isalpha(raw.data[at - 1]) ? " x" : NULL;
    if (c != 0xFF0C && c != 0xFF0F)
        return NULL;
    bool wide = at >= 3 && is_wide_digit(raw, at - 3) && is_wide_digit(raw, at + 3);
    if (c == 0xFF0F)
        return wide ? "/" : " / ";
    return wide || comma_groups(raw, at) ? "," : ", ";
}

static void put_joint(Folder *f, const char *joint, size_t at) {
    for (; *joint; joint++) {
        f->map[f->len] = (uint32_t)at;
        f->out[f->len++] = *joint;
    }
    f->last = 0;
}

#define EIGHT ((size_t)8)
#define EACH(byte) (0x0101010101010101u * (byte))
#define TOPS EACH(0x80u)

/* Eight bytes at a time, in small letters, while none is a control or an accent of its own: most of most texts. */
static size_t put_plain(Folder *f, Str raw, size_t at) {
    char *out = f->out + f->len;
    uint32_t *map = f->map + f->len;
    for (uint64_t w; raw.len - at >= EIGHT; at += EIGHT, out += EIGHT, map += EIGHT) {
        memcpy(&w, raw.data + at, EIGHT);
        uint64_t accents = w ^ EACH((uint64_t)'`');
        if (w & TOPS || ~(w + EACH(0x80u - ' ')) & TOPS || (w + EACH(1u)) & TOPS || (accents - EACH(1u)) & ~accents & TOPS)
            break;
        uint64_t capitals = (w + EACH(0x80u - 'A')) & ~(w + EACH(0x80u - 'Z' - 1)) & TOPS;
        w |= capitals >> 2;
        memcpy(out, &w, EIGHT);
        for (unsigned i = 0; i < EIGHT; i++)
            map[i] = (uint32_t)at + i;
    }
    f->len = (size_t)(out - f->out);
    return at;
}

static size_t put_ascii(Folder *f, Str raw, size_t at) {
    do {
        at = put_plain(f, raw, at);
        for (size_t end = MIN(at + EIGHT, raw.len); at < end && (unsigned char)raw.data[at] < ASCII; at++) {
            if (raw.data[at] == '\r' && at + 1 < raw.len && raw.data[at + 1] == '\n')
                continue;
            f->map[f->len] = (uint32_t)at;
            f->out[f->len++] = ascii[(unsigned char)raw.data[at]];
        }
    } while (at < raw.len && (unsigned char)raw.data[at] < ASCII);
    f->last = 0;
    return at;
}

/* A character of three bytes as it stands. */
static void put_same(Folder *f, Str raw, size_t at, uint32_t c) {
    f->last = c;
    f->last_at = f->len;
    memcpy(f->out + f->len, raw.data + at, 3);
    f->map[f->len] = f->map[f->len + 1] = f->map[f->len + 2] = (uint32_t)at;
    f->len += 3;
}

static inline void put_beyond(Folder *f, Str raw, size_t at, uint32_t c) {
    if (is_plain_wide(c)) {
        put_same(f, raw, at, c);
        return;
    }
    if (c < TABLE_SIZE && table[c] < PAIR && c != 0xD7 && !may_join(c)) { /* as letters do */
        put(f, table[c], at);
        return;
    }
    const char *joint = c >= TABLE_SIZE || c == 0xD7 ? fold_joint(raw, at, c) : NULL;
    if (joint)
        put_joint(f, joint, at);
    else
        put_wide(f, c, at);
}

/* Room for what is left, if each character takes what it took, and for one that grows. Hardly any letter does; but of bytes that
 * are no UTF-8 each takes three. */
static void need_room(Arena *arena, Folder *f, size_t left) {
    if (f->room - f->len >= left + GROWTH_MOST)
        return;
    size_t room = f->len + 3 * left + GROWTH_MOST;
    f->out = arena_grow_text(arena, f->out, f->room, room);
    f->map = arena_grow_text(arena, f->map, f->room * sizeof *f->map, room * sizeof *f->map);
    f->room = room;
}

void text_fold(Arena *arena, Str raw, Text *out) {
    tables_need();
    if (raw.len > TEXT_MAX)
        raw.len = TEXT_MAX;
    size_t room = raw.len + GROWTH_MOST;
    Folder f = {.out = arena_grow_text(arena, NULL, 0, room), .map = arena_grow_text(arena, NULL, 0, room * sizeof(uint32_t)), .room = room};
    for (size_t at = 0, size; at < raw.len;) {
        if ((unsigned char)raw.data[at] < ASCII) {
            at = put_ascii(&f, raw, at);
        } else {
            uint32_t c = utf8_decode(raw, at, &size);
            need_room(arena, &f, raw.len - at);
            put_beyond(&f, raw, at, c);
            at += size;
        }
    }
    f.map[f.len] = (uint32_t)raw.len;
    f.out[f.len] = '\0';
    *out = (Text){.raw = raw, .folded = {f.out, f.len}, .map = f.map};
}

Text text_part(const Text *text, size_t from, size_t to) {
    Text part = *text;
    part.folded = str_sub(text->folded, from, to);
    part.map = text->map ? text->map + from : NULL;
    part.part += from;
    if (from > 0 && ((unsigned char)text->folded.data[from - 1] >= ASCII || g_ascii_isalnum(text->folded.data[from - 1])))
        part.marks = NULL; /* a word may begin with the part that does not in the whole */
    return part;
}

Str text_raw(const Text *text, size_t from, size_t to) {
    Str s = str_trim(str_sub(text->raw, text->map[from], text->map[to]));
    while (s.len && (unsigned char)s.data[s.len - 1] >= ASCII) { /* what was dropped behind the last character */
        size_t size, last = utf8_back(s, s.len);
        if (!is_invisible(utf8_decode(s, last, &size)))
            break;
        s = str_trim(str_sub(s, 0, last));
    }
    return s;
}

Str text_folded(Arena *arena, Str raw) {
    Text text;
    text_fold(arena, raw, &text);
    return text.folded;
}

bool text_is_letter_beyond(uint32_t c) {
    if (c >= TABLE_SIZE)
        return is_letter_slow(c);
    tables_need();
    return classes[c] & LETTER;
}

bool text_is_small(uint32_t c) {
    if (c < ASCII)
        return c >= 'a' && c <= 'z';
    if (c >= TABLE_SIZE)
        return u_islower((UChar32)c);
    tables_need();
    return classes[c] & SMALL;
}
