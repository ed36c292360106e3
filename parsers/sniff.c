#include "parsers/sniff.h"

#include <glib.h>

#include "base/utf8.h"
#include "base/banned.h"

#define HEADER_LINES 200   /* lines of a header that are looked at */
#define STRANGE_LINES 3    /* lines that are no header field, before a header is none */
#define CONTROL_SHARE 20   /* one control character in so many bytes makes it no text */

/* Fields that no pasted text begins with. A "-" at the end stands for any name so begun. */
static const char *const mail_fields[] = {
    "received", "return-path", "delivered-to", "message-id", "mime-version", "content-type", "in-reply-to",
    "content-transfer-encoding", "dkim-signature", "authentication-results", "references", "envelope-to",
    "x-", "arc-", "list-", "resent-", "thread-", "autosubmitted", "auto-submitted", "precedence"};
/* Fields that a pasted mail head shows too; two of them and an empty line behind the header make a message. */
static const char *const shown_fields[] = {"from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to"};

static bool named(Str name, const char *const *names, size_t n) {
    for (size_t i = 0; i < n; i++) {
        Str one = str_of(names[i]);
        bool prefix = one.data[one.len - 1] == '-';
        if (prefix ? str_starts_nocase(name, one) : str_eq_nocase(name, one))
            return true;
    }
    return false;
}

/* The field name before the colon; empty when the line is no header field. */
static Str field_name(Str line) {
    size_t n = 0;
    while (n < line.len && line.data[n] > ' ' && line.data[n] != ':' && line.data[n] < 0x7F)
        n++;
    size_t colon = n;
    while (colon < line.len && line.data[colon] == ' ')
        colon++;
    return n && colon < line.len && line.data[colon] == ':' ? str_sub(line, 0, n) : STR_NONE;
}

bool sniff_message(Str head) {
    Str line;
    size_t shown = 0, strange = 0, lines = 0;
    bool ended = false, begun = false;
    while (!ended && lines++ < HEADER_LINES && str_line(&head, &line)) {
        if (line.len == 0) {
            ended = begun;
            continue;
        }
        if (begun && (line.data[0] == ' ' || line.data[0] == '\t'))
            continue;
        Str name = field_name(line);
        begun = true;
        if (str_empty(name)) {
            if (str_starts(line, STR("From ")) || str_starts(line, STR(">From ")))
                continue;
            if (++strange > STRANGE_LINES)
                return false;
        } else if (named(name, mail_fields, G_N_ELEMENTS(mail_fields))) {
            return true;
        } else if (named(name, shown_fields, G_N_ELEMENTS(shown_fields))) {
            shown++;
        } else {
            strange++;
        }
    }
    return shown >= 2 && strange == 0 && (ended || head.len == 0 || lines > HEADER_LINES);
}

bool sniff_from_line(Str line) {
    if (!str_starts(line, STR("From ")) || line.len > 1000)
        return false;
    for (size_t i = 5; i + 4 < line.len; i++)
        if (g_ascii_isdigit(line.data[i]) && line.data[i + 1] == ':' && g_ascii_isdigit(line.data[i + 2]) &&
            g_ascii_isdigit(line.data[i + 3]))
            return true;
    return false;
}

static bool sniff_mbox(Str head) {
    Str line, next;
    if (!str_line(&head, &line) || !sniff_from_line(line))
        return false;
    return !str_line(&head, &next) || !str_empty(field_name(next)) || str_starts(next, STR(">From "));
}

