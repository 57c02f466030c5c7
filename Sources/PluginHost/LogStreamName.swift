import Digests
import PluginRuntime
import ResourceNames

/// The log stream of one process.
enum LogStreamName {
    /// `2026/11/26/[$LATEST]` and 32 hex digits: the day it began, its function's version, and what nobody else has.
    ///
    /// - Parameter function: Its name stands before the version where its log group is not its own. Source: Lambda developer guide, "Configuring CloudWatch log groups".
    static func make(version: String, of function: String = "") -> String {
        let day = Timestamp(milliseconds: Clocks.unixNanoseconds / 1_000_000).iso8601.prefix(10)
        let path = String(day.map { $0 == "-" ? "/" : $0 })
        return "\(path)/\(function)[\(version)]\(Digests.hex(SecureRandom.bytes(16)))"
    }
}
