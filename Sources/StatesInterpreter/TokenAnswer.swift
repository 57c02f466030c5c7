import JSONTree
import ResourceNames

/// An answer by task token.
package enum TokenAnswer: Sendable {
    case success(Payload)
    case failure(StatesError)
}
