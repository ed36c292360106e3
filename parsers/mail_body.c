#include "parsers/mail_body.h"

#include <glib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/charset.h"
#include "parsers/flow.h"
#include "parsers/html.h"
#include "parsers/html_token.h"
#include "base/banned.h"

#define STUB_LETTERS 300 /* a plain part of fewer letters, and a third of the HTML part's, is no version of it */

Body leaf_text(Arena *arena, const Leaf *leaf, const HeaderCharset *charset) {
    bool good;
    Str bytes = leaf_bytes(arena, leaf, &good);
    Str declared = header_param(arena, leaf->type, "charset", charset);
    Body body = {.html = leaf->html};
    if (body.html) {
        if (!str_given(declared))
            declared = html_charset(bytes);
        body.source = charset_to_utf8(arena, bytes, declared, charset->hint, NULL);
        return body;
    }
    body.text = flow_lines(arena, charset_to_utf8(arena, bytes, declared, charset->hint, NULL));
    Str format = header_param(arena, leaf->type, "format", charset);
    if (str_eq_nocase(format, STR("flowed"))) {
        bool delsp = str_eq_nocase(header_param(arena, leaf->type, "delsp", charset), STR("yes"));
        body.text = flow_unfold(arena, body.text, delsp);
    }
    return body;
}

/* ---- plain or HTML ---- */

/* Letters and digits, those of link addresses left out: what there is to read. Counted to `most`. */
static size_t letters(Str text, size_t most) {
    size_t n = 0;
    for (size_t i = 0; i < text.len && n < most; i++) {
        Str rest = str_sub(text, i, text.len);
        if (text.data[i] == '<' && (str_starts(rest, STR("<http")) || str_starts(rest, STR("<mailto:")))) {
            ptrdiff_t end = str_find_char(str_sub(rest, 0, 2048), '>');
            i += end > 0 ? (size_t)end : 0;
        } else if (str_starts(rest, STR("http"))) {
            while (i + 1 < text.len && (unsigned char)text.data[i + 1] > ' ')
                i++;
        } else {
            n += g_ascii_isalnum(text.data[i]) || ((unsigned char)text.data[i] & 0xC0) == 0xC0;
        }
    }
    return n;
}

/* A row with its cells parted by one tab, however they were parted: tabs, pipes, two blanks or more. */
static Str row_key(Arena *arena, Str line) {
    Buf out = {.arena = arena};
    size_t blanks = 0;
    bool parted = false;
    for (size_t at = 0, size; at < line.len; at += size) {
        uint32_t c = utf8_decode(line, at, &size);
        if (c == '\t' || c == '|') {
            parted = true;
        } else if (c == ' ' || c == 0xA0) {
            blanks++;
        } else {
            if (out.len && (parted || blanks > 1))
                buf_add_char(&out, '\t');
            else if (out.len && blanks)
                buf_add_char(&out, ' ');
            buf_add(&out, str_sub(line, at, at + size));
            blanks = 0;
            parted = false;
        }
    }
    return buf_str(&out);
}

/* Are most rows of the HTML part's tables rows in the plain part too? */
static bool keeps_rows(Arena *arena, Str plain, Str html) {
    GHashTable *keys = g_hash_table_new(g_str_hash, g_str_equal);
    Str line, rest = plain;
    size_t rows = 0, kept = 0;
    while (str_line(&rest, &line)) {
        Str key = row_key(arena, line);
        if (str_find_char(key, '\t') > 0 && str_find_char(key, '\0') < 0)
            g_hash_table_add(keys, (gpointer)key.data);
    }
    rest = html;
    while (str_line(&rest, &line)) {
        if (str_find_char(line, '\t') < 0)
            continue;
        Str key = row_key(arena, line);
        rows += str_find_char(key, '\t') > 0;
        kept += str_find_char(key, '\t') > 0 && g_hash_table_contains(keys, key.data);
    }
    g_hash_table_destroy(keys);
    return kept * 5 >= rows * 4;
}

bool body_given(Body body) {
    return str_given(body.text) || str_given(body.source);
}

void body_read(Arena *arena, Body *body) {
    if (!str_given(body->source))
        return;
    HtmlText html = html_to_text(arena, body->source);
    *body = (Body){.text = html.text, .rows = html.rows, .html = true};
}

/* Can the source have rows of a table? */
static bool has_table(Str source) {
    for (ptrdiff_t at; (at = str_find_char(source, '<')) >= 0;) {
        source = str_sub(source, (size_t)at + 1, source.len);
        if (str_starts_nocase(source, STR("table")))
            return true;
    }
    return false;
}

Body body_better(Arena *arena, Body plain, Body html) {
    if (!body_given(plain) || !body_given(html))
        return body_given(plain) ? plain : html;
    body_read(arena, &plain);
    size_t plain_letters = letters(plain.text, STUB_LETTERS);
    if (plain_letters && str_given(html.source) && !has_table(html.source) &&
        (plain_letters == STUB_LETTERS || html_letters_most(html.source, plain_letters * 3 + 1) <= plain_letters * 3))
        return plain; /* nothing that HTML says could change that */
    body_read(arena, &html);
    if (plain_letters == 0 || (plain_letters < STUB_LETTERS && plain_letters * 3 < letters(html.text, plain_letters * 3 + 1)))
        return html;
    return html.rows && !keeps_rows(arena, plain.text, html.text) ? html : plain;
}

void body_append(Buf *joined, Body *body, Body behind) {
    if (!body_given(behind))
        return;
    if (!body_given(*body)) {
        *body = behind; /* nothing is read or copied while there is just one */
        return;
    }
    body_read(joined->arena, body);
    body_read(joined->arena, &behind);
    if (str_empty(str_trim(behind.text)))
        return;
    if (str_empty(str_trim(body->text))) {
        *body = behind;
        return;
    }
    if (joined->len == 0)
        buf_add(joined, body->text);
    buf_add(joined, str_ends(body->text, STR("\n")) ? STR("\n") : STR("\n\n"));
    buf_add(joined, behind.text);
    *body = (Body){.text = buf_str(joined), .rows = body->rows + behind.rows, .html = body->html || behind.html};
}
