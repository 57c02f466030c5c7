import AWSWire
import JSONTree
import ResourceNames

/// `CreateQueue`: makes a queue, or answers with the one of that name if it is as asked for.
struct CreateQueue: Operation {
    static let name = "CreateQueue"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let name = try input.requiredText("QueueName")
        try QueueKey.check(name: name)
        let given = try input.textMap("Attributes")
        let isFIFO = given.contains { $0.key == "FifoQueue" && $0.value == "true" }
        guard name.hasSuffix(".fifo") == isFIFO else {
            guard isFIFO else {
                throw .invalidValue(
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length")
            }
            throw .invalidValue(
                "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must "
                    + "end with .fifo suffix and be 1 to 80 in length.")
        }
        let key = QueueKey(account: context.territory.account, region: context.territory.region, name: name)
        var attributes = QueueAttributes(isFIFO: isFIFO)
        try attributes.set(given, isNew: true)
        try catalogue.checkRedrive(attributes, given: given, of: key)
        let tags = try input.textMap("tags")
        try QueueTags.check(tags, in: context)
        guard ReservedTags.othersCount(tags.lazy.map { $0.key }) <= Limits.tagsMax else { throw .tooManyTags(key) }
        let queue = try await catalogue.create(key, attributes: attributes, tags: tags) {
            existing throws(ServiceError) in
            let current = existing.attributes
            for (name, value) in given where current.get(name) != value && !(value.isEmpty && current.get(name) == nil)
            {
                throw .queueNameExists(attribute: name)
            }
        }
        return OperationOutput(.object(JSONObject([("QueueUrl", .string(queue.key.url(in: context)))])))
    }
}

extension QueueCatalogue {
    /// A dead-letter queue must exist, in the same account and region, and be of the same kind; those that may send it their own are of its region.
    ///
    /// - Parameter given: What a request sets. A dead-letter queue that has gone meanwhile keeps no other setting from being changed.
    func checkRedrive(
        _ attributes: QueueAttributes, given: [(key: String, value: String)], of key: QueueKey
    ) throws(ServiceError) {
        func isGiven(_ name: String) -> Bool { given.contains { $0.key == name && !$0.value.isEmpty } }
        if isGiven("RedriveAllowPolicy"), let text = attributes.get("RedriveAllowPolicy"),
            try !RedriveAllowPolicy(text).isWithin(region: key.region)
        {
            throw .invalidValue(
                text, of: "RedriveAllowPolicy",
                reason: "All source queue ARNs must be in the same region as the current SQS queue.")
        }
        guard isGiven("RedrivePolicy"), let policy = attributes.redrivePolicy else { return }
        let value = attributes.get("RedrivePolicy") ?? ""
        func refusal(_ reason: String) -> ServiceError {
            .invalidValue(value, of: "RedrivePolicy", reason: reason)
        }
        guard policy.target.region == key.region else {
            throw refusal("Dead-letter target must be in same region as the source.")
        }
        guard policy.target.account == key.account else {
            throw refusal("Dead-letter target owner should be same as the source.")
        }
        guard policy.target.isFIFO == key.isFIFO else {
            // AWS ends it with two stops.
            throw refusal("Dead-letter queue must be same type of queue as the source..")
        }
        guard let target = find(policy.target) else { throw refusal("Dead letter target does not exist.") }
        // It was checked when it was set.
        let permission = target.attributes.get("RedriveAllowPolicy").flatMap { try? RedriveAllowPolicy($0) }
        guard permission?.lets(key) ?? true else {
            throw refusal("The redrive allow policy of \(policy.target.arn) does not let \(key.arn) use it.")
        }
    }
}

extension ServiceError {
    /// More tags than a queue may have.
    static func tooManyTags(_ key: QueueKey) -> ServiceError {
        .invalidValue("Too many tags added for queue \(key.name).")
    }
}
