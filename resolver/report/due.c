#include "report/due.h"

#include "base/banned.h"

Due due_of(const Entry *entry, Date day) {
    Due due = {0};
    for (size_t i = 0; !str_given(entry->duplicate_of) && i < entry->lines.len; i++) {
        const EntryLine *line = &entry->lines.items[i];
        if (line->decision != DECISION_AWAIT_REFRESH || !date_given(line->displayed_from))
            continue;
        due.waiting++;
        due.come += date_cmp(line->displayed_from, day) <= 0;
        if (!date_given(due.first) || date_cmp(line->displayed_from, due.first) < 0)
            due.first = line->displayed_from;
        if (date_cmp(line->displayed_from, due.last) > 0)
            due.last = line->displayed_from;
    }
    return due;
}
