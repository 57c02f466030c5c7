/// How a child execution stands. Raw values are part of the log's format.
package enum MapRunChildOutcome: UInt8, Sendable, CaseIterable {
    /// Not started, or to be run again.
    case pending = 0
    /// Under way.
    case running = 1
    case succeeded = 2
    case failed = 3
    case timedOut = 4
    case aborted = 5

    /// Whether a redrive runs it again.
    var isBad: Bool {
        switch self {
        case .failed, .timedOut, .aborted: true
        case .pending, .running, .succeeded: false
        }
    }
}
