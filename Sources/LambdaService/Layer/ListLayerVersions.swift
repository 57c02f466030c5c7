import AWSWire
import JSONTree

/// `ListLayerVersions`: there are none.
struct ListLayerVersions: AWSWire.Operation {
    static let name = "ListLayerVersions"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["LayerVersions": []])
    }
}
