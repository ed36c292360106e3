/* Wordings of East Asia: tables aligned on the screen, counted fields, words with blanks between their letters. */
#include "reading_fixture.h"

/* ---- tables aligned by blanks of both widths, with sums ---- */

static const Sample aligned_tables[] = {
    /* full-width indent, ordinals, total */
    {.language = "ja",
     .body = "下記３件がダッシュボードに反映されていません。\n"
             "\n"
             "　　請求書番号     計上年月    教材種別                数量   KPI    税抜金額(円)\n"
             "--------------------------------------------------------------------------------\n"
             "①　SI221014-02    2020年10月  MOC(印刷版)             24     24       480,000\n"
             "②　SI221109-01    2020年11月  認定試験バウチャー      15     15       247,500\n"
             "③　SI221213-05    2020年12月  カスタムMOC             10     10       320,000\n"
             "--------------------------------------------------------------------------------\n"
             "　　合計                                                49     49     1,047,500",
     .want = "m=10 y=2020 t=moc u=24 n=SI221014-02 k=24 r=480000 JPY\nm=11 y=2020 t=exam_voucher u=15 n=SI221109-01 k=15 r=247500 JPY\nm=12 y=2020 t=custom_moc u=10 n=SI221213-05 k=10 r=320000 JPY"},
    /* no ordinals total */
    {.language = "zh-TW",
     .body = "下列兩筆未顯示：\n"
             "\n"
             "　項次　年/月     品名          數量    發票號碼       KPI    銷售額(未稅)\n"
             "　----------------------------------------------------------------------\n"
             "　  1   110/01    紙本MOC         16    AE-55120331     16     72,000\n"
             "　  2   110/03    客製化MOC       30    AG-10030477     30    180,000\n"
             "　----------------------------------------------------------------------\n"
             "　合計                          46                    46    252,000",
     .want = "m=1 y=2021 t=moc u=16 n=AE-55120331 k=16 r=72000\nm=3 y=2021 t=custom_moc u=30 n=AG-10030477 k=30 r=180000"},
    /* full width digits */
    {.language = "ja",
     .body = "下記がKPIダッシュボードに反映されていません。\n"
             "年月　　　　　種類　　　　数量　請求書番号　　ＫＰＩ　売上（税抜・円）\n"
             "２０２０年１月　デジタルMOC　２５　ＮＫ－１０２２　２５　３１２，５００\n"
             "２０２０年２月　MLO　　　　　１０　ＮＫ－１０２３　１０　　４５，０００\n"
             "合　計　　　　　　　　　　　　３５　　　　　　　　　　３５　３５７，５００",
     .want = "m=1 y=2020 t=dmoc u=25 n=ＮＫ－１０２２ k=25 r=312500 JPY\nm=2 y=2020 t=mlo u=10 n=ＮＫ－１０２３ k=10 r=45000 JPY"},
    /* box rules */
    {.language = "zh-CN",
     .body = "下面两张发票在仪表板上没有：\n"
             "发票号        年月       类型        数量   KPI   收入(元)\n"
             "────────────────────────────\n"
             "FP-2001       2020-10    数字MOC      30    30     8,250\n"
             "FP-2002       2020-11    MLO          12    12     3,300\n"
             "────────────────────────────\n"
             "合  计                                42    42    11,550",
     .want = "m=10 y=2020 t=dmoc u=30 n=FP-2001 k=30 r=8250 CNY\nm=11 y=2020 t=mlo u=12 n=FP-2002 k=12 r=3300 CNY"},
    /* box table */
    {.language = "zh-TW",
     .body = "以下兩筆沒有顯示：\n"
             "┌────────┬────────┬──────┬────┬───┬────────┐\n"
             "│發票號碼│年月    │類型  │數量│KPI│未稅金額│\n"
             "├────────┼────────┼──────┼────┼───┼────────┤\n"
             "│AB-1001 │2020/10 │MLO   │30  │30 │8,250   │\n"
             "│AB-1002 │2020/11 │dMOC  │12  │12 │3,300   │\n"
             "├────────┼────────┼──────┼────┼───┼────────┤\n"
             "│合計    │        │      │42  │42 │11,550  │\n"
             "└────────┴────────┴──────┴────┴───┴────────┘",
     .want = "m=10 y=2020 t=mlo u=30 n=AB-1001 k=30 r=8250\nm=11 y=2020 t=dmoc u=12 n=AB-1002 k=12 r=3300"},
    /* spaced header words */
    {.language = "ja",
     .body = "以下2件が未反映です。\n"
             "No   請求書番号   年  月    品  名     数  量   KPI   金  額\n"
             "1    AB-1001      2020/10   MLO        30       30    8,250円\n"
             "2    AB-1002      2020/11   dMOC       12       12    3,300円\n"
             "     小  計                            42       42    11,550円",
     .want = "m=10 y=2020 t=mlo u=30 n=AB-1001 k=30 r=8250 JPY\nm=11 y=2020 t=dmoc u=12 n=AB-1002 k=12 r=3300 JPY"},
    /* aligned */
    {.language = "ko",
     .body = "다음 두 건이 대시보드에 없습니다.\n"
             "송장 번호      연월       유형        수량   KPI   매출(원)\n"
             "--------------------------------------------------------\n"
             "KR-1001        2020-10    디지털 MOC    30    30   825,000\n"
             "KR-1002        2020-11    MLO           12    12   330,000\n"
             "합계                                    42    42  1,155,000",
     .want = "m=10 y=2020 t=dmoc u=30 n=KR-1001 k=30 r=825000 KRW\nm=11 y=2020 t=mlo u=12 n=KR-1002 k=12 r=330000 KRW"},
    /* missing cell in the middle */
    {.language = "ja",
     .body = "以下2件が未反映です。\n"
             "請求書番号     計上年月    教材種別              数量   KPI    税抜金額(円)\n"
             "SI-1014        2020年10月  MOC(印刷版)             24            480,000\n"
             "SI-1109        2020年11月  認定試験バウチャー      15     15     247,500",
     .want = "m=10 y=2020 t=moc u=24 n=SI-1014 r=480000 JPY\nm=11 y=2020 t=exam_voucher u=15 n=SI-1109 k=15 r=247500 JPY"},
    /* total in revenue only */
    {.language = "ja",
     .body = "以下2件が未反映です。\n"
             "請求書番号     計上年月    教材種別              数量   KPI    税抜金額(円)\n"
             "SI-1014        2020年10月  MOC(印刷版)             24    24      480,000\n"
             "SI-1109        2020年11月  認定試験バウチャー      15    15      247,500\n"
             "                                            合計金額             727,500",
     .want = "m=10 y=2020 t=moc u=24 n=SI-1014 k=24 r=480000 JPY\nm=11 y=2020 t=exam_voucher u=15 n=SI-1109 k=15 r=247500 JPY"},
    /* full-width pipes */
    {.language = "zh-CN",
     .body = "下面两张发票没有显示：\n"
             "发票号｜年月｜类型｜数量｜KPI｜收入(元)\n"
             "FP-2001｜2020年10月｜数字MOC｜30｜30｜8250\n"
             "FP-2002｜2020年11月｜MLO｜12｜12｜3300\n"
             "合计｜｜｜42｜42｜11550",
     .want = "m=10 y=2020 t=dmoc u=30 n=FP-2001 k=30 r=8250 CNY\nm=11 y=2020 t=mlo u=12 n=FP-2002 k=12 r=3300 CNY"},
    /* aligned total misaligned */
    {.language = "de",
     .body = "Zwei Rechnungen fehlen:\n"
             "Rechnungsnr.   Monat     Typ    Anzahl   KPI   Umsatz (EUR)\n"
             "RE-1001        10/2020   dMOC   30       30    1.200,00\n"
             "RE-1002        11/2020   MLO    12       12    300,00\n"
             "Summe   42   42   1.500,00",
     .want = "m=10 y=2020 t=dmoc u=30 n=RE-1001 k=30 r=1200.00 EUR\nm=11 y=2020 t=mlo u=12 n=RE-1002 k=12 r=300.00 EUR"},
    /* sum line below with full-width colon */
    {.language = "ja",
     .body = "以下2件が未反映です。\n"
             "請求書番号　年月　種類　数量　KPI　金額\n"
             "SI-1014　2020年10月　MOC　24　24　480,000円\n"
             "SI-1109　2020年11月　MLO　15　15　247,500円\n"
             "総合計：　　　　　39　39　727,500円",
     .want = "m=10 y=2020 t=moc u=24 n=SI-1014 k=24 r=480000 JPY\nm=11 y=2020 t=mlo u=15 n=SI-1109 k=15 r=247500 JPY"},
    /* ordinals with 、 */
    {.language = "zh-TW",
     .body = "下列未顯示：\n"
             "項次  發票號碼      年月      品名        數量   KPI   金額\n"
             "一、  AB-10010001   109/10    dMOC        30     30    82,500\n"
             "二、  AB-10010002   109/11    MLO         12     12    33,000\n"
             "　　　總計                                42     42   115,500",
     .want = "m=10 y=2020 t=dmoc u=30 n=AB-10010001 k=30 r=82500\nm=11 y=2020 t=mlo u=12 n=AB-10010002 k=12 r=33000"},
};

