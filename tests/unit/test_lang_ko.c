/* Korean: labels, particles, numbers, dates, sentences, documents, and the language itself (contract section 3). */
#include "reading_fixture.h"
#include "parsers/kind.h"
#include "parsers/language.h"

#define FULL "m=1 y=2021 t=dmoc u=25 n=INV-1001 k=25 r=1250000 KRW"

static const Sample labels[] = {
    {"월: 1월\n년: 2021\nOMLP 형식: 디지털 MOC\n구매 단위: 25\n송장 #: INV-1001\nKPI 값: 25\n수익 값: 1,250,000원\n", FULL},
    {"월 : 1\n연도 : 2021년\nOMLP 유형 : dMOC\n구매 수량 : 25개\n송장번호 : INV-1001\nKPI : 25\n매출액 : ₩1,250,000", FULL},
    {"▶ 구매 월: 2021년 1월\n▶ 제품: 디지털MOC\n▶ 수량: 25부\n▶ 인보이스 번호: INV-1001\n▶ KPI 수치: 25점\n▶ 공급가액: 1,250,000 KRW",
     FULL},
    {"1. 해당 월: 2021.01\n2. 제품명: dMOC\n3. 수량: 25EA\n4. 세금계산서 번호: INV-1001\n5. KPI 값: 25\n6. 금액(부가세 별도): 1,250,000원", FULL},
    {"□ 발행일: 2021-01-14\n□ 품목: 디지털 MOC\n□ 개수: 25 개\n□ 청구서 번호: INV-1001\n□ KPI값: 25\n□ 매출: 125만원", FULL},
    {"발행일자: 2021. 1. 14.\n품명: 디지털 교재\n구매수량: 25권\n송장 No.: INV-1001\nKPI값: 25\n수익: 125만 원", FULL},
    {"작성일자: 2021년 01월 14일\n상품명: 디지털 MOC\n수량: 25개입\n송장 번호: INV-1001\nKPI 값: 25\n공급가액: 금 1,250,000원정",
     "m=1 y=2021 t=dmoc u=25 n=INV-1001 k=25 r=1250000 KRW"},
    {"월/년: 2021년 1월\n종류: dMOC\n라이선스 수: 25개\n송장: INV-1001\nKPI: 25\n수익(KRW): 1,250,000", FULL},
    {"- 기간 : '21년 1월\n- 유형 : dMOC\n- 수량 : 25\n- 송장번호 : INV-1001\n- KPI값 : 25\n- 매출(원) : 1,250,000", FULL},
    {"월\t년\tOMLP 형식\t구매 단위\t송장 번호\tKPI 값\t수익 값\n1월\t2021년\t디지털 MOC\t25\tINV-1001\t25\t1,250,000원\n", FULL},
    {"| 연월 | 제품 | 수량 | 송장번호 | KPI | 금액(원) |\n|---|---|---|---|---|---|\n| 2021.01 | dMOC | 25 | INV-1001 | 25 | 1,250,000 |\n", FULL},
    {"송장번호   구매월     제품     수량   KPI   금액\nINV-1001   2021-01    dMOC     25     25    1,250,000원\n"
     "INV-1002   2021-02    MOC      10     10    500,000원\n합계                           35     35    1,750,000원\n",
     FULL "\nm=2 y=2021 t=moc u=10 n=INV-1002 k=10 r=500000 KRW"},
    {"월：１월\n년：２０２１\nＯＭＬＰ 형식：ｄＭＯＣ\n구매 단위：２５\n송장 번호：ＩＮＶ－１００１\nＫＰＩ 값：２５\n수익 값：１，２５０，０００원\n",
     "m=1 y=2021 t=dmoc u=25 n=ＩＮＶ－１００１ k=25 r=1250000 KRW"},
};

