/* One library with a handler for every way to behave, good and bad. */
#include <newel_plugin.h>
#include <newel_plugin_helpers.h>
#include <newel_store_effect.h>

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define HANDLER(name) static newel_status name(newel_instance *i, const newel_host *h, const newel_invocation *v)
#define UNUSED ((void)i, (void)h, (void)v)

static void nap(long ms) {
    struct timespec t = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&t, NULL);
}

HANDLER(echo) {
    UNUSED;
    return h->complete(h->ctx, v->call, v->payload);
}

HANDLER(segv) {
    UNUSED;
    *(volatile int *)8 = 1;
    return 0;
}

HANDLER(abort_) {
    UNUSED;
    abort();
}

HANDLER(exit0) {
    UNUSED;
    exit(0);
}

HANDLER(exit127) {
    UNUSED;
    _exit(127);
}

HANDLER(spin) {
    UNUSED;
    for (volatile int n = 0;; n++) {}
}

static int dig(volatile char *above) {
    volatile char hole[4096];
    hole[0] = above[0];
    return dig(hole) + hole[0];
}

HANDLER(overflow) {
    UNUSED;
    volatile char top[1] = {1};
    return dig(top);
}

HANDLER(never) {
    UNUSED;
    return NEWEL_OK;
}

HANDLER(twice) {
    UNUSED;
    newel_status first = h->complete(h->ctx, v->call, newel_text("1"));
    newel_status second = h->complete(h->ctx, v->call, newel_text("2"));
    return first == NEWEL_OK && second == NEWEL_E_GONE ? NEWEL_OK : NEWEL_E_INTERNAL;
}

HANDLER(racing);

struct racer {
    const newel_host *h;
    newel_call call;
    int won;
    int reserved;
};

static void *race(void *argument) {
    struct racer *r = argument;
    r->won = r->h->complete(r->h->ctx, r->call, newel_text("\"raced\"")) == NEWEL_OK;
    return NULL;
}

HANDLER(racing) {
    UNUSED;
    enum { RACERS = 8 };
    pthread_t threads[RACERS];
    struct racer racers[RACERS];
    int won = 0;
    for (int n = 0; n < RACERS; n++) {
        racers[n] = (struct racer){h, v->call, 0, 0};
        pthread_create(&threads[n], NULL, race, &racers[n]);
    }
    for (int n = 0; n < RACERS; n++) {
        pthread_join(threads[n], NULL);
        won += racers[n].won;
    }
    if (won != 1) abort();
    return NEWEL_OK;
}

HANDLER(late) {
    UNUSED;
    nap(1400);
    return h->complete(h->ctx, v->call, newel_text("\"late\""));
}

HANDLER(forged) {
    UNUSED;
    for (newel_call c = 0; c < 4096; c++)
        if (c != v->call && h->complete(h->ctx, c, newel_text("\"forged\"")) != NEWEL_E_GONE) abort();
    if (h->complete(h->ctx, v->call ^ (1ull << 40), newel_text("\"forged\"")) != NEWEL_E_GONE) abort();
    return newel_complete_text(h, v, "\"mine\"");
}

HANDLER(garbage) {
    UNUSED;
    return newel_complete_text(h, v, "{\"open\":");
}

HANDLER(huge) {
    UNUSED;
    uint64_t n = 7u << 20;
    char *p = h->alloc(h->ctx, n);
    memset(p, ' ', n);
    p[0] = '1';
    return h->complete_owned(h->ctx, v->call, p, n) == NEWEL_E_TOO_LARGE ? NEWEL_OK : NEWEL_E_INTERNAL;
}

HANDLER(large) {
    UNUSED;
    uint64_t n = 5u << 20;
    char *p = h->alloc(h->ctx, n);
    memset(p, 'x', n);
    p[0] = p[n - 1] = '"';
    return h->complete_owned(h->ctx, v->call, p, n);
}

HANDLER(status) {
    UNUSED;
    return NEWEL_E_DENIED;
}

HANDLER(own_error) {
    UNUSED;
    return newel_fail(h, v, "OutOfStock", "nothing left");
}

HANDLER(closes) {
    UNUSED;
    for (int fd = 0; fd < 256; fd++) close(fd);
    nap(3000);
    return NEWEL_OK;
}

HANDLER(kills_parent) {
    UNUSED;
    kill(getpid(), SIGKILL);
    return NEWEL_OK;
}

static void stop(void *user, newel_call c, int32_t reason) {
    (void)c;
    *(volatile int32_t *)user = reason;
}

static volatile int32_t asked_to_stop;

