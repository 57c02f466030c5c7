import AWSWire
import JSONTree
import ResourceNames

/// What is asked of a queue on behalf of a mapping, and the event its messages become.
enum SQSPoll {
    /// The queue's URL as AWS writes it; account, region and name are in it.
    static func url(of queue: ARN) -> String {
        "https://sqs.\(queue.region).amazonaws.com/\(queue.account)/\(queue.resource)"
    }

    /// The event a function gets. Source: Lambda developer guide, "Using Lambda with Amazon SQS".
    static func event(_ messages: [JSON], from queue: ARN) -> JSON {
        ["Records": .array(messages.map { record($0, from: queue) })]
    }

    /// One record of that event.
    static func record(_ message: JSON, from queue: ARN) -> JSON {
        var attributes = JSONObject()
        for (name, value) in message["MessageAttributes"]?.objectValue ?? JSONObject() {
            var attribute = JSONObject()
            if let text = value["StringValue"] { attribute["stringValue"] = text }
            if let binary = value["BinaryValue"] { attribute["binaryValue"] = binary }
            attribute["stringListValues"] = []
            attribute["binaryListValues"] = []
            attribute["dataType"] = value["DataType"] ?? "String"
            attributes[name] = .object(attribute)
        }
        return [
            "messageId": message["MessageId"] ?? "", "receiptHandle": message["ReceiptHandle"] ?? "",
            "body": message["Body"] ?? "",
            "attributes": message["Attributes"] ?? .emptyObject, "messageAttributes": .object(attributes),
            "md5OfBody": message["MD5OfBody"] ?? "",
            "eventSource": "aws:sqs", "eventSourceARN": .string(queue.text), "awsRegion": .string(queue.region),
        ]
    }

    /// The messages that are done after a call, or `nil` when the function's answer cannot be read: then all of them have failed.
    static func done(_ messages: [JSON], answer: JSON, reportsItemFailures: Bool) -> [JSON]? {
        guard reportsItemFailures, let failures = answer["batchItemFailures"], !failures.isNull else { return messages }
        guard let list = failures.arrayValue else { return nil }
        var failed: Set<String> = []
        for failure in list {
            guard let id = failure["itemIdentifier"]?.stringValue,
                messages.contains(where: { $0["MessageId"]?.stringValue == id })
            else { return nil }
            failed.insert(id)
        }
        return messages.filter { !failed.contains($0["MessageId"]?.stringValue ?? "") }
    }
}
