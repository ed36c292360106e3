/* Wordings that tell an amount net, gross, or that of the tax. */
#include "reading_fixture.h"

/* The words before their amounts, behind them, and with a rate between. */
static const Sample net[] = {
    {"Invoice 50133, gross 1,200 EUR and net 1,000 EUR.", "n=50133 r=1000 EUR"},
    {"Invoice 50133, 1,200 EUR incl. 19.6 % VAT (1,000 EUR net).", "n=50133 r=1000 EUR"},
    {.language = "de", .body = "Rechnung 50133 über 1.000,00 EUR zzgl. 19% MwSt., gesamt 1.190,00 EUR.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "de", .body = "Rechnung 50133 über 1.297,00 EUR inkl. 29,7 % MwSt., netto 1.000,00 EUR.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "fr", .body = "Facture 50133, montant brut de 1 200,00 € et net de 1 000,00 €.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "fr", .body = "Facture 50133, 1 200,00 € avec 17 % de TVA, base 1 000,00 € HT.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "es", .body = "Factura 50133, importe bruto de 1.210,00 € y neto de 1.000,00 €.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "es", .body = "Factura 50133, 1.270,00 € (IVA del 27% incluido), es decir 1.000,00 € sin IVA.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "it", .body = "Fattura 50133, importo lordo 1.220,00 € e netto 1.000,00 €.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "it", .body = "Fattura 50133 per 1.220,00 € (IVA al 23% compresa), 1.000,00 € netti.", .want = "n=50133 r=1000.00 EUR"},
    {.language = "pt-BR", .body = "Nota fiscal 50133, valor bruto de R$ 1.200,00 e líquido de R$ 1.000,00.", .want = "n=50133 r=1000.00 BRL"},
    {.language = "ru", .body = "Счет-фактура 50133, 1 220,00 руб. с учетом 22 % НДС, без НДС 1 000,00 руб.", .want = "n=50133 r=1000.00 RUB"},
    {.language = "ko", .body = "송장번호 50133, 1,100,000원(부가세 10% 포함)이고 순액은 1,000,000원입니다.", .want = "n=50133 r=1000000 KRW"},
    {.language = "ja", .body = "請求書番号50133、小計1,000円、消費税100円、合計1,100円です。", .want = "n=50133 r=1000 JPY"},
    {.language = "zh-CN", .body = "发票号50133，小计1,000元，增值税130元，总计1,130元。", .want = "n=50133 r=1000 CNY"},
};

Test(wordings_tax, net_before_gross) {
    EXPECT_CLAIMS(net);
}

/* The tax's own amount is no revenue; its name beside another amount takes nothing away from that. */
static const Sample tax[] = {
    {"Invoice 50133, a total of 1,200 EUR of which 200 EUR is VAT.", "n=50133 r=1200 EUR"},
    {"Invoice 50133, 1,000 EUR plus VAT 200 EUR, so 1,200 EUR.", "n=50133 r=1000 EUR"},
    {"Invoice 50133, 1,200 EUR, VAT (20%): 200 EUR.", "n=50133 r=1200 EUR"},
    {"Invoice 50133 over 1,000 EUR without the VAT.", "n=50133 r=1000 EUR"},
    {"Invoice 50133 over 1,000 EUR (VAT comes on top of it).", "n=50133 r=1000 EUR"},
    {.language = "de", .body = "Rechnung 50133, 1.190,00 EUR, davon 190,00 EUR MwSt.", .want = "n=50133 r=1190.00 EUR"},
    {.language = "fr", .body = "Facture 50133, 1 200,00 € dont 200,00 € de TVA.", .want = "n=50133 r=1200.00 EUR"},
    {.language = "es", .body = "Factura 50133, 1.210,00 €, de los cuales 210,00 € son IVA.", .want = "n=50133 r=1210.00 EUR"},
    {.language = "it", .body = "Fattura 50133, 1.220,00 € di cui 220,00 € di IVA.", .want = "n=50133 r=1220.00 EUR"},
    {.language = "pt-BR", .body = "Nota fiscal 50133, R$ 1.200,00, sendo R$ 200,00 de impostos.", .want = "n=50133 r=1200.00 BRL"},
    {.language = "ru", .body = "Счет-фактура 50133 на 1 220,00 руб., НДС 220,00 руб.", .want = "n=50133 r=1220.00 RUB"},
    {.language = "ja", .body = "請求書番号50133、1,100円（うち消費税100円）です。", .want = "n=50133 r=1100 JPY"},
    {.language = "zh-TW", .body = "發票號碼50133，總額1,050元，其中稅額50元。", .want = "n=50133 r=1050 TWD"},
};

Test(wordings_tax, amount_of_the_tax) {
    EXPECT_CLAIMS(tax);
}
