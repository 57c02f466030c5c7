#define _GNU_SOURCE
#include "newel_sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <sys/stat.h>
#include <unistd.h>

static uint64_t read_peak(void) {
    static const char key[] = "VmHWM:";
    char text[2048];
    ssize_t count;
    const char *at;
    int file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    count = read(file, text, sizeof text - 1);
    close(file);
    if (count <= 0) return 0;
    text[count] = 0;
    at = strstr(text, key);
    return at ? strtoull(at + sizeof key - 1, NULL, 10) << 10 : 0;
}

/* How long a look at the memory stands for, in nanoseconds: a thread that touches new pages gets no further than a megabyte in it. */
enum { LOOK_INTERVAL = 100000 };

uint64_t newel_memory_peak(void) {
    static _Atomic long seen_faults = -1;
    static _Atomic uint64_t peak;
    static _Atomic int64_t looked_at;
    struct timespec time;
    struct rusage usage;
    int64_t now;
    clock_gettime(CLOCK_MONOTONIC, &time);
    now = time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
    if (peak && now - looked_at < LOOK_INTERVAL) return peak;
    looked_at = now;
    /* Memory grows by page faults only: as long as there is none, the peak is what it was. */
    if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
    if (usage.ru_minflt + usage.ru_majflt != seen_faults) {
        seen_faults = usage.ru_minflt + usage.ru_majflt;
        peak = read_peak();
    }
    return peak;
}

int newel_shared_memory(size_t bytes) {
    int lifted, file = memfd_create("newel-payloads", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) return -errno;
    lifted = fcntl(file, F_DUPFD_CLOEXEC, 10);
    close(file);
    if (lifted < 0) return -errno;
    if (ftruncate(lifted, (off_t)bytes) != 0 || fcntl(lifted, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
        int error = errno;
        close(lifted);
        return -error;
    }
    return lifted;
}

enum { DEPTH_MAX = 64 };

/* Empties a folder and closes it; what lies too deep is moved to the top, to be found there in the next round. */
static int empty(int folder, int top, int depth) {
    static _Atomic unsigned moved;
    DIR *stream = fdopendir(folder);
    struct dirent *entry;
    int left = 0;
    if (!stream) {
        close(folder);
        return 0;
    }
    while ((entry = readdir(stream))) {
        const char *name = entry->d_name;
        int below;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || unlinkat(folder, name, 0) == 0) continue;
        if (unlinkat(folder, name, AT_REMOVEDIR) == 0) continue;
        if (depth == DEPTH_MAX) {
            char fresh[32];
            snprintf(fresh, sizeof fresh, ".deep-%u", atomic_fetch_add(&moved, 1));
            left |= renameat(folder, name, top, fresh) == 0;
            continue;
        }
        fchmodat(folder, name, 0700, 0);
        below = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (below < 0) continue;
        left |= empty(below, top, depth + 1);
        unlinkat(folder, name, AT_REMOVEDIR);
    }
    closedir(stream);
    return left;
}

void newel_remove_tree(const char *path) {
    int top = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int again = top >= 0;
    while (again) {
        int folder = openat(top, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        again = folder >= 0 && empty(folder, top, 0);
    }
    if (top >= 0) close(top);
    rmdir(path);
}
