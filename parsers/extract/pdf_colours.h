/* Colours do not matter to whoever reads text. Poppler computes a transform for the colour profile of each PDF/A (all
 * e-invoices are such), which takes ten times as long as the text. It asks LittleCMS for the profile by this function;
 * the one in the program stands before that of the library (the Makefile exports it), and has none: then Poppler takes
 * the plain colours. */
#ifndef PARSERS_EXTRACT_PDF_COLOURS_H
#define PARSERS_EXTRACT_PDF_COLOURS_H

void *cmsOpenProfileFromMem(const void *bytes, unsigned size);

#endif
