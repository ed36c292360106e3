/* One ticket as it comes, and its reading: the door between the streams of run/feed.h and the formats of parsers. */
#ifndef PARSERS_TICKET_H
#define PARSERS_TICKET_H

#include "parsers/extract.h"
#include "parsers/lexicon.h"

typedef enum TicketForm {
    TICKET_MESSAGE, /* RFC 5322 */
    TICKET_JSON,    /* one object */
    TICKET_TEXT     /* anything a person may have pasted */
} TicketForm;

/* Reads the file `path`, told by a ticket, inside `folder` and nowhere else. False with a reason when it is not there
 * or lies outside. Given by the feed: parsers do not touch the file system. */
typedef bool FileReader(Arena *arena, Str folder, Str path, Str *bytes, Str *why);

typedef struct FeedItem {
    TicketForm form;
    Str bytes;       /* as they came; any charset */
    Str file;        /* the input's name for messages: a path, or "-" */
    Str folder;      /* of the file, where `path` of an attachment begins; absent for standard input */
    FileReader *read_file; /* NULL: no files can be had */
    const Extractor *extractor; /* reads PDF attachments and their like; NULL: they stay unread. Set by the pipeline */
    size_t index;    /* 1-based, of the ticket in its file */
    size_t line;     /* 1-based, of the file, where it begins; 0 when nobody counted */
    bool alone;      /* the file holds just this ticket: its name may be the id */
    Str error;       /* when given, there is no ticket: why the input could not be read */
} FeedItem;

/* The ticket in the arena; its texts may be views of item->bytes. NULL with a reason in *error when the item is no
 * ticket at all (broken JSON, say); everything stranger than that is a ticket with notes. `lexicon` knows the header
 * words of pasted mails; NULL: they stay in the text. */
Ticket *ticket_parse(const Lexicon *lexicon, Arena *arena, const FeedItem *item, Str *error);

#endif
