import Foundation

/// A process group of our own making: everything a script starts ends with it.
///
/// Not Foundation's `Process`: that starts children with SIGTERM blocked, and some scripts are about signals.
enum Child {
    /// How a process ended.
    struct End {
        /// Its exit code; 128 and more for a signal, -1 when its time was over.
        let code: Int32
        /// What it wrote.
        let output: String
        /// The end in words.
        var text: String { code == -1 ? "did not end in time" : "exit code \(code)" }
    }

    /// A process that could not be started.
    struct NoStart: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts a process, waits for its end, and leaves nothing of it running.
    static func run(_ arguments: [String], environment: [String: String], limit: Duration) -> End {
        let log = FileManager.default.temporaryDirectory.appending(path: "newel-script-\(UUID().uuidString).log").path
        defer { try? FileManager.default.removeItem(atPath: log) }
        let process: pid_t
        do { process = try start(arguments, environment: environment, log: log) } catch {
            return End(code: 127, output: "\(error)")
        }
        let code = wait(for: process, until: .now + limit)
        killpg(process, SIGKILL)
        let output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return End(code: code, output: output)
    }

    /// Starts a process in a group of its own.
    ///
    /// - Parameter log: The file that gets what it writes.
    static func start(_ arguments: [String], environment: [String: String], log: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        var process: pid_t = 0
        let argv = arguments.map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        let failure = posix_spawn(&process, arguments[0], &actions, &attributes, argv, envp)
        guard failure == 0 else {
            throw NoStart(description: "\(arguments[0]) does not start: \(String(cString: strerror(failure)))")
        }
        return process
    }

    private static func wait(for process: pid_t, until end: ContinuousClock.Instant) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            if ContinuousClock.now >= end {
                killpg(process, SIGKILL)
                waitpid(process, &status, 0)
                return -1
            }
            usleep(20_000)
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
}
