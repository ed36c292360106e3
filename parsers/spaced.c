#include "parsers/spaced.h"

#include <unicode/uchar.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/text.h"
#include "base/banned.h"

#define LATIN_LEAST 4  /* letters of a title in letters: "A B" is a list */
#define EAST_LEAST  2  /* in characters: 発 票 */
#define ASIDE_LEAST 3  /* where something else stands behind it */
#define GAP_MAX     8  /* blanks between two letters; wide ones count twice */
#define RUN_MAX     60 /* letters */
#define PAIR_SINGLES 3 /* so many single letters stand in a title for each pair */

/* A line's run of single letters. */
typedef struct Run {
    size_t from, to;  /* bytes */
    size_t letters;
    size_t least, most; /* gaps between them */
    size_t gap;       /* behind the run; 0 at the end of the line */
    size_t pairs;     /* letters that stand together: "FA C T U R E", as a page draws them closer */
    bool east;
    bool at_bracket;
} Run;

static bool is_line_end(uint32_t c) {
    return c == '\n' || c == '\r' || c == '\f';
}

/* Blanks from `at` on; *width counts wide ones twice. */
static size_t blanks_end(Str s, size_t at, size_t *width) {
    size_t size;
    *width = 0;
    while (at < s.len) {
        uint32_t c = utf8_decode(s, at, &size);
        if (c != ' ' && c != 0xA0 && c != 0x3000)
            break;
        *width += c == 0x3000 ? 2 : 1;
        at += size;
    }
    return at;
}

/* Do two capitals stand together at `at`, and no third? Gives the end of the second. */
static size_t pair_end(Str s, size_t at) {
    size_t size, next, behind;
    uint32_t first = utf8_decode(s, at, &size);
    if (at + size >= s.len || !u_isupper((UChar32)first) || !u_isupper((UChar32)utf8_decode(s, at + size, &next)))
        return at;
    size_t end = at + size + next;
    return end >= s.len || !u_isalpha((UChar32)utf8_decode(s, end, &behind)) ? end : at;
}

/* The run that begins at `at`, which is the first letter of a line. False when it is no title. */
static bool run_read(Str s, size_t at, Run *run) {
    size_t size;
    *run = (Run){.from = at, .least = GAP_MAX};
    while (at < s.len && run->letters < RUN_MAX) {
        uint32_t c = utf8_decode(s, at, &size);
        run->at_bracket = c == '(' || c == 0xFF08;
        if (!u_isalpha((UChar32)c))
            break;
        run->east |= text_is_cjk(c);
        size_t pair = pair_end(s, at);
        if (pair > at) {
            size = pair - at;
            run->letters++;
            run->pairs++;
        }
        size_t width, end = blanks_end(s, at + size, &width);
        uint32_t next = end < s.len ? utf8_decode(s, end, &(size_t){0}) : '\n';
        bool ends = is_line_end(next) || next == '(' || next == 0xFF08;
        if (!width && !ends)
            break; /* the beginning of a word */
        run->letters++;
        run->to = at + size;
        run->gap = is_line_end(next) ? 0 : width;
        run->at_bracket = ends && !is_line_end(next);
        if (ends || width > GAP_MAX)
            break;
        run->least = width < run->least ? width : run->least;
        run->most = width > run->most ? width : run->most;
        at = end;
    }
    size_t wanted = run->east ? EAST_LEAST : LATIN_LEAST;
    if (run->gap && !run->at_bracket)
        wanted = run->gap > 2 * run->least && wanted < ASIDE_LEAST ? ASIDE_LEAST : run->gap > 2 * run->least ? wanted : RUN_MAX + 1;
    return run->letters >= wanted && run->letters - 2 * run->pairs >= PAIR_SINGLES * run->pairs;
}

/* The letters of a run; a gap wider than between letters parts words. */
static void run_write(Str s, const Run *run, Buf *out) {
    for (size_t at = run->from, size; at < run->to;) {
        size_t width, pair = pair_end(s, at);
        utf8_decode(s, at, &size);
        size = pair > at ? pair - at : size;
        buf_add(out, str_sub(s, at, at + size));
        at = blanks_end(s, at + size, &width);
        if (at < run->to && width > run->least && !run->east)
            buf_add_char(out, ' ');
    }
}

Str spaced_join(Arena *arena, Str text) {
    Buf out = {.arena = arena};
    size_t copied = 0;
    for (size_t line = 0; line < text.len;) {
        size_t ignored, at = blanks_end(text, line, &ignored);
        Run run;
        if (at < text.len && run_read(text, at, &run)) {
            buf_add(&out, str_sub(text, copied, run.from));
            run_write(text, &run, &out);
            copied = run.to;
            at = run.to;
        }
        const char *end = at < text.len ? memchr(text.data + at, '\n', text.len - at) : NULL;
        line = end ? (size_t)(end - text.data) + 1 : text.len;
    }
    if (!copied)
        return text;
    buf_add(&out, str_sub(text, copied, text.len));
    return buf_str(&out);
}

size_t spaced_end(Str folded, size_t at, size_t to, size_t *gap) {
    size_t end = at, letters = 0, before = 0;
    *gap = 0;
    for (size_t next = at, size; next < to && (unsigned char)folded.data[next] >= 0xE1 && before <= GAP_MAX;) {
        if (!text_is_cjk(utf8_decode(folded, next, &size)))
            break;
        size_t blank = next + size;
        if (blank < to && !strchr(" :(", folded.data[blank]))
            break; /* the beginning of a word */
        letters++;
        *gap = before > *gap ? before : *gap;
        end = next = blank;
        while (next < to && folded.data[next] == ' ')
            next++;
        before = next - blank;
    }
    return letters >= EAST_LEAST ? end : at;
}
