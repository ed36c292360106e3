#include "parsers/lexicon.h"

#include "base/utf8.h"
#include "parsers/hangul.h"
#include "parsers/lexicon_data.h"
#include "base/banned.h"

#define SEPARATORS_MAX 3
#define NUMERALS_MAX 4 /* in a row */
#define JOINED_SHORT 4 /* bytes */

/* ---- matching ---- */

#define EACH(byte) (0x0101010101010101u * (byte))

#define EDGES_STEP 8u

/* Which of the edges of a node, in order, has this byte; -1: none. Eight are looked at in one step: where they agree a zero is left. */
static inline int edge_of(const uint8_t *edges, unsigned count, uint8_t byte) {
    uint64_t eight;
    unsigned first = 0;
    while (first + EDGES_STEP < count && edges[first + EDGES_STEP] <= byte)
        first += EDGES_STEP;
    memcpy(&eight, edges + first, sizeof eight);
    eight = GUINT64_FROM_LE(eight) ^ EACH((uint64_t)byte);
    uint64_t zeros = (eight - EACH(1u)) & ~eight & EACH(0x80u); /* the lowest is right; what lies above may be a borrow */
    if (!zeros)
        return -1;
    unsigned found = first + (unsigned)__builtin_ctzll(zeros) / 8;
    return found < count ? (int)found : -1;
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

static inline bool is_small_ascii(uint32_t c) {
    return c >= 'a' && c <= 'z';
}

static inline bool is_alphabet_letter(uint32_t c) {
    if (c < 0x80)
        return is_small_ascii(c); /* the text is folded */
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

/* What a character is for the beginning of words. */
typedef enum CharClass { CHAR_OTHER, CHAR_DIGIT, CHAR_LETTER, CHAR_HANGUL, CHAR_IDEOGRAPH } CharClass;

static inline CharClass class_of(uint32_t c) {
    if (c < 0x80)
        return is_small_ascii(c) ? CHAR_LETTER : c >= '0' && c <= '9' ? CHAR_DIGIT : CHAR_OTHER; /* the text is folded */
    if (text_is_cjk(c))
        return text_is_ideograph(c) ? CHAR_IDEOGRAPH : CHAR_HANGUL;
    return text_is_letter(c) ? CHAR_LETTER : CHAR_OTHER;
}

/* May a word begin at `at` with a character of the class `first`, behind one of the class `before`? */
static inline bool begins_word(Str s, size_t at, CharClass first, CharClass before) {
    switch (first) {
    case CHAR_IDEOGRAPH: return true; /* written without blanks: each may begin a word */
    case CHAR_HANGUL: return before != CHAR_HANGUL || follows_numeral(s, at); /* words are written apart */
    case CHAR_LETTER:
    case CHAR_DIGIT: return first != before;
    default: return true;
    }
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

/* What all ways of a walk share. */
typedef struct Walk {
    const Trie *trie;
    Str s;
    unsigned groups;
    Best *best;
} Walk;

static void remember(const Walk *walk, uint32_t at, Node node, size_t to) {
    Best *best = walk->best;
    const Entry *entry = walk->trie->entries + trie_first_entry(walk->trie->nodes + at, node);
    for (unsigned i = 0; i < node.entries; i++, entry++) {
        unsigned group = entry->group;
        if (!(walk->groups & LEX_BIT(group)) || (best->found & LEX_BIT(group) && best->to[group] >= to))
            continue;
        best->found |= LEX_BIT(group);
        best->to[group] = to;
        best->node[group] = at;
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

static inline size_t separators_end(Str s, size_t at) {
    size_t end = at;
    while (end < s.len && end - at < SEPARATORS_MAX && trie_is_separator(s.data[end]))
        end++;
    return end;
}

static inline void pass_separator(Str s, Way *way) {
    size_t next = separators_end(s, way->at);
    if (next == way->at && next - way->word >= 2 && !way->joined)
        way->joined = is_alphabet_letter(char_at(s, next));
    way->at = way->word = next;
}

/* Passes the run of a node; false when the text goes on otherwise. */
static inline bool pass_run(Str s, const uint8_t *run, unsigned length, Way *way) {
    for (const uint8_t *end = run + length; run < end; run++) {
        if (*run < TRIE_STAR) {
            if (way->at >= s.len || (uint8_t)s.data[way->at] != *run)
                return false;
            way->at++;
        } else if (*run == TRIE_SEPARATOR) {
            pass_separator(s, way);
        } else {
            way->at = word_end(s, way->at);
        }
    }
    return true;
}

/* Most words that a phrase could go on with are not there: seen at the first byte, before anything is begun. */
static inline bool leads_on(const Walk *walk, uint32_t child, size_t at) {
    const uint8_t *place = walk->trie->nodes + child, *symbols = trie_symbols(place);
    Node node = trie_node(place);
    if (!(node.groups & walk->groups))
        return false;
    if (node.run ? symbols[0] >= TRIE_STAR : node.ways || node.entries)
        return true;
    if (at >= walk->s.len)
        return false;
    uint8_t byte = (uint8_t)walk->s.data[at];
    return node.run ? symbols[0] == byte : edge_of(symbols, node.edges, byte) >= 0;
}

/* Walks on; deterministic but for the two ways on at a separator or a star. */
static void walk_on(const Walk *walk, Way way) {
    const uint8_t *nodes = walk->trie->nodes;
    Str s = walk->s;
    for (;;) {
        const uint8_t *place = nodes + way.node, *symbols = trie_symbols(place);
        Node node = trie_node(place);
        if (!(node.groups & walk->groups) || !pass_run(s, symbols, node.run, &way))
            return;
        if (node.entries && !is_short_word(&way, walk->best->from) && ends_word(s, walk->best->from, way.at))
            remember(walk, way.node, node, way.at);
        const uint8_t *links = trie_links(place, node);
        if (node.ways) {
            const uint8_t *beside = links + node.edges * sizeof(uint32_t);
            if (node.ways & TRIE_WAY_STAR) {
                walk_on(walk, (Way){trie_number(beside), word_end(s, way.at), way.word, way.joined});
                beside += sizeof(uint32_t);
            }
            if (node.ways & TRIE_WAY_SEPARATOR && leads_on(walk, trie_number(beside), separators_end(s, way.at))) {
                Way word = {trie_number(beside), way.at, way.word, way.joined};
                pass_separator(s, &word);
                walk_on(walk, word);
            }
        }
        int edge = way.at < s.len ? edge_of(symbols + node.run, node.edges, (uint8_t)s.data[way.at]) : -1;
        if (edge < 0)
            return;
        way.node = trie_number(links + (size_t)edge * sizeof(uint32_t));
        way.at++;
    }
}

/* The groups of phrases that may begin at `at`, by their heads. */
static inline unsigned groups_at(const Lexicon *lexicon, Str s, size_t at) {
    const uint8_t *text = (const uint8_t *)s.data + at;
    size_t left = s.len - at;
    uint64_t bytes = 0;
    if (left >= sizeof bytes)
        memcpy(&bytes, text, sizeof bytes);
    else
        memcpy(&bytes, text, left);
    bytes = GUINT64_FROM_LE(bytes);
    unsigned groups = 0, step = lexicon_head_step(*text), most = lexicon_head_most(step);
    for (unsigned length = step; length <= most; length += step)
        groups |= lexicon->heads[lexicon_head_hash(bytes, length)];
    unsigned letters = lexicon_head_letters(bytes, step);
    return letters && letters < most ? groups | lexicon->heads[lexicon_head_hash(bytes, letters) ^ LEX_HEAD_CLOSED] : groups;
}

/* The longest phrases that begin at `at`, where a word does. */
static bool best_from(const Lexicon *lexicon, Str s, size_t at, unsigned groups, Best *best) {
    Walk walk = {&lexicon->trie, s, groups, best};
    best->found = 0;
    best->from = at;
    uint32_t node = lexicon->root[(uint8_t)s.data[at]];
    if (node) /* a head may have the hash of another */
        walk_on(&walk, (Way){node, at + 1, at, false});
    return best->found != 0;
}

static bool best_at(const Lexicon *lexicon, Str s, size_t at, unsigned groups, Best *best) {
    groups &= groups_at(lexicon, s, at);
    return groups && begins_word(s, at, class_of(char_at(s, at)), class_of(char_before(s, at))) && best_from(lexicon, s, at, groups, best);
}

static void put_hits(const Lexicon *lexicon, Arena *arena, const Best *best, size_t from, Hits *out) {
    for (unsigned found = best->found, group; found; found &= found - 1) {
        group = (unsigned)__builtin_ctz(found);
        const uint8_t *place = lexicon->trie.nodes + best->node[group];
        Node node = trie_node(place);
        const Entry *entry = lexicon->trie.entries + trie_first_entry(place, node);
        for (unsigned i = 0; i < node.entries; i++, entry++)
            if (entry->group == group)
                *VEC_PUSH(arena, out) = (Hit){from, best->to[group], (LexGroup)group, entry->key, entry->languages};
    }
}

/* ---- texts that were scanned as a whole ---- */

#define ALL_GROUPS ((1u << LEX_GROUP_COUNT) - 1)

static void index_marks(Arena *arena, size_t len, HitList *marks) {
    size_t blocks = len / HIT_BLOCK + 1;
    const Hits *hits = &marks->hits;
    marks->len = len;
    marks->first = ARENA_ARRAY(arena, uint32_t, blocks);
    marks->begins = ARENA_ARRAY(arena, uint16_t, len + 1);
    for (size_t block = 0, hit = 0; block < blocks; block++) {
        for (; hit < hits->len && hits->items[hit].from < block * HIT_BLOCK; hit++) {
        }
        marks->first[block] = (uint32_t)hit;
    }
    for (size_t i = 0; i < hits->len; i++) {
        marks->begins[hits->items[i].from] |= (uint16_t)LEX_BIT(hits->items[i].group);
        marks->groups |= LEX_BIT(hits->items[i].group);
    }
}

void lexicon_mark(const Lexicon *lexicon, Arena *arena, Text *text) {
    HitList *marks = ARENA_NEW(arena, HitList);
    text->marks = NULL;
    text->part = 0;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, ALL_GROUPS, &marks->hits);
    index_marks(arena, text->folded.len, marks);
    text->marks = marks;
}

/* The first hit of a group that begins at text->folded[at]; NULL: none does. */
static inline const Hit *mark_at(const Text *text, size_t at, LexGroup group) {
    const HitList *marks = text->marks;
    size_t place = text->part + at;
    if (!(marks->begins[place] & LEX_BIT(group)))
        return NULL;
    const Hit *mark = marks_from(marks, place);
    while (mark->group != group)
        mark++;
    return mark;
}

/* The hit, told from where this part of the marked text begins. */
static inline Hit hit_in(const Text *text, const Hit *mark) {
    return (Hit){mark->from - text->part, mark->to - text->part, mark->group, mark->key, mark->languages};
}

/* A hit that goes on behind the range may hold a shorter one: "dMOC" at the end of a cell, before "licences". */
static void put_marks(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, unsigned groups,
                      Hits *out) {
    Best best;
    if (from >= to || !(groups & text->marks->groups))
        return;
    const Hit *mark = marks_from(text->marks, text->part + from), *end = marks_end(text->marks);
    for (; mark < end && mark->from < text->part + to; mark++) {
        if (!(groups & LEX_BIT(mark->group)))
            continue;
        bool again = mark > text->marks->hits.items && mark[-1].from == mark->from && mark[-1].group == mark->group;
        Hit hit = hit_in(text, mark);
        if (hit.to <= to)
            *VEC_PUSH(arena, out) = hit;
        else if (!again && best_at(lexicon, str_sub(text->folded, 0, to), hit.from, LEX_BIT(hit.group), &best))
            put_hits(lexicon, arena, &best, hit.from, out);
    }
}

void lexicon_scan(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, unsigned groups,
                  Hits *out) {
    if (text->marks) {
        put_marks(lexicon, arena, text, from, MIN(to, text->folded.len), groups, out);
        return;
    }
    Str s = str_sub(text->folded, 0, to);
    Best best;
    CharClass before = from < s.len ? class_of(char_before(s, from)) : CHAR_OTHER, first;
    for (size_t at = from, size; at < s.len; at += size, before = first) {
        first = class_of(utf8_decode(s, at, &size));
        if (lexicon->root[(uint8_t)s.data[at]] && begins_word(s, at, first, before)) {
            unsigned here = groups & groups_at(lexicon, s, at);
            if (here && best_from(lexicon, s, at, here, &best))
                put_hits(lexicon, arena, &best, at, out);
        }
        while (first == CHAR_LETTER && at + size < s.len && is_small_ascii((uint8_t)s.data[at + size]))
            size++; /* no word begins within one */
    }
}

bool lexicon_at(const Lexicon *lexicon, Str folded, size_t at, LexGroup group, Hit *out) {
    Best best;
    if (at >= folded.len || !best_at(lexicon, folded, at, LEX_BIT(group), &best))
        return false;
    const uint8_t *place = lexicon->trie.nodes + best.node[group];
    Node node = trie_node(place);
    const Entry *entry = lexicon->trie.entries + trie_first_entry(place, node);
    for (unsigned i = 0; i < node.entries; i++, entry++) {
        if (entry->group == group) {
            *out = (Hit){at, best.to[group], group, entry->key, entry->languages};
            return true;
        }
    }
    return false;
}

bool lexicon_in(const Lexicon *lexicon, const Text *text, size_t to, size_t at, LexGroup group, Hit *out) {
    Str s = str_sub(text->folded, 0, to);
    if (at >= s.len)
        return false;
    if (!text->marks || !text_parts_at(text, s.len))
        return lexicon_at(lexicon, s, at, group, out);
    const Hit *mark = mark_at(text, at, group);
    if (!mark)
        return false;
    *out = hit_in(text, mark);
    return out->to <= s.len || lexicon_at(lexicon, s, at, group, out);
}

/* Is folded[from, to) a phrase of the group? Its keys go to `out`. */
static bool put_phrase(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, LexGroup group, Hits *out) {
    bool marked = text->marks && text_parts_at(text, to);
    const Hit *mark = marked ? mark_at(text, from, group) : NULL;
    size_t end = mark ? mark->to - text->part : 0;
    Best best;
    if (marked && end < to)
        return false;
    if (marked && end == to) {
        for (size_t place = mark->from; mark < marks_end(text->marks) && mark->from == place; mark++)
            if (mark->group == group)
                *VEC_PUSH(arena, out) = hit_in(text, mark);
        return true;
    }
    if (!best_at(lexicon, str_sub(text->folded, 0, to), from, LEX_BIT(group), &best) || best.to[group] != to)
        return false;
    put_hits(lexicon, arena, &best, from, out);
    return true;
}

/* What may stand around a phrase that is all of a cell. */
static inline bool is_edge(char c) {
    return c == ' ' || c == ':' || c == '#' || c == '.' || c == '*' || c == '\t' || c == '\n';
}

bool lexicon_whole_in(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, LexGroup group, Hits *out) {
    Str s = text->folded;
    while (from < to && is_edge(s.data[from]))
        from++;
    for (; from < to; to--) { /* "Invoice #" is a phrase of its own, "Month:" is not: try each way of cutting the end */
        if (put_phrase(lexicon, arena, text, from, to, group, out))
            return true;
        if (!is_edge(s.data[to - 1]))
            break;
    }
    return false;
}

bool lexicon_whole(const Lexicon *lexicon, Arena *arena, Str raw, LexGroup group, Hits *out) {
    Text text;
    text_fold(arena, str_trim(raw), &text);
    return lexicon_whole_in(lexicon, arena, &text, 0, text.folded.len, group, out);
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
