#define _POSIX_C_SOURCE 200809L
#include "report/spool.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "base/buf.h"
#include "report/digest.h"
#include "base/banned.h"

struct Spool {
    FILE *file;
    Arena *arena;      /* of the record being written */
    GHashTable *last;  /* digest of a ticket -> 1 + number of its last entry; gone when it does not count any more */
    GHashTable *firsts; /* what is the same of a ticket and its repetitions -> 1 + number of the last that is none */
    GHashTable *copies; /* digest of a repetition -> Copies */
    uint32_t added, counted, earlier;
    uint32_t number;   /* of the entry to be read next */
};

/* The same repetition: how many since the ticket itself was met last, in a run that is. */
typedef struct Copies {
    gpointer first;
    uint32_t n;
} Copies;

/* ---- opening ---- */

static void set_error(GError **error, const char *what) {
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "the temporary file of the report: %s: %s", what,
                g_strerror(errno));
}

Spool *spool_new(GError **error) {
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("resolver-report-XXXXXX", &path, error);
    if (fd < 0)
        return NULL;
    g_unlink(path);
    Spool *spool = g_new0(Spool, 1);
    spool->file = fdopen(fd, "w+b");
    g_assert(spool->file);
    spool->arena = arena_new();
    spool->last = g_hash_table_new(NULL, NULL);
    spool->firsts = g_hash_table_new(NULL, NULL);
    spool->copies = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    return spool;
}

void spool_free(Spool **spool) {
    if (!*spool)
        return;
    fclose((*spool)->file);
    arena_free(&(*spool)->arena);
    g_hash_table_unref((*spool)->last);
    g_hash_table_unref((*spool)->firsts);
    g_hash_table_unref((*spool)->copies);
    g_clear_pointer(spool, g_free);
}

size_t spool_len(const Spool *spool) {
    return spool->counted;
}

size_t spool_earlier(const Spool *spool) {
    return spool->earlier;
}

/* ---- which entry of a ticket counts ---- */

#define KEY(digest) GSIZE_TO_POINTER((gsize)(digest))

/* Was the id made from the name of the ticket's file? Then it says no more than where the ticket stood. *whole: from nothing
 * else, so it is alone in its file. */
static bool id_is_of_file(const Entry *entry, bool *whole) {
    g_autofree char *path = g_strndup(entry->source.data ? entry->source.data : "", entry->source.len);
    g_autofree char *name = g_path_get_basename(path);
    char *dot = strrchr(name, '.');
    if (dot && dot != name)
        *dot = '\0';
    *whole = str_given(entry->source) && str_eq_cstr(entry->id, name);
    return str_given(entry->source) && str_starts(entry->id, str_of(name));
}

/* A ticket that could not be read has only its place to be known by. */
static uint64_t error_digest(Str place) {
    return digest_add(digest_add(DIGEST_BEGIN, STR("error")), place);
}

/* Of one run each repetition counts, and each is a ticket of its own; of the next run they are the same ones again. */
static uint64_t copy_digest(Spool *spool, const Entry *entry, uint64_t digest) {
    digest = digest_add(digest_add(digest, entry->source), entry->duplicate_of);
    digest = digest_add_number(digest, entry_content(spool->arena, entry));
    gpointer first = g_hash_table_lookup(spool->firsts, KEY(entry_content(spool->arena, entry)));
    Copies *copies = g_hash_table_lookup(spool->copies, KEY(digest));
    if (!copies)
        g_hash_table_insert(spool->copies, KEY(digest), copies = g_new0(Copies, 1));
    copies->n = copies->first == first ? copies->n + 1 : 1;
    copies->first = first;
    return digest_add_number(digest, copies->n);
}

static uint64_t ticket_digest(Spool *spool, const Entry *entry) {
    bool whole;
    if (str_given(entry->error))
        return error_digest(entry->id);
    uint64_t digest = digest_add(digest_add(DIGEST_BEGIN, entry->id), entry->received);
    digest = digest_add(digest, entry->requester_email);
    if (str_given(entry->duplicate_of))
        return copy_digest(spool, entry, digest);
    return !str_given(entry->received) && id_is_of_file(entry, &whole) ? digest_add(digest, entry->source) : digest;
}

