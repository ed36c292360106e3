#include "parsers/prose.h"

#include "base/utf8.h"
#include "parsers/hangul.h"
#include "parsers/sentence.h"
#include "base/banned.h"

#define STEERED_BYTES 32 /* from a word that steers to its figure */
#define WRAPPED_LINE 50   /* columns; a line as long goes on in the next one */
#define SERIES_LETTERS 4 /* before a number */
#define ABBREVIATION_MAX 4 /* letters */
#define ASKED_WORDS 5     /* "we ask you to make the correction" */
#define ASKED_BYTES 96    /* looked through for them */
#define GIVEN_WORDS 3     /* "..., it is now 25" */
#define SENTENCE_MAX 2000 /* bytes; a longer one is cut there: its tokens are weighed against each other */

/* ---- types ---- */

#define CLOSER_WORDS 6 /* between a type and the bracket with its closer name */

/* "the MOC that was edited for us (Custom MOC)": what stands in the bracket says which MOC it is, where nothing but words stand
 * between; with a comma, or a word of the dashboard, the bracket may hold what is shown: "MOC, адаптированного (Custom MOC)" alone
 * names the MOC again. */
static bool is_named_closer(const Sentence *sentence, size_t n) {
    const Token *type = &sentence->tokens.items[n], *next = next_of(sentence, n);
    Str s = sentence->s;
    if (!str_eq_cstr(lexicon_key(sentence->reader->lexicon, LEX_TYPE, type->key), "moc"))
        return false;
    while (next && next->kind == TOKEN_CUE && is_cue(next, CUE_PURCHASE)) /* "the MOC bought for us" */
        next = next_of(sentence, (size_t)(next - sentence->tokens.items));
    if (!next || next->kind != TOKEN_TYPE || (next->role_known && next->role == ROLE_SHOWN))
        return false;
    bool again = str_eq_cstr(lexicon_key(sentence->reader->lexicon, LEX_TYPE, next->key), "custom_moc");
    size_t from = next->from, to = next->to;
    while (from > type->to && s.data[from - 1] == ' ')
        from--;
    while (to < sentence->to && s.data[to] == ' ')
        to++;
    return from > type->to && s.data[from - 1] == '(' && to < sentence->to && s.data[to] == ')' &&
           !gap_has(s, type->to, from - 1, ')') &&
           (again || !sentence_has_comma(sentence, type->to, from - 1)) &&
           gap_words(s, type->to, from - 1) <= CLOSER_WORDS;
}

void sentence_types(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *type = &sentence->tokens.items[i];
        if (type->kind != TOKEN_TYPE || is_named_closer(sentence, i))
            continue;
        const Token *before = i ? &sentence->tokens.items[i - 1] : NULL;
        bool counted = before && (before->kind == TOKEN_NUMBER || before->kind == TOKEN_UNIT) &&
                       gap_words(sentence->s, before->to, type->from) <= 3;
        Role role = type->role_known ? type->role : ROLE_CLAIM;
        Rank rank = counted || role == ROLE_EXPECTED ? RANK_NEAR : RANK_PROSE;
        Mention *mention =
            mention_add(sentence->reader, DETAIL_OMLP_TYPE, ranked(sentence, rank, role), role, type->from, type->to);
        mention->value.text = lexicon_key(sentence->reader->lexicon, LEX_TYPE, type->key);
        mention->listed = true;
    }
}

void prose_types(Reader *reader, size_t from, size_t to, Rank rank) {
    Hits hits = {0};
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, LEX_BIT(LEX_TYPE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        if (i && hits.items[i].to <= hits.items[i - 1].to)
            continue;
        Mention *mention =
            mention_add(reader, DETAIL_OMLP_TYPE, rank, ROLE_CLAIM, hits.items[i].from, hits.items[i].to);
        mention->value.text = lexicon_key(reader->lexicon, LEX_TYPE, hits.items[i].key);
        mention->listed = true;
    }
}

/* ---- a sentence, a text ---- */

/* いずれも, "each of them", holds ずれ, "differs". */
static bool is_within_shared(const Sentence *sentence, const Hit *hit) {
    for (size_t i = 0; sentence->has_cue[CUE_SHARED] && i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_CUE && token->key == CUE_SHARED && token->from <= hit->from && token->to >= hit->to)
            return true;
    }
    return false;
}

