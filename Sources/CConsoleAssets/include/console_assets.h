/*
 * console_assets.h: the files of the console's pages, as they stand in assets/
 */
#ifndef CONSOLE_ASSETS_H
#define CONSOLE_ASSETS_H

#include <stddef.h>

/* One file. Static. */
typedef struct console_asset {
    const char *name;          /* its path below assets/ */
    const unsigned char *text; /* no NUL */
    size_t length;
} console_asset;

/* The files in turn; NULL behind the last. */
const console_asset *console_asset_at(size_t index);

#endif
