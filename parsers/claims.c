#include "parsers/claims.h"

#include <glib.h>

#include "parsers/purchase.h"
#include "base/banned.h"

#define CUT_MAX 50 /* claims; in a longer list each number is whole */

#define SAME_NUMBER_MAX 64 /* claims of one number that are compared */

/* ---- the same purchase given twice ---- */

static bool claims_agree(const Claim *a, const Claim *b, unsigned mask) {
    for (int detail = 0; detail < DETAIL_REQUIRED; detail++)
        if ((mask & DETAIL_BIT(detail)) && detail_given(&a->details, (Detail)detail) &&
            detail_given(&b->details, (Detail)detail) &&
            !detail_same((Detail)detail, &a->details.value[detail], &b->details.value[detail]))
            return false;
    return true;
}

static bool same_purchase(const Claim *a, const Claim *b, bool same_place) {
    bool a_number = detail_given(&a->details, DETAIL_INVOICE_NUMBER), b_number = detail_given(&b->details, DETAIL_INVOICE_NUMBER);
    const unsigned key = DETAIL_BIT(DETAIL_INVOICE_NUMBER) | DETAIL_BIT(DETAIL_OMLP_TYPE);
    if (a_number && b_number)
        return claims_agree(a, b, same_place ? (1u << DETAIL_REQUIRED) - 1 : key);
    return !a_number && !b_number && claim_weight(a) >= 4 && a->details.given == b->details.given &&
           claims_agree(a, b, (1u << DETAIL_REQUIRED) - 1);
}

static void claim_merge(Claim *into, const Claim *from) {
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        unsigned bit = DETAIL_BIT(detail);
        if ((into->details.given & bit) || (into->ambiguous & bit) || !(from->details.given & bit))
            continue;
        into->details.given |= bit;
        into->details.value[detail] = from->details.value[detail];
        into->evidence[detail] = from->evidence[detail];
    }
}

size_t claim_weight(const Claim *claim) {
    return (size_t)__builtin_popcount((claim->details.given | claim->ambiguous) & ((1u << DETAIL_REQUIRED) - 1));
}

/* ---- claims by their number ---- */

static void clash(Arena *arena, Claim *claim, const Claim *other);

typedef struct ClaimIndex {
    Arena *arena;
    GHashTable *numbers; /* folded number -> Claims * */
    Claims nameless;     /* without a number */
} ClaimIndex;

static void index_open(ClaimIndex *index, Arena *arena) {
    *index = (ClaimIndex){.arena = arena, .numbers = g_hash_table_new(g_str_hash, g_str_equal)};
}

static void index_close(ClaimIndex *index) {
    g_hash_table_destroy(index->numbers);
}

static Claims *index_slot(ClaimIndex *index, const Claim *claim) {
    if (!detail_given(&claim->details, DETAIL_INVOICE_NUMBER))
        return &index->nameless;
    Str folded = number_fold(index->arena, claim->details.value[DETAIL_INVOICE_NUMBER].text);
    Claims *slot = g_hash_table_lookup(index->numbers, folded.data);
    if (!slot) {
        slot = ARENA_NEW(index->arena, Claims);
        g_hash_table_insert(index->numbers, (gpointer)folded.data, slot);
    }
    return slot;
}

static Claim *find_in(const Claims *slot, const Claim *claim, bool same_place) {
    for (size_t i = 0; i < slot->len && i < SAME_NUMBER_MAX; i++)
        if (same_purchase(slot->items[i], claim, same_place))
            return slot->items[i];
    return NULL;
}

static void put_claims(Arena *arena, const Purchases *purchases, const MentionRefs *denied, bool quoted, Claims *out) {
    ClaimIndex index;
    index_open(&index, arena);
    for (size_t i = 0; i < purchases->len; i++) {
        const Purchase *p = &purchases->items[i];
        Claim *claim = ARENA_NEW(arena, Claim);
        settle_claim(arena, &p->mentions, denied, quoted, claim);
        if (!claim_weight(claim))
            continue;
        claim->place = p->place;
        Claims *slot = index_slot(&index, claim);
        Claim *known = find_in(slot, claim, true), *elsewhere = known ? NULL : find_in(slot, claim, false);
        if (known) {
            claim_merge(known, claim);
            known->duplicate |= known->place == claim->place;
        } else if (elsewhere && elsewhere->place != claim->place && !quoted) {
            clash(arena, elsewhere, claim); /* a list of fields and a table speak of one purchase */
            claim_merge(elsewhere, claim);
        } else {
            *VEC_PUSH(arena, out) = claim;
            *VEC_PUSH(arena, slot) = claim;
        }
    }
    index_close(&index);
}

