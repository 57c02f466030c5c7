#define _GNU_SOURCE
#include "newel_sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Landlock's interface, which headers older than the kernel know in part; the numbers are the same on every architecture. */
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, VERSION_FLAG = 1, RULE_PATH_BENEATH = 1 };

struct ruleset {
    uint64_t files, net, scoped;
};

struct __attribute__((packed)) beneath {
    uint64_t allowed;
    int32_t parent;
};

#define EXECUTE (UINT64_C(1) << 0)
#define WRITE_FILE (UINT64_C(1) << 1)
#define READ_FILE (UINT64_C(1) << 2)
#define READ_DIR (UINT64_C(1) << 3)
#define ALL_OF_V1 ((UINT64_C(1) << 13) - 1)
#define REFER (UINT64_C(1) << 13)
#define TRUNCATE (UINT64_C(1) << 14)
#define IOCTL_DEV (UINT64_C(1) << 15)
#define OF_FILES (EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV)
#define READING (EXECUTE | READ_FILE | READ_DIR)
#define SCOPE_ABSTRACT_SOCKETS UINT64_C(1)
#define SCOPE_SIGNALS UINT64_C(2)

/* What any program may read: libraries, what they are configured by, and what they ask of the kernel. */
static const char *const readable[] = {
    "/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin", "/nix/store", "/gnu/store",
    "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/ld.so.preload", "/etc/alternatives",
    "/etc/ssl", "/etc/ca-certificates", "/etc/ca-certificates.conf", "/etc/pki", "/etc/crypto-policies", "/etc/gnutls",
    "/etc/resolv.conf", "/run/systemd/resolve", "/etc/hosts", "/etc/host.conf", "/etc/hostname", "/etc/nsswitch.conf", "/etc/gai.conf",
    "/etc/services", "/etc/protocols", "/etc/networks", "/etc/localtime", "/etc/timezone", "/etc/passwd", "/etc/group",
    "/etc/mime.types", "/etc/os-release", "/etc/locale.alias", "/etc/python3", "/etc/debian_version",
    "/proc/self", "/proc/sys/kernel", "/proc/sys/vm", "/proc/sys/fs", "/proc/sys/net/core", "/proc/net/if_inet6",
    "/sys/devices/system", "/sys/kernel/mm/transparent_hugepage", "/sys/fs/cgroup",
    "/dev/random", "/dev/urandom",
};

static const char *const writable[] = {"/dev/null", "/dev/zero", "/dev/full"};

/* What the kernel tells of itself and, by their numbers, of processes: nobody can list them. libdispatch, below Swift's concurrency, asks
   for /proc/THREAD/stat of its own threads, which lies in no folder that could be named before they are there, and ends the process
   when it may not. Environment, memory, descriptors and folders of others stay closed: Landlock counts opening them as tracing. */
static const char kernel[] = "/proc";

static uint64_t handled(int version) {
    uint64_t all = ALL_OF_V1;
    if (version >= 2) all |= REFER;
    if (version >= 3) all |= TRUNCATE;
    if (version >= 5) all |= IOCTL_DEV;
    return all;
}

static int allow(int rules, const char *path, uint64_t access) {
    struct beneath rule = {access, open(path, O_PATH | O_CLOEXEC)};
    struct stat facts;
    int status = 0;
    if (rule.parent < 0) return 0;
    if (fstat(rule.parent, &facts) == 0 && !S_ISDIR(facts.st_mode)) rule.allowed &= OF_FILES;
    if (syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &rule, 0) != 0) status = -errno;
    close(rule.parent);
    return status;
}

/* The folder of a library that is loaded already: the language's own runtime lies there, and what is loaded later may need more of it. */
static int allow_library(struct dl_phdr_info *library, size_t size, void *rules) {
    char folder[4096];
    const char *slash = strrchr(library->dlpi_name, '/');
    size_t length = slash ? (size_t)(slash - library->dlpi_name) : 0;
    (void)size;
    if (length == 0 || length >= sizeof folder) return 0;
    memcpy(folder, library->dlpi_name, length);
    folder[length] = 0;
    return allow(*(int *)rules, folder, READING);
}

static int fill(int rules, uint64_t all, const newel_grant *grants, size_t count) {
    int status = 0;
    for (size_t i = 0; i < sizeof readable / sizeof *readable && !status; i++) status = allow(rules, readable[i], READING);
    if (!status) status = allow(rules, kernel, READ_FILE);
    for (size_t i = 0; i < sizeof writable / sizeof *writable && !status; i++) status = allow(rules, writable[i], all);
    for (size_t i = 0; i < count && !status; i++) status = allow(rules, grants[i].path, grants[i].is_writable ? all : READING);
    if (!status) status = dl_iterate_phdr(allow_library, &rules);
    return status;
}

int newel_confine_files(const newel_grant *grants, size_t count) {
    struct ruleset wanted = {0};
    long version = syscall(CREATE_RULESET, NULL, (size_t)0, VERSION_FLAG);
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    long rules;
    int status;
    if (version <= 0) return 0;
    wanted.files = handled((int)version);
    if (version >= 6) wanted.scoped = SCOPE_ABSTRACT_SOCKETS | SCOPE_SIGNALS;
    rules = syscall(CREATE_RULESET, &wanted, size, 0);
    if (rules < 0) return -errno;
    status = fill((int)rules, wanted.files, grants, count);
    if (!status && syscall(RESTRICT_SELF, (int)rules, 0) != 0) status = -errno;
    close((int)rules);
    return status ? status : (int)version;
}
