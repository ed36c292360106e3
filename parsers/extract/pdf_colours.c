#include "parsers/extract/pdf_colours.h"

#include "base/banned.h"

void *cmsOpenProfileFromMem(const void *bytes, unsigned size) {
    (void)bytes;
    (void)size;
    return (void *)0;
}
