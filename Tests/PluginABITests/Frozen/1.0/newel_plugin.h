/*
 * newel_plugin.h: the interface between Newel and a plugin, version 1.0
 *
 * A plugin is a shared library that exports one function, newel_plugin_entry. It returns a static descriptor, which lists
 * handlers. A handler is a function (called by a Lambda ARN) or an integration (called by a "states:::" resource). A whole plugin:
 *
 *     #include <newel_plugin.h>
 *     static newel_status echo(newel_instance *i, const newel_host *h, const newel_invocation *v) {
 *         (void)i;
 *         return h->complete(h->ctx, v->call, v->payload);
 *     }
 *     NEWEL_FUNCTION("Echo", echo)
 *
 *     cc -shared -fPIC -fvisibility=hidden -Wl,-Bsymbolic -I include -o libEcho.so echo.c
 *
 * How to read the comments
 *   [any thread]        may be called from any thread, at any time, also inside callbacks
 *   [one call at a time] the host never calls it twice at once for one instance
 *   lent                the pointer is valid until the function it was passed to returns; copy what must live longer
 *
 * Rules that hold everywhere
 *   - Every structure starts with the size its writer compiled. Fields are only ever appended: read one that is newer than 1.0
 *     behind NEWEL_HAS. Reserved fields are zero. Flag bits 16..31 the host does not know are refused, bits 0..15 ignored.
 *   - Text is UTF-8 with a length and needs no final NUL, except where the type is const char *.
 *   - Nothing unwinds through a function pointer: no C++ exception, no Rust panic, no longjmp.
 *   - The library is loaded with RTLD_NOW | RTLD_LOCAL into a process of its own, unless it was linked in or asked for the host.
 */
#ifndef NEWEL_PLUGIN_H
#define NEWEL_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether the structure at p, written by somebody else, is long enough to hold field f. */
#define NEWEL_HAS(T, p, f) ((p)->size >= offsetof(T, f) + sizeof((p)->f))

/* ---- Constants ---- */

enum {
    NEWEL_ABI_VERSION = 0x00010000, /* major << 16 | minor; another major is refused, another minor never */
    NEWEL_MAGIC = 0x314C574E        /* "NWL1" */
};

/* newel_status */
enum {
    NEWEL_OK = 0,
    NEWEL_E_INVALID = -1,     /* an argument is wrong */
    NEWEL_E_STATE = -2,       /* not now: the order of calls was broken */
    NEWEL_E_GONE = -3,        /* the call has ended already: completed, failed, timed out; or never was */
    NEWEL_E_UNSUPPORTED = -4, /* this host or handler cannot do that */
    NEWEL_E_NOMEM = -5,
    NEWEL_E_TOO_LARGE = -6, /* beyond the payload limit */
    NEWEL_E_DENIED = -7,    /* the role does not allow it */
    NEWEL_E_INTERNAL = -8
};

/* newel_handler.kind */
enum {
    NEWEL_KIND_FUNCTION = 1,   /* name is a function's name: "BuyStock" */
    NEWEL_KIND_INTEGRATION = 2 /* name is a resource pattern: "arn:aws:states:::sqs:sendMessage*" */
};

/* newel_handler.flags */
enum {
    NEWEL_H_CONCURRENT = 1,  /* one instance may be invoked by several threads at once */
    NEWEL_H_IDEMPOTENT = 2,  /* may run again, with the same idempotency key, after the host crashed */
    NEWEL_H_NONBLOCKING = 4  /* invoke returns at once and completes later */
};

/* newel_plugin.flags */
enum { NEWEL_P_NO_UNLOAD = 1 /* keep the library loaded until its process ends */ };

/* newel_invocation.flags */
enum {
    NEWEL_INV_WAIT_TOKEN = 1, /* ".waitForTaskToken": pass task_token on; the task ends when the token is answered */
    NEWEL_INV_SYNC = 2,       /* ".sync" */
    NEWEL_INV_STREAM = 4,     /* the caller takes chunks as they are written */
    NEWEL_INV_PROBE = 8       /* a trial before the handler is put to use: change nothing */
};

/* Why newel_cancel_fn is called. */
enum { NEWEL_CANCEL_TIMEOUT = 1, NEWEL_CANCEL_STOPPED = 2, NEWEL_CANCEL_SHUTDOWN = 3 };

/* Levels of newel_host.log. */
enum {
    NEWEL_LOG_TRACE = 0,
    NEWEL_LOG_DEBUG = 1,
    NEWEL_LOG_INFO = 2,
    NEWEL_LOG_WARNING = 3,
    NEWEL_LOG_ERROR = 4,
    NEWEL_LOG_FATAL = 5
};

/* ---- Values ---- */

typedef int32_t newel_status; /* NEWEL_OK or NEWEL_E_...; never an enum type, whose width compilers choose */
typedef uint64_t newel_call;  /* names one invocation for the host; a handle, never a pointer; 0 names none */

/* Borrowed bytes. ptr may be NULL when len is 0. (16 bytes) */
typedef struct newel_bytes {
    const uint8_t *ptr;
    uint64_t len;
} newel_bytes;

