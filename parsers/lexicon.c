#include "parsers/lexicon.h"

#include "base/utf8.h"
#include "parsers/hangul.h"
#include "parsers/lexicon_data.h"
#include "base/banned.h"

#define SEPARATORS_MAX 3
#define NUMERALS_MAX 4 /* in a row */
#define JOINED_SHORT 4 /* bytes */

#define EDGES_FEW 10 /* so many are looked through sooner than memchr() is called; characters of the East have dozens */

/* ---- matching ---- */

static uint32_t step(const Lexicon *lexicon, uint32_t node, uint8_t byte) {
    const Node *n = &lexicon->trie.nodes[node];
    const uint8_t *bytes = lexicon->trie.bytes + n->first_child;
    if (n->edges > EDGES_FEW) {
        const uint8_t *found = memchr(bytes, byte, n->edges);
        return found ? n->first_child + (uint32_t)(found - bytes) : 0;
    }
    for (uint32_t i = 0; i < n->edges; i++)
        if (bytes[i] == byte)
            return n->first_child + i;
    return 0;
}

static inline uint32_t char_before(Str s, size_t at) {
    size_t size;
    if (at == 0)
        return ' ';
    if ((uint8_t)s.data[at - 1] < 0x80)
        return (uint8_t)s.data[at - 1];
    return utf8_decode(s, utf8_back(s, at), &size);
}

static inline uint32_t char_at(Str s, size_t at) {
    size_t size;
    if (at >= s.len)
        return ' ';
    return (uint8_t)s.data[at] < 0x80 ? (uint8_t)s.data[at] : utf8_decode(s, at, &size);
}

static bool is_alphabet_letter(uint32_t c) {
    if (c < 0x80)
        return c >= 'a' && c <= 'z'; /* the text is folded */
    return text_is_letter(c) && !text_is_cjk(c);
}

static bool is_numeral(uint32_t c) {
    return c == 0xB9CC || c == 0xC5B5 || c == 0xC870 || c == 0xCC9C || c == 0xBC31; /* 만 억 조 천 백 */
}

/* "125만원", "3천만개": what is counted is written to the numeral. */
static bool follows_numeral(Str s, size_t at) {
    uint32_t c = ' ';
    for (int i = 0; i < NUMERALS_MAX && is_numeral(c = char_before(s, at)); i++)
        at = utf8_back(s, at);
    return c >= '0' && c <= '9';
}

static bool begins_word(Str s, size_t at) {
    uint32_t first = char_at(s, at);
    if (text_is_ideograph(first)) /* written without blanks: each may begin a word */
        return true;
    uint32_t before = char_before(s, at);
    if (is_alphabet_letter(first))
        return !is_alphabet_letter(before);
    if (text_is_cjk(first)) /* Hangul words are written apart */
        return !(text_is_cjk(before) && !text_is_ideograph(before)) || follows_numeral(s, at);
    return !(first >= '0' && first <= '9' && before >= '0' && before <= '9');
}

/* "Facture A-1201": a single letter before figures is part of a code, not "facture à". */
static bool opens_code(Str s, size_t at) {
    size_t figure = at + (at < s.len && s.data[at] == '-');
    return figure < s.len && s.data[figure] >= '0' && s.data[figure] <= '9' && !is_alphabet_letter(char_before(s, at - 1));
}

/* A Hangul word of one syllable begins many others ("월요일", "개월"): only particles follow it. */
static bool begins_another(Str s, size_t from, size_t at) {
    return at - from == 3 && (uint8_t)s.data[from] >= 0xEA && hangul_at(s, from) && !hangul_word_ends(s, at);
}

static bool ends_word(Str s, size_t from, size_t at) {
    uint32_t last = char_before(s, at), after = char_at(s, at);
    if (begins_another(s, from, at))
        return false;
    if (last >= 'a' && last <= 'z')
        return !is_alphabet_letter(after) && !opens_code(s, at);
    if (is_alphabet_letter(last))
        return !is_alphabet_letter(after);
    return !(last >= '0' && last <= '9' && after >= '0' && after <= '9');
}

