import JSONTree

/// A policy that SAM knows by a name, with places for the names of resources.
struct PolicyTemplate {
    /// Actions allowed on resources.
    struct Statement {
        /// `sqs:SendMessage` …
        let actions: [String]
        /// ARNs; `${tableName}` stands for the parameter `TableName`.
        let resources: [String]
        /// A condition's operator, key and value.
        var condition: (operation: String, key: String, value: String)?
    }

    /// `SQSPollerPolicy` …
    let name: String
    /// What has to be given.
    let parameters: [String]
    /// What is allowed.
    let statements: [Statement]

    /// The document for resources that have these names.
    func filled(with values: JSON, of id: String) throws(TemplateProblem) -> JSON {
        guard let values = values.objectValue else {
            throw .resource(id, "Must specify valid parameter values for policy template '\(name)'")
        }
        let missing = parameters.filter { values[$0] == nil }
        guard missing.isEmpty else {
            let words = missing.map { "'\($0)'" }.joined(separator: ", ")
            throw .resource(
                id, "Following required parameters of template '\(name)' don't have values: [\(words)]")
        }
        return [
            "Statement": .array(
                statements.map { statement in
                    var json: JSONObject = [
                        "Effect": "Allow", "Action": .array(statement.actions.map { .string($0) }),
                    ]
                    let resources = statement.resources.map { text($0, values) }
                    json["Resource"] = resources.count == 1 ? resources[0] : .array(resources)
                    if let condition = statement.condition {
                        json["Condition"] = .object([
                            condition.operation: .object([condition.key: text(condition.value, values)])
                        ])
                    }
                    return .object(json)
                })
        ]
    }

    private func text(_ pattern: String, _ values: JSONObject) -> JSON {
        guard pattern.contains("${") else { return .string(pattern) }
        let used = parameters.filter { pattern.contains("${\(Self.variable($0))}") }
        guard !used.isEmpty else { return ["Fn::Sub": .string(pattern)] }
        let variables = JSONObject(used.map { (Self.variable($0), values[$0] ?? .null) })
        return ["Fn::Sub": [.string(pattern), .object(variables)]]
    }

    private static func variable(_ parameter: String) -> String {
        parameter.prefix(1).lowercased() + parameter.dropFirst()
    }
}
