import AWSWire
import JSONTree
import ResourceNames

/// A subscription as stored.
struct Subscription: Sendable {
    /// The ARN of the topic, a colon and a UUID.
    let arn: String
    /// The topic subscribed to.
    let topic: TopicKey
    /// `sqs` or `lambda`.
    let protocolName: String
    /// The ARN of the queue or the function.
    let endpoint: String
    /// When it was made.
    let createdAt: Timestamp
    /// What was set explicitly, in order.
    private(set) var attributes: [(name: String, value: String)] = []
    /// Which messages the subscription wants; `nil`: all.
    private(set) var filter: FilterPolicy?

    /// A subscription without further settings.
    init(arn: String, topic: TopicKey, protocolName: String, endpoint: String, createdAt: Timestamp) {
        self.arn = arn
        self.topic = topic
        self.protocolName = protocolName
        self.endpoint = endpoint
        self.createdAt = createdAt
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(arn: String, bytes: [UInt8]) {
        guard let topic = Self.topic(ofARN: arn), let shape = try? JSON.parse(bytes),
            let protocolName = shape["protocol"]?.stringValue, let endpoint = shape["endpoint"]?.stringValue,
            let createdAt = shape["createdAt"]?.integerValue
        else { return nil }
        self.init(
            arn: arn, topic: topic, protocolName: protocolName, endpoint: endpoint,
            createdAt: Timestamp(milliseconds: createdAt))
        for (name, value) in shape["attributes"]?.objectValue ?? JSONObject() {
            attributes.append((name, value.stringValue ?? ""))
        }
        do throws(ServiceError) { try readFilter() } catch { return nil }
    }

    /// The stored form.
    var bytes: [UInt8] {
        JSON.object(
            JSONObject([
                ("protocol", .string(protocolName)), ("endpoint", .string(endpoint)),
                ("createdAt", .integer(createdAt.milliseconds)),
                ("attributes", .object(JSONObject(attributes.map { ($0.name, .string($0.value)) }))),
            ])
        ).bytes
    }

    /// The message goes out as it is, without an envelope.
    var isRaw: Bool { self.get("RawMessageDelivery") == "true" }

    /// An attribute that was set.
    func get(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// Sets attributes as a client gives them.
    mutating func set(_ given: [(key: String, value: String)]) throws(ServiceError) {
        for (name, value) in given {
            try check(name, value)
            attributes.removeAll { $0.name == name }
            if !value.isEmpty { attributes.append((name, value)) }
        }
        try readFilter()
    }

    /// Whether another subscription of the endpoint asks for the same.
    func agrees(with other: Subscription) -> Bool {
        other.attributes.allSatisfy { get($0.name) == $0.value }
    }

    /// The topic a subscription's ARN (`TOPIC ARN:UUID`) belongs to.
    static func topic(ofARN text: String) -> TopicKey? {
        guard let arn = ARN(text), arn.service == "sns", !arn.region.isEmpty, !arn.account.isEmpty,
            arn.resourceParts.count == 2
        else {
            return nil
        }
        return TopicKey(account: arn.account, region: arn.region, name: String(arn.resourceParts[0]))
    }

    private func check(_ name: String, _ value: String) throws(ServiceError) {
        switch name {
        case "RawMessageDelivery":
            guard value == "true" || value == "false" else {
                throw .invalid("RawMessageDelivery Reason: Invalid value [\(value)]. Must be true or false.")
            }
            guard value == "false" || protocolName == "sqs" else {
                throw .invalid(
                    "RawMessageDelivery Reason: Delivery protocol [\(protocolName)] does not support raw message delivery."
                )
            }
        case "FilterPolicyScope":
            guard value == "MessageAttributes" || value == "MessageBody" else {
                throw .invalid(
                    "FilterPolicyScope Reason: Invalid value [\(value)]. Please use either MessageBody or MessageAttributes"
                )
            }
        case "RedrivePolicy", "DeliveryPolicy":
            if !value.isEmpty {
                guard let json = try? JSON.parse(value), json.isObject else {
                    throw .invalid("\(name) Reason: failed to parse JSON.")
                }
            }
        case "FilterPolicy", "SubscriptionRoleArn": break
        default: throw .invalid("AttributeName")
        }
    }

    private mutating func readFilter() throws(ServiceError) {
        guard let text = get("FilterPolicy") else {
            filter = nil
            return
        }
        filter = try FilterPolicy(text, appliesToBody: get("FilterPolicyScope") == "MessageBody")
    }
}
