import AWSWire
import JSONTree
import ResourceNames
import Testing

@testable import LogsService

@Suite struct SinkTests {
    private func line(_ offset: Int64, _ message: String) -> LogLine {
        LogLine(timestamp: Timestamp(milliseconds: LogWorld.start + offset), message: message)
    }

    @Test func whatIsPutInComesOutInOrder() async throws {
        let world = try LogWorld()
        let sink = world.service.sink
        for number in 0..<500 {
            sink.append(
                group: "/aws/g", stream: "s\(number % 2)", events: [line(0, "\(number)")], in: world.context.territory)
        }
        await sink.flush()
        let page = try await world.run(
            "GetLogEvents", ["logGroupName": "/aws/g", "logStreamName": "s0", "startFromHead": true])
        #expect(page.messages == (0..<250).map { "\($0 * 2)" })
        #expect(try await world.run("FilterLogEvents", ["logGroupName": "/aws/g"]).messages.count == 500)
        #expect(sink.droppedCount == 0)
    }

    @Test func whatDoesNotFitIsDroppedAndCounted() async throws {
        let world = try LogWorld()
        let sink = world.service.sink
        let lines = (0..<100_001).map { _ in line(0, "x") }
        sink.append(group: "g", stream: "s", events: lines + [line(0, "")], in: world.context.territory)
        #expect(sink.droppedCount == 1)
    }

    @Test func anOverlongMessageIsCut() async throws {
        let world = try LogWorld()
        let sink = world.service.sink
        let long = line(0, String(repeating: "ä", count: 600_000))
        sink.append(group: "g", stream: "s", events: [long, line(1, "next")], in: world.context.territory)
        await sink.flush()
        let page = try await world.run("FilterLogEvents", ["logGroupName": "g", "filterPattern": "next"])
        #expect(page.messages == ["next"])
        #expect(sink.droppedCount == 0)
    }

    @Test func runWritesUntilItIsCancelled() async throws {
        let world = try LogWorld()
        let sink = world.service.sink
        let run = Task { await sink.run() }
        sink.append(group: "g", stream: "s", events: [line(0, "x")], in: world.context.territory)
        while await world.failure("FilterLogEvents", ["logGroupName": "g"]) != nil { await Task.yield() }
        run.cancel()
        await run.value
        #expect(try await world.run("FilterLogEvents", ["logGroupName": "g"]).messages == ["x"])
    }
}
