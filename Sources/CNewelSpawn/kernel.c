#define _GNU_SOURCE
#include "newel_kernel.h"

#include <stddef.h>
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