Test(wordings_east, aligned_tables) {
    EXPECT_CLAIMS(aligned_tables);
}

/* ---- counted fields ---- */

static const Sample counted_fields[] = {
    /* colon */
    {.language = "ja",
     .body = "ダッシュボードに反映されていません。\n"
             "年　　月：2020年11月\n"
             "種　　類：デジタルMOC\n"
             "数　　量：30\n"
             "番　　号：NK-2201\n"
             "請求書番号：NK-2201\n"
             "ＫＰＩ値：30\n"
             "金　　額：82,500円（税抜）",
     .want = "m=11 y=2020 t=dmoc u=30 n=NK-2201 k=30 r=82500 JPY"},
    /* circled */
    {.language = "zh-CN",
     .body = "仪表板没有显示：\n"
             "①月份：2020年11月\n"
             "②OMLP类型：数字MOC\n"
             "③购买数量：30\n"
             "④发票编号：FP-2201\n"
             "⑤KPI值：30\n"
             "⑥收入值：82,500元",
     .want = "m=11 y=2020 t=dmoc u=30 n=FP-2201 k=30 r=82500 CNY"},
    /* han ordinals */
    {.language = "zh-CN",
     .body = "仪表板没有显示：\n"
             "一、期　间：2020年11月\n"
             "二、类　型：数字MOC\n"
             "三、数　量：30份\n"
             "四、发 票 号：FP-2201\n"
             "五、KPI 值：30\n"
             "六、金　额：82,500元（不含税）",
     .want = "m=11 y=2020 t=dmoc u=30 n=FP-2201 k=30 r=82500 CNY"},
    /* brackets */
    {.language = "zh-TW",
     .body = "儀表板沒有顯示：\n"
             "（一）期間：109年11月\n"
             "（二）品名：數位MOC\n"
             "（三）數量：30\n"
             "（四）發票號碼：AB-10012201\n"
             "（五）KPI值：30\n"
             "（六）銷售額：82,500元（未稅）",
     .want = "m=11 y=2020 t=dmoc u=30 n=AB-10012201 k=30 r=82500 TWD"},
    /* 1、 */
    {.language = "zh-TW",
     .body = "儀表板沒有顯示：\n"
             "1、期　　間　109年11月\n"
             "2、品　　名　數位MOC\n"
             "3、數　　量　30\n"
             "4、發票號碼　AB-10012201\n"
             "5、ＫＰＩ值　30\n"
             "6、銷 售 額　82,500元（未稅）",
     .want = "m=11 y=2020 t=dmoc u=30 n=AB-10012201 k=30 r=82500 TWD"},
    /* (1) */
    {.language = "ja",
     .body = "反映されていません。\n"
             "(1)対象年月　2020年11月\n"
             "(2)種別　　　デジタルMOC\n"
             "(3)数量　　　30\n"
             "(4)請求書番号　NK-2201\n"
             "(5)KPI値　　30\n"
             "(6)売上高　　82,500円",
     .want = "m=11 y=2020 t=dmoc u=30 n=NK-2201 k=30 r=82500 JPY"},
    /* 대시보드에 없습니다. */
    {.language = "ko",
     .body = "1.월: 2020년 11월\n"
             "2.유형: 디지털 MOC\n"
             "3.수량: 30\n"
             "4.송장번호: KR-2201\n"
             "5.KPI: 30\n"
             "6.금액: 825,000원",
     .want = "m=11 y=2020 t=dmoc u=30 n=KR-2201 k=30 r=825000 KRW"},
};

