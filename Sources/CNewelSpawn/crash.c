#define _GNU_SOURCE
#include "newel_sandbox.h"

#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <ucontext.h>
#include <unistd.h>

enum { FRAMES_MAX = 48, STACK_BYTES = 64 << 10 };

static const struct {
    int number;
    const char *name;
} crashes[] = {
    {SIGSEGV, "segmentation fault"}, {SIGABRT, "aborted"}, {SIGBUS, "bus error"}, {SIGFPE, "floating point exception"},
    {SIGILL, "illegal instruction"}, {SIGTRAP, "trace/breakpoint trap"}, {SIGSYS, "bad system call"},
};
enum { CRASHES = sizeof crashes / sizeof *crashes };

/* A line, made without the help of anything that takes a lock or allocates. */
struct line {
    char text[512];
    size_t length;
};

static void add(struct line *line, const char *text) {
    size_t length = strlen(text);
    if (length > sizeof line->text - line->length) length = sizeof line->text - line->length;
    memcpy(line->text + line->length, text, length);
    line->length += length;
}

static void add_hex(struct line *line, uintptr_t number) {
    char digits[2 * sizeof number + 3];
    char *at = digits + sizeof digits - 1;
    *at = 0;
    do *--at = "0123456789abcdef"[number % 16];
    while (number /= 16);
    *--at = 'x';
    *--at = '0';
    add(line, at);
}

static void send(struct line *line) {
    line->text[line->length < sizeof line->text ? line->length : sizeof line->text - 1] = '\n';
    if (line->length < sizeof line->text) line->length++;
    if (write(2, line->text, line->length) < 0) return;
}

/* A library's file, to be searched for functions it does not export. */
struct image {
    const unsigned char *bytes;
    size_t count;
};

static int is_inside(const struct image *image, uint64_t offset, uint64_t count) {
    return offset <= image->count && count <= image->count - offset;
}

/* Where the file's first loaded segment wants to lie. */
static uint64_t base_of(const struct image *image, const Elf64_Ehdr *head) {
    if (head->e_phentsize != sizeof(Elf64_Phdr) || !is_inside(image, head->e_phoff, (uint64_t)head->e_phnum * sizeof(Elf64_Phdr))) return 0;
    for (unsigned i = 0; i < head->e_phnum; i++) {
        Elf64_Phdr segment;
        memcpy(&segment, image->bytes + head->e_phoff + i * sizeof segment, sizeof segment);
        if (segment.p_type == PT_LOAD) return segment.p_vaddr & ~UINT64_C(0xFFF);
    }
    return 0;
}

/* The function an address of a file lies in, or NULL. */
static const char *search_table(const struct image *image, const Elf64_Shdr *table, const Elf64_Shdr *names, uint64_t address, uint64_t *offset) {
    if (!is_inside(image, table->sh_offset, table->sh_size) || !is_inside(image, names->sh_offset, names->sh_size) || names->sh_size == 0) return NULL;
    if (image->bytes[names->sh_offset + names->sh_size - 1] != 0) return NULL;
    for (uint64_t at = 0; at + sizeof(Elf64_Sym) <= table->sh_size; at += sizeof(Elf64_Sym)) {
        Elf64_Sym symbol;
        memcpy(&symbol, image->bytes + table->sh_offset + at, sizeof symbol);
        if (ELF64_ST_TYPE(symbol.st_info) != STT_FUNC || symbol.st_shndx == SHN_UNDEF || symbol.st_name >= names->sh_size) continue;
        if (address < symbol.st_value || address - symbol.st_value >= symbol.st_size) continue;
        *offset = address - symbol.st_value;
        return (const char *)image->bytes + names->sh_offset + symbol.st_name;
    }
    return NULL;
}

static const char *search(const struct image *image, uint64_t relative, uint64_t *offset) {
    Elf64_Ehdr head;
    if (image->count < sizeof head) return NULL;
    memcpy(&head, image->bytes, sizeof head);
    if (memcmp(head.e_ident, ELFMAG, SELFMAG) != 0 || head.e_ident[EI_CLASS] != ELFCLASS64 || head.e_shentsize != sizeof(Elf64_Shdr)) return NULL;
    if (!is_inside(image, head.e_shoff, (uint64_t)head.e_shnum * sizeof(Elf64_Shdr))) return NULL;
    for (unsigned i = 0; i < head.e_shnum; i++) {
        Elf64_Shdr table, names;
        memcpy(&table, image->bytes + head.e_shoff + i * sizeof table, sizeof table);
        if (table.sh_type != SHT_SYMTAB || table.sh_entsize != sizeof(Elf64_Sym) || table.sh_link >= head.e_shnum) continue;
        memcpy(&names, image->bytes + head.e_shoff + table.sh_link * sizeof names, sizeof names);
        return search_table(image, &table, &names, relative + base_of(image, &head), offset);
    }
    return NULL;
}

