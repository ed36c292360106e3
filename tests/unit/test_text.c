#include "base/utf8.h"
#include "parsers/text.h"
#include "value_fixture.h"

static const struct {
    const char *about;
    Str raw, want;
} folds[] = {
    {"nothing", {"", 0}, {"", 0}},
    {"case and accents", {"Année ÉTÉ", 12}, {"annee ete", 9}},
    {"NUL is a blank", {"a\0b", 3}, {"a b", 3}},
    {"controls are blanks", {"a\x01\x7F" "b", 4}, {"a  b", 4}},
};

static const struct {
    const char *about, *raw, *want;
} cases[] = {
    {"ligatures", "œuvre Æ ß ﬁn ﬂ ﬀ oﬃce ﬄ", "oeuvre ae ss fin fl ff office ffl"},
    {"number signs", "№ 5, Nº 5, N° 5", "n° 5, n° 5, n° 5"},
    {"full width", "ＫＰＩ：１２３，４５", "kpi:123,45"},
    {"half-width kana", "ﾃﾞｰﾀ ﾊﾟｽ", "データ パス"},
    {"decomposed kana", "か\u3099 ハ\u309A", "が パ"},
    {"a voicing mark with nothing to join", "a\u3099\uFF9E", "a"},
    {"a voicing mark behind two letters that were one", "カ…\uFF9E", "カ..."},
    {"decomposed Hangul", "\u1109\u1169\u11BC\u110C\u1161\u11BC \u1100\u1161", "송장 가"},
    {"a vowel with nothing to join", "a\u1161", "a\u1161"},
    {"decomposed й", "Ми\u0306 Й", "мй й"},
    {"decomposed accents", "e\u0301te\u0301", "ete"},
    {"ё is typed as е", "счёт е\u0308", "счет е"},
    {"radicals for ideographs", "2024年3⽉5⽇ 第1⻚ ⾦額 \uF98E ⺀ \uFA6C", "2024年3月5日 第1页 金額 年 ⺀ \uFA6C"},
    {"digits of any script", "٣٤ ۵ १२ \U0001D7D9\U0001D7E8", "34 5 12 16"},
    {"superscripts and circles stay", "25² ①", "25² ①"},
    {"dashes", "a‐b‑c‒d–e—f―g−h－i", "a-b-c-d-e-f-g-h-i"},
    {"apostrophes", "a’b‘c´d`eʼf′g", "a'b'c'd'e'f'g"},
    {"quotes", "«a» “b” „c‟", "\"a\" \"b\" \"c\""},
    {"blanks", "a\u00A0b\u202Fc\u2009d\u3000e", "a b c d  e"},
    {"tab and newline stay", "a\tb\nc", "a\tb\nc"},
    {"line ends", "a\r\nb\rc\u2028d\xC2\x85" "e\ff", "a\nb\nc\nd\ne\nf"},
    {"CR at the end", "a\r", "a\n"},
    {"invisible marks", "1\u200B2\u200F3\u202E4\u2066" "5\uFEFF6\u00AD7\uFE0F8", "12345678"},
    {"width variants of signs", "￥￦￡", "¥₩£"},
    {"bytes that are none", "a\xFF\xC3(", "a\uFFFD\uFFFD("},
    {"a sequence cut off", "a\xE2\x82", "a\uFFFD\uFFFD"},
    {"letters that grow", "Ⱥ", "ⱥ"},
    {"dotless", "İı", "ii"},
    {"Latin letters without a decomposition", "Łódź Øre Đ", "lodz ore d"},
    {"times", "25×", "25x"},
    {"times behind a word", "dMOC×25", "dmoc x25"},
    {"comma between words", "KPI 25，12500元", "kpi 25, 12500元"},
    {"comma of full width in a number", "１２，５００", "12,500"},
    {"comma typed in a number", "金额：12，500元", "金额:12,500元"},
    {"comma with cents", "共12，500.00元", "共12,500.00元"},
    {"comma of a list", "10、11、12", "10, 11, 12"},
    {"stroke between values", "A-1／2020年／dMOC", "a-1 / 2020年 / dmoc"},
    {"stroke of full width in a date", "２０２０／０１", "2020/01"},
    {"quotes and brackets", "「A」【B】〔C〕", "\"a\"[b](c)"},
};

static void expect_fold(Arena *arena, const char *about, Str raw, Str want) {
    Text text;
    Str in = exact(raw);
    text_fold(arena, in, &text);
    cr_expect(str_eq(text.folded, want), "%s: %.*s", about, STR_ARG(text.folded));
    free((char *)in.data);
}

Test(text, folding) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(folds); i++)
        expect_fold(arena, folds[i].about, folds[i].raw, folds[i].want);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        expect_fold(arena, cases[i].about, str_of(cases[i].raw), str_of(cases[i].want));
    arena_free(&arena);
}

