import CNewelSpawn
import Glibc
import Synchronization

/// Whether workers on this machine can have a `/tmp` of their own.
enum OwnTemporary {
    private static let known = Mutex<Bool?>(nil)

    /// Blocks the first time, for some milliseconds: a process tries it, for some systems let it begin and then not go on.
    static func isPossible(_ workerExecutable: String) -> Bool {
        known.withLock { known in
            if let known { return known }
            let isPossible = works(workerExecutable)
            known = isPossible
            return isPossible
        }
    }

    private static func works(_ workerExecutable: String) -> Bool {
        let words = [strdup(workerExecutable), strdup("try-temporary"), nil]
        defer { for word in words { free(word) } }
        var pid: pid_t = 0
        guard newel_spawn_tool(words, "/", STDERR_FILENO, &pid) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        return status == 0
    }
}
