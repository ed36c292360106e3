/* lexicon-compile FOLDER FILE: writes the compiled form of the .ini files (parsers/lexicon_cache.h). Run by `make`. */
#include <stdio.h>

#include "parsers/lexicon.h"
#include "base/banned.h"

int main(int argc, char **argv) {
    g_autoptr(GError) error = NULL;
    if (argc != 3) {
        fprintf(stderr, "usage: lexicon-compile FOLDER FILE\n");
        return 2;
    }
    if (lexicon_compile(argv[1], argv[2], &error))
        return 0;
    fprintf(stderr, "lexicon-compile: %s\n", error->message);
    return 1;
}