Test(wordings_east, counted_fields) {
    EXPECT_CLAIMS(counted_fields);
}

/* ---- lines parted by commas; numbers that open with Han ---- */

static const Sample commas_and_series[] = {
    /* stated once above */
    {.language = "zh-CN",
     .body = "hi，下面几张发票都是2020年10月开的数字MOC，合作伙伴ID 4136692，仪表板上没有，帮忙查：\n"
             "\n"
             "发票号,数量,KPI,收入(元)\n"
             "FP-1001,30,30,8250\n"
             "FP-1017,12,12,3300\n"
             "FP-1023,8,暂无,2200\n"
             "合计,50,42,13750\n"
             "\n"
             "辛苦～ 戚",
     .want = "m=10 y=2020 t=dmoc u=30 n=FP-1001 k=30 r=8250 CNY\nm=10 y=2020 t=dmoc u=12 n=FP-1017 k=12 r=3300 CNY\nm=10 y=2020 t=dmoc u=8 n=FP-1023 r=2200 CNY"},
    /* full-width commas */
    {.language = "zh-TW",
     .body = "下列儀表板未顯示：\n"
             "發票號碼，年月，類型，數量，KPI，銷售額\n"
             "AB-10010001，2020/10，dMOC，30，30，82500\n"
             "AB-10010002，2020/11，MLO，12，12，33000",
     .want = "m=10 y=2020 t=dmoc u=30 n=AB-10010001 k=30 r=82500\nm=11 y=2020 t=mlo u=12 n=AB-10010002 k=12 r=33000"},
    {.language = "ja",
     .body = "未反映です。\n"
             "請求書番号,年月,種類,数量,KPI,金額(円)\n"
             "NK-1001,2020/10,dMOC,30,30,82500\n"
             "NK-1002,2020/11,MLO,12,12,33000",
     .want = "m=10 y=2020 t=dmoc u=30 n=NK-1001 k=30 r=82500 JPY\nm=11 y=2020 t=mlo u=12 n=NK-1002 k=12 r=33000 JPY"},
    /* what was asked, answered below */
    {.language = "en",
     .body = "The dashboard shows nothing for these.\n"
             "Month, Year, OMLP type, Purchase unit, Invoice #, KPI value, Revenue value\n"
             "October, 2020, dMOC, 30, AB-1001, 30, 1250.00\n"
             "November, 2020, MLO, 12, AB-1002, 12, 300.00",
     .want = "m=10 y=2020 t=dmoc u=30 n=AB-1001 k=30 r=1250.00\nm=11 y=2020 t=mlo u=12 n=AB-1002 k=12 r=300.00"},
    /* thousands */
    {.language = "en",
     .body = "These are missing on the dashboard:\n"
             "Invoice #,Month,Year,OMLP type,Purchase unit,KPI value,Revenue value (USD)\n"
             "AB-1001,10,2020,dMOC,30,30,1,250.00\n"
             "AB-1002,11,2020,MLO,12,12,\"3,300.00\"",
     .want = "m=10 y=2020 t=dmoc u=30 n=AB-1001 k=30 r=1250.00 USD\nm=11 y=2020 t=mlo u=12 n=AB-1002 k=12 r=3300.00 USD"},
    /* prose lists no table */
    {.language = "de",
     .body = "Sie wollten Monat, Jahr, Typ, Anzahl und Rechnungsnummer wissen,\n"
             "also: Oktober 2020, dMOC, 30 Stück, Rechnung AB-1001, KPI 30, 1250 EUR.",
     .want = "m=10 y=2020 t=dmoc u=30 n=AB-1001 k=30 r=1250 EUR"},
    {.language = "es",
     .body = "Faltan estas compras en el panel:\n"
             "Factura,Mes,Tipo,Unidades,KPI,Ingresos (EUR)\n"
             "AB-1001,octubre 2020,dMOC,30,30,1250\n"
             "AB-1002,noviembre 2020,MLO,12,12,300",
     .want = "m=10 y=2020 t=dmoc u=30 n=AB-1001 k=30 r=1250 EUR\nm=11 y=2020 t=mlo u=12 n=AB-1002 k=12 r=300 EUR"},
    /* number with Han */
    {.language = "ja",
     .body = "下記が反映されていません。\n"
             "年月：2020年11月\n"
             "種類：dMOC\n"
             "数量：30\n"
             "請求書番号：大生協19-1104\n"
             "KPI値：30\n"
             "金額：82,500円",
     .want = "m=11 y=2020 t=dmoc u=30 n=大生協19-1104 k=30 r=82500 JPY"},
    /* number with katakana and 第 */
    {.language = "ja",
     .body = "下記が反映されていません。\n"
             "請求書番号　第2011-0044号\n"
             "年月　2020年11月\n"
             "種類　dMOC\n"
             "数量　30\n"
             "KPI　30\n"
             "売上　82,500円",
     .want = "m=11 y=2020 t=dmoc u=30 n=2011-0044 k=30 r=82500 JPY"},
    /* no number but words */
    {.language = "zh-CN",
     .body = "仪表板没有显示：\n"
             "发票编号：见附件2020\n"
             "月份：2020年11月\n"
             "类型：数字MOC\n"
             "数量：30\n"
             "KPI值：30\n"
             "收入值：82,500元",
     .want = "m=11 y=2020 t=dmoc u=30 k=30 r=82500 CNY"},
    /* with a series */
    {.language = "zh-CN",
     .body = "仪表板没有显示：\n"
             "发票编号：教培字2020-118\n"
             "月份：2020年11月\n"
             "类型：数字MOC\n"
             "数量：30\n"
             "KPI值：30\n"
             "收入值：82,500元",
     .want = "m=11 y=2020 t=dmoc u=30 n=教培字2020-118 k=30 r=82500 CNY"},
};