/* A failure, as a Lambda function reports it. (56 bytes) */
typedef struct newel_error {
    uint32_t size;          /* sizeof(newel_error) */
    uint32_t flags;         /* 0 */
    newel_bytes type;       /* the error name a Retry or Catch matches: "OutOfStock" */
    newel_bytes message;    /* for people */
    newel_bytes stack_json; /* a JSON array of strings, or empty */
} newel_error;

/*
 * One invocation. Owned by the host and read-only. It and all it points to live until invoke has returned AND the plugin has made
 * its own attempt to complete or fail the call, whatever status that attempt got. A timeout ends the call for the host only.
 * (192 bytes)
 */
typedef struct newel_invocation {
    uint32_t size;
    uint32_t flags; /* NEWEL_INV_... */
    newel_call call;
    newel_bytes payload;          /* a valid JSON text */
    newel_bytes request_id;       /* a UUID in lower case */
    newel_bytes resource_arn;     /* what was called */
    newel_bytes function_version; /* "$LATEST" or a number */
    newel_bytes task_token;       /* empty unless NEWEL_INV_WAIT_TOKEN */
    newel_bytes execution_arn;    /* the calling execution, or empty */
    newel_bytes client_context;   /* JSON, or empty */
    newel_bytes trace_header;     /* X-Amzn-Trace-Id, or empty */
    newel_bytes idempotency_key;  /* the same whenever this attempt is delivered again */
    int64_t deadline_mono_ns;     /* on the clock of newel_host.clock_mono_ns */
    int64_t deadline_unix_ms;
    uint64_t memory_limit; /* bytes; 0 for no limit */
    uint32_t attempt;      /* from 1 */
    uint32_t reserved0;
} newel_invocation;

/*
 * The answer to api_call. st is NEWEL_OK (json is the action's output, err is NULL), NEWEL_E_GONE (the call ended first), or another
 * error (err says which: type is the AWS error code, stack_json is {"statusCode":…,"requestId":"…"}). Arguments are lent.
 * Runs exactly once, after api_call returned NEWEL_OK, on a thread of the host's, possibly beside invoke.
 */
typedef void (*newel_api_done)(void *user, newel_status st, newel_bytes json, const newel_error *err);

/* The host asks for the end of a call. Ask your work to stop, and still complete or fail; after 500 ms the process is killed. */
typedef void (*newel_cancel_fn)(void *user, newel_call c, int32_t reason);

/* ---- What the host offers ---- */

/*
 * The host's functions. No slot is ever NULL; all are [any thread]; none calls back into the plugin, except on_cancel as described.
 * Pass ctx as the first argument. Lives until the handler's instance is destroyed. (152 bytes)
 */
typedef struct newel_host {
    uint32_t size;
    uint32_t abi_version;
    void *ctx;

    /* Writes a line to the function's log. c may be 0. fields_json is a JSON object or empty. Both are lent. */
    void (*log)(void *ctx, newel_call c, int32_t level, newel_bytes msg, newel_bytes fields_json);

    int64_t (*clock_mono_ns)(void *ctx);
    int64_t (*clock_unix_ns)(void *ctx);

    /* Memory that may pass between plugin and host. NULL when there is none left. */
    void *(*alloc)(void *ctx, uint64_t n);
    void *(*realloc)(void *ctx, void *p, uint64_t n);
    void (*free)(void *ctx, void *p);

    /*
     * Ends a call. The first of complete, complete_owned, fail and the host's timeout wins; every later one gets NEWEL_E_GONE.
     * json must be a valid JSON text of at most 6 MiB; it is copied. After write_chunk it must be empty.
     */
    newel_status (*complete)(void *ctx, newel_call c, newel_bytes json);
    /* The same without a copy: p came from alloc and belongs to the host from now on, also when an error is returned. */
    newel_status (*complete_owned)(void *ctx, newel_call c, void *p, uint64_t n);
    /* Ends a call with an error, which is copied. */
    newel_status (*fail)(void *ctx, newel_call c, const newel_error *e);

    /* Adds to the result piece by piece; waits while the host is behind. Then complete with no bytes. */
    newel_status (*write_chunk)(void *ctx, newel_call c, newel_bytes b);

    int64_t (*remaining_ns)(void *ctx, newel_call c); /* until the deadline; 0 when it has passed or the call has ended */
    int32_t (*cancelled)(void *ctx, newel_call c);    /* the reason, or 0 */

    /*
     * Sets the one callback of a call; fn NULL removes it. A call that is already cancelled runs it before on_cancel returns; one that
     * has ended gets NEWEL_E_GONE. Once complete, fail or on_cancel(NULL) has returned the callback is not running and never will
     * (unless they were called from inside it).
     */
    newel_status (*on_cancel)(void *ctx, newel_call c, newel_cancel_fn fn, void *user);

    /* Tells a task that waits for a token that work goes on. */
    newel_status (*heartbeat)(void *ctx, newel_call c);

    /* A setting of the function (its environment). *out lives until destroy. NEWEL_E_INVALID when there is no such key. */
    newel_status (*config_get)(void *ctx, newel_bytes key, newel_bytes *out);

    /*
     * Runs an AWS action as the function's role ("states", "SendTaskSuccess", its input as JSON), in the account and region of the invoked
     * ARN; "$region" in the input overrides the region, "$metadata": true adds a member "$metadata" {requestId, status, headers} to the
     * output. Never waits; copies its arguments. done runs exactly once if and only if NEWEL_OK was returned.
     */
    newel_status (*api_call)(void *ctx, newel_call c, newel_bytes service, newel_bytes action, newel_bytes json, newel_api_done done,
                             void *user);

    /* A further interface by its id, or NULL. */
    const void *(*extension)(void *ctx, const char *id);
} newel_host;

