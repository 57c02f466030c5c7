import ResourceNames
import Testing

@testable import ExecutionHistory

/// Builds stand behind a record's events and change nothing of the rest.
struct RecordBuildsTests {
    private static let builds = [TaskBuild(task: 4, build: "a1"), TaskBuild(task: 700, build: "b2")]

    private static func bare() -> [UInt8] {
        var writer = RecordWriter(
            RecordHeader(semantics: 1, time: Timestamp(milliseconds: 1_500), seed: 7, firstEventID: 4))
        writer.plain(.parallelStateStarted, previous: 3)
        return writer.finish()
    }

    @Test func aRecordWithBuildsReadsAsOneWithout() throws {
        let (bare, noted) = (Self.bare(), RecordBuilds.adding(Self.builds, to: Self.bare()))
        let reader = try RecordReader(noted)
        #expect(reader.builds == Self.builds)
        #expect(try RecordReader(bare).builds.isEmpty)
        let shown = try reader.events().map { $0.json() }
        #expect(try shown == RecordReader(bare).events().map { $0.json() } && reader.isReplayable)
        #expect(try RecordBuilds.removed(from: noted) == bare && RecordBuilds.removed(from: bare) == bare)
        #expect(RecordBuilds.adding([], to: bare) == bare)
    }

    @Test func compactionKeepsThem() throws {
        let builds = (1...9).map { TaskBuild(task: $0, build: "b2") }
        let short = try #require(RecordCompaction.compact(RecordBuilds.adding(builds, to: Self.bare())))
        #expect(try RecordReader(short).builds == builds)
    }

    @Test func tornBuildsAreNoRecord() {
        let noted = RecordBuilds.adding(Self.builds, to: Self.bare())
        var torn = Array(noted.dropLast(6))
        Checksum.append(to: &torn)
        #expect(throws: RecordError.self) { try RecordReader(torn) }
    }
}