HANDLER(cooperative) {
    UNUSED;
    char text[32];
    asked_to_stop = 0;
    if (h->on_cancel(h->ctx, v->call, stop, (void *)&asked_to_stop) != NEWEL_OK) return NEWEL_E_INTERNAL;
    while (!asked_to_stop) nap(5);
    snprintf(text, sizeof text, "{\"reason\":%d}", (int)asked_to_stop);
    return newel_complete_text(h, v, text);
}

HANDLER(prints) {
    UNUSED;
    printf("printed\n");
    fprintf(stderr, "complained\n");
    newel_log(h, v, NEWEL_LOG_WARNING, "logged");
    printf("unfinished");
    return newel_complete_text(h, v, "null");
}

HANDLER(pid) {
    UNUSED;
    char text[32];
    snprintf(text, sizeof text, "%d", (int)getpid());
    return newel_complete_text(h, v, text);
}

HANDLER(slow_pid) {
    UNUSED;
    nap(100);
    return pid(i, h, v);
}

HANDLER(chunks) {
    UNUSED;
    if (h->write_chunk(h->ctx, v->call, newel_text("[1,")) != NEWEL_OK) return NEWEL_E_INTERNAL;
    if (h->write_chunk(h->ctx, v->call, newel_text("2]")) != NEWEL_OK) return NEWEL_E_INTERNAL;
    return h->complete(h->ctx, v->call, newel_text(NULL));
}

HANDLER(body_after_chunk) {
    UNUSED;
    h->write_chunk(h->ctx, v->call, newel_text("[1"));
    return h->complete(h->ctx, v->call, newel_text("]")) == NEWEL_E_STATE ? NEWEL_OK : NEWEL_E_INTERNAL;
}

HANDLER(garbles) {
    UNUSED;
    unsigned char noise[64];
    memset(noise, 0xA5, sizeof noise);
    if (write(3, noise, sizeof noise) < 0) abort();
    nap(3000);
    return NEWEL_OK;
}

HANDLER(garbles_control) {
    UNUSED;
    unsigned char noise[64];
    memset(noise, 0x00, sizeof noise);
    if (write(4, noise, sizeof noise) < 0) abort();
    nap(3000);
    return NEWEL_OK;
}

/* A well-formed result frame, but of a call that is not this one; then the same with a body that is no failure. */
HANDLER(forges_frames) {
    UNUSED;
    struct {
        uint32_t count;
        uint16_t kind, version;
        uint64_t call;
        char body[8];
    } frame = {8, 19, 1, 1ull << 50, "\"false\""};
    if (write(3, &frame, sizeof frame) < 0) abort();
    frame.kind = 48;
    if (write(4, &frame, sizeof frame) < 0) abort();
    frame.kind = 22;
    if (write(3, &frame, sizeof frame) < 0) abort();
    frame.kind = 999;
    if (write(3, &frame, sizeof frame) < 0) abort();
    return newel_complete_text(h, v, "\"true\"");
}

HANDLER(closes_output) {
    UNUSED;
    close(1);
    close(2);
    nap(300);
    return newel_complete_text(h, v, "\"quiet\"");
}

HANDLER(many_chunks) {
    UNUSED;
    static char piece[1 << 20];
    for (int n = 0; n < 8; n++)
        if (h->write_chunk(h->ctx, v->call, (newel_bytes){(const uint8_t *)piece, sizeof piece}) != NEWEL_OK) return NEWEL_E_GONE;
    return h->complete(h->ctx, v->call, newel_text(NULL));
}

HANDLER(floods_api);

static void ignore(void *user, newel_status st, newel_bytes json, const newel_error *err) {
    (void)user, (void)st, (void)json, (void)err;
}

HANDLER(floods_api) {
    UNUSED;
    int refused = 0;
    for (int n = 0; n < 20000; n++)
        refused |= h->api_call(h->ctx, v->call, newel_text("s"), newel_text("a"), v->payload, ignore, NULL) == NEWEL_E_STATE;
    return newel_complete_text(h, v, refused ? "true" : "false");
}

static void *complete_later(void *argument) {
    struct racer *r = argument;
    nap(20);
    r->h->complete(r->h->ctx, r->call, newel_text("\"from a thread\""));
    free(r);
    return NULL;
}

HANDLER(threaded) {
    UNUSED;
    pthread_t thread;
    struct racer *r = malloc(sizeof *r);
    *r = (struct racer){h, v->call, 0, 0};
    pthread_create(&thread, NULL, complete_later, r);
    pthread_detach(thread);
    return NEWEL_OK;
}

