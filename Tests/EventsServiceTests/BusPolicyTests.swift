import AWSWire
import JSONTree
import Testing

/// Policies of buses, statement by statement and whole.
struct BusPolicyTests {
    private static let permission: JSON = [
        "Action": "events:PutEvents", "Principal": "111122223333", "StatementId": "theirs",
    ]

    private func policy(_ world: EventWorld, _ bus: String? = nil) async throws -> JSON? {
        var input = JSONObject()
        input["Name"] = bus.map { .string($0) }
        let text = try await world.run("DescribeEventBus", .object(input))["Policy"]?.stringValue
        return try text.map { try JSON.parse($0) }
    }

    @Test func statementsAreAddedReplacedAndRemoved() async throws {
        let world = try EventWorld()
        #expect(
            await world.failure("RemovePermission", ["StatementId": "theirs"])?.message
                == "EventBus does not have a policy.")
        try await world.run("PutPermission", Self.permission)
        let everybody: JSON = [
            "Action": "events:PutEvents", "Principal": "*", "StatementId": "organization",
            "Condition": ["Type": "StringEquals", "Key": "aws:PrincipalOrgID", "Value": "o-1234567890"],
        ]
        try await world.run("PutPermission", everybody)
        try await world.run("PutPermission", everybody)
        try world.restart()
        let bus = "arn:aws:events:us-east-1:000000000000:event-bus/default"
        let expected: JSON = [
            "Version": "2012-10-17",
            "Statement": [
                [
                    "Sid": "theirs", "Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::111122223333:root"],
                    "Action": "events:PutEvents", "Resource": .string(bus),
                ],
                [
                    "Sid": "organization", "Effect": "Allow", "Principal": "*", "Action": "events:PutEvents",
                    "Resource": .string(bus),
                    "Condition": ["StringEquals": ["aws:PrincipalOrgID": "o-1234567890"]],
                ],
            ],
        ]
        #expect(try await policy(world) == expected)
        #expect(
            await world.failure("RemovePermission", ["StatementId": "none"])?.message
                == "Statement with the provided id does not exist.")
        try await world.run("RemovePermission", ["StatementId": "theirs"])
        #expect(try await policy(world)?["Statement"]?.arrayValue?.count == 1)
        try await world.run("RemovePermission", ["RemoveAllPermissions": true])
        #expect(try await policy(world) == nil)
    }

    @Test func aWholePolicyIsCheckedAndKept() async throws {
        let world = try EventWorld()
        try await world.run("CreateEventBus", ["Name": "orders"])
        let text =
            #"{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Principal":"*","Action":"events:*","Resource":"*"}]}"#
        try await world.run("PutPermission", ["EventBusName": "orders", "Policy": .string(text)])
        #expect(try await policy(world, "orders") == JSON.parse(text))
        #expect(try await policy(world) == nil)
        for bad in ["{}", "x", text.replacing("events:*", with: "sqs:*")] {
            let failure = await world.failure("PutPermission", ["EventBusName": "orders", "Policy": .string(bad)])
            #expect(failure?.code == "ValidationException")
        }
        var long = try JSON.parse(text).objectValue ?? [:]
        long["Id"] = .string(String(repeating: "x", count: 10_240))
        let failure = await world.failure(
            "PutPermission", ["EventBusName": "orders", "Policy": .string(JSON.object(long).text)])
        #expect(failure?.code == "PolicyLengthExceededException")
        #expect(
            await world.failure("PutPermission", ["EventBusName": "none", "Policy": .string(text)])?.code
                == "ResourceNotFoundException")
    }
}
