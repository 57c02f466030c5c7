import JSONTree
import ResourceNames

/// An answer by task token.
package enum TokenAnswer: Sendable {
    /// SendTaskSuccess.
    case success(Payload)
    /// SendTaskFailure.
    case failure(StatesError)
}
