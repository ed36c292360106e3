#include "parsers/extract/workbook.h"

#include <glib.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/extract/cell_format.h"
#include "parsers/extract/zip_file.h"
#include "parsers/extract/xml.h"
#include "base/banned.h"

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
#define FORMATS_MAX   10000

typedef struct SheetCell {
    uint32_t row, column; /* from 0 */
    uint32_t order;       /* of equals the first stands */
    Str text;
} SheetCell;
typedef VEC(SheetCell) SheetCells;

typedef struct Workbook {
    Arena *arena;
    ZipFile *zip;
    bool from_1904;
    Strs shared;               /* strings that cells point at */
    VEC(CellFormat) formats;   /* by the style of a cell */
    size_t cells;              /* of all sheets so far */
    const char *half;          /* why not all of it was read; NULL: it was */
} Workbook;

/* ---- XML as a stream ---- */

static xmlTextReader *stream(Str xml) {
    return xmlReaderForMemory(xml.data ? xml.data : "", (int)xml.len, "", NULL, PARSE_OPTIONS);
}

static bool is_element(xmlTextReader *reader, const char *name) {
    return xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
           g_strcmp0((const char *)xmlTextReaderConstLocalName(reader), name) == 0;
}

/* Of the element that the reader stands on; absent when it has no such attribute. */
static Str attribute(Arena *arena, xmlTextReader *reader, const char *name) {
    xmlChar *value = xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
    Str copy = value ? arena_str(arena, str_of((const char *)value)) : STR_NONE;
    xmlFree(value);
    return copy;
}

