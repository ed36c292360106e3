#include "parsers/separator.h"

#include "parsers/spaced.h"
#include "base/banned.h"

#define LABEL_WORDS_MAX 6
#define LABEL_BYTES_MAX 70

bool separator_blank_at(Str s, size_t at, size_t to) {
    return at < to && (s.data[at] == ' ' || s.data[at] == '\t');
}

/* The end of an arrow of one character: "MPN ID → 4505583"; `at` when none stands there. */
static size_t arrow_end(Str s, size_t at, size_t to) {
    static const Str arrows[] = {STR("\xE2\x86\x92"), STR("\xE2\x87\x92"), STR("\xE2\x9E\xA1"), STR("\xE2\x96\xB6")};
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
        if (str_starts(str_sub(s, at, to), arrows[i]))
            return at + arrows[i].len;
    return at;
}

/* A separator that begins at `at`: colon, equals sign, tab, rule, leaders; at the line's label also dashes, arrows and
 * two blanks. */
static bool separator_at(Str s, size_t at, size_t to, Separator *out) {
    size_t end = at;
    while (separator_blank_at(s, end, to))
        end++;
    size_t gap = end - at;
    bool tab = memchr(s.data + at, '\t', gap) != NULL;
    size_t sign = end;
    while (end < to && strchr(":=|", s.data[end]))
        end++;
    if (end == sign && end + 1 < to && s.data[end] == '>')
        end += s.data[end + 1] == '>' ? 2 : 1;
    if (end > sign) {
        size_t signs = end;
        while (end < to && strchr("-> ", s.data[end]))
            end++;
        if (end == to) /* "Month: -" */
            end = signs;
        if (end > sign && s.data[end - 1] == '-' && end < to && s.data[end] >= '0' && s.data[end] <= '9')
            end--; /* "KPI:-10" keeps its sign */
        *out = (Separator){at, end};
        return true;
    }
    size_t dots = end;
    while (dots < to && (s.data[dots] == '.' || s.data[dots] == '_'))
        dots++;
    if (dots - end >= 3 || (dots - end == 2 && gap && separator_blank_at(s, dots, to))) {
        while (dots < to && strchr(" :.", s.data[dots]))
            dots++;
        *out = (Separator){at, dots};
        return true;
    }
    size_t dashes = end;
    while (dashes < to && s.data[dashes] == '-')
        dashes++;
    bool arrow = dashes < to && s.data[dashes] == '>';
    size_t pointed = arrow_end(s, end, to);
    if (pointed > end && pointed < to) {
        *out = (Separator){at, pointed};
        return true;
    }
    if (dashes > end && (arrow || (gap && separator_blank_at(s, dashes, to)))) {
        *out = (Separator){at, dashes + arrow};
        return true;
    }
    if ((gap >= 2 || tab) && end < to) {
        *out = (Separator){at, end};
        return true;
    }
    return false;
}

/* Letters of the word that ends at `to`. */
static size_t word_length(Str s, size_t from, size_t to) {
    size_t letters = 0;
    for (size_t at = to; at > from && s.data[at - 1] != ' '; at--)
        letters += ((unsigned char)s.data[at - 1] & 0xC0) != 0x80;
    return letters;
}

bool separator_first(Str s, Span content, Separator *out) {
    size_t words = 0, gap;
    for (size_t at = spaced_end(s, content.from, content.to, &gap); at < content.to && at - content.from < LABEL_BYTES_MAX; at++) {
        unsigned char c = (unsigned char)s.data[at];
        if ((c >= 0x80 && c != 0xE2) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            continue; /* most places: the text is folded */
        if (at > content.from && separator_at(s, at, content.to, out))
            return true;
        words += s.data[at] == ' ';
        bool stop = s.data[at] == '.' && at + 1 < content.to && s.data[at + 1] == ' ' &&
                    word_length(s, content.from, at) > (words ? 4 : 6) && /* a word may be cut short, rarely behind another */
                    !separator_at(s, at + 1, content.to, out); /* "Bestelleinh. - 25" */
        if (words > LABEL_WORDS_MAX || stop) /* "... with the invoice. MPN ID: " begins a sentence anew */
            return false;
    }
    return false;
}
