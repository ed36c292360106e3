/* resolver classify: what kind of document is each file? */
#include <stdio.h>

#include "cli/cli.h"
#include "cli/english.h"
#include "cli/output.h"
#include "cli/text.h"
#include "run/classify.h"
#include "run/datadir.h"
#include "run/extractor.h"
#include "run/result.h"
#include "base/banned.h"

static Lexicon *open_lexicon(void) {
    g_autoptr(GError) error = NULL;
    DataDir data;
    Lexicon *lexicon = NULL;
    if (datadir_find(NULL, &data, &error)) {
        lexicon = datadir_lexicon(&data, &error);
        datadir_clear(&data);
    }
    if (!lexicon)
        cli_complain("%s", error->message);
    return lexicon;
}

static void add_text(Buf *buf, Arena *arena, const Document *document) {
    Style style = style_of(cli_colour(1));
    text_add_escaped(buf, document->name);
    buf_printf(buf, ": %s%s%s, %s", document->accepted ? style.good : style.bold, english_kind(document->kind), style.off,
               document->accepted ? "accepted" : "not accepted");
    if (!str_empty(document->number)) {
        buf_add(buf, STR(", number "));
        text_add_safe(buf, document->number);
    }
    if (date_given(document->issue_date))
        buf_printf(buf, ", of " STR_FMT, STR_ARG(date_iso(arena, document->issue_date)));
    if (!str_empty(document->reason)) {
        buf_add(buf, STR("\n    because: "));
        text_add_safe(buf, document->reason);
    }
    buf_add_char(buf, '\n');
}

/* A line or object a paper: the file itself, then what was found in it. */
static void add_papers(Buf *buf, Arena *arena, const Documents *documents, Format format) {
    for (size_t i = 0; i < documents->len; i++) {
        const Document *document = documents->items[i];
        JsonOut json = {.buf = buf, .pretty = format == FORMAT_JSON};
        if (format == FORMAT_TEXT) {
            add_text(buf, arena, document);
            continue;
        }
        result_write_document(&json, arena, document->name, document);
        buf_add_char(buf, '\n');
    }
}

/* One file; "-" is standard input. False when it could not be read. */
static bool do_file(const Lexicon *lexicon, Arena *arena, const Extractor *extractor, const char *path, Format format) {
    g_autoptr(GError) error = NULL;
    g_autofree char *data = NULL;
    gsize len = 0;
    bool read = g_file_get_contents(path[0] == '-' && !path[1] ? "/dev/stdin" : path, &data, &len, &error);
    Buf buf = {.arena = arena};
    Documents documents = {0};
    if (read) {
        classify_all(lexicon, arena, extractor, str_of(path), (Str){data, len}, &documents);
        add_papers(&buf, arena, &documents, format);
    } else {
        cli_complain("%s", error->message);
    }
    if (!read && format != FORMAT_TEXT) {
        JsonOut json = {.buf = &buf, .pretty = format == FORMAT_JSON};
        result_write_unreadable(&json, str_of(path), str_of(error->message));
        buf_add_char(&buf, '\n');
    }
    if (buf.len)
        cli_print(&buf);
    return read;
}

int command_classify(const Arguments *arguments) {
    Format format = format_of(arguments->value[OPTION_FORMAT]);
    if (format != FORMAT_TEXT && format != FORMAT_JSON && format != FORMAT_NDJSON)
        return cli_misused("classify has no format \"%s\"; it has text, json and ndjson", arguments->value[OPTION_FORMAT]);
    if (arguments->words->len < 2)
        return cli_misused("classify needs at least one file");
    Lexicon *lexicon = open_lexicon();
    if (!lexicon)
        return EXIT_USAGE;
    Arena *arena = arena_new();
    ExtractService *service = extract_service_new();
    extract_service_without_ocr(service, arguments->value[OPTION_NO_OCR] != NULL);
    extract_service_lexicon(service, lexicon);
    bool all = true;
    for (guint i = 0; i + 1 < arguments->words->len && !ferror(stdout); i++) {
        extract_service_begin(service);
        all = do_file(lexicon, arena, extract_service_extractor(service), arguments->words->pdata[i], format) && all;
        arena_clear(arena);
    }
    extract_service_free(&service);
    arena_free(&arena);
    lexicon_free(&lexicon);
    return all ? EXIT_RESOLVED : EXIT_SOME_UNREADABLE;
}
