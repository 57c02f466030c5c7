import Glibc
import Synchronization

/// The control groups (cgroup v2) of a host's workers, where the system lets it make some.
///
/// A group with processes cannot be divided, except the topmost (no-internal-processes rule of the kernel's cgroup-v2 documentation). So they
/// lie, in this order, below the host's own group when that is the topmost; below it when the host is alone in it, as in a service of systemd
/// with `Delegate=yes`, for which it moves into a part of it; or beside it.
package final class MemoryGroups: Sendable {
    private struct State {
        /// `…/newel-PID-N`, in which each worker has a group.
        var folder: String?
        var made = 0
        /// Groups whose last process was not gone yet.
        var left: [MemoryGroup] = []

        /// Removes those whose processes are gone by now; whether that is all.
        var isEmptied: Bool {
            mutating get {
                left.removeAll { $0.remove() }
                return left.isEmpty
            }
        }
    }
    /// Looks at what the kernel is not through with before it is left to the next start.
    private static let looksMax = 100
    private let state = Mutex(State())
    private static let hosts = Atomic<Int>(0)

    /// None yet.
    init() {}

    /// Tries whether this process can have such groups.
    ///
    /// - Returns: The group below which they would be; `nil` where there can be none.
    package static func trial() -> String? {
        let groups = MemoryGroups()
        groups.start()
        defer { groups.close() }
        guard let group = groups.make(bytesMax: 1 << 30) else { return nil }
        groups.remove(group)
        return groups.state.withLock { $0.folder }.flatMap { Place.find(from: $0) }?.parent
    }

    /// Looks for a place for them, and removes what hosts that were killed have left there.
    func start() {
        let name = "newel-\(getpid())-\(Self.hosts.add(1, ordering: .relaxed).newValue)"
        guard let place = Place.find() else { return }
        Self.removeAbandoned(in: place.parent)
        let folder = "\(place.parent)/\(name)"
        guard mkdir(folder, 0o755) == 0 else { return }
        guard place.enter(folder), Self.divide(place.parent), Self.divide(folder) else {
            place.leave(folder)
            rmdir(folder)
            return
        }
        state.withLock { $0.folder = folder }
    }

    /// A new group that may have so much memory; `nil` where there can be none.
    func make(bytesMax: Int) -> MemoryGroup? {
        let path = state.withLock { state -> String? in
            _ = state.isEmptied
            guard let folder = state.folder else { return nil }
            state.made += 1
            return "\(folder)/worker-\(state.made)"
        }
        guard let path, mkdir(path, 0o755) == 0 else { return nil }
        let group = MemoryGroup(path: path)
        guard ControlGroupFile.write("\(bytesMax)", to: "\(path)/memory.max") else {
            remove(group)
            return nil
        }
        // Where there is no swap there is no such file.
        _ = ControlGroupFile.write("0", to: "\(path)/memory.swap.max")
        // A worker without one of its processes or threads is of no use.
        _ = ControlGroupFile.write("1", to: "\(path)/memory.oom.group")
        return group
    }

    /// Removes a group whose worker has ended, now or as soon as the kernel can.
    func remove(_ group: MemoryGroup) {
        if !group.remove() { state.withLock { $0.left.append(group) } }
    }

    /// Removes them all. Workers have ended before; blocks for a moment until the kernel is through with the last.
    func close() {
        guard let folder = state.withLock({ $0.folder }) else { return }
        for _ in 0..<Self.looksMax where !state.withLock({ $0.isEmptied }) { Pause.milliseconds(2) }
        state.withLock { $0.folder = nil }
        Place.find(from: folder)?.leave(folder)
        rmdir(folder)
    }

    /// Lets the groups below one have limits of their own.
    private static func divide(_ group: String) -> Bool {
        let enabled = "\(group)/cgroup.subtree_control"
        return ControlGroupFile.read(enabled).split(whereSeparator: \.isWhitespace).contains("memory")
            || ControlGroupFile.write("+memory", to: enabled)
    }

    private static func removeAbandoned(in parent: String) {
        for name in entries(of: parent) where name.hasPrefix("newel-") {
            let parts = name.split(separator: "-")
            guard parts.count == 3, let pid = pid_t(parts[1]), kill(pid, 0) != 0, errno == ESRCH else { continue }
            let folder = "\(parent)/\(name)"
            for group in entries(of: folder) { _ = MemoryGroup(path: "\(folder)/\(group)").remove() }
            rmdir(folder)
        }
    }

    private static func entries(of folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            // All that is no folder belongs to the kernel.
            if entry.pointee.d_type == UInt8(DT_DIR), !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    /// Where groups can be made.
    private struct Place {
        /// Below which they are.
        let parent: String
        /// The host has to move out of it.
        let isOwn: Bool

        static func find() -> Place? {
            guard let mount = mountPoint, let path = ownPath else { return nil }
            let own = path == "/" ? mount : mount + path
            // The topmost group alone has no type.
            let isTopmost = access("\(own)/cgroup.type", F_OK) != 0
            let isAlone = ControlGroupFile.read("\(own)/cgroup.procs").split(separator: "\n") == ["\(getpid())"]
            if isTopmost || isAlone { return offersMemory(own) ? Place(parent: own, isOwn: !isTopmost) : nil }
            guard own != mount, let slash = own.lastIndex(of: "/") else { return nil }
            let parent = String(own[..<slash])
            return offersMemory(parent) ? Place(parent: parent, isOwn: false) : nil
        }

        /// The place of a folder that was made there.
        static func find(from folder: String) -> Place? {
            folder.lastIndex(of: "/").map {
                Place(parent: String(folder[..<$0]), isOwn: access("\(folder)/host", F_OK) == 0)
            }
        }

        /// Moves the host out of a group that is to be divided.
        func enter(_ folder: String) -> Bool {
            guard isOwn else { return true }
            return mkdir("\(folder)/host", 0o755) == 0
                && ControlGroupFile.write("\(getpid())", to: "\(folder)/host/cgroup.procs")
        }

        /// Moves it back.
        func leave(_ folder: String) {
            guard isOwn else { return }
            _ = ControlGroupFile.write("-memory", to: "\(folder)/cgroup.subtree_control")
            _ = ControlGroupFile.write("-memory", to: "\(parent)/cgroup.subtree_control")
            _ = ControlGroupFile.write("\(getpid())", to: "\(parent)/cgroup.procs")
            rmdir("\(folder)/host")
        }

        private static func offersMemory(_ group: String) -> Bool {
            ControlGroupFile.read("\(group)/cgroup.controllers").split(whereSeparator: \.isWhitespace).contains(
                "memory")
        }

        /// Where the hierarchy is mounted. Source: proc_pid_mountinfo(5).
        private static var mountPoint: String? {
            for line in ControlGroupFile.read("/proc/self/mountinfo").split(separator: "\n") {
                let fields = line.split(separator: " ")
                guard let dash = fields.firstIndex(of: "-"), dash > 5, dash + 1 < fields.count else { continue }
                if fields[dash + 1] == "cgroup2", fields[3] == "/" { return String(fields[4]) }
            }
            return nil
        }

        /// The host's group below that. Source: cgroups(7).
        private static var ownPath: String? {
            ControlGroupFile.read("/proc/self/cgroup").split(separator: "\n").first { $0.hasPrefix("0::/") }.map {
                String($0.dropFirst(3))
            }
        }
    }
}
