import AWSWire
import JSONTree

/// `DeleteObject`: removes an object; one that is not there is no error.
struct DeleteObject: Operation {
    static let name = "DeleteObject"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        _ = try objects.buckets.bucket(of: request)
        try await objects.delete(request.place(), Conditions(request), by: .init(context))
        return OperationOutput(status: 204)
    }
}
