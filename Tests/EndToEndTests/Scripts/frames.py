"""Workers that say anything at all, and hosts that do, never hang, grow or end the other side: frames made by chance, NEWEL_SEED repeats one."""
import contextlib
import io
import json
import os
import random
import select
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time
import zipfile

import newel
from newel import PRODUCTS, Server, answering, compiled, invoke, wait_for

SOAK = os.environ.get("NEWEL_SOAK") == "1"
SEED = int(os.environ.get("NEWEL_SEED") or random.randrange(1, 1 << 40) if SOAK or os.environ.get("NEWEL_SEED") else 1)
SECONDS = int(os.environ.get("NEWEL_FUZZ_SECONDS", "3600"))
CALLS = 600
STREAMS = 120
THREADS = 6
ROLE = "arn:aws:iam::000000000000:role/r"

HOSTILE = r"""
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static uint64_t state;
static uint64_t any(void) {
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}
static void put(int fd, const void *bytes, size_t count) {
    const char *p = bytes;
    while (count > 0) {
        ssize_t sent = write(fd, p, count);
        if (sent <= 0) _exit(1);
        p += sent, count -= (size_t)sent;
    }
}
static void frame(int fd, unsigned kind, uint64_t call, const void *body, uint32_t count, unsigned version) {
    unsigned char head[16];
    memcpy(head, &count, 4);
    head[4] = (unsigned char)kind, head[5] = (unsigned char)(kind >> 8), head[6] = (unsigned char)version, head[7] = 0;
    memcpy(head + 8, &call, 8);
    put(fd, head, 16);
    put(fd, body, count);
}
/* An answer as it should be: what the process has in memory, then the result. */
static void done(uint64_t call, const void *json, uint32_t count) {
    static unsigned char body[1 << 16];
    memset(body, 0, 8);
    memcpy(body + 8, json, count);
    frame(3, 19, call, body, count + 8, 1);
}
static unsigned char noise[1 << 20];
static uint32_t make(void) {
    uint32_t count = (uint32_t)(any() % (any() % 8 ? 64 : sizeof noise));
    for (uint32_t n = 0; n < count && n < 512; n++) noise[n] = (unsigned char)any();
    /* Lengths that lie. */
    if (count >= 16 && any() % 2) { uint64_t l = any() % 3 ? any() % 32 : any(); memcpy(noise + (any() % 2 ? 0 : 4), &l, 8); }
    return count;
}
static uint32_t text(unsigned char *to, const char *what) {
    uint64_t length = strlen(what);
    memcpy(to, &length, 8);
    memcpy(to + 8, what, length);
    return (uint32_t)(8 + length);
}
static void ask(uint64_t call, const char *service, const char *action, const char *json) {
    unsigned char body[512];
    uint64_t id = any(), ordinal = any() % 4;
    uint32_t at = 16;
    memcpy(body, &id, 8);
    memcpy(body + 8, &ordinal, 8);
    at += text(body + at, service), at += text(body + at, action), at += text(body + at, json);
    frame(4, 48, call, body, at, 1);
}
static void misbehave(uint64_t call) {
    for (uint64_t n = 1 + any() % 6; n > 0; n--) {
        uint32_t count = make();
        uint64_t number = any() % 3 ? call : any() % 4 ? call + any() % 3 - 1 : any();
        switch (any() % 25) {
        case 0: done(number, "{\"a\":1}", 7); break;
        case 1: frame(3, 20, number, noise, count, 1); break;
        case 2: for (int k = 0; k < 20; k++) frame(3, 21, number, noise, count, 1); break;
        case 3: frame(3, 22, number, noise, count, 1); break;
        case 4: frame(3, 16, number, noise, count, 1); break;
        case 5: frame(3, 17, number, noise, count, 1); break;
        case 6: frame(3, 18, number, noise, count, 1); break;
        case 7: frame(3, (unsigned)any() & 0xFFFF, number, noise, count, 1); break;
        case 8: frame(3, 19, number, noise, count, (unsigned)any() & 0xFF); break;
        case 9: { uint32_t head[4] = {(uint32_t)any(), 0x10013u, 0, 0}; put(3, head, 16); break; }
        case 10: { uint32_t head[4] = {8u << 20, 0x10013u, (uint32_t)call, 0}; put(3, head, 16); put(3, noise, count); if (any() % 2) _exit(0); break; }
        case 11: put(3, noise, count); break;
        case 12: frame(4, 48, number, noise, count, 1); break;
        case 13: for (int k = 0; k < 50; k++) ask(number, "sts", "GetCallerIdentity", "{}"); break;
        case 14: ask(number, "nothing", "Nothing", "["); break;
        case 15: for (int k = 0; k < 20; k++) frame(4, 49, number, noise, count, 1); break;
        case 16: frame(4, (unsigned)any() & 0xFFFF, number, noise, count, 1); break;
        case 17: put(4, noise, count); break;
        case 18: if (any() % 4 == 0) close(any() % 2 ? any() % 2 ? 3 : 6 : 4); break;
        case 19: if (any() % 2) abort(); else _exit((int)(any() % 4)); break;
        case 20: for (int k = 0; k < 3; k++) done(call, "[]", 2); break;
        case 21: for (int k = 0; k < 500; k++) frame(3, 22, call, "\2\0\0\0\1\0\0\0\0\0\0\0l\0\0\0\0\0\0\0\0", 21, 1); break;
        case 22: for (int k = 0; k < 2000; k++) puts("nobody asked for this line"); fflush(stdout); break;
        case 23: close(1), close(2); break;
        default: frame(3, 19, call, noise, count, 1); break;
        }
    }
    if (any() % 100) done(call, "\"end\"", 5);
}
int main(void) {
    static unsigned char buffer[1 << 20];
    size_t held = 0;
    signal(SIGPIPE, SIG_IGN);
    for (;;) {
        ssize_t count = read(6, buffer + held, sizeof buffer - held);
        if (count <= 0) return 0;
        held += (size_t)count;
        for (;;) {
            uint32_t size;
            uint64_t call, offset, length;
            if (held < 16) break;
            memcpy(&size, buffer, 4);
            memcpy(&call, buffer + 8, 8);
            if (held < 16 + (size_t)size) break;
            if (buffer[4] == 1) {
                const char *seed = getenv("FUZZ_LOAD");
                state = seed ? strtoull(seed, NULL, 10) : 0;
                if (seed) misbehave(call);
                frame(3, 16, 0, "\0\0\0\0", 4, 1);
            } else if (buffer[4] == 3) {
                memcpy(&offset, buffer + 16 + 16, 8);
                memcpy(&length, buffer + 16 + 24, 8);
                unsigned char *payload = buffer + 16 + offset;
                if (payload[0] == '{') {
                    done(call, payload, (uint32_t)length);
                } else {
                    state = strtoull((char *)payload, NULL, 10);
                    misbehave(call);
                }
            } else if (buffer[4] == 4) {
                return 0;
            }
            held -= 16 + size;
            memmove(buffer, buffer + 16 + size, held);
        }
    }
}
"""


