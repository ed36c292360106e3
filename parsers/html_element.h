/* HTML elements: what each of them means for the text, looked up once a tag. */
#ifndef PARSERS_HTML_ELEMENT_H
#define PARSERS_HTML_ELEMENT_H

#include <stdbool.h>

/* Elements that do something of their own. */
typedef enum HtmlTag {
    HTML_OTHER, HTML_A, HTML_BLOCKQUOTE, HTML_BR, HTML_CELL, HTML_ITEM, HTML_LIST, HTML_P, HTML_PRE, HTML_ROW, HTML_TABLE
} HtmlTag;

typedef struct HtmlElement {
    const char *name;
    HtmlTag tag;
    unsigned breaks; /* line ends around a block; 0: it is none */
    bool bare;       /* has no content and no closing tag */
    bool skipped;    /* its content is no text for people */
} HtmlElement;

/* `name` in lower case. One that is not known is HTML_OTHER and nothing else. */
const HtmlElement *html_element(const char *name);

#endif