/* "Our records show 25": what the sender's own books show is right, until another clause or the dashboard comes. */
static void own_books(Sentence *sentence) {
    bool own = false, told = false;
    size_t last = sentence->from;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        for (; last < token->from; last++)
            own &= sentence->s.data[last] != ';' && !(told && sentence->s.data[last] == ',');
        told |= token->kind == TOKEN_NUMBER;
        if (token->kind != TOKEN_CUE)
            continue;
        told &= token->key != CUE_OWN;
        if (token->key == CUE_OWN)
            own = true;
        else if (token->key == CUE_DASHBOARD || token->key == CUE_CONTRAST)
            own = false;
        else if (own && token->key == CUE_SHOWN)
            token->key = CUE_EXPECTED;
    }
}

/* "Sorry to bother you again, A-1 has KPI 5 instead of 8": the apology corrects nothing. */
static bool is_courtesy(const Sentence *sentence, const Token *word) {
    for (size_t i = 0; i < sentence->tokens.len && sentence->has_cue[CUE_COURTESY]; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (is_cue(token, CUE_COURTESY) && token->from <= word->from && token->to >= word->to)
            return true;
    }
    return false;
}

/* "I ask for correction, it is 25": a figure that ends the sentence right behind the comma is the correction; "20 are wrong" is none. */
static bool gives_figure(const Sentence *sentence, const Hits *said, size_t at) {
    const char *comma = memchr(sentence->s.data + at, ',', sentence->to - at < ASKED_BYTES ? sentence->to - at : ASKED_BYTES);
    size_t from = comma ? (size_t)(comma - sentence->s.data) + 1 : at;
    if (gap_words(sentence->s, at, from) > GIVEN_WORDS || sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_DASHBOARD])
        return false;
    for (size_t i = 0; i < said->len; i++)
        if (said->items[i].group == LEX_INTENT && said->items[i].key == INTENT_WORD_COMPLAINT && said->items[i].from >= at)
            return false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->from >= from && token->kind == TOKEN_NUMBER)
            return gap_words(sentence->s, from, token->outer_from) <= GIVEN_WORDS && gap_words(sentence->s, token->outer_to, sentence->to) <= 1;
    }
    return false;
}

/* "Please make the correction quickly, ...": what is asked of the reader corrects nothing here; "please note the correction: ..." does. */
static bool is_asked_for(const Sentence *sentence, const Token *word, const Hits *said) {
    Hits hits = {0};
    size_t at = word->to;
    while (at < sentence->to && sentence->s.data[at] == ' ')
        at++;
    if (at >= sentence->to || sentence->s.data[at] == ':' || sentence->s.data[word->to - 1] == ':' || gives_figure(sentence, said, at))
        return false;
    size_t from = word->from > sentence->from + ASKED_BYTES ? word->from - ASKED_BYTES : sentence->from;
    while (from < word->from && ((unsigned char)sentence->s.data[from] & 0xC0) == 0x80)
        from++;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, word->from, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->key == SMALL_REQUEST && reader_trusts(sentence->reader, hit) && gap_words(sentence->s, hit->to, word->from) <= ASKED_WORDS &&
            !gap_breaks(sentence->s, hit->to, word->from) && !gap_has(sentence->s, hit->to, word->from, ','))
            return true;
    }
    return false;
}

/* Does the sentence complain, and where does its first word for that begin? */
static void find_complaint(Sentence *sentence, const Hits *hits) {
    for (size_t i = 0; i < hits->len && !sentence->complains; i++) {
        const Hit *hit = &hits->items[i];
        if (hit->group != LEX_INTENT || hit->key != INTENT_WORD_COMPLAINT || !reader_trusts(sentence->reader, hit) ||
            is_within_shared(sentence, hit))
            continue;
        sentence->complains = true;
        sentence->complaint = hit->from;
    }
}

