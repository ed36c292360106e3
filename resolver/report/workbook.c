#define _POSIX_C_SOURCE 200809L
#include "report/workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "report/due.h"
#include "report/labels.h"
#include "report/workbook_whole.h"
#include "base/banned.h"

#define ROWS_MOST 1048575 /* of a sheet, its head left out; the last of them tells what did not fit */
#define CELL_MOST 1000    /* characters of a text that are kept */

enum { SHEET_SUMMARY, SHEET_TICKETS, SHEET_GROUPS, SHEET_DUE, SHEET_COUNT };
static const char *const sheet_names[SHEET_COUNT] = {"Summary", "Tickets", "Groups", "Due"};

typedef struct Book {
    lxw_workbook *workbook;
    lxw_worksheet *worksheets[SHEET_COUNT];
    lxw_format *bold, *head, *day, *percent;
    Arena *arena; /* of the row at hand */
} Book;

typedef struct Sheet {
    Book *book;
    lxw_worksheet *worksheet;
    lxw_row_t row;
    lxw_col_t column;
    size_t left_out;
} Sheet;

/* ---- cells ---- */

/* What XML cannot hold is left out; a workbook's reader takes "_x0041_" for an escape, so that is written as one. */
static const char *cell_text(Arena *arena, Str text) {
    Buf buf = {.arena = arena};
    size_t size, characters = 0;
    for (size_t at = 0; at < text.len && characters < CELL_MOST; at += size, characters++) {
        uint32_t c = utf8_decode(text, at, &size);
        if (c == '_' && at + 1 < text.len && text.data[at + 1] == 'x')
            buf_add(&buf, STR("_x005F_"));
        else if ((c < ' ' && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF)
            buf_add_char(&buf, ' ');
        else
            buf_add_utf8(&buf, c);
    }
    return buf.len ? buf_str(&buf).data : "";
}

static void put_text(Sheet *sheet, Str text) {
    lxw_col_t column = sheet->column++;
    if (!str_empty(text))
        worksheet_write_string(sheet->worksheet, sheet->row, column, cell_text(sheet->book->arena, text), NULL);
}

static void put_words(Sheet *sheet, const char *text, lxw_format *format) {
    worksheet_write_string(sheet->worksheet, sheet->row, sheet->column++, text, format);
}

static void put_number(Sheet *sheet, size_t number) {
    worksheet_write_number(sheet->worksheet, sheet->row, sheet->column++, (double)number, NULL);
}

static void put_share(Sheet *sheet, size_t n, size_t whole) {
    worksheet_write_number(sheet->worksheet, sheet->row, sheet->column++, whole ? (double)n / (double)whole : 0, sheet->book->percent);
}

static void put_day(Sheet *sheet, Date date) {
    lxw_col_t column = sheet->column++;
    if (!date_given(date))
        return;
    lxw_datetime day = {.year = date.year, .month = date.month, .day = date.day ? date.day : 1};
    if (date.year >= 1900)
        worksheet_write_datetime(sheet->worksheet, sheet->row, column, &day, sheet->book->day);
    else
        worksheet_write_string(sheet->worksheet, sheet->row, column, date_iso(sheet->book->arena, date).data, NULL);
}

/* False when the sheet is full: the row is only counted. */
static bool next_row(Sheet *sheet) {
    sheet->column = 0;
    if (sheet->row < ROWS_MOST - 1) {
        sheet->row++;
        return true;
    }
    sheet->left_out++;
    return false;
}

typedef struct Column {
    const char *name;
    double width;
} Column;

static Sheet sheet_open(Book *book, int which, const Column *columns, size_t n) {
    Sheet sheet = {.book = book, .worksheet = book->worksheets[which]};
    for (size_t i = 0; i < n; i++) {
        worksheet_set_column(sheet.worksheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL);
        put_words(&sheet, columns[i].name, book->head);
    }
    worksheet_freeze_panes(sheet.worksheet, 1, 0);
    return sheet;
}

/* The filter goes over all that was written. */
static void sheet_close(Sheet *sheet, size_t columns) {
    worksheet_autofilter(sheet->worksheet, 0, 0, MAX(sheet->row, 1), (lxw_col_t)(columns - 1));
    if (!sheet->left_out)
        return;
    g_autofree char *text = g_strdup_printf("%zu more do not fit into a sheet", sheet->left_out);
    worksheet_write_string(sheet->worksheet, ROWS_MOST, 0, text, NULL);
}

/* ---- the summary ---- */

static void section(Sheet *sheet, const char *title) {
    next_row(sheet);
    next_row(sheet);
    put_words(sheet, title, sheet->book->bold);
}

static void counted(Sheet *sheet, const char *label, size_t n, size_t whole) {
    if (!n)
        return;
    next_row(sheet);
    put_text(sheet, str_of(label));
    put_number(sheet, n);
    put_share(sheet, n, whole);
}

static void tallied(Sheet *sheet, const char *title, const Tally *tally, TallyOrder order, const char *(*label)(const char *), size_t whole) {
    GArray *items = tally_items(tally, order);
    section(sheet, title);
    for (guint i = 0; i < items->len; i++) {
        const TallyItem *item = &g_array_index(items, TallyItem, i);
        counted(sheet, label ? label(item->word) : item->word, item->count, whole);
    }
    g_array_free(items, TRUE);
}

#define CLOSED_SET(sheet, title, counts, n, label, whole)                                                              \
    do {                                                                                                               \
        section((sheet), (title));                                                                                     \
        for (int i = 0; i < (n); i++)                                                                                  \
            counted((sheet), label(i), (counts)[i], (whole));                                                          \
    } while (0)

static void add_summary(Book *book, const Summary *s) {
    static const Column columns[] = {{"What the queue came to", 46}, {"Number", 12}, {"Share", 10}};
    Sheet sheet = sheet_open(book, SHEET_SUMMARY, columns, G_N_ELEMENTS(columns));
    counted(&sheet, "Tickets", s->tickets, s->tickets);
    counted(&sheet, "Tickets that could not be read", s->errors, s->tickets);
    counted(&sheet, "Tickets sent again (counted in none of the tables below)", s->again, s->tickets);
    counted(&sheet, "Purchases", s->purchases, s->purchases);
    CLOSED_SET(&sheet, "Whose turn it is (tickets)", s->wait, WAIT_COUNT, label_wait, s->tickets);
    CLOSED_SET(&sheet, "Decisions (tickets)", s->decision, DECISION_COUNT, label_decision, s->decided);
    CLOSED_SET(&sheet, "Reasons (purchases that show them)", s->finding, FINDING_COUNT, label_finding, s->purchases);
    CLOSED_SET(&sheet, "What was asked (tickets)", s->intent, INTENT_COUNT, label_intent, s->decided);
    size_t documents = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        documents += s->refused[kind];
    CLOSED_SET(&sheet, "Documents that are no evidence", s->refused, KIND_COUNT, label_kind, documents);
    tallied(&sheet, "Languages (tickets)", s->languages, TALLY_BY_COUNT, label_language, s->decided);
    tallied(&sheet, "Months (purchases)", s->months, TALLY_BY_WORD, NULL, s->purchases);
    tallied(&sheet, "Product types (purchases)", s->types, TALLY_BY_COUNT, label_type, s->purchases);
    tallied(&sheet, "Tickets that wait, by the day from which they can be answered", s->calendar, TALLY_BY_WORD, NULL, s->decided);
    tallied(&sheet, "Partners (tickets)", s->partners, TALLY_BY_COUNT, NULL, s->decided);
}

/* ---- the tickets ---- */

static const Column ticket_columns[] = {
    {"Ticket", 18},       {"File", 22},      {"Received", 12},     {"As of", 12},      {"Whose turn", 26},  {"Decision", 26},
    {"Question", 18},     {"Language", 14},  {"Partner", 12},      {"Name", 22},       {"E-mail", 28},      {"Subject", 44},
    {"Purchases", 10},    {"Months", 12},    {"Product types", 20}, {"Invoices", 24},  {"Reasons", 36},     {"Answerable from", 14},
    {"Groups", 40},       {"Remark", 30}};

static void join(Buf *buf, Str text) {
    if (str_empty(text) || str_find(buf_str(buf), text) >= 0)
        return;
    buf_add(buf, buf->len ? STR(", ") : STR(""));
    buf_add(buf, text);
}

static void put_details(Sheet *sheet, const Entry *entry, Detail detail) {
    Buf buf = {.arena = sheet->book->arena};
    for (size_t i = 0; i < entry->lines.len; i++) {
        const Details *details = &entry->lines.items[i].effective;
        if (detail == DETAIL_MONTH)
            join(&buf, date_iso(buf.arena, entry_period(details)));
        else if (detail_given(details, detail))
            join(&buf, detail == DETAIL_OMLP_TYPE ? str_of(label_type(arena_str(buf.arena, details->value[detail].text).data))
                                                  : details->value[detail].text);
    }
    put_text(sheet, buf_str(&buf));
}

static void put_findings(Sheet *sheet, const Entry *entry) {
    Buf buf = {.arena = sheet->book->arena};
    for (size_t i = 0; i < entry->lines.len; i++)
        for (int code = 0; code < FINDING_COUNT; code++)
            if (entry_found(&entry->lines.items[i], (FindingCode)code))
                join(&buf, str_of(label_finding((FindingCode)code)));
    put_text(sheet, buf_str(&buf));
}

static void put_groups(Sheet *sheet, const Entry *entry, const Groups *groups) {
    Buf buf = {.arena = sheet->book->arena};
    GroupRefs refs = {0};
    groups_of(groups, buf.arena, entry, &refs);
    for (size_t i = 0; i < refs.len; i++)
        join(&buf, group_cause(buf.arena, refs.items[i]));
    put_text(sheet, buf_str(&buf));
}

static Str remark_of(Arena *arena, const Entry *entry) {
    if (str_given(entry->error))
        return arena_printf(arena, "could not be read: " STR_FMT, STR_ARG(entry->error));
    if (str_given(entry->duplicate_of))
        return arena_printf(arena, "the same as " STR_FMT, STR_ARG(entry->duplicate_of));
    return entry->withheld ? STR("the draft was withheld") : STR_NONE;
}

static void put_ticket(Sheet *sheet, const Entry *entry, const Groups *groups) {
    Arena *arena = sheet->book->arena;
    bool decided = !str_given(entry->error);
    Date received = {0};
    date_parse_iso(entry->received, &received);
    put_text(sheet, entry->id);
    put_text(sheet, entry->source);
    put_day(sheet, received);
    put_day(sheet, entry->as_of);
    put_text(sheet, str_of(label_wait(entry_wait(entry))));
    put_text(sheet, decided ? str_of(label_decision(entry->decision)) : STR_NONE);
    put_text(sheet, decided ? str_of(label_intent(entry->intent)) : STR_NONE);
    put_text(sheet, str_given(entry->language) ? str_of(label_language(arena_str(arena, entry->language).data)) : STR_NONE);
    put_text(sheet, entry->partner_id);
    put_text(sheet, entry->requester_name);
    put_text(sheet, entry->requester_email);
    put_text(sheet, entry->subject);
    put_number(sheet, entry->lines.len);
    put_details(sheet, entry, DETAIL_MONTH);
    put_details(sheet, entry, DETAIL_OMLP_TYPE);
    put_details(sheet, entry, DETAIL_INVOICE_NUMBER);
    put_findings(sheet, entry);
    put_day(sheet, due_of(entry, entry->as_of).last);
    put_groups(sheet, entry, groups);
    put_text(sheet, remark_of(arena, entry));
}

static const Column due_columns[] = {{"Answerable from", 16}, {"Ticket", 18},        {"File", 24},    {"Partner", 14},
                                     {"Subject", 44},         {"Purchases waiting", 18}, {"The last from", 16}};

static void put_due(Sheet *sheet, const Entry *entry, const Due *due) {
    put_day(sheet, due->first);
    put_text(sheet, entry->id);
    put_text(sheet, entry->source);
    put_text(sheet, entry->partner_id);
    put_text(sheet, entry->subject);
    put_number(sheet, due->waiting);
    put_day(sheet, due->last);
}

/* What a visit writes of one ticket. */
typedef void (*Visit)(Sheet *sheet, const Entry *entry, const Groups *groups);

static void visit_ticket(Sheet *sheet, const Entry *entry, const Groups *groups) {
    if (next_row(sheet))
        put_ticket(sheet, entry, groups);
}

static void visit_due(Sheet *sheet, const Entry *entry, const Groups *groups) {
    (void)groups;
    Due due = due_of(entry, entry->as_of);
    if (!str_given(entry->error) && due.waiting && next_row(sheet))
        put_due(sheet, entry, &due);
}

static bool add_each(Sheet *sheet, Spool *spool, const Groups *groups, Visit visit, GError **error) {
    GError *failure = NULL;
    Entry entry;
    Arena *arena = arena_new(); /* the entry's own: texts of the row are made beside it */
    for (bool more = spool_rewind(spool, &failure); more && spool_next(spool, arena, &entry, NULL, &failure);) {
        visit(sheet, &entry, groups);
        arena_clear(arena);
        arena_clear(sheet->book->arena);
    }
    arena_free(&arena);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

/* ---- the groups ---- */

static void add_groups(Book *book, const Groups *groups) {
    static const Column columns[] = {{"Probable cause", 70}, {"What to do", 70}, {"Tickets", 10},
                                     {"Purchases", 10}, {"With an invoice", 14}, {"Ticket", 40}};
    Sheet sheet = sheet_open(book, SHEET_GROUPS, columns, G_N_ELEMENTS(columns));
    for (size_t i = 0; i < groups_len(groups); i++) {
        const Group *group = groups_at(groups, i);
        size_t at = 0;
        for (const char *id; (id = group_next_id(group, &at)) && next_row(&sheet);) {
            put_text(&sheet, group_cause(book->arena, group));
            put_text(&sheet, str_of(group_advice(group->kind)));
            put_number(&sheet, group->tickets);
            put_number(&sheet, group->purchases);
            put_number(&sheet, group->with_invoice);
            put_text(&sheet, str_of(id));
            arena_clear(book->arena);
        }
    }
    sheet_close(&sheet, G_N_ELEMENTS(columns));
}

/* ---- the file ---- */

static bool add_sheets(Book *book, Spool *spool, const Summary *summary, const Groups *groups, GError **error) {
    add_summary(book, summary);
    Sheet tickets = sheet_open(book, SHEET_TICKETS, ticket_columns, G_N_ELEMENTS(ticket_columns));
    bool good = add_each(&tickets, spool, groups, visit_ticket, error);
    sheet_close(&tickets, G_N_ELEMENTS(ticket_columns));
    add_groups(book, groups);
    Sheet due = sheet_open(book, SHEET_DUE, due_columns, G_N_ELEMENTS(due_columns));
    good = good && add_each(&due, spool, groups, visit_due, error);
    sheet_close(&due, G_N_ELEMENTS(due_columns));
    return good;
}

static void add_formats(Book *book) {
    book->bold = workbook_add_format(book->workbook);
    format_set_bold(book->bold);
    book->head = workbook_add_format(book->workbook);
    format_set_bold(book->head);
    format_set_bottom(book->head, LXW_BORDER_THIN);
    book->day = workbook_add_format(book->workbook);
    format_set_num_format(book->day, "yyyy-mm-dd");
    book->percent = workbook_add_format(book->workbook);
    format_set_num_format(book->percent, "0.0 %");
}

static bool set_error(GError **error, const char *path, const char *what) {
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: cannot be written: %s", path, what);
    return false;
}

/* Its own file and no other, whatever stands there under that name: a link that somebody planted is not followed. */
static bool part_make(const char *part) {
    unlink(part);
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    return fd >= 0 && close(fd) == 0;
}

static bool book_open(Book *book, const char *part) {
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .use_zip64 = LXW_TRUE};
    book->workbook = workbook_new_opt(part, &options);
    for (int i = 0; book->workbook && i < SHEET_COUNT; i++)
        if (!(book->worksheets[i] = workbook_add_worksheet(book->workbook, sheet_names[i])))
            return false;
    return book->workbook != NULL;
}

/* The library writes the rows into temporary files and asks nothing about it. *bytes: what each sheet must hold in the end. */
static bool rows_are_kept(Book *book, uint64_t *bytes) {
    bool kept = true;
    for (int i = 0; i < SHEET_COUNT; i++) {
        FILE *rows = book->worksheets[i]->optimize_tmpfile;
        lxw_worksheet_write_single_row(book->worksheets[i]); /* the last one is still in memory */
        kept &= fflush(rows) == 0 && !ferror(rows);
        bytes[i] = (uint64_t)ftello(rows);
    }
    return kept;
}

/* Closes the book in any case. */
static bool book_close(Book *book, const char *path, const char *part, GError **error) {
    uint64_t bytes[SHEET_COUNT];
    bool kept = rows_are_kept(book, bytes);
    if (!kept)
        lxw_workbook_free(book->workbook);
    lxw_error failure = kept ? workbook_close(book->workbook) : LXW_NO_ERROR;
    if (failure != LXW_NO_ERROR)
        return set_error(error, path, lxw_strerror(failure));
    if (kept && workbook_is_whole(part, bytes, SHEET_COUNT))
        return true;
    g_autofree char *why = g_strdup_printf("not all of it could be kept; is there room in its folder, and in %s for temporary files?",
                                           g_get_tmp_dir());
    return set_error(error, path, why);
}

static bool book_write(Book *book, const char *path, const char *part, Spool *spool, const Summary *summary, const Groups *groups, GError **error) {
    if (!book_open(book, part)) {
        if (book->workbook)
            lxw_workbook_free(book->workbook);
        return set_error(error, path, "no memory, or no room for temporary files");
    }
    add_formats(book);
    if (add_sheets(book, spool, summary, groups, error))
        return book_close(book, path, part, error);
    lxw_workbook_free(book->workbook);
    return false;
}

/* Under another name until it is whole. */
bool workbook_write(const char *path, Spool *spool, const Summary *summary, const Groups *groups, GError **error) {
    g_autofree char *part = g_strdup_printf("%s.part", path);
    /* The library complains by itself, on standard error: it is spared what is known to fail. */
    if (!part_make(part))
        return set_error(error, path, g_strerror(errno));
    Book book = {.arena = arena_new()};
    bool good = book_write(&book, path, part, spool, summary, groups, error);
    arena_free(&book.arena);
    if (good && g_rename(part, path) != 0)
        good = set_error(error, path, g_strerror(errno));
    if (!good)
        g_unlink(part);
    return good;
}
