import AWSWire
import JSONTree

/// `UntagResource`: takes tags off a topic.
struct UntagResource: Operation {
    static let name = "UntagResource"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let keys = try input.texts("TagKeys")
        try await catalogue.changeTags(input) { tags throws(ServiceError) in tags.removeAll { keys.contains($0.key) } }
        return OperationOutput()
    }
}
