#include <criterion/criterion.h>
#include <glib.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/html.h"
#include "parsers/html_token.h"

static Str exact(const char *text) {
    size_t len = strlen(text);
    char *copy = malloc(len ? len : 1);
    memcpy(copy, text, len);
    return (Str){copy, len};
}

static const struct {
    const char *about, *html, *want;
} cases[] = {
    {"nothing", "", ""},
    {"text", "a &lt; b", "a < b\n"},
    {"white space", "  a \n\t b<b> c</b>d ", "a b cd\n"},
    {"lines", "<div>a</div><div>b<br>c</div>", "a\nb\nc\n"},
    {"paragraphs", "<p>a</p>\n<p>b</p>", "a\n\nb\n"},
    {"a break before the end of a block is none", "<div>a<br></div><div>b</div>", "a\nb\n"},
    {"an empty block with a break is a line", "<div>a</div><div><br></div><div>b</div>", "a\n\nb\n"},
    {"paragraphs of Outlook are lines", "<p class=MsoNormal>a<o:p></o:p></p><p class=\"MsoNormal\">b</p>", "a\nb\n"},
    {"no-break space stays", "a&nbsp;b", "a\u00A0b\n"},
    {"a line of no-break spaces is empty", "<div>a</div><div>&nbsp;</div><div>b</div>", "a\n\nb\n"},
    {"references", "&eacute;&#233;&#xE9;&#128;&hellip;&apos;&amp;&nosuch;&", "ééé€…'&&nosuch;&\n"},
    {"bullets", "<ul><li>a<li><p>b</p></li></ul>c", "- a\n- b\n\nc\n"},
    {"numbers", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b\n"},
    {"script, style, head, comment",
     "<head><title>t</title><style>p{}</style></head><script>if (a<b) x('</p>')</script><!-- <p>no --><p>a", "a\n"},
    {"conditional comment", "<![if !x]>a<![endif]><!--[if mso]><p>no</p><![endif]-->", "a\n"},
    {"hidden", "a<div style='color:red; display : none'>no<div>no</div></div>b<span hidden>no</span>", "ab\n"},
    {"a hidden cell ends with the next", "<table><tr><td style=display:none>no<td>a<td>b</table>", "a\tb\n"},
    {"preformatted", "<pre>a  b\n c\n</pre>d", "a  b\n c\n\nd\n"},
    {"link", "<a href='https://x.example/mct'>our page</a>!", "our page <https://x.example/mct>!\n"},
    {"link that shows its address", "<a href='https://www.x.example/'>x.example</a>", "x.example\n"},
    {"link to a mailbox", "<a href='mailto:a@x.example'>Ann</a>", "Ann\n"},
    {"link through a gateway",
     "<a href='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2Fms&amp;data=1'>us</a>",
     "us <https://x.example/ms>\n"},
    {"quotation", "a<blockquote type=cite>b<br>c<blockquote>d</blockquote></blockquote>e", "a\n\n> b\n> c\n\n> > d\n\ne\n"},
    {"indentation is no quotation", "a<blockquote style='margin:0 0 0 40px;border:none'>b</blockquote>", "a\n\nb\n"},
    {"a forwarded mail is no quotation",
     "see<blockquote type=cite>Begin<br>From: Ann &lt;a@x.example><br>Date: today<br>Subject: b<br><br>c</blockquote>",
     "see\n\nBegin\nFrom: Ann <a@x.example>\nDate: today\nSubject: b\n\nc\n"},
    {"an address that is no tag", "Ann <a@x.example> wrote", "Ann <a@x.example> wrote\n"},
    {"a sign that is no tag", "1 < 2 <", "1 < 2 <\n"},
    {"a tag that is never closed", "a <b", "a <b\n"},
    {"a quote that is never closed", "<a href=\"x>a</a> b", "a b\n"},
};

static const struct {
    const char *about, *html, *want;
    size_t rows;
} tables[] = {
    {"data", "<table><tr><th>Month<th>KPI<tr><td>Jan<td>25</table>", "Month\tKPI\nJan\t25\n", 2},
    {"cells of one paragraph", "<table><tr><td><p>a</p></td><td><p>b<br>c</p></td></tr><tr><td>d<td>e</table>",
     "a\tb c\nd\te\n", 2},
    {"empty cells keep their place", "<table><tr><td>a<td><td>c<tr><td><td>b<td></table>", "a\t\tc\n\tb\t\n", 0},
    {"rowspan", "<table><tr><td rowspan=2>2020<td>a<tr><td>b</table>", "2020\ta\n2020\tb\n", 2},
    {"rowspan at the end of a row", "<table><tr><td>a<td rowspan=2>x<tr><td>b</table>", "a\tx\nb\tx\n", 2},
    {"colspan", "<table><tr><td colspan=2>Total<td>5<tr><td>a<td>b<td>c</table>", "Total\t\t5\na\tb\tc\n", 2},
    {"one column", "<table><tr><td>a<tr><td>b</table>", "a\nb\n", 0},
    {"layout around data",
     "<table><tr><td>Hello<table><tr><td>a<td>b<tr><td>c<td>d</table>Bye</table>", "Hello\n\na\tb\nc\td\n\nBye\n", 2},
    {"long text in a cell", "<table><tr><td>a<br>b<br>c<br>d<td>e<tr><td>f<td>g</table>", "a\nb\nc\nd\ne\nf\ng\n", 0},
    {"links of cells are dropped", "<table><tr><td>a<td><a href=http://x.example/1>INV-1</a></table>", "a\tINV-1\n", 0},
    {"a cell without its table", "<tr><td>a</td><td>b</td></tr>", "a\tb\n", 0},
    {"a table that is never closed", "<table><tr><td>a<td>b<tr><td>c<td>d", "a\tb\nc\td\n", 2},
    {"a lone closing tag", "a</table></td></blockquote></ul>b", "a\n\nb\n", 0},
};

Test(html, gives_what_a_person_reads) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str html = exact(cases[i].html);
        Str text = html_to_text(arena, html).text;
        cr_expect(str_eq_cstr(text, cases[i].want), "%s: \"" STR_FMT "\"", cases[i].about, STR_ARG(text));
        free((void *)html.data);
    }
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        Str html = exact(tables[i].html);
        HtmlText got = html_to_text(arena, html);
        cr_expect(str_eq_cstr(got.text, tables[i].want), "%s: \"" STR_FMT "\"", tables[i].about, STR_ARG(got.text));
        cr_expect(got.rows == tables[i].rows, "%s: %zu rows", tables[i].about, got.rows);
        free((void *)html.data);
    }
    arena_free(&arena);
}

Test(html, text_survives_any_depth) {
    Arena *arena = arena_new();
    static const char *const tags[] = {"<div>", "<table><tr><td>", "<blockquote>", "<ul><li>", "<b>", "<a href=http://x>"};
    for (size_t t = 0; t < sizeof tags / sizeof *tags; t++) {
        Buf html = {.arena = arena};
        for (int i = 0; i < 3000; i++)
            buf_add(&html, str_of(tags[t]));
        buf_add(&html, STR("bottom"));
        Str text = html_to_text(arena, buf_str(&html)).text;
        cr_expect(str_find(text, STR("bottom")) >= 0, "%s", tags[t]);
        cr_expect(text.len < 200000, "%s: %zu bytes", tags[t], text.len);
    }
    arena_free(&arena);
}

static size_t letters(Str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += g_ascii_isalnum(text.data[i]) || ((unsigned char)text.data[i] & 0xC0) == 0xC0;
    return n;
}

/* Never fewer than there are to read, and not many more. */
Test(html, letters_at_most) {
    static const struct {
        const char *html;
        size_t want, enough;
    } counts[] = {
        {"", 0, 9}, {"<p title='x>y'>Straße 1</p>", 7 + 1, 99}, {"<style>p.x { color: red }</style><script>f()</script>ab", 2, 9},
        {"<!-- note --><![if !x]>a<![endif]><br>", 1, 9}, {"<jane@x.example> a < b", 14, 99}, {"<p>abcdef</p>ghi", 6, 3},
        {"<ol><li>a</ol>", 21, 99}, {"<a href='HTTP://x.example'>us</a>", 2 + 17, 99}, {"a<", 1, 9}, {"<sty", 3, 9},
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        Str html = exact(counts[i].html);
        cr_expect(html_letters_most(html, counts[i].enough) == counts[i].want, "%s: %zu", counts[i].html,
                  html_letters_most(html, counts[i].enough));
        free((char *)html.data);
    }
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str html = str_of(cases[i].html);
        if (str_find(html, STR("<table")) < 0) /* a cell may stand in several rows */
            cr_expect(html_letters_most(html, SIZE_MAX) >= letters(html_to_text(arena, html).text), "%s", cases[i].about);
    }
    arena_free(&arena);
}

/* Twice the input may cost twice the room, not four times. */
Test(html, grows_with_its_input) {
    static const char *const units[] = {"<table><tr><td rowspan=9999>abc<td>d", "<tr><td colspan=99>a<td>b", "<a b='",
                                        "&amp", "<!--", "<script>", "<blockquote>a", "<td rowspan=60000>x", "<ul><li>a"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        size_t used[2];
        for (size_t round = 0; round < 2; round++) {
            Arena *arena = arena_new();
            Buf html = {.arena = arena};
            for (size_t i = 0; i < 20000 * (round + 1); i++)
                buf_add(&html, str_of(units[u]));
            size_t before = arena_used(arena);
            html_to_text(arena, buf_str(&html));
            used[round] = arena_used(arena) - before;
            arena_free(&arena);
        }
        cr_expect(used[1] < used[0] * 3 + (4u << 20), "%s: %zu, then %zu bytes", units[u], used[0], used[1]);
    }
}

Test(html, charset_and_sniff) {
    cr_expect(str_eq_cstr(html_charset(STR("<meta charset=koi8-r>")), "koi8-r"));
    cr_expect(str_eq_cstr(html_charset(STR("<META content=\"text/html; charset=Shift_JIS\">")), "Shift_JIS"));
    cr_expect(str_eq_cstr(html_charset(STR("<?xml version='1.0' encoding='utf-8'?>")), "utf-8"));
    cr_expect(!str_given(html_charset(STR("<p>charset</p>"))));
    cr_expect(html_sniff(STR(" <!-- x --><!DOCTYPE html>")));
    cr_expect(html_sniff(STR("<?xml version='1.0'?><html>")));
    cr_expect(!html_sniff(STR("<?xml version='1.0'?><Invoice>")));
    cr_expect(!html_sniff(STR("plain <b>")));
}
