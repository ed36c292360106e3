/* The words of parsers/lexicon: do the files know what people write, and nothing that means something else? */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/lexicon.h"
#include "parsers/mention.h"
#include "parsers/trie.h"

static Lexicon *lexicon;

static void load(void) {
    GError *error = NULL;
    lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
}

static void unload(void) {
    lexicon_free(&lexicon);
}

TestSuite(lexicon_data, .init = load, .fini = unload);

static Str exact(const char *text) {
    size_t len = strlen(text);
    char *copy = malloc(len ? len : 1);
    memcpy(copy, text, len);
    return (Str){copy, len};
}

/* ---- table headers, form labels and cells, as typed: the whole string is one phrase ---- */

typedef struct Whole {
    Language language;
    LexGroup group;
    const char *key;
    const char *typed; /* several, parted by "|" */
} Whole;

static const Whole whole[] = {
    {LANGUAGE_EN, LEX_LABEL, "month", "Month:|MONTH|Invoice month|invoice_month|PurchaseMonth|Reporting Month *"},
    {LANGUAGE_EN, LEX_LABEL, "year", "Year|year :|Purchase-Year|Invoice year"},
    {LANGUAGE_EN, LEX_LABEL, "period", "Month/Year|Month / Year|Month & Year|Billing period|Month and year of purchase"},
    {LANGUAGE_EN, LEX_LABEL, "omlp_type", "OMLP type|OMLP Type:|OMLPType|omlp_type|Product|Type of courseware|Courseware type"},
    {LANGUAGE_EN, LEX_LABEL, "purchase_units",
     "Purchase unit|PurchaseUnit|purchase_units|Qty|QTY.|Quantity:|No. of seats|Number of licenses|Units purchased|Nos."},
    {LANGUAGE_EN, LEX_LABEL, "invoice_number",
     "Invoice #|Invoice#|Invoice No.|INVOICE NO|Invoice Nr.|inv. no|Inv #|InvoiceNumber|invoice_number|Tax Invoice No.|"
     "Bill No|Invioce number|Supplier invoice no."},
    {LANGUAGE_EN, LEX_LABEL, "kpi_value", "KPI value|KPI Value:|KPIs|KPI points|Number of KPIs|kpi_value|Expected KPI"},
    {LANGUAGE_EN, LEX_LABEL, "revenue_value",
     "Revenue value|Revenue|revenue_value|Net amount|Amount excl. VAT|Total (excl. VAT)|Total excl VAT|Line total"},
    {LANGUAGE_EN, LEX_LABEL, "revenue_gross", "Gross amount|Total incl. VAT|Amount incl. GST|Amount due|Grand total"},
    {LANGUAGE_EN, LEX_LABEL, "currency", "Currency|Curr.|CCY"},
    {LANGUAGE_EN, LEX_LABEL, "invoice_date", "Invoice date|Date of invoice|Purchase date|Inv. Date|Date"},
    {LANGUAGE_EN, LEX_LABEL, "partner_id",
     "MPN ID|MPNID|MPN-ID:|Partner ID|PartnerID|MPN #|Microsoft Partner Network ID|Partner number|MPN No."},
    {LANGUAGE_EN, LEX_LABEL, "order_number",
     "Order no.|Order #|PO|P.O. number|PO #|Purchase Order No.|Order confirmation no.|Quote #|Delivery note no.|Our ref.|"
     "Your reference|Contract number"},
    {LANGUAGE_EN, LEX_LABEL, "item_number", "No.|Pos.|Sl. No.|Sr. No|S.No.|Line|Line item"},
    {LANGUAGE_EN, LEX_LABEL, "other",
     "VAT No.|VAT ID|GSTIN|Phone|Tel.|Customer no.|Case number|Ticket #|IBAN|Unit price|Discount|Due date|Order date|ABN|"
     "Company reg. no.|Fiscal year"},
    {LANGUAGE_EN, LEX_LABEL, "listing_name", "Name to show|Display name|Company name"},
    {LANGUAGE_EN, LEX_LABEL, "country", "Country|Country/Region"},
    {LANGUAGE_EN, LEX_LABEL, "landing_page_url", "Landing page|Landing page URL|URL"},
    {LANGUAGE_EN, LEX_LABEL, "dashboard_value", "On dashboard|Dashboard|Shown|KPI shown|Currently shown|Partner Center"},
    {LANGUAGE_EN, LEX_LABEL, "expected_value", "Expected|Should be|Correct value|As per invoice"},
    {LANGUAGE_FR, LEX_LABEL, "month", "Mois|Mois de facturation|MOIS D'ACHAT|mois_facture"},
    {LANGUAGE_FR, LEX_LABEL, "year", "Année|ANNEE|annee :|Année de facture"},
    {LANGUAGE_FR, LEX_LABEL, "period", "Période|Mois/Année|Mois et année|Période de facturation"},
    {LANGUAGE_FR, LEX_LABEL, "omlp_type", "Type OMLP|Produit|Type de produit|Type d’OMLP|Type de support de cours"},
    {LANGUAGE_FR, LEX_LABEL, "purchase_units",
     "Unité d’achat|UNITE D'ACHAT|Unités d'achat|Quantité|Qté|qte.|Nombre de licences|Nb de places|Unités achetées"},
    {LANGUAGE_FR, LEX_LABEL, "invoice_number",
     "Facture #|N° de facture|No de facture|Nº facture|№ facture|n°facture|Numéro de facture|Fact. n°|Réf. facture|"
     "Facture n°|NUM. FACTURE|Facture fournisseur"},
    {LANGUAGE_FR, LEX_LABEL, "kpi_value",
     "Valeur d’indicateur de performance clé|Valeur KPI|Valeur de KPI|Nombre de KPI|Points KPI|KPI attendus|ICP"},
    {LANGUAGE_FR, LEX_LABEL, "revenue_value",
     "Valeur de chiffre d’affaires|CA HT|CA|Chiffre d'affaires|Montant HT|Montant H.T.|Total HT|Total HTVA|Revenu|"
     "Montant avant taxes"},
    {LANGUAGE_FR, LEX_LABEL, "revenue_gross", "Montant TTC|Total T.T.C.|TTC|Net à payer|Total TVAC|CA TTC"},
    {LANGUAGE_FR, LEX_LABEL, "currency", "Devise|Monnaie"},
    {LANGUAGE_FR, LEX_LABEL, "invoice_date", "Date de facture|Date facture|Date d'émission|Date de l'achat|Date"},
    {LANGUAGE_FR, LEX_LABEL, "partner_id", "ID MPN|N° MPN|ID partenaire|Identifiant partenaire|Numéro de partenaire"},
    {LANGUAGE_FR, LEX_LABEL, "order_number",
     "N° de commande|Commande n°|Bon de commande|Confirmation de commande n°|Devis n°|N° BL|Votre réf.|V/Réf|Soumission n°"},
    {LANGUAGE_FR, LEX_LABEL, "item_number", "N°|Ligne|Pos."},
    {LANGUAGE_FR, LEX_LABEL, "other",
     "SIRET|N° TVA|TVA intracommunautaire|Tél.|GSM|Courriel|N° client|N° de dossier|Prix unitaire|P.U.|Remise|Échéance|"
     "N° d'entreprise|RCCM|NINEA|TPS|TVQ|Matricule fiscal"},
    {LANGUAGE_FR, LEX_LABEL, "listing_name", "Nom à afficher|Nom de la société"},
    {LANGUAGE_FR, LEX_LABEL, "country", "Pays|Pays/Région"},
    {LANGUAGE_FR, LEX_LABEL, "landing_page_url", "Page de destination|URL de la page d'accueil|Lien vers la page"},
    {LANGUAGE_FR, LEX_LABEL, "dashboard_value", "Tableau de bord|Affiché|Valeur affichée|Sur le tableau de bord|Actuel"},
    {LANGUAGE_FR, LEX_LABEL, "expected_value", "Attendu|Valeur attendue|Devrait être|Correct|Selon la facture"},
    {LANGUAGE_EN, LEX_TYPE, "moc", "MOC|Printed MOC|MOC (printed)|Microsoft Official Course|Microsoft Official Courseware"},
    {LANGUAGE_EN, LEX_TYPE, "dmoc", "dMOC|DMOC|d-MOC|digital MOC|Digital-MOC|MOC digital|e-MOC|eMOC"},
    {LANGUAGE_EN, LEX_TYPE, "moc_on_demand", "MOC On-Demand|MOC OD|MOD|MOC On Demand|MOCOD"},
    {LANGUAGE_EN, LEX_TYPE, "custom_moc", "Custom MOC|customized MOC|customised MOC|cMOC"},
    {LANGUAGE_EN, LEX_TYPE, "mlo", "MLO|Microsoft Labs Online|Labs Online|lab seats|online labs"},
    {LANGUAGE_EN, LEX_TYPE, "mta_courseware", "MTA courseware|MTA|MTA Courses"},
    {LANGUAGE_EN, LEX_TYPE, "exam_voucher", "Exam vouchers|voucher|certification exam vouchers|MCP exam voucher"},
    {LANGUAGE_EN, LEX_TYPE, "practice_test", "Practice tests|official practice test|Microsoft Official Practice Tests"},
    {LANGUAGE_FR, LEX_TYPE, "moc", "MOC imprimé|MOC papier|cours imprimé|Cours officiels Microsoft"},
    {LANGUAGE_FR, LEX_TYPE, "dmoc", "MOC numérique|MOC digital|MOC (numérique)|cours MOC numériques"},
    {LANGUAGE_FR, LEX_TYPE, "moc_on_demand", "MOC à la demande|MOC On-Demand"},
    {LANGUAGE_FR, LEX_TYPE, "custom_moc", "MOC personnalisé|MOC sur mesure"},
    {LANGUAGE_FR, LEX_TYPE, "mlo", "Labs en ligne|laboratoires en ligne|Microsoft Labs Online"},
    {LANGUAGE_FR, LEX_TYPE, "mta_courseware", "didacticiel MTA|cours MTA"},
    {LANGUAGE_FR, LEX_TYPE, "exam_voucher", "bons d'examen|Bons d’examen|vouchers|coupons d'examen|bon d'examen"},
    {LANGUAGE_FR, LEX_TYPE, "practice_test", "tests d'entraînement|examens blancs|tests pratiques officiels"},
    {LANGUAGE_EN, LEX_MONTH, "1", "January|jan|Jan.|JANUARY"},
    {LANGUAGE_EN, LEX_MONTH, "9", "Sept|Sep.|September"},
    {LANGUAGE_FR, LEX_MONTH, "2", "février|févr.|fév|FEVRIER"},
    {LANGUAGE_FR, LEX_MONTH, "8", "août|Aout|AOÛT"},
    {LANGUAGE_FR, LEX_MONTH, "12", "décembre|déc."},
    {LANGUAGE_EN, LEX_CUE, "placeholder", "n/a|N.A.|NA|none|TBD|tbc|unknown|see attached|?"},
    {LANGUAGE_FR, LEX_CUE, "placeholder", "s.o.|S/O|inconnu|néant|non disponible|voir pièce jointe|à définir"},
    {LANGUAGE_EN, LEX_CUE, "total", "Total|TOTAL:|Grand total|Sum|Subtotal"},
    {LANGUAGE_FR, LEX_CUE, "total", "Total|Total général|Sous-total|Somme"},
    {LANGUAGE_EN, LEX_CURRENCY, "USD", "US$|US dollars"},
    {LANGUAGE_EN, LEX_CURRENCY, "GBP", "£|pounds sterling"},
    {LANGUAGE_EN, LEX_CURRENCY, "EUR", "€|euros|Euro"},
    {LANGUAGE_EN, LEX_CURRENCY, "PLN", "zł|ZŁ"},
    {LANGUAGE_FR, LEX_CURRENCY, "CAD", "$ CA|$CA|dollars canadiens"},
    {LANGUAGE_FR, LEX_CURRENCY, "CHF", "francs suisses"},
    {LANGUAGE_EN, LEX_UNIT, "word", "seats|licences|licenses|copies|pcs.|vouchers"},
    {LANGUAGE_FR, LEX_UNIT, "word", "exemplaires|licences|sièges|places|pièces|ex."},
    {LANGUAGE_EN, LEX_NUMBER, "12", "twelve|a dozen"},
    {LANGUAGE_EN, LEX_NUMBER, "25", "twenty-five|twenty five"},
    {LANGUAGE_FR, LEX_NUMBER, "80", "quatre-vingts|huitante|octante"},
    {LANGUAGE_FR, LEX_NUMBER, "12", "douze|une douzaine"},
    {LANGUAGE_EN, LEX_MAIL, "closing", "Kind regards|Best regards|Thanks & regards|Yours sincerely|Rgds"},
    {LANGUAGE_EN, LEX_MAIL, "subject", "Subject"},
    {LANGUAGE_FR, LEX_MAIL, "closing", "Cordialement|Cdlt|Bien à vous|Meilleures salutations|Bien cordialement"},
    {LANGUAGE_FR, LEX_MAIL, "greeting", "Bonjour|Madame, Monsieur|Bjr"},
    {LANGUAGE_FR, LEX_MAIL, "sent", "Envoyé"},
    {LANGUAGE_EN, LEX_COUNTRY, "name", "United Kingdom|UAE|Côte d'Ivoire|USA"},
    {LANGUAGE_FR, LEX_COUNTRY, "name", "Côte d’Ivoire|Etats-Unis|Émirats arabes unis|Cameroun"},
    {LANGUAGE_DE, LEX_LABEL, "invoice_number", "Rechnungsnr.|Rechnungs-Nr.|RechnungsNr|Rg.-Nr.|Rechnungsnummer|Faktura-Nr."},
    {LANGUAGE_DE, LEX_LABEL, "purchase_units", "Bestelleinheit|Menge|Anzahl|Stückzahl|Anz."},
    {LANGUAGE_DE, LEX_LABEL, "revenue_value", "Umsatzwert|Umsatz|Nettobetrag|Umsatz (netto)"},
    {LANGUAGE_DE, LEX_LABEL, "month", "Month (Monat)|Monat"},
    {LANGUAGE_DE, LEX_LABEL, "kpi_value", "KPI-Wert|KPI Wert"},
    {LANGUAGE_DE, LEX_LABEL, "other", "USt-IdNr.|Steuernummer|Kundennummer|Kd.-Nr.|Einzelpreis|Fällig am"},
    {LANGUAGE_DE, LEX_MONTH, "3", "März|Maerz|Mrz."},
    {LANGUAGE_DE, LEX_MONTH, "1", "Jänner|Januar"},
    {LANGUAGE_DE, LEX_MAIL, "closing", "Mit freundlichen Grüßen|MfG|Viele Grüße"},
    {LANGUAGE_DE, LEX_TYPE, "exam_voucher", "Prüfungsgutscheine|Voucher"},
    {LANGUAGE_ES, LEX_LABEL, "invoice_number", "Factura #|N.º de factura|Nº factura|Número de factura|Factura núm."},
    {LANGUAGE_ES, LEX_LABEL, "omlp_type", "Tipo DE OMLP|Producto"},
    {LANGUAGE_ES, LEX_LABEL, "purchase_units", "Unidad de compra|Cantidad|Cant.|Uds."},
    {LANGUAGE_ES, LEX_LABEL, "kpi_value", "Valor de KPI"},
    {LANGUAGE_ES, LEX_LABEL, "revenue_value", "Valor de ingresos|Importe sin IVA|Base imponible"},
    {LANGUAGE_ES, LEX_LABEL, "year", "Año"},
    {LANGUAGE_ES, LEX_LABEL, "other", "NIF|CUIT|RFC|Precio unitario|Teléfono|Vencimiento"},
    {LANGUAGE_ES, LEX_MONTH, "9", "septiembre|setiembre|sept."},
    {LANGUAGE_ES, LEX_MAIL, "closing", "Un saludo|Atentamente|Saludos cordiales"},
    {LANGUAGE_ES, LEX_TYPE, "dmoc", "MOC digital"},
    {LANGUAGE_IT, LEX_LABEL, "invoice_number", "Fattura #|N. fattura|Numero fattura|Fatt. n.|N° di fattura"},
    {LANGUAGE_IT, LEX_LABEL, "kpi_value", "Valore DELL'indicatore KPI|Valore KPI"},
    {LANGUAGE_IT, LEX_LABEL, "purchase_units", "Unità di acquisto|Quantità|Q.tà|Qtà"},
    {LANGUAGE_IT, LEX_LABEL, "revenue_value", "Valore dei ricavi|Imponibile|Importo netto"},
    {LANGUAGE_IT, LEX_LABEL, "other", "P. IVA|Codice fiscale|Prezzo unitario|Scadenza"},
    {LANGUAGE_IT, LEX_MONTH, "6", "giugno|giu"},
    {LANGUAGE_IT, LEX_MAIL, "closing", "Cordiali saluti|Distinti saluti"},
    {LANGUAGE_IT, LEX_MAIL, "subject", "Oggetto"},
    {LANGUAGE_IT, LEX_TYPE, "exam_voucher", "voucher d'esame|buoni esame"},
    {LANGUAGE_IT, LEX_LABEL, "order_number", "Ordine n.|Conferma d'ordine|DDT n."},
    {LANGUAGE_PT_BR, LEX_LABEL, "invoice_number", "Nº da Fatura|Nota Fiscal|NF-e nº|Número da nota fiscal|Fatura nº"},
    {LANGUAGE_PT_BR, LEX_LABEL, "month", "Mês"},
    {LANGUAGE_PT_BR, LEX_LABEL, "purchase_units", "Unidade de compra|Quantidade|Qtde.|Qtd"},
    {LANGUAGE_PT_BR, LEX_LABEL, "kpi_value", "Valor de KPI"},
    {LANGUAGE_PT_BR, LEX_LABEL, "revenue_value", "Valor da receita|Receita"},
    {LANGUAGE_PT_BR, LEX_LABEL, "other", "CNPJ|Inscrição Estadual|Preço unitário|CEP"},
    {LANGUAGE_PT_BR, LEX_MONTH, "3", "março|mar."},
    {LANGUAGE_PT_BR, LEX_CURRENCY, "BRL", "R$|reais"},
    {LANGUAGE_PT_BR, LEX_MAIL, "closing", "Atenciosamente|Att."},
    {LANGUAGE_PT_BR, LEX_TYPE, "moc_on_demand", "MOC sob demanda"},
    {LANGUAGE_JA, LEX_LABEL, "invoice_number", "請求書番号|請求書No.|インボイス番号"},
    {LANGUAGE_JA, LEX_LABEL, "omlp_type", "OMLP の種類|OMLPの種類|ＯＭＬＰの種類|製品名"},
    {LANGUAGE_JA, LEX_LABEL, "purchase_units", "購入単位|数量|購入数"},
    {LANGUAGE_JA, LEX_LABEL, "kpi_value", "KPI 値|KPI値|ＫＰＩ値"},
    {LANGUAGE_JA, LEX_LABEL, "revenue_value", "収益の値|売上金額|税抜金額"},
    {LANGUAGE_JA, LEX_LABEL, "year", "年"},
    {LANGUAGE_JA, LEX_LABEL, "dashboard_value", "ダッシュボード|ﾀﾞｯｼｭﾎﾞｰﾄﾞ|KPI ダッシュボード"},
    {LANGUAGE_JA, LEX_LABEL, "other", "電話番号|単価|消費税"},
    {LANGUAGE_JA, LEX_TYPE, "dmoc", "デジタル MOC|デジタルMOC"},
    {LANGUAGE_JA, LEX_MAIL, "subject", "件名"},
    {LANGUAGE_KO, LEX_LABEL, "invoice_number", "송장 #|송장 번호|송장번호|청구서 번호"},
    {LANGUAGE_KO, LEX_LABEL, "omlp_type", "OMLP 형식|OMLP형식"},
    {LANGUAGE_KO, LEX_LABEL, "purchase_units", "구매 단위|구매단위|수량"},
    {LANGUAGE_KO, LEX_LABEL, "kpi_value", "KPI 값|KPI값"},
    {LANGUAGE_KO, LEX_LABEL, "revenue_value", "수익 값|매출액|공급가액"},
    {LANGUAGE_KO, LEX_LABEL, "month", "월"},
    {LANGUAGE_KO, LEX_LABEL, "dashboard_value", "KPI 대시보드|대시보드"},
    {LANGUAGE_KO, LEX_LABEL, "other", "전화번호|사업자등록번호|단가"},
    {LANGUAGE_KO, LEX_MAIL, "from", "보낸 사람"},
    {LANGUAGE_KO, LEX_TYPE, "exam_voucher", "시험 바우처|바우처"},
    {LANGUAGE_RU, LEX_LABEL, "invoice_number", "Номер счета-фактуры|Номер счёта-фактуры|№ счета-фактуры|Инвойс №|с/ф №"},
    {LANGUAGE_RU, LEX_LABEL, "omlp_type", "Тип ОМЛП|Тип OMLP|Продукт"},
    {LANGUAGE_RU, LEX_LABEL, "purchase_units", "Единица для покупки|Количество|Кол-во|Кол-во, шт."},
    {LANGUAGE_RU, LEX_LABEL, "kpi_value", "Значение ключевого показателя эффективности|Значение KPI|КПЭ"},
    {LANGUAGE_RU, LEX_LABEL, "revenue_value", "Значение дохода|Сумма без НДС|Выручка"},
    {LANGUAGE_RU, LEX_LABEL, "year", "Год"},
    {LANGUAGE_RU, LEX_LABEL, "other", "ИНН|КПП|Телефон|Цена за единицу|Р/с"},
    {LANGUAGE_RU, LEX_MONTH, "1", "январь|января|январе|янв."},
    {LANGUAGE_RU, LEX_MONTH, "5", "май|мая|мае"},
    {LANGUAGE_RU, LEX_MAIL, "closing", "С уважением"},
    {LANGUAGE_RU, LEX_CURRENCY, "RUB", "₽|руб.|рублей"},
    {LANGUAGE_ZH_CN, LEX_LABEL, "invoice_number", "发票编号|发票号码|发票号"},
    {LANGUAGE_ZH_CN, LEX_LABEL, "omlp_type", "OMLP 类型|OMLP类型"},
    {LANGUAGE_ZH_CN, LEX_LABEL, "purchase_units", "购买单位|购买数量|数量"},
    {LANGUAGE_ZH_CN, LEX_LABEL, "kpi_value", "KPI 值|KPI值"},
    {LANGUAGE_ZH_CN, LEX_LABEL, "revenue_value", "收入值|不含税金额"},
    {LANGUAGE_ZH_CN, LEX_LABEL, "month", "月份"},
    {LANGUAGE_ZH_CN, LEX_LABEL, "other", "税号|电话|单价"},
    {LANGUAGE_ZH_CN, LEX_MONTH, "11", "十一月"},
    {LANGUAGE_ZH_CN, LEX_CURRENCY, "CNY", "人民币"},
    {LANGUAGE_ZH_CN, LEX_MAIL, "subject", "主题"},
    {LANGUAGE_ZH_TW, LEX_LABEL, "invoice_number", "發票號碼|發票編號|統一發票號碼"},
    {LANGUAGE_ZH_TW, LEX_LABEL, "omlp_type", "OMLP 類型|OMLP類型"},
    {LANGUAGE_ZH_TW, LEX_LABEL, "purchase_units", "購買單位|購買數量|數量"},
    {LANGUAGE_ZH_TW, LEX_LABEL, "kpi_value", "KPI 值"},
    {LANGUAGE_ZH_TW, LEX_LABEL, "revenue_value", "收益值|未稅金額"},
    {LANGUAGE_ZH_TW, LEX_LABEL, "dashboard_value", "KPI 儀表板"},
    {LANGUAGE_ZH_TW, LEX_LABEL, "other", "統一編號|電話|單價"},
    {LANGUAGE_ZH_TW, LEX_MONTH, "12", "十二月"},
    {LANGUAGE_ZH_TW, LEX_CURRENCY, "TWD", "新台幣|NT$"},
    {LANGUAGE_ZH_TW, LEX_MAIL, "subject", "主旨"},
};

