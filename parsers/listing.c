/* listing_read(): the three details of a directory listing: name to show, country, landing page (domain.md). */
#include "base/utf8.h"
#include "parsers/intent.h"
#include "parsers/mention.h"
#include "parsers/money.h"
#include "base/banned.h"

#define NAME_MAX_BYTES 90

static Listing listing_of_label(int label) {
    return label == LABEL_LISTING_NAME   ? LISTING_NAME
           : label == LABEL_COUNTRY      ? LISTING_COUNTRY
           : label == LABEL_LANDING_PAGE ? LISTING_URL
                                         : LISTING_COUNT;
}

/* The web address within a text; absent when it holds none. */
static Str url_in(Str raw) {
    for (size_t at = 0; at < raw.len; at++) {
        Str rest = str_sub(raw, at, raw.len);
        bool scheme = str_starts_nocase(rest, STR("http://")) || str_starts_nocase(rest, STR("https://"));
        bool www = str_starts_nocase(rest, STR("www."));
        if (!scheme && !www)
            continue;
        size_t end = at;
        while (end < raw.len && !strchr(" \t\r\n<>\"|", raw.data[end]) && (unsigned char)raw.data[end] < 0xC2)
            end++;
        while (end > at && strchr(".,;:)!?'", raw.data[end - 1]))
            end--;
        if (end - at > 10)
            return str_sub(raw, at, end);
    }
    return STR_NONE;
}

/* "skillhouse.de/microsoft": a host with a path, without a scheme. */
static Str path_in(Str raw) {
    for (size_t at = 0; at < raw.len;) {
        size_t end = at;
        while (end < raw.len && !strchr(" \t\r\n<>\"|(),", raw.data[end]))
            end++;
        Str word = str_sub(raw, at, end);
        ptrdiff_t slash = str_find_char(word, '/'), dot = str_find_char(word, '.');
        if (dot > 0 && slash > dot + 2 && str_find_char(word, '@') < 0)
            return word;
        at = end + 1;
    }
    return STR_NONE;
}

static void put(Reading *reading, Listing listing, Str value, Source source, Str where) {
    value = str_trim(value);
    if (listing == LISTING_COUNT || value.len == 0 || str_given(reading->listing[listing]))
        return;
    reading->listing[listing] = value;
    reading->listing_evidence[listing] = (Evidence){.source = source, .where = where, .text = value};
}

static void put_value(const Lexicon *lexicon, Arena *arena, Reading *reading, Listing listing, Str value, Source source,
                      Str where) {
    if (listing == LISTING_COUNT || value_is_placeholder(lexicon, arena, value))
        return;
    if (listing == LISTING_URL) {
        Str url = url_in(value);
        value = str_given(url) ? url : path_in(value);
    }
    if (str_given(value) && value.len <= 200)
        put(reading, listing, value, source, where);
}

/* "Ltd.", "Inc.", "S.A.": the stop belongs to the name. */
static bool is_abbreviated(Str s, size_t from, size_t stop) {
    size_t word = stop;
    while (word > from && s.data[word - 1] != ' ')
        word--;
    return word > from && stop - word <= 4 && stop > word;
}

/* The rest of the clause behind a label, with or without a colon: "show us as Tamar Bridge Academy". */
static Str clause_behind(const Lexicon *lexicon, const Text *text, size_t from, size_t to) {
    Str s = text->folded;
    while (from < to && strchr(" :=\t-*\"'(", s.data[from]))
        from++;
    Hit word; /* "the name to show is ..." */
    if (lexicon_at(lexicon, str_sub(s, 0, to), from, LEX_LANGUAGE, &word) && word.to < to && s.data[word.to] == ' ' &&
        text->raw.data[text->map[from]] == s.data[from])
        from = word.to;
    while (from < to && strchr(" \"'", s.data[from]))
        from++;
    size_t end = from;
    while (end < to && !strchr(";\n\t|)\"", s.data[end]) && end - from < NAME_MAX_BYTES) {
        bool stop = strchr(".,!?", s.data[end]) && (end + 1 >= to || s.data[end + 1] == ' ' || s.data[end + 1] == '\n');
        if (stop) {
            end += s.data[end] == '.' && is_abbreviated(s, from, end);
            break;
        }
        end++;
    }
    return text_raw(text, from, end);
}