typedef struct Best {
    size_t from;
    size_t to[LEX_GROUP_COUNT];
    uint32_t node[LEX_GROUP_COUNT];
    unsigned found; /* LEX_BITs */
} Best;

static void remember(const Lexicon *lexicon, uint32_t node, size_t to, unsigned groups, Best *best) {
    const Node *n = &lexicon->trie.nodes[node];
    for (uint16_t i = 0; i < n->entries; i++) {
        unsigned group = lexicon->trie.entries[n->first_entry + i].group;
        if (!(groups & LEX_BIT(group)) || (best->found & LEX_BIT(group) && best->to[group] >= to))
            continue;
        best->found |= LEX_BIT(group);
        best->to[group] = to;
        best->node[group] = node;
    }
}

/* The rest of the word that goes on at `at`: letters of the same kind. Ideographs make no words that a star could end. */
static size_t word_end(Str s, size_t at) {
    uint32_t last = char_before(s, at);
    bool cjk = text_is_cjk(last);
    if (text_is_ideograph(last))
        return at;
    for (size_t size; at < s.len; at += size) {
        uint32_t c = utf8_decode(s, at, &size);
        if (!text_is_letter(c) || text_is_ideograph(c) || text_is_cjk(c) != cjk)
            break;
    }
    return at;
}

/* Where the matcher stands: at a byte of the text and a node of the trie. */
typedef struct Way {
    uint32_t node;
    size_t at, word; /* where the word that it is in begins */
    bool joined;     /* two words of the phrase stand as one */
} Way;

/* Two words written as one are found only where that is no short word by itself: "PurchaseUnit", and the letters of "s.o."
 * as "so", but not "so no" in Italian "sono" or "not a" in Portuguese "nota". */
static bool is_short_word(const Way *way, size_t from) {
    return way->joined && way->at - from <= JOINED_SHORT;
}

static Way next_word(Str s, Way way, uint32_t separator) {
    size_t next = way.at;
    while (next < s.len && next - way.at < SEPARATORS_MAX && trie_is_separator(s.data[next]))
        next++;
    bool joins = next == way.at && way.at - way.word >= 2 && is_alphabet_letter(char_at(s, next));
    return (Way){separator, next, next, way.joined || joins};
}

/* Walks on; deterministic but for the two ways on at a separator or a star. */
static void walk(const Lexicon *lexicon, Str s, Way way, unsigned groups, Best *best) {
    for (;;) {
        const Node *n = &lexicon->trie.nodes[way.node];
        if (!(n->groups & groups))
            return;
        if (n->entries && !is_short_word(&way, best->from) && ends_word(s, best->from, way.at))
            remember(lexicon, way.node, way.at, groups, best);
        if (n->star)
            walk(lexicon, s, (Way){node_star(n), word_end(s, way.at), way.word, way.joined}, groups, best);
        if (n->separator)
            walk(lexicon, s, next_word(s, way, node_separator(n)), groups, best);
        if (way.at >= s.len || !n->edges)
            return;
        way.node = step(lexicon, way.node, (uint8_t)s.data[way.at]);
        if (!way.node)
            return;
        way.at++;
    }
}

static bool best_at(const Lexicon *lexicon, Str s, size_t at, unsigned groups, Best *best) {
    uint32_t node = lexicon->root[(uint8_t)s.data[at]];
    best->found = 0;
    best->from = at;
    if (!node || !(lexicon->trie.nodes[node].groups & groups) || !begins_word(s, at))
        return false;
    walk(lexicon, s, (Way){node, at + 1, at, false}, groups, best);
    return best->found != 0;
}

static void put_hits(const Lexicon *lexicon, Arena *arena, const Best *best, size_t from, Hits *out) {
    for (unsigned group = 0; group < LEX_GROUP_COUNT; group++) {
        if (!(best->found & LEX_BIT(group)))
            continue;
        const Node *node = &lexicon->trie.nodes[best->node[group]];
        for (uint16_t i = 0; i < node->entries; i++) {
            const Entry *entry = &lexicon->trie.entries[node->first_entry + i];
            if (entry->group == group)
                *VEC_PUSH(arena, out) = (Hit){from, best->to[group], (LexGroup)group, entry->key, entry->languages};
        }
    }
}

