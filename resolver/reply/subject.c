#include "reply/subject.h"

#include "base/buf.h"
#include "reply/plain.h"
#include "base/banned.h"

/* What mail programs of the eleven languages and their neighbours write before a subject. */
static const Str prefixes[] = {
    STR("re"),   STR("fw"),   STR("fwd"),  STR("aw"),   STR("antw"), STR("antwort"), STR("wg"),   STR("tr"),
    STR("réf"),  STR("ref"),  STR("rép"),  STR("rif"),  STR("r"),    STR("i"),       STR("rv"),   STR("res"),
    STR("enc"),  STR("sv"),   STR("vs"),   STR("vl"),   STR("vb"),   STR("odp"),     STR("pd"),   STR("ynt"),
    STR("ha"),   STR("отв"),  STR("ответ"), STR("пересл"), STR("返信"), STR("転送"),   STR("回复"), STR("答复"),
    STR("转发"), STR("回覆"), STR("轉寄"), STR("회신"), STR("답장"), STR("전달")};

/* Behind "[2]", "(2)" or "2" of a counted prefix. */
static Str skip_count(Str s) {
    size_t at = 0;
    bool bracket = s.len && (s.data[0] == '[' || s.data[0] == '(' || s.data[0] == '^');
    at += bracket;
    size_t digits = at;
    while (at < s.len && s.data[at] >= '0' && s.data[at] <= '9')
        at++;
    if (at == digits)
        return s;
    if (bracket && at < s.len && (s.data[at] == ']' || s.data[at] == ')'))
        at++;
    return str_sub(s, at, s.len);
}

/* Cuts one prefix with its colon off; false when there is none. */
static bool cut_prefix(Str *subject) {
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && subject->len; i++) {
        bool alike = (prefixes[i].data[0] | 0x20) == (subject->data[0] | 0x20); /* most are not */
        if (!alike || !str_starts_nocase(*subject, prefixes[i]))
            continue;
        Str rest = str_trim(skip_count(str_trim(str_sub(*subject, prefixes[i].len, subject->len))));
        size_t colon = str_starts(rest, STR(":")) ? 1 : str_starts(rest, STR("：")) ? strlen("：") : 0;
        if (!colon)
            continue;
        *subject = str_trim(str_sub(rest, colon, rest.len));
        return true;
    }
    return false;
}

Str subject_reply(Arena *arena, Str subject, Str otherwise) {
    Str line = plain_line(arena, subject, SUBJECT_MAX);
    while (cut_prefix(&line))
        continue;
    if (!line.len)
        line = otherwise;
    Buf reply = {.arena = arena};
    buf_add(&reply, STR("Re: "));
    buf_add(&reply, line);
    return buf_str(&reply);
}
