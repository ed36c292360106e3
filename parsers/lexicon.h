/* The lexicon: what people call things, in eleven languages. Data, not code.
 *
 * One file a language, <language>.ini (en.ini, fr.ini, pt-BR.ini ...), in GKeyFile syntax:
 *
 *     [label]
 *     invoice_number = n° de facture;numéro de facture;facture n°;facture #
 *
 * A value is a list of plain phrases parted by ";" (no regular expressions). Phrases are folded like the text
 * (text.h), so accents, case and width do not matter and one spelling is enough. Between two words of a phrase stand,
 * in the text, zero to three of: blank, newline, "-", "_", ".", "'", "/" (so "purchase unit" finds "PurchaseUnit",
 * "purchase_unit", "Purchase-Unit"). A dot at the end of a word is optional in the text. A phrase that begins or ends
 * with a letter matches only where no other letter of an alphabet touches it (digits may: "25dMOC", "KPI25"); Korean
 * particles may follow, and behind a Hangul phrase of more than one syllable any ending. "n°" in a phrase also finds "no". A "*" at
 * the end of a word stands for any further letters of that word (cases, plurals: "счет*"); not behind ideographs.
 * The months of other languages stand in [month.foreign] of en.ini, and count only beside a day or a year.
 * Groups and keys are closed sets (below) but for [type] and [currency], whose keys are the codes themselves, and
 * [kind.<kind>], whose keys are defined in kind.h. An unknown group or key is an error naming file and key.
 *
 * All files are loaded together and matched in one pass over a trie; a hit says in which languages the phrase stands,
 * so a reader may trust any language for a label before a colon, but only the ticket's own (and English) in prose. */
#ifndef PARSERS_LEXICON_H
#define PARSERS_LEXICON_H

#include <glib.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "model/model.h"
#include "parsers/text.h"

#define LEX_GROUP_LIST(X)                                                                                              \
    X(LEX_LABEL, "label")       /* names of values: before a colon, as table header, in prose */                       \
    X(LEX_MONTH, "month")       /* keys 1 to 12: names and abbreviations, in every case of the language */             \
    X(LEX_TYPE, "type")         /* keys are catalogue codes: moc, dmoc, ...; how people write them */                  \
    X(LEX_UNIT, "unit")         /* key word: unit words after a count: seats, licences, Stk. */                        \
    X(LEX_CURRENCY, "currency") /* keys are ISO 4217 codes: the signs and words that name it beyond doubt */           \
    X(LEX_CUE, "cue")           /* small words that steer the reading of a sentence */                                 \
    X(LEX_RELATIVE, "relative") /* dates told from the day of writing */                                               \
    X(LEX_NUMBER, "number")     /* number words, key is the value: "10 = ten", "1000 = thousand" not multiplied */     \
    X(LEX_MAIL, "mail")         /* what mail programs and letter writers put around the text */                        \
    X(LEX_INTENT, "intent")     /* what the ticket asks for */                                                         \
    X(LEX_LANGUAGE, "language") /* the small words of a language */                                                    \
    X(LEX_COUNTRY, "country")   /* key name: countries, for a directory listing told in prose */                       \
    X(LEX_KIND, "kind")         /* [kind.<kind>]: words that tell what a document is; keys in kind.h */

