#include "connect/link.h"

#include "base/banned.h"

static void skip_blanks(Str *rest) {
    while (rest->len && (rest->data[0] == ' ' || rest->data[0] == '\t'))
        *rest = str_sub(*rest, 1, rest->len);
}

/* A token, or a quoted string without its quotes; what is behind a backslash stays behind it. */
static Str take_value(Str *rest) {
    size_t at = 0;
    if (rest->len && rest->data[0] == '"') {
        for (at = 1; at < rest->len && rest->data[at] != '"'; at++)
            at += rest->data[at] == '\\';
        Str value = str_sub(*rest, 1, at);
        *rest = str_sub(*rest, at + 1, rest->len);
        return value;
    }
    while (at < rest->len && !strchr(" \t,;=", rest->data[at]))
        at++;
    Str value = str_sub(*rest, 0, at);
    *rest = str_sub(*rest, at, rest->len);
    return value;
}

/* One of the words parted by blanks. */
static bool holds_word(Str words, Str word) {
    while (words.len) {
        ptrdiff_t end = str_find_char(words, ' ');
        Str one = end < 0 ? words : str_sub(words, 0, (size_t)end);
        if (str_eq_nocase(one, word))
            return true;
        words = end < 0 ? STR("") : str_sub(words, (size_t)end + 1, words.len);
    }
    return false;
}

/* The parameters behind a target, up to the comma before the next link; only the first rel counts. True when it is "next". */
static bool take_parameters(Str *rest) {
    bool next = false, seen = false;
    for (skip_blanks(rest); rest->len && rest->data[0] == ';'; skip_blanks(rest)) {
        *rest = str_sub(*rest, 1, rest->len);
        skip_blanks(rest);
        Str name = take_value(rest), value = STR("");
        skip_blanks(rest);
        if (rest->len && rest->data[0] == '=') {
            *rest = str_sub(*rest, 1, rest->len);
            skip_blanks(rest);
            value = take_value(rest);
        }
        if (str_eq_nocase(name, STR("rel")) && !seen) {
            seen = true;
            next = holds_word(value, STR("next"));
        }
    }
    return next;
}

Str link_next(Str header) {
    Str rest = header;
    for (ptrdiff_t open; (open = str_find_char(rest, '<')) >= 0;) {
        rest = str_sub(rest, (size_t)open + 1, rest.len);
        ptrdiff_t close = str_find_char(rest, '>');
        if (close < 0)
            break;
        Str target = str_sub(rest, 0, (size_t)close);
        rest = str_sub(rest, (size_t)close + 1, rest.len);
        if (take_parameters(&rest))
            return target;
    }
    return STR_NONE;
}
