/* Japanese and Chinese drafts: every decision says what it must, in the punctuation of its script. */
#include <criterion/criterion.h>

#include "reply/html.h"
#include "reply_fixture.h"

static Templates *templates;

static void load(void) {
    templates = fixture_templates();
}
static void unload(void) {
    templates_free(&templates);
}
TestSuite(reply_cjk, .init = load, .fini = unload);

enum { JA, HANS, HANT, LANGUAGES };
static const Language languages[LANGUAGES] = {LANGUAGE_JA, LANGUAGE_ZH_CN, LANGUAGE_ZH_TW};

static void as_it_is(Fixture *f, Line *line) {
    (void)f;
    (void)line;
}
static void as_ambiguous(Fixture *f, Line *line) {
    Strs *readings = &fixture_claim(line)->readings[DETAIL_PURCHASE_UNITS];
    *VEC_PUSH(f->arena, readings) = STR("20");
    *VEC_PUSH(f->arena, readings) = STR("31");
    fixture_finding(f, line, FINDING_AMBIGUOUS_VALUE, DETAIL_PURCHASE_UNITS);
}
static void as_missing(Fixture *f, Line *line) {
    (void)f;
    line->effective.given &= ~DETAIL_BIT(DETAIL_YEAR);
    fixture_claim(line)->details.given &= ~DETAIL_BIT(DETAIL_YEAR);
    line->missing = DETAIL_BIT(DETAIL_YEAR) | DETAIL_BIT(DETAIL_KPI_VALUE);
}
static void as_no_partner(Fixture *f, Line *line) {
    fixture_document(f, line, "inv.pdf", KIND_INVOICE);
    line->missing = DETAIL_PARTNER_BIT;
}
static void as_row(Fixture *f, Line *line) {
    (void)f;
    fixture_row(line);
    line->rows = 2;
    line->row.currency = STR_NONE;
}
static void as_corrected(Fixture *f, Line *line) {
    fixture_row(line);
    fixture_set(&fixture_claim(line)->details, DETAIL_MONTH, "11");
    fixture_document(f, line, "inv.pdf", KIND_INVOICE);
    fixture_finding(f, line, FINDING_CLAIM_DIFFERS_FROM_INVOICE, DETAIL_MONTH);
}
static void as_near(Fixture *f, Line *line) {
    fixture_row(line);
    line->row_is_near = true;
    line->row.invoice_number = STR("INV-2020-071");
    fixture_finding(f, line, FINDING_INVOICE_NUMBER_DIFFERS, DETAIL_INVOICE_NUMBER);
}
static void as_old(Fixture *f, Line *line) {
    (void)f;
    fixture_set(&line->effective, DETAIL_YEAR, "2018");
}
static void as_refused(Fixture *f, Line *line) {
    fixture_document(f, line, "4500218834.pdf", KIND_ORDER_CONFIRMATION);
    fixture_finding(f, line, FINDING_NOT_ON_DASHBOARD, DETAIL_COUNT);
}
static void as_many_refused(Fixture *f, Line *line) {
    fixture_row(line);
    line->row.kpi = decimal_int(20);
    fixture_finding(f, line, FINDING_KPI_MISMATCH, DETAIL_KPI_VALUE);
    fixture_document(f, line, "body", KIND_PARTNER_REPORT);
    fixture_document(f, line, "x.pdf", KIND_OTHER)->readable = false;
    fixture_document(f, line, "y.pdf", KIND_OTHER);
}
static void as_early(Fixture *f, Line *line) {
    (void)f;
    line->displayed_from = (Date){2020, 2, 15};
}
static void as_supported(Fixture *f, Line *line) {
    fixture_row(line);
    line->row.revenue = decimal_int(2500);
    line->row.currency = STR_NONE;
    fixture_document(f, line, "inv.pdf", KIND_INVOICE);
    fixture_finding(f, line, FINDING_REVENUE_MISMATCH, DETAIL_REVENUE_VALUE)->invoice = STR("3125.00");
}

#define NB "\u00A0"