#define LEX_LABEL_LIST(X)                                                                                              \
    X(LABEL_MONTH, "month")                                                                                            \
    X(LABEL_YEAR, "year")                                                                                              \
    X(LABEL_PERIOD, "period")                 /* month and year in one: "Month/Year", "période" */                     \
    X(LABEL_OMLP_TYPE, "omlp_type")           /* also "product", "Produit" */                                          \
    X(LABEL_PURCHASE_UNITS, "purchase_units") /* also "quantity", "qté", "seats" as a header */                        \
    X(LABEL_INVOICE_NUMBER, "invoice_number")                                                                          \
    X(LABEL_KPI_VALUE, "kpi_value")                                                                                    \
    X(LABEL_REVENUE_VALUE, "revenue_value")   /* net, or not said */                                                   \
    X(LABEL_REVENUE_GROSS, "revenue_gross")   /* with tax: "TTC", "total incl. VAT" */                                 \
    X(LABEL_CURRENCY, "currency")                                                                                      \
    X(LABEL_INVOICE_DATE, "invoice_date")     /* date of the invoice or of the purchase */                             \
    X(LABEL_PARTNER_ID, "partner_id")         /* MPN ID, PartnerID and how people write it */                          \
    X(LABEL_ORDER_NUMBER, "order_number")     /* order, PO, confirmation, quote, delivery, contract numbers */         \
    X(LABEL_MEASURE, "measure")               /* what the units are, or a short word for a count: units where a bare count follows */ \
    X(LABEL_ITEM_NUMBER, "item_number")       /* running number of a table: "No.", "Pos.", "Sl. No" */                 \
    X(LABEL_OTHER, "other")                   /* names of values that are no detail: phone, VAT no., customer no., tax, unit price, bank account, supplier, comment */ \
    X(LABEL_LISTING_NAME, "listing_name")     /* directory: the name to show */                                        \
    X(LABEL_COUNTRY, "country")                                                                                        \
    X(LABEL_LANDING_PAGE, "landing_page_url")                                                                          \
    X(LABEL_DASHBOARD_VALUE, "dashboard_value") /* table header over what the dashboard shows: "on dashboard", "affiché" */ \
    X(LABEL_EXPECTED_VALUE, "expected_value") /* table header over what is right: "expected", "should be", "attendu" */

#define LEX_CUE_LIST(X)                                                                                                \
    X(CUE_SHOWN, "shown")             /* "shows", "dashboard says", "affiche", "is showing", "credited with" */        \
    X(CUE_NOW, "now")                 /* the time of writing, before what is shown: "currently", "actuellement", "derzeit" */ \
    X(CUE_EXPECTED, "expected")       /* "should be", "ought to be", "correct is", "devrait être", "attendu" */        \
    X(CUE_INSTEAD, "instead")         /* "instead of", "rather than", "au lieu de" */                                  \
    X(CUE_UNSURE, "unsure")           /* the sender cannot decide: "which one is right", "lequel est le bon", "welcher stimmt" */ \
    X(CUE_SETTLED, "settled")         /* nothing is wrong with it: "is fine", "is correct", "est correcte", "ist in Ordnung" */ \
    X(CUE_CONTRAST, "contrast")       /* turns from what is shown to what is right: "but", "whereas", "mais", "alors que" */ \
    X(CUE_NOT, "not")                 /* before a value that is denied: "not", "and not", "et non", "pas" */           \
    X(CUE_CORRECTION, "correction")   /* "sorry", "correction", "I meant", "erratum", "typo", "je voulais dire" */     \
    X(CUE_COURTESY, "courtesy")       /* an apology that corrects nothing: "sorry to bother you", "désolé du retard" */ \
    X(CUE_PLACEHOLDER, "placeholder") /* no value: "n/a", "none", "tbd", "s.o.", "inconnu", "unknown", "see attached" */ \
    X(CUE_NET, "net")                 /* "net", "excl. VAT", "before tax", "HT", "hors taxes" */                       \
    X(CUE_GROSS, "gross")             /* "gross", "incl. VAT", "with VAT", "TTC", "toutes taxes comprises" */          \
    X(CUE_TAX, "tax")                 /* beside the tax's own amount: "VAT", "of which tax", "TVA", "消費税" */            \
    X(CUE_EACH, "each")               /* unit price: "each", "per seat", "a piece", "l'unité", "pièce" */              \
    X(CUE_INVOICE, "invoice")         /* the word invoice in prose, with plural: "invoice", "facture", "bill" */       \
    X(CUE_ORDER, "order")             /* words of other papers: "order", "PO", "quote", "commande", "devis" */         \
    X(CUE_PURCHASE, "purchase")       /* "bought", "purchased", "purchase", "achat", "nous avons acheté", "pris" */    \
    X(CUE_KPI, "kpi")                 /* "KPI", "KPIs", "points", "indicateur(s)" */                                   \
    X(CUE_REVENUE, "revenue")         /* "revenue", "amount", "worth", "total", "CA", "montant", "came to" */          \
    X(CUE_DASHBOARD, "dashboard")     /* "dashboard", "tableau de bord", "Partner Center", "the portal" */             \
    X(CUE_TOTAL, "total")             /* first cell of a totals row: "Total", "Sum", "Grand total", "Somme" */         \
    X(CUE_SHARED, "shared")           /* "all", "each of them", "for all lines", "tous", "toutes les lignes" */        \
    X(CUE_NOT_OURS, "not_ours")       /* other numbers may follow: "not to be confused with", "their reference" */     \
    X(CUE_PAID, "paid")               /* events whose date is not the period: "paid on", "called on", "payé le", "reçu le", "due", "échéance" */ \
    X(CUE_ISSUED, "issued")           /* events whose date is the period: "dated", "issued on", "invoiced in", "daté du", "émise le", "facturé en" */ \
    X(CUE_NUMBERED, "numbered")       /* before the number of the paper named earlier: "under number", "sous le numéro" */ \
    X(CUE_SLIP, "slip")               /* before the right value and behind the wrong one: "typo for", "gemeint war"; の誤り behind the right one */ \
    X(CUE_LACK, "lack")               /* beside a difference: 5 KPIs are "missing", "fehlen" 5 KPI, "de moins", 5不足 */       \
    X(CUE_OWN, "own")                 /* the sender's own books, that show what is right: "our records", "nuestra contabilidad" */

