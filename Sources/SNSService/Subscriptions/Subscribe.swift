import AWSWire
import JSONTree
import Logging
import ResourceNames

/// `Subscribe`: has a topic's messages delivered to a queue, a function, or a URL whose server agrees. A mail address is kept and never written to.
struct Subscribe: Operation {
    static let name = "Subscribe"
    let catalogue: TopicCatalogue
    let correspondence: Correspondence

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try TopicKey(arn: try input.requiredText("TopicArn"))
        let protocolName = try input.requiredText("Protocol")
        let endpoint = try input.requiredText("Endpoint")
        try Self.check(protocolName, endpoint, key)
        let arn = "\(key.arn):\(catalogue.surroundings.uuid())"
        var wanted = Subscription(
            arn: arn, topic: key, protocolName: protocolName, endpoint: endpoint,
            createdAt: catalogue.surroundings.clock.now)
        let attributes = try input.textMap("Attributes")
        do throws(ServiceError) { try wanted.set(attributes) } catch { throw error.ofAttributes }
        let topic = try catalogue.topic(key)
        let made = try await catalogue.subscribe(wanted) { pending in
            // An address can be asked by mail alone.
            guard pending.isHTTP else { return [] }
            return correspondence.asking(pending, version: topic.signatureVersion, endpoint: context.endpoint)
        }
        if made.isMail {
            catalogue.surroundings.logger.notice(
                "no mail is sent from here: the subscription waits for its confirmation until it is removed",
                metadata: ["endpoint": "\(endpoint)", "topic": "\(key.arn)"])
        }
        let isAsked = try input.flag("ReturnSubscriptionArn")
        let isShown = isAsked || made.consent.phase == .given
        return OperationOutput(["SubscriptionArn": .string(isShown ? made.arn : "pending confirmation")])
    }

    private static func check(_ protocolName: String, _ endpoint: String, _ topic: TopicKey) throws(ServiceError) {
        switch protocolName {
        case "sqs":
            guard let arn = ARN(endpoint), arn.service == "sqs", !arn.region.isEmpty, !arn.account.isEmpty else {
                throw .invalid("SQS endpoint ARN")
            }
            guard topic.isFIFO || !arn.resource.hasSuffix(".fifo") else {
                throw .invalid(
                    "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics")
            }
        case "lambda":
            guard let arn = ARN(endpoint), arn.service == "lambda", arn.resourceParts.first == "function" else {
                throw .invalid("Lambda endpoint ARN")
            }
            guard !topic.isFIFO else { throw .invalid("Invalid protocol type: lambda") }
        case "http", "https":
            guard !topic.isFIFO else { throw .invalid("Invalid protocol type: \(protocolName)") }
            guard endpoint.hasPrefix("\(protocolName)://") else {
                throw .invalid("Endpoint must match the specified protocol")
            }
            let host = endpoint.dropFirst(protocolName.count + 3).prefix { $0 != "/" && $0 != "?" }
            guard !host.isEmpty, endpoint.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw .invalid("Endpoint Reason: not a URL")
            }
        case "email", "email-json":
            guard !topic.isFIFO else { throw .invalid("Invalid protocol type: \(protocolName)") }
            let parts = endpoint.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
                throw .invalid("Email address")
            }
        case "sms", "application", "firehose":
            throw .invalid(
                "Protocol Reason: the protocol \(protocolName) is not served here; sqs, lambda, http, https and email are"
            )
        default:
            throw .invalid("Amazon SNS does not support this protocol string: \(protocolName)")
        }
    }
}
