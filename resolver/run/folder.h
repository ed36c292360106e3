/* Folder: which files of a folder are tickets. */
#ifndef RUN_FOLDER_H
#define RUN_FOLDER_H

#include <glib.h>

/* The paths of the tickets to be read, in order: of a Maildir the messages of new/, then of cur/; of a plain folder
 * its regular files, without hidden ones and without those its JSON tickets name as attachments. *maildir tells which.
 * NULL with errno set when the folder cannot be read. */
GPtrArray *folder_list(const char *folder, gboolean *maildir);

#endif
