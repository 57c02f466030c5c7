#define _GNU_SOURCE
#include "newel_readiness.h"

#include <errno.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>

int newel_readiness(void) {
    int fd = epoll_create1(EPOLL_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

void newel_readiness_watch(int readiness, int fd, uint32_t place, int how) {
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = place};
    if (how == NEWEL_WATCH_NO_MORE) {
        epoll_ctl(readiness, EPOLL_CTL_DEL, fd, &event);
        return;
    }
    if (how == NEWEL_WATCH_ALSO_FOR_ROOM) event.events |= EPOLLOUT;
    if (epoll_ctl(readiness, EPOLL_CTL_MOD, fd, &event) && errno == ENOENT) epoll_ctl(readiness, EPOLL_CTL_ADD, fd, &event);
}

uint32_t newel_readiness_wait(int readiness, int blocks) {
    struct epoll_event events[32];
    int count = epoll_wait(readiness, events, 32, blocks ? -1 : 0);
    uint32_t ready = 0;
    for (int i = 0; i < count; i++) ready |= UINT32_C(1) << events[i].data.u32;
    return ready;
}

int newel_alarm(void) {
    int fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    return fd < 0 ? -errno : fd;
}

void newel_alarm_set(int alarm, int64_t nanoseconds) {
    struct itimerspec time = {.it_value = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000}};
    timerfd_settime(alarm, TFD_TIMER_ABSTIME, &time, NULL);
}