#define LEX_RELATIVE_LIST(X)                                                                                           \
    X(RELATIVE_LAST_MONTH, "last_month")   /* "last month", "le mois dernier" */                                       \
    X(RELATIVE_THIS_MONTH, "this_month")                                                                               \
    X(RELATIVE_BEFORE_LAST, "month_before_last") /* "the month before last", "il y a deux mois" */                     \
    X(RELATIVE_LAST_YEAR, "last_year")     /* "last year", "l'an dernier", "de l'année dernière" */                    \
    X(RELATIVE_THIS_YEAR, "this_year")                                                                                 \
    X(RELATIVE_LAST, "last")               /* before or after a month name, the last one gone by: "last", "dernier" */ \
    X(RELATIVE_THIS, "this")               /* before a month name, of this year: "this", "ce", "courant" */

#define LEX_MAIL_LIST(X)                                                                                               \
    X(MAIL_FROM, "from")             /* header words of quoted mails, before a colon: "From", "De" */                  \
    X(MAIL_SENT, "sent")             /* "Sent", "Date", "Envoyé" */                                                    \
    X(MAIL_TO, "to")                                                                                                   \
    X(MAIL_CC, "cc")                                                                                                   \
    X(MAIL_SUBJECT, "subject")       /* "Subject", "Objet", "Betreff" */                                               \
    X(MAIL_ORIGINAL, "original")     /* "Original Message", "Message d'origine" */                                     \
    X(MAIL_FORWARDED, "forwarded")   /* "Forwarded message", "Message transféré", "Begin forwarded message" */         \
    X(MAIL_WROTE, "wrote")           /* "wrote", "a écrit" */                                                          \
    X(MAIL_REPLY_PREFIX, "reply_prefix") /* of subjects of answers: "Re", "AW", "RES", "Réf" */                        \
    X(MAIL_FORWARD_PREFIX, "forward_prefix") /* of subjects of mails passed on: "Fwd", "WG", "TR", "ENC" */            \
    X(MAIL_GREETING, "greeting")     /* "Dear", "Hello", "Bonjour" */                                                  \
    X(MAIL_CLOSING, "closing")       /* "Kind regards", "Thanks", "Cordialement", "Bien à vous" */                     \
    X(MAIL_SENT_FROM, "sent_from")   /* "Sent from my", "Envoyé de mon", "Get Outlook for" */                          \
    X(MAIL_DISCLAIMER, "disclaimer") /* "This e-mail is confidential", "Ce message est confidentiel" */                \
    X(MAIL_POSTSCRIPT, "postscript") /* "PS", "P.S.", "NB" */                                                          \
    X(MAIL_OUT_OF_OFFICE, "out_of_office") /* whole phrases of absence notes */                                        \
    X(MAIL_BOUNCE, "bounce")         /* "undeliverable", "delivery has failed" */                                      \
    X(MAIL_NEWSLETTER, "newsletter") /* "unsubscribe", "view in browser", "se désabonner" */

