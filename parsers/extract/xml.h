/* Xml: untrusted XML as a tree, and the way to a node by local names. Namespaces are not compared: the shape of the
 * documents that are read here is unmistakable without them, and half of the world's files get their prefixes wrong.
 *
 * No document type declaration, no external entity, no network, no huge text, no element with a thousand attributes:
 * such a file is refused with the reason, in time linear in its size. */
#ifndef PARSERS_EXTRACT_XML_H
#define PARSERS_EXTRACT_XML_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/vec.h"

#define XML_BYTES_MAX      ((size_t)8 * 1024 * 1024)
#define XML_ATTRIBUTES_MAX 256 /* of one element; libxml2 is quadratic in them */

typedef struct XmlNodes {
    VEC(xmlNode *) of; /* elements or attributes, in the order of the document */
} XmlNodes;

/* NULL and the reason when the bytes are no XML that is read here. To be freed with xmlFreeDoc(). */
xmlDoc *xml_open(Str bytes, Str *reason);

Str xml_name(const xmlNode *node); /* local name */
/* All nodes below `from` on the way "A/B/C"; the last step may be an attribute, "@Folio" (ASCII case ignored, as the older
 * versions of a standard write them small). "A|B" as a step: either. */
void xml_find(Arena *arena, xmlNode *from, const char *path, XmlNodes *out);
/* Trimmed text of the first node of the first path, of several parted by a blank, that has any; absent when none has. */
Str xml_text(Arena *arena, xmlNode *from, const char *paths);
/* The same of one node. */
Str xml_node_text(Arena *arena, const xmlNode *node);

#endif
