import AWSWire
import Digests
import JSONTree
import ResourceNames
import TemplateLanguage

/// `AWS::CloudFormation::CustomResource` and `Custom::…`: made, changed and removed by a function, or by whoever listens to a topic, and answered at an
/// address the request names.
///
/// Source: user guide, "Custom resource reference"; the words of failures are not confirmed.
struct CustomResource: ResourceType {
    let facts: ResourceFacts
    let answers: AwaitedAnswers
    /// A new UUID.
    let uuid: @Sendable () -> String

    /// An hour, when nothing else is said.
    private static let secondsUsual = 3_600
    /// Observed on AWS; the reference says an hour.
    private static let secondsMax = 14_400

    /// A type by its name.
    init(_ type: String, answers: AwaitedAnswers, uuid: @escaping @Sendable () -> String) {
        facts = ResourceFacts(open: type, required: "ServiceToken")
        (self.answers, self.uuid) = (answers, uuid)
    }

    /// Whether a resource type is somebody's own.
    static func isName(_ type: String) -> Bool {
        let name = type.dropFirst("Custom::".count)
        return type.hasPrefix("Custom::") && (1...60).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "_@-".utf8.contains(byte)
            }
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        try await ask("Create", &work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        guard work.text("ServiceToken") == work.textBefore("ServiceToken") else {
            throw .resource("Modifying service token is not allowed.")
        }
        try await ask("Update", &work)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        var work = work
        try await ask("Delete", &work)
    }

    /// Asks, unless an earlier process did, and waits for the answer.
    private func ask(_ kind: String, _ work: inout ResourceWork) async throws(ServiceError) {
        let awaited = try await awaited(kind, work)
        if !awaited.isSent {
            try await send(awaited.request, work)
            try await answers.change(awaited.token) { $0.isSent = true }
        }
        // What is half made is to be removed, under some name.
        if kind == "Create" { work.physicalID = work.name }
        while let current = answers.find(place: awaited.place) {
            if let answer = current.answers.first?.body {
                try await answers.drop(current.token)
                return try take(answer, kind, awaited.requestID, &work)
            }
            guard answers.now < current.deadline ?? answers.now else {
                try await answers.drop(current.token)
                throw .resource(
                    "CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [\(awaited.requestID)]. If you are using the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation can attach the updated version."
                )
            }
            try await answers.rest(work.surroundings)
        }
        throw .resource("Nobody waits for the answer to requestId [\(awaited.requestID)] any more.")
    }

    /// The question: that of an earlier process if it asked the same.
    private func awaited(_ kind: String, _ work: ResourceWork) async throws(ServiceError) -> AwaitedAnswer {
        let place = "\(work.stack.id)/\(work.logicalID)/\(kind)/\(work.physicalID ?? work.name)"
        let properties = Self.texts(.object(work.properties))
        if let known = answers.find(place: place) {
            if known.request["ResourceProperties"] == properties { return known }
            try await answers.drop(known.token)
        }
        let seconds = work.text("ServiceTimeout").map { Int($0) ?? 0 } ?? Self.secondsUsual
        guard (1...Self.secondsMax).contains(seconds) else {
            throw .resource("ServiceTimeout must be an integer between 1 and \(Self.secondsMax) seconds")
        }
        let token = uuid()
        var request: JSONObject = [
            "RequestType": .string(kind), "ServiceToken": .string(try work.required("ServiceToken")),
            "ResponseURL": .string(try await answers.address(token, work.surroundings)),
            "StackId": .string(work.stack.id), "RequestId": .string(uuid()),
            "LogicalResourceId": .string(work.logicalID), "ResourceType": .string(work.type),
        ]
        request["PhysicalResourceId"] = work.physicalID.map { .string($0) }
        request["ResourceProperties"] = properties
        if kind == "Update" { request["OldResourceProperties"] = Self.texts(.object(work.before)) }
        var awaited = AwaitedAnswer(token: token, place: place, request: .object(request))
        awaited.deadline = answers.now + .seconds(seconds)
        try await answers.keep(awaited)
        return awaited
    }

    private func send(_ request: JSON, _ work: ResourceWork) async throws(ServiceError) {
        let target = request["ServiceToken"] ?? .null
        switch ARN(target.stringValue ?? "")?.service {
        case "lambda":
            try await work.call(
                "lambda", "Invoke",
                [
                    "FunctionName": target, "InvocationType": "Event",
                    "Payload": .string(Base64.encode(request.bytes)),
                ])
        case "sns":
            try await work.call(
                "sns", "Publish",
                [
                    "TopicArn": target, "Subject": "AWS CloudFormation custom resource request",
                    "Message": .string(request.text),
                ])
        default: throw .resource("Invalid service token.")
        }
    }

    private func take(
        _ answer: JSON, _ kind: String, _ requestID: String, _ work: inout ResourceWork
    ) throws(ServiceError) {
        let name = answer["PhysicalResourceId"]?.stringValue
        if kind == "Create", let name, !name.isEmpty { work.physicalID = name }
        guard answer["Status"] == "SUCCESS" else {
            throw .resource(
                "Received response status [FAILED] from custom resource. Message returned: \(answer["Reason"]?.stringValue ?? "") (RequestId: \(requestID))"
            )
        }
        guard kind != "Delete" else { return }
        guard let name, !name.isEmpty else { throw .resource("Invalid PhysicalResourceId") }
        work.physicalID = name
        work.attributes = answer["Data"]?.objectValue ?? JSONObject()
    }

    /// Numbers and truth values as texts, as functions get them.
    private static func texts(_ json: JSON) -> JSON {
        switch json {
        case .object(let object): .object(JSONObject(object.map { ($0.key, texts($0.value)) }))
        case .array(let items): .array(items.map(texts))
        default: TemplateScalar.text(json).map { .string($0) } ?? json
        }
    }
}

extension AwaitedAnswer {
    /// What is asked is known by.
    fileprivate var requestID: String { request["RequestId"]?.stringValue ?? "" }
}
