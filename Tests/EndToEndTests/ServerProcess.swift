import Foundation
import TestSupport

/// A `newel up` of the build on a free port. Killed with this object.
final class ServerProcess {
    /// It did not come up.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Where it listens.
    private(set) var port = 0
    private let folder = TemporaryFolder()
    private let process: pid_t

    /// Starts one and waits until it is ready.
    ///
    /// - Parameters:
    ///   - data: The folder of its data.
    ///   - options: More for its command line.
    init(data: String, _ options: String...) throws {
        let log = "\(folder.path)/log"
        let executable = Script.products.appending(path: "newel").path
        process = try Child.start(
            [executable, "up", "--port", "0", "--data", data, "--log-level", "notice"] + options,
            environment: ProcessInfo.processInfo.environment, log: log)
        let end = ContinuousClock.now + .seconds(30)
        while port == 0 {
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            let line = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast().first {
                $0.hasPrefix("newel is ready on ")
            }
            port = line?.split(separator: ":").last.flatMap { Int($0) } ?? 0
            guard ContinuousClock.now < end else { throw Failure(description: "no ready line, but: \(said)") }
            usleep(5_000)
        }
    }

    /// Ends it as a power cut would.
    func kill() {
        killpg(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    deinit { kill() }
}
