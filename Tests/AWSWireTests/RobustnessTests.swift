import JSONTree
import ResourceNames
import Testing

@testable import AWSWire

@Suite struct RobustnessTests {
    /// Requests with random changes: whatever comes in, an answer goes out, and it is a refusal or the action's own.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func damagedRequestsAreAnswered(seed: UInt64) async {
        var chance = Chance(seed: seed)
        let door = AWSFrontDoor(
            dispatcher: Dispatcher([
                ServiceActions(service: "states", [StartExecution(), CreateStateMachineAlias()]),
                ServiceActions(service: "sqs", [SendMessageBatch()]),
                ServiceActions(service: "sns", [Publish()]),
                ServiceActions(service: "lambda", [Invoke(), CreateEventSourceMapping()]),
            ]))
        let form: [(name: String, value: String)] = [("content-type", "application/x-www-form-urlencoded")]
        let samples = [
            request(
                "POST", "/",
                [
                    ("x-amz-target", "AWSStepFunctions.CreateStateMachineAlias"),
                    ("authorization", "AWS4-HMAC-SHA256 Credential=a/1/us-east-1/states/aws4_request, S=1"),
                ],
                body:
                    #"{"name":"a","routingConfiguration":[{"stateMachineVersionArn":"v:1","weight":101}],"description":null}"#
            ),
            request(
                "POST", "/1/q", form,
                body:
                    "Action=SendMessageBatch&SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=%C3%A4+x"
            ),
            request(
                "POST", "/", form,
                body:
                    "Action=Publish&TopicArn=t&Message=m&MessageAttributes.entry.1.Name=k&MessageAttributes.entry.1.Value.DataType=S"
            ),
            request(
                "POST", "/2015-03-31/functions/f/invocations", query: "Qualifier=%24LATEST",
                [("x-amz-log-type", "Tail")], body: "{}"),
            request(
                "POST", "/2015-03-31/event-source-mappings",
                body: #"{"FunctionName":"f","BatchSize":10,"StartingPositionTimestamp":1.5}"#),
        ]
        for round in 0..<2_000 {
            var damaged = samples[round % samples.count]
            for _ in 0...Int(chance.next() % 3) {
                let byte = UInt8(truncatingIfNeeded: chance.next())
                if chance.next() % 4 == 0 {
                    var path = Array(damaged.path.utf8)
                    path[Int(chance.next() % UInt64(path.count))] = byte
                    damaged.path = String(decoding: path, as: UTF8.self)
                } else if !damaged.body.isEmpty {
                    let place = Int(chance.next() % UInt64(damaged.body.count))
                    if chance.next() % 2 == 0 {
                        damaged.body[place] = byte
                    } else {
                        damaged.body.removeSubrange(place...)
                    }
                }
            }
            let reply = await door.answer(damaged)
            #expect([200, 202, 400, 404].contains(reply.status), "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [
        "Action=Publish&" + String(repeating: "a.", count: 100) + "b=1",
        String(repeating: "Action=Publish&", count: 20_000),
    ])
    func formsBeyondReasonAreMalformed(body: String) async {
        let reply = await EchoDoor("sns", Publish()).door.answer(
            request("POST", "/", [("content-type", "application/x-www-form-urlencoded")], body: body))
        #expect(reply.status == 400)
        #expect(String(decoding: reply.body, as: UTF8.self).contains("<Code>MalformedQueryString</Code>"))
    }

    @Test func aThousandWrongMembersAreNotAllTold() async throws {
        let items = Array(repeating: #"{"stateMachineVersionArn":"","weight":500}"#, count: 1_000).joined(
            separator: ",")
        let reply = await EchoDoor("states", CreateStateMachineAlias()).door.answer(
            request(
                "POST", "/", [("x-amz-target", "AWSStepFunctions.CreateStateMachineAlias")],
                body: #"{"name":"a","routingConfiguration":[\#(items)]}"#
            ))
        let message = try JSON.parse(reply.body)["message"]?.stringValue ?? ""
        #expect(message.hasPrefix("100 validation errors detected: "))
    }

    @Test func everyModelIsWhole() {
        for model in ServiceModel.all {
            #expect(!model.actions.isEmpty && !model.shapes.isEmpty)
            #expect(model.wireProtocol != "rest-json" || model.routes.count == model.actions.count)
            for shape in model.shapes {
                for member in shape.members { #expect(model.shapes.indices.contains(member.shape)) }
            }
        }
        #expect(ServiceModel.stepFunctions.actions.count == 37)
        #expect(ServiceModel.sqs.actions.count == 23)
        #expect(ServiceModel.sqs.errors["QueueDoesNotExist"]?.queryCode == "AWS.SimpleQueueService.NonExistentQueue")
        #expect(ServiceModel.sns.errors["NotFoundException"]?.status == 404)
        #expect(ServiceModel.sns.errors["NotFound"]?.status == 404)
    }
}
