"""`newel plugin pack --target lambda`: the same plugin in a zip for `provided.al2023`, here run by our own server of the Lambda Runtime API."""
import base64
import json
import os
import re
import shutil
import subprocess
import tempfile
import zipfile

from newel import EXECUTABLE, Server, compiled, ended, invoke, single

ROLE = "arn:aws:iam::000000000000:role/r"
SOURCE = r'''#include <newel_plugin_helpers.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int asks(const newel_invocation *v, const char *what) {
    return memmem(v->payload.ptr, v->payload.len, what, strlen(what)) != NULL;
}

static newel_status started(const newel_host *h, const struct newel_handler *self, newel_instance **out, newel_error *e) {
    newel_bytes value;
    (void)self;
    *out = NULL;
    if (h->config_get(h->ctx, newel_text("REFUSES"), &value) == NEWEL_OK) {
        e->type = newel_text("ConfigMissing");
        e->message = newel_text("there is no table");
        return NEWEL_E_STATE;
    }
    puts("coming up");
    return NEWEL_OK;
}

struct later { const newel_host *h; newel_call call; };

static void *answer_later(void *pointer) {
    struct later *l = pointer;
    usleep(50000);
    l->h->complete(l->h->ctx, l->call, newel_text("\"later\""));
    free(l);
    return NULL;
}

static newel_status work(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    char text[2048];
    newel_bytes value;
    (void)i;
    if (asks(v, "\"echo\"")) return h->complete(h->ctx, v->call, v->payload);
    if (asks(v, "\"fails\"")) {
        newel_error e = {sizeof e, 0, newel_text("OrderMissing"), newel_text("no such \"order\"\n"), newel_text("[\"here\"]")};
        return h->fail(h->ctx, v->call, &e);
    }
    if (asks(v, "\"status\"")) return NEWEL_E_STATE;
    if (asks(v, "\"logs\"")) {
        printf("printed\n");
        newel_log(h, v, 3, "careful");
        return newel_complete_text(h, v, "1");
    }
    if (asks(v, "\"facts\"")) {
        h->config_get(h->ctx, newel_text("TABLE"), &value);
        snprintf(text, sizeof text, "{\"id\":\"%.*s\",\"arn\":\"%.*s\",\"version\":\"%.*s\",\"left\":%lld,\"memory\":%llu,\"table\":\"%.*s\",\"pid\":%d}",
            (int)v->request_id.len, v->request_id.ptr, (int)v->resource_arn.len, v->resource_arn.ptr, (int)v->function_version.len,
            v->function_version.ptr, (long long)(h->remaining_ns(h->ctx, v->call) / 1000000), (unsigned long long)v->memory_limit >> 20,
            (int)value.len, value.ptr, getpid());
        return newel_complete_text(h, v, text);
    }
    if (asks(v, "\"streams\"")) {
        h->write_chunk(h->ctx, v->call, newel_text("{\"all\":"));
        h->write_chunk(h->ctx, v->call, newel_text("[1,2]}"));
        return h->complete(h->ctx, v->call, newel_text(NULL));
    }
    if (asks(v, "\"breaks off\"")) {
        h->write_chunk(h->ctx, v->call, newel_text("{\"all\":"));
        return newel_fail(h, v, "HalfWay", "broken off");
    }
    if (asks(v, "\"later\"")) {
        struct later *l = malloc(sizeof *l);
        pthread_t thread;
        l->h = h;
        l->call = v->call;
        pthread_create(&thread, NULL, answer_later, l);
        pthread_detach(thread);
        return NEWEL_OK;
    }
    if (asks(v, "\"huge\"")) {
        char *all = malloc(7000000);
        memset(all, '1', 7000000);
        newel_bytes huge = {(const uint8_t *)all, 7000000};
        h->complete(h->ctx, v->call, huge);
        free(all);
        return NEWEL_OK;
    }
    if (asks(v, "\"asks\"")) {
        newel_api_reply reply;
        newel_status st = newel_api_call_wait(h, v->call, "sqs", "ListQueues", newel_text("{}"), &reply);
        snprintf(text, sizeof text, "%d", (int)st);
        return newel_complete_text(h, v, text);
    }
    if (asks(v, "\"sleeps\"")) sleep(60);
    if (asks(v, "\"crashes\"")) *(volatile int *)8 = 1;
    return newel_complete_text(h, v, "null");
}

static const newel_handler handler = {sizeof handler, NEWEL_KIND_FUNCTION, "Work", 0, 0, started, NULL, work, NULL, NULL, NULL, NULL};
static const newel_handler *const handlers[] = {&handler};
static const newel_plugin plugin = {NEWEL_MAGIC, sizeof plugin, NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "work", "1.0", 0, 1, handlers, NULL, NULL};
NEWEL_EXPORT const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    (void)host_abi_version;
    return &plugin;
}
'''


