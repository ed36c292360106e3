#include "report/summary.h"

#include "report/due.h"
#include "base/banned.h"

void summary_begin(Summary *summary) {
    *summary = (Summary){.languages = tally_new(), .partners = tally_new(), .months = tally_new(),
                         .types = tally_new(), .calendar = tally_new()};
}

void summary_clear(Summary *summary) {
    tally_free(&summary->languages);
    tally_free(&summary->partners);
    tally_free(&summary->months);
    tally_free(&summary->types);
    tally_free(&summary->calendar);
}

static void add_day(Summary *summary, Date day) {
    if (!date_given(day))
        return;
    if (!date_given(summary->first_day) || date_cmp(day, summary->first_day) < 0)
        summary->first_day = day;
    if (date_cmp(day, summary->last_day) > 0)
        summary->last_day = day;
}

static void add_purchase(Summary *summary, const EntryLine *line) {
    char month[16];
    Date period = entry_period(&line->effective);
    summary->purchases++;
    for (int code = 0; code < FINDING_COUNT; code++)
        summary->finding[code] += entry_found(line, (FindingCode)code);
    g_snprintf(month, sizeof month, "%04d-%02d", period.year, period.month);
    tally_add(summary->months, date_given(period) ? str_of(month) : STR("not known"));
    bool typed = detail_given(&line->effective, DETAIL_OMLP_TYPE);
    tally_add(summary->types, typed ? line->effective.value[DETAIL_OMLP_TYPE].text : STR("not known"));
}

/* The day from which a waiting ticket can be answered is that of its last purchase. */
static void add_waiting(Summary *summary, const Entry *entry) {
    char day[16];
    Date last = due_of(entry, entry->as_of).last;
    g_snprintf(day, sizeof day, "%04d-%02d-%02d", last.year, last.month, last.day);
    if (date_given(last))
        tally_add(summary->calendar, str_of(day));
}

void summary_add(Summary *summary, const Entry *entry) {
    summary->tickets++;
    add_day(summary, entry->as_of);
    summary->wait[entry_wait(entry)]++;
    if (str_given(entry->error)) {
        summary->errors++;
        return;
    }
    if (str_given(entry->duplicate_of)) {
        summary->again++;
        return;
    }
    summary->decided++;
    summary->decision[entry->decision]++;
    summary->intent[entry->intent]++;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        summary->refused[kind] += entry->refused[kind];
    summary->unreadable += entry->unreadable;
    tally_add(summary->languages, str_given(entry->language) ? entry->language : STR("not known"));
    tally_add(summary->partners, str_given(entry->partner_id) ? entry->partner_id : STR("not known"));
    for (size_t i = 0; i < entry->lines.len; i++)
        add_purchase(summary, &entry->lines.items[i]);
    add_waiting(summary, entry);
}

bool summary_read(Summary *summary, Spool *spool, GError **error) {
    GError *failure = NULL;
    Arena *arena = arena_new();
    summary_begin(summary);
    bool good = spool_rewind(spool, &failure);
    for (Entry entry; good && spool_next(spool, arena, &entry, NULL, &failure); arena_clear(arena))
        summary_add(summary, &entry);
    summary->earlier = spool_earlier(spool);
    arena_free(&arena);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}
