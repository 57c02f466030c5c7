import AWSWire
import JSONTree
import ResourceNames

/// `Subscribe`: has a topic's messages delivered to a queue or a function.
struct Subscribe: Operation {
    static let name = "Subscribe"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try TopicKey(arn: try input.requiredText("TopicArn"))
        let protocolName = try input.requiredText("Protocol")
        _ = try catalogue.topic(key)
        let endpoint = try input.requiredText("Endpoint")
        try Self.check(protocolName, endpoint, key)
        let arn = "\(key.arn):\(catalogue.surroundings.uuid())"
        var wanted = Subscription(
            arn: arn, topic: key, protocolName: protocolName, endpoint: endpoint,
            createdAt: catalogue.surroundings.now())
        try wanted.set(try input.textMap("Attributes"))
        let made = try await catalogue.subscribe(wanted)
        return OperationOutput(.object(JSONObject([("SubscriptionArn", .string(made.arn))])))
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
        case "http", "https", "email", "email-json", "sms", "application", "firehose":
            throw .invalid("Protocol Reason: the protocol \(protocolName) is not served here; sqs and lambda are")
        default:
            throw .invalid("Amazon SNS does not support this protocol string: \(protocolName)")
        }
    }
}
