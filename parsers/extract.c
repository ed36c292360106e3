#include "parsers/extract.h"

#include "base/banned.h"

const char *extract_form_word(ExtractForm form) {
    static const char *const words[] = {"none",
#define WORD(name, word) word,
                                        EXTRACT_FORM_LIST(WORD)
#undef WORD
    };
    return words[form < EXTRACT_FORM_COUNT ? form : EXTRACT_NONE];
}

Paper *extract_add(Arena *arena, Extract *extract, PaperRole role) {
    Paper *paper = VEC_PUSH(arena, &extract->papers);
    *paper = (Paper){.role = role, .readable = true};
    return paper;
}

void extract_refuse(Arena *arena, Extract *extract, Str reason) {
    extract->papers.len = 0;
    Paper *paper = extract_add(arena, extract, PAPER_SELF);
    paper->readable = false;
    paper->reason = reason;
}
