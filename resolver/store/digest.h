/* Digests: 64 bits of a text, a partner, a purchase, by which rows are found; what a digest finds is compared. Those of purchases are
 * kept in databases (database.h): another way to make them is another version of these. Internal to the store. */
#ifndef STORE_DIGEST_H
#define STORE_DIGEST_H

#include "model/model.h"

static inline uint64_t digest_mix(uint64_t h, uint64_t value) {
    h = (h ^ value) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 32;
}

/* FNV-1a; never 0. */
static inline uint64_t digest_text(Str text) {
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < text.len; i++)
        h = (h ^ (unsigned char)text.data[i]) * 1099511628211u;
    h = digest_mix(h, text.len);
    return h ? h : 1;
}

/* 0 for none. */
static inline uint64_t digest_partner(Arena *scratch, Str partner_id) {
    return str_empty(partner_id) ? 0 : digest_text(number_fold(scratch, partner_id));
}

/* Of partner, period, type and units; types are compared as match compares them, folded like numbers. */
static inline uint64_t digest_purchase(Arena *scratch, uint64_t partner, const Row *row) {
    uint64_t h = digest_mix(digest_mix(partner, (uint64_t)row->year), (uint64_t)row->month);
    h = digest_mix(h, digest_text(number_fold(scratch, row->omlp_type)));
    return digest_mix(h, (uint64_t)decimal_to_int(row->units));
}

/* The same where rows are found on a disk: those of a partner stand together, and among them those of a month, so that the tickets of
 * a desk ask for a few pages again and again instead of one of millions each. */
static inline uint64_t digest_placed(uint64_t partner, const Row *row, uint64_t purchase) {
    uint64_t months = (uint64_t)(row->year * 12 + row->month) & 0xFFF;
    return partner >> 40 << 40 | months << 28 | (purchase & 0xFFFFFFF);
}

#endif
