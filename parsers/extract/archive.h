/* Archive: the files of a ZIP, each to be opened as any attachment. Which limits hold is in zip_file.h; how deep archives
 * may lie in each other in format.h. */
#ifndef PARSERS_EXTRACT_ARCHIVE_H
#define PARSERS_EXTRACT_ARCHIVE_H

#include "parsers/extract.h"

#define ARCHIVE_FILES_MAX 200 /* of one archive; with more it is not opened at all: some would be missed in silence */

void archive_read(Arena *arena, const ExtractAsk *ask, Extract *out);

#endif