def pack(place, library):
    path = os.path.join(place, "work.zip")
    said = subprocess.run([EXECUTABLE, "plugin", "pack", "--target", "lambda", library, "--output", path], capture_output=True, text=True, timeout=60)
    assert said.returncode == 0 and "Work" in said.stdout, said
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["bootstrap", "plugin.so"], archive.namelist()
        assert archive.getinfo("bootstrap").external_attr >> 16 == 0o100755
        archive.extract("bootstrap", place)
    return path


def runs_on_amazon_linux(program):
    """What the program asks of the machine is in Amazon Linux 2023: glibc 2.34, GCC 11's libstdc++, no library of Swift's."""
    if shutil.which("objdump") is None:
        return
    said = subprocess.run(["objdump", "-p", program], capture_output=True, text=True, check=True).stdout
    libraries = set(re.findall(r"NEEDED +(\S+?)\.so", said))
    assert libraries <= {"libc", "libm", "libstdc++", "libgcc_s", "ld-linux-x86-64", "ld-linux-aarch64"}, libraries
    versions = {tuple(map(int, version.split("."))) for version in re.findall(r"GLIBC_(\d+\.\d+)", said)}
    assert max(versions) <= (2, 34), sorted(versions)
    versions = {tuple(map(int, version.split("."))) for version in re.findall(r"GLIBCXX_(\d+\.\d+\.\d+)", said)}
    assert max(versions) <= (3, 4, 29), sorted(versions)


def call(functions, way, name="Work"):
    body, reply = invoke(functions, name, json.dumps({"way": way}).encode(), LogType="Tail")
    return body, reply.get("FunctionError"), base64.b64decode(reply["LogResult"]).decode()


def answers(server, functions):
    body, error, log = call(functions, "echo")
    assert not error and body == {"way": "echo"} and "coming up" in log and "Init Duration" in log, (body, log)
    facts, error, _ = call(functions, "facts")
    assert facts["arn"].endswith(":function:Work") and facts["version"] == "$LATEST" and facts["memory"] == 256, facts
    assert facts["table"] == "orders" and 0 < facts["left"] <= 2_000 and len(facts["id"]) == 36, facts
    body, error, log = call(functions, "logs")
    assert body == 1 and "printed\n" in log and "\tWARN\tcareful\n" in log, log
    assert [call(functions, way)[0] for way in ("later", "streams")] == ["later", {"all": [1, 2]}]
    assert call(functions, "asks")[0] < 0, "there is no Newel behind api_call"
    assert call(functions, "facts")[0]["pid"] == facts["pid"], "one process served all of this"
    machine = single(server, {"Resource": "arn:aws:lambda:us-east-1:000000000000:function:Work"})
    sfn = server.client("stepfunctions")
    done = ended(sfn, sfn.start_execution(stateMachineArn=machine, input='{"way": "echo"}')["executionArn"])
    assert done["status"] == "SUCCEEDED" and json.loads(done["output"]) == {"way": "echo"}, done


def failures(functions):
    body, error, _ = call(functions, "fails")
    assert error and body["errorType"] == "OrderMissing" and body["errorMessage"] == 'no such "order"\n' and body["stackTrace"] == ["here"], body
    assert call(functions, "status")[0]["errorType"] == "HandlerFailed"
    body, error, _ = call(functions, "breaks off")
    assert error and body["errorType"] == "HalfWay" and body["errorMessage"] == "broken off", body
    body, error, _ = call(functions, "huge")
    assert body["errorType"] == "Function.ResponseSizeTooLarge", body
    body, error, log = call(functions, "sleeps")
    assert body["errorType"] == "Sandbox.Timedout" and "2.00 seconds" in body["errorMessage"], body
    body, error, _ = call(functions, "crashes")
    assert body["errorType"] == "Runtime.ExitError" and "segmentation fault" in body["errorMessage"], body
    assert not call(functions, "echo")[1], "the next call has a process of its own"


def starts(functions, code):
    functions.create_function(FunctionName="Refuses", Role=ROLE, Runtime="provided.al2023", Handler="Work", Code={"ZipFile": code},
                              Environment={"Variables": {"REFUSES": "yes"}})
    body, error, _ = call(functions, "echo", "Refuses")
    assert error and body["errorType"] == "ConfigMissing" and body["errorMessage"] == "there is no table", body


def main():
    place = tempfile.mkdtemp(prefix="newel-lambda-")
    path = pack(place, compiled(place, "Work", SOURCE, "-D_GNU_SOURCE"))
    runs_on_amazon_linux(os.path.join(place, "bootstrap"))
    code = open(path, "rb").read()
    with Server() as server:
        functions = server.client("lambda")
        functions.create_function(FunctionName="Work", Role=ROLE, Runtime="provided.al2023", Handler="Work", Timeout=2, MemorySize=256,
                                  Code={"ZipFile": code}, Environment={"Variables": {"TABLE": "orders"}})
        answers(server, functions)
        failures(functions)
        starts(functions, code)
    shutil.rmtree(place)


main()
