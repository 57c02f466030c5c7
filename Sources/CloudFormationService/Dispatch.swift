import AWSWire
import JSONTree

/// Reaches an action of any service: the dispatcher, without importing who is behind it.
package typealias Dispatch =
    @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
    async throws(ServiceError) -> OperationOutput