static const struct {
    const char *about, *raw, *word, *want; /* the raw text behind `word` of the folded one */
} ways_back[] = {
    {"plain", "Facture No. RX-77", "rx-77", "RX-77"},
    {"accents", "l’année 2020", "annee", "année"},
    {"blanks at the ends", "a\u00A0 25 \u00A0b", " 25 ", "25"},
    {"a mark inside stays", "RX\u200B-77 x", "rx-77", "RX\u200B-77"},
    {"marks behind go", "RX-77\u200E\u202C\uFEFF x", "rx-77", "RX-77"},
    {"a combining mark belongs to its letter", "cafe\u0301 x", "cafe", "cafe\u0301"},
    {"joined kana", "ﾃﾞｰﾀ!", "デ", "ﾃﾞ"},
    {"letters that became two", "cœur", "coeur", "cœur"},
    {"CRLF", "a\r\nb", "a\nb", "a\r\nb"},
};

Test(text, way_back) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(ways_back); i++) {
        Text text;
        text_fold(arena, str_of(ways_back[i].raw), &text);
        ptrdiff_t at = str_find(text.folded, str_of(ways_back[i].word));
        cr_assert(at >= 0, "%s", ways_back[i].about);
        Str raw = text_raw(&text, (size_t)at, (size_t)at + strlen(ways_back[i].word));
        cr_expect(str_eq_cstr(raw, ways_back[i].want), "%s: %.*s", ways_back[i].about, STR_ARG(raw));
    }
    arena_free(&arena);
}

/* Blanks and marks that str_trim() leaves at the ends of a text but the fold drops. */
static Str bare(Str s) {
    for (size_t before = s.len + 1; before != s.len;) {
        static const char *const gone[] = {"\u200E", "\u202E", "\u00AD", "\uFE0F", "\u200B", "\uFEFF"};
        before = s.len;
        s = str_trim(s);
        for (size_t i = 0; i < G_N_ELEMENTS(gone); i++)
            if (str_ends(s, str_of(gone[i])))
                s.len -= strlen(gone[i]);
    }
    return s;
}

static void check_map(const Text *text) {
    cr_assert_eq(text->map[text->folded.len], text->raw.len);
    for (size_t i = 0; i < text->folded.len; i++) {
        size_t size;
        cr_assert(text->map[i] <= text->map[i + 1]);
        cr_assert(text->map[i] < text->raw.len);
        utf8_decode(text->raw, text->map[i], &size);
        cr_assert(text->map[i] + size <= text->raw.len);
    }
}

Test(text, map) {
    Arena *arena = arena_new();
    uint64_t seed = 20200115;
    for (int round = 0; round < 3000; round++) {
        arena_clear(arena);
        Text text, again;
        Str raw = exact(random_text(arena, &seed, 1 + next_random(&seed) % 24));
        text_fold(arena, raw, &text);
        check_map(&text);
        cr_assert(utf8_valid(text.folded));
        if (text.map[0] == 0) {
            Str whole = text_raw(&text, 0, text.folded.len);
            cr_assert(str_eq(whole, bare(raw)), "round %d", round);
        }
        text_fold(arena, text.folded, &again); /* folded text is at rest */
        cr_assert(str_eq(again.folded, text.folded), "round %d: %.*s", round, STR_ARG(text.folded));
        free((char *)raw.data);
    }
    arena_free(&arena);
}

/* Memory follows the text: a letter takes its folded bytes and four times that for the way back; of bytes that are none that is
 * found out when room was made for text already. */
Test(text, memory) {
    static const char *const letters[] = {"a", "é", "日", "\xFF"};
    static const size_t bytes[] = {1, 2, 3, 4}; /* at most, folded */
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
        Buf buf = {.arena = arena};
        for (size_t n = 0; n < 100000; n++)
            buf_add(&buf, str_of(letters[i]));
        Str raw = exact(buf_str(&buf));
        arena_clear(arena);
        Text text;
        text_fold(arena, raw, &text);
        cr_expect(arena_used(arena) <= 100000 * bytes[i] * 5 + 64, "%s: %zu", letters[i], arena_used(arena));
        arena_clear(arena);
        free((char *)raw.data);
    }
    arena_free(&arena);
}

/* Plain text is folded eight bytes at a time: each byte at each place among others folds as it does alone. */
Test(text, folds_each_byte_in_line) {
    Arena *arena = arena_new();
    for (int byte = 0; byte < 0x80; byte++)
        for (size_t place = 0; place < 20; place++) {
            Text text, alone;
            char one = (char)byte, bytes[20];
            memset(bytes, 'Q', sizeof bytes);
            bytes[place] = one;
            text_fold(arena, (Str){&one, 1}, &alone);
            text_fold(arena, (Str){bytes, sizeof bytes}, &text);
            cr_assert_eq(alone.folded.len, 1);
            cr_assert_eq(text.folded.len, sizeof bytes);
            for (size_t i = 0; i < sizeof bytes; i++) {
                cr_assert_eq(text.folded.data[i], i == place ? alone.folded.data[0] : 'q', "%d at %zu", byte, place);
                cr_assert_eq(text.map[i], i, "%d at %zu", byte, place);
            }
        }
    arena_free(&arena);
}
