import JSONTree
import ResourceNames

@testable import AWSWire

/// A door before one action of our making.
struct EchoDoor {
    let door: AWSFrontDoor

    /// Serves an action with this work under any of its names.
    init(_ service: String, _ action: any AWSWire.Operation) {
        door = AWSFrontDoor(
            dispatcher: Dispatcher([ServiceActions(service: service, [action])]),
            defaults: WireDefaults(makeRequestID: { "00000000-0000-4000-8000-000000000000" }))
    }
}

func request(
    _ method: String = "POST", _ path: String = "/", query: String = "",
    _ headers: [(name: String, value: String)] = [], body: String = ""
) -> WireRequest {
    WireRequest(
        method: method, path: path, query: query, headers: headers + [("host", "127.0.0.1:4566")],
        body: Array(body.utf8))
}

/// What an action saw, as JSON, so that a reply shows it.
func seen(_ input: JSON, _ context: RequestContext) -> JSON {
    [
        "input": input, "account": .string(context.territory.account), "region": .string(context.territory.region),
        "endpoint": .string(context.endpoint),
    ]
}

struct StartExecution: AWSWire.Operation {
    static let name = "StartExecution"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(seen(input, context))
    }
}

struct ListExecutions: AWSWire.Operation {
    static let name = "ListExecutions"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(seen(input, context))
    }
}

struct CreateStateMachineAlias: AWSWire.Operation {
    static let name = "CreateStateMachineAlias"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(seen(input, context))
    }
}

/// Answers its input inside one of the texts its output has.
struct SendMessage: AWSWire.Operation {
    static let name = "SendMessage"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["MessageId": .string(input.text), "MD5OfMessageBody": "a<b&c\r"])
    }
}

struct SendMessageBatch: AWSWire.Operation {
    static let name = "SendMessageBatch"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput([
            "Successful": [["Id": "a", "MessageId": .string(input.text)]],
            "Failed": [["Id": "b", "SenderFault": true, "Code": "X"]],
        ])
    }
}

struct ReceiveMessage: AWSWire.Operation {
    static let name = "ReceiveMessage"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput([
            "Messages": [
                [
                    "MessageId": "1", "Body": .string(input.text),
                    "Attributes": ["SenderId": "me", "ApproximateReceiveCount": "1"],
                    "MessageAttributes": ["k": ["StringValue": "v", "DataType": "String"]],
                ]
            ]
        ])
    }
}

struct GetQueueUrl: AWSWire.Operation {
    static let name = "GetQueueUrl"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        throw ServiceError("QueueDoesNotExist", "The specified queue does not exist.")
    }
}

struct Publish: AWSWire.Operation {
    static let name = "Publish"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        if input["Message"]?.stringValue == "fail" { throw ServiceError("NotFoundException", "Topic does not exist") }
        return OperationOutput(["MessageId": .string(input.text)])
    }
}

struct DeleteTopic: AWSWire.Operation {
    static let name = "DeleteTopic"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput()
    }
}

struct AssumeRole: AWSWire.Operation {
    static let name = "AssumeRole"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput([
            "Credentials": [
                "AccessKeyId": "A", "SecretAccessKey": "S", "SessionToken": "T",
                "Expiration": .double(1_795_477_440.123),
            ],
            "PackedPolicySize": .integer(6), "SourceIdentity": .string(input.text),
        ])
    }
}

struct Invoke: AWSWire.Operation {
    static let name = "Invoke"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        if input["FunctionName"] == "none" {
            throw ServiceError("ResourceNotFoundException", "Function not found", members: [("Extra", 1)])
        }
        if input["InvocationType"] == "Event" { return OperationOutput([:], status: 202) }
        var output = OperationOutput(["FunctionError": "Unhandled", "ExecutedVersion": "$LATEST"])
        output.rawBody = context.rawBody
        output.headers = [("X-Amz-Function-Error", "Unhandled"), ("Seen", input.text)]
        return output
    }
}

struct CreateEventSourceMapping: AWSWire.Operation {
    static let name = "CreateEventSourceMapping"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["FunctionArn": .string(input.text)])
    }
}

struct UntagResource: AWSWire.Operation {
    static let name = "UntagResource"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var output = OperationOutput()
        output.headers = [("Seen", input.text)]
        return output
    }
}

struct ListFunctions: AWSWire.Operation {
    static let name = "ListFunctions"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["NextMarker": .string(input.text)])
    }
}

struct ListLayers: AWSWire.Operation {
    static let name = "ListLayers"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["NextMarker": .string(input.text)])
    }
}
