#define _GNU_SOURCE
#include "run/memory.h"

#include <glib.h>
#include <unistd.h>

#include "match/claimed.h"
#include "reply/subject.h"
#include "run/digests.h"
#include "base/banned.h"

#define SEVERAL    ((uint64_t)1)       /* of a claimed number's value: others than the first claimed it too */
#define NO_PLACE   UINT64_MAX
#define IDS_MEMORY ((size_t)256 * 1024) /* of ids before they go to the file */

struct Memory {
    DigestKey key;
    Digests *numbers; /* invoice -> digest of the first partner, its lowest bit SEVERAL */
    Digests *tickets; /* message, content, claim of an invoice -> where the id of the first stands in `ids` */
    GString *ids;     /* the latest of them, a length before each */
    uint64_t before;  /* bytes of ids in the file, before these */
    int file;         /* -1: none yet */
    bool stays;       /* no file can be made or written */
};

Memory *memory_new(DigestKey key) {
    Memory *memory = g_new0(Memory, 1);
    memory->key = key;
    memory->numbers = digests_new(DIGESTS_MEMORY);
    memory->tickets = digests_new(DIGESTS_MEMORY);
    memory->ids = g_string_new(NULL);
    memory->file = -1;
    return memory;
}

void memory_free(Memory **memory) {
    if (!*memory)
        return;
    digests_free(&(*memory)->numbers);
    digests_free(&(*memory)->tickets);
    g_string_free((*memory)->ids, TRUE);
    if ((*memory)->file >= 0)
        close((*memory)->file);
    g_free(*memory);
    *memory = NULL;
}

DigestKey memory_key(const Memory *memory) {
    return memory->key;
}

/* ---- ids of tickets ---- */

static void ids_to_file(Memory *memory) {
    if (memory->file < 0)
        memory->file = digests_nameless_file();
    size_t len = memory->ids->len;
    memory->stays = memory->file < 0 || pwrite(memory->file, memory->ids->str, len, (off_t)memory->before) != (ssize_t)len;
    if (memory->stays)
        return;
    memory->before += len;
    g_string_truncate(memory->ids, 0);
}

static uint64_t keep_id(Memory *memory, Str id) {
    uint64_t at = memory->before + memory->ids->len;
    uint32_t len = (uint32_t)id.len;
    g_string_append_len(memory->ids, (const char *)&len, sizeof len);
    g_string_append_len(memory->ids, id.data, (gssize)id.len);
    if (memory->ids->len >= IDS_MEMORY && !memory->stays)
        ids_to_file(memory);
    return at;
}

static bool read_ids(const Memory *memory, uint64_t at, void *bytes, size_t len) {
    if (at >= memory->before) {
        memcpy(bytes, memory->ids->str + (at - memory->before), len);
        return true;
    }
    return pread(memory->file, bytes, len, (off_t)at) == (ssize_t)len;
}

static Str id_at(const Memory *memory, Arena *arena, uint64_t at) {
    uint32_t len;
    if (!read_ids(memory, at, &len, sizeof len))
        return STR_NONE;
    char *id = arena_alloc(arena, (size_t)len + 1);
    return read_ids(memory, at + sizeof len, id, len) ? (Str){id, len} : STR_NONE;
}

/* ---- traces ---- */

static uint64_t digest_all(DigestKey key, const uint64_t *parts, size_t n) {
    return digest(key, (Str){(const char *)parts, n * sizeof *parts});
}

/* Whom the ticket is from; 0 when nobody can tell. */
static uint64_t sender_of(Arena *arena, DigestKey key, const Resolution *resolution) {
    Str email = resolution->reading->ticket->requester_email;
    if (str_empty(email))
        return str_empty(resolution->partner_id) ? 0 : digest(key, resolution->partner_id);
    g_autofree char *lower = g_ascii_strdown(email.data, (gssize)email.len);
    return digest(key, arena_cstr(arena, lower));
}

static uint64_t partner_of(Arena *arena, DigestKey key, const Resolution *resolution) {
    return str_empty(resolution->partner_id) ? 0 : digest(key, number_fold(arena, resolution->partner_id));
}

/* The partner belongs to it: a consultant or an agent sends the same words for several. So do the periods: "last month" is
 * another month when it is sent again a month later. */
