import AWSWire
import JSONTree
import ResourceNames

/// A subscription as stored.
struct Subscription: Sendable {
    /// The ARN of the topic, a colon and a UUID.
    let arn: String
    /// The topic subscribed to.
    let topic: TopicKey
    /// `sqs`, `lambda`, `http`, `https`, `email`, `email-json`.
    let protocolName: String
    /// The ARN of the queue or the function, a URL, or an address.
    let endpoint: String
    /// When it was made.
    let createdAt: Timestamp
    /// Whether the endpoint has agreed.
    var consent: Consent
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
        // Who is never written to has no token to confirm with.
        let isAsked = Self.isHTTP(protocolName)
        consent = Consent(
            isAsked || Self.isMail(protocolName) ? .pending : .given,
            token: isAsked ? TopicCatalogue.freshToken() : nil, since: createdAt)
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
        if let consent = shape["consent"] {
            guard let read = Consent(json: consent) else { return nil }
            self.consent = read
        }
        do throws(ServiceError) { try readFilter() } catch { return nil }
    }

    /// The stored form.
    var bytes: [UInt8] {
        JSON.object(
            JSONObject([
                ("protocol", .string(protocolName)), ("endpoint", .string(endpoint)),
                ("createdAt", .integer(createdAt.milliseconds)), ("consent", consent.json),
                ("attributes", .object(JSONObject(attributes.map { ($0.name, .string($0.value)) }))),
            ])
        ).bytes
    }

    /// Whether clients see it: it has not ended, nor waited in vain.
    func isThere(at now: Timestamp) -> Bool { consent.phase != .withdrawn && !consent.isOver(at: now) }

    /// Whether messages go to a URL.
    var isHTTP: Bool { Self.isHTTP(protocolName) }

    /// Whether messages would go to a mail address, which takes none: no mail is sent from here.
    var isMail: Bool { Self.isMail(protocolName) }

    private static func isHTTP(_ protocolName: String) -> Bool { protocolName == "http" || protocolName == "https" }

    private static func isMail(_ protocolName: String) -> Bool { protocolName.hasPrefix("email") }

    /// The queue for what cannot be delivered.
    var deadLetters: ARN? {
        // It was checked when it was set.
        self.get("RedrivePolicy").flatMap { try? JSON.parse($0) }?["deadLetterTargetArn"]?.stringValue.flatMap {
            ARN($0)
        }
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
                throw .invalidValue(value, of: name, rule: "Must be true or false.")
            }
            guard value == "false" || protocolName == "sqs" || isHTTP else {
                throw .invalid("Delivery protocol [\(protocolName)] does not support raw message delivery.")
            }
        case "FilterPolicyScope":
            guard value == "MessageAttributes" || value == "MessageBody" else {
                throw .invalidValue(
                    value, of: name, rule: "Please use either MessageBody or MessageAttributes")
            }
        case "RedrivePolicy": if !value.isEmpty { try SubscriptionRedrive.check(value, of: self) }
        case "DeliveryPolicy":
            guard isHTTP || value.isEmpty else {
                throw .invalid("DeliveryPolicy: Delivery protocol [\(protocolName)] does not support delivery policy.")
            }
            _ = try DeliveryPolicy(subscription: value, topic: nil)
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
