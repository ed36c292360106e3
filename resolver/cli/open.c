/* What resolve and explain have in common: from arguments to a pipeline. */
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "base/banned.h"

bool cli_day(const Arguments *arguments, Date *day) {
    const char *as_of = arguments->value[OPTION_AS_OF];
    *day = (Date){0};
    if (!as_of || (date_parse_iso(str_of(as_of), day) && !as_of[10]))
        return true;
    cli_misused("--as-of %s is no date; write it as 2020-01-20", as_of);
    return false;
}

static bool fill(const Arguments *arguments, PipelineOptions *options) {
    const char *language = arguments->value[OPTION_LANGUAGE];
    const char *partner = arguments->value[OPTION_PARTNER];
    *options = (PipelineOptions){
        .templates = arguments->value[OPTION_TEMPLATES],
        .dashboards = (const char *const *)arguments->dashboards->pdata,
        .snapshot = arguments->value[OPTION_SNAPSHOT],
        .partner = partner && *partner ? partner : NULL,
        .without_ocr = arguments->value[OPTION_NO_OCR] != NULL,
        .language = language ? language_of_tag(str_of(language)) : LANGUAGE_UNKNOWN,
        .with_settings = arguments->value[OPTION_OUTPUT] || arguments->value[OPTION_JOURNAL],
    };
    if (!cli_day(arguments, &options->as_of))
        return false;
    if (language && options->language == LANGUAGE_UNKNOWN) {
        cli_misused("--language %s is none of en fr de es it pt-BR ja ko ru zh-CN zh-TW", language);
        return false;
    }
    return true;
}

/* On a terminal, one line that is taken away before anything else is said. */
static void say_far(void *self, Str name, size_t pages, size_t bytes) {
    (void)self;
    fprintf(stderr, "\r\033[Kresolver: fetching " STR_FMT ": page %zu, %zu KB\r", STR_ARG(name), pages + 1, bytes / 1024);
}
static const ConnectWatch on_terminal = {NULL, say_far};

void cli_disconnect(Connect **connect) {
    if (*connect && isatty(2))
        fputs("\033[K", stderr);
    connect_free(connect);
}

bool cli_connect(const Arguments *arguments, const char *const *dashboards, Connect **out) {
    const char *config = arguments->value[OPTION_CONFIG];
    g_autoptr(GError) error = NULL;
    bool wanted = config != NULL;
    for (; *dashboards; dashboards++)
        wanted |= dashboards_is_address(*dashboards);
    *out = wanted ? connect_open(config, &error) : NULL;
    if (error)
        cli_complain("%s", error->message);
    if (*out && isatty(2))
        connect_watch(*out, &on_terminal);
    return !error;
}

Pipeline *cli_pipeline(const Arguments *arguments) {
    PipelineOptions options;
    g_autoptr(GError) error = NULL;
    Connect *connect;
    if (!fill(arguments, &options) || !cli_connect(arguments, options.dashboards, &connect))
        return NULL;
    options.fetch = connect ? connect_fetch(connect) : NULL;
    GPtrArray *warnings = g_ptr_array_new_with_free_func(g_free);
    Pipeline *pipeline = pipeline_open(&options, warnings, &error);
    cli_disconnect(&connect);
    for (guint i = 0; i < warnings->len; i++)
        cli_complain("%s", (char *)warnings->pdata[i]);
    g_ptr_array_unref(warnings);
    if (!pipeline)
        cli_complain("%s", error->message);
    return pipeline;
}

Pipeline *cli_open(const Arguments *arguments) {
    Pipeline *pipeline = cli_pipeline(arguments);
    if (pipeline && !arguments->dashboards->pdata[0])
        cli_complain("no dashboard given: nothing can be looked up");
    return pipeline;
}
