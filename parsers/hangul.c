#include "parsers/hangul.h"

#include "base/utf8.h"
#include "base/banned.h"

#define SYLLABLE 3 /* bytes */

bool hangul_at(Str s, size_t at) {
    size_t size;
    if (at >= s.len || (unsigned char)s.data[at] < 0xEA)
        return false;
    uint32_t c = utf8_decode(s, at, &size);
    return c >= 0xAC00 && c <= 0xD7A3;
}

size_t hangul_end(Str s, size_t at) {
    while (hangul_at(s, at))
        at += SYLLABLE;
    return at;
}

size_t hangul_tail_end(Str s, size_t at) {
    if (at == 0 || !hangul_at(s, at) || (unsigned char)s.data[at - 1] <= ' ')
        return at;
    return hangul_end(s, at);
}

static bool listed(Str s, size_t at, const char *list) {
    for (const char *p = list; *p; p += SYLLABLE)
        if (memcmp(p, s.data + at, SYLLABLE) == 0)
            return true;
    return false;
}

bool hangul_word_ends(Str s, size_t at) {
    /* The first syllables of particles, and of the forms of "to be". */
    static const char firsts[] = "은는이가을를의에로으와과도만부까인입씩여였예라며고보밖뿐정되랑하짜쯤";
    return !hangul_at(s, at) || listed(s, at, firsts) || str_starts(str_sub(s, at, s.len), STR("어치")) || /* 242만원어치 */
           str_starts(str_sub(s, at, s.len), STR("지만"));
}

static bool ends_in(Str word, const char *ending) {
    size_t len = strlen(ending);
    return word.len >= len && memcmp(word.data + word.len - len, ending, len) == 0;
}

bool hangul_clause_ends(Str s, size_t from, size_t to) {
    static const char *const endings[] = {"지만", "는데", "은데", "인데", "던데", "한데", "데요", "으나", "이고", "이며",
                                          "으며", "되며", "하며", "했고", "됐고", "었고", "았고", "있고", "없고"};
    for (size_t at = from; at < to;) {
        size_t end = hangul_end(s, at);
        if (end == at) {
            at++;
            continue;
        }
        for (size_t i = 0; i < sizeof endings / sizeof *endings && end <= to; i++)
            if (ends_in(str_sub(s, at, end), endings[i]))
                return true;
        at = end;
    }
    return false;
}
