import JSONTree

/// Tags: maps in serverless resources, lists in plain ones.
enum Tags {
    private static let reserved = [
        "lambda:createdBy", "serverlessrepo:applicationId", "serverlessrepo:semanticVersion",
    ]

    /// A map of tags as the list that plain resources have.
    static func list(_ tags: JSONObject) -> [JSON] {
        tags.map { ["Key": .string($0.key), "Value": $0.value.isNull ? "" : $0.value] }
    }

    /// The tag that says who made a function, before the function's own.
    ///
    /// - Throws: when one of the tags that SAM sets is among them.
    static func ofFunction(_ tags: JSONObject, id: String) throws(TemplateProblem) -> JSON {
        for name in reserved where tags[name] != nil {
            throw .resource(
                id,
                "\(name) is a reserved Tag key name and cannot be set on your resource. Please change the tag key in the input."
            )
        }
        return .array(list(["lambda:createdBy": "SAM"]) + list(tags))
    }

    /// The tag that says who made a state machine, before the machine's own.
    static func ofStateMachine(_ tags: JSONObject) -> JSON {
        .array(list(["stateMachine:createdBy": "SAM"]) + list(tags))
    }
}
