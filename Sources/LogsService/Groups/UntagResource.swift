import AWSWire
import JSONTree

/// `UntagResource`: removes tags from a group, named by its ARN.
struct UntagResource: Operation {
    static let name = "UntagResource"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let names = try request.texts("tagKeys")
        try await catalogue.change(request.taggedGroup()) { group in for name in names { group.tags[name] = nil } }
        return OperationOutput()
    }
}
