/*
 * newel_store_effect.h: the host extension "newel.store-effect/1"
 *
 * For handlers that are linked into the host: an action's write is worked out but not done; the host commits it together with the
 * state transition that the call's answer causes, so that it happens exactly once. Other handlers get NULL for this id and use api_call.
 */
#ifndef NEWEL_STORE_EFFECT_H
#define NEWEL_STORE_EFFECT_H

#include "newel_plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* newel_host.extension: the interface below. */
#define NEWEL_EXT_STORE_EFFECT "newel.store-effect/1"
/* newel_handler.extension (asked with no instance): non-NULL when the handler works through api_prepare if it can. */
#define NEWEL_EXT_PREPARES_EFFECTS "newel.prepares-effects/1"

/* (16 bytes) */
typedef struct newel_store_effect {
    uint32_t size;
    uint32_t reserved;
    /* As newel_host.api_call, with newel_host.ctx; the effect is kept with the call and committed with the transition that its answer
       causes, also when the handler ends the call with an error; it is dropped when the host ends the call. [any thread] */
    newel_status (*api_prepare)(void *ctx, newel_call c, newel_bytes service, newel_bytes action, newel_bytes json, newel_api_done done,
                                void *user);
} newel_store_effect;

#ifdef __cplusplus
}
#endif

#endif
