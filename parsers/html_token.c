#include "parsers/html_token.h"

#include <glib.h>
#include <libxml/HTMLparser.h>

#include "base/utf8.h"
#include "base/banned.h"

#define REFERENCE_MAX 32 /* characters between "&" and ";" */
#define LIST_DIGITS 20   /* of the number of a list's item, at most */

/* ---- character references ---- */

/* Those of HTML 5 that mail programs and sanitizers use and libxml2's table, of HTML 4, does not have. */
static const struct {
    const char *name;
    uint32_t c;
} references[] = {
    {"amp", '&'},     {"nbsp", 0xA0},   {"lt", '<'},      {"gt", '>'},      {"quot", '"'},    {"apos", '\''},
    {"NewLine", ' '}, {"Tab", ' '},     {"num", '#'},     {"dollar", '$'},  {"percnt", '%'},  {"lpar", '('},
    {"rpar", ')'},    {"ast", '*'},     {"plus", '+'},    {"comma", ','},   {"period", '.'},  {"sol", '/'},
    {"colon", ':'},   {"semi", ';'},    {"equals", '='},  {"quest", '?'},   {"commat", '@'},  {"lsqb", '['},
    {"rsqb", ']'},    {"lowbar", '_'},  {"excl", '!'},    {"grave", '`'},   {"lcub", '{'},    {"rcub", '}'},
    {"verbar", '|'},  {"hyphen", 0x2010}, {"dash", 0x2010}, {"bullet", 0x2022}, {"AMP", '&'}, {"LT", '<'},
    {"GT", '>'},      {"QUOT", '"'},    {"COPY", 0xA9},   {"REG", 0xAE},    {"NoBreak", 0x2060}, {"check", 0x2713},
    {"numero", 0x2116}, {"hellip", 0x2026}, {"euro", 0x20AC},
};

/* The numbers 128 to 159 mean windows-1252, as everywhere on the web. */
static const uint16_t windows[32] = {
    0x20AC, 0x81, 0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

static uint32_t named_reference(Str name, bool closed) {
    char key[REFERENCE_MAX + 1];
    for (size_t i = 0; i < G_N_ELEMENTS(references); i++)
        if (str_eq_cstr(name, references[i].name))
            return closed || references[i].c < 0x100 ? references[i].c : 0;
    memcpy(key, name.data, name.len);
    key[name.len] = '\0';
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)key);
    return entity && (closed || entity->value < 0x100) ? entity->value : 0;
}

static uint32_t number_reference(Str digits) {
    bool hex = digits.len && (digits.data[0] == 'x' || digits.data[0] == 'X');
    uint32_t c = 0;
    for (size_t i = hex; i < digits.len && c <= 0x10FFFF; i++)
        c = c * (hex ? 16 : 10) + (uint32_t)g_ascii_xdigit_value(digits.data[i]);
    if (c >= 0x80 && c < 0xA0)
        return windows[c - 0x80];
    return c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? UTF8_BAD : c;
}

/* The reference that begins behind the "&" at text[at]; 0 when it is none. *to is its end. */
static uint32_t reference_at(Str text, size_t at, size_t *to) {
    size_t from = at + 1, i = from;
    bool number = i < text.len && text.data[i] == '#';
    bool hex = number && i + 1 < text.len && (text.data[i + 1] == 'x' || text.data[i + 1] == 'X');
    if (number)
        from = ++i;
    i += hex;
    size_t digits = i;
    for (; i < text.len && i - from <= REFERENCE_MAX; i++) {
        char c = text.data[i];
        if (!(hex ? g_ascii_isxdigit(c) : number ? g_ascii_isdigit(c) : g_ascii_isalnum(c)))
            break;
    }
    if (i == digits || i - from > REFERENCE_MAX)
        return 0;
    bool closed = i < text.len && text.data[i] == ';';
    *to = i + closed;
    return number ? number_reference(str_sub(text, from, i)) : named_reference(str_sub(text, from, i), closed);
}

void html_decode(Buf *out, Str text) {
    for (size_t at = 0; at < text.len;) {
        const char *next = memchr(text.data + at, '&', text.len - at);
        size_t amp = next ? (size_t)(next - text.data) : text.len, to = amp;
        buf_add(out, str_sub(text, at, amp));
        at = amp;
        if (!next)
            break;
        uint32_t c = reference_at(text, at, &to);
        if (c)
            buf_add_utf8(out, c);
        else
            buf_add_char(out, '&');
        at = c ? to : at + 1;
    }
}

