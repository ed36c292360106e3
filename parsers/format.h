/* Formats of attachments: one table of what can be read and what cannot, and why not.
 *
 * Told by content, not by name or declared type. What needs a third-party library (PDF) is read by the Extractor
 * (extract.h); what is not read (spreadsheets, archives, pictures) is entered with an honest reason. A new format is one
 * more entry. What is not read may be the very invoice, so it is
 * readable = false and told of in the reply (contract section 5); pictures, recordings and signatures of mails are not. */
#ifndef PARSERS_FORMAT_H
#define PARSERS_FORMAT_H

#include "parsers/extract.h"

#define FORMAT_NESTING_MAX 16 /* messages in messages, archives in archives; deeper ones are not opened */

typedef struct FormatContext {
    Arena *arena;
    Ticket *ticket;    /* gets the documents found inside, behind this one, and the notes */
    Str charset;       /* declared beside the content type; may be absent */
    Language language; /* likely language, for undeclared charsets; LANGUAGE_UNKNOWN when nobody knows */
    Str inside;        /* of an archive: its own path in the archive around it; absent for an attachment of the ticket */
    int depth;         /* 0 for an attachment of the ticket itself */
    const Extractor *extractor; /* reads what needs a third-party library; NULL: not to be had here */
} FormatContext;

/* Sets text, readable and reason of a document whose name, content_type and bytes are there; kind becomes KIND_OTHER
 * until kind_judge(). A document that is readable = false already stays as it is. */
void format_open(const FormatContext *context, Document *document);

/* A new document at the end of the ticket's, to be filled and opened. */
Document *format_add(Arena *arena, Ticket *ticket);

#endif