static const struct {
    Decision decision;
    void (*make)(Fixture *, Line *);
    const char *says[LANGUAGES][2];
} situations[] = {
    {DECISION_REVIEW, as_ambiguous,
     {{"・購入単位：20、31\n", "担当者が確認"}, {"- 购买单位：20和31\n", "进一步核实"}, {"- 購買單位：20和31\n", "進一步確認"}}},
    {DECISION_REQUEST_INFORMATION, as_missing,
     {{"・年\n・KPI値\n", "（デジタルMOC、12月）の件"},
      {"- 年份\n- KPI 值\n", "（数字 MOC，12月）"},
      {"- 年份\n- KPI 值\n", "（數位 MOC，12月）"}}},
    {DECISION_REQUEST_INFORMATION, as_no_partner,
     {{"お手数ですが、不足している情報を", "・MPN ID（PartnerID）\n"}, {"请回复本邮件告知缺少的信息。", ""}, {"請回覆本郵件告知缺少的資訊。", ""}}},
    {DECISION_NO_DISCREPANCY, as_row,
     {{"（2件の合計）。\n・請求書番号：INV-2020-017\n・期間：2019年12月\n", "・収益の値：3,125"},
      {"（2 条记录合计）：\n- 发票编号：INV-2020-017\n- 年月：2019年12月\n", "- 收入值：3,125"},
      {"（2 筆合計）：\n- 發票號碼：INV-2020-017\n- 年月：2019年12月\n", "- 收益值：3,125"}}},
    {DECISION_EXPLAIN_DIFFERENCE, as_corrected,
     {{"・期間：ご連絡では2019年11月、請求書では2019年12月\n", "正しく反映"},
      {"- 年月：2019年11月（来信），2019年12月（发票）\n", "因此是正确的"},
      {"- 年月：2019年11月（來信），2019年12月（發票）\n", "因此是正確的"}}},
    {DECISION_EXPLAIN_DIFFERENCE, as_near,
     {{"「INV-2020-071」という番号", "同じ購入"}, {"编号是 INV-2020-071", "同一笔采购"}, {"號碼是 INV-2020-071", "同一筆採購"}}},
    {DECISION_OUTSIDE_WINDOW, as_old,
     {{"2019年1月から2019年12月まで", "2018年12月はこれより前"},
      {"2019年1月至2019年12月", "2018年12月早于"},
      {"2019年1月至2019年12月", "2018年12月早於"}}},
    {DECISION_REQUEST_INVOICE, as_refused,
     {{"「4500218834.pdf」を受領いたしましたが、注文確認書であり", "見当たりませんでした"},
      {"“4500218834.pdf”，但这是订单确认，不是正式发票", "没有查到"},
      {"「4500218834.pdf」，但這是訂單確認，並非正式發票", "查不到"}}},
    {DECISION_REQUEST_INVOICE, as_many_refused,
     {{"・KPI値：ダッシュボードでは20、ご連絡では25\n", "・「y.pdf」：正式な請求書ではございません\n"},
      {"- KPI 值：20（仪表板），25（来信）\n", "- “y.pdf”：这不是正式发票\n"},
      {"- KPI 值：20（儀表板），25（來信）\n", "- 「y.pdf」：這並非正式發票\n"}}},
    {DECISION_AWAIT_REFRESH, as_early,
     {{"2019年12月付の請求書", "2020年2月15日から表示"}, {"2019年12月的发票", "自2020年2月15日起"}, {"在2019年12月的發票", "自2020年2月15日起"}}},
    {DECISION_ESCALATE_ADJUSTMENT, as_supported,
     {{"・収益の値：ダッシュボードでは2,500、請求書では3,125.00" NB "EUR\n", "2020年2月15日以降"},
      {"- 收入值：2,500（仪表板），3,125.00" NB "EUR（发票）\n", "要到2020年2月15日"},
      {"- 收益值：2,500（儀表板），3,125.00" NB "EUR（發票）\n", "要到2020年2月15日"}}},
    {DECISION_REVIEW, as_it_is, {{"本件を詳しく", ""}, {"此事需要", ""}, {"本案需要", ""}}},
};
#define SITUATIONS (sizeof situations / sizeof *situations)

/* English that slipped through: a word in small letters; and punctuation of half width beside a wide letter. */
static void expect_native(const char *text) {
    char *bare = g_strdup(text);
    for (char *at = bare; *at; at++) {
        bool wide = at > bare && (unsigned char)at[-1] >= 0xE3 - 0x60 && (unsigned char)at[-1] >= 0x80;
        cr_expect_not(wide && strchr(",;:!?()", *at), "half width \"%.12s\": %s", at, text);
    }
    static const char *const english[] = {" the ", " invoice ", " order ", " of ", " your ", "{{"};
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        cr_expect_null(strstr(bare, english[i]), "\"%s\": %s", english[i], text);
    cr_expect_null(strstr(bare, "\n\n\n"), "%s", text);
    cr_expect_null(strstr(bare, "  "), "%s", text);
    g_free(bare);
}

