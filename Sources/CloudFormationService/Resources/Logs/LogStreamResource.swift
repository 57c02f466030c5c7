import AWSWire
import JSONTree

/// `AWS::Logs::LogStream`.
struct LogStreamResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Logs::LogStream", "LogGroupName*! LogStreamName!",
        naming: .init(property: "LogStreamName", lengthMax: 512))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.only("LogGroupName")
        input["logStreamName"] = .string(work.name)
        _ = try await work.make("logs", "CreateLogStream", input)
        work.physicalID = work.name
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {}

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        var input = work.only("LogGroupName")
        input["logStreamName"] = .string(work.physicalID ?? "")
        try await work.call("logs", "DeleteLogStream", input)
    }
}
