#define _GNU_SOURCE
#include "newel_sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Calls that headers older than the kernel do not know; the numbers are the same on every architecture. */
enum { OPEN_TREE = 428, MOVE_MOUNT = 429, MOUNT_SETATTR = 442, CLONE_TREE = 1, EMPTY_PATH = 0x1000, RECURSIVE = 0x8000, FROM_EMPTY_PATH = 4 };

static const char temporary[] = "/tmp";

/* What a mount has in addition; the start of the kernel's struct mount_attr. */
struct mount_attributes {
    uint64_t set, clear, propagation, namespace_fd;
};

/* Something below the machine's /tmp that the process goes on seeing. */
struct kept {
    char *path;
    int is_writable, is_folder, tree;
};

struct keeping {
    struct kept *items;
    size_t count, room;
};

static int is_below(const char *path) { return strncmp(path, temporary, sizeof temporary - 1) == 0 && path[sizeof temporary - 1] == '/' && path[sizeof temporary]; }

static int keep_path(struct keeping *all, const char *path, int is_writable) {
    struct stat facts;
    if (!is_below(path) || stat(path, &facts) != 0) return 0;
    for (size_t i = 0; i < all->count; i++) {
        if (strcmp(all->items[i].path, path) != 0) continue;
        all->items[i].is_writable |= is_writable;
        return 0;
    }
    if (all->count == all->room) {
        size_t room = all->room ? 2 * all->room : 16;
        struct kept *items = realloc(all->items, room * sizeof *items);
        if (!items) return -ENOMEM;
        all->items = items;
        all->room = room;
    }
    char *copy = strdup(path);
    if (!copy) return -ENOMEM;
    all->items[all->count++] = (struct kept){copy, is_writable, S_ISDIR(facts.st_mode), -1};
    return 0;
}

/* A path, and the one that links in it lead to. */
static int keep(struct keeping *all, const char *path, int is_writable) {
    char target[PATH_MAX];
    int status = keep_path(all, path, is_writable);
    return status || !realpath(path, target) ? status : keep_path(all, target, is_writable);
}

/* The folder of a library that is loaded already: what is loaded later may need more of it. */
static int keep_library(struct dl_phdr_info *library, size_t size, void *all) {
    char folder[PATH_MAX];
    const char *slash = strrchr(library->dlpi_name, '/');
    size_t length = slash ? (size_t)(slash - library->dlpi_name) : 0;
    (void)size;
    if (length == 0 || length >= sizeof folder) return 0;
    memcpy(folder, library->dlpi_name, length);
    folder[length] = 0;
    return keep(all, folder, 0);
}

static int by_length(const void *one, const void *other) {
    size_t first = strlen(((const struct kept *)one)->path), second = strlen(((const struct kept *)other)->path);
    return first < second ? -1 : first > second;
}

static void release(struct keeping *all) {
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].tree >= 0) close(all->items[i].tree);
        free(all->items[i].path);
    }
    free(all->items);
}

static int write_text(const char *path, const char *text) {
    int file = open(path, O_WRONLY | O_CLOEXEC), status = 0;
    if (file < 0) return -errno;
    if (write(file, text, strlen(text)) < 0) status = -errno;
    close(file);
    return status;
}

/* The process stays the user it is, in a namespace in which it may mount. */
static int map_user(uid_t user, gid_t group) {
    char line[64];
    int status = write_text("/proc/self/setgroups", "deny");
    snprintf(line, sizeof line, "%u %u 1", user, user);
    if (!status) status = write_text("/proc/self/uid_map", line);
    snprintf(line, sizeof line, "%u %u 1", group, group);
    if (!status) status = write_text("/proc/self/gid_map", line);
    return status;
}

/* Takes hold of what is kept, before it is hidden. */
static int take(struct keeping *all) {
    const struct mount_attributes read_only = {1, 0, 0, 0};
    for (size_t i = 0; i < all->count; i++) {
        struct kept *item = &all->items[i];
        item->tree = (int)syscall(OPEN_TREE, AT_FDCWD, item->path, CLONE_TREE | RECURSIVE | O_CLOEXEC);
        if (item->tree < 0) return -errno;
        /* What may be written in /tmp could be written here, as far as Landlock sees. */
        if (!item->is_writable && syscall(MOUNT_SETATTR, item->tree, "", EMPTY_PATH | RECURSIVE, &read_only, sizeof read_only) != 0) return -errno;
    }
    return 0;
}

/* Makes the folders above a path, and what it is mounted on. */
static int make_place(char *path, int is_folder) {
    struct stat facts;
    if (stat(path, &facts) == 0) return 0;
    for (char *slash = strchr(path + sizeof temporary, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        int status = mkdir(path, 0755) == 0 || errno == EEXIST ? 0 : -errno;
        *slash = '/';
        if (status) return status;
    }
    if (is_folder) return mkdir(path, 0755) == 0 ? 0 : -errno;
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0) return -errno;
    close(file);
    return 0;
}

static int put_back(struct keeping *all) {
    for (size_t i = 0; i < all->count; i++) {
        struct kept *item = &all->items[i];
        int status = make_place(item->path, item->is_folder);
        if (status) return status;
        if (syscall(MOVE_MOUNT, item->tree, "", AT_FDCWD, item->path, FROM_EMPTY_PATH) != 0) return -errno;
    }
    return 0;
}

static int cover(struct keeping *all, const char *folder) {
    /* Nothing that is mounted here is to be seen outside. In a namespace of another user that is so already. */
    if (mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL) != 0) return -errno;
    int status = take(all);
    if (status) return status;
    if (mount(folder, temporary, NULL, MS_BIND, NULL) != 0) return -errno;
    status = put_back(all);
    if (status) umount2(temporary, MNT_DETACH);
    return status;
}

int newel_own_temporary(const char *folder, const newel_grant *kept, size_t count) {
    struct keeping all = {0};
    uid_t user = geteuid();
    gid_t group = getegid();
    int status = 0;
    for (size_t i = 0; i < count && !status; i++) status = keep(&all, kept[i].path, kept[i].is_writable);
    if (!status) status = dl_iterate_phdr(keep_library, &all);
    if (all.count) qsort(all.items, all.count, sizeof *all.items, by_length);
    if (!status && unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0) status = -errno;
    if (!status) {
        status = user == 0 ? 0 : map_user(user, group);
        if (status) status = NEWEL_TEMPORARY_BROKEN;
    }
    if (!status) status = cover(&all, folder);
    release(&all);
    return status;
}
