import JSONTree
import ResourceNames

/// How a Map Run ended, as its parent is told.
package enum MapRunOutcome: Sendable {
    /// The state's result.
    case succeeded(Payload)
    /// Too many items failed, or reader or writer did.
    case failed(StatesError)
}
