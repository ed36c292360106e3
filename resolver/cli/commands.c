#include "cli/cli.h"

#include "base/banned.h"

#define TAKES(option) (1u << (option))

const Option options[OPTION_COUNT] = {
    [OPTION_DASHBOARD] = {'d', "dashboard", "FILE",
                          "what the KPI dashboard shows: CSV, TSV, XLSX, JSON, NDJSON; or where it is: https://..., or @NAME of "
                          "resolver.ini (resolver help check); or a store of its refreshes (resolver help dashboard); give it several "
                          "times to unite files"},
    [OPTION_AS_OF] = {0, "as-of", "DATE", "the day on which the reply is written, as 2020-01-20 (default: today)"},
    [OPTION_PARTNER] = {0, "partner", "ID", "the partner ID, for tickets that name none"},
    [OPTION_LANGUAGE] = {0, "language", "xx",
                         "write the replies in this language (en fr de es it pt-BR ja ko ru zh-CN zh-TW) instead of "
                         "the ticket's own"},
    [OPTION_FORMAT] = {'f', "format", "F", "how results are written"},
    [OPTION_OUTPUT] = {'o', "output", "DIR", "write one file a ticket into this folder instead of standard output"},
    [OPTION_FILE] = {'o', "output", "FILE", "write it as a page (.html) or a workbook (.xlsx) instead; give it twice for both"},
    [OPTION_JOBS] = {'j', "jobs", "N", "resolve in so many processes (default: one a processor); the results are the same"},
    [OPTION_JOURNAL] = {0, "journal", "FILE", "remember finished tickets there: the same command goes on where it stopped (with -o: in "
                                              "DIR/.resolver-journal)"},
    [OPTION_RESTART] = {0, "restart", NULL, "begin anew, whatever the journal holds"},
    [OPTION_RETRY] = {0, "retry-stopped", NULL, "with a journal: resolve anew what was finished without a document for which the "
                                                "time was over"},
    [OPTION_LOG] = {0, "log", "FILE", "append a dated line every minute and a summary at the end"},
    [OPTION_NO_OCR] = {0, "no-ocr", NULL, "do not read the text of pictures and scans, which takes seconds a page"},
    [OPTION_TEMPLATES] = {0, "templates", "DIR", "use the reply templates of this folder instead of the built-in ones"},
    [OPTION_STORE] = {0, "store", "FILE", "the store of refreshes; import makes it where there is none"},
    [OPTION_DATE] = {0, "date", "DATE",
                     "the day of the refresh (default: the date in the file's name, else the day on which it was changed)"},
    [OPTION_SNAPSHOT] = {0, "snapshot", "DATE",
                         "of a store: the refresh of that day or the last one before it (default: the newest)"},
    [OPTION_CONFIG] = {0, "config", "FILE", "how dashboards are fetched (default: ~/.config/resolver/resolver.ini)"},
    [OPTION_HELP] = {'h', "help", NULL, "this help"},
};

#define TAKES_DESK                                                                                                     \
    (TAKES(OPTION_DASHBOARD) | TAKES(OPTION_SNAPSHOT) | TAKES(OPTION_AS_OF) | TAKES(OPTION_PARTNER) |                  \
     TAKES(OPTION_LANGUAGE) | TAKES(OPTION_NO_OCR) | TAKES(OPTION_TEMPLATES) | TAKES(OPTION_CONFIG) | TAKES(OPTION_HELP))

