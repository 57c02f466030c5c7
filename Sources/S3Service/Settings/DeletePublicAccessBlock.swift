import AWSWire
import JSONTree

/// `DeletePublicAccessBlock`: no error when there is none.
struct DeletePublicAccessBlock: Operation {
    static let name = "DeletePublicAccessBlock"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await objects.buckets.change(ActionInput(input)) { $0[.publicAccessBlock] = nil }
        return OperationOutput(status: 204)
    }
}
