import AWSWire
import JSONTree
import ResourceNames

/// `CreateTopic`: makes a topic, or answers with the one of that name if it is as asked for.
struct CreateTopic: Operation {
    static let name = "CreateTopic"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let name = try input.requiredText("Name")
        let given = try input.textMap("Attributes")
        try TopicKey.check(name: name, isFIFO: given.contains { $0.key == "FifoTopic" && $0.value == "true" })
        var topic = Topic(
            key: TopicKey(account: context.territory.account, region: context.territory.region, name: name))
        do throws(ServiceError) {
            for (name, value) in given { try topic.set(name, value, isNew: true) }
        } catch {
            throw error.ofAttributes
        }
        let tags = try Tags.read(input, in: context)
        topic.tags = tags
        guard ReservedTags.othersCount(tags.lazy.map { $0.key }) <= Limits.tagsMax else { throw Tags.tooMany }
        try await catalogue.create(topic) { existing throws(ServiceError) in
            guard existing.agrees(with: given) else {
                throw .invalid("Attributes Reason: Topic already exists with different attributes")
            }
            let isSame = tags.allSatisfy { tag in existing.tags.contains { $0.key == tag.key && $0.value == tag.value }
            }
            guard isSame else { throw .invalid("Tags Reason: Topic already exists with different tags") }
        }
        return OperationOutput(.object(JSONObject([("TopicArn", .string(topic.key.arn))])))
    }
}
