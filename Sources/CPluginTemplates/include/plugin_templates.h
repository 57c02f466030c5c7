/*
 * plugin_templates.h: the files `newel plugin new` writes, as they stand in templates/
 */
#ifndef PLUGIN_TEMPLATES_H
#define PLUGIN_TEMPLATES_H

#include <stddef.h>

/* One file of a new plugin. Static. */
typedef struct plugin_template {
    const char *languages; /* which it belongs to, each with a space on both sides: " c cpp " */
    const char *path;      /* where it goes, with placeholders */
    const unsigned char *text; /* with placeholders, no NUL */
    size_t length;
} plugin_template;

/* The files in turn; NULL behind the last. */
const plugin_template *plugin_template_at(size_t index);

#endif
