import Glibc

/// A control group of its own for one worker, with the memory its function may have: whatever takes more in it is killed by the kernel.
struct MemoryGroup: Sendable {
    let path: String

    /// Puts a process into it, and with it all it starts from now on.
    ///
    /// - Returns: Whether it is in.
    func add(_ pid: pid_t) -> Bool { ControlGroupFile.write("\(pid)", to: "\(path)/cgroup.procs") }

    /// Whether the kernel has killed something in it because the memory was used up.
    var hasRunOut: Bool {
        ControlGroupFile.read("\(path)/memory.events").split(separator: "\n").contains {
            $0.hasPrefix("oom_kill ") && !$0.hasSuffix(" 0")
        }
    }

    /// Removes it; what is left in it is killed.
    ///
    /// - Returns: `false` when the kernel is not through with its processes.
    func remove() -> Bool {
        if rmdir(path) == 0 || errno == ENOENT { return true }
        // Older kernels do not know this file; there it is empty soon, as the worker's process group is killed.
        _ = ControlGroupFile.write("1", to: "\(path)/cgroup.kill")
        return rmdir(path) == 0
    }
}
