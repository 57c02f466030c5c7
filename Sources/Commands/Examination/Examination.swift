import CCrypto
import CCurl
import CNewelSpawn
import CSQLite
import CZlib
import Glibc
import PluginHost
import StockSample

/// Looks at what `newel up` needs, and changes nothing.
struct Examination {
    /// Where the executable is.
    let executableDirectory: String
    /// The data folder.
    let dataFolder: String
    /// The port of 127.0.0.1 to listen on.
    let port: Int

    /// Everything, in the order in which it is needed.
    var findings: [Finding] {
        [worker] + plugins + libraries + [data, temporaryFolder, listener, hostPrefix] + kernel + tools
    }

    private var worker: Finding {
        let path = "\(executableDirectory)/newel-worker"
        guard access(path, X_OK) != 0 else { return .present("newel-worker", path) }
        return .missing("newel-worker", "\(path): \(Self.reason)", remedy: Self.buildRemedy)
    }

    private var plugins: [Finding] {
        StockSample.functions.map { function in
            let path = "\(executableDirectory)/lib\(function.package).so"
            guard access(path, R_OK) != 0 else { return .present("plugin \(function.package)", path) }
            return .missing("plugin \(function.package)", "\(path): \(Self.reason)", remedy: Self.buildRemedy)
        }
    }

    private var libraries: [Finding] {
        [
            .present("SQLite", String(cString: sqlite3_libversion())),
            .present("OpenSSL", String(cString: OpenSSL_version(OPENSSL_VERSION))),
            .present("zlib", String(cString: zlibVersion())),
            .present("curl", String(cString: curl_version_info(CURLVERSION_FIRST).pointee.version)),
        ]
    }

    private var data: Finding {
        let subject = "data folder"
        guard access(dataFolder, F_OK) == 0 else {
            let parent = Self.nearestFolder(above: dataFolder)
            guard access(parent, W_OK | X_OK) == 0 else {
                return .missing(
                    subject, "\(dataFolder) cannot be made: \(parent): \(Self.reason)", remedy: Self.dataRemedy)
            }
            return .present(subject, "\(dataFolder) (made when it is first used)")
        }
        guard access(dataFolder, W_OK | X_OK) == 0 else {
            return .missing(subject, "\(dataFolder): \(Self.reason)", remedy: Self.dataRemedy)
        }
        guard let owner = lockOwner else { return .present(subject, dataFolder) }
        return .optional(
            subject, "\(dataFolder) is in use by process \(owner)",
            remedy: "Stop that process, or give another folder with --data.")
    }

    /// The process that has the data folder locked, if any.
    private var lockOwner: String? {
        let lock = open("\(dataFolder)/newel.lock", O_RDWR | O_CLOEXEC)
        guard lock >= 0 else { return nil }
        defer { close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) != 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(lock, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)).prefix { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
    }

    private var temporaryFolder: Finding {
        let path = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        guard access(path, W_OK | X_OK) != 0 else { return .present("temporary folder", path) }
        return .missing(
            "temporary folder", "\(path): \(Self.reason)", remedy: "Set TMPDIR to a folder that can be written.")
    }

    private var listener: Finding {
        let subject = "port \(port)"
        let remedy = "Give another with --port, or stop what listens there."
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else {
            return .missing(subject, "no socket: \(Self.reason)", remedy: "Allow this user to use the network.")
        }
        defer { close(descriptor) }
        // As the listener does: connections that have just ended do not keep the port.
        var reuse: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let isFree = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard !isFree else { return .present(subject, "free on 127.0.0.1") }
        guard errno == EADDRINUSE else { return .missing(subject, Self.reason, remedy: remedy) }
        // A Newel that runs already is what the port is for.
        return lockOwner == nil
            ? .missing(subject, "in use", remedy: remedy) : .optional(subject, "in use", remedy: remedy)
    }

