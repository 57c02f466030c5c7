import CNewelSpawn
import Glibc
import PluginRuntime

/// A running worker process and the descriptors that lead to it.
struct ChildProcess: Sendable {
    let pid: pid_t
    /// Readable once the process has ended.
    let pidDescriptor: Int32
    /// Where its calls go.
    let calls: Int32
    /// Where its answers come from.
    let answers: Int32
    /// Cancel, actions and their answers.
    let control: Int32
    /// What it prints.
    let output: Int32
    /// The program it is to become; without words when it stays a worker that loads a library.
    var program = RuntimeProgram()
    /// For large payloads; `nil` where such memory cannot be had, and for programs that know only HTTP.
    let shared: SharedPayloads?
    /// `/proc/PID/stat`, or -1.
    private let statistics: Int32

    /// Why a process could not be started.
    struct SpawnFailure: Error {
        /// For people.
        let message: String

        /// What the system says.
        init(errno: Int32) { message = "the worker could not be started: \(String(cString: strerror(errno)))" }

        /// In words of our own.
        init(message: String) { self.message = message }
    }

    /// Starts a worker by its recipe. The process dies with the calling thread. Blocks for a look at this machine when it needs an
    /// interpreter that has not been looked for.
    ///
    /// - Parameter isAside: It keeps to one processor until it no longer gives way.
    static func spawn(
        _ recipe: WorkerRecipe, _ scratch: ScratchFolder, logStream: String = "", finder: RuntimeFinder,
        isAside: Bool = false
    ) throws(SpawnFailure) -> ChildProcess {
        let environment = recipe.processEnvironment(scratch, logStream: logStream)
        guard let bootstrap = recipe.bootstrap else {
            return try spawn(recipe.executable, environment: environment, isAside: isAside)
        }
        do {
            let program = try bootstrap.program(handler: recipe.handler, finder: finder)
            var child = try spawn(
                recipe.executable, environment: environment, servesRuntime: true, isAside: isAside)
            child.program = program
            return child
        } catch let problem as PackageProblem {
            throw SpawnFailure(message: problem.message)
        } catch let failure as SpawnFailure {
            throw failure
        } catch {
            throw SpawnFailure(message: "\(error)")
        }
    }

    /// Starts the executable. The process dies with the calling thread.
    ///
    /// - Parameter servesRuntime: It becomes a program that speaks the Lambda Runtime API: what it says there arrives as a worker's frames.
    static func spawn(
        _ executable: String, environment: [String: String], servesRuntime: Bool = false, isAside: Bool = false
    ) throws(SpawnFailure) -> ChildProcess {
        let channels = try WorkerChannels(servesRuntime: servesRuntime)
        defer { channels.closeWorkerEnds() }
        var environment = environment
        environment["AWS_LAMBDA_RUNTIME_API"] = channels.runtimeAddress
        let memory = servesRuntime ? -1 : newel_shared_memory(2 * SharedPayloads.bytesMax)
        defer { if memory >= 0 { close(memory) } }
        let shared = SharedPayloads(memory, .host)
        var pid: pid_t = 0
        var pidDescriptor: Int32 = -1
        let worker = channels.worker
        let status = withEnvironment(environment) {
            newel_spawn_worker(
                executable, $0, worker.answers, worker.control, memory < 0 ? -1 : memory, worker.calls, worker.output,
                isAside ? 1 : 0, &pid, &pidDescriptor)
        }
        guard status == 0 else {
            channels.closeHostEnds()
            throw SpawnFailure(errno: status)
        }
        return ChildProcess(
            pid: pid, pidDescriptor: pidDescriptor, calls: channels.calls, answers: channels.answers,
            control: channels.control, output: channels.output, shared: shared,
            statistics: open("/proc/\(pid)/stat", O_RDONLY | O_CLOEXEC))
    }

