/// Why the host asks for the end of a call; raw values are the C interface's.
public enum CancellationReason: Int32, Sendable {
    /// Its time is up.
    case timeout = 1
    /// Its execution was stopped, or the caller has gone.
    case stopped = 2
    /// The host goes.
    case shutdown = 3
}
