#include "parsers/base64.h"

#include <glib.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/banned.h"

enum { BLANK = 64, PAD, BAD };

static const uint8_t *values(void) {
    static uint8_t table[256];
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (!table[0]) { /* every writer writes the same */
        uint8_t made[256];
        memset(made, BAD, sizeof made);
        for (uint8_t i = 0; i < 64; i++)
            made[(unsigned char)alphabet[i]] = i;
        made['-'] = 62;
        made['_'] = 63;
        made['='] = PAD;
        made[' '] = made['\t'] = made['\r'] = made['\n'] = BLANK;
        memcpy(table, made, sizeof made);
    }
    return table;
}

/* What each digit of a group adds to its 24 bits; what is none sets a bit above them. */
typedef struct Groups {
    uint32_t part[4][256];
} Groups;

static const Groups *groups(const uint8_t *table) {
    static Groups made;
    static gsize once;
    if (g_once_init_enter(&once)) {
        for (size_t digit = 0; digit < 4; digit++)
            for (size_t c = 0; c < 256; c++)
                made.part[digit][c] = table[c] < BLANK ? (uint32_t)table[c] << (18 - 6 * digit) : UINT32_C(1) << 24;
        g_once_init_leave(&once, 1);
    }
    return &made;
}

/* Groups of four digits, up to what is none. Returns how many bytes of `text` they are. */
static size_t decode_groups(const Groups *groups, Str text, size_t at, char *out) {
    const unsigned char *in = (const unsigned char *)text.data;
    size_t from = at;
    for (; text.len - at >= 4; at += 4, out += 3) {
        uint32_t bits = groups->part[0][in[at]] | groups->part[1][in[at + 1]] | groups->part[2][in[at + 2]] | groups->part[3][in[at + 3]];
        if (bits >> 24)
            break;
        bits = GUINT32_TO_BE(bits << 8);
        memcpy(out, &bits, sizeof bits); /* the fourth byte is the next group's; there is room for one behind the last */
    }
    return at - from;
}

bool base64_decode(Arena *arena, Str text, Str *bytes) {
    const uint8_t *table = values();
    const Groups *known = groups(table);
    Buf made = {.arena = arena};
    buf_reserve(&made, text.len / 4 * 3 + 4);
    char *out = made.data;
    size_t len = 0, digits = 0;
    uint32_t held = 0;
    bool good = true, padded = false;
    for (size_t i = 0; i < text.len && good; i++) {
        if (digits % 4 == 0 && !padded) {
            size_t taken = decode_groups(known, text, i, out + len);
            len += taken / 4 * 3;
            i += taken;
            if (i == text.len)
                break;
        }
        uint8_t value = table[(unsigned char)text.data[i]];
        if (value == BLANK)
            continue;
        if (value == PAD) {
            padded = true;
            continue;
        }
        good = value != BAD && !padded;
        if (!good)
            break;
        held = held << 6 | value;
        if (++digits % 4 == 0) {
            out[len++] = (char)(held >> 16);
            out[len++] = (char)(held >> 8);
            out[len++] = (char)held;
        }
    }
    if (digits % 4 >= 2)
        out[len++] = (char)(digits % 4 == 2 ? held >> 4 : held >> 10);
    if (digits % 4 == 3)
        out[len++] = (char)(held >> 2);
    *bytes = (Str){out, len};
    return good && digits % 4 != 1;
}
