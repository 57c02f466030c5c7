import AWSWire
import JSONTree

/// `UntagQueue`: takes tags away; keys that are not there are no error.
struct UntagQueue: Operation {
    static let name = "UntagQueue"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let keys = try input.texts("TagKeys")
        guard !keys.isEmpty else { throw QueueTags.badKeyLength }
        try await catalogue.change(queue) { record throws(ServiceError) in
            record.tags.removeAll { keys.contains($0.key) }
        }
        return OperationOutput()
    }
}