static Reply *draft(Fixture *f) {
    GError *error = NULL;
    Reply *reply = reply_draft(templates, f->arena, &f->resolution, &error);
    cr_assert_not_null(reply, "%s", error ? error->message : "no draft");
    return reply;
}

Test(reply_cjk, says_what_each_decision_must) {
    for (size_t i = 0; i < SITUATIONS * LANGUAGES; i++) {
        size_t at = i / LANGUAGES, l = i % LANGUAGES;
        Fixture *f = fixture_new(languages[l], INTENT_KPI_DISCREPANCY, situations[at].decision);
        situations[at].make(f, fixture_line(f, situations[at].decision));
        const char *text = draft(f)->text.data;
        for (size_t j = 0; j < 2; j++)
            cr_expect(strstr(text, situations[at].says[l][j]), "no \"%s\":\n%s", situations[at].says[l][j], text);
        expect_native(text);
        fixture_free(f);
    }
}

Test(reply_cjk, gives_each_line_its_block) {
    static const char *const heading[LANGUAGES] = {"請求書番号", "发票", "發票"};
    for (size_t l = 0; l < LANGUAGES; l++) {
        Fixture *f = fixture_new(languages[l], INTENT_KPI_DISCREPANCY, DECISION_REVIEW);
        for (size_t i = 0; i < SITUATIONS; i++)
            situations[i].make(f, fixture_line(f, situations[i].decision));
        Reply *reply = draft(f);
        for (size_t i = 1; i <= SITUATIONS; i++) {
            Str wanted = arena_printf(f->arena, "\n\n%zu. %s INV-2020-017", i, heading[l]);
            cr_expect_geq(str_find(reply->text, wanted), 0, "no block %zu:\n%s", i, reply->text.data);
        }
        expect_native(reply->text.data);
        cr_expect(strstr(html_fragment(f->arena, reply->text, reply->language).data, "<li>"));
        fixture_free(f);
    }
}

Test(reply_cjk, greets_as_its_people_do) {
    static const char *const named[LANGUAGES] = {"山田太郎 様\n\nお世話に", "山田太郎，您好！\n", "山田太郎 您好：\n"};
    static const char *const unnamed[LANGUAGES] = {"お世話に", "您好！\n", "您好：\n"};
    for (size_t i = 0; i < 2 * LANGUAGES; i++) {
        size_t l = i / 2;
        Fixture *f = fixture_new(languages[l], INTENT_OTHER, DECISION_REVIEW);
        f->ticket.requester_name = i % 2 ? STR("山田太郎") : STR_NONE;
        Str text = draft(f)->text;
        cr_expect(str_starts(text, str_of((i % 2 ? named : unnamed)[l])), "%s", text.data);
        fixture_free(f);
    }
}

Test(reply_cjk, answers_the_other_intents) {
    static const struct {
        Intent intent;
        const char *says[LANGUAGES];
    } cases[] = {{INTENT_BUSINESS_PLAN, {"ご提出いただく必要はございません", "无需提交", "不需要提交"}},
                 {INTENT_KPI_RECOGNITION, {"有効なものとして", "得到认可", "獲得認列"}},
                 {INTENT_TRAINING_DURATION, {"研修の日数", "与培训的时长无关", "與訓練的長度無關"}},
                 {INTENT_ENROLLMENT, {"ラーニング アクション パック", "学习行动包", "學習行動套件"}},
                 {INTENT_DIRECTORY_LISTING,
                  {"2020年2月17日から2020年2月23日まで", "2020年2月17日至2020年2月23日", "最晚在2020年3月7日"}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases * LANGUAGES; i++) {
        size_t at = i / LANGUAGES, l = i % LANGUAGES;
        Fixture *f = fixture_new(languages[l], cases[at].intent, DECISION_ANSWER_QUESTION);
        const char *text = draft(f)->text.data;
        cr_expect(strstr(text, cases[at].says[l]), "no \"%s\":\n%s", cases[at].says[l], text);
        expect_native(text);
        fixture_free(f);
    }
}
