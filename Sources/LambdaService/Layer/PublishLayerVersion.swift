import AWSWire
import JSONTree

/// `PublishLayerVersion`: refused.
struct PublishLayerVersion: AWSWire.Operation {
    static let name = "PublishLayerVersion"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        throw .layersNotSupported
    }
}