/* Does the claim say nothing but the other's number without its year, "invoice 77" for 77/2021? */
static bool is_cut_short(const Claim *claim, const Claim *other) {
    if ((claim->details.given | claim->ambiguous) != DETAIL_BIT(DETAIL_INVOICE_NUMBER) || claim->ambiguous ||
        !detail_given(&other->details, DETAIL_INVOICE_NUMBER))
        return false;
    Str part = claim->details.value[DETAIL_INVOICE_NUMBER].text, whole = other->details.value[DETAIL_INVOICE_NUMBER].text;
    if (!part.len || part.len >= whole.len)
        return false;
    Str rest = str_starts_nocase(whole, part) ? str_sub(whole, part.len + 1, whole.len) : str_sub(whole, 0, whole.len - part.len - 1);
    if (rest.len != 4 || rest.data[0] != '2' || rest.data[1] != '0')
        return false; /* A-1201-2 is another one than A-1201 */
    return (str_starts_nocase(whole, part) && !g_ascii_isalnum(whole.data[part.len])) ||
           (str_starts_nocase(str_sub(whole, whole.len - part.len, whole.len), part) &&
            !g_ascii_isalnum(whole.data[whole.len - part.len - 1]));
}

/* "Invoice 77 is missing, too." */
static bool is_added(const Mentions *mentions, const Claim *claim) {
    for (size_t i = 0; i < mentions->len && detail_given(&claim->details, DETAIL_INVOICE_NUMBER); i++)
        if (mentions->items[i].also && detail_same(DETAIL_INVOICE_NUMBER, &mentions->items[i].value, &claim->details.value[DETAIL_INVOICE_NUMBER]))
            return true;
    return false;
}

static void drop_cut_short(const Mentions *mentions, Claims *claims) {
    size_t kept = 0;
    for (size_t i = 0; i < claims->len; i++) {
        bool cut = false;
        for (size_t j = 0; j < claims->len && claims->len <= CUT_MAX && !cut; j++)
            cut = is_cut_short(claims->items[i], claims->items[j]) && !is_added(mentions, claims->items[i]);
        if (!cut)
            claims->items[kept++] = claims->items[i];
    }
    claims->len = kept;
}

void claims_settle(Arena *arena, const Mentions *mentions, const Strs *excluded, bool quoted, Claims *out) {
    Purchases purchases = {0};
    MentionRefs denied = {0};
    purchases_group(arena, mentions, excluded, &purchases, &denied);
    put_claims(arena, &purchases, &denied, quoted, out);
    drop_cut_short(mentions, out);
}

/* ---- other sources ---- */

static void clash(Arena *arena, Claim *claim, const Claim *other) {
    for (int detail = 0; detail < DETAIL_REQUIRED; detail++) {
        unsigned bit = DETAIL_BIT(detail);
        if (!(claim->details.given & bit) || !(other->details.given & bit) ||
            detail_same((Detail)detail, &claim->details.value[detail], &other->details.value[detail]))
            continue;
        claim->details.given &= ~bit;
        claim->ambiguous |= bit;
        *VEC_PUSH(arena, &claim->readings[detail]) = claim->evidence[detail].text;
        *VEC_PUSH(arena, &claim->readings[detail]) = other->evidence[detail].text;
    }
}

/* A text that only says what holds for all purchases of its table ("our purchases of 2020"). */
static bool says_only_shared(const Claim *claim) {
    const unsigned own = DETAIL_BIT(DETAIL_INVOICE_NUMBER) | DETAIL_BIT(DETAIL_PURCHASE_UNITS) |
                         DETAIL_BIT(DETAIL_KPI_VALUE) | DETAIL_BIT(DETAIL_REVENUE_VALUE);
    return !((claim->details.given | claim->ambiguous) & own);
}