/* ---- tags ---- */

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The field of the token that the attribute fills; NULL for one that does not matter. */
static Str *attribute_of(HtmlToken *token, Str name) {
    static const struct {
        Str name;
        size_t offset;
    } wanted[] = {{STR("style"), offsetof(HtmlToken, style)},     {STR("class"), offsetof(HtmlToken, css_class)},
                  {STR("href"), offsetof(HtmlToken, href)},       {STR("type"), offsetof(HtmlToken, type)},
                  {STR("rowspan"), offsetof(HtmlToken, rowspan)}, {STR("colspan"), offsetof(HtmlToken, colspan)},
                  {STR("start"), offsetof(HtmlToken, start)},     {STR("cite"), offsetof(HtmlToken, cite)}};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        if (name.len == wanted[i].name.len && str_starts_nocase(name, wanted[i].name))
            return (Str *)(void *)((char *)token + wanted[i].offset);
    return NULL;
}

/* The end of the quoted value that begins at `at`; the length of the text when it is never closed, which is looked for
 * once only. */
static size_t quote_end(HtmlTokens *tokens, size_t at, char quote) {
    bool *none = quote == '"' ? &tokens->no_double : &tokens->no_single;
    const char *end = *none ? NULL : memchr(tokens->html.data + at, quote, tokens->html.len - at);
    *none = end == NULL;
    return end ? (size_t)(end - tokens->html.data) : tokens->html.len;
}

/* The value behind "=" at *at. */
static Str attribute_value(HtmlTokens *tokens, size_t *at) {
    Str html = tokens->html;
    size_t i = *at;
    while (i < html.len && is_space(html.data[i]))
        i++;
    if (i < html.len && (html.data[i] == '"' || html.data[i] == '\'')) {
        size_t end = quote_end(tokens, i + 1, html.data[i]);
        if (end < html.len) {
            *at = end + 1;
            return str_sub(html, i + 1, end);
        }
    }
    size_t from = i;
    while (i < html.len && !is_space(html.data[i]) && html.data[i] != '>')
        i++;
    *at = i;
    return str_sub(html, from, i);
}

/* Reads attributes up to ">" and stands behind it. */
static void attributes(HtmlTokens *tokens, HtmlToken *token) {
    Str html = tokens->html;
    size_t at = tokens->at;
    while (at < html.len && html.data[at] != '>') {
        size_t from = at;
        while (at < html.len && !is_space(html.data[at]) && html.data[at] != '=' && html.data[at] != '>' &&
               (html.data[at] != '/' || at == from))
            at++;
        Str name = str_sub(html, from, at), value = STR("");
        while (at < html.len && is_space(html.data[at]))
            at++;
        if (at < html.len && html.data[at] == '=') {
            at++;
            value = attribute_value(tokens, &at);
        }
        token->hidden = token->hidden || str_eq_nocase(name, STR("hidden"));
        Str *wanted = attribute_of(token, name);
        if (wanted && !str_given(*wanted))
            *wanted = value;
        if (at == from)
            at++;
    }
    tokens->at = at < html.len ? at + 1 : at;
}

/* Passes over the content of an element that has no text for people, up to its closing tag. */
static void skip_content(HtmlTokens *tokens, const char *name) {
    Str wanted = str_of(name);
    for (size_t at = tokens->at; at < tokens->html.len;) {
        const char *next = memchr(tokens->html.data + at, '<', tokens->html.len - at);
        if (!next)
            break;
        at = (size_t)(next - tokens->html.data) + 1;
        Str rest = str_sub(tokens->html, at, tokens->html.len);
        if (rest.len > wanted.len && rest.data[0] == '/' && str_starts_nocase(str_sub(rest, 1, rest.len), wanted)) {
            const char *end = memchr(rest.data, '>', rest.len);
            tokens->at = end ? (size_t)(end - tokens->html.data) + 1 : tokens->html.len;
            return;
        }
    }
    tokens->at = tokens->html.len;
}

/* Passes over "<!-- -->", "<!DOCTYPE >", "<![if ]>", "<?xml ?>" at tokens->at. */
static void skip_declaration(HtmlTokens *tokens) {
    Str rest = str_sub(tokens->html, tokens->at, tokens->html.len);
    ptrdiff_t end = -1;
    if (str_starts(rest, STR("<!--")) && !tokens->no_comment_end) {
        if (str_starts(rest, STR("<!-->")))
            end = 2;
        else
            end = str_find(str_sub(rest, 4, rest.len), STR("-->")) + 4;
        tokens->no_comment_end = end == 3;
        end = end == 3 ? -1 : end + 2;
    }
    if (end < 0)
        end = str_find_char(rest, '>');
    tokens->at = end < 0 ? tokens->html.len : tokens->at + (size_t)end + 1;
}

