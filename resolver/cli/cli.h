/* Cli: the commands as a table, their options as a table, and what both give to a command's function.
 *
 * A command is one row of `commands` in cli.c and one file beside it; an option is one row of `options`. Parsing, help
 * and the suggestions for typing errors are made from these tables. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <glib.h>
#include <stdbool.h>

#include "base/buf.h"
#include "connect/connect.h"
#include "run/pipeline.h"

/* Contract section 1. */
enum { EXIT_RESOLVED = 0, EXIT_SOME_UNREADABLE = 1, EXIT_USAGE = 2 };

#define OPTION_LIST(X)                                                                                                 \
    X(OPTION_DASHBOARD)                                                                                                \
    X(OPTION_AS_OF)                                                                                                    \
    X(OPTION_PARTNER)                                                                                                  \
    X(OPTION_LANGUAGE)                                                                                                 \
    X(OPTION_FORMAT)                                                                                                   \
    X(OPTION_OUTPUT)                                                                                                   \
    X(OPTION_FILE)                                                                                                     \
    X(OPTION_JOBS)                                                                                                     \
    X(OPTION_JOURNAL)                                                                                                  \
    X(OPTION_RESTART)                                                                                                  \
    X(OPTION_RETRY)                                                                                                    \
    X(OPTION_LOG)                                                                                                      \
    X(OPTION_NO_OCR)                                                                                                   \
    X(OPTION_TEMPLATES)                                                                                                \
    X(OPTION_STORE)                                                                                                    \
    X(OPTION_DATE)                                                                                                     \
    X(OPTION_SNAPSHOT)                                                                                                 \
    X(OPTION_CONFIG)                                                                                                   \
    X(OPTION_HELP)
#define OPTION_ENUM(name) name,
typedef enum OptionId { OPTION_LIST(OPTION_ENUM) OPTION_COUNT } OptionId;
#undef OPTION_ENUM

typedef struct Option {
    char letter;          /* of "-d"; 0 when there is none */
    const char *name;     /* of "--dashboard" */
    const char *argument; /* how its argument is called in the help; NULL when it takes none */
    const char *help;
} Option;
extern const Option options[OPTION_COUNT];

/* A command line as it was parsed. Texts point into argv. */
typedef struct Arguments {
    const char *value[OPTION_COUNT]; /* the last one given; NULL when not given */
    GPtrArray *dashboards;           /* const char *, NULL at the end */
    GPtrArray *files;                /* what -o FILE names, the same */
    GPtrArray *words;                /* what is no option: files, sub-commands; NULL at the end */
} Arguments;

typedef struct Command {
    const char *name;
    const char *usage;   /* what stands behind the name */
    const char *summary; /* one line */
    const char *help;    /* some paragraphs, for a support agent */
    unsigned options;    /* 1u << OptionId of those it takes */
    const char *formats; /* what its --format may be; NULL when it takes none */
    int (*run)(const Arguments *arguments);
} Command;
extern const Command commands[];
extern const size_t commands_len;

int cli_main(int argc, char **argv);

/* One file a command. */
int command_resolve(const Arguments *arguments);
int command_explain(const Arguments *arguments);
int command_classify(const Arguments *arguments);
int command_report(const Arguments *arguments);
int command_due(const Arguments *arguments);
int command_dashboard(const Arguments *arguments);
int command_check(const Arguments *arguments);
int command_replay(const Arguments *arguments);
int command_templates(const Arguments *arguments);
int command_help(const Arguments *arguments);

/* "resolver: ..." on standard error: one line, with line ends and control characters in it escaped. */
void cli_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* To standard output; an empty one is nothing. Whether it could be written is for ferror() at the end. */
void cli_print(const Buf *buf);
/* The same, with a hint to the help; gives EXIT_USAGE. */
int cli_misused(const char *format, ...) __attribute__((format(printf, 1, 2)));
const Command *cli_command(const char *name); /* NULL when there is none */
/* The likeliest word meant by `typed`; NULL when none is near. `words` ends with NULL. */
const char *cli_suggestion(const char *typed, const char *const *words);
bool cli_colour(int fd); /* a terminal, and NO_COLOR is not set */
void cli_print_help(const Command *command); /* NULL: the program's own */
/* The day of --as-of, year 0 when none is given; false after complaining when it is no date. */
bool cli_day(const Arguments *arguments, Date *day);
/* What brings dashboards by address: *out is NULL where none of `dashboards` is one and no --config given. False after complaining. */
bool cli_connect(const Arguments *arguments, const char *const *dashboards, Connect **out);
void cli_disconnect(Connect **connect); /* and nulls the pointer */
/* The pipeline that the arguments ask for; NULL after complaining. Unreadable dashboard rows are told on stderr. */
Pipeline *cli_pipeline(const Arguments *arguments);
/* The same; says so when no dashboard was given. */
Pipeline *cli_open(const Arguments *arguments);

#endif