static bool has_key(const Hits *hits, int key, Language language) {
    for (size_t i = 0; i < hits->len; i++)
        if (hits->items[i].key == key && hits->items[i].languages & 1u << language)
            return true;
    return false;
}

Test(lexicon_data, headers_and_cells_as_typed) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(whole); i++) {
        g_auto(GStrv) typed = g_strsplit(whole[i].typed, "|", -1);
        int key = lexicon_key_index(lexicon, whole[i].group, str_of(whole[i].key));
        cr_assert(key >= 0, "no key %s", whole[i].key);
        for (char **one = typed; *one; one++) {
            Hits hits = {0};
            Str raw = exact(*one);
            bool found = lexicon_whole(lexicon, arena, raw, whole[i].group, &hits);
            cr_expect(found && has_key(&hits, key, whole[i].language), "%s: \"%s\" is no %s",
                      language_word(whole[i].language), *one, whole[i].key);
            free((char *)raw.data);
        }
    }
    arena_free(&arena);
}

/* ---- within a sentence: the phrase between the bars is found there, at its full length ---- */

typedef struct Inside {
    LexGroup group;
    const char *key;
    const char *text;
} Inside;

static const Inside inside[] = {
    {LEX_LABEL, "invoice_number", "our |invoice no|. 2020-117 is missing"},
    {LEX_LABEL, "invoice_number", "voir |facture n°| F2020-11"},
    {LEX_LABEL, "kpi_value", "a |KPI value| of 25"},
    {LEX_LABEL, "order_number", "our |purchase order| 4500012"},
    {LEX_LABEL, "order_number", "suivant |bon de commande n°| 88"},
    {LEX_LABEL, "other", "|Tel|.: +33 1 23"},
    {LEX_TYPE, "dmoc", "25|dMOC| were bought"},
    {LEX_TYPE, "dmoc", "12 |digital MOC| seats"},
    {LEX_TYPE, "moc_on_demand", "8 |MOC On-Demand seats|"},
    {LEX_TYPE, "exam_voucher", "10 |bons d’examen| achetés"},
    {LEX_TYPE, "dmoc", "10 |MOC numériques| achetés"},
    {LEX_CUE, "instead", "shows 20 |instead of| 25"},
    {LEX_CUE, "instead", "affiche 20 |au lieu de| 25"},
    {LEX_CUE, "shown", "the dashboard |only shows| 20"},
    {LEX_CUE, "shown", "le tableau de bord |n’affiche que| 20"},
    {LEX_CUE, "expected", "it |should be| 25"},
    {LEX_CUE, "expected", "cela |devrait être| 25"},
    {LEX_CUE, "expected", "il |aurait dû être| de 25"},
    {LEX_CUE, "gross", "1 200 € |TTC|"},
    {LEX_CUE, "net", "1 000 € |hors taxes|"},
    {LEX_CUE, "net", "1,000 EUR |excl. VAT|"},
    {LEX_CUE, "each", "50 EUR |per seat|"},
    {LEX_CUE, "purchase", "|nous avons acheté| 25 licences"},
    {LEX_CUE, "correction", "|je voulais dire| 2020"},
    {LEX_CUE, "not_ours", "|not to be confused with| 4711"},
    {LEX_CUE, "paid", "facture |payée le| 5 mars"},
    {LEX_CUE, "issued", "facture |datée du| 5 mars"},
    {LEX_CUE, "issued", "the invoice |dated| 5 March"},
    {LEX_CUE, "dashboard", "in |Partner Center| we see"},
    {LEX_RELATIVE, "last_month", "bought |last month|"},
    {LEX_RELATIVE, "last_month", "acheté |le mois dernier|"},
    {LEX_RELATIVE, "last", "février |dernier|"},
    {LEX_RELATIVE, "last_year", "en mars |de l’année dernière|"},
    {LEX_RELATIVE, "month_before_last", "|the month before last|"},
    {LEX_RELATIVE, "last_year", "|去年|12月"},
    {LEX_RELATIVE, "last_month", "|先月|購入"},
    {LEX_MONTH, "1", "le 5 |janv|. 2020"},
    {LEX_MONTH, "11", "|十一月|的发票"},
    {LEX_CURRENCY, "EUR", "1250|€|"},
    {LEX_CURRENCY, "BRL", "|R$| 3.125,00"},
    {LEX_CURRENCY, "USD", "|US$| 100"},
    {LEX_CURRENCY, "KRW", "|₩|1,250,000"},
    {LEX_UNIT, "word", "25 |exemplaires| de"},
    {LEX_UNIT, "word", "5|本|購入"},
    {LEX_MAIL, "original", "-----|Original Message|-----"},
    {LEX_MAIL, "forwarded", "|Début du message transféré| :"},
    {LEX_MAIL, "wrote", "Le 5 mars, A. |a écrit| :"},
    {LEX_MAIL, "sent_from", "|Sent from my iPhone|"},
    {LEX_MAIL, "out_of_office", "|I am currently out of the office| until"},
    {LEX_MAIL, "newsletter", "click to |unsubscribe|"},
    {LEX_INTENT, "directory", "listed in the |learning partner directory|"},
    {LEX_INTENT, "directory", "dans |l’annuaire| des partenaires"},
    {LEX_INTENT, "business_plan", "do we need a |business application plan|"},
    {LEX_INTENT, "recognition", "courseware |bought before| we"},
    {LEX_INTENT, "recognition", "des achats faits |avant notre inscription|"},
    {LEX_INTENT, "duration", "is a |one-day training| one KPI"},
    {LEX_INTENT, "duration", "une |formation d’une journée|"},
    {LEX_INTENT, "enrollment", "|how do we enrol| in the programme"},
    {LEX_INTENT, "enrollment", "pour |devenir partenaire de formation|"},
    {LEX_INTENT, "complaint", "this |does not appear|"},
    {LEX_INTENT, "complaint", "l’achat |n’apparaît pas|"},
    {LEX_INTENT, "question", "|est-ce que| la formation"},
};

