import ResourceNames

/// How a Map Run ended.
package enum MapRunEnd: Sendable {
    /// As many items as were asked for are done.
    case succeeded
    /// Too many failed, or reader or writer did.
    case failed(StatesError)
    /// Its parent ended, or left the state.
    case aborted
}
