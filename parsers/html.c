#include "parsers/html.h"

#include <glib.h>

#include "base/utf8.h"
#include "parsers/html_link.h"
#include "parsers/html_table.h"
#include "parsers/html_token.h"
#include "base/banned.h"

#define TABLES_MAX 32    /* tables in tables; deeper ones are lines */
#define LISTS_MAX 32     /* lists in lists; deeper ones are bullets */
#define QUOTES_MAX 64    /* quotations in quotations; deeper ones are as deep */
#define QUOTE_MARKS 8    /* "> " in front of a line */
#define BREAKS_MAX 3     /* line ends in a row */
#define CHARSET_HEAD 4096

/* An element whose effect lasts until its closing tag, with those of the same name inside it. */
typedef struct Scope {
    char name[HTML_NAME_MAX + 1];
    size_t open; /* 0: not in effect */
} Scope;

/* From this place of the text on, quotation is that much deeper. */
typedef struct QuoteMark {
    size_t at;
    int change;
} QuoteMark;

typedef struct Html {
    Arena *arena;
    HtmlTokens tokens;
    unsigned style;     /* of the tag at hand: STYLE_ bits */
    Buf out, scratch;
    size_t breaks;      /* line ends due before the next text */
    bool line_open;     /* the line has text */
    bool space;         /* a blank is due before the next text */
    bool marker;        /* a list item begins: its bullet is due */
    bool tight;         /* the open paragraph has no space around it */
    Scope hidden, pre;
    Str href;           /* of the open link; STR_NONE outside */
    size_t link_from;   /* its text begins here */
    size_t lists[LISTS_MAX], list_depth; /* number of the last item; SIZE_MAX: bullets */
    HtmlTable tables[TABLES_MAX];
    size_t table_depth, tables_ignored;
    HtmlGrid *grid;     /* NULL before the first table ends */
    VEC(QuoteMark) quotes;
    size_t quote_open[QUOTES_MAX], quote_depth; /* index of the opening mark; SIZE_MAX: mere indentation */
    size_t rows;
} Html;

/* ---- styles ---- */

/* What of a style matters here. */
enum {
    STYLE_HIDDEN = 1, STYLE_KEEPS = 2, STYLE_KEEPS_LINES = 4, STYLE_MARGIN = 8, STYLE_ABOVE = 16, STYLE_BELOW = 32, STYLE_FRAMELESS = 64
};

static unsigned declaration(Str property, Str value) {
    static const struct {
        Str property, value; /* what the value begins with */
        unsigned bit;
    } known[] = {{STR("display"), STR("none"), STYLE_HIDDEN},        {STR("mso-hide"), STR("all"), STYLE_HIDDEN},
                 {STR("white-space"), STR("pre"), STYLE_KEEPS},      {STR("white-space"), STR("pre-line"), STYLE_KEEPS_LINES},
                 {STR("margin"), STR("0"), STYLE_MARGIN},            {STR("margin-top"), STR("0"), STYLE_ABOVE},
                 {STR("margin-bottom"), STR("0"), STYLE_BELOW},      {STR("border"), STR("none"), STYLE_FRAMELESS},
                 {STR("border"), STR("0"), STYLE_FRAMELESS}};
    unsigned bits = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (property.len == known[i].property.len && str_starts_nocase(property, known[i].property) &&
            str_starts_nocase(value, known[i].value))
            bits |= known[i].bit;
    return bits;
}

/* Names and values without regard to case. */
static unsigned style_read(Str style) {
    unsigned bits = 0;
    while (style.len) {
        ptrdiff_t end = str_find_char(style, ';');
        Str one = str_sub(style, 0, end < 0 ? style.len : (size_t)end);
        style = end < 0 ? STR("") : str_sub(style, (size_t)end + 1, style.len);
        ptrdiff_t colon = str_find_char(one, ':');
        if (colon > 0)
            bits |= declaration(str_trim(str_sub(one, 0, (size_t)colon)), str_trim(str_sub(one, (size_t)colon + 1, one.len)));
    }
    return bits;
}

