/// The lines Lambda writes around what a function prints: where an invocation begins, where it ends and what it took.
///
/// Source: Lambda developer guide, "Sending Lambda function logs to CloudWatch Logs".
struct InvocationReport {
    /// The invocation.
    let requestID: String
    /// `$LATEST` or a version number.
    let version: String
    /// The function's memory limit.
    let memoryMB: Int
    /// From handing the call over to its end.
    var nanoseconds: Int64 = 0
    /// The most its process has had in memory; 0 where that is not known.
    var memoryUsed: Int64 = 0
    /// Time the process took to come up, of the first call it serves.
    var initNanoseconds: Int64?

    /// Adds the line before everything else.
    func appendStart(to bytes: inout [UInt8]) {
        bytes.append("START RequestId: ")
        bytes.append(requestID)
        bytes.append(" Version: ")
        bytes.append(version)
        bytes.append("\n")
    }

    /// Adds the lines after everything else.
    ///
    /// - Parameters:
    ///   - errorType: What the runtime said went wrong, for failures that are the runtime's and not the handler's.
    ///   - message: In its words.
    func appendEnd(errorType: String?, message: String, to bytes: inout [UInt8]) {
        if let errorType { bytes.append("\(message)\n\(errorType)\n") }
        let billed = (nanoseconds + 999_999) / 1_000_000
        // Piece by piece: this is written for every call, and interpolation takes several times as long.
        bytes.append("END RequestId: ")
        bytes.append(requestID)
        bytes.append("\nREPORT RequestId: ")
        bytes.append(requestID)
        bytes.append("\tDuration: ")
        Self.append(milliseconds: nanoseconds, to: &bytes)
        bytes.append(" ms\tBilled Duration: ")
        bytes.append(decimal: max(1, billed))
        bytes.append(" ms\tMemory Size: ")
        bytes.append(decimal: Int64(memoryMB))
        // What the runtime takes beyond the limit is not the function's.
        bytes.append(" MB\tMax Memory Used: ")
        bytes.append(decimal: min(Int64(memoryMB), (memoryUsed + 0xF_FFFF) >> 20))
        bytes.append(" MB")
        if let initNanoseconds {
            bytes.append("\tInit Duration: ")
            Self.append(milliseconds: initNanoseconds, to: &bytes)
            bytes.append(" ms")
        }
        if let errorType {
            bytes.append(
                errorType == "Sandbox.Timedout" ? "\tStatus: timeout" : "\tStatus: error\tError Type: \(errorType)")
        }
        bytes.append("\t\n")
    }

    /// With two decimals.
    private static func append(milliseconds nanoseconds: Int64, to bytes: inout [UInt8]) {
        let hundredths = (nanoseconds + 5_000) / 10_000
        let rest = hundredths % 100
        bytes.append(decimal: hundredths / 100)
        bytes.append(rest < 10 ? ".0" : ".")
        bytes.append(decimal: rest)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: String) { append(contentsOf: text.utf8) }

    /// Adds a number, not below 0.
    fileprivate mutating func append(decimal number: Int64) {
        let start = count
        var rest = number
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }
}