def package(name, library):
    manifest = {
        "manifestVersion": 1, "name": name, "functions": [{"name": name}],
        "libraries": [{"arch": machine, "path": "plugin.so"} for machine in ("x86_64", "aarch64")]}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("plugin.json", json.dumps(manifest))
        archive.write(library, "plugin.so")
    return content.getvalue()


def house(place):
    """The executable beside a worker that is none."""
    source = os.path.join(place, "hostile.c")
    open(source, "w").write(HOSTILE)
    subprocess.run(["cc", "-O1", "-o", os.path.join(place, "newel-worker"), source], check=True)
    executable = os.path.join(place, "newel")
    try:
        os.link(newel.EXECUTABLE, executable)
    except OSError:  # another file system
        shutil.copy(newel.EXECUTABLE, executable)
    return executable


def status(pid, key):
    return int(next(line for line in open(f"/proc/{pid}/status") if line.startswith(key)).split()[1])


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def workers(pid):
    return subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()


def hostile_workers(place):
    library = compiled(place, "nothing", answering("Nothing", "1"))
    os.mkdir(os.path.join(place, "house"))
    newel.EXECUTABLE, real = house(os.path.join(place, "house")), newel.EXECUTABLE
    # What the C library keeps of freed memory would hide what is never freed.
    os.environ.update({"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "65536", "MALLOC_TRIM_THRESHOLD_": "131072"})
    end = time.monotonic() + (SECONDS if SOAK else 1e9)
    counter, lock, problems = iter(range(SEED, 1 << 62)), threading.Lock(), []
    try:
        with Server() as server:
            pid = server.process.pid
            functions = server.client("lambda")
            code = {"ZipFile": package("Nothing", library)}
            for name in ("Calls", "Good"):
                functions.create_function(FunctionName=name, Role=ROLE, Runtime="provided.al2023", Handler="Nothing", Code=code, Timeout=1)
            good = invoke(functions, "Good", b'{"a":2}')
            assert good[0] == {"a": 2}, good
            before, memory = descriptors(pid), []

            def one(functions, name, seed):
                if seed % 20 == 0:
                    # Another setting is another pool, and the workers of the old one leave.
                    functions.update_function_configuration(FunctionName=name, Environment={"Variables": {"FUZZ_LOAD": str(seed)}})
                    invoke(functions, name, b"{}")
                started = time.monotonic()
                answer, reply = invoke(functions, "Calls", str(seed).encode())
                assert reply["StatusCode"] == 200 and ("FunctionError" not in reply or answer["errorType"] is not None), reply
                took = time.monotonic() - started
                assert took < 20, f"{took} s"
                if seed % 7 == 0:
                    assert invoke(functions, "Good", b'{"a":2}')[0] == {"a": 2}

            def work(number):
                functions, name = server.client("lambda"), f"Load-{number}"
                functions.create_function(FunctionName=name, Role=ROLE, Runtime="provided.al2023", Handler="Nothing", Code=code, Timeout=1)
                while time.monotonic() < end and not problems:
                    with lock:
                        seed = next(counter)
                    if not SOAK and seed - SEED >= (1 if os.environ.get("NEWEL_SEED") else CALLS):
                        return
                    if (seed - SEED) % 100 == 0:
                        memory.append(status(pid, "VmRSS"))
                    try:
                        one(functions, name, seed)
                    except Exception as error:  # told below
                        problems.append(f"NEWEL_SEED={seed}: {error!r}")

            threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert not problems, problems
            assert server.process.poll() is None and server.client("sts").get_caller_identity()["Account"]
            print(f"hostile workers: {next(counter) - SEED} calls from seed {SEED}; memory {memory[:1]} … {memory[-3:]} KiB, "
                  f"descriptors {before} … {descriptors(pid)}, threads {status(pid, 'Threads')}, workers {len(workers(pid))}")
            # Each worker has five descriptors and one to wake its thread.
            wait_for(lambda: descriptors(pid) <= before + 8 * (len(workers(pid)) + 1), what="descriptors that are closed")
            settled = memory[len(memory) // 3] if len(memory) > 3 else memory[-1]
            assert status(pid, "VmRSS") < settled + 24 * 1024, f"memory grows: {memory} KiB"
    finally:
        newel.EXECUTABLE = real


def frame(kind, body=b"", call=0, version=1):
    return struct.pack("<IHHQ", len(body), kind, version, call) + body


def text(value):
    return struct.pack("<Q", len(value)) + value


def image(payload, call):
    """A `newel_invocation` as it goes to another process."""
    head = struct.pack("<IIQ", 192, 0, 0) + struct.pack("<QQ", 192, len(payload)) + struct.pack("<QQ", 192, 0) * 8
    return frame(3, head + struct.pack("<qqQII", 1 << 62, 0, 0, 1, 0) + payload, call)


def damaged(chance, stream):
    data = bytearray(b"".join(stream))
    for _ in range(chance.randrange(4)):
        if not data:
            break
        place = chance.randrange(len(data))
        number = chance.choice([0, 1, 0xFF, 0xFFFF, 1 << 31, (1 << 32) - 1, (1 << 63), (1 << 64) - 1, chance.getrandbits(64)])
        what = chance.randrange(5)
        if what == 0:
            data[place] ^= 1 << chance.randrange(8)
        elif what == 1:
            data[place:place + 8] = struct.pack("<Q", number)[:min(8, len(data) - place)]
        elif what == 2:
            del data[place:place + chance.randrange(1, 40)]
        elif what == 3:
            data[place:place] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 40)))
        else:
            del data[place:]
    return bytes(data)


