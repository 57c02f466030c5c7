/* One broken descriptor, chosen with -D; what is not chosen is sound. */
#include <newel_plugin.h>

#include <stdlib.h>
#include <unistd.h>

#ifndef MAGIC
#define MAGIC NEWEL_MAGIC
#endif
#ifndef SIZE
#define SIZE sizeof(newel_plugin)
#endif
#ifndef ABI
#define ABI NEWEL_ABI_VERSION
#endif
#ifndef MIN_HOST
#define MIN_HOST NEWEL_ABI_VERSION
#endif
#ifndef COUNT
#define COUNT 1
#endif
#ifndef HANDLER_SIZE
#define HANDLER_SIZE sizeof(newel_handler)
#endif
#ifndef KIND
#define KIND NEWEL_KIND_FUNCTION
#endif
#ifndef FLAGS
#define FLAGS 0
#endif
#ifndef INVOKE
#define INVOKE echo
#endif
#ifndef NAME
#define NAME "Bad"
#endif
#ifndef LIST
#define LIST {&handler}
#endif
#ifndef RETURN
#define RETURN &plugin
#endif
#ifndef FIRST
#define FIRST
#endif
#ifdef MISSING
extern int this_symbol_is_nowhere(void);
__attribute__((constructor)) static void use(void) { this_symbol_is_nowhere(); }
#endif
#ifdef CONSTRUCTOR
__attribute__((constructor)) static void begin(void) { CONSTRUCTOR; }
#endif

static newel_status echo(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return h->complete(h->ctx, v->call, v->payload);
}
__attribute__((used)) static newel_status (*const keep)(newel_instance *, const newel_host *, const newel_invocation *) = echo;

static const newel_handler handler = {HANDLER_SIZE, KIND, NAME, FLAGS, 0, NULL, NULL, INVOKE, NULL, NULL, NULL, NULL};
__attribute__((used)) static const newel_handler *const list[] = LIST;
static const newel_plugin plugin = {MAGIC, SIZE, ABI, MIN_HOST, NULL, NULL, 0, COUNT, list, NULL, NULL};

const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    (void)host_abi_version, (void)plugin;
    FIRST;
    return RETURN;
}
