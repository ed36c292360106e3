#include "model/currency.h"

#include <string.h>

#include "base/banned.h"

/* ISO 4217 where it is not two; CLDR's own figures are those of cash and differ. */
static const char three_decimals[] = "BHD IQD JOD KWD LYD OMR TND ";
static const char no_decimals[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";

static bool listed(const char *list, Str iso) {
    for (; *list; list += 4)
        if (memcmp(list, iso.data, 3) == 0)
            return true;
    return false;
}

int currency_decimals(Str iso) {
    if (iso.len != 3)
        return 2;
    return listed(three_decimals, iso) ? 3 : listed(no_decimals, iso) ? 0 : 2;
}