static const Sample sentences[] = {
    {"안녕하세요. 2021년 1월에 디지털 MOC 25개를 구매했으나 대시보드에 표시되지 않습니다. 송장 번호는 INV-1001이고 KPI 값은 25, 금액은 "
     "1,250,000원입니다.",
     FULL},
    {"2021년 1월분 송장 INV-1001(디지털 MOC 25개, 1,250,000원)의 KPI가 20으로 표시되어 있습니다. 25가 맞습니다.", FULL},
    {"INV-1001 송장의 KPI가 25가 아니라 20으로 나옵니다.", "n=INV-1001 k=25"},
    {"송장 INV-1001의 KPI가 20이 아니라 25여야 합니다.", "n=INV-1001 k=25"},
    {"송장 INV-1001 건인데요, KPI가 25인데 20으로 표시됩니다.", "n=INV-1001 k=25"},
    {"송장 INV-1001의 KPI 값이 20으로 되어 있는데 25로 수정해 주세요.", "n=INV-1001 k=25"},
    {"송장 INV-1001: KPI 값을 20에서 25로 정정해 주시기 바랍니다.", "n=INV-1001 k=25"},
    {"송장 INV-1001에 대해 대시보드에는 KPI 20이 표시되지만 실제로는 25입니다.", "n=INV-1001 k=25"},
    {"송장 INV-1001로 25개를 구매했는데 대시보드에는 20개만 반영되어 있습니다.", "u=25 n=INV-1001"},
    {"송장 INV-1001의 수량은 20개가 아니라 25개입니다.", "u=25 n=INV-1001"},
    {"송장 INV-1001의 구매 수량이 25개 대신 20개로 표시됩니다.", "u=25 n=INV-1001"},
    {"송장 INV-1001의 수량이 25개에서 20개로 줄어 있습니다. 25개가 맞습니다.", "u=25 n=INV-1001"},
    {"송장번호 INV-1001의 KPI가 20밖에 안 잡혀 있습니다. 원래 25가 되어야 합니다.", "n=INV-1001 k=25"},
    {"송장 INV-1001: 대시보드 KPI 20, 실제 KPI 25.", "n=INV-1001 k=25"},
    {"지난달에 구매한 MOC 30부(송장 INV-2002)가 누락되었습니다.", "m=2 y=2021 t=moc u=30 n=INV-2002"},
    {"작년 12월 송장 INV-2003이 대시보드에 없습니다.", "m=12 y=2020 n=INV-2003"},
    {"지난해 11월에 발행된 세금계산서 20201114-12345678의 KPI가 반영되지 않았습니다.", "m=11 y=2020 n=20201114-12345678"},
    {"저희는 올해 1월에 시험 바우처 12장을 600,000원에 구매했습니다. 송장 번호: V-100", "m=1 y=2021 t=exam_voucher u=12 n=V-100 r=600000 KRW"},
    {"2020년 12월 15일자 송장 INV-2004 관련 문의입니다. KPI가 보이지 않습니다.", "m=12 y=2020 n=INV-2004"},
    {"20년 12월 송장 INV-2005의 KPI가 누락됐습니다.", "m=12 y=2020 n=INV-2005"},
    {"2021.1월 INV-2006 송장의 KPI가 확인되지 않습니다.", "m=1 y=2021 n=INV-2006"},
    {"앞서 보낸 메일의 연도를 잘못 적었습니다. 2019년이 아니라 2020년입니다. 송장 INV-2007, 3월.", "m=3 y=2020 n=INV-2007"},
    {"정정합니다: 송장 번호는 INV-2008이 아니라 INV-2009입니다. KPI가 누락되었습니다.", "n=INV-2009"},
    {"주문번호 PO-7788로 주문한 건의 송장번호는 INV-2010입니다. KPI가 표시되지 않습니다.", "n=INV-2010"},
    {"송장 INV-2011의 부가세 포함 금액은 1,375,000원이고 공급가액은 1,250,000원입니다. KPI가 누락되었습니다.",
     "n=INV-2011 r=1250000 KRW"},
    {"12만 5천원(부가세 별도)짜리 송장 INV-2012의 KPI가 안 보입니다.", "n=INV-2012 r=125000 KRW"},
    {"저희 MPN ID는 4412345입니다. 연락처는 02-1234-5678, 사업자등록번호는 123-45-67890입니다. 송장 INV-2013의 KPI가 없습니다.", "n=INV-2013"},
    {"한국 교육센터입니다. 송장 INV-2014의 MOC 40부가 표시되지 않습니다. 12개월 동안 구매한 것 중 일부입니다.",
     "t=moc u=40 n=INV-2014"},
    {"송장 INV-2015와 INV-2016의 KPI가 2021년 1월 대시보드에 표시되지 않습니다.", "m=1 y=2021 n=INV-2015\nm=1 y=2021 n=INV-2016"},
    {"KPI는 30이어야 하는데 24로 표시됩니다. 송장은 INV-2017입니다.", "n=INV-2017 k=30"},
    {"대시보드상 수익은 1,000,000원이지만 송장 INV-2018에 따르면 1,250,000원입니다.", "n=INV-2018 r=1250000 KRW"},
    {"송장 INV-2019의 수익 값이 1,000,000원으로 잘못 표시되어 있습니다(정상: 1,250,000원).", "n=INV-2019 r=1250000 KRW"},
    {"송장 INV-2020, MOC 온디맨드 15개, KPI 15 (현재 10으로 표시됨)", "t=moc_on_demand u=15 n=INV-2020 k=15"},
};

