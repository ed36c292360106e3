#define _POSIX_C_SOURCE 200809L
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "resolver.h"

#define DASHBOARD "samples/1-missing-on-the-dashboard/dashboard.csv"

static const char *const dashboards[] = {DASHBOARD, NULL};
static const char claim[] = "Month: October\nYear: 2025\nOMLP type: dMOC\nPurchase unit: 25\nInvoice #: BW-2025-1110\n"
                            "KPI value: 30\nRevenue value: 3100.00 GBP\nMPN ID: 4471903\n";

static Resolver *opened(void) {
    ResolverError error;
    Resolver *resolver =
        resolver_open(&(ResolverOptions){.dashboards = dashboards, .as_of = "2026-01-20", .data = "."}, &error);
    cr_assert_not_null(resolver, "%s", error.message);
    return resolver;
}

Test(library, resolves_from_memory) {
    Resolver *resolver = opened();
    char *exact = malloc(sizeof claim - 1); /* no NUL behind */
    memcpy(exact, claim, sizeof claim - 1);
    const ResolverResult *result = resolver_resolve(resolver, exact, sizeof claim - 1, "T-1");
    memset(exact, '?', sizeof claim - 1); /* the result must not need it any more */
    free(exact);
    cr_assert_null(resolver_error(result));
    cr_assert_str_eq(resolver_id(result), "T-1");
    cr_assert_str_eq(resolver_decision(result), "request_invoice");
    cr_assert_str_eq(resolver_intent(result), "kpi_discrepancy");
    cr_assert_str_eq(resolver_language(result), "en");
    cr_assert_str_eq(resolver_partner(result), "4471903");
    cr_assert_eq(resolver_lines(result), 1);
    cr_assert_str_eq(resolver_line_decision(result, 0), "request_invoice");
    cr_assert_str_eq(resolver_line_value(result, 0, "kpi_value"), "30");
    cr_assert_str_eq(resolver_line_value(result, 0, "month"), "10");
    cr_assert_null(resolver_line_value(result, 0, "unit_of_measure"));
    cr_assert_null(resolver_line_value(result, 0, "nonsense"));
    cr_assert_null(resolver_line_value(result, 0, NULL));
    cr_assert_null(resolver_line_value(result, 1, "month"));
    cr_assert_str_eq(resolver_line_finding(result, 0, 0), "kpi_mismatch");
    cr_assert_null(resolver_line_finding(result, 0, 99));
    cr_assert_not_null(strstr(resolver_reply_text(result), "BW-2025-1110"));
    cr_assert_not_null(strstr(resolver_reply_html(result), "<p>"));
    cr_assert_not_null(strstr(resolver_reply_mail(result), "X-Unsent: 1\r\n"));
    cr_assert_not_null(strstr(resolver_reply_subject(result), "Re"));
    cr_assert_eq(resolver_reply_send(result), 1);
    cr_assert_not_null(strstr(resolver_json(result), "\"decision\":\"request_invoice\""));
    resolver_close(resolver);
}

Test(library, every_error_is_a_value) {
    ResolverError error;
    static const char *const nowhere[] = {"nowhere.csv", NULL};
    const ResolverOptions bad[] = {{.data = ".", .dashboards = nowhere}, {.data = ".", .as_of = "yesterday"},
                                   {.data = ".", .language = "klingon"}, {.data = "nowhere"},
                                   {.data = ".", .templates = "nowhere"},
                                   {.data = ".", .dashboards = dashboards, .snapshot = "2026-01-15"}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        error.message[0] = '\0';
        cr_assert_null(resolver_open(&bad[i], &error), "case %zu", i);
        cr_assert_neq(error.message[0], '\0', "case %zu", i);
        cr_assert_null(resolver_open(&bad[i], NULL));
    }
    resolver_close(NULL);
    resolver_queue_close(NULL);
    Resolver *resolver = opened();
    const ResolverResult *result = resolver_resolve(resolver, "{\"id\": ", 7, NULL);
    cr_assert_not_null(resolver_id(result));
    if (resolver_error(result)) {
        cr_assert_null(resolver_decision(result));
        cr_assert_null(resolver_reply_text(result));
        cr_assert_null(resolver_reply_mail(result));
        cr_assert_eq(resolver_lines(result), 0);
    }
    result = resolver_resolve(resolver, NULL, 0, NULL);
    cr_assert_not_null(resolver_json(result));
    resolver_close(resolver);
}

Test(library, iterates_over_many) {
    static const char *const paths[] = {"samples/1-missing-on-the-dashboard/ticket.eml", "nowhere.eml",
                                        "samples/3-shows-next-month/ticket.json"};
    Resolver *resolver = opened();
    for (int round = 0; round < 2; round++) {
        ResolverQueue *queue = resolver_queue_open(resolver, paths, 3);
        size_t read = 0, failed = 0;
        for (const ResolverResult *result; (result = resolver_queue_next(queue));)
            *(resolver_error(result) ? &failed : &read) += 1;
        cr_assert_eq(read, 2);
        cr_assert_eq(failed, 1);
        cr_assert_null(resolver_queue_next(queue));
        resolver_queue_close(queue);
        cr_assert_null(resolver_queue_next(queue));
    }
    resolver_queue_open(resolver, paths, 1); /* closed with the handle */
    resolver_close(resolver);
}

Test(library, tells_of_rows_left_out) {
    char path[] = "/tmp/rows-XXXXXX", wanted[64];
    FILE *file = fdopen(mkstemp(path), "w");
    fputs("Partner ID,Month,Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue value\n"
          "1,1,2026,MOC,many,A-1,5,5.00\n1,1,2026,MOC,5,A-2,5,5.00\n", file);
    fclose(file);
    const char *const rows[] = {path, NULL};
    ResolverError error;
    Resolver *resolver = resolver_open(&(ResolverOptions){.dashboards = rows, .data = "."}, &error);
    cr_assert_not_null(resolver, "%s", error.message);
    snprintf(wanted, sizeof wanted, "%s:2: ", path);
    cr_assert_eq(strncmp(resolver_warning(resolver, 0), wanted, strlen(wanted)), 0, "%s", resolver_warning(resolver, 0));
    cr_assert_null(resolver_warning(resolver, 1));
    resolver_close(resolver);
    remove(path);
}

Test(library, handles_live_side_by_side) {
    Resolver *a = opened(), *b = opened();
    const ResolverResult *first = resolver_resolve(a, claim, sizeof claim - 1, "A");
    const ResolverResult *second = resolver_resolve(b, claim, sizeof claim - 1, "B");
    cr_assert_str_eq(resolver_id(first), "A");
    cr_assert_str_eq(resolver_id(second), "B");
    resolver_close(a);
    cr_assert_str_eq(resolver_decision(second), "request_invoice");
    resolver_close(b);
    cr_assert_str_neq(resolver_version(), "");
}
