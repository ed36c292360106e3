#include "gen.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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

static const char *const months_en[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
static const char *const months_fr[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
static const char *const types_en[] = {"printed MOC", "dMOC", "MOC On-Demand", "Microsoft Labs Online", "exam vouchers",
                                       "practice tests"};
static const char *const types_fr[] = {"MOC papier", "MOC numérique", "MOC On-Demand", "Microsoft Labs Online",
                                       "bons d’examen", "tests pratiques"};

void gen_dashboard(GString *out, unsigned rows) {
    g_string_append(out, "Partner ID,Month,Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue value,Currency\n");
    for (unsigned n = 0; n < rows; n++) {
        Purchase p = purchase_of(n * 2); /* every second purchase is on display, one in four of them too low */
        unsigned shown = n % 4 ? p.units : p.units - 3;
        g_string_append_printf(out, "%u,%u,%u,%s,%u,%s,%u,%u.%02u,EUR\n", p.partner, p.month, p.year, types_en[p.type],
                               shown, p.invoice, shown, p.cents / 100, p.cents % 100);
    }
}

static void money_fr(GString *out, unsigned cents) {
    if (cents >= 100000)
        g_string_append_printf(out, "%u %03u,%02u €", cents / 100000, cents / 100 % 1000, cents % 100);
    else
        g_string_append_printf(out, "%u,%02u €", cents / 100, cents % 100);
}

static void money_en(GString *out, unsigned cents) {
    if (cents >= 100000)
        g_string_append_printf(out, "EUR %u,%03u.%02u", cents / 100000, cents / 100 % 1000, cents % 100);
    else
        g_string_append_printf(out, "EUR %u.%02u", cents / 100, cents % 100);
}

static void labelled(GString *out, const Purchase *p, bool french) {
    g_string_append(out, french ? "Bonjour,\n\nnous ne retrouvons pas cet achat dans le tableau de bord KPI.\n\n"
                                : "Hello,\n\nthe following purchase does not appear on our KPI dashboard.\n\n");
    g_string_append_printf(out, french ? "Mois : %s\nAnnée : %u\nType OMLP : %s\nUnité d’achat : %u\nFacture n° : %s\n"
                                         "Valeur KPI : %u\nChiffre d’affaires : "
                                       : "Month: %s\nYear: %u\nOMLP type: %s\nPurchase unit: %u\nInvoice #: %s\n"
                                         "KPI value: %u\nRevenue value: ",
                           (french ? months_fr : months_en)[p->month - 1], p->year,
                           (french ? types_fr : types_en)[p->type], p->units, p->invoice, p->units);
    (french ? money_fr : money_en)(out, p->cents);
}

static void prose(GString *out, const Purchase *p, bool french) {
    if (french)
        g_string_append_printf(out, "Bonjour,\n\nEn %s %u nous avons acheté %u %s (facture %s), mais le tableau de bord "
                                    "affiche %u KPI au lieu de %u. Le montant hors taxes est de ",
                               months_fr[p->month - 1], p->year, p->units, types_fr[p->type], p->invoice, p->units - 3,
                               p->units);
    else
        g_string_append_printf(out, "Hi team,\n\nin %s %u we bought %u %s on invoice %s, but the dashboard shows %u KPIs "
                                    "instead of %u. The revenue was ",
                               months_en[p->month - 1], p->year, p->units, types_en[p->type], p->invoice, p->units - 3,
                               p->units);
    (french ? money_fr : money_en)(out, p->cents);
    g_string_append(out, french ? ".\nMerci de corriger." : ".\nPlease have it corrected.");
}

static void table(GString *out, unsigned n, bool french) {
    g_string_append(out, french ? "Bonjour,\n\nvoici les lignes qui manquent :\n\nMois | Année | Type OMLP | Quantité | "
                                  "Facture n° | KPI | CA HT\n"
                                : "Hello,\n\nthese rows are missing:\n\nMonth | Year | OMLP type | Quantity | Invoice # | "
                                  "KPI value | Revenue\n");
    for (unsigned i = 0; i < 3; i++) {
        Purchase p = purchase_of(n + i * PARTNERS);
        g_string_append_printf(out, "%s | %u | %s | %u | %s | %u | ", (french ? months_fr : months_en)[p.month - 1],
                               p.year, (french ? types_fr : types_en)[p.type], p.units, p.invoice, p.units);
        (french ? money_fr : money_en)(out, p.cents);
        g_string_append_c(out, '\n');
    }
}

static void question(GString *out, unsigned n, bool french) {
    static const char *const en[] = {"do we need a business application plan to enrol?",
                                     "why are we not listed in the Learning Partner directory? We are in Ireland.",
                                     "does a one-day training count as one KPI?",
                                     "how do we enrol as a learning partner?"};
    static const char *const fr[] = {"faut-il un plan d’affaires pour s’inscrire ?",
                                     "pourquoi ne sommes-nous pas dans l’annuaire des partenaires de formation ?",
                                     "une formation d’un jour compte-t-elle pour un KPI ?",
                                     "comment s’inscrire comme partenaire de formation ?"};
    g_string_append_printf(out, french ? "Bonjour,\n\n%s\n" : "Hello,\n\n%s\n", (french ? fr : en)[n % 4]);
}

static void close_text(GString *out, unsigned n, const Purchase *p, bool french) {
    g_string_append_printf(out, french ? "\n\nCordialement,\nClaire Dupuis %u\nFormations du Val\nMPN ID : %u\nTél. 01 44 55 66 77"
                                       : "\n\nKind regards,\nAlex Morgan %u\nRiverside Learning Ltd\nMPN ID %u\n"
                                         "Phone +44 20 7946 0811",
                           n % 97, p->partner);
    if (n % 5 == 0)
        g_string_append(out, french ? "\n\nLe 12/01/2020 à 09:14, Support a écrit :\n> Bonjour,\n> merci d’indiquer le mois, "
                                      "l’année et le numéro de facture.\n> Cordialement"
                                    : "\n\nOn 12 January 2020 at 09:14, Support wrote:\n> Hello,\n> please send the month, the year "
                                      "and the invoice number.\n> Regards");
    if (n % 7 == 0)
        g_string_append(out, french ? "\n\nCe message est confidentiel et destiné à son seul destinataire."
                                    : "\n\nThis e-mail is confidential and intended for the addressee only.");
}

static void ticket_text(GString *out, unsigned n, bool french) {
    Purchase p = purchase_of(n);
    switch (n % 10) {
    case 0:
    case 1:
    case 2:
    case 9:
        labelled(out, &p, french);
        break;
    case 3:
    case 4:
    case 5:
        prose(out, &p, french);
        break;
    case 6:
    case 7:
        table(out, n, french);
        break;
    default:
        question(out, n / 10, french);
    }
    close_text(out, n, &p, french);
}

static void document_text(GString *out, unsigned n, bool french) {
    Purchase p = purchase_of(n);
    bool invoice = n % 3 != 2;
    g_string_append_printf(out, "%s\n\n%s %s\n%s %02u/%02u/%u\n\n",
                           french ? (invoice ? "FACTURE" : "CONFIRMATION DE COMMANDE")
                                  : (invoice ? "INVOICE" : "ORDER CONFIRMATION"),
                           french ? (invoice ? "Facture n° :" : "Commande n° :") : (invoice ? "Invoice no.:" : "Order no.:"),
                           p.invoice, french ? "Date de facture :" : "Date of issue:", 13 + n % 10, p.month, p.year);
    g_string_append_printf(out, french ? "Désignation\tQuantité\tMontant HT\n%s\t%u\t" : "Description\tQty\tAmount\n%s\t%u\t",
                           (french ? types_fr : types_en)[p.type], p.units);
    (french ? money_fr : money_en)(out, p.cents);
    g_string_append(out, french ? "\n\nTotal HT : " : "\n\nNet total: ");
    (french ? money_fr : money_en)(out, p.cents);
    g_string_append_c(out, '\n');
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

static bool has_document(unsigned n) {
    return n % 10 == 0 || n % 10 == 3;
}

void gen_tickets(GString *out, unsigned count) {
    for (unsigned n = 0; n < count; n++) {
        bool french = n % 2;
        g_autoptr(GString) body = g_string_new(NULL);
        ticket_text(body, n, french);
        g_string_append_printf(out, "{\"id\":\"T-%u\",\"received\":\"2020-01-%02uT09:30:00Z\",\"requester\":{\"name\":\"%s %u\","
                                    "\"email\":\"p%u@partner.example\"},\"subject\":\"%s %u\",\"body\":\"",
                               n, 1 + n % 28, french ? "Claire Dupuis" : "Alex Morgan", n % 97, n,
                               french ? "Écart KPI, dossier" : "KPI discrepancy, file", n);
        json_escaped(out, body->str);
        g_string_append(out, "\"");
        if (has_document(n)) {
            g_autoptr(GString) document = g_string_new(NULL);
            document_text(document, n, french);
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
        bool french = n % 2;
        g_autoptr(GString) body = g_string_new(NULL);
        ticket_text(body, n, french);
        g_string_append_printf(out, "From p%u@partner.example Mon Jan 20 09:30:00 2020\nFrom: \"%s %u\" <p%u@partner.example>\n"
                                    "To: Frontline <frontline@desk.example>\nSubject: %s %u\n"
                                    "Date: Mon, 20 Jan 2020 09:30:00 +0100\nMessage-ID: <m%u@partner.example>\nMIME-Version: 1.0\n",
                               n, french ? "Claire Dupuis" : "Alex Morgan", n % 97, n,
                               french ? "=?utf-8?Q?=C3=89cart_KPI?=" : "KPI discrepancy", n, n);
        if (!has_document(n)) {
            mail_part(out, "text/plain", body->str, n % 4 == 1);
        } else {
            g_autoptr(GString) document = g_string_new(NULL);
            document_text(document, n, french);
            g_string_append(out, "Content-Type: multipart/mixed; boundary=\"=-cut\"\n\n--=-cut\n");
            mail_part(out, "text/plain", body->str, false);
            g_string_append(out, "\n--=-cut\nContent-Disposition: attachment; filename=\"document.txt\"\n");
            mail_part(out, "text/plain", document->str, true);
            g_string_append(out, "\n--=-cut--\n");
        }
        g_string_append_c(out, '\n');
    }
}
