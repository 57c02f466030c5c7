import AWSWire
import JSONTree

/// Tags as SNS carries them: a list of keys and values.
enum Tags {
    /// More tags than a topic may have.
    static let tooMany = ServiceError(
        "TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded")

    /// The topic to be tagged does not exist.
    static let resourceNotFound = ServiceError("ResourceNotFound", "Resource does not exist", status: 404)

    /// The tags that a request sets.
    static func read(
        _ input: ActionInput, in context: RequestContext
    ) throws(ServiceError) -> [(key: String, value: String)] {
        var tags: [(key: String, value: String)] = []
        for shape in try input.list("Tags") ?? [] {
            let tag = ActionInput(shape)
            let (key, value) = (try tag.requiredText("Key"), try tag.text("Value") ?? "")
            guard !tags.contains(where: { $0.key == key }) else { throw .invalid("Duplicated keys are not allowed.") }
            tags.append((key, value))
        }
        guard ReservedTags.mayBeSet(tags.lazy.map { $0.key }, in: context) else {
            throw .invalid(ReservedTags.refusal)
        }
        return tags
    }

    /// Tags as the answer shows them.
    static func shape(_ tags: [(key: String, value: String)]) -> JSON {
        .array(tags.map { .object(JSONObject([("Key", .string($0.key)), ("Value", .string($0.value))])) })
    }
}

extension TopicCatalogue {
    /// Changes the tags of the topic a tagging action names.
    func changeTags(
        _ input: ActionInput, _ edit: (inout [(key: String, value: String)]) throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        let key = try TopicKey(arn: try input.requiredText("ResourceArn"), parameter: "ResourceArn")
        do throws(ServiceError) { _ = try topic(key) } catch { throw Tags.resourceNotFound }
        try await change(key) { topic throws(ServiceError) in
            try edit(&topic.tags)
            guard ReservedTags.othersCount(topic.tags.lazy.map { $0.key }) <= Limits.tagsMax else { throw Tags.tooMany }
        }
    }
}