static void share_with_table(const Claim *shared, const Claims *table) {
    unsigned columns = 0;
    for (size_t i = 0; i < table->len; i++)
        columns |= table->items[i]->details.given | table->items[i]->ambiguous;
    for (size_t i = 0; i < table->len; i++) {
        Claim *claim = table->items[i];
        Claim missing = *shared;
        missing.details.given &= ~columns;
        if (detail_given(&claim->details, DETAIL_MONTH) && !detail_given(&shared->details, DETAIL_MONTH) &&
            shared->evidence[DETAIL_YEAR].source == SOURCE_SUBJECT)
            missing.details.given &= ~DETAIL_BIT(DETAIL_YEAR);
        claim_merge(claim, &missing);
    }
}

void claims_join_table(Arena *arena, Claims *claims, const Claims *table) {
    if (claims->len == 1 && table->len > 0 && says_only_shared(claims->items[0])) {
        share_with_table(claims->items[0], table);
        claims->len = 0;
    }
    size_t text = claims->len;
    ClaimIndex index;
    index_open(&index, arena);
    for (size_t i = 0; i < text; i++)
        *VEC_PUSH(arena, index_slot(&index, claims->items[i])) = claims->items[i];
    for (size_t i = 0; i < table->len; i++) {
        Claim *known = find_in(index_slot(&index, table->items[i]), table->items[i], false);
        /* A text that names no number speaks of the one purchase of the table. */
        if (!known && text == 1 && table->len == 1 && !detail_given(&claims->items[0]->details, DETAIL_INVOICE_NUMBER))
            known = claims->items[0];
        if (known) {
            clash(arena, known, table->items[i]);
            claim_merge(known, table->items[i]);
        } else {
            *VEC_PUSH(arena, claims) = table->items[i];
        }
    }
    index_close(&index);
}

/* Does the new text deny the value of an earlier mail: "not A-51"? */
static bool is_denied(const Mentions *said, Detail detail, const Claim *old) {
    for (size_t i = 0; i < said->len; i++) {
        const Mention *m = &said->items[i];
        if (m->detail == detail && m->role == ROLE_DENIED && detail_given(&old->details, detail) &&
            detail_same(detail, &m->value, &old->details.value[detail]))
            return true;
    }
    return false;
}

/* "Both are 26 instead of 28": the figure that replaces whatever was 28 in the earlier mail. */
static void replace_denied(const Mentions *said, Claim *old) {
    static const Detail counted[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    const Mention *replacement = NULL;
    for (size_t i = 0; i < said->len; i++)
        if (said->items[i].detail == DETAIL_COUNT)
            replacement = &said->items[i];
    for (size_t i = 0; replacement && i < G_N_ELEMENTS(counted); i++)
        if (is_denied(said, counted[i], old)) {
            old->details.value[counted[i]] = replacement->value;
            old->evidence[counted[i]] = replacement->evidence;
        }
}

void claims_complete(const Mentions *said, Claims *claims, const Claims *quoted) {
    if (!claims->len) {
        *claims = *quoted;
        if (claims->len == 1)
            replace_denied(said, claims->items[0]);
        return;
    }
    for (size_t i = 0; i < claims->len; i++) {
        Claim *claim = claims->items[i];
        bool numbered = detail_given(&claim->details, DETAIL_INVOICE_NUMBER), lone = claims->len == 1 && quoted->len == 1;
        for (size_t j = 0; j < quoted->len; j++) {
            Claim old = *quoted->items[j];
            bool same = numbered && detail_given(&old.details, DETAIL_INVOICE_NUMBER)
                            ? detail_same(DETAIL_INVOICE_NUMBER, &claim->details.value[DETAIL_INVOICE_NUMBER],
                                          &old.details.value[DETAIL_INVOICE_NUMBER]) ||
                                  (lone && is_denied(said, DETAIL_INVOICE_NUMBER, &old))
                            : lone;
            if (!same && lone && is_cut_short(claim, &old) && !is_added(said, claim)) {
                claim->details.given &= ~DETAIL_BIT(DETAIL_INVOICE_NUMBER);
                same = true;
            }
            if (!same)
                continue;
            replace_denied(said, &old);
            claim_merge(claim, &old);
        }
    }
}
