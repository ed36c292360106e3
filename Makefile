# Build, tests, demo, benchmarks and installation of the resolver. `make help` lists the targets.
# Switches: BUILD=dir CC=clang-14 CFLAGS=... PREFIX=/usr/local DESTDIR=/stage; `make asan test` runs under sanitizers.

.DEFAULT_GOAL := all
BUILD ?= build
CC = gcc
CFLAGS = -O2 -g
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 30
VERSION := 0.2.0

# "asan" is a switch that may stand beside any other goal; it has a build directory of its own.
ifneq ($(filter asan,$(MAKECMDGOALS)),)
override BUILD := $(BUILD)/asan
override CFLAGS := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
FORTIFY :=
endif
SANITIZED := $(findstring -fsanitize,$(CFLAGS))
# FORTIFY needs optimisation and would hide what AddressSanitizer reports.
FORTIFY ?= $(if $(SANITIZED),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)

PKGS := glib-2.0 jansson gmime-3.0 libxml-2.0 icu-uc icu-i18n libexttextcat sqlite3
# Asked once, and only when something is compiled: a bare machine has no pkg-config before tests/deps ran.
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)

# Instrumented code confuses gcc's flow analysis; the plain build keeps this warning an error.
LENIENT := $(if $(SANITIZED),$(if $(findstring gcc,$(CC)),-Wno-maybe-uninitialized))

HARDEN := -fstack-protector-strong -fstack-clash-protection $(if $(filter x86_64,$(shell uname -m)),-fcf-protection)
CFLAGS_ALL = -std=c17 -Wall -Wextra -Werror $(LENIENT) $(FORTIFY) $(HARDEN) -fPIC -fno-semantic-interposition -MMD -MP \
	-Iresolver -I. -I$(BUILD)/generated -DRESOLVER_VERSION='"$(VERSION)"' $(PKG_CFLAGS) $(CFLAGS)
LDFLAGS_ALL = -pie -Wl,-z,relro,-z,now,--as-needed $(LDFLAGS)