static void sentence_open(Sentence *sentence, Reader *reader, size_t from, size_t to) {
    Hits hits = {0};
    *sentence = (Sentence){.reader = reader, .s = str_sub(reader->text->folded, 0, to), .from = from, .to = to};
    tokens_read(reader, from, to, &hits, &sentence->tokens);
    own_books(sentence);
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_CUE)
            sentence->has_cue[token->key] = true;
        sentence->has_cue[CUE_INVOICE] |= is_label(token, LABEL_INVOICE_NUMBER);
        sentence->has_type |= token->kind == TOKEN_TYPE;
        sentence->has_units |= is_label(token, LABEL_PURCHASE_UNITS);
    }
    for (size_t i = 0; i < sentence->tokens.len && sentence->has_cue[CUE_CORRECTION]; i++)
        sentence->corrects |= is_cue(&sentence->tokens.items[i], CUE_CORRECTION) && !is_courtesy(sentence, &sentence->tokens.items[i]) &&
                              !is_asked_for(sentence, &sentence->tokens.items[i], &hits);
    find_complaint(sentence, &hits);
    if (sentence->has_cue[CUE_EXPECTED])
        sentence_drop_denied(sentence);
    if (sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_EXPECTED])
        sentence_negations(sentence);
    if (sentence->has_cue[CUE_SHOWN])
        sentence_affirm_shown(sentence);
}

/* Of which papers does an ordinal in the next sentences speak, "the other one is no. 2231"? */
static void remember_paper(Sentence *sentence) {
    bool invoices = sentence->has_cue[CUE_INVOICE];
    for (size_t i = 0; i < sentence->tokens.len && !invoices; i++)
        invoices = is_label(&sentence->tokens.items[i], LABEL_INVOICE_DATE); /* "Rechnungen vom" */
    if (invoices || sentence->has_cue[CUE_ORDER])
        sentence->reader->invoiced = invoices ? sentence->reader->item : 0;
}

static void sentence_read(Reader *reader, size_t from, size_t to) {
    Sentence sentence;
    sentence_open(&sentence, reader, from, to);
    reader->item++;
    if (sentence.tokens.len == 0)
        return;
    size_t before = reader->out->len;
    bool sum = sentence.tokens.items[0].kind == TOKEN_CUE && sentence.tokens.items[0].key == CUE_TOTAL && !reader->total;
    reader->total |= sum;
    sentence_small_words(&sentence);
    reader->murky = (!sentence.complains && sentence.has_cue[CUE_DASHBOARD]) || sentence.has_cue[CUE_SHOWN];
    sentence_roles(&sentence);
    sentence_slips(&sentence);
    sentence_ought(&sentence);
    sentence_others(&sentence);
    sentence_numbers(&sentence);
    sentence_references(&sentence);
    sentence_dates(&sentence);
    sentence_values(&sentence);
    sentence_same(&sentence);
    sentence_types(&sentence);
    sentence_currency(&sentence);
    sentence_doubt(&sentence);
    sentence_settled(&sentence, before);
    sentence_shares(&sentence, before);
    sentence_lacks(&sentence, before);
    sentence_parts(&sentence, before);
    sentence_bare_codes(&sentence, reader->out->len > before || reader->subject || sentence.corrects || sentence.complains);
    remember_paper(&sentence);
    reader->total &= !sum;
    reader->murky = false;
}

static bool letter_before(Str s, size_t at) {
    size_t size;
    return text_is_letter(utf8_decode(s, utf8_back(s, at), &size));
}

static bool word_at(const Reader *reader, size_t to, size_t at, LexGroup group, Hit *hit) {
    return lexicon_in(reader->lexicon, reader->text, to, at, group, hit);
}

/* "Das stimmt nicht. Im September ...": no abbreviation, and a capital behind it. */
static bool begins_anew(const Reader *reader, Str s, size_t word, size_t at, size_t next) {
    size_t letters = 0, size;
    for (size_t i = word; i < at; i++)
        letters += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    if (letters <= ABBREVIATION_MAX || next >= s.len)
        return false;
    uint32_t c = utf8_decode(reader->text->raw, reader->text->map[next], &size);
    return text_is_letter(c) && !text_is_small(c);
}

