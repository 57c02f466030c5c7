import Digests
import JSONTree
import ResourceNames

/// Where the result of an asynchronous invocation can go.
enum EventDestination {
    case queue(ARN)
    case topic(ARN)
    case function(ARN)
    case bus(ARN)

    /// What an ARN names; `nil` for what cannot be a destination here.
    init?(_ arn: ARN) {
        switch arn.service {
        case "sqs": self = .queue(arn)
        case "sns": self = .topic(arn)
        case "lambda" where arn.resource.hasPrefix("function:"): self = .function(arn)
        case "events" where arn.resource.hasPrefix("event-bus/"): self = .bus(arn)
        default: return nil
        }
    }

    /// Its ARN.
    var arn: ARN {
        switch self {
        case .queue(let arn), .topic(let arn), .function(let arn), .bus(let arn): arn
        }
    }

    /// The action that tells it, with its input.
    ///
    /// - Parameters:
    ///   - attributes: Of messages to queues and topics.
    ///   - isSuccess: An event of a bus says so in its type.
    func call(
        _ text: String, attributes: JSON? = nil, isSuccess: Bool, of function: String
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
        }
    }
}