#define LEX_INTENT_LIST(X)                                                                                             \
    X(INTENT_WORD_DIRECTORY, "directory")       /* "learning partner directory", "annuaire", "listed" */               \
    X(INTENT_WORD_BUSINESS_PLAN, "business_plan") /* "business plan", "business application plan" */                   \
    X(INTENT_WORD_RECOGNITION, "recognition")   /* bought before applying: "before enrolling", "recognised", "count retroactively", "avant notre inscription" */ \
    X(INTENT_WORD_DURATION, "duration")         /* "one-day", "five days", "length of the course", "jour de formation" */ \
    X(INTENT_WORD_ENROLLMENT, "enrollment")     /* "how do we enrol", "become a learning partner", "s'inscrire" */     \
    X(INTENT_WORD_COMPLAINT, "complaint")       /* "missing", "does not appear", "wrong", "discrepancy", "manque" */   \
    X(INTENT_WORD_QUESTION, "question")         /* "how", "is it", "do we need", "est-ce que", "comment" */

#define LEX_SMALL_LIST(X)                                                                                              \
    X(SMALL_FUNCTION, "function") /* frequent short words that tell the language */                                    \
    X(SMALL_MISREAD, "misread")   /* in zh-*.ini: words of its papers, in the script of the other, as a scan read in that one has them */ \
    X(SMALL_FOREIGN, "foreign")   /* in en.ini: words of languages that are none of the eleven, which get English */   \
    X(SMALL_JOINS, "joins")       /* between listed numbers: "and", "or", "ainsi que" */                               \
    X(SMALL_TURN_FROM, "turn_from") /* before the wrong figure: correct it "from" 20 to 25 */                          \
    X(SMALL_TURN_TO, "turn_to")   /* before the right one: from 20 "to" 25 */                                          \
    X(SMALL_CHANGE, "change")     /* verbs of a request to put right: please "change" the KPI from 20 to 25, "ändern", "passer" */ \
    X(SMALL_YOURS, "yours")       /* beside a figure of the dashboard: "your" 20 KPI, 20 "chez vous" */ \
    X(SMALL_OURS, "ours")         /* beside a figure of the partner: "our" 25, "bei uns" 25 */ \
    X(SMALL_OUT_OF, "out_of")     /* between what is shown and all there is: 4 "of the" 14 */                          \
    X(SMALL_SAME_YEAR, "same_year") /* beside a month: that of the date before it, in June "of the same year", "同年"6月 */ \
    X(SMALL_PART_OF_MONTH, "part_of_month") /* beside a month in which something was noticed: "early" April, 4月"底" */ \
    X(SMALL_NEGATION, "negation") /* before a verb, small words between: "no" me figura, "ne" nous apparaît pas, does "not" yet show */ \
    X(SMALL_ADVERB, "adverb")     /* of time or degree, between a negation and its verb: not "currently" shown, "derzeit" */ \
    X(SMALL_MANNER, "manner")     /* what is shown is so, or not so: not shown "correctly", the KPI is "wrong" */ \
    X(SMALL_LIMIT, "limit")       /* between a negated verb and what is shown: not "more than" 20, n'affiche "que" 20 */ \
    X(SMALL_ONLY, "only")         /* before what is shown: "just" 20 on the dashboard, "lediglich" */ \
    X(SMALL_PLACE, "place")       /* before a figure that counts nothing: "page" 2, "item" 1, "version" 4, "room" 12, "ext." 36 */ \
    X(SMALL_COUNTER, "counter")   /* behind a figure: people and times, that count no courseware by themselves: 36 "users", 12"名", 2"回" */ \
    X(SMALL_IN_FACT, "in_fact")   /* of the words for what is right those that tell what was, not what is to happen: "in fact", "tatsächlich" */ \
    X(SMALL_RIGHTLY, "rightly")   /* beside a verb of showing: is "correctly" shown, "bien" affiché, "正しく"表示 */ \
    X(SMALL_RIGHT, "right")       /* beside the name of a detail: the "correct" amount, le "bon" mois, "正しい"数量 */ \
    X(SMALL_WRONG, "wrong")       /* beside a detail or its figure: the KPI of 20 is "wrong", "zu niedrig", KPI 20은 "맞지 않"습니다 */ \
    X(SMALL_MORE, "more")         /* before a bare count of the same goods: "another" 12 on A-2, "weitere", "otros" */ \
    X(SMALL_ARTICLE, "article")   /* between listed numbers: "la" 1184, "la" 1190 */ \
    X(SMALL_FIRST, "first")       /* in the place of the number of an invoice told before: the "first" has 25 */ \
    X(SMALL_SECOND, "second")                                                                                          \
    X(SMALL_THIRD, "third")                                                                                            \
    X(SMALL_FORMER, "former")     /* the same of two: the "former", "erstere", 前者 */ \
    X(SMALL_LATTER, "latter")     /* the "latter", "cette dernière", 後者 */ \
    X(SMALL_OTHER, "other_one")   /* the "other" is no. 2231 */ \
    X(SMALL_IN_ORDER, "in_order") /* holds a word for an order, and means none: "in that order: 25, 12 and 8" */ \
    X(SMALL_REVERSED, "reversed") /* of a list: "in reverse order" */ \
    X(SMALL_PART_OF, "part_of")   /* before a figure that is a part of the one before it: 25, "of which" 12 */ \
    X(SMALL_TOO, "too")           /* beside another purchase: 77 is missing "too" */ \
    X(SMALL_SAME, "same")         /* in the place of a value: as in the purchase before, KPI "ditto" */ \
    X(SMALL_REQUEST, "request")   /* in a heading over fields: "please" "add" to the dashboard, "bitte aufnehmen" */ \
    X(SMALL_PURCHASES, "purchases") /* before the year in which they were made: our "purchases in" 2020 */ \
    X(SMALL_OF_PERIOD, "of_period") /* beside the month of what was bought: all "are from" May, "stammen aus", "分です" */