# One file a language; English is the one that stands in for any other.
LANGUAGES := resolver/model/languages/en.def $(filter-out %/en.def,$(sort $(wildcard resolver/model/languages/*.def)))
LANGUAGE_INC := $(BUILD)/generated/model/languages.inc
$(LANGUAGE_INC): $(LANGUAGES) Makefile
	@mkdir -p $(@D)
	@printf '#include "%s"\n' $(LANGUAGES:resolver/%=%) >$@

# The library is everything but the entry point and the commands.
LIB_SOURCES := $(filter-out resolver/main.c,$(wildcard resolver/*.c resolver/base/*.c resolver/model/*.c \
	resolver/store/*.c resolver/match/*.c resolver/reply/*.c resolver/run/*.c parsers/*.c))
# What only the commands use, not the library.
ROOM_SOURCES := $(wildcard resolver/queue/*.c resolver/connect/*.c resolver/report/*.c)
ROOM_PKGS := xlsxwriter
CLI_SOURCES := resolver/main.c $(wildcard resolver/cli/*.c)
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/obj/%.o)
ROOM_OBJECTS := $(ROOM_SOURCES:%.c=$(BUILD)/obj/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/obj/%.o)
# resolver-extract has the libraries that read untrusted files; nothing else links them (parsers/extract.h).
EXTRACT_SOURCES := $(wildcard parsers/extract/*.c)
EXTRACT_OBJECTS := $(EXTRACT_SOURCES:%.c=$(BUILD)/obj/%.o)
EXTRACT_PKGS := poppler-glib libseccomp libzip libcrypto libytnef tesseract lept
EXTRACT_CFLAGS = $(eval EXTRACT_CFLAGS := $(shell pkg-config --cflags $(EXTRACT_PKGS)))$(EXTRACT_CFLAGS)
EXTRACT_LIBS = $(eval EXTRACT_LIBS := $(shell pkg-config --libs $(EXTRACT_PKGS)))$(EXTRACT_LIBS)
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))
FUZZERS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

# All cores, unless somebody said how many.
JOBS = $(if $(findstring j,$(firstword -$(MAKEFLAGS))),,-j$(shell nproc))

# One short line a step; V=1 shows the commands.
Q := $(if $(V),,@)
say = $(if $(findstring s,$(firstword -$(MAKEFLAGS))),,@printf '  %-5s %s\n' $(1) $(2))

all: $(BUILD)/resolver $(BUILD)/resolver-extract $(BUILD)/resolver-ocr $(BUILD)/libresolver.a $(BUILD)/libresolver.so.0 $(BUILD)/lexicon.bin ## build build/resolver and the library (default)

$(BUILD)/obj/%.o: %.c | $(LANGUAGE_INC)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CFLAGS_ALL) -c $< -o $@

$(EXTRACT_OBJECTS): CFLAGS_ALL += $(EXTRACT_CFLAGS)

# A function of LittleCMS is ours (parsers/extract/pdf_colours.h).
EXTRACT_LDFLAGS := -Wl,--export-dynamic-symbol=cmsOpenProfileFromMem

# Recognizing text takes a second program: its libraries would make each document of the first dearer.
READERS := $(addprefix $(BUILD)/obj/parsers/extract/,server.o pdf_colours.o)
$(BUILD)/resolver-extract: $(READERS) $(addprefix $(BUILD)/obj/parsers/extract/,readers.o ocr_none.o) $(BUILD)/extract.a $(BUILD)/internal.a
$(BUILD)/resolver-ocr: $(READERS) $(addprefix $(BUILD)/obj/parsers/extract/,readers_ocr.o ocr.o) $(BUILD)/extract.a $(BUILD)/internal.a
$(BUILD)/resolver-extract $(BUILD)/resolver-ocr:
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(EXTRACT_LDFLAGS) -o $@ $^ $(EXTRACT_LIBS) $(PKG_LIBS) -lm

# The same server and sandbox with readers that misbehave, for tests/unit/test_extractor.c.
$(BUILD)/resolver-extract-test: tests/extract_readers.c $(addprefix $(BUILD)/obj/parsers/extract/,server.o sandbox.o fork_cost.o) \
		$(BUILD)/internal.a
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $(filter %.c %.o %.a,$^) $(EXTRACT_LIBS) $(PKG_LIBS)

$(BUILD)/unit/test_extractor: | $(BUILD)/resolver-extract-test
$(BUILD)/unit/test_pdf: | $(BUILD)/resolver-extract $(BUILD)/resolver-ocr

# What the programs and the tests link of it is what they name.
$(BUILD)/extract.a: $(filter-out %/server.o %/readers.o %/readers_ocr.o %/ocr_none.o %/pdf_colours.o,$(EXTRACT_OBJECTS))
	@rm -f $@
	$(Q)ar rcs $@ $^

# The archive offers only resolver_*: its objects are joined into one and the rest is made local.
$(BUILD)/internal.a: $(LIB_OBJECTS)
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/rooms.a: $(ROOM_OBJECTS)
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/libresolver.a: $(LIB_OBJECTS)
	@rm -f $@
	$(call say,AR,$@)
	$(Q)ld -r -o $(BUILD)/obj/libresolver.o $^
	$(Q)objcopy --wildcard --keep-global-symbol='resolver_*' $(BUILD)/obj/libresolver.o
	$(Q)ar rcs $@ $(BUILD)/obj/libresolver.o

$(BUILD)/libresolver.so.0: $(LIB_OBJECTS) resolver/libresolver.map
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS) -shared -Wl,-soname,libresolver.so.0,-Bsymbolic -Wl,--version-script=resolver/libresolver.map \
		-Wl,-z,relro,-z,now,--as-needed -o $@ $(LIB_OBJECTS) $(PKG_LIBS)

# The link tells programs of the build tree where their data is (resolver/run/datadir.h).
$(BUILD)/source:
	@mkdir -p $(@D)
	@ln -sfn $(CURDIR) $@

ROOM_LIBS = $(eval ROOM_LIBS := $(shell pkg-config --libs $(ROOM_PKGS)))$(ROOM_LIBS)
$(BUILD)/resolver: $(CLI_OBJECTS) $(BUILD)/rooms.a $(BUILD)/internal.a | $(BUILD)/source
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $^ $(ROOM_LIBS) $(PKG_LIBS) -lm

$(BUILD)/lexicon-compile: parsers/lexicon/compile.c $(BUILD)/internal.a
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< $(BUILD)/internal.a $(PKG_LIBS)

# What the .ini files say, ready to use; a program that finds it stale reads the files (parsers/lexicon_cache.h).
$(BUILD)/lexicon.bin: $(BUILD)/lexicon-compile $(wildcard parsers/lexicon/*.ini)
	$(call say,LEX,$@)
	$(Q)$(BUILD)/lexicon-compile parsers/lexicon $@

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/extract.a $(BUILD)/rooms.a $(BUILD)/internal.a
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -Itests/unit -o $@ $< $(BUILD)/extract.a $(BUILD)/rooms.a $(BUILD)/internal.a $(UNIT_LIBS) $(ROOM_LIBS) $(PKG_LIBS) -lm -lcriterion

# Every test binary starts once a test: only these carry what they read with.
$(BUILD)/unit/test_archive $(BUILD)/unit/test_workbook $(BUILD)/unit/test_workbook_dashboard $(BUILD)/unit/test_report_files: UNIT_LIBS = $(shell pkg-config --libs libzip)
$(BUILD)/unit/test_ocr: UNIT_LIBS = $(shell pkg-config --libs tesseract lept cairo)
$(BUILD)/unit/test_growth: UNIT_LIBS = $(shell pkg-config --libs poppler-glib tesseract lept cairo libzip libcrypto)
$(BUILD)/unit/test_signed: UNIT_LIBS = $(shell pkg-config --libs libcrypto)

$(BUILD)/mustache-spec: tests/mustache_spec.c $(BUILD)/internal.a
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< $(BUILD)/internal.a $(PKG_LIBS)

# Preloaded into the program, so no sanitizer may be in it.
$(BUILD)/power-log.so: tests/power/log.c
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) -std=c17 -Wall -Wextra -Werror -O2 -g -fPIC -shared -o $@ $<

$(BUILD)/cases: tests/cases.c
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< $(PKG_LIBS)

demo: ## install what is missing, build, and run the main job on samples/, printing the drafts
	@tests/deps build
	@echo "demo: building $(BUILD)/resolver"
	@$(MAKE) --no-print-directory -s $(JOBS) all
	@tests/demo $(BUILD)/resolver samples

test: ## install what is missing, build, and run every test; ends with "N passed, N failed"
	@tests/deps build test
	@echo "test: building"
	@$(MAKE) --no-print-directory -s $(JOBS) $(filter asan,$(MAKECMDGOALS)) test-programs
	@BUILD=$(BUILD) CC="$(CC)" MAKE="$(MAKE)" tests/run $(if $(SANITIZED),sanitized)

test-programs: all $(UNIT) $(BUILD)/cases $(BUILD)/mustache-spec $(BUILD)/power-log.so

unit: $(UNIT) ## build and run the unit tests
	@BUILD=$(BUILD) tests/run unit-only

cases: $(BUILD)/resolver $(BUILD)/cases ## run the labelled tickets of tests/cases (CASES=dir for others)
	@$(BUILD)/cases $(BUILD)/resolver $(or $(CASES),tests/cases)

mustache-spec: $(BUILD)/mustache-spec ## run Mustache's own specification (SPEC=dir that holds specs/*.json)
	@$(BUILD)/mustache-spec $(SPEC)

check: all ## layering, headers, banned words, lexicon and templates complete, installation
	@BUILD=$(BUILD) CC="$(CC)" MAKE="$(MAKE)" tests/check

asan: $(if $(filter-out asan,$(MAKECMDGOALS)),,all) ## build with AddressSanitizer and UBSan; `make asan test` tests so
	@:

bench: all $(BUILD)/bench $(BUILD)/bench-peak ## tickets a second, microseconds by stage, peak memory, and the floor
	@tests/bench/run $(BUILD)
	@tests/bench/queue $(BUILD) 2000 20000
	@tests/bench/store $(BUILD) 100000 10000 100000

bench-full: all $(BUILD)/bench $(BUILD)/bench-peak ## the same with a million tickets, a million rows to import and ten million to look up: minutes, and 4 GB of disk
	@tests/bench/queue $(BUILD) 10000 1000000
	@tests/bench/store $(BUILD) 1000000 10000 10000000

$(BUILD)/bench: tests/bench/bench.c tests/bench/gen.c tests/bench/travel.c tests/bench/wording.c tests/bench/gen.h tests/bench/wording.h $(BUILD)/internal.a | $(BUILD)/source
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $(filter %.c,$^) $(BUILD)/internal.a $(PKG_LIBS)

$(BUILD)/bench-peak: tests/bench/peak.c
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $<

# The fuzzers instrument our own sources, so they are compiled apart.
fuzz: ## run every fuzzer for FUZZ_SECONDS (needs clang-14)
	@$(MAKE) --no-print-directory -s $(JOBS) BUILD=$(BUILD)/fuzzing CC=clang-14 \
		CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all" fuzz-programs
	@FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run $(BUILD)/fuzzing/fuzz

fuzz-programs: $(FUZZERS)

$(BUILD)/fuzz/%: tests/fuzz/%.c $(BUILD)/extract.a $(BUILD)/rooms.a $(BUILD)/internal.a
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -fsanitize=fuzzer -o $@ $(filter %.c %.o,$^) $(BUILD)/extract.a $(BUILD)/rooms.a $(BUILD)/internal.a $(FUZZ_LIBS) $(PKG_LIBS) -lm

$(BUILD)/fuzz/fuzz_einvoice: FUZZ_LIBS = $(shell pkg-config --libs libcrypto)
$(BUILD)/fuzz/fuzz_workbook: FUZZ_LIBS = $(shell pkg-config --libs libzip)
$(BUILD)/fuzz/fuzz_archive: FUZZ_LIBS = $(shell pkg-config --libs libzip libytnef libcrypto)
$(BUILD)/fuzz/fuzz_pdf: FUZZ_LIBS = $(shell pkg-config --libs poppler-glib)
$(BUILD)/fuzz/fuzz_pdf: $(BUILD)/obj/parsers/extract/ocr_none.o

ROOT := $(DESTDIR)$(PREFIX)
install: all ## install below PREFIX (DESTDIR is put before it)
	install -d $(ROOT)/bin $(ROOT)/lib/pkgconfig $(ROOT)/include $(ROOT)/share/man/man1 $(ROOT)/share/resolver/lexicon
	install -m 755 $(BUILD)/resolver $(ROOT)/bin/resolver
	install -d $(ROOT)/libexec/resolver
	install -m 755 $(BUILD)/resolver-extract $(BUILD)/resolver-ocr $(ROOT)/libexec/resolver
	install -m 644 $(BUILD)/libresolver.a $(ROOT)/lib/libresolver.a
	install -m 755 $(BUILD)/libresolver.so.0 $(ROOT)/lib/libresolver.so.0
	ln -sf libresolver.so.0 $(ROOT)/lib/libresolver.so
	install -m 644 resolver/resolver.h $(ROOT)/include/resolver.h
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@PKGS@|$(PKGS)|' resolver/resolver.pc.in \
		> $(ROOT)/lib/pkgconfig/resolver.pc
	install -m 644 parsers/lexicon/*.ini $(BUILD)/lexicon.bin $(ROOT)/share/resolver/lexicon
	for d in templates/*/; do install -d $(ROOT)/share/resolver/$$d && \
		install -m 644 $$d* $(ROOT)/share/resolver/$$d || exit 1; done
	install -m 644 resolver/match/programme.ini $(ROOT)/share/resolver/programme.ini
	install -m 644 samples/resolver.ini $(ROOT)/share/resolver/resolver.ini
	install -m 644 resolver/resolver.1 $(ROOT)/share/man/man1/resolver.1

uninstall: ## remove what install put there
	rm -f $(ROOT)/bin/resolver $(ROOT)/lib/libresolver.a $(ROOT)/lib/libresolver.so $(ROOT)/lib/libresolver.so.0 \
		$(ROOT)/include/resolver.h $(ROOT)/lib/pkgconfig/resolver.pc $(ROOT)/share/man/man1/resolver.1
	rm -rf $(ROOT)/share/resolver $(ROOT)/libexec/resolver

clean: ## remove the build directory
	rm -rf $(BUILD)

help: ## this list
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  make %-14s%s\n", $$1, $$2}' Makefile

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all demo test test-programs unit cases mustache-spec check asan bench bench-full fuzz fuzz-programs install uninstall clean help
.DELETE_ON_ERROR:
