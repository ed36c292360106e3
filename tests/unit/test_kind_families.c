/* One sale under many headings, in every language: what stands above it decides what the paper is. */
#include "paper_fixture.h"

/* A sale as an invoice tells it: its number and day, its items and totals. */
static const struct Sale {
    const char *facts, *items;
} sales[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {"Contoso Learning Ltd    VAT No. GB123456789\nInvoice No.: INV-117\nInvoice date: 14 January 2020\n",
                     "Description             Qty     Unit price    Amount\nMOC courseware          25      100.00        2,500.00\n"
                     "                                Subtotal      2,500.00\n                                VAT 20 %      500.00\n"
                     "                                Total GBP     3,000.00\n"},
    [LANGUAGE_DE] = {"Nordlicht Seminare GmbH    USt-IdNr. DE123456789\nRechnungsnummer: RE-117\nRechnungsdatum: 14.01.2020\n",
                     "Pos  Bezeichnung        Menge   Einzelpreis   Gesamt\n1    Kursunterlagen     25      100,00        2.500,00\n"
                     "                                Nettobetrag   2.500,00\n                                MwSt. 19 %    475,00\n"
                     "                                Gesamtbetrag  2.975,00\n"},
    [LANGUAGE_FR] = {"Formation Dupont SARL    N° TVA FR12345678901\nFacture n° F2020-117\nDate de facture : 14/01/2020\n",
                     "Désignation             Quantité    Prix unitaire   Montant\nSupport de cours        25          100,00          2 500,00\n"
                     "Total HT                                            2 500,00\nTVA 20 %                                            500,00\n"
                     "Total TTC                                           3 000,00\n"},
    [LANGUAGE_ES] = {"Academia López S.L.    NIF B12345678\nFactura n.º: F-117\nFecha de factura: 14/01/2020\n",
                     "Descripción             Cantidad    Precio      Importe\nMaterial del curso      25          100,00      2.500,00\n"
                     "Base imponible                                  2.500,00\nIVA 21 %                                        525,00\n"
                     "Total                                           3.025,00\n"},
    [LANGUAGE_IT] = {"Rossi Formazione S.r.l.    P.IVA IT01234567890\nFattura n.: 117/2020\nData fattura: 14/01/2020\n",
                     "Descrizione             Quantità    Prezzo unitario   Importo\nMateriale didattico     25          100,00            2.500,00\n"
                     "Imponibile                                            2.500,00\nIVA 22 %                                              550,00\n"
                     "Totale                                                3.050,00\n"},
    [LANGUAGE_PT_BR] = {"Treinamentos Silva Ltda    CNPJ 12.345.678/0001-90\nFatura nº: 2020-117\nData de emissão: 14/01/2020\n",
                        "Descrição               Quantidade  Preço unitário    Valor\nMaterial do curso       25          100,00            2.500,00\n"
                        "Subtotal                                              2.500,00\nICMS 18 %                                             450,00\n"
                        "Total                                                 2.950,00\n"},
    [LANGUAGE_JA] = {"株式会社みどり企画    登録番号 T1234567890123\n請求書番号：S-117\n発行日：2020年1月14日\n",
                     "品名             数量    単価      金額\nMOC教材          25      10,000    250,000\n小計                               250,000\n"
                     "消費税 10%                         25,000\n合計                               275,000\n"},
    [LANGUAGE_KO] = {"(주)한빛교육    사업자등록번호 123-45-67890\n송장 번호: 2020-117\n발행일: 2020-01-14\n",
                     "품목             수량    단가      금액\nMOC 교재         25      10,000    250,000\n공급가액                           250,000\n"
                     "부가세                             25,000\n합계                               275,000\n"},
    [LANGUAGE_RU] = {"ООО «Учебный центр»    ИНН 7701234567\nСчет-фактура № 117\nДата: 14.01.2020\n",
                     "Наименование            Кол-во      Цена          Сумма\nЭлектронный курс        25          1000,00       25000,00\n"
                     "Итого без НДС                                     25000,00\nНДС 20 %                                          5000,00\n"
                     "Всего к оплате                                    30000,00\n"},
    [LANGUAGE_ZH_CN] = {"北京培训有限公司    纳税人识别号 91110000MA01234567\n发票号码：88001042\n开票日期：2020年1月14日\n",
                        "货物名称         数量    单价      金额\nMOC 教材         25      100.00    2500.00\n合计                               2500.00\n"
                        "税额                               325.00\n价税合计                           2825.00\n"},
    [LANGUAGE_ZH_TW] = {"遠見訓練有限公司    統一編號 12345678\n發票號碼：AB-12345678\n發票日期：2020年1月14日\n",
                        "品名             數量    單價      金額\nMOC 教材         25      1,000     25,000\n銷售額                             25,000\n"
                        "營業稅                             1,250\n總計                               26,250\n"},
};

