import AWSWire
import JSONTree

/// `TagResource`: adds tags to a topic; a tag with the key of another replaces it.
struct TagResource: Operation {
    static let name = "TagResource"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let given = try Tags.read(input, in: context)
        try await catalogue.changeTags(input) { tags throws(ServiceError) in
            for (key, value) in given {
                if let place = tags.firstIndex(where: { $0.key == key }) {
                    tags[place].value = value
                } else {
                    tags.append((key, value))
                }
            }
        }
        return OperationOutput()
    }
}
