import JSONTree

/// The notifications of a bucket in a template, whose names for things are other than the action's.
///
/// Source: template reference, "AWS::S3::Bucket NotificationConfiguration".
enum BucketNotifications {
    /// The lists: their names in templates and in the action, and what the target is called in each.
    private static let lists = [
        ("LambdaConfigurations", "LambdaFunctionConfigurations", "Function", "LambdaFunctionArn"),
        ("QueueConfigurations", "QueueConfigurations", "Queue", "QueueArn"),
        ("TopicConfigurations", "TopicConfigurations", "Topic", "TopicArn"),
    ]

    /// What the action takes; nobody is told anything when the template says nothing.
    static func configuration(_ property: JSON?) -> JSON {
        var configuration = JSONObject()
        for (name, list, target, arn) in lists {
            let entries = property?[name]?.arrayValue ?? []
            guard !entries.isEmpty else { continue }
            configuration[list] = .array(
                entries.map { entry in
                    var shape = JSONObject()
                    shape[arn] = entry[target]
                    shape["Events"] = entry["Event"].map { [$0] }
                    let rules = entry["Filter"]?["S3Key"]?["Rules"]?.arrayValue ?? []
                    if !rules.isEmpty { shape["Filter"] = ["Key": ["FilterRules": .array(rules)]] }
                    return .object(shape)
                })
        }
        let bus = property?["EventBridgeConfiguration"]?.unlessNull
        let isOff = bus?["EventBridgeEnabled"]?.boolValue == false || bus?["EventBridgeEnabled"] == "false"
        if bus != nil, !isOff { configuration["EventBridgeConfiguration"] = .emptyObject }
        return .object(configuration)
    }
}