Test(lexicon_data, phrases_in_a_sentence) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(inside); i++) {
        g_auto(GStrv) parts = g_strsplit(inside[i].text, "|", 3);
        g_autofree char *joined = g_strconcat(parts[0], parts[1], parts[2], NULL);
        Text text;
        Hits hits = {0};
        text_fold(arena, str_of(joined), &text);
        size_t from = text_folded(arena, str_of(parts[0])).len, to = from + text_folded(arena, str_of(parts[1])).len;
        lexicon_scan(lexicon, arena, &text, 0, text.folded.len, LEX_BIT(inside[i].group), &hits);
        int key = lexicon_key_index(lexicon, inside[i].group, str_of(inside[i].key));
        bool found = false;
        for (size_t j = 0; j < hits.len; j++)
            found |= hits.items[j].key == key && hits.items[j].from == from && hits.items[j].to == to;
        cr_expect(found, "%s is not found in \"%s\"", inside[i].key, inside[i].text);
    }
    arena_free(&arena);
}

/* ---- what must not be read so: words of one language that look like a phrase of another ---- */

static const Inside never[] = {
    {LEX_MONTH, "1", "comprados en 2020"},
    {LEX_MONTH, "5", "mais 2020 est juste"},
    {LEX_LABEL, "year", "an invoice 2020"},
    {LEX_LABEL, "dashboard_value", "der KPI-Wert ist 25"},
    {LEX_LABEL, "order_number", "so 25 dMOC"},
    {LEX_LABEL, "purchase_units", "ex: 25"},
    {LEX_CUE, "purchase", "la commande 4711"},
    {LEX_CUE, "each", "a copy of the invoice"},
    {LEX_CUE, "each", "en pièce jointe"},
    {LEX_CUE, "issued", "la facture 4711"},
    {LEX_CUE, "correction", "please update the dashboard"},
    {LEX_CURRENCY, "USD", "$ 1,250"},
    {LEX_CURRENCY, "SEK", "1 250 kr"},
    {LEX_CURRENCY, "KRW", "we won 25 seats"},
    {LEX_CURRENCY, "PEN", "25 s"},
    {LEX_CURRENCY, "GBP", "25 pounds"},
    {LEX_CURRENCY, "MXN", "1.250 pesos"},
    {LEX_MAIL, "bounce", "the courseware could not be delivered"},
    {LEX_MAIL, "out_of_office", "our colleague has left the company"},
    {LEX_MAIL, "closing", "Veuillez recevoir ci-joint la facture"},
    {LEX_INTENT, "directory", "the invoice is not listed"},
    {LEX_COUNTRY, "name", "contact us after the meeting; suite à notre réunion"},
    {LEX_NUMBER, "10", "une dizaine de licences"},
};

