/* The layout of the interface, checked at every build: sizes and offsets are a promise to binaries that exist already. */
#include "newel_plugin.h"
#include "newel_plugin_helpers.h"
#include "newel_store_effect.h"

#ifndef GROWN /* with it: offsets alone, for a header whose structures have grown */
#define SIZE(T, n) _Static_assert(sizeof(T) == (n), #T " must stay " #n " bytes")
#else
#define SIZE(T, n) _Static_assert(sizeof(T) >= (n), #T " must keep its first " #n " bytes")
#endif
#define AT(T, f, at, n) _Static_assert(offsetof(T, f) == (at) && sizeof(((T *)0)->f) == (n), #T "." #f " must stay " #n " bytes at " #at)

SIZE(newel_bytes, 16);
AT(newel_bytes, ptr, 0, 8);
AT(newel_bytes, len, 8, 8);

SIZE(newel_error, 56);
AT(newel_error, size, 0, 4);
AT(newel_error, flags, 4, 4);
AT(newel_error, type, 8, 16);
AT(newel_error, message, 24, 16);
AT(newel_error, stack_json, 40, 16);

SIZE(newel_invocation, 192);
AT(newel_invocation, size, 0, 4);
AT(newel_invocation, flags, 4, 4);
AT(newel_invocation, call, 8, 8);
AT(newel_invocation, payload, 16, 16);
AT(newel_invocation, request_id, 32, 16);
AT(newel_invocation, resource_arn, 48, 16);
AT(newel_invocation, function_version, 64, 16);
AT(newel_invocation, task_token, 80, 16);
AT(newel_invocation, execution_arn, 96, 16);
AT(newel_invocation, client_context, 112, 16);
AT(newel_invocation, trace_header, 128, 16);
AT(newel_invocation, idempotency_key, 144, 16);
AT(newel_invocation, deadline_mono_ns, 160, 8);
AT(newel_invocation, deadline_unix_ms, 168, 8);
AT(newel_invocation, memory_limit, 176, 8);
AT(newel_invocation, attempt, 184, 4);
AT(newel_invocation, reserved0, 188, 4);

SIZE(newel_host, 152);
AT(newel_host, size, 0, 4);
AT(newel_host, abi_version, 4, 4);
AT(newel_host, ctx, 8, 8);
AT(newel_host, log, 16, 8);
AT(newel_host, clock_mono_ns, 24, 8);
AT(newel_host, clock_unix_ns, 32, 8);
AT(newel_host, alloc, 40, 8);
AT(newel_host, realloc, 48, 8);
AT(newel_host, free, 56, 8);
AT(newel_host, complete, 64, 8);
AT(newel_host, complete_owned, 72, 8);
AT(newel_host, fail, 80, 8);
AT(newel_host, write_chunk, 88, 8);
AT(newel_host, remaining_ns, 96, 8);
AT(newel_host, cancelled, 104, 8);
AT(newel_host, on_cancel, 112, 8);
AT(newel_host, heartbeat, 120, 8);
AT(newel_host, config_get, 128, 8);
AT(newel_host, api_call, 136, 8);
AT(newel_host, extension, 144, 8);

SIZE(newel_handler, 80);
AT(newel_handler, size, 0, 4);
AT(newel_handler, kind, 4, 4);
AT(newel_handler, name, 8, 8);
AT(newel_handler, flags, 16, 4);
AT(newel_handler, reserved0, 20, 4);
AT(newel_handler, create, 24, 8);
AT(newel_handler, activate, 32, 8);
AT(newel_handler, invoke, 40, 8);
AT(newel_handler, quiesce, 48, 8);
AT(newel_handler, destroy, 56, 8);
AT(newel_handler, extension, 64, 8);
AT(newel_handler, reserved1, 72, 8);

SIZE(newel_plugin, 64);
AT(newel_plugin, magic, 0, 4);
AT(newel_plugin, size, 4, 4);
AT(newel_plugin, abi_version, 8, 4);
AT(newel_plugin, min_host_abi, 12, 4);
AT(newel_plugin, name, 16, 8);
AT(newel_plugin, version, 24, 8);
AT(newel_plugin, flags, 32, 4);
AT(newel_plugin, handler_count, 36, 4);
AT(newel_plugin, handlers, 40, 8);
AT(newel_plugin, build_id, 48, 8);
AT(newel_plugin, reserved0, 56, 8);

SIZE(newel_store_effect, 16);
AT(newel_store_effect, size, 0, 4);
AT(newel_store_effect, reserved, 4, 4);
AT(newel_store_effect, api_prepare, 8, 8);