Test(wordings_east, commas_and_series) {
    EXPECT_CLAIMS(commas_and_series);
}

/* ---- which paper counts is no doubt about a figure ---- */

static const Sample doubt_of_papers[] = {
    /* of papers */
    {.language = "zh-TW",
     .body = "2020/06 考試券 50 張，發票 GH-51060019，KPI 50，銷售額 195,000（TWD，未稅），儀表板只有 40。\n"
             "附上發票跟另一份文件，請確認以哪個為準。",
     .want = "m=6 y=2020 t=exam_voucher u=50 n=GH-51060019 k=50 r=195000 TWD"},
    /* of papers */
    {.language = "zh-CN",
     .body = "2020年6月考试券50张，发票FP-2019，KPI 50，收入19500元，仪表板只有40。发票和订单都附上了，请确认以哪个为准。",
     .want = "m=6 y=2020 t=exam_voucher u=50 n=FP-2019 k=50 r=19500 CNY"},
    /* of papers */
    {.language = "en",
     .body = "Invoice A-1 of June 2020 for 50 exam vouchers, KPI 50, revenue 1,950.00 EUR; the dashboard shows 40. The invoice and an order confirmation are attached, which one is right?",
     .want = "m=6 y=2020 t=exam_voucher u=50 n=A-1 k=50 r=1950.00 EUR"},
    /* of figures */
    {.language = "en",
     .body = "Invoice A-1 of June 2020 for 50 exam vouchers, KPI 50. Accounting says KPI 45. We do not know which is right.",
     .want = "m=6 y=2020 t=exam_voucher u=50 n=A-1 k=?"},
    /* of papers */
    {.language = "de",
     .body = "Rechnung A-1 vom Juni 2020 über 50 Prüfungsgutscheine, KPI 50, das Dashboard zeigt 40. Rechnung und Lieferschein liegen bei, welches stimmt?",
     .want = "m=6 y=2020 t=exam_voucher u=50 n=A-1 k=50"},
};

Test(wordings_east, doubt_of_papers) {
    EXPECT_CLAIMS(doubt_of_papers);
}

