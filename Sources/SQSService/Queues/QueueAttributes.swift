import AWSWire
import JSONTree
import ResourceNames

/// The settings of a queue: what its owner set explicitly, and the defaults of the rest.
struct QueueAttributes: Sendable {
    /// Where messages go that were received too often.
    struct RedrivePolicy: Sendable {
        let target: QueueKey
        let maxReceiveCount: Int
    }

    /// The queue keeps order and knows repeats.
    let isFIFO: Bool
    /// What was set, as text, in the order in which it was set first.
    private(set) var explicit: [(name: String, value: String)] = []
    private(set) var visibilityTimeout = 30
    private(set) var delaySeconds = 0
    private(set) var waitSeconds = 0
    private(set) var retentionSeconds = 345_600
    private(set) var maximumMessageSize = Limits.messageBytesMax
    private(set) var redrivePolicy: RedrivePolicy?
    private(set) var deduplicatesByContent = false
    /// Deduplication ids count per message group, not for the whole queue.
    private(set) var deduplicatesPerGroup = false

    /// Starts with nothing.
    init(isFIFO: Bool) { self.isFIFO = isFIFO }

    /// Sets an attribute as a client gives it; an empty text clears policies.
    mutating func set(_ name: String, _ value: String, isNew: Bool) throws(ServiceError) {
        switch name {
        case "VisibilityTimeout": _ = try Self.number(name, value, 0...Limits.visibilityTimeoutMax)
        case "DelaySeconds": _ = try Self.number(name, value, 0...Limits.delayMax)
        case "ReceiveMessageWaitTimeSeconds": _ = try Self.number(name, value, 0...Limits.waitMax)
        case "MessageRetentionPeriod": _ = try Self.number(name, value, 60...1_209_600)
        case "MaximumMessageSize": _ = try Self.number(name, value, 1_024...Limits.messageBytesMax)
        case "KmsDataKeyReusePeriodSeconds": _ = try Self.number(name, value, 60...86_400)
        case "RedrivePolicy": if !value.isEmpty { _ = try Self.redrivePolicy(value, isNew: true) }
        case "SqsManagedSseEnabled": try Self.checkBoolean(name, value)
        case "Policy": if !value.isEmpty { try QueuePolicy.check(value) }
        case "RedriveAllowPolicy": if !value.isEmpty { _ = try RedriveAllowPolicy(value) }
        case "KmsMasterKeyId": break
        case "FifoQueue":
            guard value == "true", isFIFO, isNew || get("FifoQueue") == "true" else { throw .unknownAttribute(name) }
        case "ContentBasedDeduplication":
            guard isFIFO else { throw .unknownAttribute(name) }
            try Self.checkBoolean(name, value)
        case "DeduplicationScope": try check(name, value, among: ["messageGroup", "queue"])
        case "FifoThroughputLimit": try check(name, value, among: ["perQueue", "perMessageGroupId"])
        default: throw .unknownAttribute(name)
        }
        restore(name, value)
    }

    /// Sets what a client gives in one request, which must fit together.
    mutating func set(_ given: [(key: String, value: String)], isNew: Bool) throws(ServiceError) {
        func value(_ name: String) -> String? { given.first { $0.key == name }?.value }
        // Observed on AWS.
        guard value("SqsManagedSseEnabled") != "true" || value("KmsMasterKeyId") ?? "" == "" else {
            throw ServiceError(
                "InvalidAttributeName",
                "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE."
            )
        }
        for (name, value) in given { try set(name, value, isNew: isNew) }
        guard get("FifoThroughputLimit") != "perMessageGroupId" || get("DeduplicationScope") == "messageGroup" else {
            // Observed on AWS.
            throw .invalidAttribute(
                "FifoThroughputLimit",
                reason: "To set FifoThroughputLimit to perMessageGroupId, the DeduplicationScope must be messageGroup.")
        }
    }

