/* What a reader says is believed only when it is exactly what wire_write() makes. */
#include <criterion/criterion.h>
#include <glib.h>

#include "parsers/extract_wire.h"
#include "base/banned.h"

static void fill(Arena *arena, Extract *extract) {
    Paper *self = extract_add(arena, extract, PAPER_SELF);
    self->text = STR("INVOICE\tNo. 12\n\fpage two: \xE2\x82\xAC\n");
    self->facts = (PaperFacts){.given = true,
                               .kind = KIND_CREDIT_NOTE,
                               .self_billed = true,
                               .why = STR("type code \"381\""),
                               .number = STR("R-17"),
                               .issue_date = {2020, 2, 29},
                               .currency = STR("EUR"),
                               .net = {123456, 2},
                               .has_net = true};
    *VEC_PUSH(arena, &self->facts.quotes) = STR("PO 9");
    *VEC_PUSH(arena, &self->facts.quotes) = STR("PO 10");
    *VEC_PUSH(arena, &self->facts.items) = (InvoiceItem){.description = STR("MOC"), .units = {25, 0}, .has_units = true};
    *VEC_PUSH(arena, &self->facts.items) = (InvoiceItem){.net = {-5, 1}, .has_net = true};
    Paper *part = extract_add(arena, extract, PAPER_PART);
    part->name = STR("Sheet 2");
    part->readable = false;
    part->reason = STR("it is damaged");
    Paper *file = extract_add(arena, extract, PAPER_FILE);
    file->name = STR("a/b.pdf");
    file->content_type = STR("application/pdf");
    file->bytes = (Str){"%PDF\0\xFF", 6};
    extract_add(arena, extract, PAPER_DATA)->bytes = STR("");
}

Test(wire, gives_back_what_was_written) {
    Arena *arena = arena_new();
    Extract in = {0}, out = {0};
    Buf wire = {.arena = arena}, again = {.arena = arena};
    fill(arena, &in);
    wire_write(&wire, &in);
    cr_assert(wire_read(arena, buf_str(&wire), &out));
    cr_assert_eq(out.papers.len, 4);
    const Paper *self = &out.papers.items[0];
    cr_expect(self->role == PAPER_SELF && self->readable && str_eq(self->text, in.papers.items[0].text));
    cr_expect(self->facts.kind == KIND_CREDIT_NOTE && self->facts.self_billed && self->facts.quotes.len == 2);
    cr_expect(self->facts.items.len == 2 && self->facts.items.items[0].has_units && !self->facts.items.items[0].has_net);
    cr_expect_eq(decimal_cmp(self->facts.items.items[1].net, (Decimal){-5, 1}), 0);
    cr_expect_eq(date_cmp(self->facts.issue_date, (Date){2020, 2, 29}), 0);
    cr_expect(!out.papers.items[1].readable && str_eq_cstr(out.papers.items[1].reason, "it is damaged"));
    cr_expect(str_eq(out.papers.items[2].bytes, in.papers.items[2].bytes));
    wire_write(&again, &out);
    cr_expect(str_eq(buf_str(&again), buf_str(&wire)));
    arena_free(&arena);
}

Test(wire, what_a_reader_leaves_dirty_is_cleaned) {
    Arena *arena = arena_new();
    Extract in = {0}, out = {0};
    Buf wire = {.arena = arena};
    Paper *paper = extract_add(arena, &in, PAPER_SELF);
    paper->text = (Str){"a\0b\x1B[31m\xFF\nc", 11};
    paper = extract_add(arena, &in, PAPER_PART);
    char *name = g_strnfill(10000, '\xE9');
    paper->name = arena_printf(arena, "two\nlines %s", name);
    g_free(name);
    wire_write(&wire, &in);
    cr_assert(wire_read(arena, buf_str(&wire), &out));
    cr_expect(str_eq_cstr(out.papers.items[0].text, "a b [31m\xEF\xBF\xBD\nc"));
    cr_expect(str_starts(out.papers.items[1].name, STR("two lines \xEF\xBF\xBD")) && out.papers.items[1].name.len <= 4096);
    arena_free(&arena);
}