/* The function's name in the file itself; the mapping is left to the end of the process, which is near. */
static const char *name_in_file(const Dl_info *library, uintptr_t address, uint64_t *offset) {
    static struct {
        const void *base;
        struct image image;
    } last;
    if (last.base != library->dli_fbase) {
        struct stat facts;
        int file = open(library->dli_fname, O_RDONLY | O_CLOEXEC);
        last.base = library->dli_fbase;
        last.image = (struct image){NULL, 0};
        if (file < 0) return NULL;
        if (fstat(file, &facts) == 0 && facts.st_size > 0) {
            void *bytes = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_PRIVATE, file, 0);
            if (bytes != MAP_FAILED) last.image = (struct image){bytes, (size_t)facts.st_size};
        }
        close(file);
    }
    return search(&last.image, address - (uintptr_t)library->dli_fbase, offset);
}

/* `    function+0x12 in libname.so`; what is not known is left out. */
static void describe(uintptr_t address, int is_return) {
    struct line line = {.length = 0};
    Dl_info library = {0};
    uintptr_t looked_up = is_return ? address - 1 : address;
    add(&line, "    ");
    if (!dladdr((void *)looked_up, &library) || !library.dli_fname) {
        add_hex(&line, address);
    } else {
        const char *slash = strrchr(library.dli_fname, '/');
        uint64_t offset = looked_up - (uintptr_t)library.dli_saddr;
        const char *name = library.dli_sname ? library.dli_sname : name_in_file(&library, looked_up, &offset);
        if (name) {
            add(&line, name);
            add(&line, "+");
            add_hex(&line, offset + (is_return ? 1 : 0));
        } else {
            add_hex(&line, address - (uintptr_t)library.dli_fbase);
        }
        add(&line, " in ");
        add(&line, slash ? slash + 1 : library.dli_fname);
    }
    send(&line);
}

static uintptr_t place_of(const ucontext_t *context) {
#if defined(__x86_64__)
    return (uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
    return (uintptr_t)context->uc_mcontext.pc;
#endif
}

static void announce(int number, const siginfo_t *info) {
    struct line line = {.length = 0};
    add(&line, "Crash: ");
    for (int i = 0; i < CRASHES; i++)
        if (crashes[i].number == number) add(&line, crashes[i].name);
    if ((number == SIGSEGV || number == SIGBUS) && info->si_code > 0) {
        add(&line, " at address ");
        add_hex(&line, (uintptr_t)info->si_addr);
    }
    send(&line);
}

static void report(int number, siginfo_t *info, void *context) {
    void *frames[FRAMES_MAX];
    uintptr_t place = place_of(context);
    int count, first = 0;
    announce(number, info);
    count = backtrace(frames, FRAMES_MAX);
    /* Above where it happened lie this handler and the kernel's way into it. */
    while (first < count && (uintptr_t)frames[first] != place) first++;
    if (first == count) {
        describe(place, 0);
        first = 2;
    }
    for (int i = first; i < count; i++) describe((uintptr_t)frames[i], (uintptr_t)frames[i] != place);
    if (count == FRAMES_MAX) {
        struct line line = {.length = 0};
        add(&line, "    and further up");
        send(&line);
    }
    /* The action is the default again. */
    raise(number);
}

int newel_report_crashes(void) {
    static char memory[STACK_BYTES];
    stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory};
    struct sigaction action = {0};
    void *frame[1];
    /* The first backtrace loads what it needs, which a crash leaves no room for. */
    if (backtrace(frame, 1) < 0) return -ENOSYS;
    if (sigaltstack(&stack, NULL) != 0) return -errno;
    action.sa_sigaction = report;
    action.sa_flags = (int)(SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
    for (int i = 0; i < CRASHES; i++)
        if (sigaction(crashes[i].number, &action, NULL) != 0) return -errno;
    return 0;
}
