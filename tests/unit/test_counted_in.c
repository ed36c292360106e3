/* What a label, a column or a heading says of all its figures: the power of ten they are counted in, the year they are of. */
#include "parsers/scale.h"
#include "reading_fixture.h"

static const struct {
    const char *header;
    int power;
} headers[] = {
    {"Revenue (in thousands)", 3}, {"Revenue, k EUR", 3}, {"CA (k€)", 3}, {"Umsatz in TEUR", 3}, {"Umsatz (Tsd. EUR)", 3},
    {"CA en milliers d'euros", 3}, {"Ingresos (miles de euros)", 3}, {"Receita (R$ mil)", 3}, {"Ricavi (migliaia di euro)", 3},
    {"Выручка, тыс. руб.", 3}, {"Выручка, т.р.", 3}, {"Выручка (в тысячах рублей)", 3}, {"売上（千円）", 3}, {"売上（百万円）", 6},
    {"매출(만원)", 4}, {"收入（万元）", 4}, {"收入（萬元）", 4}, {"Revenue USD '000", 3}, {"Revenue (000)", 3}, {"Umsatz Mio. EUR", 6}, {"Revenue M€", 6},
    {"Total CHF inkl. MWST", 0}, {"Umsatz exkl. MWST", 0}, {"Revenue MUSD", 6}, {"Revenue", 0}, {"Revenue (EUR)", 0}, {"CA HT", 0}, {"Umsatz netto", 0}, {"売上（円）", 0}, {"收入（元）", 0}, {"매출(원)", 0},
    {"Revenue (£000)", 3}, {"매출 (천 원)", 3}, {"매출(천달러)", 3}, {"売上（千ユーロ）", 3}, {"收益(仟元)", 3}, {"收益（NTD 千）", 3}, {"收益(KNTD)", 3}, {"收入(KRMB)", 3},
    {"Ingresos T1", 0}, {"Revenue 2000", 0}, {"KPI m", 0}, {"Выручка за тур", 0}, {"千葉支店の売上", 0},
};

Test(counted_in, headers) {
    for (size_t i = 0; i < G_N_ELEMENTS(headers); i++) {
        Arena *arena = arena_new();
        Text text;
        text_fold(arena, arena_cstr(arena, headers[i].header), &text);
        size_t unit;
        int got = scale_of_header(text.folded, &unit);
        cr_expect(got == headers[i].power, "%s: 10^%d, not 10^%d", headers[i].header, got, headers[i].power);
        arena_free(&arena);
    }
}

static const Sample fields[] = {
    {.language = "en", .body = "Invoice: A-77\nRevenue (in thousands): 84.5", .want = "n=A-77 r=84500"},
    {.language = "de", .body = "Rechnungsnr.: A-77\nUmsatz in TEUR: 84,5", .want = "n=A-77 r=84500 EUR"},
    {.language = "de", .body = "Rechnungsnr.: A-77\nUmsatz: 84,5 TEUR", .want = "n=A-77 r=84500 EUR"},
    {.language = "ru", .body = "Счет-фактура: А-77\nВыручка, тыс. руб.: 96", .want = "n=А-77 r=96000 RUB"},
    {.language = "ru", .body = "Счет-фактура: А-77\nВыручка: 96 т.р.", .want = "n=А-77 r=96000 RUB"},
    {.language = "ru", .body = "Счет-фактура: А-77\nВыручка, тыс. руб.: 96 тыс. руб.", .want = "n=А-77 r=96000 RUB"}, /* said twice, counted once */
    {.language = "ja", .body = "請求書番号：A-77\n売上（千円）：845", .want = "n=A-77 r=845000 JPY"},
    {.language = "zh-CN", .body = "发票号码：A-77\n收入（万元）：8.45", .want = "n=A-77 r=84500 CNY"},
    {.language = "en", .body = "Invoice: A-77\nRevenue (k€): 84.5\nKPI: 25", .want = "n=A-77 k=25 r=84500 EUR"},
    {.language = "en", .body = "Invoice\tUnits\tRevenue, k USD\nA-1201\t12\t1.2\nA-1202\t40\t4.05\n",
     .want = "u=12 n=A-1201 r=1200 USD\nu=40 n=A-1202 r=4050 USD"},
};

Test(counted_in, fields) {
    EXPECT_CLAIMS(fields);
}

