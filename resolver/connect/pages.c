#include "connect/pages.h"

#include <inttypes.h>

#include "base/buf.h"
#include "connect/unwrap.h"
#include "connect/link.h"
#include "base/banned.h"

typedef enum Shape { SHAPE_UNKNOWN, SHAPE_JSON, SHAPE_TABLE, SHAPE_WORKBOOK } Shape;

typedef struct Walk {
    Session *session;
    const PagesAsk *ask;
    Url first;
    Arena *arena;      /* of the result */
    Arena *page_arena; /* emptied at each page */
    CachePages known, kept;
    bool keep, changed; /* the pages are kept; they are other ones than before */
    GHashTable *seen;   /* addresses, gchar * */
    Shape shape;
    Buf out;
    UnwrapState state;
    Str header;        /* the first line of the first page of a table */
    Str last_sum;      /* of the page before */
    PagesTold *told;
    GError **error;
} Walk;

/* A page as it came, or as it came last when it did not change. */
typedef struct Sheet {
    Url asked, url; /* before and after redirects */
    Str body, link;
} Sheet;

static bool refuse(Walk *walk, const Url *url, Failure failure, const char *why) {
    return failure_set(walk->error, failure, STR_FMT ": page %zu: %s", STR_ARG(url_shown(walk->page_arena, url)), walk->told->pages,
                       why);
}

/* ---- one page ---- */

static Str link_of(Arena *arena, const HttpAnswer *answer) {
    for (size_t i = 0; i < answer->links.len; i++) {
        Str target = link_next(answer->links.items[i]);
        if (str_given(target))
            return arena_str(arena, target);
    }
    return STR_NONE;
}

static void keep(Walk *walk, const Sheet *sheet, const HttpAnswer *answer, const CachePage *known) {
    Arena *arena = walk->arena;
    walk->keep &= !answer->no_store;
    walk->changed |= known == NULL;
    if (!walk->keep)
        return;
    CachePage page = {.url = arena_str(arena, sheet->asked.text), .source = arena_str(arena, sheet->url.text),
                      .body = known ? sheet->body : arena_str(arena, sheet->body)};
    if (str_given(sheet->link))
        page.link = arena_str(arena, sheet->link);
    page.etag = known ? known->etag : str_given(answer->etag) ? arena_str(arena, answer->etag) : STR_NONE;
    page.last_modified = known ? known->last_modified
                         : str_given(answer->last_modified) ? arena_str(arena, answer->last_modified) : STR_NONE;
    *VEC_PUSH(arena, &walk->kept) = page;
}

/* What is known of a page and can be confirmed. Where pages are told by headers, the last one may have got a successor without any
 * change of its body, and a server need not say so when it says that nothing changed: it is asked for anew. */
static const CachePage *known_of(const Walk *walk, const Url *url) {
    const CachePage *known = cache_find(&walk->known, url->text);
    for (size_t i = 0; known && !str_given(known->link) && i < walk->known.len; i++)
        if (str_given(walk->known.items[i].link))
            return NULL;
    return known;
}

static bool fetch(Walk *walk, const Url *url, Sheet *sheet) {
    const CachePage *known = known_of(walk, url);
    Page page;
    if (!get_page(walk->session, walk->page_arena, url, known, &page, walk->error))
        return false;
    walk->told->pages++;
    walk->told->unchanged += page.unchanged;
    if (walk->told->pages == 1) {
        walk->told->address = arena_str(walk->arena, page.answer.address);
        walk->told->expires = arena_str(walk->arena, page.answer.expires);
    }
    if (!page.unchanged)
        known = NULL;
    Str body = known ? known->body : page.answer.body;
    if (body.len > walk->session->room)
        return refuse(walk, url, FAILURE_SIZE, "with this page the dashboard is larger than max_size");
    walk->session->room -= body.len;
    *sheet = (Sheet){.asked = *url, .url = page.url, .body = body, .link = link_of(walk->page_arena, &page.answer)};
    if (known && !str_given(sheet->link))
        sheet->link = known->link;
    keep(walk, sheet, &page.answer, known);
    return true;
}

/* ---- what it holds ---- */

static bool is_web_page(Str body) {
    Str text = str_trim(str_sub(body, 0, 512));
    return str_starts_nocase(text, STR("<!doctype html")) || str_starts_nocase(text, STR("<html"));
}

