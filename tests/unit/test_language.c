/* Language: by its sentences, not by its labels. */
#include "reading_fixture.h"

#include "parsers/language.h"

static const Sample texts[] = {
    {"Hello, our purchase does not show on the dashboard. Could you please check?", "en"},
    {"Bonjour, notre achat n'apparaît pas sur le tableau de bord. Pouvez-vous vérifier ?", "fr"},
    {"Guten Tag, unser Einkauf wird im Dashboard nicht angezeigt. Können Sie das bitte prüfen?", "de"},
    {"Hola, nuestra compra no aparece en el panel. ¿Pueden revisarlo, por favor?", "es"},
    {"Buongiorno, il nostro acquisto non compare nella dashboard. Potete verificare?", "it"},
    {"Olá, nossa compra não aparece no painel. Vocês podem verificar, por favor?", "pt-BR"},
    {"こんにちは。購入がダッシュボードに表示されません。ご確認をお願いします。", "ja"},
    {"안녕하세요. 구매 내역이 대시보드에 표시되지 않습니다. 확인 부탁드립니다.", "ko"},
    {"Здравствуйте! Наша покупка не отображается на панели. Проверьте, пожалуйста.", "ru"},
    {"您好，我们的采购没有显示在仪表板上，请帮忙核实。", "zh-CN"},
    {"您好，我們的採購沒有顯示在儀表板上，請協助確認。", "zh-TW"},
    /* labels in another language than the sentences */
    {"Bonjour, voici les données de notre achat, merci de vérifier.\nMonth: 1\nYear: 2020\nOMLP type: dMOC\nPurchase unit: 25\n"
     "Invoice #: A-1201\nKPI value: 25\nRevenue value: 300",
     "fr"},
    {"Hello, here is what we bought, please check it for us.\nMois : 1\nAnnée : 2020\nUnité d'achat : 25\nFacture # : A-1201", "en"},
    /* a quoted mail and a disclaimer of another language */
    {"Voici le numéro que vous avez demandé : A-1201. Merci pour votre aide.\n\nOn 3 March 2020, Support <a@b.test> wrote:\n"
     "> Hello, could you please send us the number of the invoice that you have? We need it to check the purchase.\n> Thank you for your help",
     "fr"},
    {"Here is the number that you asked for: A-1201.\nKind regards\nLea\n\nCe message est confidentiel et destiné exclusivement à la "
     "personne à laquelle il est adressé. Si vous n'êtes pas le destinataire, merci de le détruire.",
     "en"},
    /* little text */
    {"Facture A-1201, mars 2020, 25 dMOC, 300,00 € HT", "fr"},
    {"Mois : janvier\nAnnée : 2020\nFacture : A-1201", "fr"},
    {"Month: January\nYear: 2020\nInvoice: A-1201", "en"},
    {"A-1201", "fr", .subject = "Notre facture n'apparaît pas sur le tableau de bord"},
    {"A-1201", "fr", .language = "fr"},
    {"A-1201", "fr", .language = "fr-CA"},
    {"A-1201", "en"},
    {"", "en"},
    /* the tag settles what the words leave open, not more */
    {"Hello, our purchase does not show on the dashboard. Could you please check what is wrong with it?", "en", .language = "fr"},
    {"Bonjour, notre achat n'apparaît pas sur le tableau de bord, pouvez-vous vérifier ?", "fr", .language = "en"},
    /* none of the eleven, and a tag that is none */
    {"A-1201", "en", .language = "tlh"},
    {"A-1201", "en", .language = ""},
};

Test(language, dominant) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        const Reading *reading = reading_of(arena, &texts[i]);
        cr_expect_str_eq(language_word(reading->language), texts[i].want, "\"%s\" (%s): %s", texts[i].body, texts[i].want,
                         language_word(reading->language));
        cr_expect(reading->language_confidence >= 0 && reading->language_confidence <= 1);
        arena_clear(arena);
    }
    arena_free(&arena);
}

Test(language, of_text) {
    static const struct {
        const char *text;
        Language want;
    } cases[] = {{"Thank you for your order. The invoice will be sent to you with the goods.", LANGUAGE_EN},
                 {"Nous vous remercions de votre commande. La facture vous sera envoyée avec la livraison.", LANGUAGE_FR},
                 {"12345", LANGUAGE_UNKNOWN},
                 {"", LANGUAGE_UNKNOWN}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Text text;
        text_fold(arena, str_of(cases[i].text), &text);
        cr_expect_eq(language_of_text(tree_lexicon(), arena, &text), cases[i].want, "%s", cases[i].text);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* Papers of one Chinese script as a model of the other reads them; sentences and single words tell nothing. */
Test(language, of_misread_scans) {
    static const struct {
        const char *text;
        Language want;
    } cases[] = {{"电子发票证明联\n统一编号 : 52719406\n销售额合计 76,000\n营业税 3,800", LANGUAGE_ZH_TW},
                 {"出货单\n买受人 : 高雄书局\n统编 28905513", LANGUAGE_ZH_TW},
                 {"增值稅普通發票\n開票日期: 2022年5月1日\n價稅合計 1,130.00", LANGUAGE_ZH_CN},
                 {"納稅人識別號 91310000MA1K\n開戶行及賬號 中國銀行", LANGUAGE_ZH_CN},
                 {"電子發票證明聯\n統一編號 : 52719406\n銷售額合計 76,000\n營業稅 3,800", LANGUAGE_UNKNOWN},
                 {"增值税普通发票\n开票日期: 2022年5月1日\n价税合计 1,130.00", LANGUAGE_UNKNOWN},
                 {"请按统一编号核对这张发票", LANGUAGE_UNKNOWN},
                 {"請求書\n発行日 2022年5月1日\n合計 1,130円", LANGUAGE_UNKNOWN},
                 {"Invoice no. 12\nTotal 1,130.00", LANGUAGE_UNKNOWN}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Text text;
        text_fold(arena, str_of(cases[i].text), &text);
        cr_expect_eq(language_misread(tree_lexicon(), arena, &text), cases[i].want, "%s", cases[i].text);
        arena_clear(arena);
    }
    arena_free(&arena);
}
