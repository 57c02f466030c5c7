#include "bridge.h"

extern newel_status newelServe(newel_host *host, newel_invocation *call);

static newel_status invoke(newel_instance *self, const newel_host *host, const newel_invocation *call) {
    (void)self;
    return newelServe((newel_host *)host, (newel_invocation *)call);
}

newel_status bridge_complete(const newel_host *host, const newel_invocation *call, const char *json, uint64_t length) {
    newel_bytes bytes = {(const uint8_t *)json, length};
    return host->complete(host->ctx, call->call, bytes);
}

newel_status bridge_fail(const newel_host *host, const newel_invocation *call, const char *message) {
    return newel_fail(host, call, "Error", message);
}

void bridge_log(const newel_host *host, const newel_invocation *call, const char *message, uint64_t length) {
    newel_bytes bytes = {(const uint8_t *)message, length};
    host->log(host->ctx, call->call, NEWEL_LOG_INFO, bytes, newel_text(NULL));
}

NEWEL_FUNCTION("@NAME@", invoke)
