#include "gen.h"

#include <stdint.h>
#include <string.h>

#include "wording.h"

#include "base/banned.h"

#define PARTNERS 400

/* One purchase; drawn from its number alone, so that tickets and dashboard speak of the same ones. */
typedef struct Purchase {
    unsigned n, partner, month, year, units, cents, type;
    char invoice[32];
} Purchase;

static uint32_t draw(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    return *state ^= *state << 5;
}

static uint32_t seed_of(unsigned n, unsigned kind) {
    uint32_t state = n * 2654435761u + kind * 40503u + 1;
    for (int i = 0; i < 4; i++)
        draw(&state);
    return state;
}

static Purchase purchase_of(unsigned n) {
    static const unsigned price[] = {15500, 12400, 14900, 3000, 9900, 2500};
    uint32_t state = seed_of(n, 1);
    Purchase p = {.n = n, .partner = 4000000 + (n % PARTNERS) * 37};
    unsigned month = draw(&state) % 14; /* from December 2018 */
    p.year = 2018 + (11 + month) / 12;
    p.month = (11 + month) % 12 + 1;
    p.units = 5 + draw(&state) % 60;
    p.type = draw(&state) % 6;
    p.cents = p.units * price[p.type];
    g_snprintf(p.invoice, sizeof p.invoice, n % 3 ? "INV-%u-%05u" : "%u/F%05u", p.year, n + 100);
    return p;
}

void gen_dashboard_rows(GString *out, unsigned from, unsigned to) {
    for (unsigned n = from; n < to; n++) {
        Purchase p = purchase_of(n * 2); /* every second purchase is on display, one in four of them too low */
        unsigned shown = n % 4 ? p.units : p.units - 3;
        g_string_append_printf(out, "%u,%u,%u,%s,%u,%s,%u,%u.%02u,EUR\n", p.partner, p.month, p.year, wordings[0].types[p.type],
                               shown, p.invoice, shown, p.cents / 100, p.cents % 100);
    }
}

void gen_dashboard(GString *out, unsigned rows) {
    g_string_append(out, "Partner ID,Month,Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue value,Currency\n");
    gen_dashboard_rows(out, 0, rows);
}

static void money(GString *out, MoneyHabit habit, unsigned cents) {
    static const struct {
        const char *before, *group, *point, *behind;
    } habits[] = {[MONEY_ENGLISH] = {"EUR ", ",", ".", ""},
                  [MONEY_FRENCH] = {"", " ", ",", " €"},
                  [MONEY_GERMAN] = {"", ".", ",", " EUR"},
                  [MONEY_EASTERN] = {"", ",", ".", " EUR"}};
    g_string_append(out, habits[habit].before);
    if (cents >= 100000)
        g_string_append_printf(out, "%u%s%03u", cents / 100000, habits[habit].group, cents / 100 % 1000);
    else
        g_string_append_printf(out, "%u", cents / 100);
    g_string_append_printf(out, "%s%02u%s", habits[habit].point, cents % 100, habits[habit].behind);
}

static void value(GString *out, const Wording *words, const Purchase *p, const char *name, size_t len) {
    if (strncmp(name, "month", len) == 0)
        g_string_append(out, words->months[p->month - 1]);
    else if (strncmp(name, "year", len) == 0)
        g_string_append_printf(out, "%u", p->year);
    else if (strncmp(name, "type", len) == 0)
        g_string_append(out, words->types[p->type]);
    else if (strncmp(name, "units", len) == 0)
        g_string_append_printf(out, "%u", p->units);
    else if (strncmp(name, "shown", len) == 0)
        g_string_append_printf(out, "%u", p->units - 3);
    else if (strncmp(name, "invoice", len) == 0)
        g_string_append(out, p->invoice);
    else if (strncmp(name, "money", len) == 0)
        money(out, words->money, p->cents);
    else if (strncmp(name, "partner", len) == 0)
        g_string_append_printf(out, "%u", p->partner);
    else if (strncmp(name, "date", len) == 0)
        g_string_append_printf(out, "%u-%02u-%02u", p->year, p->month, 13 + p->n % 10);
    else
        g_string_append_printf(out, "%u", p->n % 97);
}

/* The text with the values of the purchase in place of the names in braces. */
static void fill(GString *out, const Wording *words, const Purchase *p, const char *text) {
    for (const char *open; (open = strchr(text, '{')); text = strchr(open, '}') + 1) {
        g_string_append_len(out, text, open - text);
        value(out, words, p, open + 1, (size_t)(strchr(open, '}') - open - 1));
    }
    g_string_append(out, text);
}