/* "incl. VAT", "invoice no. FC20-00318": the stop belongs to words of the lexicon, or to one that names the code behind. */
static bool stop_is_of_word(const Reader *reader, Str s, size_t at, size_t from, size_t next) {
    size_t word = at;
    bool digit = false;
    Hit hit;
    while (word > from && letter_before(s, word))
        word = utf8_back(s, word);
    if (word < at && ((word_at(reader, s.len, word, LEX_CUE, &hit) && hit.to > at + 1 && !begins_anew(reader, s, word, at, next)) ||
                      (word_at(reader, s.len, word, LEX_LABEL, &hit) && hit.to > at + 1))) /* "fatt. n. 88/A" */
        return true;
    size_t series = next; /* "Nr. LV 210/3502": letters of the number that stand apart */
    while (series < s.len && series - next < SERIES_LETTERS && g_ascii_isupper(reader->text->raw.data[reader->text->map[series]]))
        series++; /* capitals: "IVA. Hay 2 unidades" is no number */
    if (series > next && series + 1 < s.len && s.data[series] == ' ' && s.data[series + 1] >= '0' && s.data[series + 1] <= '9')
        next = series + 1;
    for (size_t i = next; i < s.len && !strchr(" \n", s.data[i]); i++)
        digit |= s.data[i] >= '0' && s.data[i] <= '9';
    return digit && at > word && at - word <= 4 && word_at(reader, s.len, word, LEX_LABEL, &hit) &&
           (hit.to == at || hit.to == at + 1);
}

/* "A-1202 bzw. A-1201": what joins goes on behind its stop. */
static bool stop_is_of_join(const Reader *reader, Str s, size_t at, size_t from) {
    size_t word = at;
    while (word > from && letter_before(s, word))
        word = utf8_back(s, word);
    Hits hits = {0};
    if (word == at || at - word > ABBREVIATION_MAX)
        return false;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, word, at, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == SMALL_JOINS && hits.items[i].from == word && hits.items[i].to >= at && reader_trusts(reader, &hits.items[i]))
            return true;
    return false;
}

/* "... for dMOC. 25 and 12": so short a word, and no abbreviation. */
static bool stop_is_behind_type(const Reader *reader, Str s, size_t at, size_t from) {
    size_t word = at;
    Hit hit;
    while (word > from && letter_before(s, word))
        word = utf8_back(s, word);
    return word < at && word_at(reader, s.len, word, LEX_TYPE, &hit) && (hit.to == at || hit.to == at + 1);
}

static size_t letters_before(Str s, size_t at, size_t from) {
    size_t letters = 0;
    for (; at > from && letter_before(s, at); letters++)
        at = utf8_back(s, at);
    return letters;
}

/* "в январе 2020 г. мы купили", "от 05.03.2020 г. № 7": a short word, and no capital behind it. */
static bool is_abbreviated(const Reader *reader, Str s, size_t at, size_t from, size_t next) {
    size_t letters = letters_before(s, at, from), size;
    if (!letters || letters > ABBREVIATION_MAX || next >= s.len || (unsigned char)s.data[at - 1] < 0x80)
        return false;
    return text_is_small(utf8_decode(reader->text->raw, reader->text->map[next], &size)) ||
           str_starts(str_sub(reader->text->raw, reader->text->map[next], reader->text->raw.len), STR("№"));
}

/* "10 Stk. MOC": a short unit word before what it counts. */
static bool stop_is_of_unit(const Reader *reader, Str s, size_t at, size_t from, size_t next) {
    size_t word = at;
    Hit hit;
    while (word > from && s.data[word - 1] >= 'a' && s.data[word - 1] <= 'z')
        word--;
    return word < at && at - word <= ABBREVIATION_MAX && word_at(reader, s.len, word, LEX_UNIT, &hit) && hit.to >= at &&
           word_at(reader, s.len, next, LEX_TYPE, &hit);
}

/* "It should be 22. January is right": a word that steers binds the figure before the stop. */
static bool is_steered(const Reader *reader, size_t from, size_t figure) {
    Hits hits = {0};
    size_t begin = figure > from + STEERED_BYTES ? figure - STEERED_BYTES : from;
    while (begin < figure && ((unsigned char)reader->text->folded.data[begin] & 0xC0) == 0x80)
        begin++;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, begin, figure, LEX_BIT(LEX_CUE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        int key = hits.items[i].key;
        if ((key == CUE_EXPECTED || key == CUE_SHOWN || key == CUE_INSTEAD || key == CUE_KPI) &&
            gap_words(reader->text->folded, hits.items[i].to, figure) <= 1)
            return true;
    }
    return false;
}