/* Fields as they stand on the wire. */
#define F(tag, len, value) tag len "\0\0\0" value
#define SELF               F("P", "\1", "0")
#define END                F("E", "\0", "")
#define INVOICE            F("F", "\7", "invoice")

static const struct {
    const char *about, *bytes;
    size_t len;
    bool good;
} cases[] = {
#define B(s) s, sizeof s - 1
    {"one empty paper", B(SELF END), true},
    {"nothing", B(""), false},
    {"no paper", B(END), true},
    {"no end", B(SELF), false},
    {"something behind the end", B(SELF END "x"), false},
    {"an end with a value", B(SELF F("E", "\1", "x")), false},
    {"cut in a head", B(SELF "t\5\0"), false},
    {"cut in a value", B(SELF "t\5\0\0\0abc"), false},
    {"a length beyond all", B(SELF "t\xFF\xFF\xFF\xFF" "abc"), false},
    {"a field before the first paper", B(F("t", "\1", "x") SELF END), false},
    {"a role there is not", B(F("P", "\1", "4") END), false},
    {"a role of two letters", B(F("P", "\2", "00") END), false},
    {"a second self", B(SELF SELF END), false},
    {"a tag there is not", B(SELF F("?", "\1", "x") END), false},
    {"a tag that is no letter", B(SELF F("\x80", "\1", "x") END), false},
    {"text twice", B(SELF F("t", "\1", "x") F("t", "\1", "y") END), false},
    {"text that is no UTF-8", B(SELF F("t", "\1", "\xFF") END), false},
    {"text with NUL", B(SELF F("t", "\1", "\0") END), false},
    {"text with an escape", B(SELF F("t", "\1", "\x1B") END), false},
    {"a name of two lines", B(SELF F("n", "\3", "a\nb") END), false},
    {"bytes of a paper that is read", B(SELF F("b", "\1", "x") END), false},
    {"text of a packed file", B(SELF F("P", "\1", "2") F("t", "\1", "x") END), false},
    {"an empty reason", B(SELF F("r", "\0", "") END), false},
    {"facts", B(SELF INVOICE F("u", "\1", "7") END), true},
    {"facts without a kind", B(SELF F("u", "\1", "7") END), false},
    {"a kind there is not", B(SELF F("F", "\4", "bill") END), false},
    {"facts of what is not readable", B(SELF F("r", "\1", "x") INVOICE END), false},
    {"not readable after facts", B(SELF INVOICE F("r", "\1", "x") END), false},
    {"a date there is not", B(SELF INVOICE F("d", "\12", "2021-02-29") END), false},
    {"a date with a time", B(SELF INVOICE F("d", "\13", "2021-02-28T") END), false},
    {"a currency in small letters", B(SELF INVOICE F("y", "\3", "eur") END), false},
    {"a net that is no number", B(SELF INVOICE F("m", "\4", "1,00") END), false},
    {"units before an item", B(SELF INVOICE F("k", "\1", "5") END), false},
    {"units twice", B(SELF INVOICE F("I", "\0", "") F("k", "\1", "5") F("k", "\1", "5") END), false},
    {"units of two items", B(SELF INVOICE F("I", "\0", "") F("k", "\1", "5") F("I", "\0", "") F("k", "\1", "5") END), true},
};

Test(wire, nothing_else_is_believed) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        Extract out;
        char *exact = g_memdup2(cases[i].bytes, cases[i].len);
        cr_expect_eq(wire_read(arena, (Str){exact ? exact : "", cases[i].len}, &out), cases[i].good, "%s", cases[i].about);
        g_free(exact);
        arena_free(&arena);
    }
}

Test(wire, too_many_papers) {
    Arena *arena = arena_new();
    Extract in = {0}, out = {0};
    Buf wire = {.arena = arena};
    for (size_t i = 0; i <= EXTRACT_PAPERS_MAX; i++)
        extract_add(arena, &in, PAPER_PART);
    wire_write(&wire, &in);
    cr_expect(!wire_read(arena, buf_str(&wire), &out));
    arena_free(&arena);
}
