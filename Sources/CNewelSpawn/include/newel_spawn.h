/*
 * newel_spawn.h: what starting and confining a worker needs and Swift cannot say (variadic system calls, C's stdout)
 */
#ifndef NEWEL_SPAWN_H
#define NEWEL_SPAWN_H

#include <stddef.h>
#include <sys/types.h>

/* The descriptors a worker has: where it answers, its socket, the memory it shares with the host, and where its calls come from. */
enum { NEWEL_WORKER_ANSWERS_FD = 3, NEWEL_WORKER_CONTROL_FD = 4, NEWEL_WORKER_SHARED_FD = 5, NEWEL_WORKER_CALLS_FD = 6 };

/*
 * Starts a worker: stdin is /dev/null, stdout and stderr are output_fd, answers_fd, control_fd, shared_fd (unless it is -1) and
 * calls_fd become 3, 4, 5 and 6, everything else is closed. It gets a process group of its own, no blocked signals and default signal actions. The given descriptors must be 10 or above.
 * Call it on a thread that outlives the worker: the worker dies with that thread.
 * With is_aside it stays on one processor, the same for all of that kind, until newel_spread: a kernel may let nobody else in while it
 * makes or ends a process, for milliseconds.
 *
 * Returns 0 and fills *pid and *pidfd (readable once the worker has ended), or an errno.
 */
int newel_spawn_worker(const char *path, char *const environment[], int answers_fd, int control_fd, int shared_fd, int calls_fd, int output_fd,
                       int is_aside, pid_t *pid, int *pidfd);

/*
 * Lets every thread of a process have the processor in long turns, which others may interrupt, or again in such as the calling thread has.
 * Returns 0 or the last errno (sched_setattr(2), sched_runtime of SCHED_OTHER; Linux before 6.12 takes it and does nothing).
 */
int newel_take_turns(pid_t pid, int are_long);

/* 1 when this user's processes that were given less of the processor (setpriority(2)) can be given as much as before; else 0. */
int newel_priority_returns(void);

/* Lets every thread of a process use all the processors that the calling thread may use. Returns 0 or the last errno. */
int newel_spread(pid_t pid);

/* A connected pair of stream sockets, close-on-exec, numbered 10 or above. Returns 0 or an errno. */
int newel_socket_pair(int fds[2]);

/* A pipe, close-on-exec, numbered 10 or above: fds[0] is its reading end. Returns 0 or an errno. */
int newel_pipe(int fds[2]);

/* From now on reads and writes of a descriptor do not wait. */
void newel_do_not_wait(int fd);

/* Another number for a descriptor, close-on-exec, 10 or above. Returns it or -errno. */
int newel_second_number(int fd);

/* An event counter, close-on-exec and non-blocking. Returns it or -errno. */
int newel_wakeup(void);

/*
 * In a worker, before anything is loaded: die with the parent, gain no privileges, leave no core, open at most files descriptors,
 * write stdout line by line. Returns 0, or -1 when the parent is gone already.
 */
int newel_confine(pid_t parent, unsigned files);

/* After it, still before anything is loaded: gives up what root may do, but for files if that is said. */
void newel_drop_privileges(int keeps_files);

/*
 * In a worker: becomes another program, which keeps stdin, stdout and stderr, what confines this process, and the death signal.
 * arguments[0] is the program's path, the last element NULL. Returns only when that fails, with an errno.
 */
int newel_become(const char *folder, char *const arguments[]);

/* Writes out what stdout holds back. */
void newel_flush_stdout(void);

/*
 * Writes two pieces as one; returns the bytes written or -errno. To a pipe that nobody reads it is -EPIPE in a process that ignores SIGPIPE, and
 * the end of another one.
 */
ssize_t newel_write_pair(int fd, const void *first, size_t first_count, const void *second, size_t second_count);

/* Sends two pieces as one message part; returns the bytes sent or -errno. */
ssize_t newel_send_pair(int fd, const void *first, size_t first_count, const void *second, size_t second_count, int flags);

#endif
