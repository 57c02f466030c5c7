import AWSWire
import JSONTree
import StorageContract

/// `AWS::Events::EventBusPolicy`: one statement of a bus's policy.
struct EventBusPolicyResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Events::EventBusPolicy", "StatementId*! EventBusName! Action Condition Principal Statement")
    /// A whole policy is read, changed and put: one resource after the other.
    private let gate = ChangeGate()

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        let bus = work.text("EventBusName") ?? "default"
        work.physicalID = "\(bus)|\(try work.required("StatementId"))"
        try await update(&work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard let statement = work.properties["Statement"] else {
            try await work.call("events", "PutPermission", work.without("Statement"))
            return
        }
        guard var members = (statement.stringValue.flatMap { try? JSON.parse($0) } ?? statement).objectValue else {
            throw .validation("Property Statement must be an object.")
        }
        let id = try work.required("StatementId")
        members["Sid"] = .string(id)
        var bus = JSONObject()
        bus["Name"] = work.text("EventBusName").map { .string($0) }
        let found = try await work.call("events", "DescribeEventBus", bus)["Policy"]?.stringValue
        // It is the service's own text; a bus without a policy has none.
        var policy = found.flatMap { try? JSON.parse($0) }?.objectValue ?? ["Version": "2012-10-17"]
        let kept = (policy["Statement"]?.arrayValue ?? []).filter { $0["Sid"]?.stringValue != id }
        policy["Statement"] = .array(kept + [.object(members)])
        var input = work.only("EventBusName")
        input["Policy"] = .string(JSON.object(policy).text)
        try await work.call("events", "PutPermission", input)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        try await work.remove("events", "RemovePermission", work.only("EventBusName", "StatementId"))
    }
}
