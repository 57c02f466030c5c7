/*
 * newel_kernel.h: asks the running kernel what it offers for confining and watching a worker
 */
#ifndef NEWEL_KERNEL_H
#define NEWEL_KERNEL_H

/* The version of Landlock's interface, or 0 when the kernel has none or it is turned off. */
int newel_landlock_version(void);

/* 1 when filters of system calls can end a process that breaks them, else 0. */
int newel_has_seccomp(void);

/* 1 when a process can be watched and signalled through a descriptor, else 0. */
int newel_has_pidfd(void);

#endif
