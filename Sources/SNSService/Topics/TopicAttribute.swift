import AWSWire
import ResourceNames

/// Which settings a topic has, and what they may be.
///
/// Source: API reference, `SetTopicAttributes`; words that follow a name and a colon were observed on AWS.
enum TopicAttribute {
    /// Refuses what no topic of a kind can be set to. An empty text stands for none.
    static func check(_ name: String, _ value: String, of key: TopicKey, isNew: Bool) throws(ServiceError) {
        switch name {
        case "FifoTopic":
            guard isNew else { throw unknown(name, isNew) }
            try check(name, value, among: ["true", "false"])
        case "ContentBasedDeduplication":
            guard key.isFIFO else { throw unknown(name, isNew) }
            try check(name, value, among: ["true", "false"])
        case "FifoThroughputScope":
            guard key.isFIFO else { throw unknown(name, isNew) }
            try check(name, value, among: ["Topic", "MessageGroup"])
        case "ArchivePolicy":
            guard key.isFIFO else { throw unknown(name, isNew) }
            guard value.isEmpty else { throw .invalid("ArchivePolicy Reason: messages are not archived here") }
        case "DeliveryPolicy": _ = try DeliveryPolicy(subscription: nil, topic: value)
        case "Policy": if !value.isEmpty { try TopicPolicy.check(value) }
        case "SignatureVersion":
            guard ["", "1", "2"].contains(value) else {
                throw .invalid("SignatureVersion: Invalid value. Must be 1 or 2.")
            }
        case "TracingConfig":
            guard ["", "PassThrough", "Active"].contains(value) else {
                throw .invalid("Invalid tracing config value: \(value)")
            }
        case "DisplayName":
            guard value.unicodeScalars.count <= Limits.displayNameMax else { throw .invalid("DisplayName") }
        case "KmsMasterKeyId": break
        default: try checkFeedback(name, value, isNew)
        }
    }

    private static func check(_ name: String, _ value: String, among values: [String]) throws(ServiceError) {
        guard values.contains(value) else {
            throw .invalidValue(value, of: name, rule: "Must be \(values.joined(separator: " or ")).")
        }
    }

    /// Settings of what AWS writes to the account's logs about deliveries; none is written here.
    private static func checkFeedback(_ name: String, _ value: String, _ isNew: Bool) throws(ServiceError) {
        guard let channel = feedbackChannels.first(where: { name.hasPrefix($0) }) else { throw unknown(name, isNew) }
        switch name.dropFirst(channel.count) {
        case "SuccessFeedbackRoleArn", "FailureFeedbackRoleArn":
            guard value.isEmpty || ARN(value).map({ $0.service == "iam" && $0.resource.hasPrefix("role/") }) == true
            else { throw .invalidValue(value, of: name, rule: "Must be the ARN of a role.") }
        case "SuccessFeedbackSampleRate":
            guard value.isEmpty || Int(value).map((0...100).contains) == true else {
                throw .invalidValue(value, of: name, rule: "Must be an integer between 0 and 100.")
            }
        default: throw unknown(name, isNew)
        }
    }

    private static let feedbackChannels = ["HTTP", "Firehose", "Lambda", "SQS", "Application"]

    private static func unknown(_ name: String, _ isNew: Bool) -> ServiceError {
        .invalid(isNew ? "Unknown attribute \(name)" : "AttributeName")
    }
}