/* "2. Januar", "den 14. marts": the stop makes a day of the figure. */
static bool stop_is_of_day(const Reader *reader, Str s, size_t at, size_t from, size_t next) {
    size_t figure = at;
    Hit hit;
    while (figure > from && s.data[figure - 1] >= '0' && s.data[figure - 1] <= '9')
        figure--;
    return figure < at && at - figure <= 2 && word_at(reader, s.len, next, LEX_MONTH, &hit) &&
           (reader->language == LANGUAGE_DE || !is_steered(reader, from, figure)); /* German writes its days so */
}

/* A full stop ends a sentence when a blank and no figure follow, and no short abbreviation precedes. */
static bool stop_ends(const Reader *reader, Str s, size_t at, size_t from) {
    char c = s.data[at];
    if (c == '!' || c == '?')
        return true;
    if (c != '.')
        return false;
    if (at + 1 < s.len && s.data[at + 1] != ' ' && s.data[at + 1] != '\n')
        return false;
    size_t next = at + 1;
    while (next < s.len && (s.data[next] == ' ' || s.data[next] == '\n'))
        next++;
    if (next < s.len && s.data[next] >= '0' && s.data[next] <= '9') {
        size_t letters = letters_before(s, at, from);
        return letters > ABBREVIATION_MAX || !letters || hangul_at(s, utf8_back(s, at)) ||
               stop_is_behind_type(reader, s, at, from); /* "no. 4471", "Nr. 12", "руб. 00" */
    }
    return !stop_is_of_join(reader, s, at, from) && !stop_is_of_day(reader, s, at, from, next) && !stop_is_of_unit(reader, s, at, from, next) && !stop_is_of_word(reader, s, at, from, next) &&
           !is_abbreviated(reader, s, at, from, next);
}

static size_t east_stop(Str s, size_t at) {
    static const Str stops[] = {STR("\xE3\x80\x82"), STR("\xEF\xBC\x81"), STR("\xEF\xBC\x9F")};
    for (size_t i = 0; i < 3 && (unsigned char)s.data[at] >= 0xE3; i++)
        if (str_starts(str_sub(s, at, s.len), stops[i]))
            return 3;
    return 0;
}

void prose_span(Reader *reader, size_t from, size_t to) {
    Str s = str_sub(reader->text->folded, 0, to);
    size_t start = from;
    for (size_t at = from; at < to; at++) {
        unsigned char c = (unsigned char)s.data[at];
        if (((c > '.' && c < 0xE3 && c != '?') || c == ' ') && at - start < SENTENCE_MAX)
            continue; /* most characters end nothing */
        size_t wide = east_stop(s, at);
        bool cut = at - start >= SENTENCE_MAX && s.data[at] == ' ';
        if (!wide && !cut && !stop_ends(reader, s, at, start) && at - start < 2 * SENTENCE_MAX)
            continue;
        size_t end = at + (wide ? wide : 1);
        sentence_read(reader, start, end);
        start = end;
        at = end - 1;
    }
    if (start < to)
        sentence_read(reader, start, to);
}

/* Columns that the line takes: a wide character takes two. */
static size_t line_width(Str s, Span line) {
    size_t width = 0;
    for (size_t at = line.from, size; at < line.to; at += size) {
        size = 1;
        if ((unsigned char)s.data[at] >= 0x80)
            width += text_is_cjk(utf8_decode(s, at, &size));
        width++;
    }
    return width;
}

void prose_read(Reader *reader, const Layout *layout, size_t first, size_t last, const bool *taken) {
    for (size_t i = first; i < last;) {
        if (taken[i] || layout->lines.items[i].empty) {
            reader->spoke &= !layout->lines.items[i].empty;
            reader->paragraph += layout->lines.items[i].empty;
            i++;
            continue;
        }
        size_t end = i + 1; /* wrapped lines belong together, items of a list do not */
        while (end < last && !taken[end] && !layout->lines.items[end].empty && !layout->lines.items[end].bullet) {
            const TextLine *before = &layout->lines.items[end - 1];
            if (line_width(reader->text->folded, before->content) < WRAPPED_LINE)
                break;
            end++;
        }
        size_t below = end;
        while (below < last && layout->lines.items[below].empty)
            below++;
        reader->opens = below < last && taken[below] ? layout->lines.items[end - 1].content.to : 0;
        prose_span(reader, layout->lines.items[i].content.from, layout->lines.items[end - 1].content.to);
        reader->opens = 0;
        i = end;
    }
}

