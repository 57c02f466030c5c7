#define _GNU_SOURCE
#include "newel_kernel.h"
#include "newel_sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a shell ends with that finds a program and may not become it. */
enum { SECONDS_MAX = 5, SHELL_REFUSED = 126 };

static int keeps_files(void) {
    if (newel_confine_files(NULL, 0) <= 0) return 0;
    return open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC) < 0 && errno == EACCES && open("/dev/null", O_RDWR | O_CLOEXEC) >= 0;
}

static int keeps_calls(void) {
    if (newel_confine_calls(0) != 0) return 0;
    /* A process of its own, and a signal to another. */
    return syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) < 0 && errno == EPERM && kill(getppid(), 0) < 0 && errno == EPERM;
}

static int crashes(void) {
    if (newel_report_crashes() != 0) return 0;
    raise(SIGSEGV);
    return 0;
}

/* A shell is become, but not what it would become. */
static int executes_once(void) {
    char *arguments[] = {"sh", "-c", "echo became a shell >&2; exec /bin/true", NULL};
    char *environment[] = {NULL};
    if (newel_confine_calls(NEWEL_MAY_EXECUTE_ONCE) != 0) return 0;
    newel_execute("/bin/sh", arguments, environment);
    return 0;
}

/* The child of a child that has gone is gone, too; both ends of a pipe tell. */
static int dies_with_parent(void) {
    int ends[2];
    char byte;
    pid_t middle;
    if (pipe2(ends, O_CLOEXEC) != 0) return 0;
    middle = fork();
    if (middle == 0) {
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            if (write(ends[1], "x", 1) == 1) pause();
            _exit(0);
        }
        close(ends[1]);
        if (read(ends[0], &byte, 1) < 0) _exit(1);
        _exit(0);
    }
    close(ends[1]);
    waitpid(middle, NULL, 0);
    /* The end of the last writer. */
    return middle > 0 && read(ends[0], &byte, 1) == 0;
}

/* The folder of the trial of a /tmp of one's own. */
static char trial_folder[32];

/* What is written there lies in the folder, which is not to be seen itself. */
static int has_temporary(void) {
    if (newel_own_temporary(trial_folder, NULL, 0) != 0) return 0;
    return open("/tmp/file", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) >= 0 && access(trial_folder, F_OK) != 0;
}

/* Runs a trial in a child, whose stderr is read. Returns how it ended, as waitpid tells, or -1. */
static int in_child(int (*trial)(void), char *told, size_t told_max) {
    int ends[2], status = -1;
    size_t count = 0;
    ssize_t piece;
    pid_t child;
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    child = fork();
    if (child == 0) {
        alarm(SECONDS_MAX);
        dup2(ends[1], 2);
        /* Nothing of the parent's is kept open for the while. */
        syscall(SYS_close_range, 3, ~0U, 0);
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        _exit(trial() ? 0 : 1);
    }
    close(ends[1]);
    while (child > 0 && count + 1 < told_max && (piece = read(ends[0], told + count, told_max - count - 1)) > 0) count += (size_t)piece;
    told[count] = 0;
    close(ends[0]);
    if (child > 0 && waitpid(child, &status, 0) != child) status = -1;
    return status;
}

int newel_try(int mechanism) {
    char told[4096];
    switch (mechanism) {
    case NEWEL_TRY_FILES: return in_child(keeps_files, told, sizeof told) == 0;
    case NEWEL_TRY_CALLS: return in_child(keeps_calls, told, sizeof told) == 0;
    case NEWEL_TRY_DEATH_SIGNAL: return in_child(dies_with_parent, told, sizeof told) == 0;
    case NEWEL_TRY_CRASH_REPORT: {
        int status = in_child(crashes, told, sizeof told);
        return WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV && strstr(told, "Crash: segmentation fault") != NULL;
    }
    case NEWEL_TRY_EXECUTE_ONCE: {
        int status = in_child(executes_once, told, sizeof told);
        return WIFEXITED(status) && WEXITSTATUS(status) == SHELL_REFUSED && strstr(told, "became a shell") != NULL;
    }
    case NEWEL_TRY_TEMPORARY: {
        strcpy(trial_folder, "/tmp/newel-trial-XXXXXX");
        if (!mkdtemp(trial_folder)) return 0;
        int status = in_child(has_temporary, told, sizeof told);
        newel_remove_tree(trial_folder);
        return status == 0;
    }
    default: return 0;
    }
}
