/* Link: the Link header (RFC 8288), of which one relation matters here: where the next page is. */
#ifndef CONNECT_LINK_H
#define CONNECT_LINK_H

#include "model/model.h"

/* The target of the first link whose rel holds "next", as it is written; absent when there is none. A view of `header`. What
 * is malformed is passed over. */
Str link_next(Str header);

#endif
