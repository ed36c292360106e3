/* Charset: bytes of any charset to UTF-8, as the sender's program meant them (contract section 2).
 *
 * What is declared is believed when the bytes agree with it, and each name is read as the charset that programs really
 * send under it: iso-8859-1 is windows-1252, gb2312 is GB18030, shift_jis is code page 932, euc-kr is 949, big5 is 950.
 * What is undeclared or wrongly declared is told by a byte order mark, valid UTF-8, UTF-16 by its zero bytes, the
 * escapes of ISO-2022, else by how likely the letters are in the legacy charsets of the eleven languages.
 *
 * Converters stay open for the life of the thread: opening one loads a module each time. */
#ifndef PARSERS_CHARSET_H
#define PARSERS_CHARSET_H

#include "base/arena.h"
#include "model/model.h"

/* `declared` may be absent, in any case, unknown or wrong. `hint` is the language the text is likely in, or
 * LANGUAGE_UNKNOWN. The result is valid UTF-8 without byte order mark, in the arena or (pure ASCII, or UTF-8 already) a
 * view of `bytes`; bytes that mean nothing are U+FFFD. *charset_used (may be NULL) gets a static name such as
 * "utf-8" or "windows-1251". */
Str charset_to_utf8(Arena *arena, Str bytes, Str declared, Language hint, Str *charset_used);

/* The legacy charset these bytes are most likely in, by the letters they give; never UTF-8. A static name; for a text
 * without bytes above 127, or with too few to tell, that of the hint's language (windows-1252 when unknown). */
Str charset_guess_legacy(Str bytes, Language hint);

/* The charset in which Excel and mail programs of that language save: a static name. */
Str charset_of_language(Language language);

/* Does any program know a charset of that name? */
bool charset_known(Str name);

#endif
