/* Sandbox: what a process that reads untrusted bytes may do: compute, write to the pipe it has, and read fonts and
 * character maps. No network, no program, no process, no file written, limited memory and time. */
#ifndef PARSERS_EXTRACT_SANDBOX_H
#define PARSERS_EXTRACT_SANDBOX_H

#include <stdbool.h>

#define SANDBOX_MEMORY ((size_t)1024 * 1024 * 1024) /* address space */
#define SANDBOX_FILES  32

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED true /* its shadow needs terabytes of address space, its allocator is another */
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#endif
#ifndef SANITIZED
#define SANITIZED false
#endif

/* Once, in the server, when everything is loaded: from here on only the folders that readers need can be opened, by it and
 * all its children, and the filter of the children is made. False when the system cannot confine: then nothing may be
 * read. Without Landlock (a kernel before 5.13) children open no file at all: PDFs whose fonts are not embedded may lose
 * text. */
bool sandbox_prepare(void);
/* In a child, before it looks at a document: for good. */
bool sandbox_enter(unsigned cpu_seconds);

#endif
