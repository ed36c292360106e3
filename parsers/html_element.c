#include "parsers/html_element.h"

#include <glib.h>
#include <string.h>

#include "base/banned.h"

/* By name: it is searched by halves. */
static const HtmlElement elements[] = {
    {"a", HTML_A, 0, false, false},
    {"address", HTML_OTHER, 1, false, false},
    {"area", HTML_OTHER, 0, true, false},
    {"article", HTML_OTHER, 1, false, false},
    {"aside", HTML_OTHER, 1, false, false},
    {"audio", HTML_OTHER, 0, false, true},
    {"base", HTML_OTHER, 0, true, false},
    {"blockquote", HTML_BLOCKQUOTE, 0, false, false},
    {"body", HTML_OTHER, 1, false, false},
    {"br", HTML_BR, 0, true, false},
    {"canvas", HTML_OTHER, 0, false, true},
    {"caption", HTML_OTHER, 1, false, false},
    {"center", HTML_OTHER, 1, false, false},
    {"col", HTML_OTHER, 0, true, false},
    {"dd", HTML_OTHER, 1, false, false},
    {"details", HTML_OTHER, 1, false, false},
    {"dir", HTML_OTHER, 1, false, false},
    {"div", HTML_OTHER, 1, false, false},
    {"dl", HTML_OTHER, 2, false, false},
    {"dt", HTML_OTHER, 1, false, false},
    {"fieldset", HTML_OTHER, 1, false, false},
    {"figcaption", HTML_OTHER, 1, false, false},
    {"figure", HTML_OTHER, 1, false, false},
    {"footer", HTML_OTHER, 1, false, false},
    {"form", HTML_OTHER, 1, false, false},
    {"h1", HTML_OTHER, 2, false, false},
    {"h2", HTML_OTHER, 2, false, false},
    {"h3", HTML_OTHER, 2, false, false},
    {"h4", HTML_OTHER, 2, false, false},
    {"h5", HTML_OTHER, 2, false, false},
    {"h6", HTML_OTHER, 2, false, false},
    {"header", HTML_OTHER, 1, false, false},
    {"hr", HTML_OTHER, 1, true, false},
    {"iframe", HTML_OTHER, 0, false, true},
    {"img", HTML_OTHER, 0, true, false},
    {"input", HTML_OTHER, 0, true, false},
    {"legend", HTML_OTHER, 1, false, false},
    {"li", HTML_ITEM, 0, false, false},
    {"link", HTML_OTHER, 0, true, false},
    {"main", HTML_OTHER, 1, false, false},
    {"math", HTML_OTHER, 0, false, true},
    {"menu", HTML_OTHER, 1, false, false},
    {"meta", HTML_OTHER, 0, true, false},
    {"nav", HTML_OTHER, 1, false, false},
    {"noembed", HTML_OTHER, 0, false, true},
    {"noframes", HTML_OTHER, 0, false, true},
    {"object", HTML_OTHER, 0, false, true},
    {"ol", HTML_LIST, 0, false, false},
    {"option", HTML_OTHER, 1, false, false},
    {"p", HTML_P, 2, false, false},
    {"pre", HTML_PRE, 2, false, false},
    {"script", HTML_OTHER, 0, false, true},
    {"section", HTML_OTHER, 1, false, false},
    {"select", HTML_OTHER, 0, false, true},
    {"style", HTML_OTHER, 0, false, true},
    {"summary", HTML_OTHER, 1, false, false},
    {"svg", HTML_OTHER, 0, false, true},
    {"table", HTML_TABLE, 0, false, false},
    {"tbody", HTML_OTHER, 1, false, false},
    {"td", HTML_CELL, 0, false, false},
    {"template", HTML_OTHER, 0, false, true},
    {"tfoot", HTML_OTHER, 1, false, false},
    {"th", HTML_CELL, 0, false, false},
    {"thead", HTML_OTHER, 1, false, false},
    {"title", HTML_OTHER, 0, false, true},
    {"tr", HTML_ROW, 0, false, false},
    {"ul", HTML_LIST, 0, false, false},
    {"video", HTML_OTHER, 0, false, true},
    {"wbr", HTML_OTHER, 0, true, false},
    {"xml", HTML_OTHER, 0, false, true},
    {"xmp", HTML_OTHER, 0, false, true},
};

const HtmlElement *html_element(const char *name) {
    static const HtmlElement other = {"", HTML_OTHER, 0, false, false};
    size_t from = 0, to = G_N_ELEMENTS(elements);
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = name[0] - elements[middle].name[0];
        if (!order)
            order = strcmp(name, elements[middle].name);
        if (!order)
            return &elements[middle];
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return &other;
}
