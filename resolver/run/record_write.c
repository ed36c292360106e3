#include "run/record.h"

#include "base/banned.h"

static void write_strs(JsonOut *json, const char *key, const Strs *texts) {
    if (!texts->len)
        return;
    jsonout_open(json, key, '[');
    for (size_t i = 0; i < texts->len; i++)
        jsonout_text(json, NULL, texts->items[i]);
    jsonout_close(json, ']');
}

/* ---- claims: what is ambiguous in them ---- */

static void write_claim(JsonOut *json, const Claim *claim) {
    jsonout_open(json, NULL, '{');
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!(claim->ambiguous & DETAIL_BIT(detail)))
            continue;
        jsonout_open(json, detail_word(detail), '[');
        for (size_t i = 0; i < claim->readings[detail].len; i++)
            jsonout_text(json, NULL, claim->readings[detail].items[i]);
        jsonout_close(json, ']');
    }
    jsonout_close(json, '}');
}

static void write_claims(JsonOut *json, const Claims *claims) {
    bool any = false;
    for (size_t i = 0; i < claims->len; i++)
        any |= claims->items[i]->ambiguous != 0;
    if (!any)
        return;
    jsonout_open(json, "ambiguous", '[');
    for (size_t i = 0; i < claims->len; i++)
        write_claim(json, claims->items[i]);
    jsonout_close(json, ']');
}

/* ---- documents: what pairing and the effective values need of them ---- */

static void write_item(JsonOut *json, Arena *arena, const InvoiceItem *item) {
    jsonout_open(json, NULL, '{');
    jsonout_text_if(json, "description", item->description);
    jsonout_text_if(json, "omlp_type", item->omlp_type);
    if (item->has_units)
        jsonout_text(json, "units", decimal_str(arena, item->units));
    if (item->has_net)
        jsonout_text(json, "net", decimal_str(arena, item->net));
    jsonout_close(json, '}');
}

static void write_document(JsonOut *json, Arena *arena, const Document *document) {
    jsonout_open(json, NULL, '{');
    write_strs(json, "quotes", &document->quotes);
    write_strs(json, "mentions", &document->mentions);
    jsonout_text_if(json, "currency", document->currency);
    if (document->has_net)
        jsonout_text(json, "net", decimal_str(arena, document->net));
    if (document->items.len) {
        jsonout_open(json, "items", '[');
        for (size_t i = 0; i < document->items.len; i++)
            write_item(json, arena, &document->items.items[i]);
        jsonout_close(json, ']');
    }
    jsonout_close(json, '}');
}

static void write_documents(JsonOut *json, Arena *arena, const Documents *documents) {
    if (!documents->len)
        return;
    jsonout_open(json, "documents", '[');
    for (size_t i = 0; i < documents->len; i++)
        write_document(json, arena, documents->items[i]);
    jsonout_close(json, ']');
}

static void write_listing(JsonOut *json, const Reading *reading) {
    if (reading->intent != INTENT_DIRECTORY_LISTING)
        return;
    jsonout_open(json, "listing", '{');
    for (Listing listing = 0; listing < LISTING_COUNT; listing++)
        jsonout_text_if(json, listing_word(listing), reading->listing[listing]);
    jsonout_close(json, '}');
}

void record_write(JsonOut *json, Arena *arena, const Reading *reading) {
    jsonout_open(json, "record", '{');
    if (reading->automatic)
        jsonout_bool(json, "automatic", true);
    write_claims(json, &reading->claims);
    write_documents(json, arena, &reading->documents);
    write_listing(json, reading);
    jsonout_close(json, '}');
}
