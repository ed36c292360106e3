/* resolver templates check: is everything there that a reply may need? */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "reply/reply.h"
#include "run/datadir.h"
#include "base/banned.h"

static int check(const char *folder) {
    GPtrArray *problems = g_ptr_array_new_with_free_func(g_free);
    bool good = templates_check(folder, problems);
    for (guint i = 0; i < problems->len; i++)
        puts(problems->pdata[i]);
    if (good)
        printf("%s: all templates are there and well\n", folder);
    g_ptr_array_unref(problems);
    return good ? EXIT_RESOLVED : EXIT_SOME_UNREADABLE;
}

int command_templates(const Arguments *arguments) {
    const char *const *words = (const char *const *)arguments->words->pdata;
    g_autoptr(GError) error = NULL;
    DataDir data = {0};
    if (!words[0] || strcmp(words[0], "check") != 0 || (words[1] && words[2]))
        return cli_misused("it is: resolver templates check [DIR]");
    if (!words[1] && !datadir_find(NULL, &data, &error)) {
        cli_complain("%s", error->message);
        return EXIT_USAGE;
    }
    int status = check(words[1] ? words[1] : data.templates);
    datadir_clear(&data);
    return status;
}
