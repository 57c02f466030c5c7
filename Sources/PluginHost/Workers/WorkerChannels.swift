import CNewelSpawn
import Glibc
import LambdaRuntimeAPI

/// What leads from the host to one worker and back, before the process is there: both ends.
///
/// Calls and answers go through pipes: a socket takes a fifth more of the processor for a call.
struct WorkerChannels {
    /// Where calls are written. Does not wait, like all of the host's ends.
    let calls: Int32
    /// Where answers are read.
    let answers: Int32
    /// Cancel requests, actions and what becomes of them.
    let control: Int32
    /// What the process prints.
    let output: Int32
    /// The ends that the process finds at its descriptors.
    let worker: (answers: Int32, control: Int32, calls: Int32, output: Int32)
    /// Where the Lambda Runtime API is served; `nil` for a worker that loads a library.
    let runtimeAddress: String?

    /// Opens them.
    ///
    /// - Parameter servesRuntime: What is said over the Lambda Runtime API arrives as a worker's frames.
    init(servesRuntime: Bool) throws(ChildProcess.SpawnFailure) {
        _ = Self.ignoresBrokenPipes
        var opened: [Int32] = []
        do throws(ChildProcess.SpawnFailure) {
            func pair(
                _ make: (UnsafeMutablePointer<Int32>) -> Int32
            ) throws(ChildProcess.SpawnFailure) -> (first: Int32, second: Int32) {
                var both: [Int32] = [-1, -1]
                let status = both.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.map(make) ?? EINVAL }
                guard status == 0 else { throw ChildProcess.SpawnFailure(errno: status) }
                opened += both
                return (both[0], both[1])
            }
            let control = try pair(newel_socket_pair)
            let output = try pair(newel_pipe)
            if servesRuntime {
                let talk = try pair(newel_socket_pair)
                let launch = try pair(newel_socket_pair)
                let second = newel_second_number(talk.first)
                guard second >= 0 else { throw ChildProcess.SpawnFailure(errno: -second) }
                opened.append(second)
                opened.removeAll { [talk.second, launch.first, control.second].contains($0) }
                do {
                    let server = try RuntimeAPIServer.open(
                        host: talk.second, launch: launch.first, idle: control.second)
                    runtimeAddress = server.address
                } catch {
                    throw ChildProcess.SpawnFailure(message: error.message)
                }
                (calls, answers) = (talk.first, second)
                worker = (launch.second, launch.second, launch.second, output.second)
            } else {
                let (towards, back) = (try pair(newel_pipe), try pair(newel_pipe))
                runtimeAddress = nil
                (calls, answers) = (towards.second, back.first)
                worker = (back.second, control.second, towards.first, output.second)
            }
            (self.control, self.output) = (control.first, output.first)
        } catch {
            for descriptor in opened { close(descriptor) }
            throw error
        }
        for descriptor in [calls, answers, control, output] { newel_do_not_wait(descriptor) }
    }

    /// Closes the ends that a process has been given, or was to be.
    func closeWorkerEnds() {
        for descriptor in Set([worker.answers, worker.control, worker.calls, worker.output]) { close(descriptor) }
    }

    /// Closes the ends of a worker that did not come into being.
    func closeHostEnds() {
        for descriptor in [calls, answers, control, output] { close(descriptor) }
    }

    /// A call to a worker that is gone is a failure to handle, not the end of the host.
    private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}
