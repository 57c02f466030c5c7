#define _GNU_SOURCE
#include "newel_kernel.h"
#include "turns.h"

#include <dirent.h>
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Names that headers older than the kernel do not know; the numbers are the same on every architecture. */
enum { LANDLOCK_CREATE_RULESET = 444, LANDLOCK_VERSION_FLAG = 1 };

int newel_landlock_version(void) {
    long version = syscall(LANDLOCK_CREATE_RULESET, NULL, (size_t)0, LANDLOCK_VERSION_FLAG);
    return version > 0 ? (int)version : 0;
}

int newel_has_pidfd(void) {
    long descriptor = syscall(SYS_pidfd_open, getpid(), 0);
    if (descriptor < 0) return 0;
    close((int)descriptor);
    return 1;
}

int newel_ask_for_short_turns(void) {
    newel_turns wish = {.size = sizeof wish, .nice = getpriority(PRIO_PROCESS, 0), .runtime = 100000};
    struct dirent *thread;
    int error = 0;
    DIR *threads = opendir("/proc/self/task");
    if (!threads) return errno;
    while ((thread = readdir(threads))) {
        long number = strtol(thread->d_name, NULL, 10);
        if (number > 0 && syscall(SYS_sched_setattr, number, &wish, 0) != 0) error = errno;
    }
    closedir(threads);
    return error;
}

long newel_open_files(void) {
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return 0;
    if (files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        // Where that is not allowed the limit stays as it is.
        if (setrlimit(RLIMIT_NOFILE, &files) != 0 && getrlimit(RLIMIT_NOFILE, &files) != 0) return 0;
    }
    return (long)files.rlim_cur;
}
