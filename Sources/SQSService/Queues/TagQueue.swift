import AWSWire
import JSONTree

/// `TagQueue`: adds tags; a tag with the key of another replaces it.
struct TagQueue: Operation {
    static let name = "TagQueue"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let given = try input.textMap("Tags")
        guard !given.isEmpty else { throw .missingParameter("Tags") }
        try QueueTags.check(given, in: context)
        try await catalogue.change(queue) { record throws(ServiceError) in
            for (key, value) in given {
                if let place = record.tags.firstIndex(where: { $0.key == key }) {
                    record.tags[place].value = value
                } else {
                    record.tags.append((key, value))
                }
            }
            guard ReservedTags.othersCount(record.tags.lazy.map { $0.key }) <= Limits.tagsMax else {
                throw .tooManyTags(record.key)
            }
        }
        return OperationOutput()
    }
}