void gen_body(GString *out, unsigned n) {
    const Wording *words = &wordings[n % WORDINGS];
    Purchase p = purchase_of(n);
    unsigned form = n / WORDINGS % 10; /* so that every language comes in every form */
    if (form <= 2 || form == 9) {
        fill(out, words, &p, words->labelled);
    } else if (form <= 5) {
        fill(out, words, &p, words->prose);
    } else if (form <= 7) {
        g_string_append(out, words->table);
        for (unsigned i = 0; i < 3; i++) {
            Purchase row = purchase_of(n + i * PARTNERS);
            fill(out, words, &row, words->row);
        }
    } else {
        fill(out, words, &p, words->questions[n / WORDINGS / 10 % 4]);
    }
    fill(out, words, &p, words->closing);
    if (n % 5 == 0)
        g_string_append(out, words->quoted);
    if (n % 7 == 0)
        g_string_append(out, words->disclaimer);
}

void gen_document(GString *out, unsigned n) {
    const Wording *words = &wordings[n % WORDINGS];
    Purchase p = purchase_of(n);
    fill(out, words, &p, n % 3 != 2 ? words->invoice : words->confirmation);
}

static void json_escaped(GString *out, const char *text) {
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(out, '\\');
        if (*text == '\n')
            g_string_append(out, "\\n");
        else if (*text == '\t')
            g_string_append(out, "\\t");
        else
            g_string_append_c(out, *text);
    }
}

bool gen_has_document(unsigned n) {
    return n / WORDINGS % 10 == 0 || n / WORDINGS % 10 == 3;
}

void gen_tickets(GString *out, unsigned count) {
    gen_tickets_of(out, 0, count);
}

void gen_tickets_of(GString *out, unsigned from, unsigned to) {
    for (unsigned n = from; n < to; n++) {
        const Wording *words = &wordings[n % WORDINGS];
        g_autoptr(GString) body = g_string_new(NULL);
        gen_body(body, n);
        g_string_append_printf(out, "{\"id\":\"T-%u\",\"received\":\"2020-01-%02uT09:30:00Z\",\"requester\":{\"name\":\"%s %u\","
                                    "\"email\":\"p%u@partner.example\"},\"subject\":\"%s %u\",\"body\":\"",
                               n, 1 + n % 28, words->name, n % 97, n, words->subject, n);
        json_escaped(out, body->str);
        g_string_append(out, "\"");
        if (gen_has_document(n)) {
            g_autoptr(GString) document = g_string_new(NULL);
            gen_document(document, n);
            g_autofree char *encoded = g_base64_encode((const guchar *)document->str, document->len);
            g_string_append_printf(out, ",\"attachments\":[{\"filename\":\"document-%u.txt\",\"content_type\":\"text/plain\","
                                        "\"content_base64\":\"%s\"}]",
                                   n, encoded);
        }
        g_string_append(out, ",\"via\":{\"channel\":\"web\"}}\n");
    }
}

static void mail_part(GString *out, const char *type, const char *text, bool base64) {
    g_string_append_printf(out, "Content-Type: %s; charset=utf-8\nContent-Transfer-Encoding: %s\n\n", type,
                           base64 ? "base64" : "8bit");
    if (!base64) {
        g_string_append_printf(out, "%s\n", text);
        return;
    }
    g_autofree char *encoded = g_base64_encode((const guchar *)text, strlen(text));
    for (const char *p = encoded; *p; p += MIN(76, strlen(p)))
        g_string_append_printf(out, "%.76s\n", p);
}

void gen_mails(GString *out, unsigned count) {
    for (unsigned n = 0; n < count; n++) {
        const Wording *words = &wordings[n % WORDINGS];
        g_autoptr(GString) body = g_string_new(NULL);
        gen_body(body, n);
        g_autofree char *name = g_base64_encode((const guchar *)words->name, strlen(words->name));
        g_autofree char *subject = g_base64_encode((const guchar *)words->subject, strlen(words->subject));
        g_string_append_printf(out, "From p%u@partner.example Mon Jan 20 09:30:00 2020\nFrom: =?utf-8?B?%s?= <p%u@partner.example>\n"
                                    "To: Frontline <frontline@desk.example>\nSubject: =?utf-8?B?%s?= %u\n"
                                    "Date: Mon, 20 Jan 2020 09:30:00 +0100\nMessage-ID: <m%u@partner.example>\nMIME-Version: 1.0\n",
                               n, name, n, subject, n, n);
        if (!gen_has_document(n)) {
            mail_part(out, "text/plain", body->str, n % 4 == 1);
        } else {
            g_autoptr(GString) document = g_string_new(NULL);
            gen_document(document, n);
            g_string_append(out, "Content-Type: multipart/mixed; boundary=\"=-cut\"\n\n--=-cut\n");
            mail_part(out, "text/plain", body->str, false);
            g_string_append(out, "\n--=-cut\nContent-Disposition: attachment; filename=\"document.txt\"\n");
            mail_part(out, "text/plain", document->str, true);
            g_string_append(out, "\n--=-cut--\n");
        }
        g_string_append_c(out, '\n');
    }
}
