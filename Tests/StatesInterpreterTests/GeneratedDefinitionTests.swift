import Digests
import ExecutionHistory
import Foundation
import JSONTree
import StatesLanguage
import TestSupport
import Testing

@testable import StatesInterpreter

/// Definitions made by chance: same seed, same bytes; and whatever part of a log is left, going on from it leads to the same end.
struct GeneratedDefinitionTests {
    @Test(arguments: Seeds.parts(of: 4_000))
    func generatedDefinitionsHaveNoProblems(seeds: ClosedRange<UInt64>) {
        for seed in seeds {
            let definition = RandomDefinition(seed: seed)
            let problems = Definition.check(Array(definition.text.utf8), type: .standard).problems
            #expect(problems.isEmpty, "\(problems)\n\(definition.report)")
        }
    }

    @Test(arguments: Seeds.parts(of: 2_400))
    func theSameSeedGivesTheSameBytes(seeds: ClosedRange<UInt64>) throws {
        for seed in seeds {
            let definition = RandomDefinition(seed: seed)
            let (one, other) = (try GeneratedRun.whole(definition), try GeneratedRun.whole(definition))
            #expect(one.state.isEnded, "it does not end\n\(definition.report)")
            #expect(one.records == other.records, "\(definition.report)")
        }
    }

    @Test(arguments: Seeds.parts(of: 400))
    func goingOnFromAnyPrefixOfTheLogGivesTheSameEnd(seeds: ClosedRange<UInt64>) throws {
        for seed in seeds {
            let definition = RandomDefinition(seed: seed)
            let whole = try GeneratedRun.whole(definition)
            for count in 1...whole.records.count {
                var resumed = whole
                try resumed.crash(after: count, takesSnapshot: count % 2 == 0)
                GeneratedRun.finish(&resumed)
                let isSame = resumed.records == whole.records && resumed.state.isEnded
                #expect(isSame, "after \(count) records: \(Self.difference(whole, resumed))\n\(definition.report)")
                if !isSame { break }
            }
        }
    }

    @Test func theyUseEverythingThereIs() throws {
        var types: Set<HistoryEventType> = []
        for seed in UInt64(1)...600 {
            for event in try GeneratedRun.whole(RandomDefinition(seed: seed)).history { types.insert(event.type) }
        }
        // One comes from outside; two are not written any more, for what cannot start is not scheduled either.
        let others: Set<HistoryEventType> = [.executionAborted, .lambdaFunctionStartFailed, .taskStartFailed]
        let missing = HistoryEventType.allCases.filter { type in
            !types.contains(type) && !others.contains(type) && !type.name.hasPrefix("MapRun")
        }
        #expect(missing == [])
    }

    private static let digestPlace = "NEWEL_DIGEST_TO"

    /// What the other process of the next test does.
    @Test(.enabled(if: ProcessInfo.processInfo.environment[digestPlace] != nil))
    func writesTheDigestOfHistories() throws {
        let place = try #require(ProcessInfo.processInfo.environment[Self.digestPlace])
        try Data(Self.digest().utf8).write(to: URL(filePath: place))
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment[digestPlace] == nil))
    func anotherProcessWithAnotherHashSeedWritesTheSameHistories() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "newel-digest-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }  // a temporary file may stay
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "--testing-library", "swift-testing", "--filter", "GeneratedDefinitionTests/writesTheDigestOfHistories",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging([Self.digestPlace: place.path]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let theirs = try #require(String(data: Data(contentsOf: place), encoding: .utf8))
        let ours = try Self.digest()
        #expect(ours.split(separator: "\n").count == 200)
        for (one, other) in zip(ours.split(separator: "\n"), theirs.split(separator: "\n")) where one != other {
            let seed = one.split(separator: " ").first.flatMap { UInt64($0) } ?? 0
            Issue.record("\(one) here, \(other) there\n\(RandomDefinition(seed: seed).report)")
        }
        #expect(ours == theirs)
    }

    /// A line for each of some seeds, with a digest of the whole log.
    private static func digest() throws -> String {
        try (UInt64(1)...200).map { seed in
            let records = try GeneratedRun.whole(RandomDefinition(seed: seed)).records
            return "\(seed) \(Digests.hex(Digests.sha256(records.flatMap { $0 })))\n"
        }.joined()
    }

    /// Where two histories part.
    private static func difference(_ one: Interpretation, _ other: Interpretation) -> String {
        for (number, pair) in zip(one.records, other.records).enumerated() where pair.0 != pair.1 {
            return "record \(number + 1) is another: \(events(pair.0)) / \(events(pair.1))"
        }
        guard one.records.count == other.records.count else {
            return "\(one.records.count) and \(other.records.count) records"
        }
        return "the records are the same, the state is not"
    }

    private static func events(_ record: [UInt8]) -> String {
        do {
            let reader = try RecordReader(record)
            return "\(reader.header) \(try reader.events().map { $0.json().text })"
        } catch {
            return "\(error)"
        }
    }
}