static void leave_out(Spool *spool, uint64_t digest) {
    bool gone = g_hash_table_remove(spool->last, KEY(digest));
    spool->counted -= gone;
    spool->earlier += gone;
}

/* What could not be read before, and now was: "ticket.json", and a mail, "ticket.eml:1". */
static void leave_out_errors(Spool *spool, const Entry *entry) {
    bool whole;
    if (!str_given(entry->source))
        return;
    leave_out(spool, error_digest(entry->source));
    if (id_is_of_file(entry, &whole) && whole)
        leave_out(spool, error_digest(arena_printf(spool->arena, STR_FMT ":1", STR_ARG(entry->source))));
}

static void remember(Spool *spool, const Entry *entry, uint64_t digest) {
    leave_out(spool, digest);
    g_hash_table_insert(spool->last, KEY(digest), GUINT_TO_POINTER(++spool->added));
    spool->counted++;
    if (str_given(entry->error))
        return;
    leave_out_errors(spool, entry);
    if (!str_given(entry->duplicate_of))
        g_hash_table_insert(spool->firsts, KEY(entry_content(spool->arena, entry)), GUINT_TO_POINTER(spool->added));
}

/* ---- a record: numbers in groups of seven bits, texts behind their length ---- */

static void put_number(Buf *buf, uint64_t number) {
    for (; number >= 0x80; number >>= 7)
        buf_add_char(buf, (char)(number | 0x80));
    buf_add_char(buf, (char)number);
}

static void put_text(Buf *buf, Str text) {
    put_number(buf, str_given(text) ? text.len + 1 : 0);
    buf_add(buf, text);
}

static void put_date(Buf *buf, Date date) {
    put_number(buf, (uint64_t)date.year << 9 | (unsigned)date.month << 5 | (unsigned)date.day);
}

static void put_details(Buf *buf, const Details *details) {
    put_number(buf, details->given);
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!detail_given(details, detail))
            continue;
        const Value *value = &details->value[detail];
        if (detail_is_number(detail)) {
            put_number(buf, value->number.scale);
            put_number(buf, (uint64_t)value->number.units << 1 ^ (uint64_t)(value->number.units >> 63));
        } else {
            put_text(buf, value->text);
        }
    }
}

static void put_line(Buf *buf, const EntryLine *line) {
    put_number(buf, line->decision);
    put_number(buf, line->findings);
    put_number(buf, line->has_invoice);
    put_date(buf, line->displayed_from);
    put_details(buf, &line->effective);
    put_details(buf, &line->dashboard);
}

static Str *entry_texts(Entry *entry, size_t i) {
    Str *texts[] = {&entry->file,     &entry->id,         &entry->source,         &entry->error,
                    &entry->subject,  &entry->received,   &entry->duplicate_of,   &entry->partner_id,
                    &entry->language, &entry->requester_name, &entry->requester_email};
    return i < G_N_ELEMENTS(texts) ? texts[i] : NULL;
}

static void put_entry(Buf *buf, const Entry *given, uint64_t digest) {
    Entry entry = *given;
    put_number(buf, digest);
    for (size_t i = 0; entry_texts(&entry, i); i++)
        put_text(buf, *entry_texts(&entry, i));
    put_number(buf, entry.line);
    put_date(buf, entry.as_of);
    put_number(buf, entry.intent);
    put_number(buf, entry.decision);
    put_number(buf, (uint64_t)entry.has_reply | (uint64_t)entry.send << 1 | (uint64_t)entry.withheld << 2 |
                        (uint64_t)entry.no_dashboard << 3);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        put_number(buf, entry.refused[kind]);
    put_number(buf, entry.unreadable);
    put_number(buf, entry.lines.len);
    for (size_t i = 0; i < entry.lines.len; i++)
        put_line(buf, &entry.lines.items[i]);
}

