import JSONTree

/// A resource of the template that is to be expanded.
struct ServerlessResource {
    /// Its logical id.
    let id: String
    /// `AWS::Serverless::…`.
    let type: String
    /// What it gives, merged with `Globals`.
    var properties: JSONObject
    /// The attributes that go to the resource it becomes.
    let attributes: JSONObject
    /// What it waits for.
    let dependsOn: JSON?

    private static let kept = ["DeletionPolicy", "UpdatePolicy", "Condition", "UpdateReplacePolicy", "Metadata"]
    private static let passed = ["Condition", "DeletionPolicy", "UpdateReplacePolicy"]

    /// Takes a resource from its template.
    init(_ id: String, _ json: JSON) {
        self.id = id
        type = json["Type"]?.stringValue ?? ""
        properties = json["Properties"]?.objectValue ?? JSONObject()
        attributes = JSONObject(Self.kept.compactMap { name in json[name].map { (name, $0) } })
        dependsOn = json["DependsOn"]
    }

    /// The attributes that everything made from the resource has too.
    var passedAttributes: JSONObject {
        JSONObject(Self.passed.compactMap { name in attributes[name].map { (name, $0) } })
    }

    /// The name of the condition under which it is made.
    var condition: String? { attributes["Condition"]?.stringValue }
}
