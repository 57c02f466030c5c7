import JSONTree
import Testing

@testable import AWSWire

@Suite struct JSONProtocolTests {
    private func call(
        _ action: any AWSWire.Operation, _ body: String, service: String = "states",
        _ headers: [(name: String, value: String)] = []
    )
        async -> WireReply
    {
        let prefix = service == "states" ? "AWSStepFunctions" : "AmazonSQS"
        return await EchoDoor(service, action).door.answer(
            request(
                "POST", "/",
                headers + [
                    ("x-amz-target", "\(prefix).\(type(of: action).name)"),
                    ("content-type", "application/x-amz-json-1.0"),
                ],
                body: body))
    }

    @Test func theInputReachesTheActionAndTheOutputComesBack() async {
        let reply = await call(StartExecution(), #"{"stateMachineArn":"arn:x","input":"{ }","unknown":1}"#)
        #expect(reply.status == 200)
        #expect(
            String(decoding: reply.body, as: UTF8.self)
                == #"{"input":{"stateMachineArn":"arn:x","input":"{ }","unknown":1},"account":"000000000000","region":"us-east-1","endpoint":"http://127.0.0.1:4566"}"#
        )
        #expect(reply.headers.map(\.name) == ["x-amzn-RequestId", "Content-Type"])
        #expect(reply.headers.map(\.value) == ["00000000-0000-4000-8000-000000000000", "application/x-amz-json-1.0"])
    }

    @Test func membersThatAreNullCountAsAbsent() async {
        let reply = await call(StartExecution(), #"{"stateMachineArn":"arn:x","input":null}"#)
        #expect(String(decoding: reply.body, as: UTF8.self).hasPrefix(#"{"input":{"stateMachineArn":"arn:x"},"#))
    }

    @Test(arguments: [
        ("AKIA", "eu-west-1", "000000000000", "eu-west-1"),
        ("123456789012", "eu-north-1", "123456789012", "eu-north-1"),
        ("1234567890123", "x:y", "000000000000", "us-east-1"),
    ])
    func identityComesFromTheSignatureScope(key: String, region: String, account: String, served: String) async {
        let scope =
            "AWS4-HMAC-SHA256 Credential=\(key)/20261123/\(region)/states/aws4_request, SignedHeaders=host, Signature=0"
        let reply = await call(StartExecution(), #"{"stateMachineArn":"a"}"#, [("authorization", scope)])
        let text = String(decoding: reply.body, as: UTF8.self)
        #expect(text.contains(#""account":"\#(account)","region":"\#(served)""#))
    }

    @Test(arguments: [
        (
            #"{}"#, "ValidationException",
            "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null"
        ),
        (
            #"{"stateMachineArn":""}"#, "ValidationException",
            "1 validation error detected: Value '' at 'stateMachineArn' failed to satisfy constraint: Member must have length greater than or equal to 1"
        ),
        (
            #"{"name":""}"#, "ValidationException",
            "2 validation errors detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null; Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1"
        ),
        (
            #"{"stateMachineArn":1}"#, "com.amazon.coral.service#SerializationException",
            "NUMBER_VALUE cannot be converted to String"
        ),
        (
            #"{"stateMachineArn":[]}"#, "com.amazon.coral.service#SerializationException",
            "Start of list found where not expected"
        ),
        (#"[]"#, "com.amazon.coral.service#SerializationException", "Expected structure or null"),
    ])
    func badInputIsRefusedInTheWordsOfAWS(body: String, code: String, message: String) async throws {
        let reply = await call(StartExecution(), body)
        #expect(reply.status == 400)
        #expect(try JSON.parse(reply.body) == ["__type": .string(code), "message": .string(message)])
    }

    @Test(arguments: [
        (
            #"{"maxResults":1001}"#,
            "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000"
        ),
        (
            #"{"statusFilter":"succeeded"}"#,
            "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]"
        ),
    ])
    func limitsOfNumbersAndEnumerationsAreKept(body: String, message: String) async throws {
        #expect(try JSON.parse(await call(ListExecutions(), body).body)["message"] == .string(message))
    }

    @Test(arguments: [
        (
            #"{"name":"INVALID ALIAS","routingConfiguration":[{"stateMachineVersionArn":"v:1","weight":100}]}"#,
            #"1 validation error detected: Value 'INVALID ALIAS' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$"#
        ),
        (
            #"{"name":"a","routingConfiguration":[{"stateMachineVersionArn":"v:1","weight":101}]}"#,
            "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100"
        ),
        (
            #"{"name":"a","routingConfiguration":[{"stateMachineVersionArn":"v:1","weight":50},{"stateMachineVersionArn":"v:2","weight":30},{"stateMachineVersionArn":"v:3","weight":20}]}"#,
            "1 validation error detected: Value '[RoutingConfigurationListItem(stateMachineVersionArn=v:1, weight=50), RoutingConfigurationListItem(stateMachineVersionArn=v:2, weight=30), RoutingConfigurationListItem(stateMachineVersionArn=v:3, weight=20)]' at 'routingConfiguration' failed to satisfy constraint: Member must have length less than or equal to 2"
        ),
    ])
    func nestedLimitsNameTheirPlace(body: String, message: String) async throws {
        #expect(try JSON.parse(await call(CreateStateMachineAlias(), body).body)["message"] == .string(message))
    }

    @Test func brokenTextIsASerializationException() async throws {
        let reply = await call(StartExecution(), #"{"stateMachineArn":"#)
        #expect(reply.status == 400)
        #expect(try JSON.parse(reply.body)["__type"] == "com.amazon.coral.service#SerializationException")
    }

    @Test(arguments: [
        "AWSStepFunctions.Nothing", "AWSStepFunctions.ListActivities", "Unknown.StartExecution", "StartExecution", "",
    ])
    func unknownTargetsAreUnknownOperations(target: String) async throws {
        let reply = await EchoDoor("states", StartExecution()).door.answer(
            request("POST", "/", [("x-amz-target", target)], body: "{}"))
        #expect(reply.status == 400)
        #expect(try JSON.parse(reply.body)["__type"] == "com.amazon.coral.service#UnknownOperationException")
    }

    @Test func errorsOfQueuesCarryTheirQueryCode() async throws {
        let reply = await call(GetQueueUrl(), #"{"QueueName":"q"}"#, service: "sqs")
        #expect(
            try JSON.parse(reply.body) == [
                "__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "The specified queue does not exist.",
            ])
        #expect(
            reply.headers.first { $0.name == "x-amzn-query-error" }?.value
                == "AWS.SimpleQueueService.NonExistentQueue;Sender")
    }

    @Test func aMissingParameterOfAQueueIsNamed() async throws {
        let reply = await call(SendMessage(), #"{"QueueUrl":"q"}"#, service: "sqs")
        #expect(try JSON.parse(reply.body)["message"] == "The request must contain the parameter MessageBody.")
        #expect(reply.headers.first { $0.name == "x-amzn-query-error" }?.value == "MissingParameter;Sender")
    }

    @Test func aBodyAboveTheLimitIsRefused() async throws {
        let large = WireRequest(
            method: "POST", path: "/", headers: [("x-amz-target", "AWSStepFunctions.StartExecution")],
            body: [UInt8](repeating: 0x20, count: 10 * 1_048_576 + 1))
        let reply = await EchoDoor("states", StartExecution()).door.answer(large)
        #expect(reply.status == 413)
        #expect(try JSON.parse(reply.body)["__type"] == "com.amazon.coral.service#RequestEntityTooLargeException")
    }
}
