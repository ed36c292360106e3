/* How phrases are found. The words of the tree's own files are test_lexicon_data.c's. */
#include <glib/gstdio.h>

#include "value_fixture.h"

static char folder[64] = "/tmp/test-lexicon-XXXXXX";

static char *file_of(Language language) {
    return g_strdup_printf("%s/%s.ini", folder, language_word(language));
}

static void write_file(Language language, const char *text) {
    g_autofree char *path = file_of(language);
    cr_assert(g_file_set_contents(path, text, -1, NULL));
}

/* All eleven files are there, empty but for what a test writes. */
static void folder_make(void) {
    cr_assert(g_mkdtemp(folder));
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        write_file((Language)i, "");
}

static void folder_remove(void) {
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    if (dir)
        g_dir_close(dir);
    g_rmdir(folder);
}

static Lexicon *load(void) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_load(folder, &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
    return lexicon;
}

static const char english[] =
    "[label]\n"
    "purchase_units = purchase unit;units;Stück\n"
    "invoice_number = n° de facture;invoice no.;invoice #;facture n°;счет*;송장*;番号*\n"
    "month = month;월\n"
    "year = 年\n"
    "revenue_value = net amount;amount;sign $\n"
    "[cue]\n"
    "net = net;h.t.;net amount\n"
    "kpi = kpi\n"
    "[type]\n"
    "dmoc = dMOC;digital MOC\n"
    "moc = MOC\n"
    "[kind.invoice]\n"
    "title = invoice\n";

/* "label:purchase_units" over "PurchaseUnit", parted by blanks, in the order of the text. */
static Str hits_str(const Lexicon *lexicon, Arena *arena, Str text, const Hits *hits) {
    static const char *const groups[] = {"label", "month", "type", "unit", "currency", "cue", "relative", "number", "mail", "intent",
                                         "language", "country", "kind"};
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < hits->len; i++) {
        const Hit *hit = &hits->items[i];
        Str key = lexicon_key(lexicon, hit->group, hit->key), word = str_sub(text, hit->from, hit->to);
        buf_printf(&buf, "%s%s:%.*s<%.*s>", i ? " " : "", groups[hit->group], STR_ARG(key), STR_ARG(word));
    }
    return buf_str(&buf);
}

static const struct {
    const char *about, *text;
    unsigned groups;
    const char *want;
} scans[] = {
    {"nothing", "", LEX_BIT(LEX_LABEL), ""},
    {"words", "the units here", LEX_BIT(LEX_LABEL), "label:purchase_units<units>"},
    {"no separator", "PurchaseUnit", LEX_BIT(LEX_LABEL), "label:purchase_units<purchaseunit>"},
    {"other separators", "purchase_unit purchase - unit", LEX_BIT(LEX_LABEL),
     "label:purchase_units<purchase_unit> label:purchase_units<purchase - unit>"},
    {"too many separators", "purchase    unit", LEX_BIT(LEX_LABEL), ""},
    {"over a line end", "purchase\nunit", LEX_BIT(LEX_LABEL), "label:purchase_units<purchase\nunit>"},
    {"letters before", "xunits", LEX_BIT(LEX_LABEL), ""},
    {"letters behind", "unitsx", LEX_BIT(LEX_LABEL), ""},
    {"digits beside", "25units4 25dMOC KPI25", LEX_BIT(LEX_LABEL) | LEX_BIT(LEX_TYPE) | LEX_BIT(LEX_CUE),
     "label:purchase_units<units> type:dmoc<dmoc> cue:kpi<kpi>"},
    {"ideographs beside", "送units年", LEX_BIT(LEX_LABEL), "label:purchase_units<units> label:year<年>"},
    {"ideographs touch each other", "昨年度", LEX_BIT(LEX_LABEL), "label:year<年>"},
    {"Korean particles", "월은 일월", LEX_BIT(LEX_LABEL), "label:month<월>"},
    {"accents", "STUCK", LEX_BIT(LEX_LABEL), "label:purchase_units<stuck>"},
    {"n° as no", "No de facture", LEX_BIT(LEX_LABEL), "label:invoice_number<no de facture>"},
    {"n° as №", "№ de facture", LEX_BIT(LEX_LABEL), "label:invoice_number<n° de facture>"},
    {"dots are optional", "ht h.t h.t.", LEX_BIT(LEX_CUE), "cue:net<ht> cue:net<h.t> cue:net<h.t>"},
    {"the longest of each group", "net amount", LEX_BIT(LEX_LABEL) | LEX_BIT(LEX_CUE),
     "label:revenue_value<net amount> cue:net<net amount> label:revenue_value<amount>"},
    {"only the groups asked for", "net amount", LEX_BIT(LEX_CUE), "cue:net<net amount>"},
    {"inside a longer one", "digital MOC", LEX_BIT(LEX_TYPE), "type:dmoc<digital moc> type:moc<moc>"},
    {"a star", "счетов счет счетами5 учет", LEX_BIT(LEX_LABEL),
     "label:invoice_number<счетов> label:invoice_number<счет> label:invoice_number<счетами>"},
    {"a star ends with its script", "счетом年", LEX_BIT(LEX_LABEL), "label:invoice_number<счетом> label:year<年>"},
    {"a star in Hangul", "송장번호 x", LEX_BIT(LEX_LABEL), "label:invoice_number<송장번호>"},
    {"a star behind an ideograph stands for none", "番号年", LEX_BIT(LEX_LABEL), "label:invoice_number<番号> label:year<年>"},
    {"a sign at the end", "Invoice #12", LEX_BIT(LEX_LABEL), "label:invoice_number<invoice #>"},
    {"kinds", "Invoice", LEX_BIT(LEX_KIND), "kind:invoice.title<invoice>"},
};

