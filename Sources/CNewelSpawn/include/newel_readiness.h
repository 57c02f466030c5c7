/*
 * newel_readiness.h: waits for several descriptors that are named once (epoll, which Swift's Glibc does not show)
 */
#ifndef NEWEL_READINESS_H
#define NEWEL_READINESS_H

#include <stdint.h>

/* Something to wait with, close-on-exec. Returns a descriptor or -errno. */
int newel_readiness(void);

enum { NEWEL_WATCH, NEWEL_WATCH_ALSO_FOR_ROOM, NEWEL_WATCH_NO_MORE };

/* Watches a descriptor, from now on or otherwise than so far: a place, 0 to 31, says which one it is. */
void newel_readiness_watch(int readiness, int fd, uint32_t place, int how);

/* Blocks until something can be read, written or has ended; does not with blocks 0. Returns a bit for each place where that is so. */
uint32_t newel_readiness_wait(int readiness, int blocks);

/* A clock that can be read once its time has come, close-on-exec and non-blocking. Returns a descriptor or -errno. */
int newel_alarm(void);

/* Sets it to nanoseconds of the monotonic clock. */
void newel_alarm_set(int alarm, int64_t nanoseconds);

#endif
