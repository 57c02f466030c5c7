import AWSWire
import JSONTree
import ResourceNames
import Testing

@testable import LogsService

@Suite struct FilterTests {
    @Test(arguments: [1, 4, 1_000])
    func streamsAreInterleavedByTimeOverAllPages(limit: Int) async throws {
        let world = try await LogWorld.withStream()
        try await world.run("CreateLogStream", ["logGroupName": "g", "logStreamName": "t"])
        try await world.put((0..<30).map { ($0 * 2, "s\($0 * 2) \($0 % 3 == 0 ? "hit" : "miss")") })
        try await world.put((0..<30).map { ($0 * 2 + 1, "t\($0 * 2 + 1) hit") }, to: "t")
        var input: JSONObject = ["logGroupName": "g", "filterPattern": "hit", "limit": .integer(Int64(limit))]
        var seen: [String] = []
        repeat {
            let page = try await world.run("FilterLogEvents", .object(input))
            seen += page.messages
            input["nextToken"] = page["nextToken"]
        } while input["nextToken"] != nil
        let wanted = (0..<60).filter { $0 % 2 == 1 || $0 % 6 == 0 }.map { "\($0 % 2 == 0 ? "s" : "t")\($0) hit" }
        #expect(seen == wanted)
    }

    @Test func streamsAreChosenByNameOrPrefix() async throws {
        let world = try await LogWorld.withStream()
        for name in ["t1", "t2"] {
            try await world.run("CreateLogStream", ["logGroupName": "g", "logStreamName": .string(name)])
            try await world.put([(0, name)], to: name)
        }
        try await world.put([(0, "s")])
        #expect(
            try await world.run("FilterLogEvents", ["logGroupName": "g", "logStreamNamePrefix": "t"]).messages == [
                "t1", "t2",
            ])
        #expect(
            try await world.run("FilterLogEvents", ["logGroupName": "g", "logStreamNames": ["s"]]).messages == ["s"])
        let both: JSON = ["logGroupName": "g", "logStreamNames": ["s"], "logStreamNamePrefix": "t"]
        #expect(await world.failure("FilterLogEvents", both) == "InvalidParameterException")
        #expect(
            await world.failure("FilterLogEvents", ["logGroupName": "g", "logStreamNames": ["x"]])
                == "ResourceNotFoundException")
        #expect(await world.failure("FilterLogEvents", ["logGroupName": "x"]) == "ResourceNotFoundException")
    }
}
