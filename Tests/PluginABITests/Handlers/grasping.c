/* Handlers that reach for what is not theirs, each saying what it got. */
#define _GNU_SOURCE
#include <newel_plugin.h>
#include <newel_plugin_helpers.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define HANDLER(name) static newel_status name(newel_instance *i, const newel_host *h, const newel_invocation *v)
#define UNUSED ((void)i, (void)h, (void)v)

static newel_status answer_number(const newel_host *h, const newel_invocation *v, long n) {
    char text[32];
    snprintf(text, sizeof text, "%ld", n);
    return newel_complete_text(h, v, text);
}

/* The payload is a path as a JSON string without escapes. */
static void path_of(const newel_invocation *v, char path[1024]) {
    size_t n = v->payload.len >= 2 && v->payload.len < 1024 ? (size_t)v->payload.len - 2 : 0;
    memcpy(path, v->payload.ptr + 1, n);
    path[n] = 0;
}

/* 0, or what was wrong. */
HANDLER(reads) {
    char path[1024], byte;
    UNUSED;
    path_of(v, path);
    int file = open(path, O_RDONLY);
    if (file < 0) return answer_number(h, v, errno);
    long error = read(file, &byte, 1) < 0 && errno != EISDIR ? errno : 0;
    close(file);
    return answer_number(h, v, error);
}

static void *read_own_page(void *error) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/stat", syscall(SYS_gettid));
    int file = open(path, O_RDONLY);
    *(long *)error = file < 0 ? errno : 0;
    if (file >= 0) close(file);
    return NULL;
}

/* What a thread that was begun just now finds of itself by its number, as libdispatch looks for it. */
HANDLER(threads) {
    pthread_t thread;
    long error = -1;
    UNUSED;
    if (pthread_create(&thread, NULL, read_own_page, &error) != 0) return NEWEL_E_INTERNAL;
    pthread_join(thread, NULL);
    return answer_number(h, v, error);
}

HANDLER(writes) {
    char path[1024];
    UNUSED;
    path_of(v, path);
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    if (file < 0) return answer_number(h, v, errno);
    long error = write(file, "x", 1) == 1 ? 0 : errno;
    close(file);
    return answer_number(h, v, error);
}

/* Fills its own folder, also with what is hard to remove, and says where it is. */
HANDLER(scratches) {
    char text[1100];
    const char *folder = getenv("TMPDIR");
    UNUSED;
    if (!folder || chdir(folder) != 0) return NEWEL_E_INTERNAL;
    int file = open("file", O_WRONLY | O_CREAT, 0600);
    if (file < 0 || write(file, "x", 1) != 1) return NEWEL_E_INTERNAL;
    close(file);
    if (symlink("/", "link") != 0 || mkdir("\xff\xfe", 0700) != 0) return NEWEL_E_INTERNAL;
    for (int n = 0; n < 700; n++)
        if (mkdir("deeper", 0700) != 0 || chdir("deeper") != 0) return NEWEL_E_INTERNAL;
    snprintf(text, sizeof text, "\"%s\"", folder);
    return newel_complete_text(h, v, text);
}

HANDLER(relative) {
    UNUSED;
    int file = open("plugin.json", O_RDONLY);
    if (file < 0) return answer_number(h, v, errno);
    close(file);
    return answer_number(h, v, 0);
}

/* How many processes it could start. */
HANDLER(forks) {
    long started = 0;
    UNUSED;
    for (int n = 0; n < 1000; n++) {
        pid_t child = fork();
        if (child == 0) pause();
        started += child > 0;
    }
    return answer_number(h, v, started);
}

/* What a program prints; -1 without one. */
HANDLER(runs) {
    char text[64] = "";
    UNUSED;
    FILE *program = popen("echo 42", "r");
    if (!program) return answer_number(h, v, -1);
    if (!fgets(text, sizeof text, program)) strcpy(text, "-1");
    pclose(program);
    return newel_complete_text(h, v, text);
}

/* A process of a process, which outlives its parents if it can. */
HANDLER(leaves_behind) {
    UNUSED;
    int ends[2];
    char text[32] = "";
    if (pipe(ends) != 0) return NEWEL_E_INTERNAL;
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            snprintf(text, sizeof text, "%d", (int)getpid());
            if (write(ends[1], text, sizeof text) > 0) for (;;) pause();
        }
        _exit(0);
    }
    if (read(ends[0], text, sizeof text) <= 0) return NEWEL_E_INTERNAL;
    return newel_complete_text(h, v, text);
}