Test(lexicon_data, words_that_mean_something_else) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(never); i++) {
        Text text;
        Hits hits = {0};
        text_fold(arena, str_of(never[i].text), &text);
        lexicon_scan(lexicon, arena, &text, 0, text.folded.len, LEX_BIT(never[i].group), &hits);
        int key = lexicon_key_index(lexicon, never[i].group, str_of(never[i].key));
        for (size_t j = 0; j < hits.len; j++)
            cr_expect(hits.items[j].key != key, "%s is read in \"%s\"", never[i].key, never[i].text);
    }
    arena_free(&arena);
}

/* ---- the files themselves ---- */

#define WORD(name, word) word,
static const char *const labels[] = {LEX_LABEL_LIST(WORD)};
static const char *const cues[] = {LEX_CUE_LIST(WORD)};
static const char *const relatives[] = {LEX_RELATIVE_LIST(WORD)};
static const char *const mails[] = {LEX_MAIL_LIST(WORD)};
static const char *const intents[] = {LEX_INTENT_LIST(WORD)};
#undef WORD
static const char *const months[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
static const char *const types[] = {"moc", "dmoc", "moc_on_demand", "custom_moc",
                                    "mlo", "mta_courseware", "exam_voucher", "practice_test"};
static const char *const counts[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "15", "20",
                                     "25", "30", "40", "50", "60", "70", "80", "90", "100", "1000"};
static const char *const units[] = {"word"};
static const char *const languages[] = {"function"};
static const char *const countries[] = {"name"};

static const struct {
    const char *group;
    const char *const *keys;
    size_t n;
} complete[] = {
    {"label", labels, G_N_ELEMENTS(labels)},          {"cue", cues, G_N_ELEMENTS(cues)},
    {"relative", relatives, G_N_ELEMENTS(relatives)}, {"mail", mails, G_N_ELEMENTS(mails)},
    {"intent", intents, G_N_ELEMENTS(intents)},       {"month", months, G_N_ELEMENTS(months)},
    {"type", types, G_N_ELEMENTS(types)},             {"number", counts, G_N_ELEMENTS(counts)},
    {"unit", units, G_N_ELEMENTS(units)},             {"language", languages, G_N_ELEMENTS(languages)},
    {"country", countries, G_N_ELEMENTS(countries)},
};

static GKeyFile *file_of(Language language) {
    g_autofree char *path = g_strdup_printf("parsers/lexicon/%s.ini", language_word(language));
    GKeyFile *file = g_key_file_new();
    GError *error = NULL;
    cr_assert(g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error), "%s: %s", path,
              error ? error->message : "");
    return file;
}

