import AWSWire
import HandlerContract
import JSONTree

/// How the service reaches actions of other services, through the one dispatcher: it gets their writes and commits them with its own.
package typealias PrepareAction =
    @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext) async throws(ServiceError)
    -> [any PreparedEffect]
