#include "reply/locale.h"

#include <glib.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "model/currency.h"
#include "base/banned.h"

#define DATES_KEPT 4096 /* remembered dates of a locale */
#define YEAR_FIRST 1583 /* ICU writes earlier days by the Julian calendar */
#define PADDED_MAX INT64_C(100000000000000) /* a decimal has 15 digits at most */
#define LIST_MAX 64     /* longer lists are joined by commas */

struct Locale {
    Language language;
    const char *name;    /* of ICU */
    char symbols[2][8];
    Str group, point; /* the symbols */
    int group_size, group_second, group_least; /* 3, 2 in Hindi, digits before the first group */
    UDateFormat *day, *month, *month_alone;
    UListFormatter *list;
    GHashTable *dates;   /* date key -> Str *, texts of the locale's own */
    Arena *arena;        /* these */
};

/* UTF-16 of ICU into a small buffer; narrow no-break spaces become plain ones, which every font has. */
static void to_utf8(char *out, size_t size, const UChar *text, int32_t len) {
    UErrorCode status = U_ZERO_ERROR;
    UChar copy[256];
    len = MIN(len, (int32_t)(sizeof copy / sizeof *copy));
    for (int32_t i = 0; i < len; i++)
        copy[i] = text[i] == 0x202F ? 0xA0 : text[i];
    u_strToUTF8(out, (int32_t)size, NULL, copy, len, &status);
    if (U_FAILURE(status))
        out[0] = '\0';
}

static UDateFormat *open_pattern(const char *name, UDateTimePatternGenerator *patterns, const char *skeleton) {
    UErrorCode status = U_ZERO_ERROR;
    UChar wanted[16], pattern[64];
    u_uastrcpy(wanted, skeleton);
    int32_t len = udatpg_getBestPattern(patterns, wanted, -1, pattern, 64, &status);
    static const UChar utc[] = u"UTC";
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, name, utc, 3, pattern, len, &status);
    if (U_FAILURE(status))
        g_error("ICU has no dates for %s: %s", name, u_errorName(status));
    return format;
}

static void open_dates(Locale *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UDateTimePatternGenerator *patterns = udatpg_open(locale->name, &status);
    if (U_FAILURE(status))
        g_error("ICU has no data for %s: %s", locale->name, u_errorName(status));
    locale->day = open_pattern(locale->name, patterns, "yMMMMd");
    locale->month = open_pattern(locale->name, patterns, "yMMMM");
    /* Chinese would spell it out, "十二月", beside "2019年12月". */
    bool chinese = locale->language == LANGUAGE_ZH_CN || locale->language == LANGUAGE_ZH_TW;
    locale->month_alone = open_pattern(locale->name, patterns, chinese ? "LLL" : "LLLL");
    udatpg_close(patterns);
}

/* Spanish groups from five digits on; only the newer interface of ICU tells. */
static bool groups_thousand(const char *name) {
    UErrorCode status = U_ZERO_ERROR;
    UChar text[16];
    UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(u"", 0, name, &status);
    UFormattedNumber *number = unumf_openResult(&status);
    unumf_formatInt(formatter, 1000, number, &status);
    int32_t len = unumf_resultToString(number, text, 16, &status);
    unumf_closeResult(number);
    unumf_close(formatter);
    return U_SUCCESS(status) && len > 4;
}

static void open_numbers(Locale *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale->name, NULL, &status);
    UChar symbol[8];
    int32_t len = unum_getSymbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL, symbol, 8, &status);
    to_utf8(locale->symbols[0], sizeof locale->symbols[0], symbol, len);
    len = unum_getSymbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL, symbol, 8, &status);
    to_utf8(locale->symbols[1], sizeof locale->symbols[1], symbol, len);
    locale->group = str_of(locale->symbols[0]);
    locale->point = str_of(locale->symbols[1]);
    int size = unum_getAttribute(format, UNUM_GROUPING_SIZE);
    int second = unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE);
    locale->group_size = size > 0 ? size : 3;
    locale->group_second = second > 0 ? second : locale->group_size;
    locale->group_least = groups_thousand(locale->name) ? 1 : 2;
    if (U_FAILURE(status))
        g_error("ICU has no numbers for %s: %s", locale->name, u_errorName(status));
    unum_close(format);
}

static Locale *locale_open(Language language) {
    Locale *locale = g_new0(Locale, 1);
    UErrorCode status = U_ZERO_ERROR;
    locale->language = language;
    locale->name = language_facts(language)->icu;
    open_dates(locale);
    open_numbers(locale);
    locale->list = ulistfmt_openForType(locale->name, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &status);
    if (U_FAILURE(status))
        g_error("ICU has no lists for %s: %s", locale->name, u_errorName(status));
    locale->dates = g_hash_table_new(g_direct_hash, g_direct_equal);
    locale->arena = arena_new();
    return locale;
}

static void locale_close(Locale *locale) {
    if (!locale)
        return;
    udat_close(locale->day);
    udat_close(locale->month);
    udat_close(locale->month_alone);
    ulistfmt_close(locale->list);
    g_hash_table_destroy(locale->dates);
    arena_free(&locale->arena);
    g_free(locale);
}