Test(lexicon_data, every_file_has_every_key) {
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        GKeyFile *file = file_of((Language)language);
        for (size_t g = 0; g < G_N_ELEMENTS(complete); g++)
            for (size_t k = 0; k < complete[g].n; k++) {
                g_auto(GStrv) phrases =
                    g_key_file_get_string_list(file, complete[g].group, complete[g].keys[k], NULL, NULL);
                cr_expect(phrases && *phrases, "%s.ini has no [%s] %s", language_word((Language)language),
                          complete[g].group, complete[g].keys[k]);
            }
        g_key_file_free(file);
    }
}

/* The folded words of a phrase with one blank between them: equal for phrases that the trie cannot tell apart. */
static char *words_of(Arena *arena, const char *phrase) {
    Str folded = text_folded(arena, str_trim(str_of(phrase)));
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < folded.len; i++) {
        bool separator = strchr(" -_.'/", folded.data[i]) != NULL;
        if (!separator)
            g_string_append_c(words, folded.data[i]);
        else if (words->len && words->str[words->len - 1] != ' ')
            g_string_append_c(words, ' ');
    }
    return g_strchomp(g_string_free(words, FALSE));
}

/* What a draft asks for, in its own words, is understood when the partner answers under the same words. */
Test(lexicon_data, own_questions) {
    static const char *const groups[] = {"detail", "listing"};
    Arena *arena = arena_new();
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        for (size_t g = 0; g < G_N_ELEMENTS(groups); g++) {
            g_autoptr(GKeyFile) file = g_key_file_new();
            g_autofree char *path = g_strdup_printf("templates/%s/words.ini", language_word((Language)language));
            cr_assert(g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL), "%s", path);
            g_auto(GStrv) keys = g_key_file_get_keys(file, groups[g], NULL, NULL);
            cr_assert(keys && *keys, "%s: no [%s]", path, groups[g]);
            for (char **key = keys; *key; key++) {
                int wanted = lexicon_key_index(lexicon, LEX_LABEL, str_of(*key));
                g_autofree char *words = g_key_file_get_string(file, groups[g], *key, NULL);
                Header header = header_read(lexicon, arena, (Language)language, str_of(words));
                cr_expect((int)header.label == wanted, "%s: \"%s\" is no word for %s", path, words, *key);
            }
        }
    arena_free(&arena);
}

