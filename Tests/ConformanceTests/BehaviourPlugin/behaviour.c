/*
 * A function that behaves as its environment says, for replays of recorded calls:
 *   BEHAVIOUR=echo    returns the event
 *   BEHAVIOUR=return  returns VALUE, a JSON text
 *   BEHAVIOUR=fill    returns a string of VALUE letters
 *   BEHAVIOUR=raise   fails with an error of type TYPE and message VALUE
 *   BEHAVIOUR=sleep   returns the event after VALUE seconds
 */
#include <newel_plugin.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static newel_bytes bytes_of(const char *text) {
    newel_bytes bytes = {(const uint8_t *)text, strlen(text)};
    return bytes;
}

static newel_bytes setting(const newel_host *h, const char *key) {
    newel_bytes value = {NULL, 0};
    if (h->config_get(h->ctx, bytes_of(key), &value) != NEWEL_OK) value.len = 0;
    return value;
}

static int is(newel_bytes bytes, const char *text) {
    return bytes.len == strlen(text) && memcmp(bytes.ptr, text, bytes.len) == 0;
}

static unsigned long number(newel_bytes digits) {
    unsigned long value = 0;
    for (uint64_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9'; i++) value = value * 10 + (digits.ptr[i] - '0');
    return value;
}

static newel_status fill(const newel_host *h, newel_call call, uint64_t letters) {
    uint8_t *text = h->alloc(h->ctx, letters + 2);
    if (!text) return NEWEL_E_NOMEM;
    memset(text, 'a', letters + 2);
    text[0] = text[letters + 1] = '"';
    return h->complete_owned(h->ctx, call, text, letters + 2);
}

static newel_status raise_error(const newel_host *h, newel_call call) {
    newel_error error;
    memset(&error, 0, sizeof error);
    error.size = sizeof error;
    error.type = setting(h, "TYPE");
    error.message = setting(h, "VALUE");
    error.stack_json = bytes_of("[]");
    return h->fail(h->ctx, call, &error);
}

static newel_status behave(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    newel_bytes behaviour = setting(h, "BEHAVIOUR"), value = setting(h, "VALUE");
    (void)i;
    if (is(behaviour, "return")) return h->complete(h->ctx, v->call, value);
    if (is(behaviour, "fill")) return fill(h, v->call, number(value));
    if (is(behaviour, "raise")) return raise_error(h, v->call);
    if (is(behaviour, "sleep")) sleep((unsigned)number(value));
    return h->complete(h->ctx, v->call, v->payload);
}

NEWEL_FUNCTION("Behaviour", behave)
