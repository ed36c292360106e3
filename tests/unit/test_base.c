#include <criterion/criterion.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/note.h"
#include "base/utf8.h"
#include "base/vec.h"

/* Exactly `len` bytes on the heap without a NUL behind: one byte too far is seen by AddressSanitizer. */
static Str exact(const char *text, size_t len) {
    char *copy = malloc(len ? len : 1);
    memcpy(copy, text, len);
    return (Str){copy, len};
}

static void drop(Str s) {
    free((char *)s.data);
}

Test(arena, gives_zeroed_aligned_memory_of_any_size) {
    static const size_t sizes[] = {0, 1, 15, 16, 17, 4096, 65536, 65537, 5u << 20};
    Arena *arena = arena_new();
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *p = arena_alloc(arena, sizes[i]);
            cr_assert_eq((uintptr_t)p % 16, 0);
            for (size_t k = 0; k < sizes[i]; k++)
                cr_assert_eq(p[k], 0, "byte %zu of %zu is not zero", k, sizes[i]);
            memset(p, 0xAB, sizes[i]);
        }
        cr_assert_geq(arena_used(arena), 5u << 20);
        arena_clear(arena);
        cr_assert_eq(arena_used(arena), 0);
    }
    arena_free(&arena);
    cr_assert_null(arena);
    arena_free(&arena);
}

/* From a few bytes to several megabytes, alone at the end of a block and with others in between. */
Test(arena, what_grows_keeps_its_bytes) {
    for (int crowded = 0; crowded < 2; crowded++) {
        Arena *arena = arena_new();
        size_t size = 8;
        for (int i = 0; i < 100; i++) /* so that the newest block has megabytes of room */
            arena_alloc(arena, 50000);
        unsigned char *grown = arena_alloc(arena, size), *beside = NULL;
        memset(grown, 1, size);
        for (size_t next; size < (6u << 20); size = next) {
            next = size * 2 - 5;
            if (crowded) {
                beside = arena_alloc(arena, size);
                memset(beside, 0xEE, size);
            }
            grown = arena_grow(arena, grown, size, next);
            for (size_t i = 0; i < next; i++)
                cr_assert_eq(grown[i], i < size, "%zu bytes to %zu: byte %zu", size, next, i);
            cr_assert(!beside || (beside[0] == 0xEE && beside[size - 1] == 0xEE));
            memset(grown, 1, next);
        }
        cr_assert_geq(arena_used(arena), size);
        arena_clear(arena);
        cr_assert_eq(arena_used(arena), 0);
        arena_free(&arena);
    }
}

Test(arena, a_mark_gives_back_what_came_after) {
    static const size_t sizes[] = {1, 1000, 70000, 900000, 1100000, 3000000};
    Arena *arena = arena_new();
    unsigned char *kept = arena_alloc(arena, 100), *large = arena_alloc(arena, 2000000);
    memset(kept, 7, 100);
    memset(large, 7, 2000000);
    size_t used = arena_used(arena);
    for (int turn = 0; turn < 3; turn++) {
        ArenaMark mark = arena_mark(arena);
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *p = arena_alloc(arena, sizes[i]);
            cr_assert(p[0] == 0 && p[sizes[i] - 1] == 0, "zeroed again: %zu bytes", sizes[i]);
            memset(p, 9, sizes[i]);
            p = arena_grow(arena, p, sizes[i], sizes[i] + 5000);
            cr_assert(p[0] == 9 && p[sizes[i]] == 0);
        }
        arena_drop(arena, arena_alloc(arena, 1 << 21), 1 << 21);
        arena_drop(arena, arena_alloc(arena, 5), 5);
        arena_release(arena, mark);
        cr_assert_eq(arena_used(arena), used);
    }
    unsigned char *between = arena_alloc(arena, 1500000), *after = arena_alloc(arena, 1600000);
    memset(after, 5, 1600000);
    arena_drop(arena, between, 1500000);
    after = arena_grow(arena, after, 1600000, 9000000);
    arena_drop(arena, NULL, 0);
    cr_assert(after[1599999] == 5 && after[1600000] == 0 && after[8999999] == 0);
    cr_assert(kept[99] == 7 && large[1999999] == 7);
    arena_free(&arena);
}

