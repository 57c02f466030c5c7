import HandlerContract
import PluginRuntime
import ResourceNames
import Synchronization

/// The log of one invocation: lines go on to the function's log at once, the last 4 KiB stay when they were asked for.
final class CallLog: Sendable {
    private let function: String
    private let roleARN: String?
    private let logGroup: String?
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

    init(
        function: String, roleARN: String?, logGroup: String?, requestID: String, keepsTail: Bool,
        sink: any FunctionLogSink
    ) {
        self.function = function
        self.roleARN = roleARN
        self.logGroup = logGroup
        self.requestID = requestID
        self.keepsTail = keepsTail
        self.sink = sink
    }

    /// The last 4 KiB.
    var tail: [UInt8] { keepsTail ? state.withLock { $0.kept.suffix(Self.tailBytesMax) + [] } : [] }

    /// Says in which process the call is, and writes the line an invocation begins with; it reaches the log with what follows.
    ///
    /// - Parameter report: `nil` of what is no function's: then there are no lines around the call.
    func enter(stream: String, _ report: InvocationReport? = nil) {
        if keepsTail, let report {
            var bytes: [UInt8] = []
            report.appendStart(to: &bytes)
            keep(bytes)
        }
        state.withLock { state in
            state.stream = stream
            state.unsent = report
        }
    }

    /// Writes the lines an invocation ends with, if it began, on new ones where what was printed last did not end its line.
    ///
    /// - Parameter failure: What the runtime says went wrong.
    func end(_ report: InvocationReport?, _ failure: HandlerFailure?) {
        let before = state.withLock { state in
            defer { state.unsent = nil }
            return state
        }
        var bytes: [UInt8] = []
        // Room for all lines of a call that printed nothing, as most are.
        bytes.reserveCapacity(448 + (failure?.message.utf8.count ?? 0))
        before.unsent?.appendStart(to: &bytes)
        let start = bytes.count
        if before.isLineOpen { bytes.append(UInt8(ascii: "\n")) }
        report?.appendEnd(errorType: failure?.type, message: failure?.message ?? "", to: &bytes)
        if keepsTail { keep(Array(bytes[start...])) }
        send(bytes, to: before.stream, isQuiet: !before.hasMore && failure == nil)
    }

    /// Adds what was printed.
    func append(_ bytes: [UInt8]) {
        guard let last = bytes.last else { return }
        let before = state.withLock { state in
            defer {
                state.unsent = nil
                state.isLineOpen = last != UInt8(ascii: "\n")
                state.hasMore = true
            }
            return state
        }
        keep(bytes)
        var lines: [UInt8] = []
        before.unsent?.appendStart(to: &lines)
        send(lines.isEmpty ? bytes : lines + bytes, to: before.stream, isQuiet: false)
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
    private func send(_ lines: [UInt8], to stream: String, isQuiet: Bool) {
        guard !lines.isEmpty else { return }
        sink.append(
            FunctionOutput(
                function: function, roleARN: roleARN, logGroup: logGroup, logStream: stream, requestID: requestID,
                lines: lines, isQuiet: isQuiet))
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
        append(state.withLock { $0.isLineOpen } ? [UInt8(ascii: "\n")] + line : line)
    }

    private static let tailBytesMax = 4_096
    private static let levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]
}
