/*
 * newel_plugin_helpers.h: conveniences for handlers in C and C++; nothing here is part of the interface
 */
#ifndef NEWEL_PLUGIN_HELPERS_H
#define NEWEL_PLUGIN_HELPERS_H

#include "newel_plugin.h"

#include <pthread.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The bytes of a C string, without its NUL; as long-lived as the string. */
static inline newel_bytes newel_text(const char *s) {
    newel_bytes b;
    b.ptr = (const uint8_t *)s;
    b.len = s ? strlen(s) : 0;
    return b;
}

/* Completes a call with a JSON text. */
static inline newel_status newel_complete_text(const newel_host *h, const newel_invocation *v, const char *json) {
    return h->complete(h->ctx, v->call, newel_text(json));
}

/* Fails a call with an error type and a message. */
static inline newel_status newel_fail(const newel_host *h, const newel_invocation *v, const char *type, const char *message) {
    newel_error e;
    memset(&e, 0, sizeof e);
    e.size = (uint32_t)sizeof e;
    e.type = newel_text(type);
    e.message = newel_text(message);
    return h->fail(h->ctx, v->call, &e);
}

/* Writes a line to the function's log. */
static inline void newel_log(const newel_host *h, const newel_invocation *v, int32_t level, const char *message) {
    h->log(h->ctx, v ? v->call : 0, level, newel_text(message), newel_text(NULL));
}

/* The reply newel_api_call_wait fills. Free json.ptr with newel_host.free. */
typedef struct newel_api_reply {
    newel_status status;
    int32_t reserved;
    newel_bytes json; /* the output, or the error's type when status is not NEWEL_OK */
} newel_api_reply;

/* What newel_api_call_wait waits on. */
struct newel_api_waiter {
    pthread_mutex_t lock;
    pthread_cond_t ended;
    const newel_host *host;
    newel_api_reply *reply;
    int is_done;
    int reserved;
};

static inline void newel_api_wake(void *user, newel_status st, newel_bytes json, const newel_error *err) {
    struct newel_api_waiter *w = (struct newel_api_waiter *)user;
    newel_bytes from = err ? err->type : json;
    void *copy = from.len ? w->host->alloc(w->host->ctx, from.len) : NULL;
    if (copy) memcpy(copy, from.ptr, from.len);
    pthread_mutex_lock(&w->lock);
    w->reply->status = st;
    w->reply->json.ptr = (const uint8_t *)copy;
    w->reply->json.len = copy ? from.len : 0;
    w->is_done = 1;
    pthread_cond_signal(&w->ended);
    pthread_mutex_unlock(&w->lock);
}

/* api_call that waits for its answer. Not from a callback, and not in a handler that is NEWEL_H_NONBLOCKING. */
static inline newel_status newel_api_call_wait(const newel_host *h, newel_call c, const char *service, const char *action,
                                               newel_bytes json, newel_api_reply *reply) {
    struct newel_api_waiter w;
    newel_status st;
    memset(&w, 0, sizeof w);
    memset(reply, 0, sizeof *reply);
    w.host = h;
    w.reply = reply;
    pthread_mutex_init(&w.lock, NULL);
    pthread_cond_init(&w.ended, NULL);
    st = h->api_call(h->ctx, c, newel_text(service), newel_text(action), json, newel_api_wake, &w);
    if (st == NEWEL_OK) {
        pthread_mutex_lock(&w.lock);
        while (!w.is_done) pthread_cond_wait(&w.ended, &w.lock);
        pthread_mutex_unlock(&w.lock);
        st = reply->status;
    }
    reply->status = st;
    pthread_cond_destroy(&w.ended);
    pthread_mutex_destroy(&w.lock);
    return st;
}

#ifdef __cplusplus
}
#endif

#endif