Test(arena, grows_copies_and_prints) {
    Arena *arena = arena_new();
    char *old = arena_alloc(arena, 4);
    memcpy(old, "abcd", 4);
    char *grown = arena_grow(arena, old, 4, 100);
    cr_assert_eq(memcmp(grown, "abcd", 4), 0);
    cr_assert_eq(grown[4], 0);
    cr_assert_eq(grown[99], 0);
    Str s = exact("no NUL", 6), copy = arena_str(arena, s);
    drop(s);
    cr_assert_eq(copy.len, 6);
    cr_assert_str_eq(copy.data, "no NUL");
    cr_assert_not(str_given(arena_str(arena, STR_NONE)));
    cr_assert_not(str_given(arena_cstr(arena, NULL)));
    for (size_t n = 250; n < 260; n++) { /* around the size of the small buffer */
        Str printed = arena_printf(arena, "%0*d", (int)n, 7);
        cr_assert_eq(printed.len, n);
        cr_assert_eq(printed.data[n - 1], '7');
        cr_assert_eq(printed.data[n], '\0');
    }
    arena_free(&arena);
}

Test(buf, grows_and_ends_in_nul) {
    Arena *arena = arena_new();
    Buf buf = {.arena = arena};
    cr_assert_str_eq(buf_str(&buf).data, "");
    for (int i = 0; i < 1000; i++) {
        buf_add(&buf, STR("ab"));
        buf_add_char(&buf, 'c');
        buf_printf(&buf, "%03d", i);
        buf_add_utf8(&buf, 0x20AC);
    }
    Str s = buf_str(&buf);
    cr_assert_eq(s.len, 9000);
    cr_assert_eq(s.data[9000], '\0');
    cr_assert(str_starts(s, STR("abc000€abc001€")));
    cr_assert(str_ends(s, STR("abc999€")));
    arena_free(&arena);
}

Test(vec, keeps_what_was_pushed) {
    Arena *arena = arena_new();
    VEC(size_t) numbers = {0};
    for (size_t i = 0; i < 10000; i++) {
        size_t *last = VEC_PUSH(arena, &numbers);
        cr_assert_eq(*last, 0);
        *last = i * 3;
    }
    cr_assert_eq(numbers.len, 10000);
    for (size_t i = 0; i < numbers.len; i++)
        cr_assert_eq(numbers.items[i], i * 3);
    arena_free(&arena);
}

Test(note, says_where) {
    Arena *arena = arena_new();
    Notes notes = {0};
    note_add(arena, &notes, STR("a.csv"), 7, "%s has %d columns", "row", 3);
    note_add(arena, &notes, STR_NONE, 0, "no place");
    cr_assert_eq(notes.len, 2);
    cr_assert(str_eq_cstr(notes.items[0].where, "a.csv"));
    cr_assert_eq(notes.items[0].line, 7);
    cr_assert(str_eq_cstr(notes.items[0].text, "row has 3 columns"));
    cr_assert_not(str_given(notes.items[1].where));
    arena_free(&arena);
}

Test(str, compares_finds_and_cuts) {
    cr_assert(str_eq(STR(""), STR_NONE));
    cr_assert_not(str_given(STR_NONE));
    cr_assert(str_given(STR("")));
    cr_assert(str_eq_nocase(STR("Invoice"), STR("iNVOICE")));
    cr_assert_not(str_eq_nocase(STR("é"), STR("É")));
    cr_assert_lt(str_cmp(STR("ab"), STR("abc")), 0);
    cr_assert_gt(str_cmp(STR("b"), STR("abc")), 0);
    cr_assert_eq(str_cmp(STR("b"), STR("b")), 0);
    cr_assert_eq(str_find(STR("abcabc"), STR("ca")), 2);
    cr_assert_eq(str_find(STR("abc"), STR("abcd")), -1);
    cr_assert_eq(str_find(STR("abc"), STR("")), 0);
    cr_assert_eq(str_find_char(STR("a;b"), ';'), 1);
    cr_assert_eq(str_find_char(STR_NONE, ';'), -1);
    cr_assert(str_eq(str_sub(STR("abc"), 1, 99), STR("bc")));
    cr_assert(str_eq(str_sub(STR("abc"), 5, 2), STR("")));
}

