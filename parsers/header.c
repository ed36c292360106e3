/* header_read(): the meaning of a table header or field name: label, currency, net or gross, shown or expected. */
#include "parsers/mention.h"
#include "parsers/money.h"
#include "base/banned.h"

static bool first_label(const Lexicon *lexicon, Arena *arena, Str raw, Label *label) {
    Hits hits = {0};
    if (!lexicon_whole(lexicon, arena, raw, LEX_LABEL, &hits))
        return false;
    *label = (Label)hits.items[0].key;
    return true;
}

/* The longest label in the header, by letters; later ones win a tie ("KPI dashboard value"). */
static Label widest_label(const Lexicon *lexicon, Arena *arena, const Text *text, size_t *covered) {
    Hits hits = {0};
    Label best = LABEL_COUNT;
    *covered = 0;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, LEX_BIT(LEX_LABEL), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].to - hits.items[i].from > *covered) {
            *covered = hits.items[i].to - hits.items[i].from;
            best = (Label)hits.items[i].key;
        }
    return best;
}

static void read_currency(const Lexicon *lexicon, const Text *text, Header *header) {
    for (size_t at = 0, to; at < text->folded.len; at++) {
        Str iso;
        char before = at ? text->folded.data[at - 1] : ' ';
        if ((before >= 'a' && before <= 'z') || !currency_at(lexicon, text, at, LANGUAGE_UNKNOWN, &iso, &to) ||
            !str_given(iso))
            continue;
        header->currency = iso;
        return;
    }
}

static void read_cues(const Lexicon *lexicon, Arena *arena, const Text *text, Header *header) {
    Hits hits = {0};
    bool net = false;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, LEX_BIT(LEX_CUE) | LEX_BIT(LEX_LABEL), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->group == LEX_LABEL) {
            if (hit->key == LABEL_DASHBOARD_VALUE)
                header->role = ROLE_SHOWN;
            else if (hit->key == LABEL_EXPECTED_VALUE)
                header->role = ROLE_EXPECTED;
        } else if (hit->key == CUE_SHOWN) {
            header->role = ROLE_SHOWN;
        } else if (hit->key == CUE_EXPECTED) {
            header->role = ROLE_EXPECTED;
        } else if (hit->key == CUE_GROSS) {
            header->gross = true;
        } else if (hit->key == CUE_NET) {
            net = true;
        }
    }
    if (net)
        header->gross = false;
}

Header header_read(const Lexicon *lexicon, Arena *arena, Str raw) {
    Header header = {.label = LABEL_COUNT, .role = ROLE_CLAIM};
    Text text;
    raw = str_trim(raw);
    if (raw.len == 0 || raw.len > 120)
        return header;
    text_fold(arena, raw, &text);
    if (!first_label(lexicon, arena, raw, &header.label)) {
        ptrdiff_t open = str_find_char(text.folded, '(');
        if (open < 0)
            open = str_find_char(text.folded, '[');
        if (open <= 0 || !first_label(lexicon, arena, text_raw(&text, 0, (size_t)open), &header.label)) {
            size_t covered;
            Label widest = widest_label(lexicon, arena, &text, &covered);
            if (covered * 5 >= text.folded.len * 2) /* two fifths: "Revenue in EUR, net" but no sentence */
                header.label = widest;
        }
    }
    if (header.label == LABEL_COUNT)
        return header;
    read_cues(lexicon, arena, &text, &header);
    if (header.label == LABEL_REVENUE_GROSS) {
        header.label = LABEL_REVENUE_VALUE;
        header.gross = true;
    }
    if (header.label == LABEL_REVENUE_VALUE || header.label == LABEL_CURRENCY)
        read_currency(lexicon, &text, &header);
    return header;
}
