/* Connect: dashboards by address ("https://...") or by a name of resolver.ini ("@kpi"), for -d and the import.
 *
 *     Connect *connect = connect_open(NULL, &error);
 *     PipelineOptions options = {.fetch = connect_fetch(connect), ...};
 *     ... pipeline_open() ...
 *     connect_free(&connect);
 *
 * On the way: config (what is wanted), auth (who asks), http and retry (one request), get (one page), pages and unwrap (all of
 * them as one file), cache (what came last). A dashboard comes whole or not at all. */
#ifndef CONNECT_CONNECT_H
#define CONNECT_CONNECT_H

#include "connect/config.h"
#include "connect/pages.h"
#include "run/dashboards.h"

typedef struct Connect Connect;

/* `config` NULL: the usual file, which need not be there. NULL and an error when it cannot be used. */
Connect *connect_open(const char *config, GError **error);
void connect_free(Connect **connect);

/* For PipelineOptions and DashboardReader; lives as long as `connect`. */
const DashboardFetch *connect_fetch(const Connect *connect);

const Config *connect_config(const Connect *connect);

/* Somebody who waits hears, some times a second, how far a dashboard is: pages that are here, bytes of them and the one that
 * comes. NULL: nobody. */
typedef struct ConnectWatch {
    void *self;
    void (*far)(void *self, Str name, size_t pages, size_t bytes);
} ConnectWatch;
void connect_watch(Connect *connect, const ConnectWatch *watch);

/* What an address means: the section for it, or the defaults. Both live as long as `connect`. */
bool connect_target(Connect *connect, const char *address, const Site **site, Url *url, GError **error);

/* The dashboard, or a trial of its first page, in the arena. `told` is filled even when it fails. */
bool connect_read(Connect *connect, Arena *arena, const char *address, bool trial, DashboardFetched *out, PagesTold *told,
                  GError **error);

/* The credentials for an address, without asking for the dashboard itself. */
bool connect_authorize(Connect *connect, const Site *site, GError **error);

#endif
