/* Numbers in Chinese characters: whole or not at all. */
#include <criterion/criterion.h>
#include <glib.h>

#include "base/arena.h"
#include "parsers/han_number.h"

Test(han_number, whole_or_not_at_all) {
    static const struct {
        const char *text;
        int64_t want; /* -1: a run that is no number */
    } cases[] = {
        {"一", 1}, {"〇", 0}, {"零", 0}, {"十", 10}, {"十二", 12}, {"二十", 20}, {"二十五", 25}, {"四十二", 42},
        {"一百零五", 105}, {"百二十", 120}, {"三百六十五", 365}, {"一千二百五十", 1250}, {"二千二十", 2020}, {"一千零二十", 1020},
        {"十二万五千", 125000}, {"十万", 100000}, {"一億二千万", 120000000}, {"三亿", 300000000}, {"一万零五十", 10050},
        {"壹万贰仟伍佰", 12500}, {"陸萬貳仟伍佰", 62500}, {"貳拾伍", 25}, {"金壱", -2}, {"壱拾弐万参千", 123000}, {"两百", 200},
        {"二〇二〇", 2020}, {"一〇九", 109}, {"二零二零", 2020}, {"一二三", 123},
        {"二百五", -1}, {"二三", -1}, {"百", -1}, {"万", -1}, {"十十", -1}, {"百千", -1}, {"千万億億", -1}, {"一万一万", -1},
        {"五零", 50}, {"零十", -1}, {"一百零", -1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Decimal value;
        bool read;
        Str text = str_of(cases[i].text);
        size_t len = han_number(text, 0, &value, &read);
        if (cases[i].want == -2) {
            cr_expect_eq(len, 0, "%s", cases[i].text);
            continue;
        }
        cr_expect_eq(len, text.len, "%s", cases[i].text);
        cr_expect_eq(read, cases[i].want >= 0, "%s: read %d, %ld", cases[i].text, read, (long)value.units);
        if (read)
            cr_expect_eq(value.units, cases[i].want, "%s: %ld", cases[i].text, (long)value.units);
    }
}