/* ---- papers: what they are, whatever they mention ---- */

static const struct {
    const char *text;
    Kind kind;
} papers[] = {
    {"전자세금계산서 (공급받는자 보관용)\n"
     "승인번호 20210114-10000000-12345678\n"
     "공급자 등록번호 123-45-67890 상호 (주)한국교육유통 성명 김대표\n"
     "공급받는자 등록번호 234-56-78901 상호 (주)한빛교육센터\n"
     "작성일자 2021-01-14  공급가액 1,250,000  세액 125,000\n"
     "월 일 품목 규격 수량 단가 공급가액 세액\n"
     "01 14 디지털 MOC 20480 25 50,000 1,250,000 125,000\n"
     "합계금액 1,375,000\n"
     "이 금액을 (청구) 함\n",
     KIND_INVOICE},
    {"청구서\n"
     "청구서 번호: INV-2021-0045\n"
     "청구일: 2021년 1월 14일\n"
     "청구처: 한빛교육센터\n"
     "품목 | 수량 | 단가 | 금액\n"
     "MOC 온디맨드 | 15 | 50,000 | 750,000\n"
     "소계 750,000원\n"
     "부가세 75,000원\n"
     "총 청구 금액 825,000원\n"
     "납부기한: 2021년 2월 14일  입금계좌: 국민은행 123-456-789012\n",
     KIND_INVOICE},
    {"견적송장 (Proforma Invoice)\n"
     "PI No. PI-2021-07\n"
     "날짜: 2021-01-05\n"
     "디지털 MOC 25개 USD 1,100.00\n"
     "본 견적송장은 정식 세금계산서가 아닙니다. 입금 확인 후 세금계산서를 발행해 드립니다.\n",
     KIND_PROFORMA_INVOICE},
    {"거래명세서\n"
     "No. 2021-0114\n"
     "공급자 등록번호 123-45-67890 상호 (주)한국교육유통\n"
     "공급받는자 (주)한빛교육센터 귀하\n"
     "거래일자 2021년 1월 14일\n"
     "품목 수량 단가 공급가액 세액\n"
     "디지털 MOC 25 50,000 1,250,000 125,000\n"
     "합계금액 1,375,000원\n"
     "인수자 (인)   세금계산서는 월말에 일괄 발행됩니다.\n",
     KIND_DELIVERY_NOTE},
    {"견 적 서\n"
     "견적번호: Q-2021-033    견적일자: 2021. 1. 5.\n"
     "한빛교육센터 귀하\n"
     "아래와 같이 견적하오니 검토 바랍니다.\n"
     "품명 수량 단가 금액\n"
     "디지털 MOC 25 50,000 1,250,000\n"
     "합계(부가세 별도) 1,250,000원\n"
     "견적 유효기간: 견적일로부터 30일\n",
     KIND_QUOTATION},
    {"주문 확인서\n"
     "주문번호: SO-77881\n"
     "주문해 주셔서 감사합니다. 고객님의 주문이 정상적으로 접수되었습니다.\n"
     "디지털 MOC 25개 1,250,000원\n"
     "송장은 출고 후 이메일로 발송됩니다.\n",
     KIND_ORDER_CONFIRMATION},
    {"발 주 서\n"
     "발주번호 PO-2021-015   발주일 2021.01.04\n"
     "수신: (주)한국교육유통\n"
     "아래와 같이 발주하오니 납기를 준수하여 납품하여 주시기 바랍니다.\n"
     "품목 수량 단가 금액 납기일\n"
     "디지털 MOC 25 50,000 1,250,000 2021.01.20\n"
     "세금계산서는 납품 후 발행 바랍니다.\n",
     KIND_PURCHASE_ORDER},
    {"수정전자세금계산서\n"
     "승인번호 20210220-10000000-87654321\n"
     "당초 승인번호 20210114-10000000-12345678\n"
     "수정사유: 공급가액 변동\n"
     "공급자 등록번호 123-45-67890 공급받는자 등록번호 234-56-78901\n"
     "작성일자 2021-02-20 공급가액 -250,000 세액 -25,000\n"
     "합계금액 -275,000\n",
     KIND_CREDIT_NOTE},
    {"납부 독촉장\n"
     "(주)한빛교육센터 귀하\n"
     "아래 청구서가 납부기한이 지났으나 아직 입금되지 않았습니다.\n"
     "청구서 번호 INV-2021-0045, 금액 825,000원, 연체일수 20일\n"
     "조속히 납부하여 주시기 바랍니다. 이미 납부하셨다면 본 안내를 무시해 주십시오.\n",
     KIND_ACCOUNT_STATEMENT},
    {"영 수 증\n"
     "영수증 번호 R-5567\n"
     "(주)한빛교육센터 귀하\n"
     "금 1,375,000원정 (부가세 포함)\n"
     "위 금액을 정히 영수함.\n"
     "2021년 1월 20일\n"
     "(주)한국교육유통\n",
     KIND_RECEIPT},
    {"파트너 보고서 - 2021년 1월\n"
     "보고 기간: 2021.01.01 ~ 2021.01.31\n"
     "과정명 | 수강생 수 | 강사 | 만족도\n"
     "AZ-104 | 12 | 김강사 | 4.7\n"
     "총 수강 인원 25명, 평균 만족도 4.6\n",
     KIND_PARTNER_REPORT},
    {"이체확인증\n"
     "이체일시 2021-01-20 10:11\n"
     "받는 분 (주)한국교육유통\n"
     "이체 금액 1,375,000원\n"
     "적요: INV-2021-0045 대금\n",
     KIND_OTHER},
    {"안녕하세요,\n"
     "요청하신 세금계산서를 첨부하여 드립니다. 세금계산서 번호는 20210114-11 입니다.\n"
     "감사합니다.\n",
     KIND_OTHER},
};

