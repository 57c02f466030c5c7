import AWSWire
import JSONTree

/// `AWS::Logs::SubscriptionFilter`: which events of a group go on to a function.
struct SubscriptionFilterResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Logs::SubscriptionFilter",
        "ApplyOnTransformedLogs DestinationArn* Distribution FilterName! FilterPattern* LogGroupName*! RoleArn",
        naming: .init(property: "FilterName", lengthMax: 512))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        work.physicalID = work.name
        try await put(work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) { try await put(work) }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        var input = work.only("LogGroupName")
        input["FilterName"] = .string(work.physicalID ?? "")
        try await work.call("logs", "DeleteSubscriptionFilter", input)
    }

    private func put(_ work: ResourceWork) async throws(ServiceError) {
        var input = work.without("FilterName")
        input["FilterName"] = .string(work.physicalID ?? work.name)
        try await work.call("logs", "PutSubscriptionFilter", input)
    }
}
