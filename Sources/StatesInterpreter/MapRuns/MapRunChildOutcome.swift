/// How a child execution stands. Raw values are part of the log's format.
package enum MapRunChildOutcome: UInt8, Sendable, CaseIterable {
    /// Not started yet.
    case pending = 0
    /// Under way.
    case running = 1
    case succeeded = 2
    case failed = 3
    case timedOut = 4
    case aborted = 5
    /// It had not succeeded, and is to be run again by a redrive.
    case pendingRedrive = 6

    /// Whether it is still to be started.
    package var isWaiting: Bool { self == .pending || self == .pendingRedrive }

    /// Whether a redrive runs it again.
    var isBad: Bool {
        switch self {
        case .failed, .timedOut, .aborted: true
        case .pending, .running, .succeeded, .pendingRedrive: false
        }
    }
}