/* A label before a colon is trusted in every language: under two keys of one file it would be a coin toss. */
static bool keys_exclude(const char *group) {
    return strcmp(group, "label") == 0 || strcmp(group, "month") == 0 || strcmp(group, "type") == 0 ||
           strcmp(group, "currency") == 0 || strcmp(group, "number") == 0 || strcmp(group, "relative") == 0;
}

static void check_phrase(Arena *arena, GHashTable *seen, const char *phrase, const char *where, const char *key) {
    char *words = words_of(arena, phrase);
    cr_expect(*words, "%s %s: \"%s\" holds no word", where, key, phrase);
    cr_expect(*words != '*', "%s %s: \"%s\" begins with a star", where, key, phrase);
    const char *other = g_hash_table_lookup(seen, words);
    cr_expect(!other, "%s: \"%s\" stands under %s and %s", where, phrase, other, key);
    g_hash_table_insert(seen, words, (char *)key);
}

Test(lexicon_data, no_phrase_twice) {
    Arena *arena = arena_new();
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        GKeyFile *file = file_of((Language)language);
        g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
        for (char **group = groups; *group; group++) {
            if (g_str_has_prefix(*group, "kind."))
                continue;
            g_autofree char *where = g_strdup_printf("%s.ini [%s]", language_word((Language)language), *group);
            g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
            g_auto(GStrv) keys = g_key_file_get_keys(file, *group, NULL, NULL);
            for (char **key = keys; *key; key++) {
                g_auto(GStrv) phrases = g_key_file_get_string_list(file, *group, *key, NULL, NULL);
                if (!keys_exclude(*group))
                    g_hash_table_remove_all(seen);
                for (char **phrase = phrases; *phrase; phrase++)
                    check_phrase(arena, seen, *phrase, where, *key);
            }
        }
        g_key_file_free(file);
    }
    arena_free(&arena);
}