/* A whole number of up to nine digits; `otherwise` for anything else. */
static int int_of(Str text, int otherwise) {
    int value = 0;
    if (!text.len || text.len > 9)
        return otherwise;
    for (size_t i = 0; i < text.len; i++) {
        if (!g_ascii_isdigit(text.data[i]))
            return otherwise;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

/* "_x000D_" stands for a character that XML cannot hold. */
static void add_unescaped(Buf *out, Str text) {
    for (size_t at = 0; at < text.len;) {
        bool escaped = at + 7 <= text.len && text.data[at] == '_' && text.data[at + 1] == 'x' && text.data[at + 6] == '_';
        for (size_t i = at + 2; escaped && i < at + 6; i++)
            escaped = g_ascii_isxdigit(text.data[i]);
        char c = text.data[at];
        at += escaped ? 7 : 1;
        buf_add_char(out, escaped || c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
    }
}

/* The text inside the element that the reader stands on, up to its end; without what is read beside it (ruby). */
static Str inner_text(Arena *arena, xmlTextReader *reader) {
    Buf text = {.arena = arena};
    int depth = xmlTextReaderDepth(reader);
    bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
    while (!empty && xmlTextReaderRead(reader) == 1 && xmlTextReaderDepth(reader) > depth) {
        int type = xmlTextReaderNodeType(reader);
        while (is_element(reader, "rPh"))
            if (xmlTextReaderNext(reader) != 1)
                return buf_str(&text);
        if (xmlTextReaderDepth(reader) <= depth)
            break;
        type = xmlTextReaderNodeType(reader);
        if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
            add_unescaped(&text, str_of((const char *)xmlTextReaderConstValue(reader)));
    }
    return buf_str(&text);
}

/* ---- strings and styles ---- */

static void read_strings(Workbook *book, Str xml) {
    xmlTextReader *reader = stream(xml);
    while (reader && xmlTextReaderRead(reader) == 1)
        if (is_element(reader, "si"))
            *VEC_PUSH(book->arena, &book->shared) = inner_text(book->arena, reader);
    xmlFreeTextReader(reader);
}

/* Number formats by their id, as pointers to what they show. */
static GHashTable *read_codes(Arena *arena, xmlNode *root) {
    GHashTable *codes = g_hash_table_new(g_direct_hash, g_direct_equal);
    XmlNodes nodes = {0};
    xml_find(arena, root, "numFmts/numFmt", &nodes);
    for (size_t i = 0; i < nodes.of.len && i < FORMATS_MAX; i++) {
        int id = int_of(xml_text(arena, nodes.of.items[i], "@numFmtId"), -1);
        CellFormat format = cell_format_of_code(xml_text(arena, nodes.of.items[i], "@formatCode"));
        g_hash_table_insert(codes, GINT_TO_POINTER(id), GINT_TO_POINTER(format + 1));
    }
    return codes;
}

static void read_styles(Workbook *book, Str xml) {
    Str reason;
    xmlDoc *doc = xml_open(xml, &reason);
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    if (!root)
        return;
    XmlNodes styles = {0};
    GHashTable *codes = read_codes(book->arena, root);
    xml_find(book->arena, root, "cellXfs/xf", &styles);
    for (size_t i = 0; i < styles.of.len && i < FORMATS_MAX; i++) {
        int id = int_of(xml_text(book->arena, styles.of.items[i], "@numFmtId"), 0);
        int own = GPOINTER_TO_INT(g_hash_table_lookup(codes, GINT_TO_POINTER(id)));
        *VEC_PUSH(book->arena, &book->formats) = own ? (CellFormat)(own - 1) : cell_format_builtin(id);
    }
    g_hash_table_destroy(codes);
    xmlFreeDoc(doc);
}

/* ---- a sheet ---- */

/* "AB12": column 27, row 11. False when it is no reference. */
static bool reference(Str text, uint32_t *column, uint32_t *row) {
    uint32_t letters = 0, digits = 0;
    size_t at = 0;
    for (; at < text.len && at < 3 && g_ascii_isalpha(text.data[at]); at++)
        letters = letters * 26 + (uint32_t)(g_ascii_toupper(text.data[at]) - 'A' + 1);
    int number = int_of(str_sub(text, at, text.len), 0);
    digits = (uint32_t)number;
    if (!letters || !digits)
        return false;
    *column = letters - 1;
    *row = digits - 1;
    return true;
}

/* What a cell shows. `type` is its attribute "t", `raw` its value. */
static Str cell_text(Workbook *book, Str type, int style, Str raw) {
    if (str_eq(type, STR("s"))) {
        int index = int_of(raw, -1);
        return index >= 0 && (size_t)index < book->shared.len ? book->shared.items[index] : STR_NONE;
    }
    if (str_eq(type, STR("b")))
        return str_eq(raw, STR("1")) ? STR("TRUE") : STR("FALSE");
    if (str_eq(type, STR("d")))
        return str_sub(raw, 0, 10);
    if (type.len && !str_eq(type, STR("n")))
        return raw;
    bool styled = style >= 0 && (size_t)style < book->formats.len;
    return cell_format_text(book->arena, raw, styled ? book->formats.items[style] : CELL_NUMBER, book->from_1904);
}

/* The reader stands on <c>; it is left behind it. */
static Str read_cell(Workbook *book, xmlTextReader *reader) {
    Str type = attribute(book->arena, reader, "t"), raw = STR_NONE;
    int style = int_of(attribute(book->arena, reader, "s"), 0);
    int depth = xmlTextReaderDepth(reader);
    if (xmlTextReaderIsEmptyElement(reader) == 1)
        return STR_NONE;
    while (xmlTextReaderRead(reader) == 1 && xmlTextReaderDepth(reader) > depth)
        if (is_element(reader, "v") || is_element(reader, "is"))
            raw = inner_text(book->arena, reader);
    return raw.len ? cell_text(book, type, style, raw) : STR_NONE;
}

/* A range merged over rows of one column: its cells below the first say the same. */
static void read_merge(Workbook *book, Str range, SheetCells *cells, size_t own, GHashTable *heads) {
    uint32_t left, top, right, bottom;
    ptrdiff_t colon = str_find_char(range, ':');
    if (colon < 0 || !reference(str_sub(range, 0, (size_t)colon), &left, &top) ||
        !reference(str_sub(range, (size_t)colon + 1, range.len), &right, &bottom) || left != right ||
        left >= WORKBOOK_COLUMNS_MAX)
        return;
    gpointer found = g_hash_table_lookup(heads, GSIZE_TO_POINTER((size_t)top * WORKBOOK_COLUMNS_MAX + left));
    for (uint32_t row = top + 1; found && row <= bottom && cells->len - own < WORKBOOK_FILL_MAX; row++) {
        Str text = cells->items[GPOINTER_TO_SIZE(found) - 1].text;
        *VEC_PUSH(book->arena, cells) = (SheetCell){row, left, (uint32_t)cells->len, text};
    }
}

static int by_place(const void *a, const void *b) {
    const SheetCell *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void read_cells(Workbook *book, xmlTextReader *reader, SheetCells *cells) {
    uint32_t row = 0, column = 0;
    bool begun = false;
    g_autoptr(GHashTable) heads = g_hash_table_new(g_direct_hash, g_direct_equal);
    size_t own = 0;
    int more;
    while ((more = xmlTextReaderRead(reader)) == 1) {
        if (is_element(reader, "row")) {
            int number = int_of(attribute(book->arena, reader, "r"), 0);
            row = number > 0 ? (uint32_t)number - 1 : begun ? row + 1 : 0;
            begun = true;
            column = 0;
        } else if (is_element(reader, "c") && book->cells >= WORKBOOK_CELLS_MAX) {
            book->half = "the workbook has more than 4,000,000 cells";
            break;
        } else if (is_element(reader, "c")) {
            reference(attribute(book->arena, reader, "r"), &column, &row);
            uint32_t at = column++;
            Str text = str_trim(read_cell(book, reader));
            if (!text.len || at >= WORKBOOK_COLUMNS_MAX)
                continue;
            book->cells++;
            *VEC_PUSH(book->arena, cells) = (SheetCell){row, at, (uint32_t)cells->len, text};
            g_hash_table_insert(heads, GSIZE_TO_POINTER((size_t)row * WORKBOOK_COLUMNS_MAX + at),
                                GSIZE_TO_POINTER(cells->len));
            own = cells->len;
        } else if (is_element(reader, "mergeCell")) {
            read_merge(book, attribute(book->arena, reader, "ref"), cells, own, heads);
        }
    }
    if (more < 0)
        book->half = "the workbook is damaged";
}

static void write_cells(const SheetCells *cells, Buf *out) {
    uint32_t row = 0, column = 0;
    for (size_t i = 0; i < cells->len; i++) {
        const SheetCell *cell = &cells->items[i];
        if (i && cell->row == cells->items[i - 1].row && cell->column == cells->items[i - 1].column)
            continue;
        if (cell->row != row) {
            uint32_t gap = cell->row - row;
            for (uint32_t k = 0; k < (gap > WORKBOOK_GAP_MAX ? 2 : gap); k++)
                buf_add_char(out, '\n');
            row = cell->row;
            column = 0;
        }
        for (; column < cell->column; column++)
            buf_add_char(out, '\t');
        buf_add(out, cell->text);
    }
    buf_add_char(out, '\n');
}

static bool read_sheet(Workbook *book, Str xml, Buf *out) {
    SheetCells cells = {0};
    xmlTextReader *reader = stream(xml);
    if (!reader)
        return false;
    read_cells(book, reader, &cells);
    xmlFreeTextReader(reader);
    if (!cells.len)
        return true;
    qsort(cells.items, cells.len, sizeof *cells.items, by_place);
    if (out->len)
        buf_add_char(out, EXTRACT_PAGE_BREAK);
    write_cells(&cells, out);
    return true;
}

/* ---- the file ---- */

/* The path that a relation names, from the root of the archive. */
static const char *target_path(Arena *arena, Str target) {
    Str path = str_starts(target, STR("/")) ? str_sub(target, 1, target.len)
                                            : arena_printf(arena, "xl/" STR_FMT, STR_ARG(target));
    return arena_printf(arena, STR_FMT, STR_ARG(path)).data;
}

/* The target of a relation by its id, or by the end of its type. */
static Str relation(Arena *arena, const XmlNodes *relations, Str id, Str type) {
    for (size_t i = 0; i < relations->of.len; i++) {
        xmlNode *node = relations->of.items[i];
        if ((id.len && str_eq(xml_text(arena, node, "@Id"), id)) ||
            (type.len && str_ends(xml_text(arena, node, "@Type"), type)))
            return xml_text(arena, node, "@Target");
    }
    return STR_NONE;
}

static void read_parts(Workbook *book, const XmlNodes *relations) {
    Str xml, strings = relation(book->arena, relations, STR_NONE, STR("/sharedStrings"));
    Str styles = relation(book->arena, relations, STR_NONE, STR("/styles"));
    if (strings.len && zip_file_named(book->zip, book->arena, target_path(book->arena, strings), &xml))
        read_strings(book, xml);
    if (styles.len && zip_file_named(book->zip, book->arena, target_path(book->arena, styles), &xml))
        read_styles(book, xml);
}

static Str read_sheets(Workbook *book, xmlNode *root, const XmlNodes *relations) {
    Arena *arena = book->arena;
    Buf text = {.arena = arena};
    XmlNodes sheets = {0};
    Str from_1904 = xml_text(arena, root, "workbookPr/@date1904");
    book->from_1904 = str_eq(from_1904, STR("1")) || str_eq(from_1904, STR("true"));
    xml_find(arena, root, "sheets/sheet", &sheets);
    if (sheets.of.len > WORKBOOK_SHEETS_MAX)
        book->half = "the workbook has more than 500 sheets";
    for (size_t i = 0; i < sheets.of.len && !book->half; i++) {
        Str state = xml_text(arena, sheets.of.items[i], "@state"), xml;
        Str target = relation(arena, relations, xml_text(arena, sheets.of.items[i], "@id"), STR_NONE);
        bool hidden = str_starts_nocase(state, STR("hidden")) || str_starts_nocase(state, STR("veryHidden"));
        if (hidden || !target.len)
            continue;
        if (!zip_file_named(book->zip, arena, target_path(arena, target), &xml) || !read_sheet(book, xml, &text))
            book->half = "the workbook is damaged";
    }
    return text.len ? buf_str(&text) : STR("");
}

static xmlDoc *open_part(Workbook *book, const char *name) {
    Str xml, reason;
    return zip_file_named(book->zip, book->arena, name, &xml) ? xml_open(xml, &reason) : NULL;
}

void workbook_read(Arena *arena, const ExtractAsk *ask, Extract *out) {
    Workbook book = {.arena = arena, .zip = zip_file_open(arena, ask->bytes)};
    xmlDoc *main = book.zip ? open_part(&book, "xl/workbook.xml") : NULL;
    xmlDoc *parts = main ? open_part(&book, "xl/_rels/workbook.xml.rels") : NULL;
    if (!main || !parts) {
        extract_refuse(arena, out, STR("the workbook is damaged"));
    } else {
        XmlNodes relations = {0};
        Paper *paper = extract_add(arena, out, PAPER_SELF);
        xml_find(arena, xmlDocGetRootElement(parts), "Relationship", &relations);
        read_parts(&book, &relations);
        paper->text = read_sheets(&book, xmlDocGetRootElement(main), &relations);
        if (book.half)
            extract_refuse(arena, out, str_of(book.half));
    }
    xmlFreeDoc(main);
    xmlFreeDoc(parts);
    zip_file_close(book.zip);
}
