#include <newel_plugin_helpers.h>

/* Answers {"hello": EVENT}. */
static newel_status answer(newel_instance *self, const newel_host *host, const newel_invocation *call) {
    static const char before[] = "{\"hello\":", after[] = "}";
    const uint64_t length = sizeof before - 1 + call->payload.len + sizeof after - 1;
    char *reply = host->alloc(host->ctx, length);
    (void)self;
    if (!reply) return newel_fail(host, call, "OutOfMemory", "The event is too large for the memory there is.");
    memcpy(reply, before, sizeof before - 1);
    memcpy(reply + sizeof before - 1, call->payload.ptr, call->payload.len);
    memcpy(reply + sizeof before - 1 + call->payload.len, after, sizeof after - 1);
    newel_log(host, call, NEWEL_LOG_INFO, "said hello");
    return host->complete_owned(host->ctx, call->call, reply, length);
}
NEWEL_FUNCTION("@NAME@", answer)
