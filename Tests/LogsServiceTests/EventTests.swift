import AWSWire
import JSONTree
import ResourceNames
import Testing

@testable import LogsService

@Suite struct EventTests {
    @Test func eventsOutliveTheProcessInOrderOfTime() async throws {
        let world = try await LogWorld.withStream()
        try await world.put([(10, "b"), (20, "c")])
        try await world.put([(5, "a"), (20, "d")])
        try world.restart()
        let page = try await world.run(
            "GetLogEvents", ["logGroupName": "g", "logStreamName": "s", "startFromHead": true])
        #expect(page.messages == ["a", "b", "c", "d"])
        #expect(page["events"]?[0]?["ingestionTime"] == .integer(LogWorld.start))
        try await world.put([(20, "e")])
        let last = try await world.run("GetLogEvents", ["logGroupName": "g", "logStreamName": "s", "limit": 2])
        #expect(last.messages == ["d", "e"])
    }

    @Test(arguments: [1, 3, 7, 100])
    func pagesLeadForwardsAndBackThroughAllEvents(limit: Int) async throws {
        let world = try await LogWorld.withStream()
        let names = (0..<25).map { "m\($0)" }
        try await world.put(names.enumerated().map { (Int64($0 / 2), $1) })
        var input: JSONObject = [
            "logGroupName": "g", "logStreamName": "s", "startFromHead": true, "limit": .integer(Int64(limit)),
        ]
        var (seen, token): ([String], JSON?) = ([], nil)
        while true {
            input["nextToken"] = token
            let page = try await world.run("GetLogEvents", .object(input))
            seen += page.messages
            if page["nextForwardToken"] == token { break }
            token = page["nextForwardToken"]
        }
        #expect(seen == names)
        (seen, token) = ([], nil)
        input["startFromHead"] = nil
        while true {
            input["nextToken"] = token
            let page = try await world.run("GetLogEvents", .object(input))
            seen = page.messages + seen
            if page["nextBackwardToken"] == token { break }
            token = page["nextBackwardToken"]
        }
        #expect(seen == names)
    }

    @Test func aClientThatWaitsAtTheEndSeesWhatComes() async throws {
        let world = try await LogWorld.withStream()
        let empty = try await world.run("GetLogEvents", ["logGroupName": "g", "logStreamName": "s"])
        #expect(empty.messages.isEmpty)
        try await world.put([(1, "a")])
        let first = try await world.run(
            "GetLogEvents", ["logGroupName": "g", "logStreamName": "s", "startFromHead": true])
        let token = first["nextForwardToken"] ?? ""
        let input: JSON = ["logGroupName": "g", "logStreamName": "s", "nextToken": token]
        #expect(try await world.run("GetLogEvents", input).messages.isEmpty)
        try await world.put([(1, "b"), (2, "c")])
        #expect(try await world.run("GetLogEvents", input).messages == ["b", "c"])
    }

    @Test(arguments: ["GetLogEvents", "FilterLogEvents"])
    func aTokenIsGoodForADayAndItsOwnList(action: String) async throws {
        let world = try await LogWorld.withStream()
        try await world.run("CreateLogGroup", ["logGroupName": "h"])
        try await world.run("CreateLogStream", ["logGroupName": "h", "logStreamName": "s"])
        try await world.put([(1, "a"), (2, "b"), (3, "c")])
        var input: JSONObject = ["logGroupName": "g", "limit": 1]
        if action == "GetLogEvents" { (input["logStreamName"], input["startFromHead"]) = ("s", true) }
        let page = try await world.run(action, .object(input))
        input["nextToken"] = page["nextForwardToken"] ?? page["nextToken"]
        world.moveClock(by: .seconds(86_400))
        #expect(try await world.run(action, .object(input)).messages == ["b"])
        var other = input
        other["logGroupName"] = "h"
        #expect(await world.failure(action, .object(other)) == "InvalidParameterException")
        world.moveClock(by: .seconds(1))
        #expect(await world.failure(action, .object(input)) == "InvalidParameterException")
    }

    @Test func theSpanOfTimeIsClosedBelowAndOpenAbove() async throws {
        let world = try await LogWorld.withStream()
        try await world.put([(1, "a"), (2, "b"), (3, "c")])
        let range: JSONObject = [
            "logGroupName": "g", "startTime": .integer(LogWorld.start + 2), "endTime": .integer(LogWorld.start + 3),
        ]
        var input = range
        input["logStreamName"] = "s"
        #expect(try await world.run("GetLogEvents", .object(input)).messages == ["b"])
        // FilterLogEvents takes its end in. Source: API reference, `FilterLogEvents`, endTime.
        #expect(try await world.run("FilterLogEvents", .object(range)).messages == ["b", "c"])
    }

    @Test func batchesKeepTheRules() async throws {
        let world = try await LogWorld.withStream()
        func failure(_ events: [(Int64, String)]) async -> String? {
            do throws(ServiceError) {
                try await world.put(events)
                return nil
            } catch { return error.code }
        }
        #expect(await failure([]) == "InvalidParameterException")
        #expect(await failure([(2, "a"), (1, "b")]) == "InvalidParameterException")
        #expect(await failure([(-86_400_001, "a"), (0, "b")]) == "InvalidParameterException")
        #expect(await failure((0...10_000).map { _ in (0, "a") }) == "InvalidParameterException")
        #expect(await failure((0..<10_000).map { _ in (0, "a") }) == nil)
        let most = String(repeating: "x", count: 1_048_576 - 26)
        #expect(await failure([(0, most)]) == nil)
        #expect(await failure([(0, most + "x")]) == "InvalidParameterException")
        #expect(
            await world.failure("PutLogEvents", ["logGroupName": "g", "logStreamName": "x", "logEvents": []])
                == "ResourceNotFoundException")
    }

    @Test func eventsThatAreTooOldOrTooNewAreToldAndLeftOut() async throws {
        let world = try await LogWorld.withStream()
        let day: Int64 = 86_400_000
        let old = try await world.put([(-14 * day - 1, "old"), (-14 * day, "ok")])
        #expect(old["rejectedLogEventsInfo"] == ["tooOldLogEventEndIndex": 1])
        let new = try await world.put([(0, "now"), (2 * 3_600_000, "soon"), (2 * 3_600_000 + 1, "later")])
        #expect(new["rejectedLogEventsInfo"] == ["tooNewLogEventStartIndex": 2])
        try await world.run("PutRetentionPolicy", ["logGroupName": "g", "retentionInDays": 1])
        let expired = try await world.put([(-day - 1, "expired"), (-day, "kept")])
        #expect(expired["rejectedLogEventsInfo"] == ["expiredLogEventEndIndex": 1])
        let page = try await world.run("FilterLogEvents", ["logGroupName": "g"])
        #expect(page.messages == ["kept", "now", "soon"])
    }

    @Test func whatIsNoLongerKeptIsDeleted() async throws {
        let world = try await LogWorld.withStream()
        try await world.put([(0, "old"), (1, "too")])
        world.moveClock(by: .seconds(86_400))
        try await world.put([(80_000_000, "new")])
        try await world.run("PutRetentionPolicy", ["logGroupName": "g", "retentionInDays": 1])
        world.moveClock(by: .seconds(1))
        #expect(try await world.run("FilterLogEvents", ["logGroupName": "g"]).messages == ["new"])
        try await world.service.expire()
        try await world.run("DeleteRetentionPolicy", ["logGroupName": "g"])
        #expect(try await world.run("FilterLogEvents", ["logGroupName": "g"]).messages == ["new"])
    }
}
