import Digests
import JSONTree
import ResourceNames

/// Where the result of an asynchronous invocation can go.
enum EventDestination {
    case queue(ARN)
    case topic(ARN)
    case function(ARN)
    case bus(ARN)
    case bucket(ARN)

    /// What an ARN names; `nil` for what cannot be a destination here.
    init?(_ arn: ARN) {
        switch arn.service {
        case "sqs": self = .queue(arn)
        case "sns": self = .topic(arn)
        case "lambda" where arn.resource.hasPrefix("function:"): self = .function(arn)
        case "s3" where arn.region.isEmpty && arn.account.isEmpty && !arn.resource.contains("/"): self = .bucket(arn)
        case "events" where arn.resource.hasPrefix("event-bus/"): self = .bus(arn)
        default: return nil
        }
    }

    /// Its ARN.
    var arn: ARN {
        switch self {
        case .queue(let arn), .topic(let arn), .function(let arn), .bus(let arn), .bucket(let arn): arn
        }
    }

    /// Whether it is told of events that succeeded, too.
    ///
    /// Source: API reference, `PutFunctionEventInvokeConfig`: buckets are for failures only.
    var takesSuccess: Bool { if case .bucket = self { false } else { true } }

    /// The action that tells it, with its input.
    ///
    /// - Parameters:
    ///   - attributes: Of messages to queues and topics.
    ///   - isSuccess: An event of a bus says so in its type.
    ///   - objectKey: Under which a bucket gets it.
    func call(
        _ text: String, attributes: JSON? = nil, isSuccess: Bool, of function: String, objectKey: String = "*"
    ) -> (service: String, action: String, input: JSON) {
        switch self {
        case .queue(let arn):
            var input: JSONObject = ["QueueUrl": .string(SQSPoll.url(of: arn)), "MessageBody": .string(text)]
            input["MessageAttributes"] = attributes
            return ("sqs", "SendMessage", .object(input))
        case .topic(let arn):
            var input: JSONObject = ["TopicArn": .string(arn.text), "Message": .string(text)]
            input["MessageAttributes"] = attributes
            return ("sns", "Publish", .object(input))
        case .function(let arn):
            return (
                "lambda", "Invoke",
                [
                    "FunctionName": .string(arn.text), "InvocationType": "Event",
                    "Payload": .string(Base64.encode(text.utf8)),
                ]
            )
        case .bus(let arn):
            let result = isSuccess ? "Success" : "Failure"
            return (
                "events", "PutEvents",
                [
                    "Entries": [
                        [
                            "EventBusName": .string(arn.text), "Source": "lambda",
                            "DetailType": .string("Lambda Function Invocation Result - \(result)"),
                            "Resources": [.string(function)], "Detail": .string(text),
                        ]
                    ]
                ]
            )
        case .bucket(let arn):
            return (
                "s3", "PutObject",
                [
                    "Bucket": .string(arn.resource), "Key": .string(objectKey), "Body": .string(text),
                    "ContentType": "application/json",
                ]
            )
        }
    }
}
