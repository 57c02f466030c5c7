#define _GNU_SOURCE
#include "newel_spawn.h"
#include "turns.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* Above the descriptors a worker is given, so that placing one never overwrites another. */
enum { FIRST_FD = 10 };

/* Moves a descriptor to FIRST_FD or above. Closes the old one. */
static int lift(int fd) {
    int lifted;
    if (fd < 0 || fd >= FIRST_FD) return fd;
    lifted = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FD);
    if (lifted >= 0) close(fd);
    return lifted;
}

static int lift_both(int fds[2]) {
    for (int i = 0; i < 2; i++) {
        int lifted = lift(fds[i]);
        if (lifted < 0) {
            int error = errno;
            close(fds[0]);
            close(fds[1]);
            return error;
        }
        fds[i] = lifted;
    }
    return 0;
}

int newel_socket_pair(int fds[2]) {
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0) return errno;
    return lift_both(fds);
}

int newel_pipe(int fds[2]) {
    if (pipe2(fds, O_CLOEXEC) != 0) return errno;
    return lift_both(fds);
}

void newel_do_not_wait(int fd) { fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }

int newel_second_number(int fd) {
    int other = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FD);
    return other < 0 ? -errno : other;
}

int newel_wakeup(void) {
    int fd = lift(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    return fd < 0 ? -errno : fd;
}

static int fill_actions(posix_spawn_file_actions_t *actions, int answers_fd, int control_fd, int shared_fd, int calls_fd, int output_fd) {
    int error = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
    if (!error) error = posix_spawn_file_actions_adddup2(actions, output_fd, 1);
    if (!error) error = posix_spawn_file_actions_adddup2(actions, output_fd, 2);
    if (!error) error = posix_spawn_file_actions_adddup2(actions, answers_fd, NEWEL_WORKER_ANSWERS_FD);
    if (!error) error = posix_spawn_file_actions_adddup2(actions, control_fd, NEWEL_WORKER_CONTROL_FD);
    if (!error && shared_fd >= 0) error = posix_spawn_file_actions_adddup2(actions, shared_fd, NEWEL_WORKER_SHARED_FD);
    if (!error) error = posix_spawn_file_actions_adddup2(actions, calls_fd, NEWEL_WORKER_CALLS_FD);
    if (!error && shared_fd < 0) error = posix_spawn_file_actions_addclose(actions, NEWEL_WORKER_SHARED_FD);
    if (!error) error = posix_spawn_file_actions_addclosefrom_np(actions, NEWEL_WORKER_CALLS_FD + 1);
    return error;
}

static int fill_attributes(posix_spawnattr_t *attributes) {
    sigset_t none, all;
    int error;
    sigemptyset(&none);
    sigfillset(&all);
    error = posix_spawnattr_setsigmask(attributes, &none);
    if (!error) error = posix_spawnattr_setsigdefault(attributes, &all);
    if (!error) error = posix_spawnattr_setpgroup(attributes, 0);
    if (!error) error = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    return error;
}

/* The calling thread, and so what it starts, stays on the last of its processors. *before is what it had, empty where nothing changes. */
static void step_aside(cpu_set_t *before) {
    cpu_set_t one;
    int last = CPU_SETSIZE - 1;
    CPU_ZERO(&one);
    if (sched_getaffinity(0, sizeof *before, before) != 0 || CPU_COUNT(before) < 2) {
        CPU_ZERO(before);
        return;
    }
    while (!CPU_ISSET(last, before)) last--;
    CPU_SET(last, &one);
    if (sched_setaffinity(0, sizeof one, &one) != 0) CPU_ZERO(before);
}

/* Does something with every thread of a process; `change` returns 0 or an errno. */
static int each_thread(pid_t pid, int (*change)(pid_t thread, const void *wish), const void *wish) {
    char folder[64];
    struct dirent *thread;
    DIR *threads;
    int error = 0;
    snprintf(folder, sizeof folder, "/proc/%d/task", (int)pid);
    if (!(threads = opendir(folder))) return errno;
    while ((thread = readdir(threads))) {
        pid_t number = (pid_t)strtol(thread->d_name, NULL, 10);
        int failure = number > 0 ? change(number, wish) : 0;
        if (failure) error = failure;
    }
    closedir(threads);
    return error;
}

static int use_processors(pid_t thread, const void *processors) {
    return sched_setaffinity(thread, sizeof(cpu_set_t), processors) == 0 ? 0 : errno;
}

int newel_spread(pid_t pid) {
    cpu_set_t all;
    if (sched_getaffinity(0, sizeof all, &all) != 0) return errno;
    return each_thread(pid, use_processors, &all);
}

static int use_turns(pid_t thread, const void *nanoseconds) {
    newel_turns wish;
    if (syscall(SYS_sched_getattr, thread, &wish, sizeof wish, 0) != 0) return errno;
    wish.size = sizeof wish;
    wish.runtime = *(const uint64_t *)nanoseconds;
    return syscall(SYS_sched_setattr, thread, &wish, 0) == 0 ? 0 : errno;
}

static void *try_priority(void *returns) {
    int own = getpriority(PRIO_PROCESS, 0);
    *(int *)returns = own > 18 || (setpriority(PRIO_PROCESS, 0, own + 1) == 0 && setpriority(PRIO_PROCESS, 0, own) == 0);
    return NULL;
}

/* On a thread of its own, which keeps what it cannot undo. */
int newel_priority_returns(void) {
    pthread_t thread;
    int returns = 0;
    if (pthread_create(&thread, NULL, try_priority, &returns) == 0) pthread_join(thread, NULL);
    return returns;
}

int newel_take_turns(pid_t pid, int are_long) {
    newel_turns own;
    uint64_t nanoseconds = 0; /* the system's own length */
    if (!are_long) {
        if (syscall(SYS_sched_getattr, 0, &own, sizeof own, 0) != 0) return errno;
        nanoseconds = own.runtime;
    }
    return each_thread(pid, use_turns, &nanoseconds);
}

int newel_spawn_worker(const char *path, char *const environment[], int answers_fd, int control_fd, int shared_fd, int calls_fd, int output_fd,
                       int is_aside, pid_t *pid, int *pidfd) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    char *const arguments[] = {(char *)path, NULL};
    int error = posix_spawn_file_actions_init(&actions);
    if (error) return error;
    error = posix_spawnattr_init(&attributes);
    if (!error) {
        error = fill_actions(&actions, answers_fd, control_fd, shared_fd, calls_fd, output_fd);
        if (!error) error = fill_attributes(&attributes);
        if (!error) {
            cpu_set_t before;
            if (is_aside) step_aside(&before);
            error = posix_spawn(pid, path, &actions, &attributes, arguments, environment);
            if (is_aside && CPU_COUNT(&before) > 0) sched_setaffinity(0, sizeof before, &before);
        }
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    if (error) return error;
    *pidfd = (int)syscall(SYS_pidfd_open, *pid, 0);
    if (*pidfd < 0) {
        error = errno;
        kill(*pid, SIGKILL);
    }
    return error;
}

int newel_become(const char *folder, char *const arguments[]) {
    if (chdir(folder) != 0) return errno;
    fcntl(NEWEL_WORKER_CALLS_FD, F_SETFD, FD_CLOEXEC);
    fcntl(NEWEL_WORKER_CONTROL_FD, F_SETFD, FD_CLOEXEC);
    fcntl(NEWEL_WORKER_ANSWERS_FD, F_SETFD, FD_CLOEXEC);
    execv(arguments[0], arguments);
    return errno;
}

ssize_t newel_write_pair(int fd, const void *first, size_t first_count, const void *second, size_t second_count) {
    struct iovec parts[2] = {{(void *)first, first_count}, {(void *)second, second_count}};
    ssize_t written;
    do written = writev(fd, parts, second_count ? 2 : 1);
    while (written < 0 && errno == EINTR);
    return written < 0 ? -errno : written;
}

ssize_t newel_send_pair(int fd, const void *first, size_t first_count, const void *second, size_t second_count, int flags) {
    struct iovec parts[2] = {{(void *)first, first_count}, {(void *)second, second_count}};
    struct msghdr message = {0};
    ssize_t sent;
    message.msg_iov = parts;
    message.msg_iovlen = second_count ? 2 : 1;
    do sent = sendmsg(fd, &message, flags | MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? -errno : sent;
}
