#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/banned.h"

#define HELP_WIDTH 100

/* `text` broken into lines that begin at `column`; the first line is already there. */
static void print_wrapped(const char *text, int column) {
    int at = column;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++) {
        int len = (int)g_utf8_strlen(*word, -1);
        if (word != words && at + 1 + len > HELP_WIDTH) {
            printf("\n%*s", column, "");
            at = column;
        } else if (word != words) {
            putchar(' ');
            at++;
        }
        fputs(*word, stdout);
        at += len;
    }
    putchar('\n');
}

static const char *help_of(const Command *command, int option) {
    if (option == OPTION_FORMAT)
        return command->formats;
    if (option == OPTION_AS_OF && command->run == command_replay)
        return "the day on which the reply is written, as 2020-01-20 (default: each result's own)";
    return options[option].help;
}

static void print_options(const Command *command) {
    puts("\nOptions:");
    for (int i = 0; i < OPTION_COUNT; i++) {
        const Option *option = &options[i];
        if (!(command->options & 1u << i))
            continue;
        g_autofree char *letter = option->letter ? g_strdup_printf("-%c,", option->letter) : g_strdup("");
        g_autofree char *name = g_strdup_printf("--%s%s%s", option->name, option->argument ? " " : "",
                                                option->argument ? option->argument : "");
        printf("  %-3s %-18s ", letter, name);
        print_wrapped(help_of(command, i), 25);
    }
}

static void print_command(const Command *command) {
    printf("resolver %s: %s\n\nUsage: resolver %s %s\n\n%s\n", command->name, command->summary, command->name,
           command->usage, command->help);
    print_options(command);
}

void cli_print_help(const Command *command) {
    if (command) {
        print_command(command);
        return;
    }
    puts("resolver: reads a partner's ticket about KPIs, checks it against the dashboard and the invoices, decides,\n"
         "and drafts the reply.\n\nUsage: resolver COMMAND [OPTION]... [FILE]...\n\nCommands:");
    for (size_t i = 0; i < commands_len; i++)
        printf("  %-10s %s\n", commands[i].name, commands[i].summary);
    puts("\n`resolver help COMMAND` explains one of them; `resolver --version` tells the version.\n\n"
         "A first run:\n  resolver resolve -d dashboard.csv ticket.eml");
}

int command_help(const Arguments *arguments) {
    const char *name = arguments->words->pdata[0];
    const Command *command = name ? cli_command(name) : NULL;
    if (name && !command)
        return cli_misused("there is no command \"%s\" to explain", name);
    cli_print_help(command);
    return EXIT_RESOLVED;
}

/* Letters inserted, left out, exchanged or swapped with their neighbour. Words are short: bounded by `sizeof row`. */
static unsigned distance(const char *a, const char *b) {
    enum { LONGEST = 24 };
    unsigned row[LONGEST + 1][LONGEST + 1];
    size_t m = strlen(a), n = strlen(b);
    if (m > LONGEST || n > LONGEST)
        return LONGEST;
    for (size_t i = 0; i <= m; i++)
        for (size_t j = 0; j <= n; j++) {
            if (i == 0 || j == 0) {
                row[i][j] = (unsigned)(i + j);
                continue;
            }
            unsigned best = row[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            best = MIN(best, MIN(row[i - 1][j], row[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = MIN(best, row[i - 2][j - 2] + 1);
            row[i][j] = best;
        }
    return row[m][n];
}

const char *cli_suggestion(const char *typed, const char *const *words) {
    const char *nearest = NULL;
    unsigned least = 3;
    for (; *words; words++) {
        unsigned far = distance(typed, *words);
        bool begun = strlen(typed) >= 3 && g_str_has_prefix(*words, typed);
        if (far < least || (begun && !nearest)) {
            least = MIN(far, least);
            nearest = *words;
        }
    }
    return nearest;
}