/* Everything that must not work; a list of what did. */
HANDLER(forbidden) {
    char text[1024] = "[";
    struct f_owner_ex owner = {F_OWNER_PID, getppid()};
    struct rlimit bound = {16, 16};
    char *no_arguments[] = {"true", NULL};
    int pair[2];
    UNUSED;
#define TRY(name, call) if ((call) >= 0) snprintf(text + strlen(text), sizeof text - strlen(text), "%s\"%s\"", text[1] ? "," : "", name)
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return NEWEL_E_INTERNAL;
    TRY("kill", kill(getppid(), 0));
    TRY("killpg", kill(0, 0));
    TRY("tgkill", syscall(SYS_tgkill, getppid(), getppid(), 0));
    TRY("sigqueue", syscall(SYS_rt_sigqueueinfo, getppid(), 0, &owner));
    TRY("setown", fcntl(pair[0], F_SETOWN, getppid()));
    TRY("setown_ex", fcntl(pair[0], F_SETOWN_EX, &owner));
    TRY("prlimit", prlimit(getppid(), RLIMIT_NOFILE, &bound, NULL));
    TRY("raise_limit", setrlimit(RLIMIT_NOFILE, &(struct rlimit){100000, 100000}));
    TRY("setpriority", setpriority(PRIO_PROCESS, (id_t)getppid(), 19));
    TRY("ptrace", ptrace(PTRACE_SEIZE, getppid(), 0, 0));
    TRY("process_vm_readv", syscall(SYS_process_vm_readv, getppid(), &(struct { void *p; size_t n; }){text, 1}, 1, &(struct { void *p; size_t n; }){text, 1}, 1, 0));
    TRY("pidfd_getfd", syscall(SYS_pidfd_getfd, syscall(SYS_pidfd_open, getppid(), 0), 3, 0));
    TRY("pidfd_send_signal", syscall(SYS_pidfd_send_signal, syscall(SYS_pidfd_open, getppid(), 0), 0, NULL, 0));
    TRY("pdeathsig", prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0));
    TRY("setsid", setpgid(0, getppid()));
    TRY("execve", execve("/bin/true", no_arguments, NULL));
    TRY("execveat", syscall(SYS_execveat, AT_FDCWD, "/bin/true", no_arguments, NULL, 0));
    TRY("vfork", syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) > 0 ? 0 : -1);
    TRY("clone3", syscall(SYS_clone3, NULL, 0));
    TRY("unshare", syscall(SYS_unshare, 0x10000000));
    TRY("setns", syscall(SYS_setns, pair[0], 0));
    TRY("mount", syscall(SYS_mount, "none", "/mnt", "tmpfs", 0, NULL));
    TRY("chroot", chroot("/"));
    TRY("bpf", syscall(SYS_bpf, 0, NULL, 0));
    TRY("userfaultfd", syscall(SYS_userfaultfd, 1));
    TRY("perf_event_open", syscall(SYS_perf_event_open, NULL, 0, -1, -1, 0));
    TRY("keyctl", syscall(SYS_keyctl, 0, -3, 1, 0, 0));
    TRY("io_uring", syscall(SYS_io_uring_setup, 1, NULL));
    TRY("memfd", syscall(SYS_memfd_create, "x", 0));
    TRY("shmget", syscall(SYS_shmget, 0, 4096, 01600));
    TRY("unix_socket", socket(AF_UNIX, SOCK_STREAM, 0));
    TRY("packet_socket", socket(AF_PACKET, SOCK_RAW, 0));
    TRY("vsock", socket(AF_VSOCK, SOCK_STREAM, 0));
    close(pair[0]);
    close(pair[1]);
    strcat(text, "]");
    return newel_complete_text(h, v, text);
}

HANDLER(network) {
    UNUSED;
    int inet = socket(AF_INET, SOCK_STREAM, 0), local = socket(AF_UNIX, SOCK_STREAM, 0);
    long found = (inet >= 0 ? 1 : 0) | (local >= 0 ? 2 : 0);
    if (inet >= 0) close(inet);
    if (local >= 0) close(local);
    return answer_number(h, v, found);
}

/* Never closes what it opens: the errno that stops it, 0 as long as nothing does. */
HANDLER(leaks) {
    UNUSED;
    for (int n = 0; n < 100; n++)
        if (open("/dev/null", O_RDONLY) < 0) return answer_number(h, v, errno);
    return answer_number(h, v, 0);
}

/* Says that more of its result lies in shared memory than there is. */
HANDLER(forges_shared) {
    struct {
        uint32_t count;
        uint16_t kind, version;
        uint64_t call, peak, bytes;
    } frame = {16, 23, 1, 1, 0, UINT64_C(1) << 40};
    UNUSED;
    if (write(3, &frame, sizeof frame) < 0) return NEWEL_E_INTERNAL;
    nanosleep(&(struct timespec){2, 0}, NULL);
    return NEWEL_OK;
}

