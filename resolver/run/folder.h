/* Folder: which files of a folder are tickets. */
#ifndef RUN_FOLDER_H
#define RUN_FOLDER_H

#include <glib.h>

#define FOLDER_DEPTH_MAX 16 /* folders in folders; a deeper one is a problem */
#define FOLDER_NO_FILE   "no regular file"

typedef struct FolderFile {
    char *path;
    gboolean maildir;    /* a message of a Maildir: its file name is no name for a ticket */
    const char *problem; /* why this entry is not read; NULL when it is. Static */
} FolderFile;

/* The tickets to be read, FolderFile *, in the order of their names, those of sub-folders where the sub-folder stands: of a
 * Maildir the messages of new/, then of cur/; else all files, without hidden ones and without those that JSON tickets
 * name as attachments. A sub-folder that cannot be read, a link to one, or one too deep is an entry with a problem, and so is a pipe or device.
 * NULL with errno set when the folder itself cannot be read. */
GPtrArray *folder_list(const char *folder);

#endif