static bool by_place(const Hit *a, const Hit *b) {
    return a->from < b->from || (a->from == b->from && a->group < b->group);
}

static void sort_hits(Hits *hits) {
    for (size_t i = 1; i < hits->len; i++)
        for (size_t j = i; j && by_place(&hits->items[j], &hits->items[j - 1]); j--) {
            Hit swap = hits->items[j];
            hits->items[j] = hits->items[j - 1];
            hits->items[j - 1] = swap;
        }
}

/* Each part of a marked text, at each place, as if it stood alone. */
static void expect_parts(const Lexicon *lexicon, Arena *arena, const Text *text, const char *about) {
    for (size_t from = 0; from < text->folded.len; from++)
        for (size_t to = from + 1; to <= text->folded.len; to++) {
            Text part = text_part(text, from, to), alone = {.folded = part.folded};
            if (((unsigned char)text->folded.data[from] & 0xC0) == 0x80)
                continue;
            for (int group = 0; group < LEX_GROUP_COUNT; group++) {
                Hit one = {0}, other = {0};
                Hits whole = {0}, again = {0};
                bool found = lexicon_in(lexicon, &alone, alone.folded.len, 0, (LexGroup)group, &one);
                cr_assert_eq(lexicon_in(lexicon, &part, part.folded.len, 0, (LexGroup)group, &other), found, "%s: %zu to %zu",
                             about, from, to);
                cr_assert(!found || (one.from == other.from && one.to == other.to), "%s: %zu to %zu", about, from, to);
                found = lexicon_whole_in(lexicon, arena, &alone, 0, alone.folded.len, (LexGroup)group, &whole);
                cr_assert_eq(lexicon_whole_in(lexicon, arena, &part, 0, part.folded.len, (LexGroup)group, &again), found,
                             "%s: all of %zu to %zu", about, from, to);
                cr_assert(str_eq(hits_str(lexicon, arena, part.folded, &again), hits_str(lexicon, arena, part.folded, &whole)),
                          "%s: all of %zu to %zu", about, from, to);
            }
        }
}

