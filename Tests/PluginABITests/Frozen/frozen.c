/*
 * A plugin that uses every part of interface 1.0, and nothing else: no library, not even C's own. `frozen.rs` and `frozen.swift` hold the
 * same handlers. The binary of this one, compiled once, is libfrozen_c.so; see `build`.
 *
 * -DFUTURE: compiled with a later header, whose structures have grown and whose flags are unknown to the host.
 */
#include <newel_plugin.h>

#ifdef FUTURE
enum { UNKNOWN = 0x8000 };
#else
enum { UNKNOWN = 0 };
#endif
#ifndef PLUGIN_FLAGS
#define PLUGIN_FLAGS NEWEL_P_NO_UNLOAD
#endif
#ifndef HANDLER_FLAGS
#define HANDLER_FLAGS 0
#endif
#ifndef ABI
#define ABI NEWEL_ABI_VERSION
#endif

typedef struct text {
    uint64_t used;
    uint8_t at[4096];
} text;

static void put_bytes(text *t, newel_bytes b) {
    for (uint64_t i = 0; i < b.len && t->used < sizeof t->at; i++) t->at[t->used++] = b.ptr[i];
}

static newel_bytes bytes(const char *s) {
    newel_bytes b = {(const uint8_t *)s, 0};
    while (s[b.len]) b.len++;
    return b;
}

static void put(text *t, const char *s) { put_bytes(t, bytes(s)); }

static void put_number(text *t, uint64_t n) {
    char digits[21];
    int at = 20;
    digits[20] = 0;
    do digits[--at] = (char)('0' + n % 10);
    while (n /= 10);
    put(t, digits + at);
}

static void put_member(text *t, const char *name, newel_bytes value) {
    put(t, ",\"");
    put(t, name);
    put(t, "\":\"");
    put_bytes(t, value);
    put(t, "\"");
}

static newel_status done_with(const newel_host *h, newel_call c, const text *t) {
    newel_bytes b = {t->at, t->used};
    return h->complete(h->ctx, c, b);
}

static newel_status fail_as(const newel_host *h, newel_call c, newel_bytes type, newel_bytes message) {
    newel_error e;
    for (uint64_t i = 0; i < sizeof e; i++) ((volatile uint8_t *)&e)[i] = 0;
    e.size = sizeof e;
    e.flags = UNKNOWN;
    e.type = type;
    e.message = message;
    e.stack_json = bytes("[\"shelf\"]");
    return h->fail(h->ctx, c, &e);
}

static newel_status echo(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return h->complete(h->ctx, v->call, v->payload);
}

static newel_status owned(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    uint8_t *other = h->alloc(h->ctx, 64), *p = h->alloc(h->ctx, 1);
    (void)i;
    if (!other || !p) return NEWEL_E_NOMEM;
    p[0] = '[';
    p = h->realloc(h->ctx, p, v->payload.len + 2);
    if (!p) return NEWEL_E_NOMEM;
    for (uint64_t n = 0; n < v->payload.len; n++) ((volatile uint8_t *)p)[n + 1] = v->payload.ptr[n];
    p[v->payload.len + 1] = ']';
    h->free(h->ctx, other);
    return h->complete_owned(h->ctx, v->call, p, v->payload.len + 2);
}

static newel_status fails(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return fail_as(h, v->call, bytes("Frozen.OutOfStock"), bytes("nothing left"));
}

static newel_status chunks(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    const newel_bytes none = {0, 0};
    newel_status st = h->write_chunk(h->ctx, v->call, bytes("[1,"));
    (void)i;
    if (st == NEWEL_OK) st = h->write_chunk(h->ctx, v->call, bytes("2]"));
    return st == NEWEL_OK ? h->complete(h->ctx, v->call, none) : st;
}