/* Is "<" at `at` the beginning of markup? "a < b", "<jane@example.com>" and a "<" that is never closed are text. */
static bool is_markup(HtmlTokens *tokens, size_t at) {
    Str rest = str_sub(tokens->html, at, tokens->html.len);
    size_t i = rest.len > 1 && rest.data[1] == '/' ? 2 : 1;
    if (rest.len <= i || tokens->no_tag_end)
        return false;
    if (!g_ascii_isalpha(rest.data[i]) && !(i == 1 && (rest.data[1] == '!' || rest.data[1] == '?')))
        return false;
    tokens->no_tag_end = memchr(rest.data, '>', rest.len) == NULL;
    if (tokens->no_tag_end)
        return false;
    while (i < rest.len && !is_space(rest.data[i]) && rest.data[i] != '>' && rest.data[i] != '@' && i < 80)
        i++;
    Str name = str_sub(rest, 1, i);
    return (i == rest.len || rest.data[i] != '@') && !str_starts_nocase(name, STR("http:")) &&
           !str_starts_nocase(name, STR("https:"));
}

static void tag(HtmlTokens *tokens, HtmlToken *token) {
    Str html = tokens->html;
    size_t at = tokens->at + 1, len = 0;
    token->kind = at < html.len && html.data[at] == '/' ? HTML_END : HTML_START;
    at += token->kind == HTML_END;
    for (; at < html.len && !is_space(html.data[at]) && html.data[at] != '>' && html.data[at] != '/'; at++)
        if (len < HTML_NAME_MAX)
            token->name[len++] = html.data[at] >= 'A' && html.data[at] <= 'Z' ? (char)(html.data[at] | 0x20) : html.data[at];
    tokens->at = at;
    token->element = html_element(token->name);
    attributes(tokens, token);
    if (token->kind == HTML_START && token->element->skipped && html.data[tokens->at - 2] != '/')
        skip_content(tokens, token->name);
}

/* The text up to the next markup, or the end; stands behind it. */
static Str text_before(HtmlTokens *tokens) {
    Str html = tokens->html;
    size_t from = tokens->at, at = from;
    while (at < html.len && !(html.data[at] == '<' && is_markup(tokens, at))) {
        const char *next = memchr(html.data + at + 1, '<', html.len - at - 1);
        at = next ? (size_t)(next - html.data) : html.len;
    }
    tokens->at = at;
    return str_sub(html, from, at);
}

bool html_token_next(HtmlTokens *tokens, HtmlToken *token) {
    Str html = tokens->html;
    *token = (HtmlToken){.kind = HTML_TEXT};
    while (tokens->at < html.len) {
        token->text = text_before(tokens);
        if (token->text.len)
            return true;
        char next = html.data[tokens->at + 1];
        if (next == '!' || next == '?') {
            skip_declaration(tokens);
            continue;
        }
        tag(tokens, token);
        return true;
    }
    return false;
}

/* ---- how much there is to read at most ---- */

static size_t letters_of(Str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += g_ascii_isalnum(text.data[i]) || ((unsigned char)text.data[i] & 0xC0) == 0xC0;
    return n;
}

/* Does the tag have this name? */
static bool is_named(Str tag, Str name) {
    return tag.len > name.len + 1 && str_starts_nocase(str_sub(tag, 1, tag.len), name) &&
           (is_space(tag.data[name.len + 1]) || tag.data[name.len + 1] == '>');
}

size_t html_letters_most(Str html, size_t enough) {
    HtmlTokens tokens = {.html = html};
    size_t n = 0;
    while (tokens.at < html.len && n < enough) {
        n += letters_of(text_before(&tokens));
        Str rest = str_sub(html, tokens.at, html.len);
        const char *end = rest.len ? memchr(rest.data, '>', rest.len) : NULL;
        if (!end)
            break;
        Str markup = str_sub(rest, 0, (size_t)(end - rest.data) + 1); /* at least: attributes may hold a ">" */
        if (markup.data[1] == '!' || markup.data[1] == '?') {
            skip_declaration(&tokens);
        } else if (is_named(markup, STR("style")) || is_named(markup, STR("script"))) {
            tag(&tokens, &(HtmlToken){0});
        } else {
            tokens.at += markup.len;
            n += is_named(markup, STR("a")) ? letters_of(markup) : is_named(markup, STR("li")) ? LIST_DIGITS : 0;
        }
    }
    return n;
}