/* Every byte at every place of a word of eight, and at the end of the text. */
Test(str, finds_digits) {
    char text[20];
    for (int byte = 0; byte < 256; byte++)
        for (size_t place = 0; place < sizeof text; place++) {
            memset(text, byte == ':' ? '/' : ':', sizeof text);
            text[place] = (char)byte;
            Str s = exact(text, sizeof text);
            size_t want = byte >= '0' && byte <= '9' ? place : s.len;
            cr_expect_eq(str_digit_from(s, 0), want, "byte %d at %zu", byte, place);
            cr_expect_eq(str_digit_from(s, place + 1), s.len);
            drop(s);
        }
    cr_expect_eq(str_digit_from(STR_NONE, 0), 0);
}

Test(str, trims_every_kind_of_blank) {
    static const struct {
        const char *text, *trimmed;
    } cases[] = {
        {"  a b \t\r\n", "a b"},      {"", ""},          {" \t ", ""},
        {"\u00a0a\u00a0", "a"},       {"\u3000年\u3000", "年"}, {"\ufeff\u200ba\u200d", "a"},
        {"\u202f12\u202f", "12"},     {"é", "é"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str s = exact(cases[i].text, strlen(cases[i].text));
        cr_assert(str_eq_cstr(str_trim(s), cases[i].trimmed), "case %zu", i);
        drop(s);
    }
    Str broken = exact("\xE2\x80", 2); /* half of a blank is no blank */
    cr_assert_eq(str_trim(broken).len, 2);
    drop(broken);
}

Test(str, cuts_lines_of_every_system) {
    Str text = exact("a\nb\r\n\rc\r", 8), rest = text, line;
    static const char *const lines[] = {"a", "b", "", "c"};
    for (size_t i = 0; i < 4; i++) {
        cr_assert(str_line(&rest, &line));
        cr_assert(str_eq_cstr(line, lines[i]), "line %zu", i);
    }
    cr_assert_not(str_line(&rest, &line));
    drop(text);
}

/* Lines as long as several windows, each end at each place of one. */
Test(str, cuts_long_lines) {
    static const char *const ends[] = {"\n", "\r", "\r\n"};
    char bytes[600];
    for (size_t len = 250; len < 260; len++)
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            memset(bytes, 'x', sizeof bytes);
            memcpy(bytes + len, ends[i], strlen(ends[i]));
            Str text = exact(bytes, sizeof bytes), rest = text, line;
            cr_assert(str_line(&rest, &line) && line.len == len, "%zu: %zu", len, line.len);
            cr_assert(str_line(&rest, &line) && line.len == sizeof bytes - len - strlen(ends[i]), "%zu: %zu", len, line.len);
            drop(text);
        }
}

Test(utf8, reads_back_what_it_writes) {
    char bytes[4];
    for (uint32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        size_t len = utf8_encode(c, bytes), size;
        Str s = exact(bytes, len);
        cr_assert_eq(utf8_decode(s, 0, &size), c);
        cr_assert_eq(size, len);
        cr_assert_eq(utf8_back(s, len), 0);
        cr_assert(utf8_valid(s));
        drop(s);
    }
}

Test(utf8, bad_bytes_are_one_each) {
    static const struct {
        const char *bytes;
        size_t len;
    } bad[] = {{"\x80", 1},         {"\xC0\xAF", 2},         {"\xC2", 1},         {"\xE2\x82", 2},
               {"\xED\xA0\x80", 3}, {"\xF4\x90\x80\x80", 4}, {"\xF8\x88\x80", 3}, {"\xE0\x80\xAF", 3},
               {"\xF0\x80\x80\x80", 4}, {"\xFF", 1}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Str s = exact(bad[i].bytes, bad[i].len);
        size_t size;
        cr_assert_eq(utf8_decode(s, 0, &size), UTF8_BAD, "case %zu", i);
        cr_assert_eq(size, 1);
        cr_assert_not(utf8_valid(s));
        cr_assert_eq(utf8_back(s, s.len), s.len - 1);
        drop(s);
    }
    cr_assert(utf8_valid(STR("\xEF\xBF\xBD"))); /* U+FFFD itself is no error */
}
