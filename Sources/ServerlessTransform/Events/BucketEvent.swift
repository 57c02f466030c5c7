import JSONTree

/// A bucket of the template that calls a function.
struct BucketEvent {
    private let event: EventEntry
    private let target: EventTarget
    private let attributes: JSONObject

    /// Takes an event of type `S3`.
    init(_ event: EventEntry, _ target: EventTarget, _ attributes: JSONObject) {
        (self.event, self.target, self.attributes) = (event, target, attributes)
    }

    /// The permission; the bucket gets its notifications, and waits for the permission.
    func resources(in expansion: inout Expansion) throws(TemplateProblem) -> [GeneratedResource] {
        guard let bucket = event.given["Bucket"], let reference = bucket["Ref"] else { throw elsewhere }
        guard let id = reference.stringValue else {
            throw event.problem("'Ref' value in S3 events is not a valid string.")
        }
        guard var resource = expansion.resources[id]?.objectValue else { throw elsewhere }
        let permission = FunctionEvents.permission(
            event, target, attributes, principal: "s3.amazonaws.com", account: Intrinsic.ref("AWS::AccountId"))
        guard var properties = (resource["Properties"] ?? .emptyObject).objectValue else {
            throw .resource(id, "Properties should be a map.")
        }
        let condition = attributes["Condition"]
        if let condition {
            try waitSometimes(for: permission.id, condition, id, &properties)
        } else {
            try wait(for: permission.id, &resource)
        }
        try notify(under: condition, id, &properties)
        resource["Properties"] = .object(properties)
        expansion.resources[id] = .object(resource)
        return [permission]
    }

    private var elsewhere: TemplateProblem {
        event.problem("S3 events must reference an S3 bucket in the same template.")
    }

    private func wait(for permission: String, _ bucket: inout JSONObject) throws(TemplateProblem) {
        var all: [JSON] = []
        switch bucket["DependsOn"] {
        case nil: break
        case .string(let one): all = [.string(one)]
        case .array(let several) where several.allSatisfy(\.isString): all = several
        default:
            throw .resource(
                event.id, "Invalid type for field 'DependsOn'. Expected a string or list of strings.")
        }
        if !all.contains(.string(permission)) { all.append(.string(permission)) }
        bucket["DependsOn"] = .array(all)
    }

    /// `DependsOn` cannot be conditional; a tag that refers to the permission can.
    private func waitSometimes(
        for permission: String, _ condition: JSON, _ id: String, _ properties: inout JSONObject
    ) throws(TemplateProblem) {
        guard let tags = (properties["Tags"] ?? .emptyArray).arrayValue else {
            throw .resource(id, "Property 'Tags' should be a list.")
        }
        let reference = Intrinsic.either(condition, Intrinsic.ref(permission), "no dependency")
        properties["Tags"] = .array(tags + Tags.list(["sam:ConditionalDependsOn:\(permission)": reference]))
    }

    private func notify(under condition: JSON?, _ id: String, _ properties: inout JSONObject) throws(TemplateProblem) {
        guard var notifications = (properties["NotificationConfiguration"] ?? .emptyObject).objectValue else {
            throw .resource(id, "Property 'NotificationConfiguration' should be a map.")
        }
        guard var list = (notifications["LambdaConfigurations"] ?? .emptyArray).arrayValue else {
            throw .resource(id, "Invalid type for LambdaConfigurations. Must be a list.")
        }
        for name in event.given["Events"]?.arrayValue ?? [event.given["Events"] ?? .null] {
            var entry: JSONObject = ["Function": target.arn, "Event": name]
            entry["Filter"] = event.given["Filter"]
            let whole = condition.map { Intrinsic.either($0, .object(entry)) } ?? .object(entry)
            if !list.contains(whole) { list.append(whole) }
        }
        notifications["LambdaConfigurations"] = .array(list)
        properties["NotificationConfiguration"] = .object(notifications)
    }
}
