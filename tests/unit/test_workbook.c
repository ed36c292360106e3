#include "zip_fixture.h"

#include "base/buf.h"
#include "parsers/extract/cell_format.h"
#include "parsers/extract/workbook.h"
#include "base/banned.h"

#define NS "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='rel'"
#define RELATION(id, type, target) "<Relationship Id='" id "' Type='t/" type "' Target='" target "'/>"

static const char relations[] = "<Relationships>" RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
    RELATION("rId2", "worksheet", "/xl/worksheets/sheet2.xml") RELATION("rId3", "sharedStrings", "sharedStrings.xml")
        RELATION("rId4", "styles", "styles.xml") "</Relationships>";
static const char strings[] = "<sst " NS "><si><t>Month</t></si><si><r><t>Invoice </t></r><r><t>#</t></r><rPh><t>x</t></rPh></si>"
                              "<si><t>a_x000D_b\n\tc</t></si></sst>";
static const char styles[] =
    "<styleSheet " NS "><numFmts><numFmt numFmtId='164' formatCode='mmm\\-yy'/><numFmt numFmtId='165' "
    "formatCode='[$-409]d\" de \"mmmm;@'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
    "<xf numFmtId='165'/><xf numFmtId='4'/></cellXfs></styleSheet>";

/* The text of a workbook whose first sheet holds those rows, its second those. */
static Str read_book(Arena *arena, const char *workbook_pr, const char *first, const char *second, const char *state, Extract *out) {
    Str main = arena_printf(arena, "<workbook " NS ">%s<sheets><sheet name='A' r:id='rId1'/><sheet name='B' state='%s' r:id='rId2'/></sheets></workbook>",
                            workbook_pr, state);
    ZipPart parts[] = {{"xl/workbook.xml", main, NULL},
                       {"xl/_rels/workbook.xml.rels", str_of(relations), NULL},
                       {"xl/sharedStrings.xml", str_of(strings), NULL},
                       {"xl/styles.xml", str_of(styles), NULL},
                       {"xl/worksheets/sheet1.xml", arena_printf(arena, "<worksheet " NS ">%s</worksheet>", first), NULL},
                       {"xl/worksheets/sheet2.xml", arena_printf(arena, "<worksheet " NS ">%s</worksheet>", second), NULL}};
    ExtractAsk ask = {.bytes = zip_make(arena, parts, sizeof parts / sizeof *parts)};
    workbook_read(arena, &ask, out);
    cr_assert_eq(out->papers.len, 1);
    return out->papers.items[0].text;
}

#define C(ref, attributes, value) "<c r='" ref "' " attributes "><v>" value "</v></c>"

static const struct {
    const char *pr, *rows, *second, *state, *want;
} books[] = {
    {"", "<sheetData><row r='1'>" C("A1", "t='s'", "0") C("B1", "t='s'", "1") "</row><row r='2'>" C("A2", "s='2'", "43831")
         C("B2", "", "4500218834") "</row></sheetData>", "", "visible", "Month\tInvoice #\n2020-01\t4500218834\n"},
    {"", "<sheetData><row r='3'>" C("C3", "t='str'", "x") "</row></sheetData>", "", "visible", "\n\n\t\tx\n"},
    {"", "<sheetData><row><c t='inlineStr'><is><t>in</t></is></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c></row></sheetData>", "",
     "visible", "in\tTRUE\t#N/A\n"},
    {"", "<sheetData><row r='1'>" C("A1", "t='s'", "2") C("B1", "t='s'", "99") C("C1", "s='4'", "1237.5") "</row></sheetData>", "", "visible",
     "a b  c\t\t1237.5\n"},
    {"<workbookPr date1904='1'/>", "<sheetData><row r='1'>" C("A1", "s='1'", "42383") "</row></sheetData>", "", "visible", "2020-01-15\n"},
    {"", "<sheetData><row r='1'>" C("A1", "", "1") "</row></sheetData>", "<sheetData><row r='1'>" C("A1", "", "2") "</row></sheetData>",
     "visible", "1\n\f2\n"},
    {"", "<sheetData><row r='1'>" C("A1", "", "1") "</row></sheetData>", "<sheetData><row r='1'>" C("A1", "", "2") "</row></sheetData>",
     "hidden", "1\n"},
    {"", "<sheetData><row r='1'>" C("A1", "t='str'", "Jan") C("B1", "", "1") "</row><row r='2'>" C("B2", "", "2") "</row></sheetData>"
         "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/></mergeCells>", "", "visible", "Jan\t1\nJan\t2\n"},
    {"", "<sheetData/>", "", "visible", ""},
};