#define LEX_ENUM(name, word) name,
typedef enum LexGroup { LEX_GROUP_LIST(LEX_ENUM) LEX_GROUP_COUNT } LexGroup;
typedef enum Label { LEX_LABEL_LIST(LEX_ENUM) LABEL_COUNT } Label;
typedef enum Cue { LEX_CUE_LIST(LEX_ENUM) CUE_COUNT } Cue;
typedef enum Relative { LEX_RELATIVE_LIST(LEX_ENUM) RELATIVE_COUNT } Relative;
typedef enum MailWord { LEX_MAIL_LIST(LEX_ENUM) MAIL_COUNT } MailWord;
typedef enum IntentWord { LEX_INTENT_LIST(LEX_ENUM) INTENT_WORD_COUNT } IntentWord;
typedef enum SmallWord { LEX_SMALL_LIST(LEX_ENUM) SMALL_COUNT } SmallWord;
#undef LEX_ENUM

#define LEX_ALL_LANGUAGES ((1u << LANGUAGE_COUNT) - 1)
#define LEX_FOREIGN       (1u << LANGUAGE_COUNT) /* in Hit.languages: a phrase of a language that is none of ours */
#define LEX_BIT(group) (1u << (group))

/* One place where a phrase of the lexicon stands in a text. */
typedef struct Hit {
    size_t from, to;    /* bytes of the folded text */
    LexGroup group;
    int key;            /* Label, Cue, Relative ...; month 1-12; for open keys an index, see lexicon_key() */
    unsigned languages; /* 1u << Language of every file that holds the phrase under this key */
} Hit;
typedef VEC(Hit) Hits;

