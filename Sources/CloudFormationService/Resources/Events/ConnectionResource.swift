import AWSWire
import JSONTree

/// `AWS::Events::Connection`.
struct ConnectionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Events::Connection",
        "Name! AuthParameters AuthorizationType Description InvocationConnectivityParameters KmsKeyIdentifier",
        attributes: ["Arn", "ArnForPolicy", "SecretArn"], naming: .init(property: "Name", lengthMax: 64))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.properties
        input["Name"] = .string(work.name)
        _ = try await work.make("events", "CreateConnection", input)
        work.physicalID = work.name
        let found = try await work.call("events", "DescribeConnection", ["Name": .string(work.name)])
        let arn = found["ConnectionArn"]?.stringValue ?? ""
        work.attributes = [
            "Arn": .string(arn),
            "ArnForPolicy": .string(arn.split(separator: "/").dropLast().joined(separator: "/")),
            "SecretArn": found["SecretArn"] ?? "",
        ]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.properties
        input["Name"] = .string(work.physicalID ?? "")
        try await work.call("events", "UpdateConnection", input)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("events", "DeleteConnection", ["Name": .string(work.physicalID ?? "")])
    }
}