/* ---- What a plugin offers ---- */

typedef struct newel_instance newel_instance; /* the handler's own; the host never looks inside */

/*
 * One handler. Every function but invoke may be NULL. create, activate, quiesce and destroy are [one call at a time] and come in this
 * order. (80 bytes)
 */
typedef struct newel_handler {
    uint32_t size;
    uint32_t kind;    /* NEWEL_KIND_... */
    const char *name; /* function name or resource pattern; may be NULL only if the plugin has a single function */
    uint32_t flags;   /* NEWEL_H_... */
    uint32_t reserved0;

    /* Makes the instance. On failure fill *e (its bytes must outlive the call, static text is best) and return an error. */
    newel_status (*create)(const newel_host *h, const struct newel_handler *self, newel_instance **out, newel_error *e);
    /* From here on sockets may be opened and threads started. */
    newel_status (*activate)(newel_instance *i);
    /*
     * Serves one call. Return NEWEL_OK when it has been completed or will be, from any thread. Any other return value, without a completion,
     * fails the call. [one call at a time] unless NEWEL_H_CONCURRENT.
     */
    newel_status (*invoke)(newel_instance *i, const newel_host *h, const newel_invocation *v);
    /* No call will come any more. Finish what runs. */
    newel_status (*quiesce)(newel_instance *i);
    void (*destroy)(newel_instance *i);

    /* What the handler can do beyond 1.0, by id, or NULL. i may be NULL: the question may come before create. */
    const void *(*extension)(newel_instance *i, const char *id);
    void *reserved1;
} newel_handler;

/* The descriptor. Static: it and all it points to live until the library is unloaded. (64 bytes) */
typedef struct newel_plugin {
    uint32_t magic; /* NEWEL_MAGIC */
    uint32_t size;
    uint32_t abi_version;  /* NEWEL_ABI_VERSION it was compiled with */
    uint32_t min_host_abi; /* the oldest host it runs on */
    const char *name;      /* may be NULL */
    const char *version;   /* may be NULL */
    uint32_t flags;        /* NEWEL_P_... */
    uint32_t handler_count;
    const newel_handler *const *handlers;
    const char *build_id; /* may be NULL */
    void *reserved0;
} newel_plugin;

#if defined(__GNUC__) || defined(__clang__)
#define NEWEL_EXPORT __attribute__((visibility("default")))
#else
#define NEWEL_EXPORT
#endif

/*
 * The one exported function. May be called more than once and has no side effects: no I/O, no threads, nothing of the host's. NULL means
 * "I refuse this host".
 */
typedef const newel_plugin *(*newel_plugin_entry_fn)(uint32_t host_abi_version);
#ifndef __swift__ /* a Swift plugin defines it under @c, which an imported declaration would shadow */
NEWEL_EXPORT const newel_plugin *newel_plugin_entry(uint32_t host_abi_version);
#endif

/* ---- Sugar ---- */

#ifdef __cplusplus
#define NEWEL_EXTERN_C extern "C"
#else
#define NEWEL_EXTERN_C
#endif

/* A whole plugin with one handler. */
#define NEWEL_PLUGIN_WITH(kind, name, invoke, flags)                                                                            \
    static const newel_handler newel_only_handler = {                                                                           \
        sizeof(newel_handler), (kind), (name), (flags), 0, NULL, NULL, (invoke), NULL, NULL, NULL, NULL};                        \
    static const newel_handler *const newel_only_handlers[] = {&newel_only_handler};                                            \
    NEWEL_EXTERN_C NEWEL_EXPORT const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {                             \
        static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, (name),    \
                                            NULL, 0, 1, newel_only_handlers, NULL, NULL};                                       \
        (void)host_abi_version;                                                                                                 \
        return &plugin;                                                                                                         \
    }

/* A plugin that is one function. */
#define NEWEL_FUNCTION(name, invoke) NEWEL_PLUGIN_WITH(NEWEL_KIND_FUNCTION, name, invoke, 0)
/* A plugin that is one integration. */
#define NEWEL_INTEGRATION(pattern, invoke) NEWEL_PLUGIN_WITH(NEWEL_KIND_INTEGRATION, pattern, invoke, 0)

#ifdef __cplusplus
}
#endif

#endif
