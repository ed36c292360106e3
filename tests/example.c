#include <resolver.h>
#include <stdio.h>

int main(int argc, char **argv) {
    const char ticket[] = "PartnerID: 4471903\nMonth: January\nYear: 2026\nInvoice #: BW-2025-1110\nKPI value: 25\n";
    ResolverError error;
    Resolver *resolver = resolver_open(&(ResolverOptions){.dashboards = (const char *[]){argv[argc - 1], NULL}}, &error);
    if (!resolver)
        return fprintf(stderr, "%s\n", error.message), 2;
    const ResolverResult *result = resolver_resolve(resolver, ticket, sizeof ticket - 1, "T-1");
    printf("decision: %s\n\n%s", resolver_decision(result), resolver_reply_text(result));
    resolver_close(resolver);
    return 0;
}