typedef struct HitList {
    Hits hits;        /* by position */
    unsigned groups;  /* LEX_BITs of all of them */
    size_t len;       /* of the text that was marked */
    uint16_t *begins; /* of each byte: LEX_BITs of those that begin there */
    uint32_t *first;  /* of each HIT_BLOCK bytes: the first hit that begins there or behind */
} HitList;
#define HIT_BLOCK 16

typedef struct Lexicon Lexicon;

/* Loads every <language>.ini of the folder. On failure NULL and an error naming file, group and key. Lives as long as
 * the run; may be shared between threads and over fork. */
Lexicon *lexicon_load(const char *folder, GError **error);
/* The same, quicker, from the compiled file (may be NULL) when it says what the folder says; else, silently, from the
 * folder: a compiled file that is stale, damaged or not there costs time and nothing else. */
Lexicon *lexicon_open(const char *folder, const char *compiled, GError **error);
/* Writes the compiled file of a folder; done by `make`, see lexicon_cache.h. */
bool lexicon_compile(const char *folder, const char *compiled, GError **error);
void lexicon_free(Lexicon **lexicon);

/* Every hit of the groups (LEX_BITs) in folded[from, to), by position; at one position the longest phrase of each
 * group (all keys that this phrase has). Linear in the text. */
void lexicon_scan(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, unsigned groups,
                  Hits *out);
/* Scans the whole text once; later scans of it only look up. For texts that many readers share. */
void lexicon_mark(const Lexicon *lexicon, Arena *arena, Text *text);
/* The marks from a place of the text that was marked on, and the end of them all. */
static inline const Hit *marks_from(const HitList *marks, size_t place) {
    const Hit *hit = marks->hits.items + marks->first[place / HIT_BLOCK], *end = marks->hits.items + marks->hits.len;
    while (hit < end && hit->from < place)
        hit++;
    return hit;
}
static inline const Hit *marks_end(const HitList *marks) {
    return marks->hits.items + marks->hits.len;
}
/* Is no word of a marked text cut in two at `at`? Then what the marks do not have in the text before is not there. */
static inline bool text_parts_at(const Text *text, size_t at) {
    size_t left = text->marks->len - text->part - at, size;
    uint32_t c = left ? utf8_decode((Str){text->folded.data + at, left}, 0, &size) : ' ';
    return c < 0x80 ? c != '-' && !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) : !text_is_letter(c);
}
/* May a phrase of the groups begin at `at`? A marked text knows, for its own hits; of any other text: perhaps. */
static inline bool lexicon_may(const Text *text, size_t at, unsigned groups) {
    return !text->marks || (text->marks->begins[text->part + at] & groups);
}

/* The longest hit of the group that begins at `at`; false when there is none. */
bool lexicon_at(const Lexicon *lexicon, Str folded, size_t at, LexGroup group, Hit *out);
/* The same in folded[0, to) of a text: looked up where the text is marked. */
bool lexicon_in(const Lexicon *lexicon, const Text *text, size_t to, size_t at, LexGroup group, Hit *out);
/* Does the whole string (folded, trimmed of blanks and of ":", "#", ".", "*" at its ends) make one phrase of the group?
 * The keys found, as hits; used for table headers, field names and form labels. */
bool lexicon_whole(const Lexicon *lexicon, Arena *arena, Str raw, LexGroup group, Hits *out);
/* The same of folded[from, to) of a text. */
bool lexicon_whole_in(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, LexGroup group, Hits *out);
/* The word of a key: "invoice_number", "dmoc", "EUR", "invoice.title"; static for the lexicon's life. */
Str lexicon_key(const Lexicon *lexicon, LexGroup group, int key);
/* The index of a key's word; -1 when no file has it. */
int lexicon_key_index(const Lexicon *lexicon, LexGroup group, Str word);

#endif
