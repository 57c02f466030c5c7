/*
 * An integration of one's own: "arn:aws:states:::notes:append" adds what a state passes to a file, a line of JSON each. With
 * ".waitForTaskToken" the line has the token, and the state goes on when somebody who read it answers with SendTaskSuccess.
 */
#include <newel_plugin_helpers.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/uio.h>
#include <unistd.h>

/* The file of the setting NOTES_FILE, opened once. */
struct newel_instance {
    int file;
};

static newel_status create(const newel_host *host, const newel_handler *self, newel_instance **out, newel_error *error) {
    char path[4096];
    newel_bytes value;
    newel_instance *notes;
    (void)self;
    if (host->config_get(host->ctx, newel_text("NOTES_FILE"), &value) != NEWEL_OK || value.len >= sizeof path) {
        error->type = newel_text("Notes.NotConfigured");
        error->message = newel_text("NOTES_FILE must name the file to append to.");
        return NEWEL_E_INVALID;
    }
    memcpy(path, value.ptr, value.len);
    path[value.len] = 0;
    notes = malloc(sizeof *notes);
    if (!notes) return NEWEL_E_NOMEM;
    notes->file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (notes->file < 0) {
        error->type = newel_text("Notes.CannotOpen");
        error->message = newel_text(strerror(errno));
        free(notes);
        return NEWEL_E_STATE;
    }
    *out = notes;
    return NEWEL_OK;
}

static void destroy(newel_instance *notes) {
    close(notes->file);
    free(notes);
}

static struct iovec part(newel_bytes b) {
    struct iovec v = {(void *)b.ptr, b.len};
    return v;
}

/* One write a line, so that lines of several processes do not mix; the file is on disk before the state goes on. */
static newel_status append(newel_instance *notes, const newel_host *host, const newel_invocation *call) {
    char reply[64];
    ssize_t length = 0, written;
    const struct iovec line[] = {
        part(newel_text("{\"token\":\"")), part(call->task_token), part(newel_text("\",\"note\":")), part(call->payload), part(newel_text("}\n")),
    };
    for (size_t i = 0; i < sizeof line / sizeof line[0]; i++) length += (ssize_t)line[i].iov_len;
    written = writev(notes->file, line, sizeof line / sizeof line[0]);
    if (written != length || fdatasync(notes->file) != 0) {
        return newel_fail(host, call, "Notes.CannotWrite", written < 0 ? strerror(errno) : "The line was not written whole.");
    }
    snprintf(reply, sizeof reply, "{\"bytes\":%zd}", length);
    return newel_complete_text(host, call, reply);
}

static const newel_handler handler = {
    sizeof(newel_handler), NEWEL_KIND_INTEGRATION, "arn:aws:states:::notes:append", 0, 0, create, NULL, append, NULL, destroy, NULL, NULL};
static const newel_handler *const handlers[] = {&handler};

const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {
        NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "notes", "1.0.0", 0, 1, handlers, NULL, NULL};
    (void)host_abi_version;
    return &plugin;
}
