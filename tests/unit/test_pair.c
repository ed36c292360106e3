/* Which documents belong to which lines (contract section 5), and near numbers. */
#include <criterion/criterion.h>

#include "match_fixture.h"
#include "match/find_row.h"
#include "match/pair.h"

/* `want`: the names of a line's accepted documents, "/" and of those refused; a line each. */
static const struct {
    const char *about, *claims, *documents, *want;
} cases[] = {
    {"by its own number, folded", "n=INV-001/20\nn=INV-2", "invoice name=a n=inv00120", "a/\n/"},
    {"by the order number that it quotes", "n=PO-9\nn=INV-2", "invoice name=a n=INV-5 q=X q=PO-9", "a/\n/"},
    {"one invoice of two lines", "n=INV-1 t=moc\nn=INV-1 t=dmoc", "invoice name=a n=INV-1", "a/\na/"},
    {"two invoices of one line", "n=INV-1", "invoice name=a n=INV-1\ninvoice name=b n=INV-1", "a b/"},
    {"a number that folds to nothing is none", "n=-\nn=000", "invoice name=a n=--", "/\n/"},
    {"the only line has no number, the only invoice", "k=3", "invoice name=a n=INV-1 d=2020-01-01", "a/"},
    {"even when everything differs", "m=3 y=2019 u=1 t=moc r=1", "invoice name=a n=INV-1 d=2020-01-01 i=dmoc:2:2", "a/"},
    {"but with two invoices none is taken so", "u=1 t=moc", "invoice name=a n=INV-1 i=dmoc:2:\ninvoice name=b n=INV-2 i=dmoc:2:",
     "/"},
    {"two copies are one invoice", "k=3", "invoice name=a n=INV-1\ninvoice name=b n=INV_1", "a b/"},
    {"left over: nothing differs", "n=INV-7 m=1 y=2020 t=moc u=5 r=10",
     "invoice name=a n=INV-1 d=2020-01-09 i=moc:5:10", "a/"},
    {"left over: one differs", "n=INV-7 m=1 y=2020 t=moc u=5 r=10", "invoice name=a n=INV-1 d=2020-01-09 i=moc:6:10", "a/"},
    {"left over: two differ", "n=INV-7 m=1 y=2020 t=moc u=5 r=10", "invoice name=a n=INV-1 d=2020-01-09 i=moc:6:12", "/"},
    {"left over: month and year are one", "n=INV-7 m=12 y=2019 t=moc u=5 r=10",
     "invoice name=a n=INV-1 d=2020-01-09 i=moc:5:10", "a/"},
    {"left over: amount and currency are one", "n=INV-7 m=1 y=2020 t=moc u=5 r=10 c=EUR",
     "invoice name=a n=INV-1 d=2020-01-09 c=USD i=moc:5:12", "a/"},
    {"left over: a cent is no difference", "n=INV-7 m=1 y=2020 t=moc u=5 r=10",
     "invoice name=a n=INV-1 d=2020-02-09 i=moc:5:10.01", "a/"},
    {"left over beside a pair", "n=INV-1 u=9\nn=INV-7 u=5", "invoice name=a n=INV-1\ninvoice name=b n=INV-8 i=:5:", "a/\nb/"},
    {"two lines left over", "n=INV-1 u=5\nn=INV-7 u=5", "invoice name=b n=INV-8 i=:5:", "/\n/"},
    {"an ambiguous number is known by both readings", "?n=INV-1|INV-2 u=5\nn=INV-3 u=5", "invoice name=a n=INV-2", "a/\n/"},
    {"refused: by number, of both lines that bear it", "n=INV-1\nn=INV-1 t=moc\nn=INV-2",
     "order_confirmation name=o n=AB-1 q=INV-1", "/o\n/o\n/"},
    {"refused: by what its text holds", "n=RG-2020/17\nn=RG-2020/18\nn=17",
     "partner_report name=o text=Rg.\tUnits\tRG 17 2020\t(RG-2020/17)\t25", "/o\n/\n/"},
    {"refused: names none, so all without an invoice", "n=INV-1\nn=INV-2", "invoice name=a n=INV-1\nquotation name=q n=Q-1",
     "a/\n/q"},
    {"refused: quotes the number of the invoice, not the partner's", "n=PO-9\nn=INV-2",
     "invoice name=a n=INV-5 q=PO-9\ncredit_note name=c n=CN-1 q=INV-5", "a/c\n/"},
    {"belong to nothing", "n=INV-1", "other name=x n=INV-1\ndashboard_export name=y n=INV-1\nclaim_table name=z n=INV-1", "/"},
    {"damaged: as any other", "n=INV-1\nn=INV-2", "other name=x n=INV-1 unreadable\nother name=y unreadable", "/x y\n/y"},
};