    private var kernel: [Finding] {
        let pidfd: Finding =
            newel_has_pidfd() == 1
            ? .present("pidfd", "workers can be watched")
            : .missing(
                "pidfd", "the kernel refuses pidfd_open",
                remedy: "Use Linux 5.3 or newer, or a container that allows pidfd_open.")
        return [
            pidfd,
            mechanism(
                "Landlock", NEWEL_TRY_FILES, "version \(newel_landlock_version()): workers open only what they may",
                without: "workers can open any file this user can"),
            mechanism(
                "seccomp", NEWEL_TRY_CALLS, "workers start no processes and signal no others",
                without: "workers can start processes and signal those of this user"),
            mechanism(
                "parent-death signal", NEWEL_TRY_DEATH_SIGNAL, "workers end with Newel",
                without: "workers may outlive a Newel that is killed"),
            mechanism(
                "own /tmp", NEWEL_TRY_TEMPORARY, "each worker has a /tmp that nobody else sees",
                without: "functions write to TMPDIR, and /tmp is closed to them",
                remedy:
                    "Allow this user namespaces (sysctl user.max_user_namespaces above 0, kernel.apparmor_restrict_unprivileged_userns=0), or a container CAP_SYS_ADMIN; or write to TMPDIR."
            ),
            mechanism(
                "crash reports", NEWEL_TRY_CRASH_REPORT, "a function's log shows where it crashed",
                without: "a function's log shows only that it crashed"),
            memoryLimits,
            priorities,
        ]
    }

    private var priorities: Finding {
        newel_priority_returns() == 1
            ? .present("priorities", "functions that compute for long give way to others")
            : .optional(
                "priorities", "functions that compute for long have the processor like any other",
                remedy: "Allow this user a nice limit of 20 (ulimit -e 20, LimitNICE=20 in a service), or CAP_SYS_NICE."
            )
    }

    private var memoryLimits: Finding {
        if let group = MemoryGroups.trial() {
            return .present("memory limits", "kept by the kernel, in control groups below \(group)")
        }
        return .present(
            "memory limits",
            "kept by watching workers every 10 ms while they work: no cgroup v2 with memory that this user may divide")
    }

    /// Tries what keeps a worker in a child process.
    private func mechanism(
        _ subject: String, _ number: Int, _ detail: String, without: String,
        remedy: String =
            "Use Linux 5.13 or newer, or a container that allows it; run only functions you trust until then."
    ) -> Finding {
        newel_try(Int32(number)) == 1
            ? .present(subject, detail)
            : .optional(subject, "does not work here: \(without)", remedy: remedy)
    }

    private var tools: [Finding] {
        [
            tool("cc", use: "to build handlers in C", remedy: "sudo apt-get install gcc"),
            tool("g++", use: "to build handlers in C++", remedy: "sudo apt-get install g++"),
            tool(
                "cargo", use: "to build handlers in Rust",
                remedy: "sudo apt-get install cargo, or install from https://rustup.rs"),
            tool("go", use: "to build handlers in Go", remedy: "sudo apt-get install golang-go"),
            tool(
                "zig", use: "to build handlers in Zig",
                remedy: "pip install ziglang, then make ZIG=\"python3 -m ziglang\""),
            tool("make", use: "to build what 'newel plugin new' writes", remedy: "sudo apt-get install make"),
            tool("swift", use: "to build Newel and handlers in Swift", remedy: "https://www.swift.org/install"),
            tool("aws", use: "a client to try it with", remedy: "pip install awscli"),
        ] + ["python3", "nodejs"].compactMap(runtime)
    }

    /// What runs functions of a language of Lambda's.
    private func runtime(_ name: String) -> Finding? {
        guard let runtime = ManagedRuntime(name: name) else { return nil }
        let subject = "\(name) functions"
        do throws(PackageProblem) {
            let finder = RuntimeFinder(workerExecutable: "\(executableDirectory)/newel-worker")
            return .present(subject, try finder.words(for: runtime).joined(separator: " "))
        } catch {
            return .optional(subject, "nothing here runs them", remedy: runtime.language.advice)
        }
    }

    private func tool(_ name: String, use: String, remedy: String) -> Finding {
        let folders = getenv("PATH").map { String(cString: $0) }?.split(separator: ":") ?? []
        guard let folder = folders.first(where: { access("\($0)/\(name)", X_OK) == 0 }) else {
            return .optional(name, "not in PATH; \(use)", remedy: remedy)
        }
        return .present(name, "\(folder)/\(name)")
    }

    private static let buildRemedy =
        "Build it with 'make build' and leave what it makes in one folder, or run 'make install'."
    private static let dataRemedy = "Make it writable for this user, or give another with --data."

    /// Why the last call of the system failed.
    private static var reason: String { String(cString: strerror(errno)) }

    /// The folder that is there and in which a path would be made.
    private static func nearestFolder(above path: String) -> String {
        var path = path[...]
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            if path.isEmpty { return "/" }
            if access(String(path), F_OK) == 0 { return String(path) }
        }
        return "."
    }
}