HANDLER(setting) {
    UNUSED;
    newel_bytes value;
    char text[256];
    const char *env = getenv("COLOUR");
    if (h->config_get(h->ctx, newel_text("COLOUR"), &value) != NEWEL_OK) return newel_complete_text(h, v, "null");
    snprintf(text, sizeof text, "[\"%.*s\",\"%s\"]", (int)value.len, (const char *)value.ptr, env ? env : "");
    return newel_complete_text(h, v, text);
}

HANDLER(calls_api) {
    UNUSED;
    newel_api_reply reply;
    newel_status st = newel_api_call_wait(h, v->call, "states", "SendTaskSuccess", v->payload, &reply);
    newel_status done;
    if (st != NEWEL_OK) {
        char type[128];
        snprintf(type, sizeof type, "%.*s", (int)reply.json.len, (const char *)reply.json.ptr);
        done = newel_fail(h, v, type, "the action failed");
    } else {
        done = h->complete(h->ctx, v->call, reply.json);
    }
    h->free(h->ctx, (void *)reply.json.ptr);
    return done;
}

HANDLER(no_extension) {
    UNUSED;
    return newel_complete_text(h, v, h->extension(h->ctx, NEWEL_EXT_STORE_EFFECT) ? "true" : "false");
}

HANDLER(fields) {
    UNUSED;
    char text[1024];
    snprintf(text, sizeof text, "{\"request\":\"%.*s\",\"arn\":\"%.*s\",\"version\":\"%.*s\",\"attempt\":%u,\"left\":%d,\"key\":\"%.*s\"}",
             (int)v->request_id.len, (const char *)v->request_id.ptr, (int)v->resource_arn.len, (const char *)v->resource_arn.ptr,
             (int)v->function_version.len, (const char *)v->function_version.ptr, v->attempt,
             (int)(h->remaining_ns(h->ctx, v->call) / 1000000), (int)v->idempotency_key.len, (const char *)v->idempotency_key.ptr);
    return newel_complete_text(h, v, text);
}

static newel_status refuse(const newel_host *h, const newel_handler *self, newel_instance **out, newel_error *e) {
    (void)h, (void)self, (void)out;
    e->type = newel_text("NoDatabase");
    e->message = newel_text("the database is not there");
    return NEWEL_E_INTERNAL;
}

static newel_status hang(newel_instance *i) {
    (void)i;
    for (;;) nap(1000);
}

#define H(c_name, name) {sizeof(newel_handler), NEWEL_KIND_FUNCTION, name, 0, 0, NULL, NULL, c_name, NULL, NULL, NULL, NULL}

static const newel_handler all[] = {
    H(echo, "Many-Echo"), H(segv, "Segv"), H(abort_, "Abort"), H(exit0, "Exit0"), H(exit127, "Exit127"), H(spin, "Spin"),
    H(overflow, "Overflow"), H(never, "Never"), H(twice, "Twice"), H(racing, "Racing"), H(late, "Late"), H(forged, "Forged"),
    H(garbage, "Garbage"), H(huge, "Huge"), H(large, "Large"), H(status, "Status"), H(own_error, "OwnError"), H(closes, "Closes"),
    H(kills_parent, "Killed"), H(cooperative, "Cooperative"), H(prints, "Prints"), H(pid, "Pid"), H(slow_pid, "SlowPid"),
    H(garbles, "Garbles"), H(garbles_control, "GarblesControl"), H(forges_frames, "ForgesFrames"), H(closes_output, "ClosesOutput"),
    H(many_chunks, "ManyChunks"), H(floods_api, "FloodsAPI"), H(chunks, "Chunks"), H(body_after_chunk, "BodyAfterChunk"), H(threaded, "Threaded"), H(setting, "Setting"), H(calls_api, "CallsAPI"), H(no_extension, "NoExtension"),
    H(fields, "Fields"),
    {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "Refuses", 0, 0, refuse, NULL, echo, NULL, NULL, NULL, NULL},
    {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "Hangs", 0, 0, NULL, hang, echo, NULL, NULL, NULL, NULL},
    {sizeof(newel_handler), NEWEL_KIND_INTEGRATION, "arn:aws:states:::notes:append*", 0, 0, NULL, NULL, fields, NULL, NULL, NULL, NULL},
};

enum { COUNT = sizeof all / sizeof all[0] };
static const newel_handler *list[COUNT];

const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "many", "1.0.0", 0,
                                        COUNT, list, NULL, NULL};
    (void)host_abi_version;
    for (int n = 0; n < COUNT; n++) list[n] = &all[n];
    return &plugin;
}
