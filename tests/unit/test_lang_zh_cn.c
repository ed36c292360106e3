/* What a partner writes in simplified Chinese: fields, sentences, tables, what is shown and what is right. */
#include "reading_fixture.h"

static const Sample claims[] = {
    {"您好，我们在KPI仪表板上没有看到以下采购：\n"
     "月份：1月\n"
     "年份：2020\n"
     "OMLP 类型：数字MOC\n"
     "购买单位：25\n"
     "发票编号：INV-2001-15\n"
     "KPI 值：25\n"
     "收入值：12,500.00元\n"
     "MPN ID：4471903\n"
     "谢谢！\n"
     "王芳",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500.00 CNY"},
    {"我们公司于2020年1月购买了25份dMOC，发票号码INV-2001-15，金额12500元，KPI应为25，但仪表板上没有显示。请核查。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"您好，2020年1月发票INV-2001-15的KPI值不是20而是25。数量25份，类型dMOC，金额1.25万元。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"仪表板显示KPI为20，但根据发票INV-2001-15应为25。\n"
     "开票日期：2020年1月15日\n"
     "产品：dMOC\n"
     "数量：25\n"
     "金额：¥12,500.00",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500.00 CNY"},
    {"月份\t年份\tOMLP类型\t购买单位\t发票编号\tKPI值\t收入值\n"
     "1月\t2020\t数字MOC\t25\tINV-2001-15\t25\t12,500.00\n"
     "12月\t2019\t纸质MOC\t10\tINV-1912-03\t10\t16,500.00\n"
     "合计\t\t\t35\t\t35\t29,000.00",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500.00\nm=12 y=2019 t=moc u=10 n=INV-1912-03 k=10 r=16500.00"},
    {"以下两笔采购没有计入KPI：\n"
     "1. 发票INV-2001-15，2020年1月，dMOC，25份，KPI 25，12500元\n"
     "2. 发票INV-1912-03，2019年12月，MOC，10本，KPI 10，16500元",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY\nm=12 y=2019 t=moc u=10 n=INV-1912-03 k=10 r=16500 CNY"},
    {"二〇二〇年一月开具的发票（编号INV-2001-15），共25份dMOC，合计人民币壹万贰仟伍佰元整，KPI 25，仪表板未显示。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"抱歉，刚才写错了，不是2019年1月，是2020年1月。发票号INV-2001-15，dMOC 25份，KPI 25，金额12500元。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"发票号码：INV-2001-15\n"
     "开票日期：2020/1/15\n"
     "产品名称：数字MOC\n"
     "数量：25\n"
     "不含税金额：12500.00\n"
     "价税合计：14125.00\n"
     "KPI：25",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500.00"},
    {"我司2020年1月采购dMOC共25套，仪表板只显示20套，KPI也只有20。发票号：INV-2001-15，总金额12500元，KPI应该是25。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"发票代码：011001900111\n"
     "发票号码：12345678\n"
     "2020年1月，数字MOC，25份，KPI 25，不含税金额12500元，仪表板没有显示",
     "m=1 y=2020 t=dmoc u=25 n=12345678 k=25 r=12500 CNY"},
    {"购买数量：25（仪表板显示20）\n"
     "KPI值：25（仪表板显示20）\n"
     "发票编号：INV-2001-15\n"
     "年月：2020年1月\n"
     "类型：dMOC\n"
     "收入：12500元",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"项目 | 仪表板显示 | 应为\n"
     "购买单位 | 20 | 25\n"
     "KPI值 | 20 | 25\n"
     "收入值 | 10000 | 12500\n"
     "发票编号：INV-2001-15，2020年1月，dMOC",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500"},
    {"发票编号：INV-2001-15\n"
     "月份：１月\n"
     "年份：２０２０\n"
     "类型：ｄＭＯＣ\n"
     "数量：２５\n"
     "ＫＰＩ值：２５\n"
     "金额：￥１２，５００．００",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500.00 CNY"},
    {"发票编号 INV-2001-15\n"
     "月份 1月\n"
     "年份 2020年\n"
     "OMLP类型 在线实验室\n"
     "购买单位 40\n"
     "KPI值 40\n"
     "收入值 3.6万元",
     "m=1 y=2020 t=mlo u=40 n=INV-2001-15 k=40 r=36000 CNY"},
    {"1月份的25份dMOC没有显示，发票INV-2001-15，KPI 25，12500元。",
     "m=1 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"考试券 8张，发票号 FP20200115，2020年1月，KPI 8，收入 8,800元，未显示。",
     "m=1 y=2020 t=exam_voucher u=8 n=FP20200115 k=8 r=8800 CNY"},
    {"仪表板上显示的是20，实际应为25。发票：INV-2001-15。购买单位25，2020年1月，类型为dMOC，收入12500。KPI是25。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500"},
    {"关于发票INV-2001-15：仪表板把1月的购买记为2019年12月，正确的是2020年1月。dMOC 25份，KPI值25，收入12,500元。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"发票号：INV-2001-15，金额：待确认，数量：25，类型：dMOC，2020年1月，KPI：25",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25"},
    {"发票号：INV-2001-15；月份：2020-01；类型：MOC点播；数量：12；KPI：12；收入：0元",
     "m=1 y=2020 t=moc_on_demand u=12 n=INV-2001-15 k=12 r=0 CNY"},
    {"附件是订单确认（订单号PO-778812）。我们2020年1月买了25套dMOC，发票INV-2001-15，总共12500元，KPI 25没有体现。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"我们采购的是25份而不是20份dMOC，发票号INV-2001-15，时间为2020年1月，金额为12500元，KPI为25。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"KPI由20改为25，发票号INV-2001-15，2020年1月，dMOC，数量25，金额12500元。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500 CNY"},
    {"发票INV-2001-15的收入应为1.25万，仪表板显示1.0万。2020年1月，dMOC，25份，KPI 25。",
     "m=1 y=2020 t=dmoc u=25 n=INV-2001-15 k=25 r=12500"},
    {"发票号：№ 00123456\n"
     "2020年1月份\n"
     "数字MOC 25份\n"
     "KPI 25\n"
     "合计金额：12500.00元",
     "m=1 y=2020 t=dmoc u=25 n=00123456 k=25 r=12500.00 CNY"},
    {"以下采购未体现：\n"
     "发票编号：A-101\n"
     "月份：2020年1月\n"
     "类型：dMOC\n"
     "数量：10\n"
     "KPI：10\n"
     "收入：5000元\n"
     "\n"
     "发票编号：A-102\n"
     "月份：2020年1月\n"
     "类型：纸质MOC\n"
     "数量：5\n"
     "KPI：5\n"
     "收入：8250元",
     "m=1 y=2020 t=dmoc u=10 n=A-101 k=10 r=5000 CNY\nm=1 y=2020 t=moc u=5 n=A-102 k=5 r=8250 CNY"},
};

Test(lang_zh_cn, claims) {
    EXPECT_CLAIMS(claims);
}

/* Written in March 2021. */
static const Sample relative[] = {
    {"上个月购买的25份dMOC没有显示，发票编号A-1201，金额12500元，KPI值25。", "m=2 y=2021 t=dmoc u=25 n=A-1201 k=25 r=12500 CNY"},
    {"去年12月购买的10本纸质MOC没有显示，发票编号A-1201，金额16500元，KPI值10。", "m=12 y=2020 t=moc u=10 n=A-1201 k=10 r=16500 CNY"},
};

Test(lang_zh_cn, dates_told_from_the_day_of_writing) {
    EXPECT_CLAIMS(relative);
}

/* Twice the text takes about twice the time, with line breaks and as one line. */
Test(lang_zh_cn, growth) {
    static const char *const pieces[] = {
        "2020年1月购买的数字MOC二十五份（发票编号INV-2001-15，12,500元）没有显示，KPI值不是20而是25。\n",
        "2020年1月购买的数字MOC二十五份（发票编号INV-2001-15，12,500元）没有显示，KPI值不是20而是25。",
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
