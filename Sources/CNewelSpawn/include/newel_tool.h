/*
 * newel_tool.h: starting build tools
 */
#ifndef NEWEL_TOOL_H
#define NEWEL_TOOL_H

#include <sys/types.h>

/*
 * Starts a program that is looked for on the path, in a folder and in a process group of its own, with this process's environment, no
 * blocked signals and default signal actions. stdin is /dev/null, stdout and stderr are output_fd. Returns 0 and fills *pid, or an errno.
 */
int newel_spawn_tool(char *const arguments[], const char *folder, int output_fd, pid_t *pid);

#endif
