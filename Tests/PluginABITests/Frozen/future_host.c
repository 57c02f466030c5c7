/*
 * A host of a later version, as far as a plugin can tell: its structures have grown, it says so in their sizes, and it sets flags that 1.0
 * does not know. Compiled with a header the test makes; calls every handler of a library once and prints a line for each.
 */
#include <newel_plugin.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { UNKNOWN = 0x8000, CALL = 7 };

static newel_bytes bytes(const char *s) {
    newel_bytes b = {(const uint8_t *)s, strlen(s)};
    return b;
}

/* The one call that is under way, and what came of it. */
static struct {
    char text[8192];
    int has_ended;
    newel_api_done done;
    newel_cancel_fn cancel;
    void *user;
} call;

static void say(newel_bytes b) {
    const size_t used = strlen(call.text);
    snprintf(call.text + used, sizeof call.text - used, "%.*s", (int)b.len, b.ptr ? (const char *)b.ptr : "");
}

static void log_line(void *ctx, newel_call c, int32_t level, newel_bytes msg, newel_bytes fields) {
    (void)ctx, (void)c;
    printf("log %d %.*s %.*s\n", level, (int)msg.len, (const char *)msg.ptr, (int)fields.len, (const char *)fields.ptr);
}

static int64_t now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}
static int64_t mono(void *ctx) { return (void)ctx, now(CLOCK_MONOTONIC); }
static int64_t wall(void *ctx) { return (void)ctx, now(CLOCK_REALTIME); }
static void *get(void *ctx, uint64_t n) { return (void)ctx, malloc(n); }
static void *more(void *ctx, void *p, uint64_t n) { return (void)ctx, realloc(p, n); }
static void give(void *ctx, void *p) { (void)ctx, free(p); }

static newel_status complete(void *ctx, newel_call c, newel_bytes json) {
    (void)ctx;
    if (c != CALL || call.has_ended) return NEWEL_E_GONE;
    call.has_ended = 1;
    say(json);
    return NEWEL_OK;
}

static newel_status complete_owned(void *ctx, newel_call c, void *p, uint64_t n) {
    const newel_bytes b = {p, n};
    const newel_status st = complete(ctx, c, b);
    free(p);
    return st;
}

static newel_status fail(void *ctx, newel_call c, const newel_error *e) {
    (void)ctx;
    if (c != CALL || call.has_ended) return NEWEL_E_GONE;
    call.has_ended = 1;
    say(e->type), say(bytes(": ")), say(e->message);
    if (NEWEL_HAS(newel_error, e, future_bytes)) say(bytes(" (of a later version)"));
    return NEWEL_OK;
}

static newel_status chunk(void *ctx, newel_call c, newel_bytes b) {
    (void)ctx;
    if (c != CALL || call.has_ended) return NEWEL_E_GONE;
    say(b);
    return NEWEL_OK;
}

static int64_t left(void *ctx, newel_call c) { return (void)ctx, (void)c, 1000000000; }
static int32_t cancelled(void *ctx, newel_call c) { return (void)ctx, (void)c, 0; }

static newel_status on_cancel(void *ctx, newel_call c, newel_cancel_fn fn, void *user) {
    (void)ctx, (void)c;
    call.cancel = fn;
    call.user = user;
    return NEWEL_OK;
}

static newel_status heartbeat(void *ctx, newel_call c) { return (void)ctx, (void)c, NEWEL_OK; }

static newel_status config_get(void *ctx, newel_bytes key, newel_bytes *out) {
    (void)ctx;
    if (key.len != 6 || memcmp(key.ptr, "COLOUR", 6) != 0) return NEWEL_E_INVALID;
    *out = bytes("blue");
    return NEWEL_OK;
}

static newel_status api_call(void *ctx, newel_call c, newel_bytes service, newel_bytes action, newel_bytes json, newel_api_done done,
                             void *user) {
    (void)ctx, (void)c, (void)service, (void)action, (void)json;
    call.done = done;
    call.user = user;
    return NEWEL_OK;
}

static const void *extension(void *ctx, const char *id) { return (void)ctx, (void)id, NULL; }
static void unexpected(void) { abort(); }

static newel_host host = {
    .size = sizeof(newel_host), .abi_version = NEWEL_ABI_VERSION, .log = log_line, .clock_mono_ns = mono, .clock_unix_ns = wall,
    .alloc = get, .realloc = more, .free = give, .complete = complete, .complete_owned = complete_owned, .fail = fail,
    .write_chunk = chunk, .remaining_ns = left, .cancelled = cancelled, .on_cancel = on_cancel, .heartbeat = heartbeat,
    .config_get = config_get, .api_call = api_call, .extension = extension, .future_function = unexpected};

static void serve(const newel_handler *handler) {
    newel_instance *instance = NULL;
    newel_error error = {.size = sizeof error, .flags = UNKNOWN};
    newel_invocation v = {
        .size = sizeof v, .flags = UNKNOWN | NEWEL_INV_SYNC, .call = CALL, .payload = bytes("{\"stock_price\":37}"),
        .request_id = bytes("r1"), .resource_arn = bytes("arn"), .function_version = bytes("$LATEST"),
        .deadline_mono_ns = mono(NULL) + 1000000000, .deadline_unix_ms = wall(NULL) / 1000000, .attempt = 1};
    newel_status st = NEWEL_OK;
    memset(&call, 0, sizeof call);
    printf("%s ", handler->name);
    fflush(stdout);
    if (handler->create) st = handler->create(&host, handler, &instance, &error);
    if (st != NEWEL_OK) {
        printf("does not start: %.*s\n", (int)error.type.len, (const char *)error.type.ptr);
        return;
    }
    if (handler->activate) st = handler->activate(instance);
    st = handler->invoke(instance, &host, &v);
    if (call.done) call.done(call.user, NEWEL_OK, bytes("{\"ok\":true}"), NULL);
    if (call.cancel) call.cancel(call.user, CALL, NEWEL_CANCEL_STOPPED);
    printf("%d %s\n", st, call.has_ended ? call.text : "not ended");
    if (handler->quiesce) handler->quiesce(instance);
    if (handler->destroy) handler->destroy(instance);
}

int main(int count, char **arguments) {
    void *library = count == 2 ? dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    const newel_plugin *(*entry)(uint32_t) = NULL;
    const newel_plugin *plugin;
    if (library) *(void **)&entry = dlsym(library, "newel_plugin_entry");
    if (!entry) return fprintf(stderr, "no plugin: %s\n", dlerror()), 2;
    plugin = entry(NEWEL_ABI_VERSION);
    if (!plugin || entry(0x00020000)) return fprintf(stderr, "the plugin takes the wrong versions\n"), 1;
    for (uint32_t i = 0; i < plugin->handler_count; i++) serve(plugin->handlers[i]);
    return 0;
}
