import AWSWire
import JSONTree

/// Tags as EventBridge carries them: a list of keys and values.
struct Tags: Sendable {
    private var values = JSONObject()

    /// No tags.
    init() {}

    /// Reads the stored form.
    init(stored: JSON?) { values = stored?.objectValue ?? JSONObject() }

    /// The tags that a request sets.
    init(_ input: ActionInput, in context: RequestContext) throws(ServiceError) {
        for shape in try input.list("Tags") ?? [] {
            let tag = ActionInput(shape)
            let key = try tag.requiredText("Key")
            guard values[key] == nil else {
                throw .invalid("Parameter Tags is not valid. Reason: The key '\(key)' is there twice.")
            }
            values[key] = .string(try tag.text("Value") ?? "")
        }
        guard ReservedTags.mayBeSet(values.keys, in: context) else { throw .invalid(ReservedTags.refusal) }
        try check()
    }

    /// Keys and values in their order.
    var pairs: [(key: String, value: String)] { values.textPairs }

    /// As the row holds them.
    var stored: JSON { .object(values) }

    /// As an answer shows them.
    var shape: JSON { .array(values.map { ["Key": .string($0.key), "Value": $0.value] }) }

    /// Adds tags; one with the key of another replaces it.
    mutating func add(_ tags: Tags) throws(ServiceError) {
        for (key, value) in tags.values { values[key] = value }
        try check()
    }

    /// Removes tags by their keys.
    mutating func remove(_ keys: [String]) { for key in keys { values[key] = nil } }

    private func check() throws(ServiceError) {
        guard ReservedTags.othersCount(values.keys) <= Limits.tagsMax else { throw .tooMany }
    }
}