static bool is_magic(Str head) {
    static const struct {
        const char *bytes;
        size_t len;
    } magics[] = {{"%PDF-", 5},     {"PK\3\4", 4},       {"\x89PNG", 4},       {"\xFF\xD8\xFF", 3}, {"GIF8", 4},
                  {"\xD0\xCF\x11\xE0", 4}, {"\x1F\x8B", 2}, {"7z\xBC\xAF", 4}, {"Rar!", 4},       {"\x7F" "ELF", 4},
                  {"SQLite format 3", 15}, {"BZh", 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(magics); i++)
        if (str_starts(head, (Str){magics[i].bytes, magics[i].len}))
            return true;
    return false;
}

/* Control characters that no text has, against the rest. UTF-16 has its zeros on one side. */
static bool is_text(Str head) {
    size_t strange = 0, zeros[2] = {0};
    for (size_t i = 0; i < head.len; i++) {
        unsigned char c = (unsigned char)head.data[i];
        if (c == 0)
            zeros[i % 2]++;
        else
            strange += (c < 0x20 && !(c >= 0x09 && c <= 0x0D) && c != 0x1B) || c == 0x7F;
    }
    bool wide = str_starts(head, STR("\xFF\xFE")) || str_starts(head, STR("\xFE\xFF")) ||
                ((zeros[0] == 0 || zeros[1] == 0) && (zeros[0] + zeros[1]) * 4 > head.len);
    return (wide ? strange : strange + zeros[0] + zeros[1]) * CONTROL_SHARE <= head.len;
}

/* The end of the JSON value that begins at 0: behind its last bracket; 0 when it is not closed on this line. */
static size_t closed_on_line(Str line) {
    int depth = 0;
    bool string = false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                string = false;
        } else if (c == '"') {
            string = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

static Sniffed sniff_object(Str head) {
    Str rest = head, line, next = STR_NONE;
    if (!str_line(&rest, &line))
        return SNIFF_JSON;
    if (closed_on_line(line))
        return SNIFF_NDJSON;
    Str end = str_trim(line);
    if (str_empty(end) || strchr("{[,:", end.data[end.len - 1]))
        return SNIFF_JSON; /* it goes on below */
    /* One long line cut by SNIFF_BYTES, or an object over many lines; a broken line before a good one is NDJSON. */
    while (str_line(&rest, &next) && str_empty(str_trim(next)))
        continue;
    next = str_trim(next);
    return str_starts(next, STR("{\"")) && closed_on_line(next) == next.len ? SNIFF_NDJSON : SNIFF_JSON;
}

/* The next line that is not blank, trimmed; empty at the end. */
static Str next_line(Str *rest) {
    Str line = STR("");
    while (str_line(rest, &line) && str_empty(str_trim(line)))
        continue;
    return str_trim(line);
}

/* The first line is damaged, and what follows are objects on lines of their own: they are not lost with it. */
static bool objects_behind_damage(Str head) {
    Str rest = head;
    next_line(&rest);
    Str second = next_line(&rest), third = next_line(&rest);
    return str_starts(second, STR("{\"")) && closed_on_line(second) == second.len && (str_empty(third) || str_starts(third, STR("{\"")));
}

Sniffed sniff(Str head) {
    if (str_starts(head, STR("\xEF\xBB\xBF")))
        head = str_sub(head, 3, head.len);
    size_t at = 0;
    while (at < head.len && g_ascii_isspace(head.data[at]))
        at++;
    Str begun = str_sub(head, at, head.len);
    if (str_empty(begun))
        return SNIFF_EMPTY;
    if (is_magic(head))
        return SNIFF_BINARY;
    if (sniff_mbox(begun))
        return SNIFF_MBOX;
    if (sniff_message(begun))
        return SNIFF_MESSAGE;
    if (objects_behind_damage(begun))
        return SNIFF_NDJSON;
    size_t second = 1;
    while (second < begun.len && g_ascii_isspace(begun.data[second]))
        second++;
    char next = second < begun.len ? begun.data[second] : '\0';
    if (begun.data[0] == '{' && (next == '"' || next == '}'))
        return sniff_object(begun);
    if (begun.data[0] == '[' && next && strchr("{[]\"", next))
        return SNIFF_JSON_ARRAY;
    return is_text(head) ? SNIFF_TEXT : SNIFF_BINARY;
}
