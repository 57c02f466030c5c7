"""Where the kernel lets Newel divide a control group, each worker has one of its own that holds it to its memory.

On a machine whose memory controller is cgroup v1's, this runs in a kernel of its own: User Mode Linux, with this machine's files."""
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import threading

HERE = os.path.abspath(__file__)
SCRIPTS = os.path.dirname(HERE)
KERNEL = "linux.uml"
TOP = "/sys/fs/cgroup"
INIT = """#!/bin/sh
mount -t proc proc /proc && mount -t sysfs sys /sys && mkdir -p {folder}/tmp && mount -t tmpfs tmp {folder}/tmp && mkdir -p /sys/fs/cgroup && mount -t cgroup2 none /sys/fs/cgroup
ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || {python} -c '
import fcntl, socket, struct
s = socket.socket(); fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", 0x49))'
export TMPDIR={folder}/tmp PATH={path} NEWEL={newel} {more}
cd {root} && {python} {script} inside > {folder}/said 2>&1
echo $? > {folder}/status
umount -l {folder}/tmp
sync
{python} -c 'import ctypes; ctypes.CDLL(None).reboot(0x4321FEDC)'
"""


def groups_here():
    """Whether this system has the memory controller of cgroup v2 at the top of the hierarchy."""
    try:
        with open(f"{TOP}/cgroup.controllers") as file:
            return "memory" in file.read().split()
    except OSError:
        return False


def in_a_kernel_of_its_own():
    assert shutil.which(KERNEL), f"neither cgroup v2 with memory here nor {KERNEL}: install user-mode-linux"
    with tempfile.TemporaryDirectory(prefix="newel-uml-", dir=os.path.dirname(os.path.realpath(os.environ["NEWEL"]))) as folder:
        init = os.path.join(folder, "init")
        more = " ".join(f"{name}='{os.environ[name]}'" for name in ("LD_LIBRARY_PATH", "NEWEL_HEADERS", "VERBOSE") if name in os.environ)
        with open(init, "w") as file:
            file.write(INIT.format(
                python=sys.executable, path=os.environ["PATH"], newel=os.path.realpath(os.environ["NEWEL"]), more=more,
                root=os.getcwd(), script=HERE, folder=folder))
        os.chmod(init, 0o755)
        kernel = subprocess.run(
            [KERNEL, "rootfstype=hostfs", "rootflags=/", "rw", "mem=1G", f"init={init}", "con=null", "con0=null,fd:1", f"umid=newel-{os.getpid()}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=150, errors="replace")
        said = {name: open(os.path.join(folder, name)).read() if os.path.exists(os.path.join(folder, name)) else "" for name in ("said", "status")}
    print(said["said"], end="")
    assert said["status"].strip() == "0", f"it ended with {said['status']!r}; the kernel said:\n{kernel.stdout[-3000:]}"


EATS = """#define _GNU_SOURCE
#include <newel_plugin_helpers.h>
#include <sys/mman.h>
static newel_status eat(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    // At once: no look comes between.
    void *all = mmap(NULL, 400 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    if (all == MAP_FAILED) return newel_fail(h, v, "NoMemory", "mmap");
    return newel_complete_text(h, v, "{}");
}
NEWEL_FUNCTION("Eats", eat)
"""
RESTS = """#include <newel_plugin_helpers.h>
#include <unistd.h>
static newel_status rest(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    usleep(1000000);
    return newel_complete_text(h, v, "{}");
}
NEWEL_FUNCTION("Rests", rest)
"""


def read(path):
    with open(path) as file:
        return file.read().split()


def held(top, inside):
    """Looks at the groups below `top` while a host that is in the group `inside` runs."""
    from newel import Server, compiled, invoke, packaged, wait_for
    folders = lambda: glob.glob(f"{top}/newel-*")  # noqa: E731
    assert not folders(), folders()
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    # A page takes its time in User Mode Linux.
    packaged(plugins, "eats", EATS, functions=[{"name": "Eats", "timeoutSeconds": 60}])
    compiled(plugins, "rests", RESTS)

    class Inside(Server):
        """A server that starts in the group, alone."""

        def start(self):
            command = subprocess.Popen
            subprocess.Popen = lambda *a, **k: command(*a, **k, preexec_fn=self.enter)
            try:
                super().start()
            finally:
                subprocess.Popen = command

        def enter(self):
            with open(f"{inside}/cgroup.procs", "w") as file:
                file.write(str(os.getpid()))

    with Inside("--plugins", plugins) as server:
        functions = server.client("lambda")
        resting = threading.Thread(target=lambda: invoke(functions, "Rests"))
        resting.start()
        worker = wait_for(lambda: [g for g in glob.glob(f"{top}/newel-*/worker-*") if read(f"{g}/cgroup.procs")], what="a worker's group")[0]
        (pid,) = read(f"{worker}/cgroup.procs")
        assert os.path.basename(os.readlink(f"/proc/{pid}/exe")) == "newel-worker", pid
        # Lambda's 128 MB, and 32 for what the worker itself takes.
        assert read(f"{worker}/memory.max") == [str(160 << 20)], read(f"{worker}/memory.max")
        assert read(f"{worker}/memory.oom.group") == ["1"]
        resting.join()
        for _ in range(2):
            answer, reply = invoke(functions, "Eats")
            assert answer["errorType"] == "Runtime.OutOfMemory" and "FunctionError" in reply, answer
        assert invoke(functions, "Rests")[0] == {}
        wait_for(lambda: len(glob.glob(f"{top}/newel-*/worker-*")) == 1, what="the groups of ended workers to go")
        (left,) = folders()
        server.kill()
        assert folders() == [left]
        if inside == top != TOP:
            # A service's manager removes what an ended one leaves of its group before it starts the next in it.
            subprocess.run(["find", top, "-mindepth", "1", "-depth", "-type", "d", "-exec", "rmdir", "{}", ";"], check=True)
            with open(f"{top}/cgroup.subtree_control", "w") as file:
                file.write("-memory")
        # The next host removes what the killed one left; its own is gone when it ends in order.
        server.start()
        assert left not in folders() and len(folders()) == 1, folders()
        assert invoke(server.client("lambda"), "Rests")[0] == {}
        server.stop()
        assert not folders(), folders()
    shutil.rmtree(plugins)


def held_here():
    held(TOP, TOP)
    print("a host at the top: ok", flush=True)
    # As a service that its manager lets divide its group: it is alone in there.
    service = f"{TOP}/service"
    os.mkdir(service)
    with open(f"{TOP}/cgroup.subtree_control", "w") as file:
        file.write("+memory")
    held(service, service)
    print("a host alone in its group: ok", flush=True)
    # As one of several programs of a session: its groups lie beside the session's.
    os.mkdir(f"{service}/session")
    with open(f"{service}/cgroup.subtree_control", "w") as file:
        file.write("+memory")
    with subprocess.Popen(["sleep", "600"]) as other:
        with open(f"{service}/session/cgroup.procs", "w") as file:
            file.write(str(other.pid))
        held(service, f"{service}/session")
        other.kill()
    said = subprocess.run([os.environ["NEWEL"], "doctor"], stdout=subprocess.PIPE, text=True).stdout
    assert f"kept by the kernel, in control groups below {TOP}" in said, said
    print("a host beside others: ok", flush=True)


if groups_here():
    held_here()
elif "inside" in sys.argv:
    sys.exit("the kernel has no memory controller of cgroup v2")
else:
    in_a_kernel_of_its_own()
