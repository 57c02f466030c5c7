import AWSWire
import JSONTree
import Testing

@Suite struct BusAndRuleTests {
    @Test func theDefaultBusIsAlwaysThere() async throws {
        let world = try EventWorld()
        let bus = try await world.run("DescribeEventBus")
        #expect(bus == ["Name": "default", "Arn": "arn:aws:events:us-east-1:000000000000:event-bus/default"])
        #expect(try await world.run("ListEventBuses")["EventBuses"] == [bus])
        #expect(await world.failure("DeleteEventBus", ["Name": "default"])?.code == "ValidationException")
        #expect(
            await world.failure("CreateEventBus", ["Name": "default"])?.code == "ResourceAlreadyExistsException")
    }

    @Test func busesAndRulesSurviveARestart() async throws {
        let world = try EventWorld()
        try await world.run(
            "CreateEventBus",
            ["Name": "own", "Description": "mine", "Tags": [["Key": "a", "Value": "1"]]])
        try await world.rule(bus: "own", ["Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"])
        let before = try await world.run("DescribeRule", ["Name": "rule", "EventBusName": "own"])
        try world.restart()
        #expect(try await world.run("DescribeEventBus", ["Name": "own"])["Description"] == "mine")
        #expect(try await world.run("DescribeRule", ["Name": "rule", "EventBusName": "own"]) == before)
        #expect(before["Arn"] == "arn:aws:events:us-east-1:000000000000:rule/own/rule")
        #expect(before["State"] == "ENABLED")
        let targets = try await world.run("ListTargetsByRule", ["Rule": "rule", "EventBusName": "own"])["Targets"]
        #expect(targets == [["Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"]])
        let tags = try await world.run(
            "ListTagsForResource", ["ResourceARN": "arn:aws:events:us-east-1:000000000000:event-bus/own"])
        #expect(tags == ["Tags": [["Key": "a", "Value": "1"]]])
    }

    @Test func aBusWithRulesAndARuleWithTargetsStay() async throws {
        let world = try EventWorld()
        try await world.run("CreateEventBus", ["Name": "own"])
        try await world.rule(bus: "own", ["Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"])
        #expect(await world.failure("DeleteEventBus", ["Name": "own"])?.code == "ValidationException")
        let rule: JSON = ["Name": "rule", "EventBusName": "own"]
        #expect(
            await world.failure("DeleteRule", rule)?.message == "Rule can't be deleted since it has targets.")
        let removed = try await world.run(
            "RemoveTargets", ["Rule": "rule", "EventBusName": "own", "Ids": ["q", "none"]])
        #expect(removed["FailedEntryCount"] == 1)
        #expect(removed["FailedEntries"]?[0]?["TargetId"] == "none")
        try await world.run("DeleteRule", rule)
        try await world.run("DeleteEventBus", ["Name": "own"])
        #expect(
            await world.failure("DescribeEventBus", ["Name": "own"])?.message == "Event bus own does not exist.")
        #expect(await world.failure("DeleteRule", rule)?.code == "ResourceNotFoundException")
    }

    @Test func puttingARuleAgainKeepsTargetsAndTags() async throws {
        let world = try EventWorld()
        let target: JSON = ["Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"]
        try await world.rule(target)
        let arn: JSON = "arn:aws:events:us-east-1:000000000000:rule/rule"
        try await world.run("TagResource", ["ResourceARN": arn, "Tags": [["Key": "a", "Value": "1"]]])
        try await world.run(
            "PutRule", ["Name": "rule", "EventPattern": #"{"source":["other"]}"#, "State": "DISABLED", "Tags": []])
        #expect(try await world.run("ListTargetsByRule", ["Rule": "rule"])["Targets"] == [target])
        #expect(
            try await world.run("ListTagsForResource", ["ResourceARN": arn])["Tags"] == [["Key": "a", "Value": "1"]])
        #expect(try await world.run("DescribeRule", ["Name": "rule"])["State"] == "DISABLED")
        try await world.run("UntagResource", ["ResourceARN": arn, "TagKeys": ["a"]])
        #expect(try await world.run("ListTagsForResource", ["ResourceARN": arn])["Tags"] == [])
    }

    @Test(
        arguments: [
            (["Name": "r"], "ValidationException"),
            (["Name": "r", "EventPattern": "{"], "InvalidEventPatternException"),
            (["Name": "r", "EventPattern": #"{"source":"x"}"#], "InvalidEventPatternException"),
            (["Name": "r", "EventPattern": #"{"source":["x"]}"#, "EventBusName": "none"], "ResourceNotFoundException"),
            (["Name": "r", "ScheduleExpression": "rate(1 minutes)"], "ValidationException"),
            (["Name": "r", "ScheduleExpression": "every day"], "ValidationException"),
        ] as [(JSON, String)])
    func aRuleIsRefused(input: JSON, code: String) async throws {
        #expect(await (try EventWorld()).failure("PutRule", input)?.code == code)
    }

    @Test func aPatternThatIsNoneIsToldInTheWordsOfAWS() async throws {
        let failure = await (try EventWorld()).failure(
            "TestEventPattern", ["EventPattern": #"{"a":[{"like":"x"}]}"#, "Event": "{}"])
        #expect(failure?.message == "Event pattern is not valid. Reason: Unrecognized match type like")
    }

    @Test func patternsCanBeTested() async throws {
        let world = try EventWorld()
        let event =
            #"{"id":"1","account":"1","source":"mine","time":"t","region":"r","resources":[],"detail-type":"d"}"#
        for (pattern, result) in [(#"{"source":["mine"]}"#, true), (#"{"source":["other"]}"#, false)] {
            let answer = try await world.run(
                "TestEventPattern", ["EventPattern": .string(pattern), "Event": .string(event)])
            #expect(answer == ["Result": .bool(result)])
        }
        let failure = await world.failure(
            "TestEventPattern", ["EventPattern": #"{"source":["mine"]}"#, "Event": #"{"id":"1"}"#])
        #expect(failure?.message.contains("'account'") == true)
    }

    @Test(arguments: [
        ["Id": "x", "Arn": "arn:aws:kinesis:us-east-1:000000000000:stream/s"] as JSON, ["Id": "x", "Arn": "queue"],
        ["Id": "x", "Arn": "arn:aws:sqs:us-east-1:000000000000:q.fifo"],
        ["Id": "x", "Arn": "arn:aws:states:us-east-1:000000000000:stateMachine:m"],
        ["Id": "x", "Arn": "arn:aws:sqs:us-east-1:000000000000:q", "Input": "{"],
        ["Id": "x", "Arn": "arn:aws:sqs:us-east-1:000000000000:q", "Input": "1", "InputPath": "$.a"],
        [
            "Id": "x", "Arn": "arn:aws:sqs:us-east-1:000000000000:q",
            "InputTransformer": ["InputTemplate": "{\"a\": <b}"],
        ],
        ["Id": "x", "Arn": "arn:aws:sqs:us-east-1:000000000000:q", "EcsParameters": ["TaskDefinitionArn": "x"]],
        ["Id": "x", "Arn": "arn:aws:events:us-east-1:000000000000:event-bus/default"],
        ["Id": "x", "Arn": "arn:aws:sqs:us-east-1:000000000000:q", "DeadLetterConfig": ["Arn": "arn:aws:sns:a:1:b"]],
    ])
    func aTargetIsRefused(target: JSON) async throws {
        let world = try EventWorld()
        try await world.rule()
        let failure = await world.failure("PutTargets", ["Rule": "rule", "Targets": [target]])
        #expect(failure?.code == "ValidationException")
        #expect(try await world.run("ListTargetsByRule", ["Rule": "rule"])["Targets"] == [])
    }

    @Test func aRuleHasFiveTargetsAtMost() async throws {
        let world = try EventWorld()
        try await world.rule()
        let targets = (1...6).map { number -> JSON in
            ["Id": .string("t\(number)"), "Arn": .string("arn:aws:sqs:us-east-1:000000000000:q\(number)")]
        }
        let failure = await world.failure("PutTargets", ["Rule": "rule", "Targets": .array(targets)])
        #expect(failure?.code == "LimitExceededException")
    }

    @Test func listsArePagedAndFiltered() async throws {
        let world = try EventWorld()
        for name in ["b", "a1", "a2", "a3"] {
            try await world.rule(
                named: name, ["Id": "t", "Arn": .string("arn:aws:sqs:us-east-1:000000000000:\(name.prefix(1))")])
        }
        let first = try await world.run("ListRules", ["NamePrefix": "a", "Limit": 2])
        #expect(first["Rules"]?.arrayValue?.compactMap { $0["Name"]?.stringValue } == ["a1", "a2"])
        let second = try await world.run(
            "ListRules", ["NamePrefix": "a", "Limit": 2, "NextToken": first["NextToken"] ?? .null])
        #expect(second["Rules"]?.arrayValue?.compactMap { $0["Name"]?.stringValue } == ["a3"])
        #expect(second["NextToken"] == nil)
        let names = try await world.run(
            "ListRuleNamesByTarget", ["TargetArn": "arn:aws:sqs:us-east-1:000000000000:b"])
        #expect(names == ["RuleNames": ["b"]])
    }

    @Test func tagsOfAWSAreNotSetByOthers() async throws {
        let world = try EventWorld()
        let tags: JSON = [["Key": "aws:mine", "Value": "v"]]
        let words = "aws: prefixed tag key names are not allowed for external use."
        #expect(await world.failure("CreateEventBus", ["Name": "b", "Tags": tags])?.message == words)
        let rule: JSON = ["Name": "r", "EventPattern": #"{"source":["s"]}"#, "Tags": tags]
        #expect(await world.failure("PutRule", rule)?.message == words)
        let bus: JSON = "arn:aws:events:us-east-1:000000000000:event-bus/default"
        #expect(await world.failure("TagResource", ["ResourceARN": bus, "Tags": tags])?.message == words)
    }
}