/* ---- texts that were scanned as a whole ---- */

#define MARKED_GROUPS (((1u << LEX_GROUP_COUNT) - 1) & ~LEX_BIT(LEX_KIND))

void lexicon_mark(const Lexicon *lexicon, Arena *arena, Text *text) {
    HitList *marks = ARENA_NEW(arena, HitList);
    text->marks = NULL;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, MARKED_GROUPS, &marks->hits);
    text->marks = marks;
}

static size_t first_mark(const Hits *hits, size_t from) {
    size_t low = 0, high = hits->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hits->items[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A hit that goes on behind the range may hold a shorter one: "dMOC" at the end of a cell, before "licences". */
static void put_marks(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, unsigned groups,
                      Hits *out) {
    const Hits *hits = &text->marks->hits;
    Best best;
    for (size_t i = first_mark(hits, from); i < hits->len && hits->items[i].from < to; i++) {
        const Hit *hit = &hits->items[i];
        if (!(groups & LEX_BIT(hit->group)))
            continue;
        bool again = i > 0 && hits->items[i - 1].from == hit->from && hits->items[i - 1].group == hit->group;
        if (hit->to <= to)
            *VEC_PUSH(arena, out) = *hit;
        else if (!again && best_at(lexicon, str_sub(text->folded, 0, to), hit->from, LEX_BIT(hit->group), &best))
            put_hits(lexicon, arena, &best, hit->from, out);
    }
}

void lexicon_scan(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, unsigned groups,
                  Hits *out) {
    if (text->marks && !(groups & ~MARKED_GROUPS)) {
        put_marks(lexicon, arena, text, from, to, groups, out);
        return;
    }
    Str s = str_sub(text->folded, 0, to);
    Best best;
    for (size_t at = from; at < s.len; at++)
        if (((uint8_t)s.data[at] & 0xC0) != 0x80 && best_at(lexicon, s, at, groups, &best))
            put_hits(lexicon, arena, &best, at, out);
}

bool lexicon_at(const Lexicon *lexicon, Str folded, size_t at, LexGroup group, Hit *out) {
    Best best;
    if (at >= folded.len || !best_at(lexicon, folded, at, LEX_BIT(group), &best))
        return false;
    const Node *node = &lexicon->trie.nodes[best.node[group]];
    for (uint16_t i = 0; i < node->entries; i++) {
        const Entry *entry = &lexicon->trie.entries[node->first_entry + i];
        if (entry->group == group) {
            *out = (Hit){at, best.to[group], group, entry->key, entry->languages};
            return true;
        }
    }
    return false;
}

bool lexicon_whole(const Lexicon *lexicon, Arena *arena, Str raw, LexGroup group, Hits *out) {
    static const char edge[] = " :#.*\t\n";
    Str s = text_folded(arena, str_trim(raw));
    size_t from = 0, to = s.len;
    while (from < to && strchr(edge, s.data[from]))
        from++;
    for (;; to--) { /* "Invoice #" is a phrase of its own, "Month:" is not: try each way of cutting the end */
        Best best;
        if (from < to && best_at(lexicon, str_sub(s, 0, to), from, LEX_BIT(group), &best) && best.to[group] == to) {
            put_hits(lexicon, arena, &best, from, out);
            return true;
        }
        if (to <= from || !strchr(edge, s.data[to - 1]))
            return false;
    }
}

Str lexicon_key(const Lexicon *lexicon, LexGroup group, int key) {
    return str_of(lexicon->keys[group]->pdata[key]);
}

int lexicon_key_index(const Lexicon *lexicon, LexGroup group, Str word) {
    char small[LEX_WORD_MAX + 1];
    if (word.len >= sizeof small)
        return -1;
    memcpy(small, word.data, word.len);
    small[word.len] = '\0';
    return GPOINTER_TO_INT(g_hash_table_lookup(lexicon->index[group], small)) - 1;
}