static uint64_t content_of(Arena *arena, DigestKey key, const Resolution *resolution, uint64_t sender) {
    const Ticket *ticket = resolution->reading->ticket;
    VEC(uint64_t) parts = {0};
    *VEC_PUSH(arena, &parts) = sender;
    *VEC_PUSH(arena, &parts) = partner_of(arena, key, resolution);
    *VEC_PUSH(arena, &parts) = digest(key, subject_reply(arena, ticket->subject, STR("")));
    *VEC_PUSH(arena, &parts) = digest(key, str_trim(ticket->text));
    for (size_t i = 0; i < ticket->fields.len; i++) {
        *VEC_PUSH(arena, &parts) = digest(key, ticket->fields.items[i].name);
        *VEC_PUSH(arena, &parts) = digest(key, ticket->fields.items[i].value);
    }
    for (size_t i = 0; i < ticket->documents.len; i++) {
        *VEC_PUSH(arena, &parts) = digest(key, ticket->documents.items[i]->name);
        *VEC_PUSH(arena, &parts) = digest(key, ticket->documents.items[i]->bytes);
    }
    for (size_t i = 0; i < resolution->lines.len; i++)
        for (Detail detail = DETAIL_MONTH; detail <= DETAIL_YEAR; detail++)
            *VEC_PUSH(arena, &parts) =
                digest(key, decimal_str(arena, resolution->lines.items[i]->effective.value[detail].number));
    return digest_all(key, parts.items, parts.len);
}

void trace_ticket(Arena *arena, DigestKey key, const Resolution *resolution, Trace *trace) {
    Str message = resolution->reading->ticket->message_id;
    uint64_t sender = sender_of(arena, key, resolution);
    if (!sender)
        return;
    trace->content = content_of(arena, key, resolution, sender);
    if (!str_empty(message))
        trace->message = digest_all(key, (uint64_t[]){sender, digest(key, message), partner_of(arena, key, resolution)}, 3);
}

void trace_claims(Arena *arena, DigestKey key, const Resolution *resolution, Trace *trace) {
    *trace = (Trace){.partner = partner_of(arena, key, resolution)};
    for (size_t i = 0; i < resolution->lines.len; i++) {
        Str number = claimed_number(arena, resolution->lines.items[i]);
        *VEC_PUSH(arena, &trace->numbers) = str_empty(number) ? 0 : digest(key, number);
    }
}

/* ---- passing ---- */

/* The ticket that is passing. */
typedef struct Passing {
    Memory *memory;
    Arena *arena;
    Str id;
    uint64_t place; /* of its id; NO_PLACE: not kept yet */
} Passing;

static void set_first(Passing *passing, uint64_t key) {
    if (passing->place == NO_PLACE)
        passing->place = keep_id(passing->memory, passing->id);
    digests_set(passing->memory->tickets, key, passing->place);
}

static Str first_of(const Passing *passing, uint64_t key) {
    uint64_t at;
    return digests_get(passing->memory->tickets, key, &at) ? id_at(passing->memory, passing->arena, at) : STR_NONE;
}

/* The key of the first ticket of the number's `nth` partner, 1 or 2. */
static uint64_t claim_key(const Passing *passing, uint64_t number, uint64_t nth) {
    return digest_all(passing->memory->key, (uint64_t[]){number, nth}, 2);
}

/* Did another partner claim it before? *first: in which ticket. Remembers that this one did. */
static bool claimed_by_another(Passing *passing, uint64_t number, uint64_t partner, Str *first) {
    Digests *numbers = passing->memory->numbers;
    uint64_t known;
    partner &= ~SEVERAL;
    if (!digests_get(numbers, number, &known)) {
        digests_set(numbers, number, partner);
        set_first(passing, claim_key(passing, number, 1));
        return false;
    }
    bool own = (known & ~SEVERAL) == partner;
    if (own && !(known & SEVERAL))
        return false;
    *first = first_of(passing, claim_key(passing, number, own ? 2 : 1));
    if (!(known & SEVERAL)) {
        digests_set(numbers, number, known | SEVERAL);
        set_first(passing, claim_key(passing, number, 2));
    }
    return true;
}

/* What the ticket itself repeats: content decides, a Message-ID alone links. */
static void pass_ticket(Passing *passing, const Trace *trace, Marks *marks) {
    marks->duplicate_of = trace->content ? first_of(passing, trace->content) : STR_NONE;
    Str message = trace->message ? first_of(passing, trace->message) : STR_NONE;
    if (!str_given(marks->duplicate_of))
        marks->same_message_as = message;
    if (trace->content && !str_given(marks->duplicate_of))
        set_first(passing, trace->content);
    if (trace->message && !str_given(message))
        set_first(passing, trace->message);
}

void memory_pass(Memory *memory, Arena *arena, Str id, const Trace *trace, Marks *marks) {
    Passing passing = {memory, arena, id, NO_PLACE};
    *marks = (Marks){0};
    pass_ticket(&passing, trace, marks);
    for (size_t i = 0; trace->partner && i < trace->numbers.len; i++) {
        Str first;
        if (trace->numbers.items[i] && claimed_by_another(&passing, trace->numbers.items[i], trace->partner, &first))
            *VEC_PUSH(arena, &marks->claimed) = (ClaimedLine){i, first};
    }
}

void marks_apply(Arena *arena, const Marks *marks, Resolution *resolution) {
    for (size_t i = 0; i < marks->claimed.len; i++) {
        const ClaimedLine *claimed = &marks->claimed.items[i];
        if (claimed->line < resolution->lines.len)
            claimed_mark(arena, resolution->lines.items[claimed->line], claimed->ticket);
    }
}
