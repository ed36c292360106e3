/* Extract: what a reader of PDF, spreadsheets, archives and their like found in one file.
 *
 * Such files are read with third-party libraries, in a process of their own (parsers/extract/, the program
 * resolver-extract): parsers link none of them and see only an Extract, handed over by the Extractor that run/ sets in
 * the FormatContext. Without one (NULL), these files are readable = false with a reason.
 *
 * To add a reader:
 *   1. a row in EXTRACT_FORM_LIST below, and the row of that format in format.c (`form`; how it is told by content);
 *   2. `void x_read(Arena *, const ExtractAsk *, Extract *out)` in parsers/extract/x.c: bytes in, papers out. It runs in
 *      the sandbox: it may allocate (a limit kills it) and read the folders named in parsers/extract/sandbox.c, nothing
 *      else; whatever it does wrong costs this one file. It never frees: the process ends behind it;
 *   3. a row in parsers/extract/readers.c, with what it wants to prepare once in the server (`prepare`: libraries,
 *      tables; never a partner's bytes), and its packages in EXTRACT_PKGS of the Makefile and in tests/deps.
 * What it says is checked in extract_wire.c; what becomes of each paper is in format.c.
 *
 * A reader gives text as page.h sees it: a line a line or table row, cells parted by a tab (rows of one table with the
 * same columns) or by two and more blanks, pages parted by EXTRACT_PAGE_BREAK. Text is valid UTF-8 without NUL. */
#ifndef PARSERS_EXTRACT_H
#define PARSERS_EXTRACT_H

#include "model/model.h"

#define EXTRACT_PAGE_BREAK '\f' /* stands for itself behind the line end of a page's last line */

#define EXTRACT_PAPERS_MAX 1000
#define EXTRACT_BYTES_MAX  ((size_t)256 * 1024 * 1024) /* of all papers together */

/* What a file is by its content; format.c tells. */
#define EXTRACT_FORM_LIST(X)                                                                                           \
    X(EXTRACT_PDF, "PDF")                                                                                              \
    X(EXTRACT_XML, "XML")                                                                                              \
    X(EXTRACT_SIGNED, "signed file")                                                                                   \
    X(EXTRACT_WORKBOOK, "workbook")                                                                                    \
    X(EXTRACT_ARCHIVE, "archive")                                                                                      \
    X(EXTRACT_PICTURE, "picture")                                                                                      \
    X(EXTRACT_TNEF, "TNEF")

#define EXTRACT_ENUM(name, word) name,
typedef enum ExtractForm { EXTRACT_NONE, EXTRACT_FORM_LIST(EXTRACT_ENUM) EXTRACT_FORM_COUNT } ExtractForm;
#undef EXTRACT_ENUM

typedef enum PaperRole {
    PAPER_SELF, /* the file itself: at most one, and the first. Without it the file is but a wrapper */
    PAPER_PART, /* another paper within, read already: a document of its own */
    PAPER_FILE, /* a file within, `bytes`: opened as any attachment, by its content; a document of its own */
    PAPER_DATA, /* a file within, `bytes`: the machine-readable form of the file itself (Factur-X): opened, and what it
                   states is believed before the text; no document of its own */
    PAPER_ROLE_COUNT
} PaperRole;

/* What a structured paper states of itself; the same as the members of Document. */
typedef struct PaperFacts {
    bool given;
    Kind kind;
    bool self_billed;
    Str why;            /* the words or the code that decided the kind: "CreditNote", "type code 380" */
    Str number;
    Strs quotes;
    Date issue_date;
    Str currency;       /* ISO 4217 */
    Decimal net;        /* when has_net */
    bool has_net;
    InvoiceItems items; /* omlp_type need not be set: the description tells */
} PaperFacts;

typedef struct Paper {
    PaperRole role;
    Str name;         /* path inside an archive, name of an embedded file, of a sheet; absent for PAPER_SELF */
    Str content_type; /* as declared inside the file; may be absent, may lie */
    bool scanned;     /* pages of it are pictures, and were not recognized: another program may do it, in turn */
    bool readable;    /* false: `reason` says why, in the words of Document.reason */
    Str reason;
    Str text;
    bool recognized;  /* the text was read from a picture: its characters are not certain */
    Str bytes;        /* PAPER_FILE, PAPER_DATA */
    PaperFacts facts;
} Paper;

typedef struct Extract {
    VEC(Paper) papers;
} Extract;

typedef struct ExtractAsk {
    ExtractForm form;
    Language language; /* of the ticket, as far as is known; LANGUAGE_UNKNOWN */
    bool without_ocr;  /* pictures of text stay unread */
    Str bytes;
} ExtractAsk;

/* Reads one file. Never fails: what cannot be read is a PAPER_SELF that is not readable, with the reason. All in `arena`. */
typedef struct Extractor {
    void *self;
    void (*read)(void *self, Arena *arena, const ExtractAsk *ask, Extract *out);
} Extractor;

const char *extract_form_word(ExtractForm form); /* "PDF" */
/* A new last paper, readable. */
Paper *extract_add(Arena *arena, Extract *extract, PaperRole role);
/* The whole file cannot be read: forgets all papers and says why. */
void extract_refuse(Arena *arena, Extract *extract, Str reason);

#endif