Test(lexicon, scan, .init = folder_make, .fini = folder_remove) {
    write_file(LANGUAGE_EN, english);
    Lexicon *lexicon = load();
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(scans); i++) {
        Text text;
        Hits hits = {0}, marked = {0};
        text_fold(arena, str_of(scans[i].text), &text);
        text.folded = exact(text.folded);
        lexicon_scan(lexicon, arena, &text, 0, text.folded.len, scans[i].groups, &hits);
        Str got = hits_str(lexicon, arena, text.folded, &hits);
        for (size_t k = 1; k < hits.len; k++)
            cr_expect(hits.items[k - 1].from <= hits.items[k].from, "%s: by position", scans[i].about);
        lexicon_mark(lexicon, arena, &text);
        lexicon_scan(lexicon, arena, &text, 0, text.folded.len, scans[i].groups, &marked);
        cr_expect(str_eq(hits_str(lexicon, arena, text.folded, &marked), got), "%s: marked", scans[i].about);
        for (size_t to = 0; to <= text.folded.len; to++) /* each cut, each place, each group: as without marks */
            for (size_t at = 0; at <= to; at++)
                for (int group = 0; group < LEX_GROUP_COUNT; group++) {
                    Hit one = {0}, other = {0};
                    bool found = lexicon_at(lexicon, str_sub(text.folded, 0, to), at, (LexGroup)group, &one);
                    cr_assert_eq(lexicon_in(lexicon, &text, to, at, (LexGroup)group, &other), found, "%s: %zu to %zu",
                                 scans[i].about, at, to);
                    cr_assert(!found || (one.to == other.to && one.key == other.key), "%s: %zu to %zu", scans[i].about, at, to);
                }
        expect_parts(lexicon, arena, &text, scans[i].about);
        sort_hits(&hits);
        Str sorted = hits_str(lexicon, arena, text.folded, &hits);
        cr_expect(str_eq_cstr(sorted, scans[i].want), "%s: want %s, got %.*s", scans[i].about, scans[i].want, STR_ARG(sorted));
        free((char *)text.folded.data);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

static const struct {
    const char *text, *want;
} wholes[] = {
    {"Month:", "month"},          {" Month * ", "month"},           {"Invoice #", "invoice_number"}, {"Invoice no.", "invoice_number"},
    {"Invoice no.:", "invoice_number"}, {"MonthX", NULL},            {"Month of", NULL},              {"the month", NULL},
    {"", NULL},                   {"::", NULL},                     {"amount", "revenue_value"},     {"#Month", "month"},
};

Test(lexicon, whole, .init = folder_make, .fini = folder_remove) {
    write_file(LANGUAGE_EN, english);
    Lexicon *lexicon = load();
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(wholes); i++) {
        Hits hits = {0};
        Str raw = exact_cstr(wholes[i].text);
        bool found = lexicon_whole(lexicon, arena, raw, LEX_LABEL, &hits);
        cr_expect_eq(found, wholes[i].want != NULL, "%s", wholes[i].text);
        if (found && wholes[i].want)
            cr_expect(str_eq_cstr(lexicon_key(lexicon, LEX_LABEL, hits.items[0].key), wholes[i].want), "%s", wholes[i].text);
        free((char *)raw.data);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

Test(lexicon, languages_and_keys, .init = folder_make, .fini = folder_remove) {
    write_file(LANGUAGE_EN, "[cue]\nnet = net\n[currency]\nUSD = US$\n");
    write_file(LANGUAGE_FR, "[cue]\nnet = net\ngross = net\n");
    Lexicon *lexicon = load();
    Hit hit;
    Arena *arena = arena_new();
    Hits hits = {0};
    cr_assert(lexicon_whole(lexicon, arena, STR("net"), LEX_CUE, &hits));
    cr_assert_eq(hits.len, 2);
    for (size_t i = 0; i < 2; i++)
        cr_expect_eq(hits.items[i].languages, hits.items[i].key == CUE_NET ? 1u << LANGUAGE_EN | 1u << LANGUAGE_FR : 1u << LANGUAGE_FR);
    cr_assert(lexicon_at(lexicon, STR("us$ 25"), 0, LEX_CURRENCY, &hit));
    cr_expect_eq(hit.key, lexicon_key_index(lexicon, LEX_CURRENCY, STR("USD")));
    cr_expect(!lexicon_at(lexicon, STR("us$ 25"), 0, LEX_CUE, &hit));
    cr_expect(!lexicon_at(lexicon, STR("us$"), 3, LEX_CURRENCY, &hit));
    cr_expect_eq(lexicon_key_index(lexicon, LEX_CURRENCY, STR("XYZ")), -1);
    arena_free(&arena);
    lexicon_free(&lexicon);
}

Test(lexicon, errors, .init = folder_make, .fini = folder_remove) {
    static const struct {
        const char *text, *named;
    } cases[] = {{"[nothing]\na = b\n", "nothing"}, {"[label]\nmonht = b\n", "monht"}, {"[kind.bill]\ntitle = b\n", "bill"},
                 {"[month]\n13 = b\n", "13"}, {"[kind.invoice]\ntilte = b\n", "tilte"}, {"no group\n", "en.ini"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        write_file(LANGUAGE_EN, cases[i].text);
        cr_assert(!lexicon_load(folder, &error) && error, "%s", cases[i].text);
        cr_expect(strstr(error->message, cases[i].named) && strstr(error->message, "en.ini"), "%s", error->message);
        g_clear_error(&error);
    }
    g_autofree char *path = file_of(LANGUAGE_RU);
    write_file(LANGUAGE_EN, "");
    g_unlink(path);
    GError *error = NULL;
    cr_assert(!lexicon_load(folder, &error) && error);
    cr_expect(strstr(error->message, "ru.ini"), "%s", error->message);
    g_clear_error(&error);
}

static Lexicon *shared;

static void scan_all(Arena *arena, Str raw) {
    Text text;
    Hits hits = {0};
    text_fold(arena, raw, &text);
    lexicon_scan(shared, arena, &text, 0, text.folded.len, (1u << LEX_GROUP_COUNT) - 1, &hits);
    for (size_t i = 0; i < hits.len; i++)
        cr_assert(hits.items[i].to > hits.items[i].from && hits.items[i].to <= text.folded.len);
}

/* Stars, separators and phrases that begin alike, over and over. */
Test(lexicon, growth, .init = folder_make, .fini = folder_remove) {
    static const char *const pieces[] = {"счет日", "счет", "송장", "송장x", "番号", "番", "purchase ", "purchase - ", "net ", "n.e.t.", "a b ",
                                         "aaaa ", "a", "n°", " ", "-"};
    Buf file = {.arena = arena_new()};
    buf_add(&file, str_of(english));
    buf_add(&file, STR("[intent]\ncomplaint = "));
    for (int i = 1; i <= 12; i++) { /* a a a ... and aa a ...: two ways on at every step */
        for (int k = 0; k < i; k++)
            buf_add(&file, k % 2 ? STR("a ") : STR("a"));
        buf_add(&file, STR(";"));
        for (int k = 0; k < i; k++)
            buf_add(&file, STR("a "));
        buf_add(&file, STR(";"));
    }
    write_file(LANGUAGE_EN, buf_str(&file).data);
    shared = load();
    expect_linear(scan_all, pieces, G_N_ELEMENTS(pieces));
    lexicon_free(&shared);
    arena_free(&file.arena);
}
