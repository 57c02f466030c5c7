/*
 * newel_kernel.h: asks the running kernel what it offers for confining and watching a worker
 */
#ifndef NEWEL_KERNEL_H
#define NEWEL_KERNEL_H

/* The version of Landlock's interface, or 0 when the kernel has none or it is turned off. */
int newel_landlock_version(void);

/* 1 when a process can be watched and signalled through a descriptor, else 0. */
int newel_has_pidfd(void);

/* Lets this process have as many files and connections open as it may at all; how many that are. */
long newel_open_files(void);

/*
 * Lets the threads of this process, and the threads and processes they make from now on, have the processor soon rather than for long: 0.1 ms
 * at a time instead of about 3, where another wants it. What answers in microseconds then does not wait for what computes.
 * Returns 0 or the last errno. Linux before 6.12 takes it and does nothing (sched_setattr(2), sched_runtime of SCHED_OTHER).
 */
int newel_ask_for_short_turns(void);

/* What a worker is kept by. */
enum { NEWEL_TRY_FILES, NEWEL_TRY_CALLS, NEWEL_TRY_DEATH_SIGNAL, NEWEL_TRY_CRASH_REPORT, NEWEL_TRY_EXECUTE_ONCE, NEWEL_TRY_TEMPORARY };

/* 1 when a mechanism really works here: it is tried in a child process. Else 0. */
int newel_try(int mechanism);

#endif
