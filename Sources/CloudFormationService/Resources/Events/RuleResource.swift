import AWSWire
import JSONTree

/// `AWS::Events::Rule`, with its targets.
struct RuleResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Events::Rule",
        "Name! EventBusName! Description EventPattern RoleArn ScheduleExpression State Tags Targets",
        attributes: ["Arn"], naming: .init(property: "Name", lengthMax: 64))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(&work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(&work)
        let kept = Self.ids(work.properties)
        try await remove(Self.ids(work.before).filter { !kept.contains($0) }, work)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await remove(Self.ids(work.properties), work)
        var input = work.only("EventBusName")
        input["Name"] = .string(Self.name(work))
        try await work.call("events", "DeleteRule", input)
    }

    /// `Ref` gives the bus too where it is not the default one.
    private static func name(_ work: ResourceWork) -> String {
        let id = work.physicalID ?? work.name
        return id.split(separator: "|").last.map(String.init) ?? id
    }

    private static func ids(_ properties: JSONObject) -> [JSON] {
        (properties["Targets"]?.arrayValue ?? []).compactMap { $0["Id"] }
    }

    private func put(_ work: inout ResourceWork) async throws(ServiceError) {
        let name = Self.name(work)
        var input = work.without("Targets", "Tags")
        input["Name"] = .string(name)
        // The template may write it as an object.
        if let pattern = work.properties["EventPattern"] { input["EventPattern"] = work.policy(pattern) }
        input["Tags"] = work.tagList
        let arn = try await work.call("events", "PutRule", input)["RuleArn"] ?? ""
        let bus = work.text("EventBusName").map { String($0.split(separator: "/").last ?? "") } ?? "default"
        work.physicalID = bus == "default" ? name : "\(bus)|\(name)"
        work.attributes = ["Arn": arn]
        guard let targets = work.properties["Targets"], targets.arrayValue?.isEmpty == false else { return }
        var added = work.only("EventBusName")
        (added["Rule"], added["Targets"]) = (.string(name), targets)
        let answer = try await work.call("events", "PutTargets", added)
        if let failed = answer["FailedEntries"]?[0] {
            throw ServiceError(
                failed["ErrorCode"]?.stringValue ?? "ValidationException", failed["ErrorMessage"]?.stringValue ?? "")
        }
    }

    private func remove(_ ids: [JSON], _ work: ResourceWork) async throws(ServiceError) {
        guard !ids.isEmpty else { return }
        var input = work.only("EventBusName")
        (input["Rule"], input["Ids"]) = (.string(Self.name(work)), .array(ids))
        try await work.remove("events", "RemoveTargets", input)
    }
}
