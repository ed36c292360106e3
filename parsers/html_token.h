/* Tokens of HTML: tags with the few attributes that matter, and the text between them. Never fails; linear. */
#ifndef PARSERS_HTML_TOKEN_H
#define PARSERS_HTML_TOKEN_H

#include "base/buf.h"
#include "parsers/html_element.h"

#define HTML_NAME_MAX 15 /* longer names are of no element that is known here */

typedef enum HtmlKind { HTML_TEXT, HTML_START, HTML_END } HtmlKind;

typedef struct HtmlToken {
    HtmlKind kind;
    Str text;                     /* HTML_TEXT: with its character references */
    char name[HTML_NAME_MAX + 1]; /* tags: lower case */
    const HtmlElement *element;   /* tags: what is known of that name */
    /* Attributes as written, character references included; the first of a name counts, absent ones are STR_NONE. */
    Str href, style, css_class, type, rowspan, colspan, start, cite;
    bool hidden;
} HtmlToken;

typedef struct HtmlTokens {
    Str html;
    size_t at;
    bool no_comment_end, no_tag_end, no_double, no_single; /* none of these comes any more */
} HtmlTokens;

/* False at the end. Comments, declarations and the content of scripts, styles and the like are passed over. */
bool html_token_next(HtmlTokens *tokens, HtmlToken *token);

/* As many letters and digits as the text that people read has, or more: of what stands outside of tags, with the addresses of
 * links and the numbers of lists. Counted to `enough`, without looking into tags: a third of what reading takes. */
size_t html_letters_most(Str html, size_t enough);

/* Appends the text with its character references decoded. */
void html_decode(Buf *out, Str text);

#endif