def hostile_host(place):
    library = compiled(place, "echo", """#include <newel_plugin.h>
static newel_status echo(newel_instance *i, const newel_host *h, const newel_invocation *v) { (void)i; return h->complete(h->ctx, v->call, v->payload); }
NEWEL_FUNCTION("Echo", echo)
""").encode()
    worker, ends, count = os.path.join(PRODUCTS, "newel-worker"), {}, 0
    end = time.monotonic() + (SECONDS / 3 if SOAK else 1e9)
    seed = SEED
    while time.monotonic() < end and count < (1 if os.environ.get("NEWEL_SEED") else 1 << 60 if SOAK else STREAMS):
        chance = random.Random(seed)
        frames = [frame(1, text(library) + text(b"Echo") + struct.pack("<I", 1) + text(b"K") + text(b"V"))]
        frames += [image(b'{"n":%d}' % n, n + 1) for n in range(chance.randrange(4))]
        if chance.randrange(4) == 0:
            frames.append(frame(4))
        if chance.randrange(4) == 0:
            frames.insert(0, frame(2, library))
        if chance.randrange(3) == 0:
            chance.shuffle(frames)
        if chance.randrange(3) == 0:
            frames.insert(chance.randrange(len(frames) + 1), chance.choice(frames))
        control = [frame(32, struct.pack("<i", 1), chance.randrange(3)), frame(33, struct.pack("<Qi", chance.getrandbits(64), 0) + text(b"{}"))]
        calls_there, calls_here = os.pipe()
        answers_here, answers_there = os.pipe()
        control_here, control_there = socket.socketpair()

        def place_descriptors():
            os.dup2(answers_there, 103), os.dup2(control_there.fileno(), 104), os.dup2(calls_there, 106)
            os.dup2(103, 3), os.dup2(104, 4), os.dup2(106, 6)
            os.closerange(5, 6), os.closerange(7, 256)

        process = subprocess.Popen(
            [worker], env={"NEWEL_HOST_PID": str(os.getpid()), "SWIFT_BACKTRACE": "enable=no"}, preexec_fn=place_descriptors,
            close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(calls_there), os.close(answers_there), control_there.close()
        try:
            try:
                control_here.sendall(damaged(chance, control))
                control_here.shutdown(socket.SHUT_WR)
            except OSError:  # it has left already
                pass
            with contextlib.suppress(OSError), open(calls_here, "wb", buffering=0) as calls:
                calls.write(damaged(chance, frames))
            answered = 0
            while answered < 64 << 20:
                assert select.select([answers_here], [], [], 10)[0], f"NEWEL_SEED={seed}: the worker hangs"
                piece = os.read(answers_here, 1 << 16)
                if not piece:
                    break
                answered += len(piece)
            code = process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"NEWEL_SEED={seed}: the worker hangs")
        finally:
            process.kill()
            process.wait()
            os.close(answers_here), control_here.close()
        ends[code] = ends.get(code, 0) + 1
        assert code >= 0, f"NEWEL_SEED={seed}: the worker ends with signal {-code}"
        seed, count = seed + 1, count + 1
    print(f"hostile hosts: {count} streams from seed {SEED}; exit codes {ends}")


def main():
    place = tempfile.mkdtemp(prefix="newel-frames-", dir=os.path.dirname(PRODUCTS) if os.access(os.path.dirname(PRODUCTS), os.W_OK) else None)
    try:
        hostile_workers(place)
        hostile_host(place)
    finally:
        shutil.rmtree(place)


main()
