#include "zip_fixture.h"

#include "base/buf.h"
#include "parsers/extract/archive.h"
#include "parsers/format.h"
#include "base/banned.h"

static const Paper *paper_at(const Extract *extract, size_t i) {
    cr_assert_lt(i, extract->papers.len);
    return &extract->papers.items[i];
}

Test(archive, gives_its_files_with_their_paths) {
    Arena *arena = arena_new();
    Extract out = {0};
    ZipPart parts[] = {{"2020/INV-1.txt", STR("Invoice"), NULL}, {"2020/", STR(""), NULL},    {"__MACOSX/2020/._INV-1.txt", STR("x"), NULL},
                       {"../../etc/./../passwd", STR("y"), NULL},     {"Thumbs.db", STR("z"), NULL}, {"locked.pdf", STR("%PDF-"), "secret"}};
    archive_read(arena, &(ExtractAsk){.bytes = zip_make(arena, parts, sizeof parts / sizeof *parts)}, &out);
    cr_assert_eq(out.papers.len, 3);
    cr_expect(str_eq(paper_at(&out, 0)->name, STR("2020/INV-1.txt")) && str_eq(paper_at(&out, 0)->bytes, STR("Invoice")));
    cr_expect_eq(paper_at(&out, 0)->role, PAPER_FILE);
    cr_expect(str_eq(paper_at(&out, 1)->name, STR("etc/passwd")));
    cr_expect(!paper_at(&out, 2)->readable && str_find(paper_at(&out, 2)->reason, STR("password")) >= 0);
    arena_free(&arena);
}

Test(archive, hostile_ones_are_refused) {
    Arena *arena = arena_new();
    Buf zeros = {.arena = arena};
    for (int i = 0; i < 32 * 1024; i++)
        buf_add(&zeros, STR("0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"));
    ZipPart bomb[] = {{"bomb.txt", buf_str(&zeros), NULL}};
    Extract out = {0};
    archive_read(arena, &(ExtractAsk){.bytes = zip_make(arena, bomb, 1)}, &out);
    cr_expect(!paper_at(&out, 0)->readable && str_find(paper_at(&out, 0)->reason, STR("unpacks")) >= 0);

    static ZipPart many[ARCHIVE_FILES_MAX + 1];
    for (size_t i = 0; i < ARCHIVE_FILES_MAX + 1; i++)
        many[i] = (ZipPart){arena_printf(arena, "%zu.txt", i).data, STR("x"), NULL};
    Extract crowd = {0};
    archive_read(arena, &(ExtractAsk){.bytes = zip_make(arena, many, ARCHIVE_FILES_MAX + 1)}, &crowd);
    cr_assert_eq(crowd.papers.len, 1);
    cr_expect(!paper_at(&crowd, 0)->readable && str_find(paper_at(&crowd, 0)->reason, STR("too many")) >= 0);

    Buf words = {.arena = arena};
    for (int i = 0; i < 400; i++)
        buf_printf(&words, "invoice %d ", i * 7919);
    ZipPart packed = {"a.txt", buf_str(&words), NULL};
    Str torn = arena_str(arena, zip_make(arena, &packed, 1));
    memset((char *)torn.data + 60, 0xFF, 200); /* found by fuzz_archive: what cannot be unpacked was never closed */
    Extract bad = {0};
    archive_read(arena, &(ExtractAsk){.bytes = torn}, &bad);
    cr_assert_eq(bad.papers.len, 1);
    cr_expect(!paper_at(&bad, 0)->readable && str_find(paper_at(&bad, 0)->reason, STR("damaged")) >= 0);

    Str good = zip_make(arena, many, 2);
    Str damaged[] = {str_sub(good, 0, good.len - 10), STR("PK\3\4"), STR("PK\5\6")};
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        Extract broken = {0};
        archive_read(arena, &(ExtractAsk){.bytes = damaged[i]}, &broken);
        cr_expect(broken.papers.len == 1 && !paper_at(&broken, 0)->readable, "case %zu", i);
    }
    arena_free(&arena);
}

/* Notes as what a file is read, and finds nothing in it. */
static void note_form(void *self, Arena *arena, const ExtractAsk *ask, Extract *out) {
    *(ExtractForm *)self = ask->form;
    extract_add(arena, out, PAPER_SELF);
}

static ExtractForm form_of(Arena *arena, Str bytes) {
    ExtractForm form = EXTRACT_NONE;
    Extractor extractor = {.self = &form, .read = note_form};
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    Document *document = format_add(arena, ticket);
    document->bytes = bytes;
    format_open(&(FormatContext){.arena = arena, .ticket = ticket, .language = LANGUAGE_UNKNOWN, .extractor = &extractor}, document);
    return form;
}

/* Files that an archive holds as they are do not make it one of them. */
Test(archive, told_from_what_it_holds) {
    Arena *arena = arena_new();
    ZipPart book[] = {{"[Content_Types].xml", STR("<x/>"), NULL}, {"xl/workbook.xml", STR("<x/>"), NULL}};
    ZipPart letter[] = {{"[Content_Types].xml", STR("<x/>"), NULL}, {"word/document.xml", STR("<x/>"), NULL}};
    ZipPart open[] = {{"mimetype", STR("application/vnd.oasis.opendocument.text"), NULL}};
    Str books = zip_make_by(arena, book, 2, ZIP_CM_STORE), letters = zip_make_by(arena, letter, 2, ZIP_CM_STORE);
    Str opened = zip_make_by(arena, open, 1, ZIP_CM_STORE);
    cr_expect_eq(form_of(arena, books), EXTRACT_WORKBOOK);
    cr_expect_eq(form_of(arena, letters), EXTRACT_NONE);
    cr_expect_eq(form_of(arena, opened), EXTRACT_NONE);
    ZipPart held[] = {{"inv.pdf", STR("%PDF-1.4\n"), NULL}, {"a.xlsx", books, NULL}, {"a.docx", letters, NULL}, {"a.odt", opened, NULL}};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        cr_expect_eq(form_of(arena, zip_make_by(arena, held + i, 1, ZIP_CM_STORE)), EXTRACT_ARCHIVE, "%s", held[i].name);
    cr_expect_eq(form_of(arena, str_sub(books, 0, books.len - 22)), EXTRACT_WORKBOOK, "cut off");
    arena_free(&arena);
}
