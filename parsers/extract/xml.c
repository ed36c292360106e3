#include "parsers/extract/xml.h"

#include <glib.h>
#include <libxml/parser.h>

#include "base/banned.h"

#define TEXT_MAX ((size_t)1024 * 1024) /* of one node: an invoice inside another stands in one */

/* Does an element have more attributes than any real one? Counts "=" outside of quotes between "<" and ">". */
static bool too_many_attributes(Str bytes) {
    size_t count = 0;
    char quote = 0;
    bool inside = false;
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.data[i];
        if (!inside) {
            inside = c == '<';
            count = 0;
        } else if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '=' && ++count > XML_ATTRIBUTES_MAX) {
            return true;
        } else if (c == '>') {
            inside = false;
        }
    }
    return false;
}

xmlDoc *xml_open(Str bytes, Str *reason) {
    *reason = STR("its XML is damaged");
    if (bytes.len > XML_BYTES_MAX) {
        *reason = STR("its XML is larger than any invoice");
        return NULL;
    }
    if (too_many_attributes(bytes))
        return NULL;
    /* XML_PARSE_NOENT, DTDLOAD and HUGE are left out for good: they open files and lift the limits. */
    xmlDoc *doc = xmlReadMemory(bytes.data, (int)bytes.len, "", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
    if (doc && (doc->intSubset || doc->extSubset)) {
        *reason = STR("its XML declares a document type, which no invoice does");
        xmlFreeDoc(doc);
        return NULL;
    }
    return doc;
}

Str xml_name(const xmlNode *node) {
    return str_of((const char *)node->name);
}

static bool is_step(const xmlNode *node, Str step, bool attribute) {
    Str name = xml_name(node);
    while (step.len) {
        ptrdiff_t bar = str_find_char(step, '|');
        Str one = bar < 0 ? step : str_sub(step, 0, (size_t)bar);
        if (attribute ? str_eq_nocase(name, one) : str_eq(name, one))
            return true;
        step = bar < 0 ? STR("") : str_sub(step, (size_t)bar + 1, step.len);
    }
    return false;
}

static void find(Arena *arena, xmlNode *from, Str path, XmlNodes *out) {
    ptrdiff_t slash = str_find_char(path, '/');
    Str step = slash < 0 ? path : str_sub(path, 0, (size_t)slash);
    if (str_starts(step, STR("@"))) {
        for (xmlAttr *attribute = from->properties; attribute; attribute = attribute->next)
            if (is_step((xmlNode *)attribute, str_sub(step, 1, step.len), true))
                *VEC_PUSH(arena, &out->of) = (xmlNode *)attribute;
        return;
    }
    for (xmlNode *node = from->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || !is_step(node, step, false))
            continue;
        if (slash < 0)
            *VEC_PUSH(arena, &out->of) = node;
        else
            find(arena, node, str_sub(path, (size_t)slash + 1, path.len), out);
    }
}

void xml_find(Arena *arena, xmlNode *from, const char *path, XmlNodes *out) {
    find(arena, from, str_of(path), out);
}

Str xml_node_text(Arena *arena, const xmlNode *node) {
    xmlChar *content = xmlNodeGetContent(node);
    Str text = str_trim(str_of((const char *)content));
    Str copy = text.len && text.len <= TEXT_MAX ? arena_str(arena, text) : STR_NONE;
    xmlFree(content);
    return copy;
}

Str xml_text(Arena *arena, xmlNode *from, const char *paths) {
    for (Str rest = str_of(paths); rest.len;) {
        ptrdiff_t blank = str_find_char(rest, ' ');
        Str path = blank < 0 ? rest : str_sub(rest, 0, (size_t)blank);
        rest = blank < 0 ? STR("") : str_sub(rest, (size_t)blank + 1, rest.len);
        XmlNodes nodes = {0};
        find(arena, from, path, &nodes);
        for (size_t i = 0; i < nodes.of.len; i++) {
            Str text = xml_node_text(arena, nodes.of.items[i]);
            if (text.len)
                return text;
        }
    }
    return STR_NONE;
}
