import AWSWire
import JSONTree

/// `UntagResource`: keys that are not there are no error.
struct UntagResource: AWSWire.Operation {
    static let name = "UntagResource"
    let keeper: TagKeeper

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let keys = Set((input["tagKeys"]?.arrayValue ?? []).compactMap(\.stringValue))
        try await keeper.change(try TaggedResource(StatesInput(input))) { tags throws(ServiceError) in
            tags.removeAll { keys.contains($0.key) }
        }
        return OperationOutput()
    }
}