bool spool_add(Spool *spool, const Entry *entry, GError **error) {
    arena_clear(spool->arena);
    Buf record = {.arena = spool->arena};
    uint64_t digest = ticket_digest(spool, entry);
    put_entry(&record, entry, digest);
    uint32_t size = (uint32_t)record.len;
    if (fwrite(&size, sizeof size, 1, spool->file) != 1 || fwrite(record.data, 1, size, spool->file) != size) {
        set_error(error, "cannot write");
        return false;
    }
    remember(spool, entry, digest);
    return true;
}

/* ---- and back; only what this process wrote is read ---- */

static uint64_t get_number(Str *rest) {
    uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        g_assert(rest->len && shift < 64);
        unsigned char c = (unsigned char)*rest->data;
        *rest = str_sub(*rest, 1, rest->len);
        number |= (uint64_t)(c & 0x7F) << shift;
        if (c < 0x80)
            return number;
    }
}

static Str get_text(Str *rest) {
    uint64_t len = get_number(rest);
    if (!len--)
        return STR_NONE;
    g_assert(len <= rest->len);
    Str text = str_sub(*rest, 0, len);
    *rest = str_sub(*rest, len, rest->len);
    return text;
}

static Date get_date(Str *rest) {
    uint64_t packed = get_number(rest);
    return (Date){(int)(packed >> 9), (int)(packed >> 5 & 15), (int)(packed & 31)};
}

static void get_details(Str *rest, Details *details) {
    details->given = (unsigned)get_number(rest);
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!detail_given(details, detail))
            continue;
        Value *value = &details->value[detail];
        if (detail_is_number(detail)) {
            value->number.scale = (uint8_t)get_number(rest);
            uint64_t folded = get_number(rest);
            value->number.units = (int64_t)(folded >> 1) ^ -(int64_t)(folded & 1);
        } else {
            value->text = get_text(rest);
        }
    }
}

static void get_line(Str *rest, EntryLine *line) {
    line->decision = (Decision)get_number(rest);
    line->findings = (unsigned)get_number(rest);
    line->has_invoice = get_number(rest);
    line->displayed_from = get_date(rest);
    get_details(rest, &line->effective);
    get_details(rest, &line->dashboard);
}

/* Gives the digest of the ticket. */
static uint64_t get_entry(Arena *arena, Str rest, Entry *entry) {
    uint64_t digest = get_number(&rest);
    *entry = (Entry){0};
    for (size_t i = 0; entry_texts(entry, i); i++)
        *entry_texts(entry, i) = get_text(&rest);
    entry->line = get_number(&rest);
    entry->as_of = get_date(&rest);
    entry->intent = (Intent)get_number(&rest);
    entry->decision = (Decision)get_number(&rest);
    uint64_t flags = get_number(&rest);
    entry->has_reply = flags & 1;
    entry->send = flags & 2;
    entry->withheld = flags & 4;
    entry->no_dashboard = flags & 8;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        entry->refused[kind] = (unsigned)get_number(&rest);
    entry->unreadable = (unsigned)get_number(&rest);
    for (uint64_t n = get_number(&rest); n; n--)
        get_line(&rest, VEC_PUSH(arena, &entry->lines));
    return digest;
}

bool spool_rewind(Spool *spool, GError **error) {
    spool->number = 0;
    if (fflush(spool->file) == 0 && fseek(spool->file, 0, SEEK_SET) == 0)
        return true;
    set_error(error, "cannot write");
    return false;
}

bool spool_next(Spool *spool, Arena *arena, Entry *entry, uint32_t *number, GError **error) {
    while (spool->number < spool->added) {
        uint32_t size;
        char *data = NULL;
        bool got = fread(&size, sizeof size, 1, spool->file) == 1;
        if (got) {
            data = arena_alloc(arena, size + 1);
            got = fread(data, 1, size, spool->file) == size;
        }
        if (!got) {
            set_error(error, "cannot read");
            return false;
        }
        uint64_t digest = get_entry(arena, (Str){data, size}, entry);
        uint32_t at = spool->number++;
        if (number)
            *number = at;
        if (GPOINTER_TO_UINT(g_hash_table_lookup(spool->last, KEY(digest))) == at + 1)
            return true;
    }
    return false;
}
