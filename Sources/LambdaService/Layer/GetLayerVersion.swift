import AWSWire
import JSONTree

/// `GetLayerVersion`: there is none.
struct GetLayerVersion: AWSWire.Operation {
    static let name = "GetLayerVersion"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        throw .notFound("The resource you requested does not exist.")
    }
}
