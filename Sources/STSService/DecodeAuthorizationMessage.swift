import AWSWire
import JSONTree

/// `DecodeAuthorizationMessage`: refusals here say all they have to say at once, so no message that could be decoded comes from here.
struct DecodeAuthorizationMessage: Operation {
    static let name = "DecodeAuthorizationMessage"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        throw ServiceError(
            "InvalidAuthorizationMessageException",
            "The message is not one of this server, whose refusals are never encoded: they name caller, action and resource."
        )
    }
}
