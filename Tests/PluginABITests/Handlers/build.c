/* One build of a function: answers its VERSION, crashes when it is asked to, and behaves in a probe as it was compiled to. */
#include <newel_plugin.h>
#include <newel_plugin_helpers.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef IN_PROBE
#define IN_PROBE newel_complete_text(h, v, "true")
#endif

static int asked_for(const newel_invocation *v, const char *word) {
    return v->payload.len >= strlen(word) && memmem(v->payload.ptr, v->payload.len, word, strlen(word)) != NULL;
}

static newel_status ask(const newel_host *h, const newel_invocation *v) {
    newel_api_reply reply;
    newel_status status = newel_api_call_wait(h, v->call, "sqs", "ListQueues", newel_text("{}"), &reply);
    h->free(h->ctx, (void *)reply.json.ptr);
    return status == NEWEL_OK ? newel_complete_text(h, v, "1") : newel_fail(h, v, "Asked", "in vain");
}

static newel_status build(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    if (v->flags & NEWEL_INV_PROBE) return IN_PROBE;
    if (asked_for(v, "crash")) abort();
    if (asked_for(v, "fail")) return newel_fail(h, v, "Told", "as it was told");
    if (asked_for(v, "wait")) usleep(700 * 1000);
    return newel_complete_text(h, v, VERSION);
}
NEWEL_FUNCTION("Build", build)