    /// What a process takes of the machine.
    struct Usage {
        /// Bytes in memory.
        var memory: Int64 = 0
        var threads = 0
        /// Processor time it has had, in nanoseconds.
        var processor: Int64 = 0
    }

    /// What it takes now; nothing where that cannot be read.
    var usage: Usage {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
            let count = pread(statistics, buffer.baseAddress, buffer.count, 0)
            // The name of the executable, in parentheses, may be anything; what follows it are numbers.
            guard count > 0, let end = buffer.prefix(count).lastIndex(of: UInt8(ascii: ")")) else { return Usage() }
            let fields = buffer[(end + 1)..<count].split(separator: 0x20, maxSplits: Self.pagesField + 1)
            guard fields.count > Self.pagesField,
                let pages = Int64(String(decoding: fields[Self.pagesField], as: UTF8.self)),
                let threads = Int(String(decoding: fields[Self.threadsField], as: UTF8.self)),
                let user = Int64(String(decoding: fields[Self.userTimeField], as: UTF8.self)),
                let system = Int64(String(decoding: fields[Self.userTimeField + 1], as: UTF8.self))
            else { return Usage() }
            return Usage(
                memory: pages * Int64(sysconf(Int32(_SC_PAGESIZE))), threads: threads,
                processor: (user + system) * 1_000_000_000 / Int64(sysconf(Int32(_SC_CLK_TCK))))
        }
    }

    /// Bytes it has in memory now; 0 where that cannot be read.
    var memoryUsed: Int64 { usage.memory }

    /// Numbers of fields behind the name. Source: proc_pid_stat(5).
    private static let (userTimeField, threadsField, pagesField) = (11, 17, 21)

    /// Lets it have the processor like this from now on, which not every system allows.
    func take(_ share: ProcessorShare) {
        let own = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
        let priority = Self.priorityReturns ? max(own, share.niceness) : own
        setpriority(__priority_which_t(PRIO_PGRP.rawValue), id_t(pid), priority)
        newel_take_turns(pid, share == .soon ? 0 : 1)
        if share == .soon { newel_spread(pid) }
    }

    /// What gives way for one call must not do so for all that follow.
    private static let priorityReturns = newel_priority_returns() == 1

    /// Kills it and whatever it started in its process group.
    func terminate() {
        kill(-pid, SIGKILL)
        kill(pid, SIGKILL)
    }

    /// Waits for its end and closes everything.
    ///
    /// - Returns: How it ended, in the words Lambda uses: `exit status 127`, `signal: killed`; empty for exit status 0.
    func reap() -> String {
        var status: Int32 = 0
        // Its number, and so that of its group, stays taken until the next line: what it started goes with it.
        kill(-pid, SIGKILL)
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        for descriptor in [calls, answers, control, output, pidDescriptor, statistics] where descriptor >= 0 {
            close(descriptor)
        }
        let signal = status & 0x7F
        if signal != 0 { return "signal: \(Self.signalNames[signal] ?? "signal \(signal)")" }
        let code = (status >> 8) & 0xFF
        return code == 0 ? "" : "exit status \(code)"
    }

    private static func withEnvironment<R>(
        _ environment: [String: String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> R
    ) -> R {
        var entries: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") }
        entries.append(nil)
        defer { for entry in entries { free(entry) } }
        return entries.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("the list has at least its end mark") }
            return body(base)
        }
    }

    private static let signalNames: [Int32: String] = [
        SIGHUP: "hangup", SIGINT: "interrupt", SIGQUIT: "quit", SIGILL: "illegal instruction",
        SIGTRAP: "trace/breakpoint trap",
        SIGABRT: "aborted", SIGBUS: "bus error", SIGFPE: "floating point exception", SIGKILL: "killed",
        SIGSEGV: "segmentation fault", SIGPIPE: "broken pipe", SIGALRM: "alarm clock", SIGTERM: "terminated",
        SIGSYS: "bad system call",
        SIGXCPU: "CPU time limit exceeded", SIGXFSZ: "file size limit exceeded",
    ]
}