    /// Sets an attribute that was checked when it was stored.
    mutating func restore(_ name: String, _ value: String) {
        explicit.removeAll { $0.name == name }
        let isCleared =
            value.isEmpty && ["Policy", "RedriveAllowPolicy", "RedrivePolicy", "KmsMasterKeyId"].contains(name)
        // A queue is encrypted in one way: what is chosen last takes the other's place.
        if name == "KmsMasterKeyId", !isCleared { explicit.removeAll { $0.name == "SqsManagedSseEnabled" } }
        if name == "SqsManagedSseEnabled", value == "true" { explicit.removeAll { $0.name == "KmsMasterKeyId" } }
        if !isCleared { explicit.append((name, value)) }
        switch name {
        case "VisibilityTimeout": visibilityTimeout = Int(value) ?? visibilityTimeout
        case "DelaySeconds": delaySeconds = Int(value) ?? delaySeconds
        case "ReceiveMessageWaitTimeSeconds": waitSeconds = Int(value) ?? waitSeconds
        case "MessageRetentionPeriod": retentionSeconds = Int(value) ?? retentionSeconds
        case "MaximumMessageSize": maximumMessageSize = Int(value) ?? maximumMessageSize
        // Was valid when it was stored; a cleared one is no policy.
        case "RedrivePolicy": redrivePolicy = try? Self.redrivePolicy(value, isNew: false)
        case "ContentBasedDeduplication": deduplicatesByContent = value == "true"
        case "DeduplicationScope": deduplicatesPerGroup = value == "messageGroup"
        default: break
        }
    }

    /// The value of an attribute; `nil` when it has none, so that the answer leaves it out.
    func get(_ name: String) -> String? {
        if let value = explicit.first(where: { $0.name == name })?.value { return value }
        switch name {
        case "VisibilityTimeout": return "30"
        case "DelaySeconds", "ReceiveMessageWaitTimeSeconds": return "0"
        case "MessageRetentionPeriod": return "345600"
        case "MaximumMessageSize": return String(Limits.messageBytesMax)
        case "SqsManagedSseEnabled": return get("KmsMasterKeyId") == nil ? "true" : "false"
        case "KmsDataKeyReusePeriodSeconds": return get("KmsMasterKeyId") == nil ? nil : "300"
        case "FifoQueue": return isFIFO ? "true" : nil
        case "ContentBasedDeduplication": return isFIFO ? "false" : nil
        case "DeduplicationScope": return isFIFO ? "queue" : nil
        case "FifoThroughputLimit": return isFIFO ? "perQueue" : nil
        default: return nil
        }
    }

    /// The names `GetQueueAttributes` knows, in the order of its answer.
    static let settableNames = [
        "VisibilityTimeout", "MaximumMessageSize", "MessageRetentionPeriod", "DelaySeconds",
        "ReceiveMessageWaitTimeSeconds", "Policy",
        "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled",
        "FifoQueue",
        "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit",
    ]

    private func check(_ name: String, _ value: String, among values: [String]) throws(ServiceError) {
        guard isFIFO else {
            throw ServiceError(
                "InvalidAttributeName", "You can specify the \(name) only when FifoQueue is set to true.")
        }
        guard values.contains(value) else { throw .invalidAttribute(name) }
    }

    private static func number(_ name: String, _ value: String, _ range: ClosedRange<Int>) throws(ServiceError) -> Int {
        guard let number = Int(value), range.contains(number) else { throw .invalidAttribute(name) }
        return number
    }

    private static func checkBoolean(_ name: String, _ value: String) throws(ServiceError) {
        guard value == "true" || value == "false" else { throw .invalidAttribute(name) }
    }

    /// Reads a redrive policy.
    ///
    /// - Parameter isNew: Whether it may have no other members; one that was stored may.
    private static func redrivePolicy(_ value: String, isNew: Bool) throws(ServiceError) -> RedrivePolicy {
        func refusal(_ reason: String) -> ServiceError {
            .invalidValue(value, of: "RedrivePolicy", reason: reason)
        }
        guard let json = try? JSON.parse(value), let members = json.objectValue else {
            throw refusal("Redrive policy is not a valid JSON map.")
        }
        guard let arn = members["deadLetterTargetArn"]?.stringValue else {
            throw refusal("Redrive policy does not contain mandatory attribute: deadLetterTargetArn.")
        }
        guard let count = members["maxReceiveCount"] else {
            throw refusal("Redrive policy does not contain mandatory attribute: maxReceiveCount.")
        }
        guard members.count == 2 || !isNew else {
            throw refusal("Only following attributes are supported: [deadLetterTargetArn, maxReceiveCount].")
        }
        guard ARN(arn)?.service == "sqs" else {
            throw refusal("Only SQS queues are valid resources for deadLetterTargetArn.")
        }
        guard let target = QueueKey(arn: arn) else { throw refusal("Invalid value for deadLetterTargetArn.") }
        guard let number = count.integerValue ?? count.stringValue.flatMap(Int64.init), (1...1_000).contains(number)
        else {
            throw refusal(
                "Invalid value for maxReceiveCount: "
                    + "\(count.stringValue ?? count.text), valid values are from 1 to 1000 both inclusive.")
        }
        return RedrivePolicy(target: target, maxReceiveCount: Int(number))
    }
}
