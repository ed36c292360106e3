/* field_read(): the value behind a label, counted as the label says. */
#include "parsers/mention.h"
#include "parsers/scale.h"
#include "base/banned.h"

/* "Revenue (k€): 84.5": the header says what its figures are counted in, unless they say so themselves. */
static void count_in(Reader *reader, size_t first, int power) {
    for (size_t i = first; i < reader->out->len; i++) {
        Mention *m = &reader->out->items[i];
        Text text;
        if (m->detail != DETAIL_REVENUE_VALUE)
            continue;
        text_fold(reader->arena, m->raw, &text);
        if (!scale_within(text.folded) && (!scale_times(&m->value.number, power) || !scale_times(&m->other.number, power)))
            m->role = ROLE_BLANK; /* larger than any revenue: not read */
    }
}

bool field_read(Reader *reader, const Header *header, Role role, size_t from, size_t to) {
    size_t first = reader->out->len;
    reader->net_label = header->net;
    bool read = field_value(reader, header, role, from, to);
    reader->net_label = false;
    if (header->power)
        count_in(reader, first, header->power);
    return read;
}