static Shape shape_of(Str body) {
    if (str_starts(body, STR("PK\003\004")))
        return SHAPE_WORKBOOK;
    return unwrap_is_json(body) ? SHAPE_JSON : SHAPE_TABLE;
}

/* A further page of a table begins with the same header, which is left out. *rows: whether there is any line beside it. */
static bool add_table(Walk *walk, const Sheet *sheet, size_t *rows) {
    Str body = sheet->body, rest = body, first;
    bool wide = body.len >= 2 && ((unsigned char)body.data[0] >= 0xFE || !body.data[0] || !body.data[1]);
    if (walk->told->pages == 1) {
        walk->header = str_line(&rest, &first) ? arena_str(walk->arena, first) : STR("");
        buf_add(&walk->out, body);
        *rows = wide || str_trim(rest).len > 0;
        return true;
    }
    if (wide)
        return refuse(walk, &sheet->url, FAILURE_SHAPE, "pages of a table in UTF-16 cannot be put together");
    if (str_line(&rest, &first) && str_eq(str_trim(first), str_trim(walk->header)))
        body = rest;
    if (walk->out.len && walk->out.data[walk->out.len - 1] != '\n')
        buf_add_char(&walk->out, '\n');
    buf_add(&walk->out, body);
    *rows = str_trim(body).len > 0;
    return true;
}

static bool add_json(Walk *walk, const Sheet *sheet, UnwrapPage *page) {
    const Site *site = walk->session->site;
    UnwrapRules rules = {.rows = site->rows, .next = site->next, .cursor = str_given(site->cursor_parameter),
                           .single = site->paging != PAGING_AUTO || str_given(sheet->link)};
    if (!unwrap_page(walk->page_arena, url_shown(walk->page_arena, &sheet->url), sheet->body, &rules, &walk->state, &walk->out, page,
                       walk->error))
        return false;
    if (walk->told->pages == 1)
        walk->told->place = arena_str(walk->arena, page->place);
    walk->told->rows = walk->state.rows;
    return true;
}

static bool add(Walk *walk, const Sheet *sheet, UnwrapPage *page) {
    Shape shape = shape_of(sheet->body);
    *page = (UnwrapPage){0};
    if (is_web_page(sheet->body))
        return refuse(walk, &sheet->url, FAILURE_SHAPE, "a web page came, no dashboard (a form to sign in?)");
    if (str_trim(sheet->body).len == 0)
        return walk->told->pages > 1 || refuse(walk, &sheet->url, FAILURE_SHAPE, "nothing came");
    if (walk->shape != SHAPE_UNKNOWN && (walk->shape != shape || shape == SHAPE_WORKBOOK))
        return refuse(walk, &sheet->url, FAILURE_SHAPE, "pages of different kinds, or of workbooks, cannot be put together");
    walk->shape = shape;
    if (shape == SHAPE_JSON)
        return add_json(walk, sheet, page);
    if (shape == SHAPE_TABLE)
        return add_table(walk, sheet, &page->rows);
    buf_add(&walk->out, sheet->body);
    return true;
}

/* ---- the next one ---- */

static bool may_follow(const Walk *walk, const Url *from, const Url *to) {
    const Site *site = walk->session->site;
    bool same = url_same_origin(from, to) || (str_given(site->url.text) && url_same_origin(&site->url, to));
    for (size_t i = 0; i < site->allow_origins.len && !same; i++)
        same = url_same_origin(&site->allow_origins.items[i], to);
    return same;
}

/* The number of the parameter that asks for page `n`, or for what is behind so many rows. */
static bool count_on(Walk *walk, Str name, uint64_t value, Url *next) {
    return url_with_parameter(walk->page_arena, &walk->first, name, arena_printf(walk->page_arena, "%" PRIu64, value), next, walk->error);
}

/* A server that does not know the parameter gives the same page for ever. */
static bool is_repeated(Walk *walk, const Sheet *sheet) {
    g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)sheet->body.data, sheet->body.len);
    bool same = str_eq_cstr(walk->last_sum, sum);
    walk->last_sum = arena_cstr(walk->arena, sum);
    return same;
}

