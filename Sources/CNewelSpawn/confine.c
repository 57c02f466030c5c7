#define _GNU_SOURCE
#include "newel_spawn.h"

#include <linux/capability.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void limit(int resource, rlim_t most) {
    struct rlimit bound;
    if (getrlimit((__rlimit_resource_t)resource, &bound) == 0 && bound.rlim_max < most) most = bound.rlim_max;
    bound.rlim_cur = most;
    bound.rlim_max = most;
    setrlimit((__rlimit_resource_t)resource, &bound);
}

/* Of root's privileges only those over files stay, which Landlock bounds: others would lift limits again. */
void newel_drop_privileges(int keeps_files) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[2] = {{0}};
    const uint32_t of_files = 1u << CAP_CHOWN | 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH | 1u << CAP_FOWNER;
    const uint32_t kept = 1u << CAP_NET_BIND_SERVICE | (keeps_files ? of_files : 0);
    if (syscall(SYS_capget, &header, data) != 0) return;
    for (int i = 0; i < 2; i++) {
        data[i].permitted &= i == 0 ? kept : 0;
        data[i].effective = data[i].permitted;
        data[i].inheritable = 0;
    }
    syscall(SYS_capset, &header, data);
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
