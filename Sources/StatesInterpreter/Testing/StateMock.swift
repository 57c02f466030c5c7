import JSONTree
import ResourceNames

/// What stands for the work of a tested state.
package enum StateMock: Sendable {
    /// It was done, with this raw result.
    case result(Payload)
    /// It failed.
    case failure(StatesError)
}