Test(lang_ko, papers) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        Document document = {.name = STR("x.txt"), .text = str_of(papers[i].text), .readable = true};
        kind_judge(tree_lexicon(), arena, &document);
        cr_expect(document.kind == papers[i].kind, "#%zu: %s, not %s: " STR_FMT "\n%s", i, kind_word(papers[i].kind),
                  kind_word(document.kind), STR_ARG(document.reason), papers[i].text);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* ---- dates ---- */

static const Sample dates[] = {
    {"기간: 2021년 1월\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: 2021년1월\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: 21년 1월\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: '21년 1월\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: 2021.1월\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: 21.01월\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: 2021. 01.\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: 2021/01\nKPI: 5", "m=1 y=2021 k=5"},
    {"기간: 지난달\nKPI: 5", "m=2 y=2021 k=5"},
    {"기간: 작년 12월\nKPI: 5", "m=12 y=2020 k=5"},
    {"기간: 지난 12월\nKPI: 5", "m=12 y=2020 k=5"},
    {"발행일: 2021년 1월 14일\nKPI: 5", "m=1 y=2021 k=5"},
    {"발행일: 2021. 1. 14. (목)\nKPI: 5", "m=1 y=2021 k=5"},
    {"발행일: 2021-01-14\nKPI: 5", "m=1 y=2021 k=5"},
    {"연도: 21년\n월: 1월\nKPI: 5", "m=1 y=2021 k=5"},
    {"12개월 동안 KPI가 5입니다.", "k=5"}, /* a span of time is no month */
};

