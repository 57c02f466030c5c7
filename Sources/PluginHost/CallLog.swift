import HandlerContract
import PluginRuntime
import ResourceNames
import Synchronization

/// The log of one invocation: lines go on to the function's log at once, the last 4 KiB stay when they were asked for.
final class CallLog: Sendable {
    private let function: String
    private let roleARN: String?
    private let requestID: String
    private let keepsTail: Bool
    private let sink: any FunctionLogSink
    private struct State {
        /// The last of what was printed, twice 4 KiB at most.
        var kept: [UInt8] = []
        /// Whose START line has not gone out: it goes with what follows.
        var unsent: InvocationReport?
        /// What was printed last did not end its line.
        var isLineOpen = false
        /// The stream of the process that has the call.
        var stream = ""
        /// There is more than the lines around a call.
        var hasMore = false
    }
    private let state = Mutex(State())

    init(function: String, roleARN: String?, requestID: String, keepsTail: Bool, sink: any FunctionLogSink) {
        self.function = function
        self.roleARN = roleARN
        self.requestID = requestID
        self.keepsTail = keepsTail
        self.sink = sink
    }

    /// The last 4 KiB.
    var tail: [UInt8] { keepsTail ? state.withLock { $0.kept.suffix(Self.tailBytesMax) + [] } : [] }

    /// Says in which process the call is.
    func enter(stream: String) { state.withLock { $0.stream = stream } }

    /// Writes the line an invocation begins with; it reaches the log with what follows.
    func begin(_ report: InvocationReport) {
        if keepsTail {
            var bytes: [UInt8] = []
            report.appendStart(to: &bytes)
            keep(bytes)
        }
        state.withLock { $0.unsent = report }
    }

    /// Writes the lines an invocation ends with, if it began.
    ///
    /// - Parameter failure: What the runtime says went wrong.
    func end(_ report: InvocationReport?, _ failure: HandlerFailure?) {
        var bytes: [UInt8] = []
        if let report {
            bytes.reserveCapacity(320 + (failure?.message.utf8.count ?? 0))
            report.appendEnd(errorType: failure?.type, message: failure?.message ?? "", to: &bytes)
        }
        bytes = lines(bytes)
        if keepsTail { keep(bytes) }
        send(bytes, isFailure: failure != nil)
    }

    /// Adds what was printed.
    func append(_ bytes: [UInt8]) {
        guard let last = bytes.last else { return }
        state.withLock { state in
            state.isLineOpen = last != UInt8(ascii: "\n")
            state.hasMore = true
        }
        keep(bytes)
        send(bytes)
    }

    /// Whole lines of Newel's own as they follow what was printed: after a line that was left open, on a new one.
    private func lines(_ text: [UInt8]) -> [UInt8] {
        state.withLock { state in
            defer { state.isLineOpen = false }
            return state.isLineOpen ? [UInt8(ascii: "\n")] + text : text
        }
    }

    /// Adds to the tail alone; `send` follows.
    private func keep(_ bytes: [UInt8]) {
        guard keepsTail else { return }
        state.withLock { state in
            state.kept.append(contentsOf: bytes.suffix(Self.tailBytesMax))
            if state.kept.count > 2 * Self.tailBytesMax { state.kept.removeFirst(state.kept.count - Self.tailBytesMax) }
        }
    }

    /// Adds to the function's log alone.
    ///
    /// - Parameter isFailure: The runtime says that the call failed.
    private func send(_ bytes: [UInt8], isFailure: Bool = false) {
        guard !bytes.isEmpty else { return }
        let (unsent, stream, hasMore) = state.withLock { state in
            defer { state.unsent = nil }
            return (state.unsent, state.stream, state.hasMore)
        }
        var lines: [UInt8] = []
        if let unsent {
            lines.reserveCapacity(96 + bytes.count)
            unsent.appendStart(to: &lines)
            lines.append(contentsOf: bytes)
        } else {
            lines = bytes
        }
        sink.append(
            FunctionOutput(
                function: function, roleARN: roleARN, logStream: stream, requestID: requestID,
                lines: lines, isQuiet: !hasMore && !isFailure))
    }

    /// Adds a log line in the form Lambda's runtimes use: time, request id, level, message, separated by tabs.
    func append(level: Int32, message: UnsafeRawBufferPointer, fields: UnsafeRawBufferPointer) {
        let name = Self.levels.indices.contains(Int(level)) ? Self.levels[Int(level)] : "INFO"
        var line = Array(
            "\(Timestamp(milliseconds: Clocks.unixNanoseconds / 1_000_000).iso8601)\t\(requestID)\t\(name)\t".utf8)
        line.append(contentsOf: message)
        if !fields.isEmpty {
            line.append(UInt8(ascii: "\t"))
            line.append(contentsOf: fields)
        }
        line.append(UInt8(ascii: "\n"))
        append(lines(line))
    }

    private static let tailBytesMax = 4_096
    private static let levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]
}
