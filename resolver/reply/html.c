#include "reply/html.h"

#include <glib.h>

#include "base/banned.h"

void html_escape(Buf *out, Str text) {
    size_t done = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *entity = NULL;
        switch (text.data[i]) {
        case '&': entity = "&amp;"; break;
        case '<': entity = "&lt;"; break;
        case '>': entity = "&gt;"; break;
        case '"': entity = "&quot;"; break;
        case '\'': entity = "&#39;"; break;
        default: continue;
        }
        buf_add(out, str_sub(text, done, i));
        buf_add(out, str_of(entity));
        done = i + 1;
    }
    buf_add(out, str_sub(text, done, text.len));
}

typedef enum Inside { INSIDE_NOTHING, INSIDE_PARAGRAPH, INSIDE_LIST } Inside;

static void go(Buf *out, Inside *inside, Inside wanted) {
    static const char *const ends[] = {"", "</p>\n", "</ul>\n"}, *const begins[] = {"", "<p>", "<ul>\n"};
    if (*inside == wanted)
        return;
    buf_add(out, str_of(ends[*inside]));
    buf_add(out, str_of(begins[wanted]));
    *inside = wanted;
}

/* "12. Invoice ...": the first line of a block. */
static bool is_heading(Str line) {
    size_t at = 0;
    while (at < line.len && g_ascii_isdigit(line.data[at]))
        at++;
    return at > 0 && str_starts(str_sub(line, at, line.len), STR(". "));
}

static void add_paragraph_line(Buf *out, Inside *inside, Str line) {
    bool first = *inside != INSIDE_PARAGRAPH, heading = first && is_heading(line);
    go(out, inside, INSIDE_PARAGRAPH);
    buf_add(out, first ? STR("") : STR("<br>\n"));
    buf_add(out, heading ? STR("<strong>") : STR(""));
    html_escape(out, line);
    buf_add(out, heading ? STR("</strong>") : STR(""));
}

/* The text behind the mark of a list item; Japanese marks items with a middle dot. */
static bool is_item(Str line, Str *item) {
    static const Str marks[] = {STR("- "), STR("・")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (str_starts(line, marks[i])) {
            *item = str_sub(line, marks[i].len, line.len);
            return true;
        }
    }
    return false;
}

Str html_fragment(Arena *arena, Str text, Language language) {
    Buf out = {.arena = arena};
    Inside inside = INSIDE_NOTHING;
    buf_printf(&out, "<div lang=\"%s\">\n", language_word(language));
    for (Str line, item; str_line(&text, &line);) {
        if (!line.len) {
            go(&out, &inside, INSIDE_NOTHING);
        } else if (is_item(line, &item)) {
            go(&out, &inside, INSIDE_LIST);
            buf_add(&out, STR("<li>"));
            html_escape(&out, item);
            buf_add(&out, STR("</li>\n"));
        } else {
            add_paragraph_line(&out, &inside, line);
        }
    }
    go(&out, &inside, INSIDE_NOTHING);
    buf_add(&out, STR("</div>\n"));
    return buf_str(&out);
}

Str html_page(Arena *arena, Str fragment, Str title, Language language) {
    Buf out = {.arena = arena};
    buf_printf(&out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
               language_word(language));
    html_escape(&out, title);
    buf_add(&out, STR("</title>\n</head>\n<body style=\"font-family: sans-serif; line-height: 1.4\">\n"));
    buf_add(&out, fragment);
    buf_add(&out, STR("</body>\n</html>\n"));
    return buf_str(&out);
}
