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

    @Test func whatARoleMayNotWriteIsLeftOut() async throws {
        let world = try LogWorld()
        let sink = world.service.sink
        // The world refuses the role whose name is the group's.
        for (role, text) in [("g", "refused"), ("other", "taken")] {
            sink.append(
                group: "g", stream: "s", events: [line(0, text)], in: world.context.territory,
                author: LogAuthor(roleARN: role, sessionName: "f"))
        }
        await sink.flush()
        #expect(try await world.run("FilterLogEvents", ["logGroupName": "g"]).messages == ["taken"])
        #expect(sink.droppedCount == 0)
    }

    @Test func theOldestEventsGoWhenAGroupIsTooLarge() async throws {
        let world = try LogWorld()
        let catalogue = try LogCatalogue(
            store: world.store, clock: world.clock,
            deliveries: FilterDeliveries(run: world.calls.run, pause: { _ in }))
        let key = GroupKey(territory: world.context.territory, name: "g")
        try await catalogue.create(LogGroup(id: key, createdAt: catalogue.now, storageClass: "STANDARD", kmsKeyID: nil))
        for stream in ["ended", "old", "new"] { try await catalogue.createStream(key, stream) }
        let text = String(repeating: "x", count: 74)
        try await catalogue.append([line(0, text)], to: "ended", of: key)
        for part in 0..<4 {
            let lines = (0..<1_000).map { line(Int64(1 + part * 1_000 + $0), text) }
            try await catalogue.append(lines, to: part < 3 ? "old" : "new", of: key)
        }
        #expect(catalogue.streams(of: key).map(\.byteCount) == [100, 100_000, 300_000])
        try await catalogue.trim(key, to: 250_000)
        // A transaction's worth of rows at a time.
        #expect(catalogue.streams(of: key).map(\.name) == ["new", "old"])
        #expect(catalogue.streams(of: key).map(\.byteCount) == [100_000, 100_000])
        let left = try await catalogue.oldest(of: catalogue.stream(key, "old"))
        #expect(left.first?.position.milliseconds == LogWorld.start + 2_001)
        try await catalogue.trim(key, to: 250_000)
        #expect(catalogue.streams(of: key).count == 2)
    }
}