/* ---- money and counts ---- */

static const Sample amounts[] = {
    {"수익 값: 125만원\nKPI: 5", "k=5 r=1250000 KRW"},      {"수익 값: 125만 5천원\nKPI: 5", "k=5 r=1255000 KRW"}, {"수익 값: 1억 2천만 원\nKPI: 5", "k=5 r=120000000 KRW"},
    {"수익 값: ￦1,250,000\nKPI: 5", "k=5 r=1250000 KRW"},  {"수익 값: 1,250,000원정\nKPI: 5", "k=5 r=1250000 KRW"}, {"수익 값: 금 1,250,000원\nKPI: 5", "k=5 r=1250000 KRW"},
 {"수익 값: 미화 1,100.50달러\nKPI: 5", "k=5 r=1100.50 USD"}, {"수익 값: 0원\nKPI: 5", "k=5 r=0 KRW"},

    {"구매 단위: 1,250개\nKPI: 5", "u=1250 k=5"},           {"구매 단위: 25 EA\nKPI: 5", "u=25 k=5"},              {"구매 단위: 3천부\nKPI: 5", "u=3000 k=5"},
    {"구매 단위: 미정\nKPI: 5", "k=5"},
};

/* ---- the language ---- */

static const Sample languages[] = {
    {"안녕하세요. KPI가 누락되었습니다. 확인 부탁드립니다.", "ko"},
    {"Month: 1\nYear: 2021\nInvoice #: INV-1\n확인 부탁드립니다.", "ko"},
    {"Hello, our KPI is missing, please check it.\n\n-----Original Message-----\nFrom: a@b.test\n안녕하세요. 송장을 보내 주시기 바랍니다. 감사합니다.", "en"},
    {"송장 INV-1001 dMOC 25개 미반영", "ko"},
};

Test(lang_ko, language) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        const Reading *reading = reading_of(arena, &languages[i]);
        cr_expect_str_eq(language_word(reading->language), languages[i].want, "%s", languages[i].body);
        arena_clear(arena);
    }
    arena_free(&arena);
}

Test(lang_ko, labels) {
    EXPECT_CLAIMS(labels);
}

Test(lang_ko, sentences) {
    EXPECT_CLAIMS(sentences);
}

Test(lang_ko, dates) {
    EXPECT_CLAIMS(dates);
}

Test(lang_ko, amounts) {
    EXPECT_CLAIMS(amounts);
}

/* Twice the text takes about twice the time; see test_reading.c. */
Test(lang_ko, growth) {
    static const struct {
        const char *piece;
        size_t times;
    } cases[] = {{"송장 INV-1001의 KPI가 25인데 대시보드에는 20으로 표시됩니다. ", 700},
                 {"송장 25개 2021년 1월 KPI ", 2500},
                 {"가나다라마바사", 6000},
                 {"만만만천백", 6000},
                 {"25만25천 ", 6000},
                 {"표시되는데", 4000},
                 {"20이 아니라 25가 아니라 ", 3000}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        double best = 1e9;
        for (int attempt = 0; attempt < 3 && best > 2.5; attempt++) {
            double one = reading_seconds("", cases[i].piece, cases[i].times, 3);
            double two = reading_seconds("", cases[i].piece, cases[i].times * 2, 3);
            double growth = two / (one + 0.001);
            best = growth < best ? growth : best;
        }
        cr_expect(best <= 2.5, "%s: twice the text takes %.1f times as long", cases[i].piece, best);
    }
}