typedef struct Locales {
    Locale *of[LANGUAGE_COUNT];
} Locales;

static void locales_close(gpointer data) {
    Locales *locales = data;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        locale_close(locales->of[i]);
    g_free(locales);
}

static GPrivate thread_locales = G_PRIVATE_INIT(locales_close);

Locale *locale_of(Language language) {
    Locales *locales = g_private_get(&thread_locales);
    if (!locales)
        g_private_set(&thread_locales, locales = g_new0(Locales, 1));
    if (language >= LANGUAGE_COUNT)
        language = LANGUAGE_EN;
    if (!locales->of[language])
        locales->of[language] = locale_open(language);
    Locale *locale = locales->of[language];
    if (g_hash_table_size(locale->dates) >= DATES_KEPT) { /* a ticket of many dates must not keep the usual ones out */
        g_hash_table_remove_all(locale->dates);
        arena_clear(locale->arena);
    }
    return locale;
}

/* Milliseconds since 1970 at noon of a day; the civil calendar counted from March. */
static UDate instant(int year, int month, int day) {
    int64_t y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;
    int64_t days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
    return (UDate)(days * 86400000 + 43200000);
}

static const char *const first_of_month[LANGUAGE_COUNT] = {[LANGUAGE_FR] = "er", [LANGUAGE_PT_BR] = "º"};

static Str format_date(const Locale *locale, Arena *arena, UDateFormat *format, Date date) {
    UErrorCode status = U_ZERO_ERROR;
    UChar text[128];
    char utf8[512];
    UDate at = instant(date.year ? date.year : 2000, date.month, date.day ? date.day : 1);
    int32_t len = udat_format(format, at, text, 128, NULL, &status);
    to_utf8(utf8, sizeof utf8, text, U_FAILURE(status) ? 0 : len);
    /* CLDR leaves out what some languages write after the first day of a month. */
    const char *ordinal = first_of_month[locale->language];
    if (ordinal && date.day == 1 && utf8[0] == '1')
        return arena_printf(arena, "1%s%s", ordinal, utf8 + 1);
    /* "2020 г." would double the stop at the end of a sentence; letters write the word out. */
    if (locale->language == LANGUAGE_RU && g_str_has_suffix(utf8, "\u00A0г."))
        return arena_printf(arena, "%.*s года", (int)(strlen(utf8) - strlen("\u00A0г.")), utf8);
    return arena_cstr(arena, utf8);
}

/* What is remembered stays at least as long as its ticket, so that nobody needs a copy. */
static Str remembered(Locale *locale, Arena *arena, UDateFormat *format, Date date) {
    gpointer key = GINT_TO_POINTER((date.year * 13 + date.month) * 32 + date.day);
    const Str *known = g_hash_table_lookup(locale->dates, key);
    if (known)
        return *known;
    if (g_hash_table_size(locale->dates) >= DATES_KEPT)
        return format_date(locale, arena, format, date);
    Str *text = ARENA_NEW(locale->arena, Str);
    *text = format_date(locale, locale->arena, format, date);
    g_hash_table_insert(locale->dates, key, text);
    return *text;
}

/* A year alone, as it stands beside "2020年1月" and "январь 2020 года". */
static Str year_alone(const Locale *locale, Arena *arena, int year) {
    static const char *const words[LANGUAGE_COUNT] = {[LANGUAGE_JA] = "年",    [LANGUAGE_ZH_CN] = "年",
                                                      [LANGUAGE_ZH_TW] = "年", [LANGUAGE_KO] = "년",
                                                      [LANGUAGE_RU] = " год"};
    const char *word = words[locale->language];
    return arena_printf(arena, "%d%s", year, word ? word : "");
}

Str locale_date(Locale *locale, Arena *arena, Date date) {
    if (!date_given(date))
        return STR("");
    bool known = date.year >= YEAR_FIRST && date.year <= 9999;
    bool whole = known && date_valid(date);
    bool month = known && !date.day && date.month >= 1 && date.month <= 12;
    if (!whole && !month)
        return date.month ? date_iso(arena, date) : year_alone(locale, arena, date.year);
    return remembered(locale, arena, whole ? locale->day : locale->month, date);
}

Str locale_month(Locale *locale, Arena *arena, int month) {
    if (month < 1 || month > 12)
        return arena_printf(arena, "%d", month);
    return remembered(locale, arena, locale->month_alone, (Date){0, month, 0});
}

static void put_number(const Locale *locale, Buf *out, Decimal number) {
    Str plain = decimal_str(out->arena, number);
    if (str_starts(plain, STR("-"))) {
        buf_add_char(out, '-');
        plain = str_sub(plain, 1, plain.len);
    }
    int digits = (int)plain.len - (number.scale ? number.scale + 1 : 0);
    bool grouped = digits >= locale->group_size + locale->group_least;
    for (int i = 0; i < digits; i++) {
        int left = digits - i - locale->group_size; /* digits before the last group */
        if (grouped && i > 0 && left >= 0 && left % locale->group_second == 0)
            buf_add(out, locale->group);
        buf_add_char(out, plain.data[i]);
    }
    if (number.scale) {
        buf_add(out, locale->point);
        buf_add(out, str_sub(plain, (size_t)digits + 1, plain.len));
    }
}

