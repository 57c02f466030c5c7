#define _GNU_SOURCE
#include "newel_spawn.h"

#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static void limit(int resource, rlim_t most) {
    struct rlimit bound;
    if (getrlimit((__rlimit_resource_t)resource, &bound) == 0 && bound.rlim_max < most) most = bound.rlim_max;
    bound.rlim_cur = most;
    bound.rlim_max = most;
    setrlimit((__rlimit_resource_t)resource, &bound);
}

int newel_confine(pid_t parent, unsigned files) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != parent) return -1;
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, files);
    setvbuf(stdout, NULL, _IOLBF, 0);
    return 0;
}

void newel_flush_stdout(void) { fflush(stdout); }
