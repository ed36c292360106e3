#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/text.h"
#include "base/banned.h"

/* One line, whatever file names and quoted cells hold; nothing of them steers the terminal. */
static void complain_v(const char *format, va_list args) {
    g_autofree char *message = g_strdup_vprintf(format, args);
    Arena *arena = arena_new();
    Buf line = {.arena = arena};
    text_add_escaped(&line, str_of(message));
    buf_add_char(&line, '\n');
    fputs("resolver: ", stderr);
    fwrite(line.data, 1, line.len, stderr);
    arena_free(&arena);
}

void cli_print(const Buf *buf) {
    if (buf->len)
        fwrite(buf->data, 1, buf->len, stdout);
}

void cli_complain(const char *format, ...) {
    va_list args;
    va_start(args, format);
    complain_v(format, args);
    va_end(args);
}

int cli_misused(const char *format, ...) {
    va_list args;
    va_start(args, format);
    complain_v(format, args);
    va_end(args);
    fputs("resolver: try `resolver --help`\n", stderr);
    return EXIT_USAGE;
}

bool cli_colour(int fd) {
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return isatty(fd) && !(no_color && *no_color) && !(term && strcmp(term, "dumb") == 0);
}

const Command *cli_command(const char *name) {
    for (size_t i = 0; i < commands_len; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static int unknown_command(const char *name) {
    const char *names[16] = {NULL};
    for (size_t i = 0; i < commands_len; i++)
        names[i] = commands[i].name;
    const char *meant = cli_suggestion(name, names);
    if (meant)
        return cli_misused("there is no command \"%s\"; did you mean \"%s\"?", name, meant);
    return cli_misused("there is no command \"%s\"", name);
}

static int unknown_option(const Command *command, const char *text, const char *name) {
    const char *names[OPTION_COUNT + 1] = {NULL};
    size_t n = 0;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (command->options & 1u << i)
            names[n++] = options[i].name;
    const char *meant = *name ? cli_suggestion(name, names) : NULL;
    if (meant)
        return cli_misused("%s has no option %s; did you mean --%s?", command->name, text, meant);
    return cli_misused("%s has no option %s", command->name, text);
}

/* The option that `text` names: "--as-of", "--as-of=DATE", "-d", "-dFILE". *value: what stands in the same word. */
static OptionId find_option(const Command *command, const char *text, const char **value) {
    bool full = text[1] == '-';
    const char *equals = full ? strchr(text, '=') : NULL;
    size_t len = equals ? (size_t)(equals - text) - 2 : strlen(text) - (full ? 2 : 0);
    *value = NULL;
    for (OptionId i = 0; i < OPTION_COUNT; i++) {
        if (!(command->options & 1u << i))
            continue;
        if (full && strlen(options[i].name) == len && strncmp(options[i].name, text + 2, len) == 0) {
            *value = equals ? equals + 1 : NULL;
            return i;
        }
        if (!full && options[i].letter == text[1]) {
            *value = text[2] ? text + 2 : NULL;
            return i;
        }
    }
    return OPTION_COUNT;
}

static void set_option(Arguments *arguments, OptionId id, const char *value) {
    arguments->value[id] = value;
    GPtrArray *list = id == OPTION_DASHBOARD ? arguments->dashboards : id == OPTION_FILE ? arguments->files : NULL;
    if (list)
        g_ptr_array_insert(list, (int)list->len - 1, (char *)value);
}

static void add_word(Arguments *arguments, const char *word) {
    g_ptr_array_insert(arguments->words, (int)arguments->words->len - 1, (char *)word);
}

/* EXIT_RESOLVED when the line could be parsed. */
static int parse(const Command *command, int argc, char **argv, Arguments *arguments) {
    for (int i = 0; i < argc; i++) {
        const char *text = argv[i], *value;
        if (strcmp(text, "--") == 0) {
            for (i++; i < argc; i++)
                add_word(arguments, argv[i]);
            break;
        }
        if (text[0] != '-' || !text[1]) {
            add_word(arguments, text);
            continue;
        }
        OptionId id = find_option(command, text, &value);
        if (id == OPTION_COUNT) {
            g_auto(GStrv) parts = g_strsplit(text + (text[1] == '-' ? 2 : 1), "=", 2);
            return unknown_option(command, text, parts[0]);
        }
        if (!options[id].argument && value)
            return cli_misused("--%s takes no argument", options[id].name);
        if (options[id].argument && !value && ++i < argc)
            value = argv[i];
        if (options[id].argument && !value)
            return cli_misused("--%s needs %s: %s", options[id].name, options[id].argument, options[id].help);
        set_option(arguments, id, value ? value : "");
    }
    return EXIT_RESOLVED;
}

static int run(const Command *command, int argc, char **argv) {
    Arguments arguments = {.dashboards = g_ptr_array_new(), .files = g_ptr_array_new(), .words = g_ptr_array_new()};
    g_ptr_array_add(arguments.dashboards, NULL);
    g_ptr_array_add(arguments.files, NULL);
    g_ptr_array_add(arguments.words, NULL);
    int status = parse(command, argc, argv, &arguments);
    if (status == EXIT_RESOLVED && arguments.value[OPTION_HELP])
        cli_print_help(command);
    else if (status == EXIT_RESOLVED)
        status = command->run(&arguments);
    g_ptr_array_unref(arguments.dashboards);
    g_ptr_array_unref(arguments.files);
    g_ptr_array_unref(arguments.words);
    return status;
}

/* What was printed must have arrived: a full disk is not success. */
static int flushed(int status) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    cli_complain("cannot write to standard output");
    return status == EXIT_RESOLVED ? EXIT_SOME_UNREADABLE : status;
}

static void which_command(void) {
    fputs("resolver: which command? ", stderr);
    for (size_t i = 0; i < commands_len; i++)
        fprintf(stderr, "%s%s", i == 0 ? "" : i + 1 < commands_len ? ", " : " or ", commands[i].name);
    fputc('\n', stderr);
}

int cli_main(int argc, char **argv) {
    const char *name = argc > 1 ? argv[1] : NULL;
    if (!name) {
        which_command();
        return EXIT_USAGE;
    }
    if (strcmp(name, "--version") == 0) {
        puts("resolver " RESOLVER_VERSION);
        return flushed(EXIT_RESOLVED);
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        cli_print_help(NULL);
        return flushed(EXIT_RESOLVED);
    }
    const Command *command = cli_command(name);
    return command ? flushed(run(command, argc - 2, argv + 2)) : unknown_command(name);
}
