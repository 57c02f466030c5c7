#define _GNU_SOURCE
#include "newel_sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the filter of system calls is written for x86_64 and aarch64"
#endif

/* Refused without a look at their arguments. Most need privileges besides; a host that runs as root must be safe, too. */
static const int refused[] = {
    /* other processes */
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_setsid, SYS_setpgid, SYS_move_pages, SYS_migrate_pages,
    SYS_pidfd_getfd, SYS_pidfd_send_signal, SYS_process_madvise,
#ifdef SYS_process_mrelease
    SYS_process_mrelease,
#endif
    /* the machine and its name space */
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns, SYS_unshare, SYS_open_tree, SYS_move_mount, SYS_fsopen, SYS_fsconfig,
    SYS_fsmount, SYS_fspick, SYS_swapon, SYS_swapoff, SYS_reboot, SYS_sethostname, SYS_setdomainname, SYS_acct, SYS_quotactl,
    SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime, SYS_adjtimex, SYS_syslog, SYS_vhangup, SYS_name_to_handle_at,
    SYS_open_by_handle_at, SYS_fanotify_init,
#ifdef SYS_mount_setattr
    SYS_mount_setattr,
#endif
#ifdef SYS_quotactl_fd
    SYS_quotactl_fd,
#endif
    /* the kernel */
    SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_lookup_dcookie,
    SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_add_key, SYS_request_key, SYS_keyctl,
#ifdef SYS_kexec_file_load
    SYS_kexec_file_load,
#endif
#ifdef SYS_iopl
    SYS_iopl, SYS_ioperm, SYS_modify_ldt, SYS_uselib, SYS_ustat, SYS_sysfs,
#endif
    /* memory that is not the process's own, and so is neither counted nor given back */
    SYS_memfd_create, SYS_shmget, SYS_msgget, SYS_semget, SYS_mq_open,
#ifdef SYS_memfd_secret
    SYS_memfd_secret,
#endif
};

/* Refused unless the process means itself: system call, argument with the process, and whether 0 means itself. */
static const struct {
    int number, argument, is_zero_self;
} own[] = {
    {SYS_prlimit64, 0, 1}, {SYS_sched_setaffinity, 0, 1}, {SYS_sched_setscheduler, 0, 1}, {SYS_sched_setparam, 0, 1}, {SYS_sched_setattr, 0, 1},
    {SYS_setpriority, 1, 1}, {SYS_ioprio_set, 1, 1},
};
static const struct {
    int number, argument, is_zero_self;
} signals[] = {
    {SYS_kill, 0, 0}, {SYS_tkill, 0, 0}, {SYS_tgkill, 0, 0}, {SYS_rt_sigqueueinfo, 0, 0}, {SYS_rt_tgsigqueueinfo, 0, 0},
};

/* Values of an argument that are refused, or with is_only the only ones allowed. */
static const struct {
    int number, argument;
    unsigned value;
} refused_values[] = {
    {SYS_prctl, 0, PR_SET_PDEATHSIG}, {SYS_fcntl, 1, F_SETOWN}, {SYS_fcntl, 1, F_SETOWN_EX}, {SYS_ioctl, 1, 0x8901 /* FIOSETOWN */},
    {SYS_ioctl, 1, 0x8902 /* SIOCSPGRP */}, {SYS_ioctl, 1, TIOCSTI}, {SYS_ioctl, 1, TIOCLINUX},
};

/* Flags of clone that make a name space. */
enum { NAME_SPACES = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET };

struct program {
    struct sock_filter steps[512];
    unsigned short count;
};

static void step(struct program *p, unsigned short code, unsigned char if_true, unsigned char if_false, unsigned value) {
    if (p->count < sizeof p->steps / sizeof *p->steps) p->steps[p->count++] = (struct sock_filter){code, if_true, if_false, value};
}

static void load(struct program *p, unsigned offset) { step(p, BPF_LD | BPF_W | BPF_ABS, 0, 0, offset); }
static void load_argument(struct program *p, int index) { load(p, offsetof(struct seccomp_data, args) + 8u * (unsigned)index); }
static void load_upper_half(struct program *p, int index) { load(p, offsetof(struct seccomp_data, args) + 8u * (unsigned)index + 4); }
static void refuse(struct program *p, int error) { step(p, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | (unsigned)error); }
static void admit(struct program *p) { step(p, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW); }

/* Goes past the next steps unless the system call is this one; between calls of it the accumulator holds the number. */
static void unless(struct program *p, int number, unsigned char past) { step(p, BPF_JMP | BPF_JEQ | BPF_K, 0, past, (unsigned)number); }

static void refuse_call(struct program *p, int number, int error) {
    unless(p, number, 1);
    refuse(p, error);
}

static void refuse_others(struct program *p, int number, int argument, int is_zero_self) {
    unless(p, number, 5);
    load_argument(p, argument);
    step(p, BPF_JMP | BPF_JEQ | BPF_K, 2, 0, (unsigned)getpid());
    step(p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, is_zero_self ? 0 : (unsigned)getpid());
    refuse(p, EPERM);
    admit(p);
}

static void refuse_value(struct program *p, int number, int argument, unsigned value) {
    unless(p, number, 4);
    load_argument(p, argument);
    step(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value);
    refuse(p, EPERM);
    load(p, offsetof(struct seccomp_data, nr));
}

