#include "connect/failure.h"

#include <stdarg.h>

#include "base/banned.h"

GQuark failure_quark(void) {
    return g_quark_from_static_string("resolver-connect");
}

bool failure_set(GError **error, Failure code, const char *format, ...) {
    va_list args;
    va_start(args, format);
    if (error && !*error)
        *error = g_error_new_valist(failure_quark(), (int)code, format, args);
    va_end(args);
    return false;
}

const char *failure_advice(const GError *error) {
#define FAILURE_ADVICE(name, advice) advice,
    static const char *const advice[] = {FAILURE_LIST(FAILURE_ADVICE)};
#undef FAILURE_ADVICE
    return error->domain == failure_quark() && error->code < FAILURE_COUNT ? advice[error->code] : NULL;
}
