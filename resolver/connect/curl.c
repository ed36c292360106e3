#include "connect/curl.h"

#include <dlfcn.h>
#include <glib.h>

#include "base/banned.h"

/* Left open: the process ends with it. */
static bool load(Curl *curl) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return false;
#define CURL_FIND(name) {#name, offsetof(Curl, name)},
    static const struct {
        const char *name;
        size_t place;
    } functions[] = {CURL_FUNCTIONS(CURL_FIND)};
#undef CURL_FIND
    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
        g_autofree char *name = g_strconcat("curl_", functions[i].name, NULL);
        void *found = dlsym(library, name);
        if (!found)
            return false;
        memcpy((char *)curl + functions[i].place, &found, sizeof found);
    }
    return curl->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

const Curl *curl_library(void) {
    static Curl curl;
    static bool tried, loaded;
    if (!tried)
        loaded = load(&curl);
    tried = true;
    return loaded ? &curl : NULL;
}