/* ---- every phrase of the files ---- */

/* "n * de *" is sought as "n  de ", and as "nde" where two words of letters may be written as one. */
static Str phrase_text(Arena *arena, const char *phrase, bool joined) {
    Buf text = {.arena = arena};
    for (const char *c = phrase; *c; c++) {
        bool dropped = *c == '*' || (*c == ' ' && (joined || (c > phrase && trie_is_separator(c[-1])))); /* "Nr. / Name" */
        if (!dropped)
            buf_add_char(&text, *c);
    }
    return text_folded(arena, buf_str(&text));
}

static bool may_be_joined(const char *phrase) {
    size_t letters = 0, word = 0, shortest = SIZE_MAX;
    for (const char *c = phrase; *c; c++) {
        if (*c != ' ' && !g_ascii_isalpha(*c))
            return false;
        letters += *c != ' ';
        word = *c == ' ' ? 0 : word + 1;
        if (word && (c[1] == ' ' || !c[1]))
            shortest = MIN(shortest, word);
    }
    return shortest >= 2 && letters > 4;
}

static bool is_found(Arena *arena, Str folded) {
    Text text = {.raw = folded, .folded = folded};
    Hits hits = {0};
    lexicon_scan(lexicon, arena, &text, 0, folded.len, (1u << LEX_GROUP_COUNT) - 1, &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].to - hits.items[i].from >= folded.len - MIN(folded.len, 4)) /* signs at the ends are no part */
            return true;
    return false;
}

