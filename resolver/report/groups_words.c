#include "report/groups.h"

#include "base/buf.h"
#include "report/labels.h"
#include "base/banned.h"

const char *group_word(GroupKind kind) {
    static const char *const words[GROUP_KIND_COUNT] = {
        [GROUP_MONTH_LACKING] = "month_lacking",     [GROUP_TYPE_LACKING] = "type_lacking",
        [GROUP_MONTH_SHIFTED] = "month_shifted",     [GROUP_PARTNER_LACKING] = "partner_lacking",
        [GROUP_PARTNER_SHIFTED] = "partner_shifted", [GROUP_PARTNER_FACTOR] = "partner_factor",
        [GROUP_CLAIMED_TWICE] = "claimed_twice",     [GROUP_SENT_AGAIN] = "sent_again",
    };
    return words[kind];
}

const char *group_advice(GroupKind kind) {
    static const char *const advice[GROUP_KIND_COUNT] = {
        [GROUP_MONTH_LACKING] = "Ask the KPI data team once whether that month was loaded, before its tickets are passed on one by one.",
        [GROUP_TYPE_LACKING] = "Ask the KPI data team once whether that type was loaded for the month.",
        [GROUP_MONTH_SHIFTED] = "Ask the KPI data team by which date the month was assigned.",
        [GROUP_PARTNER_LACKING] = "Check the partner ID, and whether the partner's purchases are mapped to it.",
        [GROUP_PARTNER_SHIFTED] = "Tell the partner once which date counts, or ask the data team which date it took.",
        [GROUP_PARTNER_FACTOR] = "Settle with the partner once what the figures are: with or without tax, in which currency, in which unit.",
        [GROUP_CLAIMED_TWICE] = "Look at the invoices before either partner is answered; neither may learn of the other.",
        [GROUP_SENT_AGAIN] = "Answer once; close the others as the same.",
    };
    return advice[kind];
}

static void add_months(Buf *buf, int months) {
    buf_printf(buf, "%d %s %s", ABS(months), ABS(months) == 1 ? "month" : "months", months > 0 ? "later" : "earlier");
}

/* What usually makes such a factor. */
static const char *factor_meaning(int thousandths) {
    if (thousandths >= 1030 && thousandths <= 1270)
        return "; tax included?";
    if (thousandths >= 787 && thousandths <= 971)
        return "; does the dashboard show it with tax?";
    if (thousandths == 10000 || thousandths == 100000 || thousandths == 1000000 || thousandths == 100 || thousandths == 10 ||
        thousandths == 1)
        return "; a point that is read differently?";
    return "; another currency or price?";
}

static void add_witnesses(Buf *buf, const Group *group, const char *what) {
    if (group->agree == group->asked)
        buf_printf(buf, "all %u %s", group->asked, what);
    else
        buf_printf(buf, "%u of %u %s", group->agree, group->asked, what);
}

static void add_month(Buf *buf, const Group *group) {
    Str month = date_iso(buf->arena, group->period);
    switch (group->kind) {
    case GROUP_MONTH_LACKING:
        buf_printf(buf, STR_FMT " is not on the dashboard for ", STR_ARG(month));
        add_witnesses(buf, group, "partners that claim purchases of it");
        break;
    case GROUP_TYPE_LACKING:
        buf_printf(buf, "%s of " STR_FMT " is not on the dashboard for ", label_type(group->type), STR_ARG(month));
        add_witnesses(buf, group, "partners that claim it");
        break;
    default:
        buf_printf(buf, "Purchases of " STR_FMT " stand under ", STR_ARG(month));
        buf_add(buf, date_iso(buf->arena, date_of_month_index(date_month_index(group->period) + group->shift, 0)));
        buf_add(buf, STR(" for "));
        add_witnesses(buf, group, "partners that have some");
    }
}

static void add_partner(Buf *buf, const Group *group) {
    switch (group->kind) {
    case GROUP_PARTNER_LACKING:
        buf_printf(buf, "Partner %s: none of its %u invoices is on the dashboard", group->partner, group->asked);
        break;
    case GROUP_PARTNER_SHIFTED:
        buf_printf(buf, "Partner %s: the dashboard shows ", group->partner);
        add_witnesses(buf, group, "purchases ");
        add_months(buf, group->shift);
        buf_add(buf, STR(" than claimed"));
        break;
    default:
        buf_printf(buf, "Partner %s: ", group->partner);
        add_witnesses(buf, group, "purchases are claimed at ");
        buf_printf(buf, "%d.%03d times what the dashboard shows%s", group->thousandths / 1000, group->thousandths % 1000,
                   factor_meaning(group->thousandths));
    }
}

Str group_cause(Arena *arena, const Group *group) {
    Buf buf = {.arena = arena};
    switch (group->kind) {
    case GROUP_MONTH_LACKING:
    case GROUP_TYPE_LACKING:
    case GROUP_MONTH_SHIFTED:
        add_month(&buf, group);
        break;
    case GROUP_CLAIMED_TWICE:
        buf_printf(&buf, "Invoice %s is claimed by several partners", group->invoice);
        break;
    case GROUP_SENT_AGAIN:
        buf_printf(&buf, "Ticket %s was sent %zu times", group->ticket, group->tickets);
        break;
    default:
        add_partner(&buf, group);
    }
    return buf_str(&buf);
}
