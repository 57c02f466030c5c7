import CNewelSpawn
import Glibc

/// One run of a build tool: a process group of its own, which ends with the run.
struct ToolRun {
    /// How it ended.
    enum End: Equatable {
        /// Everything it wrote, in the order in which it wrote it.
        case done(output: [UInt8])
        /// The same, and the exit code in words.
        case failed(output: [UInt8], reason: String)
        /// It was told to stop.
        case stopped
    }

    /// The first bytes of output that are kept.
    private static let outputBytesMax = 4 << 20

    /// Runs a command in a folder. Blocks until it has ended, or the sign is raised: then nothing it started is left.
    static func run(_ command: [String], in folder: String, until stop: StopSign) throws -> End {
        var pipes: [Int32] = [-1, -1]
        let opened = newel_pipe(&pipes)
        guard opened == 0 else { throw failure(command, opened) }
        defer { close(pipes[0]) }
        newel_do_not_wait(pipes[0])
        let started = Result { try spawn(command, folder, output: pipes[1]) }
        close(pipes[1])
        let process = try started.get()
        var output: [UInt8] = []
        let isStopped = !read(pipes[0], into: &output, until: stop)
        if isStopped { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // What it left running in the background holds no lock any more.
        kill(-process, SIGKILL)
        if isStopped { return .stopped }
        let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
        if signal != 0 { return .failed(output: output, reason: "signal \(signal)") }
        return code == 0 ? .done(output: output) : .failed(output: output, reason: "exit code \(code)")
    }

    /// - Returns: `false` when the sign was raised first.
    private static func read(_ source: Int32, into output: inout [UInt8], until stop: StopSign) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var polled = [
                pollfd(fd: source, events: Int16(POLLIN), revents: 0),
                pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&polled, 2, -1) > 0 else { continue }
            if polled[1].revents != 0 { return false }
            let count = Glibc.read(source, &buffer, buffer.count)
            if count < 0, errno == EAGAIN || errno == EINTR { continue }
            guard count > 0 else { return true }
            output += buffer[..<min(count, outputBytesMax - output.count)]
        }
    }

    private static func spawn(_ command: [String], _ folder: String, output: Int32) throws -> pid_t {
        let arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let status = newel_spawn_tool(arguments, folder, output, &process)
        guard status == 0 else { throw failure(command, status) }
        return process
    }

    private static func failure(_ command: [String], _ code: Int32) -> CommandFailure {
        let reason = code == ENOENT ? "there is no such program, or no such folder" : String(cString: strerror(code))
        return CommandFailure("'\(command.joined(separator: " "))' cannot be run: \(reason).", exitCode: 2)
    }
}
