import AWSWire
import JSONTree
import Testing

/// Events that match are told as they come, a message at a time.
struct LiveTailTests {
    private static let group: JSON = "arn:aws:logs:us-east-1:000000000000:log-group:g"

    @Test func whatMatchesIsTold() async throws {
        let world = try await LogWorld.withStream()
        try await world.run("CreateLogStream", ["logGroupName": "g", "logStreamName": "t"])
        try await world.put([(0, "ERROR before")])
        let output = try await world.output(
            "StartLiveTail",
            ["logGroupIdentifiers": [Self.group], "logStreamNames": ["s"], "logEventFilterPattern": "ERROR"])
        var pieces = try #require(output.pieces).makeAsyncIterator()
        let first = String(decoding: try #require(await pieces.next()), as: UTF8.self)
        #expect(first.contains("initial-response") && first.contains("sessionStart"))
        try await world.put([(1, "ERROR one"), (2, "fine")])
        try await world.put([(3, "ERROR elsewhere")], to: "t")
        let second = String(decoding: try #require(await pieces.next()), as: UTF8.self)
        #expect(second.contains("sessionUpdate") && second.contains("ERROR one"))
        #expect(!second.contains("before") && !second.contains("fine") && !second.contains("elsewhere"))
        let third = String(decoding: try #require(await pieces.next()), as: UTF8.self)
        #expect(third.contains(#""sessionResults":[]"#))
    }

    @Test func whatNobodyCanWatchIsRefused() async throws {
        let world = try LogWorld()
        #expect(
            await world.failure("StartLiveTail", ["logGroupIdentifiers": [Self.group]]) == "ResourceNotFoundException")
        #expect(await world.failure("StartLiveTail", ["logGroupIdentifiers": ["g"]]) == "InvalidParameterException")
        #expect(await world.failure("PutMetricFilter", [:]) == "InvalidParameterException")
    }
}