static void lines_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, const Part *part, Reading *reading) {
    for (size_t n = part->first; n < part->last; n++) {
        const TextLine *line = &layout->lines.items[n];
        Hits hits = {0};
        lexicon_scan(lexicon, arena, &layout->text, line->content.from, line->content.to, LEX_BIT(LEX_LABEL), &hits);
        for (size_t i = 0; i < hits.len; i++) {
            Listing listing = listing_of_label(hits.items[i].key);
            if (listing == LISTING_COUNT)
                continue;
            size_t end = line->content.to;
            for (size_t j = i + 1; j < hits.len; j++)
                if (listing_of_label(hits.items[j].key) != LISTING_COUNT && hits.items[j].from > hits.items[i].to) {
                    end = hits.items[j].from;
                    break;
                }
            Str value = listing == LISTING_URL ? text_raw(&layout->text, hits.items[i].to, end)
                                               : clause_behind(lexicon, &layout->text, hits.items[i].to, end);
            size_t sign = hits.items[i].to;
            while (sign < end && strchr(" )*", layout->text.folded.data[sign]))
                sign++;
            bool colon = sign < end && strchr(":=-\t", layout->text.folded.data[sign]);
            if (listing == LISTING_COUNTRY && !colon)
                continue; /* "in our country" */
            put_value(lexicon, arena, reading, listing, value, SOURCE_BODY, STR_NONE);
        }
    }
}

/* Does the address stand on a line among telephone numbers and the like? Then it is the sender's web site. */
static bool is_letterhead(const Lexicon *lexicon, const Layout *layout, const Part *part, size_t raw_at) {
    const Text *text = &layout->text;
    size_t n = part->first;
    while (n + 1 < part->last && text->map[layout->lines.items[n + 1].span.from] <= raw_at)
        n++;
    if (text->map[layout->lines.items[n].content.from] != raw_at)
        return false;
    size_t first = n, last = n + 1;
    while (first > part->first && !layout->lines.items[first - 1].empty)
        first--;
    while (last < part->last && !layout->lines.items[last].empty)
        last++;
    for (size_t i = first; i < last; i++) {
        const TextLine *line = &layout->lines.items[i];
        Hit hit;
        if (lexicon_at(lexicon, str_sub(text->folded, 0, line->content.to), line->content.from, LEX_LABEL, &hit) &&
            hit.key == LABEL_OTHER)
            return true;
    }
    return false;
}

/* A country and an address told in prose; those of a signature are none. */
static void prose_find(const Lexicon *lexicon, Arena *arena, const Layout *layout, const Part *part, Reading *reading) {
    Hits hits = {0};
    lexicon_scan(lexicon, arena, &layout->text, part->span.from, part->span.to, LEX_BIT(LEX_COUNTRY), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        Str raw = text_raw(&layout->text, hits.items[i].from, hits.items[i].to);
        size_t size;
        uint32_t first = raw.len ? utf8_decode(raw, 0, &size) : 0;
        if (first < 'a' || first > 'z') /* a name has a capital */
            put(reading, LISTING_COUNTRY, raw, SOURCE_BODY, STR_NONE);
    }
    Str url = url_in(text_raw(&layout->text, part->span.from, part->span.to));
    if (str_given(url) && is_letterhead(lexicon, layout, part, (size_t)(url.data - layout->text.raw.data)))
        return;
    if (!str_starts_nocase(url, STR("www."))) /* a bare site without a word for it is more likely a letterhead */
        put(reading, LISTING_URL, url, SOURCE_BODY, STR_NONE);
}

void listing_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading) {
    const Fields *fields = &reading->ticket->fields;
    for (size_t i = 0; i < fields->len; i++) {
        Header header = header_read(lexicon, arena, LANGUAGE_UNKNOWN, fields->items[i].name);
        put_value(lexicon, arena, reading, listing_of_label((int)header.label), fields->items[i].value, SOURCE_FIELD,
                  fields->items[i].name);
    }
    for (size_t i = 0; i < layout->parts.len; i++)
        if (layout->parts.items[i].zone == ZONE_NEW)
            lines_read(lexicon, arena, layout, &layout->parts.items[i], reading);
    for (size_t i = 0; i < layout->parts.len; i++)
        if (layout->parts.items[i].zone == ZONE_NEW)
            prose_find(lexicon, arena, layout, &layout->parts.items[i], reading);
}
