#include "parsers/papers.h"

#include "parsers/extract.h"
#include "parsers/kind.h"
#include "parsers/kind_title.h"
#include "base/banned.h"

#define NUMBER_MIN 3   /* of a number that tells papers apart, folded */
#define NAME_LINES 15  /* with text; a paper is named there, below the letter head */

static void judge(const Lexicon *lexicon, Arena *arena, Language language, Document *document) {
    Page page;
    bool paged = kind_needs_page(document);
    if (paged) {
        page_read(lexicon, arena, document->text, &page);
        kind_judge_page(&page, document);
    }
    if (document->kind == KIND_CLAIM_TABLE || document->kind == KIND_DASHBOARD_EXPORT)
        return;
    if (paged && !document->structured)
        invoice_read_page(&page, language, document);
    else if (document->readable)
        invoice_read(lexicon, arena, language, document);
}

static bool is_blank(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] != ' ' && text.data[i] != '\n' && text.data[i] != EXTRACT_PAGE_BREAK)
            return false;
    return true;
}

/* The name of that kind of paper heads the page. */
static bool is_headed(const Lexicon *lexicon, Arena *arena, Str text, Kind kind) {
    Page page;
    page_read(lexicon, arena, text, &page);
    for (size_t i = 0; i < page.signs.len; i++) {
        const Sign *sign = &page.signs.items[i];
        if (sign->cue == KIND_TITLE && sign->kind == kind && title_heads_page(&page, sign) &&
            title_weight(&page, sign) >= TITLE_PART)
            return true;
    }
    return false;
}

/* Below its letter head the page bears the name of that kind, and not over or before the number of another paper. */
static bool is_named(const Lexicon *lexicon, Arena *arena, Str text, Kind kind) {
    Page page;
    page_read(lexicon, arena, text, &page);
    for (size_t i = 0; i < page.signs.len; i++) {
        const Sign *sign = &page.signs.items[i];
        if (sign->cue == KIND_TITLE && sign->kind == kind && page.lines.items[page.cells.items[sign->cell].line].ordinal < NAME_LINES &&
            title_weight(&page, sign) >= TITLE_LEADS && !title_is_reference(&page, sign))
            return true;
    }
    return false;
}

/* A further page of a paper repeats its number, or has none. */
static bool goes_on(const Lexicon *lexicon, Arena *arena, Language language, Str before, Str page) {
    Document probe = {.text = before, .readable = true};
    judge(lexicon, arena, language, &probe);
    Str number = number_fold(arena, probe.number);
    return number.len < NUMBER_MIN || str_find(number_fold(arena, page), number) >= 0;
}

static bool begins_paper(const Lexicon *lexicon, Arena *arena, Language language, Str before, Str page) {
    Document probe = {.text = page, .readable = true};
    if (is_blank(before) || is_blank(page))
        return false;
    judge(lexicon, arena, language, &probe);
    Str number = number_fold(arena, probe.number);
    if (probe.kind == KIND_OTHER || number.len < NUMBER_MIN || str_find(number_fold(arena, before), number) >= 0)
        return false;
    return is_headed(lexicon, arena, page, probe.kind) ||
           ((probe.accepted || is_named(lexicon, arena, page, probe.kind)) && !goes_on(lexicon, arena, language, before, page));
}

static void add_paper(Arena *arena, const Document *whole, Str text, Documents *papers) {
    Document *paper = ARENA_NEW(arena, Document);
    *paper = (Document){.name = whole->name,
                        .content_type = whole->content_type,
                        .bytes = whole->bytes,
                        .text = text,
                        .readable = true,
                        .from_message = whole->from_message};
    if (whole->to) { /* in the body of the ticket */
        paper->from = whole->from + (size_t)(text.data - whole->text.data);
        paper->to = paper->from + text.len;
    }
    if (papers->len)
        paper->name = arena_printf(arena, STR_FMT "#%zu", STR_ARG(whole->name), papers->len + 1);
    *VEC_PUSH(arena, papers) = paper;
}

static void find_papers(const Lexicon *lexicon, Arena *arena, Language language, const Document *whole, Documents *papers) {
    Str text = whole->text;
    size_t begun = 0, from = 0;
    for (size_t pages = 1; pages <= PAPERS_PAGES_MAX; pages++) {
        ptrdiff_t at = str_find_char(str_sub(text, from, text.len), EXTRACT_PAGE_BREAK);
        if (at < 0)
            break;
        from += (size_t)at + 1;
        ptrdiff_t len = str_find_char(str_sub(text, from, text.len), EXTRACT_PAGE_BREAK);
        Str page = str_sub(text, from, len < 0 ? text.len : from + (size_t)len);
        if (begins_paper(lexicon, arena, language, str_sub(text, begun, from), page)) {
            add_paper(arena, whole, str_sub(text, begun, from), papers);
            begun = from;
        }
    }
    if (begun)
        add_paper(arena, whole, str_sub(text, begun, text.len), papers);
}

void papers_read(const Lexicon *lexicon, Arena *arena, Language language, Document *document, Documents *out) {
    Documents papers = {0};
    bool accepted = false;
    judge(lexicon, arena, language, document);
    if (document->readable && !document->structured && document->kind != KIND_CLAIM_TABLE &&
        document->kind != KIND_DASHBOARD_EXPORT)
        find_papers(lexicon, arena, language, document, &papers);
    for (size_t i = 0; i < papers.len; i++) {
        judge(lexicon, arena, language, papers.items[i]);
        accepted |= papers.items[i]->accepted;
    }
    if (!papers.len || (document->accepted && !accepted)) { /* parted, nothing would be left of the invoice */
        *VEC_PUSH(arena, out) = document;
        return;
    }
    for (size_t i = 0; i < papers.len; i++)
        *VEC_PUSH(arena, out) = papers.items[i];
}
