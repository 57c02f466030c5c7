/*
 * turns.h: how long a thread has the processor at a time, as sched_setattr(2) takes it
 */
#ifndef NEWEL_TURNS_H
#define NEWEL_TURNS_H

#include <stdint.h>

/* struct sched_attr up to what every kernel knows; C's headers do not have it. For SCHED_OTHER runtime is the time of a turn, 0 the system's. */
typedef struct {
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t runtime, deadline, period;
} newel_turns;

#endif
