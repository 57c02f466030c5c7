import JSONTree

/// A plain resource that something serverless becomes.
struct GeneratedResource {
    /// Its logical id.
    let id: String
    /// `AWS::Lambda::Function` …
    let type: String
    /// `Condition`, `DeletionPolicy`, `DependsOn` …
    var attributes: JSONObject
    /// What the resource is made with.
    var properties: JSONObject

    /// Types whose resources can have tags that are handed on.
    private static let tagged: Set<String> = [
        "AWS::Lambda::Function", "AWS::IAM::Role", "AWS::SQS::Queue", "AWS::SNS::Topic",
        "AWS::StepFunctions::StateMachine",
    ]

    /// Makes a resource; properties that are `nil` are left out.
    init(_ id: String, _ type: String, _ attributes: JSONObject, _ properties: [(String, JSON?)]) {
        self.id = id
        self.type = type
        self.attributes = attributes
        self.properties = JSONObject(properties.compactMap { name, value in value.map { (name, $0) } })
    }

    /// Its entry in the template.
    var json: JSON {
        var json = JSONObject([("Type", .string(type))])
        for (name, value) in attributes { json[name] = value }
        json["Properties"] = .object(properties)
        return .object(json)
    }

    /// `Ref` of it.
    var ref: JSON { Intrinsic.ref(id) }
    /// `Fn::GetAtt` of its `Arn`.
    var arn: JSON { Intrinsic.attribute("Arn", of: id) }

    /// Puts the tags of the resource it comes from in the place of its own, if it can have any.
    mutating func take(tags: JSONObject) {
        if Self.tagged.contains(type) { properties["Tags"] = .array(Tags.list(tags)) }
    }
}
