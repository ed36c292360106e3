/* Store: the rows of all dashboards of a run, found by invoice number or by what else is said of a purchase.
 *
 * Filled file by file, then only read: the rows that lookups give out stay where they are as long as the store lives and
 * nothing is added. Everything is copied, so the arena of the parser may go. Built for ten thousand rows in a few
 * milliseconds and for millions: texts that repeat are kept once.
 *
 *     Store *store = store_new();
 *     store_add(store, rows.items, rows.len);   // once a file
 *     RowLookup lookup = store_lookup(store);
 *     store_free(&store); */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "model/model.h"

typedef struct Store Store;

Store *store_new(void);
void store_free(Store **store);

/* The rows of one file. A row that stands identically in files added before counts once for both; within one file it
 * counts as often as it stands (contract section 4). Row.folded is made here. */
void store_add(Store *store, const Row *rows, size_t n);

/* Of one partner, and the same in all that is compared; Row.folded of both is there. */
bool store_rows_identical(Arena *arena, const Row *a, const Row *b);

size_t store_count(const Store *store);
const Row *store_row(const Store *store, size_t i);

/* What match asks of the files added so far; valid as long as the store. May be asked by several threads at once. */
RowLookup store_lookup(Store *store);

#endif
