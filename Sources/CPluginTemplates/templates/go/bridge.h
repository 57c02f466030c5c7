#include "newel_plugin_helpers.h"

#include <stdlib.h>

newel_status bridge_complete(const newel_host *host, const newel_invocation *call, const char *json, uint64_t length);
newel_status bridge_fail(const newel_host *host, const newel_invocation *call, const char *message);
void bridge_log(const newel_host *host, const newel_invocation *call, const char *message, uint64_t length);