/* The currency is one word with the scale. */
static const Sample joined[] = {
    {.language = "en", .body = "Invoice # | Units | Revenue (£k)\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 GBP"},
    {.language = "en", .body = "Invoice # | Units | Revenue in thousands of USD\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 USD"},
    {.language = "de", .body = "Invoice # | Units | Umsatz in T€\nA-77 | 25 | 84,5\n", .want = "u=25 n=A-77 r=84500 EUR"},
    {.language = "fr", .body = "Invoice # | Units | CA HT en k€\nA-77 | 25 | 84,5\n", .want = "u=25 n=A-77 r=84500 EUR"},
    {.language = "es", .body = "Invoice # | Units | Ingresos (k€)\nA-77 | 25 | 84,5\n", .want = "u=25 n=A-77 r=84500 EUR"},
    {.language = "it", .body = "Invoice # | Units | Ricavi in migliaia di €\nA-77 | 25 | 84,5\n", .want = "u=25 n=A-77 r=84500 EUR"},
    {.language = "pt-BR", .body = "Invoice # | Units | Receita (k€)\nA-77 | 25 | 84,5\n", .want = "u=25 n=A-77 r=84500 EUR"},
    {.language = "ru", .body = "Invoice # | Units | Выручка, тыс. ₽\nA-77 | 25 | 84,5\n", .want = "u=25 n=A-77 r=84500 RUB"},
    {.language = "ja", .body = "Invoice # | Units | 売上（千ドル）\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500"},
    {.language = "ja", .body = "Invoice # | Units | 売上（千米ドル）\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 USD"},
    {.language = "ko", .body = "Invoice # | Units | 매출(천원)\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 KRW"},
    {.language = "ko", .body = "Invoice # | Units | 매출 (천 원)\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 KRW"},
    {.language = "ko", .body = "Invoice # | Units | 매출(천유로)\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 EUR"},
    {.language = "zh-CN", .body = "Invoice # | Units | 收入（仟元）\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 CNY"},
    {.language = "zh-TW", .body = "Invoice # | Units | 收益（仟元）\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 TWD"},
    {.language = "zh-TW", .body = "Invoice # | Units | 收益（KNTD）\nA-77 | 25 | 84.5\n", .want = "u=25 n=A-77 r=84500 TWD"},
};

Test(counted_in, joined) {
    EXPECT_CLAIMS(joined);
}

/* Thousands in the words of sentences. */
static const Sample prose[] = {
    {.language = "en", .body = "Invoice A-77, revenue 36 thousand euros.", .want = "n=A-77 r=36000 EUR"},
    {.language = "de", .body = "Rechnung A-77, Umsatz 36 Tausend Euro.", .want = "n=A-77 r=36000 EUR"},
    {.language = "fr", .body = "Facture A-77, chiffre d’affaires 36 milliers d’euros.", .want = "n=A-77 r=36000 EUR"},
    {.language = "es", .body = "Factura A-77, ingresos 36 miles de euros.", .want = "n=A-77 r=36000 EUR"},
    {.language = "it", .body = "Fattura A-77, ricavi 36 migliaia di euro.", .want = "n=A-77 r=36000 EUR"},
    {.language = "it", .body = "Fattura A-77, ricavi 1,2 milioni di euro.", .want = "n=A-77 r=1200000 EUR"},
    {.language = "pt-BR", .body = "Fatura A-77, receita 36 milhares de reais.", .want = "n=A-77 r=36000 BRL"},
    {.language = "ru", .body = "Счёт-фактура А-77, выручка 36 тысяч рублей.", .want = "n=А-77 r=36000 RUB"},
    {.language = "ja", .body = "請求書番号A-77、売上は36千円です。", .want = "n=A-77 r=36000 JPY"},
    {.language = "ko", .body = "송장번호 A-77, 매출 3만6천원입니다.", .want = "n=A-77 r=36000 KRW"},
    {.language = "zh-CN", .body = "发票号码A-77，收入36仟元。", .want = "n=A-77 r=36000 CNY"},
    {.language = "zh-TW", .body = "發票號碼A-77，收益 36 仟元。", .want = "n=A-77 r=36000 TWD"},
    {.language = "zh-TW", .body = "發票號碼A-77，收益3萬6仟5佰元。", .want = "n=A-77 r=36500 TWD"},
};

Test(counted_in, prose) {
    EXPECT_CLAIMS(prose);
}

#define TABLE(month, number) "\n\n" month "\t" number "\tKPI\n"

static const Sample years[] = {
    {.language = "en", .body = "Please check our two purchases of 2020:" TABLE("Month", "Invoice #") "May\tA-311\t10\nJune\tA-358\t25\n",
     .want = "m=5 y=2020 n=A-311 k=10\nm=6 y=2020 n=A-358 k=25"},
    {.language = "it", .body = "Vi elenco gli acquisti del 2022 che vorremmo far controllare." TABLE("Mese", "Ft.") "marzo\tA-311\t10\ngiugno\tA-358\t25\n",
     .want = "m=3 y=2022 n=A-311 k=10\nm=6 y=2022 n=A-358 k=25"},
    {.language = "ru", .body = "Просим сверить закупки за 2020 год." TABLE("Месяц", "№ счёта-фактуры") "июль\tA-311\t10\nавгуст\tA-358\t25\n",
     .want = "m=7 y=2020 n=A-311 k=10\nm=8 y=2020 n=A-358 k=25"},
    {.language = "de", .body = "Unsere Käufe aus dem Jahr 2021 fehlen." TABLE("Monat", "Rechnungsnr.") "Mai\tA-311\t10\nJuni\tA-358\t25\n",
     .want = "m=5 y=2021 n=A-311 k=10\nm=6 y=2021 n=A-358 k=25"},
    /* the year of something else is none of the purchases' */
    {.language = "en", .body = "We have been a partner since 2015." TABLE("Month", "Invoice #") "May\tA-311\t10\nJune\tA-358\t25\n",
     .want = "m=5 n=A-311 k=10\nm=6 n=A-358 k=25"},
};

Test(counted_in, years) {
    EXPECT_CLAIMS(years);
}
