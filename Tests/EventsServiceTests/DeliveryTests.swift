import AWSWire
import HandlerContract
import JSONTree
import StorageContract
import Synchronization
import Testing

@Suite struct DeliveryTests {
    private func target(_ queue: String, _ more: JSON = .emptyObject) -> JSON {
        var members: JSONObject = ["Id": .string(queue), "Arn": .string("arn:aws:sqs:us-east-1:000000000000:\(queue)")]
        for (name, value) in more.objectValue ?? JSONObject() { members[name] = value }
        return .object(members)
    }

    @Test func anEventReachesAQueueInAWSShape() async throws {
        let world = try EventWorld(isWorking: false)
        let queue = try await world.queue("q")
        try await world.rule(target("q"))
        let answer = try await world.put(#"{"a":{"b":[1]}}"#)
        let id = try #require(answer["Entries"]?[0]?["EventId"])
        #expect(answer["FailedEntryCount"] == 0)
        let body = try #require(try await world.bodies(queue).first)
        let event: JSON = [
            "version": "0", "id": id, "detail-type": "thing", "source": "mine", "account": "000000000000",
            "time": "2026-01-01T00:00:00Z", "region": "us-east-1", "resources": ["res"], "detail": ["a": ["b": [1]]],
        ]
        #expect(body == event.text)
    }

    @Test func onlyEnabledRulesOfTheBusThatMatchAct() async throws {
        let world = try EventWorld(isWorking: false)
        let queue = try await world.queue("q")
        try await world.run("CreateEventBus", ["Name": "own"])
        try await world.rule(named: "other", pattern: #"{"detail":{"a":[2]}}"#, target("q"))
        try await world.rule(named: "off", target("q"))
        try await world.run("DisableRule", ["Name": "off"])
        try await world.rule(named: "elsewhere", bus: "own", target("q"))
        try await world.put()
        #expect(try await world.bodies(queue).isEmpty)
        try await world.run("EnableRule", ["Name": "off"])
        try await world.put()
        #expect(try await world.bodies(queue).count == 1)
        try await world.put(bus: "arn:aws:events:us-east-1:000000000000:event-bus/own")
        #expect(try await world.bodies(queue).count == 1)
        // A bus that is not there takes events and does nothing with them, as AWS's does.
        #expect(try await world.put(bus: "none")["FailedEntryCount"] == 0)
    }

    @Test(
        arguments: [
            (["Input": #"{"x": 1}"#], #"{"x": 1}"#), (["InputPath": "$.detail.a"], "1"),
            (["InputPath": "$.detail.none"], "{}"),
            (
                [
                    "InputTransformer": [
                        "InputPathsMap": [
                            "a": "$.detail.a", "s": "$.source", "n": "$.detail.none", "r": "$.resources",
                        ],
                        "InputTemplate":
                            #"{"a": <a>, "s": <s>, "t": "<a> of <s>: <n>", "n": <n>, "r": "<r>", "rule": <aws.events.rule-name>}"#,
                    ]
                ], #"{"a": 1, "s": "mine", "t": "1 of mine: ", "n": null, "r": "[\"res\"]", "rule": "rule"}"#
            ),
            (
                ["InputTransformer": ["InputPathsMap": ["s": "$.source"], "InputTemplate": #""from <s>""#]],
                #""from mine""#
            ),
            (["InputTransformer": ["InputTemplate": #"{"less": "a < b > c"}"#]], #"{"less": "a < b > c"}"#),
        ] as [(JSON, String)])
    func aTargetGetsWhatItsInputSays(input: JSON, text: String) async throws {
        let world = try EventWorld(isWorking: false)
        let queue = try await world.queue("q")
        try await world.rule(target("q", input))
        try await world.put()
        #expect(try await world.bodies(queue) == [text])
    }

    @Test func entriesThatAreNoEventsAreToldOneByOne() async throws {
        let world = try EventWorld(isWorking: false)
        let queue = try await world.queue("q")
        try await world.rule(target("q"))
        var broken: [JSON] = []
        for (member, value) in [
            ("Source", nil), ("DetailType", nil), ("Detail", nil), ("Detail", #""text""#), ("Source", "aws.states"),
        ] as [(String, JSON?)] {
            var entry = EventWorld.entry().objectValue ?? JSONObject()
            entry[member] = value
            broken.append(.object(entry))
        }
        let answer = try await world.run("PutEvents", ["Entries": .array(broken + [EventWorld.entry()])])
        #expect(answer["FailedEntryCount"] == 5)
        let errors = (answer["Entries"]?.arrayValue ?? []).map { $0["ErrorMessage"]?.stringValue ?? "" }
        #expect(
            errors == [
                "Parameter Source is not valid. Reason: Source is a required argument.",
                "Parameter DetailType is not valid. Reason: DetailType is a required argument.",
                "Parameter Detail is not valid. Reason: Detail is a required argument.", "Detail is malformed.",
                "Not authorized for the source.", "",
            ])
        #expect(try await world.bodies(queue).count == 1)
    }

    @Test func tooManyEntriesOrTooLargeOnesAreRefusedAsAWhole() async throws {
        let world = try EventWorld(isWorking: false)
        let eleven = JSON.array((1...11).map { _ in EventWorld.entry() })
        #expect(await world.failure("PutEvents", ["Entries": eleven])?.code == "ValidationException")
        #expect(await world.failure("PutEvents", ["Entries": []])?.code == "ValidationException")
        let long = EventWorld.entry(#"{"a":"\#(String(repeating: "x", count: 262_144))"}"#)
        #expect(
            await world.failure("PutEvents", ["Entries": [long]])?.message
                == "Total size of the entries in the request is over the limit.")
    }

    @Test func allDeliveriesOfACallAreOneTransaction() async throws {
        let world = try EventWorld(isWorking: false)
        let (first, second) = (try await world.queue("a"), try await world.queue("b"))
        try await world.rule(target("a"), target("b"))
        let operation = try #require(world.dispatcher.operation("PutEvents", of: "events") as? any PreparableOperation)
        let prepared = try await operation.prepare(
            ["Entries": [EventWorld.entry(), EventWorld.entry()]], in: world.context)
        let writes = prepared.effects.compactMap { $0 as? PreparedWrite }
        #expect(writes.count == 4)
        #expect(try await world.bodies(first).isEmpty)
        try await world.store.commit(writes)
        #expect(try await world.bodies(first).count == 2)
        #expect(try await world.bodies(second).count == 2)
    }

    @Test func functionsTopicsAndMachinesAreTargetsToo() async throws {
        let world = try EventWorld(isWorking: false)
        let queue = try await world.queue("q")
        let topic = try await world.run("CreateTopic", of: "sns", ["Name": "t"])["TopicArn"] ?? .null
        try await world.run(
            "Subscribe", of: "sns",
            [
                "TopicArn": topic, "Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:q",
                "Attributes": ["RawMessageDelivery": "true"],
            ])
        let machine = "arn:aws:states:us-east-1:000000000000:stateMachine:m"
        try await world.rule(
            ["Id": "t", "Arn": topic, "InputPath": "$.detail"],
            ["Id": "f", "Arn": "arn:aws:lambda:us-east-1:000000000000:function:f", "InputPath": "$.detail"],
            [
                "Id": "m", "Arn": .string(machine), "RoleArn": "arn:aws:iam::000000000000:role/r",
                "InputPath": "$.detail",
            ])
        let id = try await world.put()["Entries"]?[0]?["EventId"]?.stringValue ?? "?"
        #expect(try await world.bodies(queue) == [#"{"a":1}"#])
        let call = await world.notes.note(1, \.invocations)
        #expect(call["InvocationType"] == "Event")
        #expect(call["Payload"] == "eyJhIjoxfQ==")
        let start = await world.notes.note(1, \.starts)
        #expect(start["stateMachineArn"] == .string(machine))
        #expect(start["input"] == #"{"a":1}"#)
        #expect(start["name"]?.stringValue?.hasPrefix("\(id)_") == true)
    }

    @Test func aLogGroupGetsALineEvenWhenTheProcessDiesBetween() async throws {
        let world = try EventWorld(isWorking: false)
        try await world.run("CreateLogGroup", of: "logs", ["logGroupName": "/events"])
        try await world.rule(
            ["Id": "l", "Arn": "arn:aws:logs:us-east-1:000000000000:log-group:/events", "InputPath": "$.detail"])
        try await world.put()
        try world.restart()
        let stream: JSON = ["logGroupName": "/events", "logStreamName": "rule", "startFromHead": true]
        var lines: [JSON] = []
        while lines.isEmpty {
            // The stream is made with its first line.
            lines = (try? await world.run("GetLogEvents", of: "logs", stream))?["events"]?.arrayValue ?? []
            await Task.yield()
        }
        #expect(lines.map { $0["message"] } == [#"{"a":1}"#])
    }

    @Test func whatFailsInPassingIsTriedAgainUntilItIsDone() async throws {
        let world = try EventWorld()
        try await world.rule(["Id": "f", "Arn": "arn:aws:lambda:us-east-1:000000000000:function:f"])
        world.notes.state.withLock {
            $0.failures = Array(repeating: ServiceError("ServiceException", "busy", status: 500), count: 3)
        }
        try await world.put()
        _ = await world.notes.note(1, \.invocations)
        #expect(world.notes.state.withLock { $0.pauses } == [.seconds(2), .seconds(4), .seconds(8)])
    }

    @Test func whatFailsForGoodGoesToTheDeadLetterQueue() async throws {
        let world = try EventWorld(isWorking: false)
        let dead = try await world.queue("dead")
        try await world.rule(
            target("gone", ["DeadLetterConfig": ["Arn": "arn:aws:sqs:us-east-1:000000000000:dead"]]), target("gone2"))
        let id = try await world.put()["Entries"]?[0]?["EventId"]
        let message = try #require(try await world.messages(dead).first)
        #expect(try JSON.parse(message["Body"]?.stringValue ?? "")["id"] == id)
        let attributes = message["MessageAttributes"]
        #expect(
            attributes?["TARGET_ARN"]?["StringValue"] == "arn:aws:sqs:us-east-1:000000000000:gone")
        #expect(attributes?["RULE_ARN"]?["StringValue"] == "arn:aws:events:us-east-1:000000000000:rule/rule")
        #expect(attributes?["ERROR_CODE"]?["StringValue"] == "SDK_CLIENT_ERROR")
    }

    @Test func retriesEndAsTheTargetSays() async throws {
        let world = try EventWorld()
        let dead = try await world.queue("dead")
        try await world.rule(
            [
                "Id": "f", "Arn": "arn:aws:lambda:us-east-1:000000000000:function:f",
                "RetryPolicy": ["MaximumRetryAttempts": 2],
                "DeadLetterConfig": ["Arn": "arn:aws:sqs:us-east-1:000000000000:dead"],
            ])
        world.notes.state.withLock {
            $0.failures = Array(repeating: ServiceError("ServiceException", "busy", status: 500), count: 100)
        }
        try await world.put()
        _ = try await world.bodies(dead, count: 1)
        // The first attempt and two more.
        #expect(world.notes.state.withLock { $0.failures.count } == 97)
    }

    @Test func anEventIsPassedOnToAnotherBusOnce() async throws {
        let world = try EventWorld(isWorking: false)
        let (second, third) = (try await world.queue("second"), try await world.queue("third"))
        for name in ["two", "three"] { try await world.run("CreateEventBus", ["Name": .string(name)]) }
        let bus = "arn:aws:events:us-east-1:000000000000:event-bus/"
        try await world.rule(["Id": "b", "Arn": .string(bus + "two")])
        try await world.rule(bus: "two", ["Id": "b", "Arn": .string(bus + "three")], target("second"))
        try await world.rule(bus: "three", target("third"))
        let id = try await world.put()["Entries"]?[0]?["EventId"]
        #expect(try JSON.parse(try await world.bodies(second).first ?? "")["id"] == id)
        #expect(try await world.bodies(third).isEmpty)
    }

    @Test func messagesOfAFIFOQueueKeepTheirOrderAndRepeatsAreOne() async throws {
        let world = try EventWorld()
        let queue = try await world.queue("q.fifo")
        let group: JSON = ["SqsParameters": ["MessageGroupId": "g"]]
        try await world.rule(named: "all", target("q.fifo", group.adding("InputPath", "$.detail.a")))
        try await world.rule(named: "same", target("q.fifo", group.adding("Input", "0")))
        let entries = (1...5).map { EventWorld.entry(#"{"a":\#($0)}"#) }
        try await world.run("PutEvents", ["Entries": .array(entries)])
        let bodies = try await world.bodies(queue, count: 6)
        #expect(bodies.filter { $0 == "0" }.count == 1)
        #expect(bodies.filter { $0 != "0" } == ["1", "2", "3", "4", "5"])
    }
}

extension JSON {
    /// With one more member.
    fileprivate func adding(_ name: String, _ value: JSON) -> JSON {
        var members = objectValue ?? JSONObject()
        members[name] = value
        return .object(members)
    }
}
