import AWSWire
import JSONTree

/// `ListLayers`: there are none.
struct ListLayers: AWSWire.Operation {
    static let name = "ListLayers"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["Layers": []])
    }
}