static void add_names(Buf *buf, const Documents *documents) {
    for (size_t i = 0; i < documents->len; i++)
        buf_printf(buf, "%s%.*s", i ? " " : "", STR_ARG(documents->items[i]->name));
}

Test(pair, documents) {
    Programme *programme = programme_of_project();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        Reading reading = reading_of(arena, "1", cases[i].claims, cases[i].documents);
        Lines lines = {0};
        Buf buf = {.arena = arena};
        for (size_t j = 0; j < reading.claims.len; j++) {
            Line *line = ARENA_NEW(arena, Line);
            line->claim = reading.claims.items[j];
            *VEC_PUSH(arena, &lines) = line;
        }
        pair_documents(arena, programme_at(programme, (Date){2020, 1, 1}), &reading.documents, &lines);
        for (size_t j = 0; j < lines.len; j++) {
            buf_printf(&buf, "%s", j ? "\n" : "");
            add_names(&buf, &lines.items[j]->accepted);
            buf_add_char(&buf, '/');
            add_names(&buf, &lines.items[j]->refused);
        }
        Str got = buf_str(&buf);
        cr_expect(str_eq_cstr(got, cases[i].want), "%s:\n%.*s", cases[i].about, STR_ARG(got));
        arena_free(&arena);
    }
    programme_free(&programme);
}

Test(pair, no_lines_no_documents) {
    Programme *programme = programme_of_project();
    Arena *arena = arena_new();
    Documents documents = {0};
    Lines lines = {0};
    pair_documents(arena, programme_at(programme, (Date){2020, 1, 1}), &documents, &lines);
    Reading reading = reading_of(arena, "1", "", "invoice n=INV-1\nreceipt n=R text=INV-1");
    pair_documents(arena, programme_at(programme, (Date){2020, 1, 1}), &reading.documents, &lines);
    cr_expect_eq(lines.len, 0);
    arena_free(&arena);
    programme_free(&programme);
}

static const struct {
    const char *a, *b;
    int most, want;
} edits[] = {
    {"", "", 2, 0},         {"a", "a", 2, 0},        {"", "ab", 2, 2},         {"ab", "", 2, 2},
    {"", "abc", 2, 3},      {"3381", "3318", 2, 2},  {"3381", "3181", 2, 1},   {"inv1", "lnvl", 2, 2},
    {"inv1", "lnvx2", 2, 3}, {"abcd", "bcde", 2, 2}, {"abcdef", "defabc", 2, 3}, {"kitten", "sitting", 3, 3},
    {"kitten", "sitting", 2, 3}, {"счет1", "счёт1", 2, 1}, {"abc", "xyz", 0, 1},  {"abc", "abc", 0, 0},
    {"aaaa", "aaaaaa", 2, 2}, {"12345678", "87654321", 8, 8},
};

Test(pair, edits) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        int got = number_edits(arena, str_of(edits[i].a), str_of(edits[i].b), edits[i].most);
        int back = number_edits(arena, str_of(edits[i].b), str_of(edits[i].a), edits[i].most);
        cr_expect_eq(got, edits[i].want, "%s %s: %d", edits[i].a, edits[i].b, got);
        cr_expect_eq(got, back, "%s %s: %d the other way", edits[i].a, edits[i].b, back);
    }
    arena_free(&arena);
}
