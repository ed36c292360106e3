/* Values of resolver.ini: one reader a kind. Internal to the configuration. */
#ifndef CONNECT_CONFIG_VALUES_H
#define CONNECT_CONFIG_VALUES_H

#include "connect/config.h"
#include "base/buf.h"
#include "connect/ini.h"

typedef struct ConfigReader {
    Arena *arena;
    Str file, folder; /* the file, and where it lies */
    const IniLine *line;
    GError **error;
} ConfigReader;

/* "file:line: key why"; gives false. The value is not repeated: it may be a secret in the wrong place. */
bool config_refuse(const ConfigReader *reader, const char *why);

/* `out` is the field; false after config_refuse(). */
typedef bool ConfigValue(const ConfigReader *reader, Str text, void *out);
ConfigValue config_text;      /* Str */
ConfigValue config_word;      /* Str: a name that may stand in a header or a query */
ConfigValue config_path;      /* Str: "~/" is the home, else beside the file */
ConfigValue config_flag;      /* bool: yes, no */
ConfigValue config_time;      /* int, milliseconds: 500ms, 30s, 5m, 1h */
ConfigValue config_size;      /* size_t: 64K, 256M, 1G */
ConfigValue config_count;     /* int, 0 to a million */
ConfigValue config_positive;  /* int, 1 to a million */
ConfigValue config_url;       /* Url */
ConfigValue config_origins;   /* Site.allow_origins */
ConfigValue config_auth;      /* AuthKind */
ConfigValue config_paging;    /* Paging */
ConfigValue config_client;    /* ClientAuth */
ConfigValue config_env;       /* SecretSource, one of the three */
ConfigValue config_file;
ConfigValue config_command;

#endif
