/* The layout of the interface, checked at every build: sizes and offsets are a promise to binaries that exist already. */
#include "newel_plugin.h"
#include "newel_plugin_helpers.h"
#include "newel_store_effect.h"

#define SIZE(T, n) _Static_assert(sizeof(T) == (n), #T " must stay " #n " bytes")
#define AT(T, f, n) _Static_assert(offsetof(T, f) == (n), #T "." #f " must stay at " #n)

SIZE(newel_bytes, 16);

SIZE(newel_error, 56);
AT(newel_error, type, 8);
AT(newel_error, stack_json, 40);

SIZE(newel_invocation, 192);
AT(newel_invocation, call, 8);
AT(newel_invocation, payload, 16);
AT(newel_invocation, idempotency_key, 144);
AT(newel_invocation, deadline_mono_ns, 160);
AT(newel_invocation, attempt, 184);

SIZE(newel_host, 152);
AT(newel_host, ctx, 8);
AT(newel_host, log, 16);
AT(newel_host, complete, 64);
AT(newel_host, api_call, 136);
AT(newel_host, extension, 144);

SIZE(newel_handler, 80);
AT(newel_handler, name, 8);
AT(newel_handler, create, 24);
AT(newel_handler, invoke, 40);
AT(newel_handler, extension, 64);

SIZE(newel_plugin, 64);
AT(newel_plugin, name, 16);
AT(newel_plugin, handlers, 40);
AT(newel_plugin, build_id, 48);

SIZE(newel_store_effect, 16);