const Command commands[] = {
    {"resolve", "[-d FILE]... [OPTION]... [TICKET]...", "decide tickets and draft the replies",
     "Reads tickets, compares what the partner claims with the dashboard and with the invoices that came\n"
     "along, decides what is to be done, and drafts the reply in the partner's language.\n"
     "\n"
     "A TICKET is a mail (.eml), a mailbox (mbox, Maildir), a folder of these, a ticket exported as JSON (one,\n"
     "an array, or one a line), or plain text; the program looks at the content, not at the name. \"-\" or\n"
     "nothing: standard input.\n"
     "\n"
     "Each ticket is shown with the decision and its reasons, then the draft. A draft that is marked DO NOT SEND\n"
     "needs a person first. Formats: text for reading, json and ndjson for other programs, eml for a\n"
     "mail program (a reply ready to send), html for a browser.\n"
     "\n"
     "A ticket that was sent again is answered once. With --journal or -o the same command again goes on where it\n"
     "stopped: after Ctrl-C, a crash, a full disk. Ctrl-C ends it cleanly, the second one at once.\n"
     "\n"
     "Exit status: 0 every ticket was decided; 1 some could not be read (each is named on standard error, the\n"
     "others were decided) or the run was broken off; 2 wrong usage, a dashboard or a template could not be\n"
     "read, another run is at work (nothing was done).\n"
     "\n"
     "Examples:\n"
     "  resolver resolve -d dashboard.csv ticket.eml\n"
     "  resolver resolve -d kpi.csv --format eml -o drafts/ inbox.mbox\n"
     "  export-tickets | resolver resolve -d kpi.csv --format ndjson > decisions.ndjson",
     TAKES_DESK | TAKES(OPTION_FORMAT) | TAKES(OPTION_OUTPUT) | TAKES(OPTION_JOBS) | TAKES(OPTION_JOURNAL) |
         TAKES(OPTION_RESTART) | TAKES(OPTION_RETRY) | TAKES(OPTION_LOG), "text (default), json, ndjson, eml or html", command_resolve},
    {"explain", "[-d FILE]... [OPTION]... [TICKET]", "show what the program thought about a ticket",
     "Shows the ticket's text with every value marked where it was read, what each attached or pasted\n"
     "document is and which words decided it, the dashboard row that was found and how, and each rule in\n"
     "order: whether it held, why, and what would have to differ for the next one to hold.\n"
     "\n"
     "Use it when a decision surprises you, or before you send a draft that matters.\n"
     "\n"
     "Example:\n"
     "  resolver explain -d dashboard.csv --as-of 2020-01-20 ticket.eml",
     TAKES_DESK, NULL, command_explain},
    {"classify", "[--format F] FILE...", "tell what kind of document each file is",
     "Says of each file whether it is an invoice, which alone is accepted as evidence, or an order\n"
     "confirmation, a quotation, a delivery note ..., with its number, its date, and the words that decided.\n"
     "A mail is judged by what it says, as if it were a document. What is attached to it, packed in an\n"
     "archive, or a further paper of the same file comes behind it by its own line: \"bundle.zip/inner.pdf\",\n"
     "\"scan.pdf#2\". Formats: text, json, ndjson.\n"
     "\n"
     "Exit status: 0 every file was read; 1 some could not be opened; 2 wrong usage.\n"
     "\n"
     "Example:\n"
     "  resolver classify attachments/*",
     TAKES(OPTION_FORMAT) | TAKES(OPTION_NO_OCR) | TAKES(OPTION_HELP), "text (default), json or ndjson",
     command_classify},
    {"report", "[-o FILE]... [RESULTS]...", "tell what a whole queue came to",
     "Reads what `resolve --format ndjson` wrote (any number of files; \"-\" or nothing: standard input) and tells\n"
     "whose turn it is, how tickets were decided and why, by language, month, product type and partner, when the\n"
     "tickets that wait for a refresh can be answered, and which tickets probably have one cause: a month that was\n"
     "refreshed without a product type, a partner of whom no invoice is found, an invoice that two partners claim.\n"
     "\n"
     "With -o it is a page for the browser (report.html: charts, and a table that filters; it needs nothing beside\n"
     "itself) or a workbook (report.xlsx). Of a ticket that stands several times in the results the last one counts.\n"
     "\n"
     "Exit status: 0 every line was a result; 1 some were not (each is named on standard error, the others were\n"
     "counted), or the report could not be written; 2 wrong usage.\n"
     "\n"
     "Examples:\n"
     "  resolver report decisions.ndjson\n"
     "  resolver report -o report.html -o report.xlsx decisions.ndjson\n"
     "  resolver resolve -d kpi.csv --format ndjson queue.mbox | resolver report",
     TAKES(OPTION_FILE) | TAKES(OPTION_HELP), NULL, command_report},
    {"due", "[--as-of DATE] [--format F] [RESULTS]...", "list the tickets whose awaited refresh has come",
     "Reads what `resolve --format ndjson` wrote and lists the tickets that were told to wait for a refresh of the\n"
     "dashboard, and whose month is displayed on the day of --as-of (default: today): they can be resolved again.\n"
     "A line is the day from which the month is displayed, the ticket's id, and the file it came from. Of a ticket\n"
     "that stands several times in the results the last one counts. Formats: text, and ndjson for other programs.\n"
     "\n"
     "Exit status: 0 every line was a result; 1 some were not (each is named on standard error); 2 wrong usage.\n"
     "\n"
     "Example:\n"
     "  resolver due --as-of 2020-02-15 decisions.ndjson",
     TAKES(OPTION_AS_OF) | TAKES(OPTION_FORMAT) | TAKES(OPTION_HELP), "text (default) or ndjson", command_due},
    {"dashboard", "import|list|diff|export|forget ... --store FILE", "keep the refreshes of the dashboard",
     "A store remembers what the dashboard showed at each of its refreshes. It is one file, and stands wherever a\n"
     "dashboard can: resolver resolve -d kpi.db.\n"
     "\n"
     "  import FILE...       the rows of the files or addresses (https://..., @NAME of resolver.ini), united, as a\n"
     "                       new snapshot; nothing changes when they are those of the last one; rows that cannot be\n"
     "                       read are listed\n"
     "  list                 the snapshots with their numbers, dates and files\n"
     "  diff A B             the rows that came, went or changed from snapshot A to B, by partner and invoice;\n"
     "                       formats: text, and csv, ndjson, json for other programs\n"
     "  export               the rows of --snapshot, in a form that -d reads again; formats: csv, ndjson\n"
     "  forget A             removes a snapshot\n"
     "\n"
     "A and B are dates (the snapshot of that day or the last one before it) or numbers of the list.\n"
     "An import is kept as a whole or not at all; others go on reading while it runs.\n"
     "\n"
     "Exit status: 0 done, also when nothing changed; 2 wrong usage, or a file or the store could not be read or\n"
     "written (nothing was changed).\n"
     "\n"
     "Examples:\n"
     "  resolver dashboard import kpi-2026-01-15.csv --store kpi.db\n"
     "  resolver resolve -d kpi.db --snapshot 2026-01-15 ticket.eml\n"
     "  resolver dashboard diff 2025-12-15 2026-01-15 --store kpi.db",
     TAKES(OPTION_STORE) | TAKES(OPTION_DATE) | TAKES(OPTION_SNAPSHOT) | TAKES(OPTION_CONFIG) | TAKES(OPTION_FORMAT) |
         TAKES(OPTION_HELP),
     "of list: text (default) or ndjson; of diff: text (default), csv, ndjson or json; of export: csv (default) or ndjson", command_dashboard},
    {"check", "[--config FILE] [NAME|ADDRESS]...", "try out the dashboards of resolver.ini",
     "Tries each dashboard that resolver.ini names, or those given: can the secret be read, and by you alone; does\n"
     "the server answer, is its certificate good, does it accept who asks; what does the first page hold, and which\n"
     "columns are understood. Says in plain words what is wrong and what to do about it. Secrets are never shown.\n"
     "\n"
     "resolver.ini is looked for in ~/.config/resolver/; samples/resolver.ini explains every key. A dashboard that it\n"
     "calls [dashboard kpi] is given as -d @kpi wherever a dashboard can stand.\n"
     "\n"
     "Exit status: 0 all is well; 1 something is wrong with a dashboard; 2 wrong usage, or the configuration could\n"
     "not be read.\n"
     "\n"
     "Examples:\n"
     "  resolver check\n"
     "  resolver check kpi --config desk.ini\n"
     "  resolver check https://kpi.example.com/rows.json",
     TAKES(OPTION_CONFIG) | TAKES(OPTION_HELP), NULL, command_check},
    {"replay", "[-d FILE]... [--as-of DATE] [--templates DIR] [--format F] [RESULTS]...",
     "tell what would be decided differently today",
     "Resolves archived results of `resolve --format ndjson` again, with the rules, the templates and the dashboard of\n"
     "today, and lists every ticket of which a decision, a finding or the draft is different, and why. It needs the\n"
     "results alone, not the tickets. Run it before a new programme year or new templates go live.\n"
     "\n"
     "Without -d the dashboard is what each result says of it; without --as-of the day is each result's own: then only\n"
     "rules and templates differ. Formats: text, and ndjson for other programs.\n"
     "\n"
     "Exit status: 0 every line was a result; 1 some were not (each is named on standard error); 2 wrong usage, or a\n"
     "dashboard or a template could not be read.\n"
     "\n"
     "Examples:\n"
     "  resolver replay decisions.ndjson\n"
     "  resolver replay -d new.csv --as-of 2020-02-15 decisions.ndjson",
     TAKES(OPTION_DASHBOARD) | TAKES(OPTION_SNAPSHOT) | TAKES(OPTION_CONFIG) | TAKES(OPTION_AS_OF) | TAKES(OPTION_TEMPLATES) |
         TAKES(OPTION_FORMAT) | TAKES(OPTION_HELP),
     "text (default) or ndjson", command_replay},
    {"templates", "check [DIR]", "check the reply templates",
     "Names every template that is missing, every variable that no reply knows, and every section that is\n"
     "opened and not closed, each with file and line. Without DIR: the templates that resolve would use.\n"
     "\n"
     "Exit status: 0 all is well; 1 something was found; 2 wrong usage.",
     TAKES(OPTION_HELP), NULL, command_templates},
    {"help", "[COMMAND]", "explain a command", "Without COMMAND: the list of the commands.", TAKES(OPTION_HELP), NULL,
     command_help},
};
const size_t commands_len = G_N_ELEMENTS(commands);
