/* resolver check: are the dashboards of resolver.ini there, and understood? */
#include <stdio.h>

#include "cli/cli.h"
#include "cli/text.h"
#include "connect/probe.h"
#include "run/datadir.h"
#include "run/extractor.h"
#include "base/banned.h"

#define WHAT_WIDTH 12

static void print_step(void *self, const ProbeStep *step) {
    Style style = style_of(cli_colour(1));
    Arena *arena = arena_new();
    Buf buf = {.arena = arena};
    (void)self;
    static const char *const words[] = {"ok", "note", "WRONG"};
    const char *colours[] = {style.good, style.faint, style.warn};
    buf_printf(&buf, "  %s%-5s%s  %-*s", colours[step->verdict], words[step->verdict], style.off, WHAT_WIDTH, step->what);
    text_add_escaped(&buf, step->told);
    if (step->advice)
        buf_printf(&buf, "\n         %-*swhat to do: %s", WHAT_WIDTH, "", step->advice);
    buf_add_char(&buf, '\n');
    cli_print(&buf);
    fflush(stdout);
    arena_free(&arena);
}

/* What stands before an "@" or behind the path of an address may be secret. */
static Str shown(const char *address) {
    size_t end = strcspn(address, "?#");
    return address[0] != '@' && memchr(address, '@', end) ? STR("the address") : (Str){address, end};
}

static bool check_one(Connect *connect, const DashboardReader *reader, const char *address) {
    Arena *arena = arena_new();
    Buf buf = {.arena = arena};
    text_add_escaped(&buf, shown(address));
    printf("%s\n", buf_str(&buf).data);
    arena_free(&arena);
    return probe_address(connect, address, reader, &(ProbeSink){NULL, print_step});
}

/* Those named on the command line, else all of the configuration. NULL after complaining. */
static GPtrArray *addresses_of(const Arguments *arguments, const Config *config) {
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
    for (char **word = (char **)arguments->words->pdata; *word; word++)
        g_ptr_array_add(all, dashboards_is_address(*word) ? g_strdup(*word) : g_strconcat("@", *word, NULL));
    for (size_t i = 0; i < config->sites.len && !arguments->words->pdata[0]; i++)
        g_ptr_array_add(all, g_strdup_printf("@" STR_FMT, STR_ARG(config->sites.items[i].name)));
    if (all->len)
        return all;
    g_autofree char *usual = config_usual_path();
    if (str_given(config->file))
        cli_complain(STR_FMT ": no section [dashboard NAME], so there is nothing to check", STR_ARG(config->file));
    else
        cli_complain("there is no configuration file %s; samples/resolver.ini shows what may stand in it", usual);
    g_ptr_array_unref(all);
    return NULL;
}

static int check_all(Connect *connect, const Lexicon *lexicon, const GPtrArray *addresses) {
    ExtractService *service = extract_service_new();
    extract_service_begin(service);
    DashboardReader reader = {.lexicon = lexicon, .extractor = extract_service_extractor(service)};
    bool good = true;
    for (guint i = 0; i < addresses->len; i++)
        good &= check_one(connect, &reader, addresses->pdata[i]);
    extract_service_free(&service);
    return good ? EXIT_RESOLVED : EXIT_SOME_UNREADABLE;
}

int command_check(const Arguments *arguments) {
    g_autoptr(GError) error = NULL;
    DataDir data;
    Connect *connect = connect_open(arguments->value[OPTION_CONFIG], &error);
    Lexicon *lexicon = NULL;
    int status = EXIT_USAGE;
    if (connect && datadir_find(NULL, &data, &error)) {
        lexicon = datadir_lexicon(&data, &error);
        datadir_clear(&data);
    }
    if (error)
        cli_complain("%s", error->message);
    GPtrArray *addresses = lexicon ? addresses_of(arguments, connect_config(connect)) : NULL;
    if (addresses) {
        status = check_all(connect, lexicon, addresses);
        g_ptr_array_unref(addresses);
    }
    lexicon_free(&lexicon);
    connect_free(&connect);
    return status;
}