static newel_status fields(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    text t;
    (void)i;
    t.used = 0;
    put(&t, "{\"flags\":");
    put_number(&t, v->flags & 0x7FFF);
    put_member(&t, "request", v->request_id);
    put_member(&t, "resource", v->resource_arn);
    put_member(&t, "version", v->function_version);
    put_member(&t, "token", v->task_token);
    put_member(&t, "execution", v->execution_arn);
    put(&t, ",\"context\":");
    put_bytes(&t, v->client_context.len ? v->client_context : bytes("null"));
    put_member(&t, "trace", v->trace_header);
    put_member(&t, "key", v->idempotency_key);
    put(&t, ",\"memory\":");
    put_number(&t, v->memory_limit);
    put(&t, ",\"attempt\":");
    put_number(&t, v->attempt);
    put(&t, ",\"payload\":");
    put_bytes(&t, v->payload);
    put(&t, "}");
    return done_with(h, v->call, &t);
}

static newel_status setting(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    newel_bytes found = {0, 0};
    newel_status st = h->config_get(h->ctx, bytes("COLOUR"), &found);
    text t;
    (void)i;
    t.used = 0;
    if (st == NEWEL_E_INVALID) put(&t, "null");
    if (st == NEWEL_OK) put(&t, "\""), put_bytes(&t, found), put(&t, "\"");
    return done_with(h, v->call, &t);
}

/* The number of the first rule that does not hold, else 0. */
static newel_status rules(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    const int64_t first = h->clock_mono_ns(h->ctx), second = h->clock_mono_ns(h->ctx), left = h->remaining_ns(h->ctx, v->call);
    newel_bytes none = {0, 0};
    text t;
    uint64_t broken = 0;
    (void)i;
    t.used = 0;
    if (h->abi_version >> 16 != 1) broken = 1;
    if (h->size < 152) broken = 2;
    if (v->size < 192) broken = 3;
    if (first <= 0 || second < first) broken = 4;
    if (h->clock_unix_ns(h->ctx) < 1600000000000000000) broken = 5;
    if (left <= 0 || first + left > v->deadline_mono_ns + 1000000000) broken = 6;
    if (v->deadline_unix_ms <= 1600000000000) broken = 7;
    if (h->cancelled(h->ctx, v->call)) broken = 8;
    if (h->heartbeat(h->ctx, v->call) != NEWEL_OK) broken = 9;
    if (h->extension(h->ctx, "frozen.nothing/1")) broken = 10;
    if (h->complete(h->ctx, v->call + 1, none) != NEWEL_E_GONE) broken = 11;
    if (v->reserved0) broken = 12;
#ifdef FUTURE
    if (NEWEL_HAS(newel_host, h, future_bytes) != (h->abi_version > 0x00010000)) broken = 13;
    if (NEWEL_HAS(newel_invocation, v, future_bytes) != (h->abi_version > 0x00010000)) broken = 14;
#endif
    put_number(&t, broken);
    return done_with(h, v->call, &t);
}

static newel_status logs(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    h->log(h->ctx, v->call, NEWEL_LOG_WARNING, bytes("frozen"), bytes("{\"a\":1}"));
    return h->complete(h->ctx, v->call, bytes("null"));
}

/* The one call an action or a cancellation is under way for: such handlers are called one at a time. */
static struct {
    const newel_host *host;
    newel_call call;
} waiting;

static void answered(void *user, newel_status st, newel_bytes json, const newel_error *err) {
    (void)user;
    if (st == NEWEL_OK) waiting.host->complete(waiting.host->ctx, waiting.call, json);
    else if (err) fail_as(waiting.host, waiting.call, err->type, err->message);
    else fail_as(waiting.host, waiting.call, bytes("Frozen.Gone"), bytes("the call ended first"));
}

static newel_status calls(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    waiting.host = h;
    waiting.call = v->call;
    return h->api_call(h->ctx, v->call, bytes("states"), bytes("SendTaskSuccess"), v->payload, answered, &waiting);
}

static void stopped(void *user, newel_call c, int32_t reason) {
    text t;
    (void)user;
    t.used = 0;
    put(&t, "{\"reason\":");
    put_number(&t, (uint64_t)reason);
    put(&t, "}");
    done_with(waiting.host, c, &t);
}

