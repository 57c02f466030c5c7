import PluginRuntime
import ResourceNames
import Synchronization

/// The log of one invocation: lines go on to the function's log at once, the last 4 KiB stay when they were asked for.
final class CallLog: Sendable {
    private let function: String
    private let requestID: String
    private let keepsTail: Bool
    private let sink: any FunctionLogSink
    private let kept = Mutex<[UInt8]>([])

    init(function: String, requestID: String, keepsTail: Bool, sink: any FunctionLogSink) {
        self.function = function
        self.requestID = requestID
        self.keepsTail = keepsTail
        self.sink = sink
    }

    /// The last 4 KiB.
    var tail: [UInt8] { keepsTail ? kept.withLock { $0.suffix(Self.tailBytesMax) + [] } : [] }

    /// Adds what was printed.
    func append(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        sink.append(function: function, lines: bytes, requestID: requestID)
        guard keepsTail else { return }
        kept.withLock { kept in
            kept.append(contentsOf: bytes.suffix(Self.tailBytesMax))
            if kept.count > 2 * Self.tailBytesMax { kept.removeFirst(kept.count - Self.tailBytesMax) }
        }
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
        append(line)
    }

    private static let tailBytesMax = 4_096
    private static let levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]
}