/* ---- within a field ---- */

/* Without a word of these nothing is steered, whatever the tokens are. */
static bool may_steer(const Reader *reader, size_t from, size_t to) {
    const HitList *marks = reader->text->marks;
    if (!marks || !text_parts_at(reader->text, to))
        return true;
    from += reader->text->part;
    to += reader->text->part;
    for (const Hit *hit = marks_from(marks, from); hit < marks_end(marks) && hit->from < to; hit++)
        if ((hit->group == LEX_LANGUAGE && hit->key == SMALL_YOURS) || (hit->group == LEX_CUE && (hit->key == CUE_SHOWN || hit->key == CUE_EXPECTED || hit->key == CUE_INSTEAD ||
                                      hit->key == CUE_NOT || hit->key == CUE_UNSURE || hit->to > to)))
            return true;
    return false;
}

bool prose_has_steering(Reader *reader, size_t from, size_t to) {
    Sentence sentence;
    if (!may_steer(reader, from, to))
        return false;
    ArenaMark mark = arena_mark(reader->arena);
    sentence_open(&sentence, reader, from, to);
    bool sides = sentence_sides(&sentence);
    arena_release(reader->arena, mark);
    return sides || sentence.has_cue[CUE_SHOWN] || sentence.has_cue[CUE_EXPECTED] || sentence.has_cue[CUE_INSTEAD] ||
           sentence.has_cue[CUE_NOT] || sentence.has_cue[CUE_UNSURE];
}

/* "KPI: 24 but 20 on screen", "KPI: 24, mais à l'écran 20": behind the dashboard stands what it shows, before it the value. */
static void field_dashboard(Sentence *sentence) {
    Token *first = NULL, *board = NULL, *shown = NULL;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_NUMBER && token->role_known)
            return;
        if (token->kind == TOKEN_NUMBER && !board && !first)
            first = token;
        else if (token->kind == TOKEN_NUMBER)
            shown = board && !shown ? token : NULL;
        board = is_cue(token, CUE_DASHBOARD) ? token : board;
    }
    if (!first || !shown)
        return;
    shown->role = ROLE_SHOWN;
    shown->role_known = true;
}

/* In a field the first figure is the value, whatever it stands in the place of: "KPI value: 25 instead of 20". */
static void field_roles(Sentence *sentence) {
    if (!sentence->has_cue[CUE_INSTEAD] || sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_EXPECTED] ||
        sentence->has_cue[CUE_DASHBOARD])
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_NUMBER && token->role_known && token->role != ROLE_DENIED)
            token->role = token->role == ROLE_SHOWN ? ROLE_EXPECTED : ROLE_SHOWN;
    }
}

bool prose_detail(Reader *reader, Detail detail, size_t from, size_t to, Rank rank) {
    Sentence sentence;
    bool any = false;
    bool expected = false;
    sentence_open(&sentence, reader, from, to);
    if (!sentence.has_cue[CUE_UNSURE]) {
        sentence_roles(&sentence);
        field_roles(&sentence);
        field_dashboard(&sentence);
    }
    for (size_t i = 0; i < sentence.tokens.len; i++) {
        Token *number = &sentence.tokens.items[i];
        if (number->kind != TOKEN_NUMBER || number->used || !(number->role_known || sentence.has_cue[CUE_UNSURE]))
            continue;
        if (number->role == ROLE_EXPECTED && expected) /* "should be 30, is 24": one value is right */
            number->role = ROLE_SHOWN;
        expected |= number->role == ROLE_EXPECTED;
        size_t before = reader->out->len;
        sentence_add_value(&sentence, i, detail, rank);
        any |= reader->out->len > before;
    }
    if (any) { /* an unsteered number beside steered ones is the value itself: "25 (dashboard shows 20)" */
        for (size_t i = 0; i < sentence.tokens.len; i++)
            if (sentence.tokens.items[i].kind == TOKEN_NUMBER && !sentence.tokens.items[i].used)
                sentence_add_value(&sentence, i, detail, rank);
    }
    return any;
}
