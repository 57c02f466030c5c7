import JSONTree

/// The properties that one type of serverless resource or event has.
struct PropertyTable {
    /// `AWS::Serverless::Function`, `SQS` …
    let type: String
    private let kinds: [String: PropertyKind]
    private let required: [String]

    /// Names the properties that must and those that may be given.
    init(_ type: String, required: [(String, PropertyKind)] = [], optional: [(String, PropertyKind)] = []) {
        self.type = type
        self.required = required.map(\.0)
        kinds = Dictionary(required + optional) { first, _ in first }
    }

    /// The properties that a resource gives, those that are `null` left out.
    ///
    /// - Throws: the first that is unknown, missing or of another kind.
    func checked(_ properties: JSONObject, of id: String) throws(TemplateProblem) -> JSONObject {
        let given = JSONObject(properties.filter { !$0.value.isNull }.map { ($0.key, $0.value) })
        for name in properties.keys where kinds[name] == nil {
            throw .resource(id, "property \(name) not defined for resource of type \(type)")
        }
        for name in required where given[name] == nil {
            throw .resource(id, "Missing required property '\(name)'.")
        }
        for (name, value) in given {
            if let problem = kinds[name]?.problem(of: value, in: name) { throw .resource(id, problem) }
        }
        return given
    }
}
