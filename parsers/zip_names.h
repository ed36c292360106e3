/* Names in the directory at the end of a ZIP: they tell an office document from an archive that merely holds one. Only
 * looked at here, never believed: archives are opened in the sandbox (parsers/extract/). */
#ifndef PARSERS_ZIP_NAMES_H
#define PARSERS_ZIP_NAMES_H

#include "base/str.h"

/* Does the path of a member begin so? A ZIP cut off before its directory is searched for the path as it stands. */
bool zip_names_begin(Str bytes, Str path);

#endif
