import AWSWire
import JSONTree

/// `PutObjectTagging`: replaces the tags of an object.
struct PutObjectTagging: Operation {
    static let name = "PutObjectTagging"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let tags = try TagSet.checked(input["Tagging"]?["TagSet"], of: .object, in: context)
        _ = try objects.buckets.bucket(of: ActionInput(input))
        try await objects.change(ActionInput(input).place()) { $0.tags = tags }
        return OperationOutput()
    }
}