/* No shortcut of the matcher hides a phrase, whatever it begins with. */
Test(lexicon_data, each_phrase_is_found) {
    size_t sought = 0, joined = 0;
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        g_autofree char *path = g_strdup_printf("parsers/lexicon/%s.ini", language_word((Language)language));
        g_autoptr(GKeyFile) file = g_key_file_new();
        cr_assert(g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL));
        g_auto(GStrv) sections = g_key_file_get_groups(file, NULL);
        Arena *arena = arena_new();
        for (char **section = sections; *section; section++) {
            g_auto(GStrv) keys = g_key_file_get_keys(file, *section, NULL, NULL);
            for (char **key = keys; *key; key++) {
                g_auto(GStrv) phrases = g_key_file_get_string_list(file, *section, *key, NULL, NULL);
                for (char **phrase = phrases; *phrase; phrase++, sought++) {
                    cr_expect(is_found(arena, phrase_text(arena, *phrase, false)), "%s: \"%s\"", path, *phrase);
                    if (may_be_joined(*phrase) && strchr(*phrase, ' ') && ++joined)
                        cr_expect(is_found(arena, phrase_text(arena, *phrase, true)), "%s: \"%s\" as one", path, *phrase);
                }
                arena_clear(arena);
            }
        }
        arena_free(&arena);
    }
    cr_assert(sought > 10000 && joined > 1000, "%zu, %zu", sought, joined);
}
