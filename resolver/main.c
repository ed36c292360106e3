/* resolver: a partner's ticket about KPIs in, a checked decision and a draft reply out.
 *
 * A map of the source, in the order of a ticket's way:
 *
 *     resolver/base     arena, Str, Buf, Vec, notes: what everything stands on
 *     resolver/model    the types of a ticket's way: Ticket, Document, Claim, Row, Finding, Resolution, Reply
 *     parsers/          from bytes to a Reading: mail, HTML, JSON, tables; lexicon, numbers, dates; claims, documents
 *     parsers/extract   programs of their own that read PDF and its like in a sandbox
 *     resolver/store    the dashboard's rows and how they are found
 *     resolver/match    the rules: programme and calendar, effective values, pairing, decisions; pure
 *     resolver/reply    the draft: templates, formats of the language, the check of every figure, the mail out
 *     resolver/run      feed (streams of tickets), pipeline (one ticket, all stages), result (the JSON)
 *     resolver/queue    many tickets through several processes in order: reader, workers, journal
 *     resolver/connect  dashboards by address, for the commands
 *     resolver/report   what a queue came to, from its results: counts, groups, page, workbook, due, replay
 *     resolver/resolver.h, library.c   the same for other programs
 *     resolver/cli      the commands: commands.c is the table, one file a command
 *     parsers/lexicon, templates, resolver/match/programme.ini   what people may change without C
 *
 * Rooms include only what stands above them, and parsers, store, match and reply never each other; `make check`
 * proves it. */
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "cli/cli.h"
#include "base/banned.h"

/* A closed standard descriptor would be given to the next file that is opened, and results written into that. On a
 * read-only /dev/null writing fails, and is reported. */
static void hold_standard_descriptors(void) {
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) < 0)
            _exit(EXIT_USAGE);
}

int main(int argc, char **argv) {
    hold_standard_descriptors();
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is a full disk like any other */
    return cli_main(argc, argv);
}