Test(workbook, sheets_become_lines_of_cells) {
    for (size_t i = 0; i < sizeof books / sizeof *books; i++) {
        Arena *arena = arena_new();
        Extract out = {0};
        Str text = read_book(arena, books[i].pr, books[i].rows, books[i].second, books[i].state, &out);
        cr_expect(str_eq(text, str_of(books[i].want)), "book %zu: \"%.*s\"", i, STR_ARG(text));
        arena_free(&arena);
    }
}

Test(workbook, damaged_ones_are_refused_with_a_reason) {
    Arena *arena = arena_new();
    ZipPart other[] = {{"readme.txt", STR("x"), NULL}};
    Str whole = zip_make(arena, other, 1);
    Str bytes[] = {STR(""), STR("PK\3\4 no zip"), whole, str_sub(whole, 0, whole.len / 2)};
    for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++) {
        Extract out = {0};
        workbook_read(arena, &(ExtractAsk){.bytes = bytes[i]}, &out);
        cr_assert_eq(out.papers.len, 1);
        cr_expect(!out.papers.items[0].readable && out.papers.items[0].reason.len, "case %zu", i);
    }
    arena_free(&arena);
}

Test(workbook, half_of_one_is_refused) {
    static const char whole[] = "<sheetData><row r='1'>" C("A1", "", "1") "</row></sheetData>";
    static const char *const torn[] = {"<sheetData><row r='1'>" C("A1", "", "1") "</row><row r='2'><c", "<sheetData><row r='1'></sheetData>"};
    for (size_t i = 0; i < 4; i++) {
        Arena *arena = arena_new();
        Extract out = {0};
        read_book(arena, "", i % 2 ? whole : torn[i / 2], i % 2 ? torn[i / 2] : whole, "visible", &out);
        cr_expect(!out.papers.items[0].readable && str_eq(out.papers.items[0].reason, STR("the workbook is damaged")), "case %zu", i);
        arena_free(&arena);
    }
}

/* A workbook of so many sheets, all of them the same part. */
static const Paper *read_sheets(Arena *arena, size_t sheets, Str sheet, zip_int32_t method) {
    Buf main = {.arena = arena};
    Extract out = {0};
    buf_add(&main, STR("<workbook " NS "><sheets>"));
    for (size_t i = 0; i < sheets; i++)
        buf_add(&main, STR("<sheet name='A' r:id='rId1'/>"));
    buf_add(&main, STR("</sheets></workbook>"));
    ZipPart parts[] = {{"xl/workbook.xml", buf_str(&main), NULL}, {"xl/_rels/workbook.xml.rels", str_of(relations), NULL}, {"xl/worksheets/sheet1.xml", sheet, NULL}};
    workbook_read(arena, &(ExtractAsk){.bytes = zip_make_by(arena, parts, 3, method)}, &out);
    cr_assert_eq(out.papers.len, 1);
    return &out.papers.items[0];
}

static Str sheet_of(Arena *arena, const char *rows, size_t blanks) {
    char *wide = arena_alloc(arena, blanks + 1);
    memset(wide, ' ', blanks);
    wide[blanks] = 0;
    return arena_printf(arena, "<worksheet " NS "><sheetData>%s%s</sheetData></worksheet>", wide, rows);
}

