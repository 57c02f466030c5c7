import AWSWire
import JSONTree
import ResourceNames
import TestSupport
import Testing

@testable import EventsService

@Suite struct ScheduleTests {
    @Test(arguments: [
        ("rate(5 minutes)", "2026-01-01T00:00:00Z", "2026-01-01T00:05:00Z"),
        ("rate(1 hour)", "2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z"),
        ("rate(2 days)", "2026-01-01T01:00:00Z", "2026-01-03T00:00:00Z"),
        ("cron(0 10 * * ? *)", "2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z"),
        ("cron(15 12 * * ? *)", "2026-01-01T10:00:00Z", "2026-01-01T12:15:00Z"),
        ("cron(0 18 ? * MON-FRI *)", "2026-01-02T18:00:00Z", "2026-01-05T18:00:00Z"),
        ("cron(0 8 1 * ? *)", "2026-01-01T08:00:00Z", "2026-02-01T08:00:00Z"),
        ("cron(0/15 * * * ? *)", "2026-01-01T00:46:10Z", "2026-01-01T01:00:00Z"),
        ("cron(0/10 * ? * MON-FRI *)", "2026-01-02T23:50:00Z", "2026-01-05T00:00:00Z"),
        ("cron(0 0 L * ? *)", "2026-02-01T00:00:00Z", "2026-02-28T00:00:00Z"),
        ("cron(0 0 L-1 * ? *)", "2028-02-01T00:00:00Z", "2028-02-28T00:00:00Z"),
        ("cron(0 0 15W * ? *)", "2026-02-01T00:00:00Z", "2026-02-16T00:00:00Z"),
        ("cron(0 0 1W * ? *)", "2026-07-30T00:00:00Z", "2026-08-03T00:00:00Z"),
        ("cron(0 0 LW * ? *)", "2026-05-01T00:00:00Z", "2026-05-29T00:00:00Z"),
        ("cron(0 0 ? * 6#3 *)", "2026-01-01T00:00:00Z", "2026-01-16T00:00:00Z"),
        ("cron(0 0 ? * FRIL *)", "2026-01-01T00:00:00Z", "2026-01-30T00:00:00Z"),
        ("cron(30 6 ? JAN,JUL SUN 2027-2028)", "2026-01-01T00:00:00Z", "2027-01-03T06:30:00Z"),
    ])
    func theNextInstantIs(expression: String, after: String, next: String) throws {
        let start = try #require(Timestamp(iso8601: "2026-01-01T00:00:00Z"))
        let instant = try #require(Timestamp(iso8601: after))
        #expect(try ScheduleExpression(expression).next(after: instant, since: start) == Timestamp(iso8601: next))
    }

    @Test func whatNeverComesIsNever() throws {
        let start = try #require(Timestamp(iso8601: "2026-01-01T00:00:00Z"))
        #expect(try ScheduleExpression("cron(0 0 30 2 ? *)").next(after: start, since: start) == nil)
        #expect(try ScheduleExpression("cron(0 0 1 1 ? 2020)").next(after: start, since: start) == nil)
    }

    @Test(arguments: [
        "", "rate()", "rate(0 minutes)", "rate(1 minutes)", "rate(5 minute)", "rate(5 weeks)", "rate(-1 days)",
        "cron(* * * * * *)", "cron(* * ? * ? *)", "cron(* * * * ?)", "cron(60 * * * ? *)", "cron(5-1 * * * ? *)",
        "cron(*/0 * * * ? *)", "cron(0 0 32 * ? *)", "cron(0 0 ? * 8 *)", "cron(0 0 ? * MON#6 *)", "at(2026)",
    ])
    func anExpressionIsRefused(text: String) {
        #expect(throws: ServiceError.self) { try ScheduleExpression(text) }
    }

    @Test func aScheduledRuleTriggersItself() async throws {
        let world = try EventWorld()
        let queue = try await world.queue("q")
        try await world.run("PutRule", ["Name": "tick", "ScheduleExpression": "rate(5 minutes)"])
        try await world.run(
            "PutTargets",
            ["Rule": "tick", "Targets": [["Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"]]])
        world.clock.advance(by: .seconds(899))
        let bodies = try await world.bodies(queue, count: 2)
        let event = try JSON.parse(bodies.last ?? "")
        #expect(event["detail-type"] == "Scheduled Event")
        #expect(event["source"] == "aws.events")
        #expect(event["resources"] == ["arn:aws:events:us-east-1:000000000000:rule/tick"])
        #expect(event["time"] == "2026-01-01T00:10:00Z")
        #expect(event["detail"] == [:])
    }
}