static bool next_counted(Walk *walk, const Sheet *sheet, const UnwrapPage *page, Url *next, bool *more) {
    const Site *site = walk->session->site;
    *more = page->rows > 0;
    if (!*more)
        return true;
    if (is_repeated(walk, sheet))
        return refuse(walk, &sheet->url, FAILURE_PAGES, "it is the page before once more; does the server know the parameter?");
    if (site->paging == PAGING_PAGE)
        return count_on(walk, site->page_parameter, (uint64_t)site->first_page + walk->told->pages, next);
    if (walk->shape != SHAPE_JSON)
        return refuse(walk, &sheet->url, FAILURE_PAGES, "paging = offset counts rows and needs JSON");
    return count_on(walk, site->offset_parameter, walk->state.rows, next);
}

/* Where to go on; *more is false at the end. */
static bool next_of(Walk *walk, const Sheet *sheet, const UnwrapPage *page, Url *next, bool *more) {
    const Site *site = walk->session->site;
    Str target = str_given(sheet->link) ? sheet->link : page->next;
    *more = false;
    if (site->paging == PAGING_NONE)
        return true;
    if (site->paging != PAGING_AUTO)
        return next_counted(walk, sheet, page, next, more);
    if (!str_given(target))
        return true;
    *more = true;
    if (str_given(site->cursor_parameter) && !str_given(sheet->link))
        return url_with_parameter(walk->page_arena, &walk->first, site->cursor_parameter, target, next, walk->error);
    if (!url_resolve(walk->page_arena, &sheet->url, target, next, walk->error))
        return false;
    if (!may_follow(walk, &sheet->url, next))
        return refuse(walk, &sheet->url, FAILURE_PAGES, "the next page is on another server (allow_origin may permit it)");
    return true;
}

/* The page's arena is emptied before the next one is asked for. */
static Url kept(Walk *walk, const Url *url) {
    Arena *arena = walk->arena;
    return (Url){arena_str(arena, url->text), arena_str(arena, url->scheme), arena_str(arena, url->host), url->port,
                 arena_str(arena, url->path)};
}

/* The address with the parameters of the first page. */
static bool find_first(Walk *walk) {
    const Site *site = walk->session->site;
    walk->first = *walk->ask->url;
    if (site->page_size && !count_on(walk, site->size_parameter, (uint64_t)site->page_size, &walk->first))
        return false;
    if (site->paging == PAGING_PAGE && !count_on(walk, site->page_parameter, (uint64_t)site->first_page, &walk->first))
        return false;
    if (site->paging == PAGING_OFFSET && !count_on(walk, site->offset_parameter, 0, &walk->first))
        return false;
    walk->first = kept(walk, &walk->first);
    return true;
}

/* ---- all of them ---- */

static bool step(Walk *walk, Url *url) {
    Sheet sheet;
    UnwrapPage page;
    Url next;
    if (!g_hash_table_add(walk->seen, g_strndup(url->text.data, url->text.len)))
        return refuse(walk, url, FAILURE_PAGES, "the pages go round in a circle");
    if (walk->told->pages == (size_t)walk->session->site->max_pages)
        return refuse(walk, url, FAILURE_PAGES, "there are more pages than max_pages");
    if (!fetch(walk, url, &sheet) || !add(walk, &sheet, &page) || !next_of(walk, &sheet, &page, &next, &walk->told->more))
        return false;
    if (walk->told->more)
        *url = kept(walk, &next);
    return true;
}

static bool walk_all(Walk *walk) {
    if (!find_first(walk))
        return false;
    Url url = walk->first;
    do {
        arena_clear(walk->page_arena);
        if (!step(walk, &url))
            return false;
    } while (walk->told->more && !walk->ask->first_only);
    if (walk->shape == SHAPE_JSON && !walk->state.rows)
        return refuse(walk, &walk->first, FAILURE_SHAPE, "the dashboard has no rows");
    return true;
}

bool pages_read(Session *session, Arena *arena, const PagesAsk *ask, Str *bytes, PagesTold *told, GError **error) {
    Walk walk = {.session = session, .ask = ask, .arena = arena, .page_arena = arena_new(), .out = {.arena = arena}, .told = told,
                 .keep = ask->cache != NULL, .error = error};
    *told = (PagesTold){0};
    walk.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (ask->cache)
        cache_load(arena, ask->cache, &walk.known);
    bool good = walk_all(&walk);
    if (good && walk.keep && walk.changed && !ask->first_only)
        cache_save(ask->cache, &walk.kept);
    if (good)
        *bytes = buf_str(&walk.out);
    g_hash_table_unref(walk.seen);
    arena_free(&walk.page_arena);
    return good;
}
