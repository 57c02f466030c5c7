import JSONTree

/// What a stack is made from: what an update replaces and a rollback brings back.
struct StackContent: Sendable, Equatable {
    /// The template as it was given.
    var original = ""
    /// The template after its macros, as JSON; the same text where it has none.
    var processed = ""
    /// By key, in the template's order, as given.
    var parameters: [(name: String, text: String)] = []
    /// Keys of parameters whose values are not shown.
    var secrets: [String] = []
    /// What was found for parameters that name stored ones.
    var resolved: [String: String] = [:]
    /// The stack's and its resources'.
    var tags: [StackTag] = []
    /// What the caller has acknowledged.
    var capabilities: [String] = []
    /// Topics that would be told.
    var notificationARNs: [String] = []
    /// The template's words.
    var description: String?
    /// Who the services see; `nil`: whoever asked.
    var roleARN: String?

    static func == (one: StackContent, other: StackContent) -> Bool { one.json == other.json }

    /// Nothing yet.
    init() {}

    /// Reads the stored form.
    init(json: JSON) {
        original = json["original"]?.stringValue ?? ""
        processed = json["processed"]?.stringValue ?? original
        parameters = (json["parameters"]?.objectValue ?? JSONObject()).map { ($0.key, $0.value.stringValue ?? "") }
        secrets = (json["secrets"]?.arrayValue ?? []).compactMap(\.stringValue)
        for (name, value) in json["resolved"]?.objectValue ?? JSONObject() { resolved[name] = value.stringValue }
        tags = (json["tags"]?.arrayValue ?? []).compactMap { StackTag($0) }
        capabilities = (json["capabilities"]?.arrayValue ?? []).compactMap(\.stringValue)
        notificationARNs = (json["notify"]?.arrayValue ?? []).compactMap(\.stringValue)
        description = json["description"]?.stringValue
        roleARN = json["role"]?.stringValue
    }

    /// The stored form.
    var json: JSON {
        var json: JSONObject = [
            "original": .string(original),
            "parameters": .object(JSONObject(parameters.map { ($0.name, .string($0.text)) })),
            "secrets": .array(secrets.map { .string($0) }),
            "resolved": .object(JSONObject(resolved.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
            "tags": .array(tags.map(\.shape)), "capabilities": .array(capabilities.map { .string($0) }),
            "notify": .array(notificationARNs.map { .string($0) }),
        ]
        if processed != original { json["processed"] = .string(processed) }
        json["description"] = description.map { .string($0) }
        json["role"] = roleARN.map { .string($0) }
        return .object(json)
    }

    /// The parameters as answers hold them.
    var parameterShapes: JSON {
        .array(
            parameters.map { name, text in
                var shape: JSONObject = ["ParameterKey": .string(name)]
                shape["ParameterValue"] = .string(secrets.contains(name) ? "****" : text)
                if let value = resolved[name] { shape["ResolvedValue"] = .string(value) }
                return .object(shape)
            })
    }

    /// A text in which the values of secret parameters are stars.
    func masked(_ text: String) -> String {
        var text = text
        for (name, value) in parameters where secrets.contains(name) && !value.isEmpty {
            let written = JSON.string(value).text.dropFirst().dropLast()
            var place = text.startIndex
            while let range = text[place...].firstRange(of: written) {
                let start = text.distance(from: text.startIndex, to: range.lowerBound)
                text.replaceSubrange(range, with: "****")
                place = text.index(text.startIndex, offsetBy: start + 4)
            }
        }
        return text
    }
}
