/* "Rechnugsnr", "Qauntity", "Колличество": the label of a detail with one letter too many, too few, wrong, or two in the wrong order. */
#include "parsers/label_guess.h"
#include "base/banned.h"

#define NAME_LETTERS_MIN 6 /* of shorter names one letter makes another word */
#define NAME_BYTES_MAX 48

typedef struct Misspelt {
    const Reader *reader;
    Label label;    /* of all labels that are one letter away; LABEL_COUNT for none */
    bool ambiguous; /* another label is as near */
} Misspelt;

static bool is_detail(Label label) {
    return label == LABEL_MONTH || label == LABEL_YEAR || label == LABEL_PERIOD || label == LABEL_OMLP_TYPE ||
           label == LABEL_PURCHASE_UNITS || label == LABEL_INVOICE_NUMBER || label == LABEL_KPI_VALUE || label == LABEL_REVENUE_VALUE;
}

/* Looks one spelling up. */
static void try_spelling(Misspelt *tried, const char *name, size_t len) {
    Hits hits = {0};
    Text text = {.raw = {name, len}, .folded = {name, len}};
    if (!lexicon_whole_in(tried->reader->lexicon, tried->reader->arena, &text, 0, len, LEX_LABEL, &hits))
        return;
    for (size_t i = 0; i < hits.len; i++) {
        Label label = (Label)hits.items[i].key;
        tried->ambiguous |= !is_detail(label) || (tried->label != LABEL_COUNT && tried->label != label);
        tried->label = label;
    }
}

/* The letters of the name's alphabet, each of `size` bytes. */
static const char *alphabet(Str name, size_t *size) {
    bool cyrillic = false;
    for (size_t i = 0; i < name.len; i++)
        cyrillic |= (unsigned char)name.data[i] == 0xD0 || (unsigned char)name.data[i] == 0xD1;
    *size = cyrillic ? 2 : 1;
    return cyrillic ? "абвгдежзийклмнопрстуфхцчшщъыьэюя" : "abcdefghijklmnopqrstuvwxyz";
}

/* The spelling name[0, cut) + letters + name[rest, ...). */
static void try_joined(Misspelt *tried, Str name, size_t cut, const char *letters, size_t size, size_t rest) {
    char spelling[NAME_BYTES_MAX + 8];
    memcpy(spelling, name.data, cut);
    memcpy(spelling + cut, letters, size);
    memcpy(spelling + cut + size, name.data + rest, name.len - rest);
    try_spelling(tried, spelling, cut + size + name.len - rest);
}

/* Every spelling that differs in one letter at `at`, or in the order of the two there. */
static void try_letter(Misspelt *tried, Str name, size_t at, size_t next) {
    size_t size, width = next - at;
    const char *letters = alphabet(name, &size);
    try_joined(tried, name, at, "", 0, next);
    if (next + width <= name.len && memcmp(name.data + at, name.data + next, width) != 0) {
        char turned[8];
        memcpy(turned, name.data + next, width);
        memcpy(turned + width, name.data + at, width);
        try_joined(tried, name, at, turned, 2 * width, next + width);
    }
    for (const char *letter = letters; *letter; letter += size) {
        try_joined(tried, name, at, letter, size, next);
        try_joined(tried, name, at, letter, size, at);
    }
}

Label label_misspelt(const Reader *reader, const Text *text, size_t from, size_t to) {
    Misspelt tried = {.reader = reader, .label = LABEL_COUNT};
    Str name = str_trim(str_sub(text->folded, from, to));
    size_t letters = 0;
    while (name.len && strchr(":.#*", name.data[name.len - 1]))
        name.len--;
    for (size_t at = 0, size; at < name.len; at += size) {
        uint32_t c = utf8_decode(name, at, &size);
        if (text_is_cjk(c))
            return LABEL_COUNT;
        letters += text_is_letter(c);
    }
    if (letters < NAME_LETTERS_MIN || name.len > NAME_BYTES_MAX)
        return LABEL_COUNT;
    ArenaMark mark = arena_mark(reader->arena);
    for (size_t at = 0, size; at < name.len && !tried.ambiguous; at += size) {
        bool letter = text_is_letter(utf8_decode(name, at, &size));
        if (at && letter) /* hardly anybody misspells the first letter */
            try_letter(&tried, name, at, at + size);
    }
    arena_release(reader->arena, mark);
    return tried.ambiguous ? LABEL_COUNT : tried.label;
}
