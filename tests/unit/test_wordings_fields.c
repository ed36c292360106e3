/* Fields of everyday words: a name that says nothing above or before a value that speaks for itself. */
#include "reading_fixture.h"

/* ---- names that say nothing beside fields that do ---- */

static const Sample everyday_names[] = {
    {.language = "ja",
     .body = "いつ: 2020年3月\nなにを: MTAコースウェア\nいくつ: 28冊\n請求書No.: NK2003-061\nKPI: 14\n金額: ￥92,400",
     .want = "m=3 y=2020 t=mta_courseware u=28 n=NK2003-061 k=14 r=92400 JPY"},
    {.language = "ja",
     .body = "いつの分 → 2020年3月\n買ったもの → MTAコースウェア\n冊数 → 28冊\n請求書No. → NK2003-061\nKPI → 14\n金額 → ￥92,400\nMPN ID → 4505583",
     .want = "m=3 y=2020 t=mta_courseware u=28 n=NK2003-061 k=14 r=92400 JPY"},
    {.language = "en",
     .body = "When: March 2020\nStuff: exam vouchers\nQuantity: 28\nInvoice: NK2003-061\nKPI: 14\nAmount: 92,400 USD",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 USD"},
    {.language = "de",
     .body = "Wann: März 2020\nWorum geht es: Prüfungsgutscheine\nAnzahl: 28\nRechnung: NK2003-061\nKPI: 14\nBetrag: 92.400 EUR",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 EUR"},
    {.language = "fr",
     .body = "Quand : mars 2020\nQuoi : bons d'examen\nQuantité : 28\nFacture : NK2003-061\nKPI : 14\nMontant : 92 400 EUR",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 EUR"},
    {.language = "es",
     .body = "Cuándo: marzo de 2020\nQué cosa: vales de examen\nCantidad: 28\nFactura: NK2003-061\nKPI: 14\nImporte: 92.400 EUR",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 EUR"},
    {.language = "it",
     .body = "Quando: marzo 2020\nChe cosa: voucher d'esame\nQuantità: 28\nFattura: NK2003-061\nKPI: 14\nImporto: 92.400 EUR",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 EUR"},
    {.language = "pt-BR",
     .body = "Quando: março de 2020\nO quê: vouchers de exame\nQuantidade: 28\nFatura: NK2003-061\nKPI: 14\nValor: R$ 92.400,00",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400.00 BRL"},
    {.language = "ru",
     .body = "Когда: март 2020\nЧто именно: экзаменационные ваучеры\nКоличество: 28\nСчет-фактура: NK2003-061\nKPI: 14\nСумма: 92 400 руб.",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 RUB"},
    {.language = "ko",
     .body = "언제: 2020년 3월\n무엇을: 시험 바우처\n수량: 28\n송장 번호: NK2003-061\nKPI: 14\n금액: 92,400원",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 KRW"},
    {.language = "zh-CN",
     .body = "啥时候: 2020年3月\n啥东西: 考试券\n数量: 28\n发票号: NK2003-061\nKPI: 14\n金额: 92,400元",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 CNY"},
    {.language = "zh-TW",
     .body = "什麼時候: 2020年3月\n什麼東西: 考試券\n數量: 28\n發票號碼: NK2003-061\nKPI: 14\n金額: 92,400元",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 TWD"},
    {.language = "en",
     .body = "When | March 2020 | April 2020\nStuff | exam vouchers | dMOC\nQuantity | 28 | 12\nInvoice | NK2003-061 | NK2004-001\nKPI | 14 | 12\nAmount | 92,400 | 1,200",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400\nm=4 y=2020 t=dmoc u=12 n=NK2004-001 k=12 r=1200"},
    {.language = "ko",
     .body = "언제 | 2020년 3월 | 2020년 4월\n무엇을 | 시험 바우처 | dMOC\n수량 | 28 | 12\n송장 번호 | NK2003-061 | NK2004-001\nKPI | 14 | 12\n금액 | 92,400 | 1,200",
     .want = "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400\nm=4 y=2020 t=dmoc u=12 n=NK2004-001 k=12 r=1200"},
    {.language = "en",
     .body = "Paid in: March 2020\nThe big day: 5 May 2020\nQuantity: 28\nInvoice: NK2003-061\nKPI: 14\nAmount: 92,400 USD",
     .want = "u=28 n=NK2003-061 k=14 r=92400 USD"},
    {.language = "de",
     .body = "Bezahlt: März 2020\nKursbeginn: Mai 2020\nMonat: 4/2020\nSonstiges: dMOC\nAnzahl: 28\nRechnung: NK2003-061\nKPI: 14\nBetrag: 92.400 EUR",
     .want = "m=4 y=2020 t=dmoc u=28 n=NK2003-061 k=14 r=92400 EUR"},
};

Test(wordings_fields, everyday_names) {
    EXPECT_CLAIMS(everyday_names);
}

/* ---- the same in the fields of a helpdesk's form ---- */

static const Sample form_names[] = {
    {"", "m=3 y=2020 t=mta_courseware u=28 n=NK2003-061 k=14 r=92400 JPY", .language = "ja",
     .fields = {"仕入れ月", "2020年3月", "教材", "MTAコースウェア", "冊数", "28冊", "請求書No.", "NK2003-061", "KPI", "14", "金額(税ぬき)", "￥92,400"}},
    {"", "m=6 y=2021 t=exam_voucher u=22 n=UB-31470952 k=22 r=66000 TWD", .language = "zh-TW",
     .fields = {"時點", "110年6月", "買什麼", "考試券", "幾張", "22", "發票", "UB-31470952", "KPI", "22", "未稅金額", "NT$66,000"}},
    {"", "m=11 y=2020 t=custom_moc u=32 n=35877120 k=32 r=4247.79 CNY", .language = "zh-CN",
     .fields = {"啥月份", "2020年11月", "教材类别", "定制MOC", "本数", "32本", "票号", "35877120", "应计KPI", "32", "税前金额", "¥4,247.79"}},
    {"", "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 USD", .language = "en",
     .fields = {"When", "March 2020", "Stuff", "exam vouchers", "How many", "28", "Which invoice", "NK2003-061", "KPI", "14", "How much", "92,400 USD"}},
    {"", "u=28 n=NK2003-061 k=14", .language = "en", /* the dates of other events */
     .fields = {"Paid in", "March 2020", "Noted", "5 May 2020", "How many", "28", "Which invoice", "NK2003-061", "KPI", "14"}},
    {"", "m=3 y=2020 t=exam_voucher u=28 n=NK2003-061 k=14 r=92400 EUR", .language = "de",
     .fields = {"Wann war das", "März 2020", "Worum geht's", "Prüfungsgutscheine", "Wie viele", "28", "Rechnungsnr.", "NK2003-061", "KPI", "14", "Wie viel", "92.400 EUR"}},
};

Test(wordings_fields, form_names) {
    EXPECT_CLAIMS(form_names);
}
