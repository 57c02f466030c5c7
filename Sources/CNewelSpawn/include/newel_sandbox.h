/*
 * newel_sandbox.h: what keeps a worker from touching more than it may, and tells of its crash
 *
 * The calls that confine act on the calling thread and on what it starts: call them while there is no other.
 */
#ifndef NEWEL_SANDBOX_H
#define NEWEL_SANDBOX_H

#include <stddef.h>
#include <stdint.h>

/* A file or folder, with all below it. Files outside of grants and of what every program needs cannot be opened. */
typedef struct {
    const char *path;
    int is_writable;
} newel_grant;

/*
 * Confines to grants, and to what the system's libraries need to read, with Landlock. Where the kernel can, signals and abstract sockets
 * of other processes are out of reach, too. A grant that is not there is passed over.
 *
 * Returns the version of Landlock that holds, 0 where the kernel has none, or -errno.
 */
int newel_confine_files(const newel_grant *grants, size_t count);

/*
 * Gives the process, which has one thread yet, a /tmp of its own: what is in the folder. What is kept, and the libraries that are loaded, stay
 * where they are even below /tmp, for reading alone unless they are writable. Before newel_confine_files, and with the privileges the
 * process was started with: it mounts in a namespace of its own, for which a user other than root needs a user namespace as well.
 *
 * Returns 0, or -errno where that is not allowed: then /tmp is the machine's. After NEWEL_TEMPORARY_BROKEN the process is of no use.
 */
int newel_own_temporary(const char *folder, const newel_grant *kept, size_t count);

enum { NEWEL_TEMPORARY_BROKEN = -10000 };

/* What newel_confine_calls leaves allowed, or takes away; in addition to nothing. */
enum {
    /* One program may be become, by newel_execute. */
    NEWEL_MAY_EXECUTE_ONCE = 1,
    /* Other programs may be become, by execve; there is still one process. */
    NEWEL_MAY_EXECUTE = 2,
    /* Processes may be started. */
    NEWEL_MAY_FORK = 4,
    /* Sockets of the machine (docker, dbus …) may be connected to. */
    NEWEL_MAY_USE_LOCAL_SOCKETS = 8,
    /* There is no network. */
    NEWEL_MAY_NOT_USE_NETWORK = 16,
};

/*
 * Filters system calls with seccomp: no new processes or programs, no signals to others, no look into them, nothing that changes
 * the machine. What is filtered fails with EPERM.
 *
 * Returns 0, or -errno (-EINVAL where the kernel has no filters).
 */
int newel_confine_calls(unsigned flags);

/*
 * Becomes another program, after newel_confine_calls with NEWEL_MAY_EXECUTE_ONCE: the filter knows by two addresses that nobody else knows
 * and that are gone with this program. Returns only on failure, with -errno.
 */
int newel_execute(const char *path, char *const arguments[], char *const environment[]);

/*
 * From now on a crash (SIGSEGV, SIGABRT …) writes a backtrace to stderr before it ends the process, on a stack of its own for the calling thread.
 * The process still ends by the signal. Returns 0 or -errno.
 */
int newel_report_crashes(void);

/*
 * The most this process has had in memory, in bytes, as of a tenth of a millisecond ago or later; 0 where that is not known. Cheap when called
 * again within that time, and while no page is touched for the first time.
 */
uint64_t newel_memory_peak(void);

/* Memory of so many bytes that can be shared with a worker: its size never changes. Returns a descriptor, 10 or above, or -errno. */
int newel_shared_memory(size_t bytes);

/* Empties and removes a folder, however deep; links are removed, not followed. Call it when nobody writes there any more. */
void newel_remove_tree(const char *path);

#endif
