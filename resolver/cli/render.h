/* Render: the outcome of a ticket in one of the formats of contract section 1. */
#ifndef CLI_RENDER_H
#define CLI_RENDER_H

#include "cli/output.h"
#include "run/pipeline.h"

typedef struct RenderOptions {
    Format format;
    bool page;   /* html: a page of its own; else a piece of the page that Output makes */
    bool colour; /* text: for a terminal */
} RenderOptions;

/* In the arena of `outcome`, the last of `pipeline`; absent when this format has nothing to say (of a draft that does not
 * exist, of a ticket that could not be read). */
Str render(const Pipeline *pipeline, const Outcome *outcome, const RenderOptions *options);

#endif