/* Word and Outlook write lines as paragraphs without space around them. */
static bool is_tight(const Html *html, const HtmlToken *token) {
    return str_starts_nocase(token->css_class, STR("Mso")) || html->style & STYLE_MARGIN ||
           (html->style & STYLE_ABOVE && html->style & STYLE_BELOW);
}

/* ---- text ---- */

static void break_lines(Html *html, size_t breaks) {
    html->space = false;
    if (html->marker)
        return; /* the bullet waits for its text */
    html->line_open = false;
    html->breaks = MAX(html->breaks, breaks);
}

static void line_break(Html *html) {
    bool was_open = html->line_open;
    html->line_open = html->space = false;
    html->breaks = was_open ? MAX(html->breaks, 1) : html->breaks + 1;
}

/* What is due before text: line ends, the bullet, a blank. */
static void text_begin(Html *html) {
    for (size_t i = 0; html->out.len && i < MIN(html->breaks, (size_t)BREAKS_MAX); i++)
        buf_add_char(&html->out, '\n');
    html->breaks = 0;
    if (html->marker) {
        size_t number = html->list_depth ? html->lists[html->list_depth - 1] : SIZE_MAX;
        if (number == SIZE_MAX)
            buf_add(&html->out, STR("- "));
        else
            buf_printf(&html->out, "%zu. ", number);
        html->marker = false;
    } else if (html->space && html->line_open) {
        buf_add_char(&html->out, ' ');
    }
    html->space = false;
    html->line_open = true;
}

static bool is_white(unsigned char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* One white character: collapsed, or kept as it is in preformatted text. */
static void add_white(Html *html, char c) {
    if (!html->pre.open) {
        html->space = true;
    } else if (c == '\n') {
        line_break(html);
    } else if (c != '\r') {
        text_begin(html);
        buf_add_char(&html->out, c);
    }
}

static void add_text(Html *html, Str raw) {
    Str text = raw;
    if (str_find_char(raw, '&') >= 0) {
        html->scratch.len = 0;
        html_decode(&html->scratch, raw);
        text = buf_str(&html->scratch);
    }
    for (size_t at = 0; at < text.len;) {
        unsigned char c = (unsigned char)text.data[at];
        if (is_white(c)) {
            add_white(html, (char)c);
            at++;
            continue;
        }
        size_t from = at;
        while (at < text.len && (unsigned char)text.data[at] > ' ' && text.data[at] != 0x7F)
            at++;
        if (at > from) {
            text_begin(html);
            buf_add(&html->out, str_sub(text, from, at));
        } else {
            at++; /* a control character */
        }
    }
}

/* ---- links ---- */

static void link_end(Html *html) {
    if (!str_given(html->href))
        return;
    Str visible = str_sub(buf_str(&html->out), MIN(html->link_from, html->out.len), html->out.len);
    Str address = html_link(html->arena, html->href, visible);
    html->href = STR_NONE;
    if (str_empty(address))
        return;
    buf_add_char(&html->out, HTML_LINK_BEGIN);
    buf_add(&html->out, address);
    buf_add_char(&html->out, HTML_LINK_END);
}

static void link_begin(Html *html, const HtmlToken *token) {
    link_end(html);
    html->href = token->href;
    html->link_from = html->out.len;
}

/* ---- quotations ---- */

/* Indentation is written as a quotation too; it has no bar at its side. */
static bool is_indentation(const Html *html, const HtmlToken *token) {
    bool cited = str_eq_nocase(token->type, STR("cite")) || str_given(token->cite) ||
                 str_find(token->css_class, STR("quote")) >= 0;
    return !cited && html->style & STYLE_FRAMELESS;
}

static void quote_begin(Html *html, const HtmlToken *token) {
    break_lines(html, 2);
    if (html->table_depth)
        html->tables[html->table_depth - 1].layout = true;
    if (html->quote_depth < QUOTES_MAX) {
        size_t *open = &html->quote_open[html->quote_depth];
        *open = SIZE_MAX;
        if (!is_indentation(html, token)) {
            *open = html->quotes.len;
            *VEC_PUSH(html->arena, &html->quotes) = (QuoteMark){html->out.len, 1};
        }
    }
    html->quote_depth++;
}

/* "From: Jane", "送信者: ...": a word or two, a colon, a value. */
static bool is_head_line(Str line) {
    ptrdiff_t colon = str_find_char(line, ':'), wide = str_find(line, STR("：")), at = colon < 0 ? wide : colon;
    return at > 0 && at < 40 && !str_empty(str_trim(str_sub(line, (size_t)at + 1, line.len)));
}

/* Three header lines in a row near the beginning, one of them with an address: somebody else's mail, passed on. */
static bool is_forwarded(Str text) {
    Str line;
    int run = 0, looked = 0;
    bool address = false;
    while (looked < 8 && str_line(&text, &line)) {
        line = str_trim(line);
        if (str_empty(line))
            continue;
        looked++;
        run = is_head_line(line) ? run + 1 : 0;
        address = run && (address || str_find_char(line, '@') >= 0);
        if (run >= 3 && address)
            return true;
    }
    return false;
}

static void quote_end(Html *html) {
    if (html->quote_depth == 0)
        return;
    html->quote_depth--;
    break_lines(html, 2);
    size_t open = html->quote_depth < QUOTES_MAX ? html->quote_open[html->quote_depth] : SIZE_MAX;
    if (open == SIZE_MAX)
        return;
    size_t from = MIN(html->quotes.items[open].at, html->out.len);
    if (is_forwarded(str_sub(buf_str(&html->out), from, from + 4096)))
        html->quotes.items[open].change = 0;
    else
        *VEC_PUSH(html->arena, &html->quotes) = (QuoteMark){html->out.len, -1};
}

/* ---- tables ---- */

static void table_begin(Html *html) {
    break_lines(html, 1);
    if (html->table_depth)
        html->tables[html->table_depth - 1].layout = true;
    if (html->table_depth == TABLES_MAX) {
        html->tables_ignored++;
        return;
    }
    html->tables[html->table_depth++] = (HtmlTable){.from = html->out.len};
}

static void row_begin(Html *html) {
    break_lines(html, 1);
    if (!html->table_depth)
        return;
    html->tables[html->table_depth - 1].in_row = true;
    html->tables[html->table_depth - 1].rows++;
}

static unsigned span_of(Str value, unsigned most) {
    unsigned n = 0;
    for (size_t i = 0; i < value.len && g_ascii_isdigit(value.data[i]) && n <= most; i++)
        n = n * 10 + (unsigned)(value.data[i] - '0');
    return n == 0 ? 1 : MIN(n, most);
}

static void cell_begin(Html *html, const HtmlToken *token) {
    link_end(html);
    if (!html->table_depth) { /* a cell that lost its table */
        if (html->line_open)
            buf_add_char(&html->out, '\t');
        return;
    }
    HtmlTable *table = &html->tables[html->table_depth - 1];
    if (!table->in_row)
        row_begin(html);
    html->marker = false;
    break_lines(html, 1);
    *VEC_PUSH(html->arena, &table->cells) = (HtmlCell){html->out.len, table->rows - 1,
                                                       span_of(token->rowspan, 65534), span_of(token->colspan, 100)};
}

static void table_end(Html *html) {
    link_end(html);
    html->marker = false;
    break_lines(html, 1);
    if (html->tables_ignored) {
        html->tables_ignored--;
        return;
    }
    if (html->table_depth == 0)
        return;
    size_t rows;
    if (!html->grid)
        html->grid = html_grid_new(html->arena);
    html_table_close(html->grid, &html->tables[--html->table_depth], &html->out, &rows);
    html->rows += rows;
    break_lines(html, rows ? 2 : 1);
}

/* ---- elements ---- */

/* Blocks: line ends around them. */
static size_t block_breaks(const Html *html, const HtmlToken *token) {
    return token->element->breaks == 2 && is_tight(html, token) ? 1 : token->element->breaks;
}

static void list_begin(Html *html, const HtmlToken *token) {
    break_lines(html, html->list_depth ? 1 : 2);
    bool numbered = !strcmp(token->name, "ol");
    if (html->list_depth < LISTS_MAX)
        html->lists[html->list_depth++] = numbered ? span_of(token->start, 1000000) - 1 : SIZE_MAX;
}

static void item_begin(Html *html) {
    html->marker = false;
    break_lines(html, 1);
    html->marker = true;
    if (html->list_depth && html->lists[html->list_depth - 1] != SIZE_MAX)
        html->lists[html->list_depth - 1]++;
}

static void scope_begin(Scope *scope, const HtmlToken *token) {
    memcpy(scope->name, token->name, sizeof scope->name);
    scope->open = 1;
}

/* Tags inside a scope: true when it is over. Paragraphs, cells and rows end where the next one begins. */
static bool scope_tag(Scope *scope, const HtmlToken *token) {
    bool same = !strcmp(scope->name, token->name);
    bool unclosed = !strcmp(scope->name, "p") || !strcmp(scope->name, "td") || !strcmp(scope->name, "tr") ||
                    !strcmp(scope->name, "th") || !strcmp(scope->name, "li");
    if (token->kind == HTML_END)
        scope->open = same ? scope->open - 1 : !strcmp(token->name, "table") && unclosed ? 0 : scope->open;
    else if (same)
        scope->open = unclosed ? 0 : scope->open + 1;
    else if (unclosed && (!strcmp(token->name, "tr") || !strcmp(token->name, "td")))
        scope->open = strcmp(scope->name, "tr") ? 0 : scope->open;
    return scope->open == 0;
}

static void start_tag(Html *html, const HtmlToken *token) {
    HtmlTag tag = token->element->tag;
    size_t breaks = block_breaks(html, token);
    switch (tag) {
    case HTML_BR:
        line_break(html);
        break;
    case HTML_A:
        link_begin(html, token);
        break;
    case HTML_CELL:
        cell_begin(html, token);
        break;
    case HTML_ROW:
        row_begin(html);
        break;
    case HTML_TABLE:
        table_begin(html);
        break;
    case HTML_LIST:
        list_begin(html, token);
        break;
    case HTML_ITEM:
        item_begin(html);
        break;
    case HTML_BLOCKQUOTE:
        quote_begin(html, token);
        break;
    default:
        if (breaks)
            break_lines(html, breaks);
    }
    if (breaks > 1 || tag == HTML_P)
        html->tight = breaks == 1;
    bool keeps = tag == HTML_PRE || html->style & STYLE_KEEPS;
    if (keeps && !html->pre.open && !(html->style & STYLE_KEEPS_LINES) && !token->element->bare)
        scope_begin(&html->pre, token);
}

static void end_tag(Html *html, const HtmlToken *token) {
    size_t breaks = block_breaks(html, token);
    switch (token->element->tag) {
    case HTML_A:
        link_end(html);
        break;
    case HTML_TABLE:
        table_end(html);
        break;
    case HTML_ROW:
        break_lines(html, 1);
        if (html->table_depth)
            html->tables[html->table_depth - 1].in_row = false;
        break;
    case HTML_LIST:
        html->marker = false;
        html->list_depth -= html->list_depth > 0;
        break_lines(html, html->list_depth ? 1 : 2);
        break;
    case HTML_ITEM:
        html->marker = false;
        break_lines(html, 1);
        break;
    case HTML_BLOCKQUOTE:
        quote_end(html);
        break;
    default:
        if (!breaks)
            break;
        link_end(html);
        break_lines(html, html->tight ? 1 : breaks);
        html->tight = html->tight && breaks == 1;
    }
}

static void one_token(Html *html, const HtmlToken *token) {
    if (html->hidden.open) {
        if (token->kind == HTML_TEXT || !scope_tag(&html->hidden, token) || token->kind == HTML_END)
            return;
    }
    if (token->kind == HTML_TEXT) {
        add_text(html, token->text);
        return;
    }
    html->style = style_read(token->style);
    if (token->kind == HTML_START && !token->element->bare && (token->hidden || html->style & STYLE_HIDDEN)) {
        scope_begin(&html->hidden, token);
        return;
    }
    if (html->pre.open)
        scope_tag(&html->pre, token);
    if (token->kind == HTML_START)
        start_tag(html, token);
    else
        end_tag(html, token);
}

/* ---- the lines ---- */

/* A line as it is given out: marks of its quotation, addresses of links in brackets, no blanks at its end. */
static void add_line(Buf *out, Str line, int depth) {
    while (line.len && line.data[line.len - 1] == ' ')
        line.len--;
    for (int i = 0; i < depth && i < QUOTE_MARKS; i++)
        buf_add(out, STR("> "));
    for (size_t at = 0; at < line.len;) {
        size_t from = at;
        while (at < line.len && line.data[at] != HTML_LINK_BEGIN && line.data[at] != HTML_LINK_END)
            at++;
        buf_add(out, str_sub(line, from, at));
        if (at < line.len)
            buf_add(out, line.data[at++] == HTML_LINK_BEGIN ? STR(" <") : STR(">"));
    }
}

static Str lines_write(Html *html) {
    Buf out = {.arena = html->arena};
    Str text = buf_str(&html->out), rest = text, line;
    size_t mark = 0, blank = 0;
    int depth = 0;
    buf_reserve(&out, text.len + text.len / 8);
    while (str_line(&rest, &line)) {
        for (; mark < html->quotes.len && html->quotes.items[mark].at <= (size_t)(line.data - text.data); mark++)
            depth += html->quotes.items[mark].change;
        if (str_empty(str_trim(line))) {
            blank++;
            continue;
        }
        if (out.len)
            buf_add(&out, blank == 0 ? STR("\n") : blank == 1 ? STR("\n\n") : STR("\n\n\n"));
        blank = 0;
        add_line(&out, line, depth);
    }
    if (out.len)
        buf_add_char(&out, '\n');
    return buf_str(&out);
}

HtmlText html_to_text(Arena *arena, Str utf8) {
    Html *html = ARENA_NEW(arena, Html);
    html->arena = html->out.arena = html->scratch.arena = arena;
    html->tokens.html = str_sub(utf8, 0, HTML_MAX);
    buf_reserve(&html->out, utf8.len / 4);
    for (HtmlToken token; html_token_next(&html->tokens, &token);)
        one_token(html, &token);
    html->tables_ignored = 0;
    while (html->table_depth)
        table_end(html);
    link_end(html);
    return (HtmlText){lines_write(html), html->rows};
}

/* ---- what the bytes say of themselves ---- */

Str html_charset(Str bytes) {
    Str head = str_sub(bytes, 0, CHARSET_HEAD);
    for (size_t at = 0; at < head.len; at++) {
        Str rest = str_sub(head, at, head.len);
        size_t skip = str_starts_nocase(rest, STR("charset=")) ? 8 : str_starts_nocase(rest, STR("encoding=")) ? 9 : 0;
        if (!skip)
            continue;
        rest = str_sub(rest, skip, rest.len);
        while (rest.len && strchr("\"' ", rest.data[0]) && rest.data[0])
            rest = str_sub(rest, 1, rest.len);
        size_t len = 0;
        while (len < rest.len && rest.data[len] && (g_ascii_isalnum(rest.data[len]) || strchr("-_.:", rest.data[len])))
            len++;
        return len ? str_sub(rest, 0, len) : STR_NONE;
    }
    return STR_NONE;
}

bool html_sniff(Str text) {
    static const char *const tags[] = {"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<style",
                                       "<p>", "<p ", "<br", "<span", "<title", "<h1", "<center", "<font", "<ul"};
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_sub(text, 3, text.len);
    for (;;) { /* comments and declarations in front */
        text = str_trim(text);
        bool xml = str_starts_nocase(text, STR("<?xml"));
        if (!xml && !str_starts(text, STR("<!--")))
            break;
        ptrdiff_t end = xml ? str_find(text, STR("?>")) : str_find(text, STR("-->"));
        if (end < 0)
            return false;
        text = str_sub(text, (size_t)end + 2 + !xml, text.len);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        if (str_starts_nocase(text, str_of(tags[i])))
            return true;
    return false;
}