static newel_status waits(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    waiting.host = h;
    waiting.call = v->call;
    if (h->on_cancel(h->ctx, v->call, stopped, &waiting) != NEWEL_OK) return NEWEL_E_STATE;
    h->log(h->ctx, v->call, NEWEL_LOG_INFO, bytes("waiting"), bytes(""));
    return NEWEL_OK;
}

struct newel_instance {
    const newel_host *host;
    uint64_t activated, invoked;
};
static newel_instance only;

static newel_status begin(const newel_host *h, const newel_handler *self, newel_instance **out, newel_error *e) {
    (void)e;
    if (self->kind != NEWEL_KIND_FUNCTION) return NEWEL_E_INVALID;
    only.host = h;
    only.activated = 0;
    only.invoked = 0;
    *out = &only;
    return NEWEL_OK;
}

static newel_status activate(newel_instance *i) {
    i->activated++;
    return NEWEL_OK;
}

static newel_status counts(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    text t;
    t.used = 0;
    put(&t, "[");
    put_number(&t, i->activated);
    put(&t, ",");
    put_number(&t, ++i->invoked);
    put(&t, "]");
    return done_with(h, v->call, &t);
}

static newel_status quiesce(newel_instance *i) {
    i->host->log(i->host->ctx, 0, NEWEL_LOG_INFO, bytes("quiesced"), bytes(""));
    return NEWEL_OK;
}

static void destroy(newel_instance *i) { i->host->log(i->host->ctx, 0, NEWEL_LOG_INFO, bytes("destroyed"), bytes("")); }

static newel_status refuse(const newel_host *h, const newel_handler *self, newel_instance **out, newel_error *e) {
    (void)h, (void)self, (void)out;
    e->type = bytes("Frozen.NoDatabase");
    e->message = bytes("the database is not there");
    return NEWEL_E_STATE;
}

static newel_status gives_up(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i, (void)h, (void)v;
    return NEWEL_E_DENIED;
}

#define HANDLER(kind, name, flags, create, activate, invoke, quiesce, destroy)                                                          \
    {sizeof(newel_handler), (kind), (name), (flags) | HANDLER_FLAGS | UNKNOWN, 0, create, activate, invoke, quiesce, destroy, 0, 0}
#define FUNCTION(name, invoke) HANDLER(NEWEL_KIND_FUNCTION, name, 0, 0, 0, invoke, 0, 0)

static const newel_handler all[] = {
    FUNCTION("Echo", echo),
    FUNCTION("Owned", owned),
    FUNCTION("Fails", fails),
    FUNCTION("Chunks", chunks),
    FUNCTION("Fields", fields),
    FUNCTION("Setting", setting),
    FUNCTION("Rules", rules),
    FUNCTION("Logs", logs),
    HANDLER(NEWEL_KIND_FUNCTION, "Calls", NEWEL_H_NONBLOCKING, 0, 0, calls, 0, 0),
    HANDLER(NEWEL_KIND_FUNCTION, "Waits", NEWEL_H_NONBLOCKING, 0, 0, waits, 0, 0),
    HANDLER(NEWEL_KIND_FUNCTION, "Counts", 0, begin, activate, counts, quiesce, destroy),
    HANDLER(NEWEL_KIND_FUNCTION, "Refuses", 0, refuse, 0, echo, 0, 0),
    FUNCTION("GivesUp", gives_up),
    HANDLER(NEWEL_KIND_INTEGRATION, "arn:aws:states:::frozen:*", NEWEL_H_CONCURRENT | NEWEL_H_IDEMPOTENT, 0, 0, fields, 0, 0),
};
static const newel_handler *const list[] = {
    &all[0], &all[1], &all[2], &all[3], &all[4], &all[5], &all[6], &all[7], &all[8], &all[9], &all[10], &all[11], &all[12], &all[13],
};
static const newel_plugin plugin = {
    NEWEL_MAGIC, sizeof(newel_plugin), ABI, 0x00010000, "frozen", "1.0.0", PLUGIN_FLAGS | UNKNOWN, sizeof list / sizeof list[0],
    list, 0, 0};

const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) { return host_abi_version >> 16 == 1 ? &plugin : 0; }