/* Threads, but no processes; with may_fork, processes, but no name spaces. The flags of clone3 cannot be seen: libraries then use clone. */
static void filter_clone(struct program *p, int may_fork) {
    refuse_call(p, SYS_clone3, ENOSYS);
    unless(p, SYS_clone, 4);
    load_argument(p, 0);
    step(p, BPF_JMP | BPF_JSET | BPF_K, may_fork ? 0 : 1, may_fork ? 1 : 0, may_fork ? NAME_SPACES : CLONE_THREAD);
    refuse(p, EPERM);
    admit(p);
#ifdef SYS_fork
    if (!may_fork) {
        refuse_call(p, SYS_fork, EPERM);
        refuse_call(p, SYS_vfork, EPERM);
    }
#endif
}

static void filter_sockets(struct program *p, unsigned flags) {
    static const unsigned char families[] = {AF_INET, AF_INET6, AF_NETLINK, AF_UNIX};
    if (flags & NEWEL_MAY_NOT_USE_NETWORK) {
        unless(p, SYS_socket, flags & NEWEL_MAY_USE_LOCAL_SOCKETS ? 4 : 1);
        if (flags & NEWEL_MAY_USE_LOCAL_SOCKETS) {
            load_argument(p, 0);
            step(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, AF_UNIX);
            admit(p);
        }
        refuse(p, EACCES);
        return;
    }
    {
        unsigned char count = flags & NEWEL_MAY_USE_LOCAL_SOCKETS ? 4 : 3;
        unless(p, SYS_socket, (unsigned char)(count + 3));
        load_argument(p, 0);
        for (unsigned char i = 0; i < count; i++) step(p, BPF_JMP | BPF_JEQ | BPF_K, (unsigned char)(count - i), 0, families[i]);
        refuse(p, EACCES);
        admit(p);
    }
}

/* Where newel_execute puts its path and its arguments: the filter lets execve pass with these two addresses only. */
static struct {
    char *path, **arguments;
} secret;
enum { SECRET_BYTES = 1 << 20, PATH_BYTES = 4096 };

/* Memory at an address that cannot be guessed. */
static void *hide(size_t alignment) {
    uint64_t random[2];
    char *memory;
    if (getrandom(random, sizeof random, 0) != sizeof random) return NULL;
    memory = mmap((void *)(random[0] % (UINT64_C(1) << 46) & ~UINT64_C(0xFFF)), SECRET_BYTES, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? NULL : memory + random[1] % (SECRET_BYTES / 2) / alignment * alignment;
}

static void admit_address(struct program *p, int argument, const void *address, unsigned char left) {
    load_argument(p, argument);
    step(p, BPF_JMP | BPF_JEQ | BPF_K, 0, (unsigned char)(left + 2), (unsigned)(uintptr_t)address);
    load_upper_half(p, argument);
    step(p, BPF_JMP | BPF_JEQ | BPF_K, 0, left, (unsigned)((uint64_t)(uintptr_t)address >> 32));
}

static int filter_execute(struct program *p, unsigned flags) {
    if (flags & (NEWEL_MAY_EXECUTE | NEWEL_MAY_FORK)) return 0;
    refuse_call(p, SYS_execveat, EPERM);
    if (flags & NEWEL_MAY_EXECUTE_ONCE) {
        secret.path = hide(1);
        secret.arguments = hide(sizeof(char *));
        if (!secret.path || !secret.arguments) return -ENOMEM;
        unless(p, SYS_execve, 10);
        admit_address(p, 0, secret.path, 5);
        admit_address(p, 1, secret.arguments, 1);
        admit(p);
        refuse(p, EPERM);
    } else {
        refuse_call(p, SYS_execve, EPERM);
    }
    return 0;
}

int newel_confine_calls(unsigned flags) {
    struct program p = {.count = 0};
    struct sock_fprog handed = {0};
    int status;
    load(&p, offsetof(struct seccomp_data, arch));
    step(&p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, ARCHITECTURE);
    step(&p, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS);
    load(&p, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
    /* The calls of the x32 interface have this bit. */
    step(&p, BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000);
    refuse(&p, ENOSYS);
#endif
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) refuse_call(&p, refused[i], EPERM);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) refuse_others(&p, own[i].number, own[i].argument, own[i].is_zero_self);
    if (!(flags & NEWEL_MAY_FORK))
        for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) refuse_others(&p, signals[i].number, signals[i].argument, 0);
    for (size_t i = 0; i < sizeof refused_values / sizeof *refused_values; i++)
        refuse_value(&p, refused_values[i].number, refused_values[i].argument, refused_values[i].value);
    filter_clone(&p, (flags & NEWEL_MAY_FORK) != 0);
    filter_sockets(&p, flags);
    status = filter_execute(&p, flags);
    if (status) return status;
    admit(&p);
    if (p.count == sizeof p.steps / sizeof *p.steps) return -E2BIG;
    handed.len = p.count;
    handed.filter = p.steps;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -errno;
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &handed) == 0 ? 0 : -errno;
}

int newel_execute(const char *path, char *const arguments[], char *const environment[]) {
    size_t count = 0;
    if (!secret.path || !secret.arguments) return -EPERM;
    if (strlen(path) >= PATH_BYTES) return -ENAMETOOLONG;
    while (arguments[count]) count++;
    if (count >= SECRET_BYTES / 4 / sizeof(char *)) return -E2BIG;
    strcpy(secret.path, path);
    memcpy(secret.arguments, arguments, (count + 1) * sizeof(char *));
    syscall(SYS_execve, secret.path, secret.arguments, environment);
    return -errno;
}