typedef struct Heading {
    Language language;
    const char *text;
    Kind kind;
} Heading;

static void expect_headings(const Heading *headings, size_t n) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
    Arena *arena = arena_new();
    for (size_t i = 0; i < n; i++) {
        const struct Sale *sale = &sales[headings[i].language];
        Document d = {.name = STR("x.txt"), .readable = true};
        d.text = arena_printf(arena, "%s\n%s\n%s", headings[i].text, sale->facts, sale->items);
        kind_judge(lexicon, arena, &d);
        cr_expect(d.kind == headings[i].kind, "\"%s\": want %s, got %s, " STR_FMT, headings[i].text, kind_word(headings[i].kind),
                  kind_word(d.kind), STR_ARG(d.reason));
        arena_clear(arena);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

/* One invoice may be all that a statement has to tell. */
static const Heading statements[] = {
    {LANGUAGE_EN, "STATEMENT OF ACCOUNT", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_EN, "STATEMENT OF ACCOUNT\n\nTAX INVOICE", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_EN, "Account statement 31/01/2020", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_EN, "INVOICE", KIND_INVOICE},
    {LANGUAGE_EN, "TAX INVOICE          Account activity", KIND_INVOICE},
    {LANGUAGE_DE, "Kontoauszug", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_DE, "Zahlungserinnerung\n\nRechnung", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_DE, "Rechnung", KIND_INVOICE},
    {LANGUAGE_FR, "RELEVÉ DE COMPTE", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_FR, "Relance\n\nFacture", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_FR, "FACTURE", KIND_INVOICE},
    {LANGUAGE_ES, "EXTRACTO DE CUENTA", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_ES, "Estado de cuenta\n\nFactura", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_ES, "FACTURA", KIND_INVOICE},
    {LANGUAGE_IT, "ESTRATTO CONTO", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_IT, "Sollecito di pagamento\n\nFattura", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_IT, "FATTURA", KIND_INVOICE},
    {LANGUAGE_PT_BR, "EXTRATO DE CONTA", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_PT_BR, "Lembrete de pagamento\n\nFatura", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_PT_BR, "FATURA", KIND_INVOICE},
    {LANGUAGE_JA, "取引明細書", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_JA, "督促状\n\n請求書", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_JA, "御請求書", KIND_INVOICE},
    {LANGUAGE_KO, "거래내역서", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_KO, "독촉장\n\n청구서", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_KO, "청구서", KIND_INVOICE},
    {LANGUAGE_RU, "АКТ СВЕРКИ", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_RU, "Выписка по счету\n\nСчет-фактура", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_RU, "СЧЕТ-ФАКТУРА", KIND_INVOICE},
    {LANGUAGE_ZH_CN, "对账单", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_ZH_CN, "对账单\n\n增值税专用发票", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_ZH_CN, "增值税专用发票", KIND_INVOICE},
    {LANGUAGE_ZH_TW, "對帳單", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_ZH_TW, "對帳單\n\n統一發票", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_ZH_TW, "統一發票", KIND_INVOICE},
};

/* The page of a folder of invoices shows many a paper; what it names first is that folder. */
static const Heading folders[] = {
    {LANGUAGE_EN, "My invoices\nStatement invoice", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_EN, "My invoices\nInvoice", KIND_INVOICE},
    {LANGUAGE_DE, "Ihre Rechnungen\nKontoauszug Rechnung", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_DE, "Ihre Rechnungen\nRechnung", KIND_INVOICE},
    {LANGUAGE_FR, "Mes factures\nRelevé facture", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_FR, "Mes factures\nFacture", KIND_INVOICE},
    {LANGUAGE_ES, "Mis facturas\nExtracto factura", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_ES, "Mis facturas\nFactura", KIND_INVOICE},
    {LANGUAGE_IT, "Le mie fatture\nEstratto conto fattura", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_IT, "Le mie fatture\nFattura", KIND_INVOICE},
    {LANGUAGE_PT_BR, "Minhas faturas\nExtrato fatura", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_PT_BR, "Minhas faturas\nFatura", KIND_INVOICE},
    {LANGUAGE_RU, "Мои счета\nВыписка счет-фактура", KIND_ACCOUNT_STATEMENT},
    {LANGUAGE_RU, "Мои счета\nСчет-фактура", KIND_INVOICE},
};

/* Shown before it is made: by a line of its own, or beside the name. */
static const Heading drafts[] = {
    {LANGUAGE_EN, "PREVIEW\nINVOICE", KIND_PROFORMA_INVOICE},
    {LANGUAGE_EN, "Invoice (preview)", KIND_PROFORMA_INVOICE},
    {LANGUAGE_EN, "INVOICE\n*** SAMPLE ***", KIND_PROFORMA_INVOICE},
    {LANGUAGE_EN, "Sample Media Ltd\nINVOICE", KIND_INVOICE},
    {LANGUAGE_DE, "RECHNUNG (Vorschau)", KIND_PROFORMA_INVOICE},
    {LANGUAGE_DE, "MUSTER\nRechnung", KIND_PROFORMA_INVOICE},
    {LANGUAGE_DE, "Rechnung               MUSTER", KIND_PROFORMA_INVOICE},
    {LANGUAGE_DE, "Muster GmbH\nMax Muster\nRechnung", KIND_INVOICE},
    {LANGUAGE_FR, "APERÇU\nFACTURE", KIND_PROFORMA_INVOICE},
    {LANGUAGE_FR, "Facture - spécimen", KIND_PROFORMA_INVOICE},
    {LANGUAGE_FR, "Formations Aperçu SAS\nFACTURE", KIND_INVOICE},
    {LANGUAGE_ES, "VISTA PREVIA\nFACTURA", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ES, "Factura (muestra)", KIND_PROFORMA_INVOICE},
    {LANGUAGE_IT, "Anteprima di stampa\nFATTURA", KIND_PROFORMA_INVOICE},
    {LANGUAGE_IT, "Fattura (anteprima)", KIND_PROFORMA_INVOICE},
    {LANGUAGE_PT_BR, "PRÉ-VISUALIZAÇÃO\nFATURA", KIND_PROFORMA_INVOICE},
    {LANGUAGE_PT_BR, "Fatura (amostra)", KIND_PROFORMA_INVOICE},
    {LANGUAGE_JA, "プレビュー\n請求書", KIND_PROFORMA_INVOICE},
    {LANGUAGE_JA, "請求書（見本）", KIND_PROFORMA_INVOICE},
    {LANGUAGE_KO, "미리보기\n청구서", KIND_PROFORMA_INVOICE},
    {LANGUAGE_KO, "세금계산서 (견본)", KIND_PROFORMA_INVOICE},
    {LANGUAGE_RU, "ЧЕРНОВИК\nСчет-фактура", KIND_PROFORMA_INVOICE},
    {LANGUAGE_RU, "Счет-фактура (образец)", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ZH_CN, "预览\n增值税专用发票", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ZH_CN, "增值税专用发票（样张）", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ZH_TW, "預覽\n統一發票", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ZH_TW, "電子發票（樣張）", KIND_PROFORMA_INVOICE},
};

/* To ask for a part before the sale is no bill of that part. */
static const Heading requests[] = {
    {LANGUAGE_EN, "Request for Advance Payment\nInvoice\n\nYour final invoice will be sent after delivery.", KIND_PROFORMA_INVOICE},
    {LANGUAGE_EN, "Advance Payment Invoice\n\nYour final invoice will be sent after delivery.", KIND_INVOICE},
    {LANGUAGE_DE, "Anzahlungsanforderung\n\nDie Schlussrechnung erhalten Sie nach Lieferung.", KIND_PROFORMA_INVOICE},
    {LANGUAGE_DE, "Anzahlungsrechnung\n\nDie Schlussrechnung erhalten Sie nach Lieferung.", KIND_INVOICE},
    {LANGUAGE_FR, "Demande d'acompte\n\nLa facture de solde vous sera adressée après la formation.", KIND_PROFORMA_INVOICE},
    {LANGUAGE_FR, "Facture d'acompte\n\nLa facture de solde vous sera adressée après la formation.", KIND_INVOICE},
    {LANGUAGE_ES, "Solicitud de anticipo\n\nLa factura final se enviará tras la entrega.", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ES, "Factura de anticipo\n\nLa factura final se enviará tras la entrega.", KIND_INVOICE},
    {LANGUAGE_IT, "Richiesta di acconto\n\nLa fattura a saldo sarà emessa alla consegna.", KIND_PROFORMA_INVOICE},
    {LANGUAGE_IT, "Fattura di acconto\n\nLa fattura a saldo sarà emessa alla consegna.", KIND_INVOICE},
    {LANGUAGE_PT_BR, "Solicitação de adiantamento\n\nA fatura final será enviada após a entrega.", KIND_PROFORMA_INVOICE},
    {LANGUAGE_PT_BR, "Fatura de adiantamento\n\nA fatura final será enviada após a entrega.", KIND_INVOICE},
    {LANGUAGE_JA, "前払依頼書\n\n最終請求書は納品後にお送りいたします。", KIND_PROFORMA_INVOICE},
    {LANGUAGE_JA, "前払請求書\n\n最終請求書は納品後にお送りいたします。", KIND_INVOICE},
    {LANGUAGE_KO, "선금 요청서\n\n최종 세금계산서는 납품 후 발행됩니다.", KIND_PROFORMA_INVOICE},
    {LANGUAGE_RU, "Запрос аванса", KIND_PROFORMA_INVOICE},
    {LANGUAGE_RU, "Авансовый счет-фактура", KIND_INVOICE},
    {LANGUAGE_ZH_CN, "预付款申请\n\n最终发票将于交货后开具。", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ZH_CN, "预付款发票\n\n最终发票将于交货后开具。", KIND_INVOICE},
    {LANGUAGE_ZH_TW, "預付款請求\n\n最終發票將於交貨後開立。", KIND_PROFORMA_INVOICE},
    {LANGUAGE_ZH_TW, "預付款發票\n\n最終發票將於交貨後開立。", KIND_INVOICE},
};

/* No heading at all: the label of its number names it. */
static const Heading untitled[] = {
    {LANGUAGE_EN, "", KIND_INVOICE},
    {LANGUAGE_DE, "", KIND_INVOICE},
    {LANGUAGE_FR, "", KIND_INVOICE},
    {LANGUAGE_ES, "", KIND_INVOICE},
    {LANGUAGE_IT, "", KIND_INVOICE},
    {LANGUAGE_PT_BR, "", KIND_INVOICE},
    {LANGUAGE_JA, "", KIND_INVOICE},
    {LANGUAGE_KO, "", KIND_INVOICE},
    {LANGUAGE_RU, "", KIND_INVOICE},
    {LANGUAGE_ZH_CN, "", KIND_INVOICE},
    {LANGUAGE_ZH_TW, "", KIND_INVOICE},
};

Test(kind_families, headings) {
    expect_headings(statements, sizeof statements / sizeof *statements);
    expect_headings(folders, sizeof folders / sizeof *folders);
    expect_headings(drafts, sizeof drafts / sizeof *drafts);
    expect_headings(requests, sizeof requests / sizeof *requests);
    expect_headings(untitled, sizeof untitled / sizeof *untitled);
}
