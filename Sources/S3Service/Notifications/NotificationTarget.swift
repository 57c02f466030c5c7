import AWSWire
import AccessPolicies
import Digests
import JSONTree
import ResourceNames

/// Who is told of what happens in a bucket.
enum NotificationTarget: Sendable {
    case function(ARN)
    case queue(ARN)
    case topic(ARN)

    /// What an ARN in one of the lists of a configuration names; `nil` when it is of another kind.
    init?(_ text: String, in list: NotificationRule.List) {
        guard let arn = ARN(text) else { return nil }
        switch (list, arn.service) {
        case (.functions, "lambda") where arn.resource.hasPrefix("function:"): self = .function(arn)
        case (.queues, "sqs"): self = .queue(arn)
        case (.topics, "sns"): self = .topic(arn)
        default: return nil
        }
    }

    /// Its ARN.
    var arn: ARN {
        switch self {
        case .function(let arn), .queue(let arn), .topic(let arn): arn
        }
    }

    /// The action that tells it.
    func call(_ text: String) -> (service: String, action: String, input: JSON) {
        switch self {
        case .function(let arn):
            (
                "lambda", "Invoke",
                [
                    "FunctionName": .string(arn.text), "InvocationType": "Event",
                    "Payload": .string(Base64.encode(text.utf8)),
                ]
            )
        case .queue(let arn):
            (
                "sqs", "SendMessage",
                [
                    "QueueUrl": .string("https://sqs.\(arn.region).amazonaws.com/\(arn.account)/\(arn.resource)"),
                    "MessageBody": .string(text),
                ]
            )
        case .topic(let arn):
            (
                "sns", "Publish",
                ["TopicArn": .string(arn.text), "Subject": "Amazon S3 Notification", "Message": .string(text)]
            )
        }
    }

    /// S3 itself, on behalf of a bucket: the target's policy must let it in.
    func context(of bucket: Bucket, requestID: String) -> RequestContext {
        var context = RequestContext(
            territory: Territory(account: arn.account, region: arn.region), requestID: requestID, endpoint: "")
        context.sender = Sender(
            caller: .service("s3.amazonaws.com"), sourceARN: bucket.arn, sourceAccount: bucket.account)
        return context
    }
}