/* The errno of changing the size of the memory it shares with the host, which would make the host fault. */
HANDLER(truncates_shared) {
    UNUSED;
    if (ftruncate(5, 0) == 0 || ftruncate(5, 64 << 20) == 0) return answer_number(h, v, 0);
    return answer_number(h, v, errno);
}

static void *allocate(void *unused) {
    enum { PIECE = 4 << 20 };
    for (;;) {
        char *piece = malloc(PIECE);
        if (piece) memset(piece, 1, PIECE);
        nanosleep(&(struct timespec){0, 2000000}, NULL);
    }
    return unused;
}

HANDLER(allocates) {
    UNUSED;
    allocate(NULL);
    return NEWEL_OK;
}

/* Answers, and goes on allocating. */
HANDLER(allocates_later) {
    pthread_t thread;
    UNUSED;
    if (pthread_create(&thread, NULL, allocate, NULL) != 0) return NEWEL_E_INTERNAL;
    return answer_number(h, v, getpid());
}

/* Touches 64 MiB and gives them back before it answers. */
HANDLER(peaks) {
    enum { BYTES = 64 << 20 };
    UNUSED;
    volatile char *memory = malloc(BYTES);
    if (!memory) return NEWEL_E_NOMEM;
    for (size_t n = 0; n < BYTES; n += 4096) memory[n] = 1;
    free((void *)memory);
    return answer_number(h, v, 0);
}

static void *wait_for_ever(void *unused) {
    for (;;) pause();
    return unused;
}

/* Starts threads until it is stopped. */
HANDLER(multiplies) {
    pthread_attr_t small;
    pthread_t thread;
    UNUSED;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 65536);
    for (;;)
        if (pthread_create(&thread, &small, wait_for_ever, NULL) != 0) nanosleep(&(struct timespec){0, 1000000}, NULL);
}

/* The C++ runtime is there, as the worker's own libraries need it. */
extern void *__cxa_allocate_exception(size_t);
extern void __cxa_throw(void *, void *, void (*)(void *)) __attribute__((noreturn));
extern char _ZTIi[];

/* throw 7; */
HANDLER(throws) {
    UNUSED;
    int *exception = __cxa_allocate_exception(sizeof *exception);
    *exception = 7;
    __cxa_throw(exception, _ZTIi, NULL);
}

/* Says how low its priority is; on "true" once it has been lowered, for which it keeps the processor busy. */
HANDLER(burns) {
    int before = getpriority(PRIO_PROCESS, 0);
    UNUSED;
    while (v->payload.len == 4 && getpriority(PRIO_PROCESS, 0) == before)
        for (volatile int n = 0; n < 1000000; n++) {}
    return answer_number(h, v, getpriority(PRIO_PROCESS, 0));
}

HANDLER(processors) {
    cpu_set_t mine;
    UNUSED;
    if (v->payload.len == 4) abort();
    CPU_ZERO(&mine);
    sched_getaffinity(0, sizeof mine, &mine);
    return answer_number(h, v, CPU_COUNT(&mine));
}

static newel_status allocate_at_start(newel_instance *i) {
    (void)i;
    allocate(NULL);
    return NEWEL_OK;
}

__attribute__((noinline)) static void crash_here(volatile int *where) { *where = 1; }

HANDLER(crashes) {
    UNUSED;
    crash_here((int *)8);
    return NEWEL_OK;
}

#define H(c_name, name) {sizeof(newel_handler), NEWEL_KIND_FUNCTION, name, 0, 0, NULL, NULL, c_name, NULL, NULL, NULL, NULL}

static const newel_handler all[] = {
    H(reads, "Reads"), H(writes, "Writes"), H(scratches, "Scratches"), H(threads, "Threads"), H(relative, "Relative"), H(forks, "Forks"), H(runs, "Runs"),
    H(leaves_behind, "LeavesBehind"), H(forbidden, "Forbidden"), H(network, "Network"), H(leaks, "Leaks"), H(forges_shared, "ForgesShared"), H(truncates_shared, "TruncatesShared"), H(allocates, "Allocates"),
    H(allocates_later, "AllocatesLater"), H(peaks, "Peaks"), H(crashes, "Crashes"), H(multiplies, "Multiplies"),
    H(throws, "Throws"), H(burns, "Burns"), H(processors, "Processors"),
    {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "AllocatesAtStart", 0, 0, NULL, allocate_at_start, reads, NULL, NULL, NULL, NULL},
};

enum { COUNT = sizeof all / sizeof all[0] };
static const newel_handler *list[COUNT];

const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "grasping", "1.0.0", 0,
                                        COUNT, list, NULL, NULL};
    (void)host_abi_version;
    for (int n = 0; n < COUNT; n++) list[n] = &all[n];
    return &plugin;
}
