#include <newel_plugin.h>
static newel_status echo(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return h->complete(h->ctx, v->call, v->payload);
}
NEWEL_FUNCTION("Echo", echo)
