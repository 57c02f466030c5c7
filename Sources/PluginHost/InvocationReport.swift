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

    /// The line before everything else.
    var start: String { "START RequestId: " + requestID + " Version: " + version + "\n" }

    /// The lines after everything else.
    ///
    /// - Parameters:
    ///   - errorType: What the runtime said went wrong, for failures that are the runtime's and not the handler's.
    ///   - message: In its words.
    func end(errorType: String?, message: String) -> String {
        var text = ""
        var status = ""
        if let errorType {
            text += "\(message)\n\(errorType)\n"
            status = errorType == "Sandbox.Timedout" ? "\tStatus: timeout" : "\tStatus: error\tError Type: \(errorType)"
        }
        let billed = (nanoseconds + 999_999) / 1_000_000
        // Piece by piece: this is written for every call, and interpolation takes several times as long.
        text.reserveCapacity(320)
        text += "END RequestId: "
        text += requestID
        text += "\nREPORT RequestId: "
        text += requestID
        text += "\tDuration: "
        text += Self.milliseconds(nanoseconds)
        text += " ms\tBilled Duration: "
        text += String(max(1, billed))
        text += " ms\tMemory Size: "
        text += String(memoryMB)
        // What the runtime takes beyond the limit is not the function's.
        text += " MB\tMax Memory Used: "
        text += String(min(Int64(memoryMB), (memoryUsed + 0xF_FFFF) >> 20))
        text += " MB"
        if let initNanoseconds { text += "\tInit Duration: \(Self.milliseconds(initNanoseconds)) ms" }
        text += status
        text += "\t\n"
        return text
    }

    /// With two decimals.
    private static func milliseconds(_ nanoseconds: Int64) -> String {
        let hundredths = (nanoseconds + 5_000) / 10_000
        let rest = hundredths % 100
        return String(hundredths / 100) + (rest < 10 ? ".0" : ".") + String(rest)
    }
}