Str locale_number(Locale *locale, Arena *arena, Decimal number) {
    Buf out = {.arena = arena};
    put_number(locale, &out, number);
    return buf_str(&out);
}

/* How a language writes the money of its own country. */
typedef struct OwnMoney {
    Language language;
    Str currency, before, after;
    bool whole; /* cents are in the standard, but not in use */
} OwnMoney;

static const OwnMoney own_money[] = {
    {LANGUAGE_JA, STR("JPY"), STR(""), STR("円"), true},
    {LANGUAGE_ZH_CN, STR("CNY"), STR(""), STR("元"), false},
    {LANGUAGE_ZH_TW, STR("TWD"), STR("NT$"), STR(""), true},
    {LANGUAGE_KO, STR("KRW"), STR(""), STR("원"), false},
    {LANGUAGE_RU, STR("RUB"), STR(""), STR("\u00A0₽"), false},
    {LANGUAGE_PT_BR, STR("BRL"), STR("R$\u00A0"), STR(""), false},
};

static const OwnMoney *own_money_of(Language language, Str currency) {
    for (size_t i = 0; i < sizeof own_money / sizeof *own_money; i++)
        if (own_money[i].language == language && str_eq(own_money[i].currency, currency))
            return &own_money[i];
    return NULL;
}

static Decimal with_decimals(Decimal amount, int wanted) {
    for (; amount.scale < wanted && amount.units < PADDED_MAX && amount.units > -PADDED_MAX; amount.scale++)
        amount.units *= 10;
    return amount;
}

static Decimal without_zeros(Decimal amount) {
    for (; amount.scale && amount.units % 10 == 0; amount.scale--)
        amount.units /= 10;
    return amount;
}

Str locale_money(Locale *locale, Arena *arena, Decimal amount, Str currency) {
    const OwnMoney *own = own_money_of(locale->language, currency);
    Buf out = {.arena = arena};
    if (own)
        buf_add(&out, own->before);
    if (own && own->whole)
        amount = without_zeros(amount);
    else if (currency.len)
        amount = with_decimals(amount, currency_decimals(currency));
    put_number(locale, &out, amount);
    if (own) {
        buf_add(&out, own->after);
    } else if (currency.len) {
        buf_add(&out, STR("\u00A0"));
        buf_add(&out, currency);
    }
    return buf_str(&out);
}

/* UTF-16 of an item, in the arena. */
static UChar *to_utf16(Arena *arena, Str text, int32_t *len) {
    UErrorCode status = U_ZERO_ERROR;
    UChar *out = ARENA_ARRAY(arena, UChar, text.len + 1);
    u_strFromUTF8WithSub(out, (int32_t)text.len + 1, len, text.data ? text.data : "", (int32_t)text.len, UTF8_BAD,
                         NULL, &status);
    if (U_FAILURE(status))
        *len = 0;
    return out;
}

static Str joined(Arena *arena, const Str *items, size_t n) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < n; i++) {
        buf_add(&buf, i ? STR(", ") : STR(""));
        buf_add(&buf, items[i]);
    }
    return buf_str(&buf);
}

Str locale_list(Locale *locale, Arena *arena, const Str *items, size_t n) {
    if (n <= 1)
        return n ? arena_str(arena, items[0]) : STR("");
    if (n > LIST_MAX)
        return joined(arena, items, n);
    const UChar *texts[LIST_MAX];
    int32_t lens[LIST_MAX];
    int32_t total = 0;
    for (size_t i = 0; i < n; i++) {
        texts[i] = to_utf16(arena, items[i], &lens[i]);
        total += lens[i] + 16; /* room for the longest "and" */
    }
    UErrorCode status = U_ZERO_ERROR;
    UChar *out = ARENA_ARRAY(arena, UChar, (size_t)total);
    int32_t len = ulistfmt_format(locale->list, texts, lens, (int32_t)n, out, total, &status);
    char *utf8 = arena_alloc(arena, (size_t)total * 3 + 1);
    int32_t bytes = 0;
    u_strToUTF8(utf8, total * 3 + 1, &bytes, out, len, &status);
    return U_FAILURE(status) ? joined(arena, items, n) : (Str){utf8, (size_t)bytes};
}

bool locale_read_number(const Locale *locale, Str token, Decimal *out) {
    char plain[DECIMAL_DIGITS_MAX + 8];
    size_t n = 0;
    bool pointed = false;
    for (size_t at = 0; at < token.len;) {
        Str rest = str_sub(token, at, token.len);
        if (n >= sizeof plain - 1)
            return false;
        if (g_ascii_isdigit(rest.data[0])) {
            plain[n++] = rest.data[0];
            at++;
        } else if (!pointed && n && str_starts(rest, locale->group)) {
            at += locale->group.len;
        } else if (!pointed && n && str_starts(rest, locale->point)) {
            plain[n++] = '.';
            pointed = true;
            at += locale->point.len;
        } else {
            return false;
        }
    }
    return decimal_parse((Str){plain, n}, out);
}