/* What may be left out leaves the rest; what is too much is refused with its reason, as half of a dashboard would be worse than none. */
Test(workbook, limits) {
    static const struct {
        const char *about, *rows;
        size_t sheets, blanks;
        zip_int32_t method;
        const char *text, *reason;
    } cases[] = {
        {"the last row there can be", "<row r='1'>" C("A1", "", "1") "</row><row r='1048576'>" C("A1048576", "", "2") "</row>", 1, 0, ZIP_CM_DEFAULT, "1\n\n2\n", NULL},
        {"the last column that is read", "<row r='1'>" C("A1", "", "1") C("SR1", "", "2") "</row>", 1, 0, ZIP_CM_DEFAULT, NULL, NULL},
        {"one further right", "<row r='1'>" C("A1", "", "1") C("SS1", "", "2") C("XFD1", "", "3") "</row>", 1, 0, ZIP_CM_DEFAULT, "1\n", NULL},
        {"as many sheets as there may be", "<row>" C("A1", "", "1") "</row>", WORKBOOK_SHEETS_MAX, 0, ZIP_CM_DEFAULT, NULL, NULL},
        {"one sheet more", "<row>" C("A1", "", "1") "</row>", WORKBOOK_SHEETS_MAX + 1, 0, ZIP_CM_DEFAULT, NULL, "more than 500 sheets"},
        {"a sheet that swells", "<row>" C("A1", "", "1") "</row>", 1, 3 << 20, ZIP_CM_DEFAULT, NULL, "damaged"},
        {"the same not packed", "<row>" C("A1", "", "1") "</row>", 1, 3 << 20, ZIP_CM_STORE, "1\n", NULL},
        {"a sheet that is too large", "<row>" C("A1", "", "1") "</row>", 1, 65 << 20, ZIP_CM_STORE, NULL, "damaged"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        const Paper *paper = read_sheets(arena, cases[i].sheets, sheet_of(arena, cases[i].rows, cases[i].blanks), cases[i].method);
        cr_expect_eq(paper->readable, !cases[i].reason, "%s: " STR_FMT, cases[i].about, STR_ARG(paper->reason));
        if (cases[i].reason)
            cr_expect(str_find(paper->reason, str_of(cases[i].reason)) >= 0, "%s: " STR_FMT, cases[i].about, STR_ARG(paper->reason));
        if (cases[i].text)
            cr_expect(str_eq_cstr(paper->text, cases[i].text), "%s: \"" STR_FMT "\"", cases[i].about, STR_ARG(paper->text));
        else if (!cases[i].reason)
            cr_expect(str_find_char(paper->text, cases[i].sheets > 1 ? '\f' : '2') >= 0, "%s", cases[i].about);
        arena_free(&arena);
    }
}

static const struct {
    const char *code;
    CellFormat format;
} codes[] = {{"General", CELL_NUMBER},           {"#,##0.00", CELL_NUMBER},      {"0.00E+00", CELL_NUMBER},
             {"yyyy-mm-dd", CELL_DAY},           {"dd/mm/yy hh:mm", CELL_DAY},   {"[$-411]yyyy\"年\"m\"月\"d\"日\";@", CELL_DAY},
             {"mmm-yy", CELL_MONTH},             {"yyyy\"年\"m\"月\"", CELL_MONTH}, {"mmmm", CELL_MONTH_ONLY},
             {"yyyy", CELL_YEAR},                {"h:mm AM/PM", CELL_TIME},      {"[h]:mm:ss", CELL_TIME},
             {"\"day\" 0", CELL_NUMBER},         {"#,##0 \\d", CELL_NUMBER},     {"_-* #,##0.00 [$€-407]_-", CELL_NUMBER},
             {"0;yyyy", CELL_NUMBER},            {"\\", CELL_NUMBER},            {"\"", CELL_NUMBER}};

Test(cell_format, is_told_from_its_code) {
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        cr_expect_eq(cell_format_of_code(str_of(codes[i].code)), codes[i].format, "%s", codes[i].code);
}

static const struct {
    const char *raw;
    CellFormat format;
    bool from_1904;
    const char *want;
} values[] = {{"25", CELL_NUMBER, false, "25"},
              {"1237.125", CELL_NUMBER, false, "1237.1250"},
              {"412.525000000000", CELL_NUMBER, false, "412.5250"},
              {"2480.0000000000005", CELL_NUMBER, false, "2480"},
              {"0.30000000000000004", CELL_NUMBER, false, "0.3"},
              {"4.500218834E9", CELL_NUMBER, false, "4500218834"},
              {"1.2E-2", CELL_NUMBER, false, "0.012" "0"},
              {"-5.50", CELL_NUMBER, false, "-5.5"},
              {"999999999999999.9", CELL_NUMBER, false, "1000000000000000"},
              {"0", CELL_NUMBER, false, "0"},
              {"-0", CELL_NUMBER, false, "0"},
              {"1e999", CELL_NUMBER, false, "1e999"},
              {"12a", CELL_NUMBER, false, "12a"},
              {"", CELL_NUMBER, false, ""},
              {"43845", CELL_DAY, false, "2020-01-15"},
              {"43845.75", CELL_DAY, false, "2020-01-15"},
              {"42383", CELL_DAY, true, "2020-01-15"},
              {"59", CELL_DAY, false, "1900-02-28"},
              {"60", CELL_DAY, false, "60"},
              {"61", CELL_DAY, false, "1900-03-01"},
              {"43831", CELL_MONTH, false, "2020-01"},
              {"43831", CELL_MONTH_ONLY, false, "1"},
              {"43831", CELL_YEAR, false, "2020"},
              {"0.5", CELL_TIME, false, "12:00"},
              {"43845.770833333336", CELL_TIME, false, "18:30"},
              {"-3", CELL_DAY, false, "-3"},
              {"99999999", CELL_DAY, false, "99999999"}};

Test(cell_format, writes_what_the_cell_shows) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        Str text = cell_format_text(arena, str_of(values[i].raw), values[i].format, values[i].from_1904);
        cr_expect(str_eq(text, str_of(values[i].want)), "%s: got \"%.*s\", want \"%s\"", values[i].raw, STR_ARG(text), values[i].want);
    }
    arena_free(&arena);
}
