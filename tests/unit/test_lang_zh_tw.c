/* What a partner writes in traditional Chinese: fields, sentences, tables, what is shown and what is right. */
#include "reading_fixture.h"

static const Sample claims[] = {
    {"您好：\n"
     "下列採購未顯示在KPI儀表板上，請協助確認。\n"
     "月份：1月\n"
     "年份：2020\n"
     "OMLP 類型：數位MOC\n"
     "購買單位：25\n"
     "發票號碼：AB-12345678\n"
     "KPI 值：25\n"
     "收益值：NT$62,500\n"
     "MPN ID：4471903\n"
     "謝謝\n"
     "陳怡君",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"本公司於2020年1月購買25套數位MOC，統一發票號碼AB-12345678，未稅金額62,500元，KPI應為25，但儀表板沒有顯示。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"民國109年1月的發票AB-12345678，數位MOC 25份，新台幣62,500元，KPI 25，儀表板上查不到。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"發票日期：109/01/15\n"
     "發票號碼：AB-12345678\n"
     "品名：數位MOC\n"
     "數量：25\n"
     "未稅金額：62,500\n"
     "含稅總計：65,625\n"
     "KPI：25",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500"},
    {"儀表板顯示KPI為20，但應為25。發票號碼AB-12345678，109年1月，dMOC，25份，金額6萬2500元。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"發票號碼AB-12345678，購買單位不是20而是25，KPI值也是25。2020年1月，dMOC，NT$62,500。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"月份\t年份\tOMLP類型\t購買單位\t發票號碼\tKPI值\t收益值\n"
     "1\t2020\t數位MOC\t25\tAB-12345678\t25\t62,500\n"
     "12\t2019\t紙本MOC\t10\tAB-11223344\t10\t16,500\n"
     "總計\t\t\t35\t\t35\t79,000",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500\nm=12 y=2019 t=moc u=10 n=AB-11223344 k=10 r=16500"},
    {"民國一〇九年一月\n"
     "發票號碼：AB-12345678\n"
     "類型：數位MOC\n"
     "數量：二十五\n"
     "KPI：25\n"
     "金額：新臺幣陸萬貳仟伍佰元整",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"抱歉，更正一下：年份是2020年，不是2019年。發票號碼AB-12345678，1月，dMOC，25份，KPI 25，NT$62,500。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"發票號碼：AB-12345678\n"
     "期間：2020年1月\n"
     "產品：線上實驗室\n"
     "數量：40席次\n"
     "KPI：40\n"
     "營收：港幣 36,000 元",
     "m=1 y=2020 t=mlo u=40 n=AB-12345678 k=40 r=36000 HKD"},
    {"發票 AB-12345678（2020年1月、dMOC、25份、KPI 25、NT$62,500）\n"
     "發票 AB-11223344（2019年12月、MOC、10本、KPI 10、NT$16,500）\n"
     "以上兩張發票都沒有顯示。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD\nm=12 y=2019 t=moc u=10 n=AB-11223344 k=10 r=16500 TWD"},
    {"購買數量應為25份，儀表板只有20份。發票號碼AB-12345678，109/1，dMOC，KPI 25，金額62,500元",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"2020年元月份發票AB-12345678，dMOC 25套，未稅6.25萬元，KPI 25，儀表板未反映。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"發票號碼\n"
     "AB-12345678\n"
     "月份\n"
     "1月\n"
     "年份\n"
     "2020\n"
     "OMLP 類型\n"
     "dMOC\n"
     "購買單位\n"
     "25\n"
     "KPI 值\n"
     "25\n"
     "收益值\n"
     "62,500",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500"},
    {"KPI 值：25（儀表板顯示 20）\n"
     "發票號碼：AB-12345678\n"
     "2020年1月\n"
     "數位MOC\n"
     "購買單位：25\n"
     "收益值：NT$62,500元",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"發票號碼：AB-12345678，2020年1月，模擬測驗25份，KPI值：25，收益值：待確認。",
     "m=1 y=2020 t=practice_test u=25 n=AB-12345678 k=25"},
    {"這筆採購（AB-12345678，2020/01）的收益應該是NT$62,500，儀表板卻是NT$26,500。dMOC 25份，KPI 25。",
     "m=1 y=2020 t=dmoc u=25 n=AB-12345678 k=25 r=62500 TWD"},
    {"發票號碼為AB-12345678，開立日期2020年1月15日，品項為客製化MOC，數量25，總額新臺幣62,500元，KPI 25。",
     "m=1 y=2020 t=custom_moc u=25 n=AB-12345678 k=25 r=62500 TWD"},
};

Test(lang_zh_tw, claims) {
    EXPECT_CLAIMS(claims);
}

/* Written in March 2021. */
static const Sample relative[] = {
    {"上個月購買的25份dMOC沒有顯示，發票號碼A-1201，金額62,500元，KPI值25。", "m=2 y=2021 t=dmoc u=25 n=A-1201 k=25 r=62500 TWD"},
    {"去年12月購買的10本紙本MOC沒有顯示，發票號碼A-1201，金額16,500元，KPI值10。", "m=12 y=2020 t=moc u=10 n=A-1201 k=10 r=16500 TWD"},
};

Test(lang_zh_tw, dates_told_from_the_day_of_writing) {
    EXPECT_CLAIMS(relative);
}

/* Twice the text takes about twice the time, with line breaks and as one line. */
Test(lang_zh_tw, growth) {
    static const char *const pieces[] = {
        "民國109年1月購買的數位MOC二十五份（發票號碼AB-12345678，62,500元）沒有顯示，KPI值不是20而是25。\n",
        "民國109年1月購買的數位MOC二十五份（發票號碼AB-12345678，62,500元）沒有顯示，KPI值不是20而是25。",
        "一二三四五六七八九十百千万", "，、／「」", "（２０２０年１月：１２，５００）"};
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        double best = 100;
        for (int tries = 0; tries < 5 && best > 2.5; tries++) {
            double one = reading_seconds("", pieces[i], 400, 2), two = reading_seconds("", pieces[i], 800, 2);
            double growth = two / (one + 0.001);
            best = growth < best ? growth : best;
        }
        cr_expect(best <= 2.5, "\"%s\": twice the text takes %.1f times as long", pieces[i], best);
    }
}
