/* What the files of the store share of the snapshots; internal to the store. */
#ifndef STORE_SNAPSHOTS_OWN_H
#define STORE_SNAPSHOTS_OWN_H

#include "store/database.h"
#include "store/snapshots.h"

struct Snapshots {
    Database *database;
};

/* The columns of a row, for a SELECT; snapshot_row() reads them. */
#define SNAPSHOT_ROW                                                                                                   \
    "row, file, line, partner, partner_written, period, type, units, number, number_written, kpi, revenue, "           \
    "revenue_other, currency"

enum { SNAPSHOT_ROW_PARTNER = 3, SNAPSHOT_ROW_NUMBER = 8 };

/* The row that the statement stands at; false when a number in it is none: the database is damaged. */
bool snapshot_row(sqlite3_stmt *statement, const Strs *sources, Arena *arena, Row *out);

#endif
