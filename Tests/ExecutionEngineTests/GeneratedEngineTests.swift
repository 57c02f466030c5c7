import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import StorageContract
import TestSupport
import Testing

/// Definitions made by chance in the real engine, on a real store, in virtual time.
@Suite struct GeneratedEngineTests {
    /// What tests with crashes use: nothing that may come out another way when it is done again.
    private static let steady: RandomDefinition.Means = {
        var means = RandomDefinition.Means()
        (means.hasChance, means.hasTokens, means.hasSilence) = (false, false, false)
        return means
    }()

    @Test(arguments: Seeds.parts(of: 48, in: 4))
    func theSameSeedGivesTheSameHistories(seeds: ClosedRange<UInt64>) async throws {
        // Virtual time waits for answers: calls that get none would stop it.
        var means = RandomDefinition.Means()
        (means.hasTokens, means.hasSilence) = (false, false)
        let definitions = seeds.map { RandomDefinition(seed: $0, means: means) }
        let (one, other) = (try await Self.histories(of: definitions), try await Self.histories(of: definitions))
        for (number, definition) in definitions.enumerated() {
            #expect(one[number].count > 1, "\(definition.report)")
            #expect(one[number] == other[number], "\(definition.report)")
        }
    }

    @Test(arguments: Seeds.parts(of: 16, in: 4))
    func aCrashAfterAnyCommitChangesNothing(seeds: ClosedRange<UInt64>) async throws {
        var cuts = 0
        for seed in seeds {
            let definition = RandomDefinition(seed: seed, means: Self.steady)
            let whole = try await Self.run(definition, losingPowerAfter: nil)
            for commits in 1... {
                let resumed = try await Self.run(definition, losingPowerAfter: commits)
                let isSame = resumed.events == whole.events
                #expect(
                    isSame,
                    """
                    after \(commits) commits: \(Self.difference(whole.events, resumed.events))
                    \(definition.report)
                    """)
                cuts += resumed.isCut ? 1 : 0
                if !resumed.isCut || !isSame { break }
            }
        }
        #expect(cuts > seeds.count)
    }

    /// What became of an execution.
    private struct Run {
        /// Its events, without times and ids.
        let events: [String]
        /// Whether the power was gone before its end.
        let isCut: Bool
    }

    /// The histories of executions.
    private static func histories(of definitions: [RandomDefinition]) async throws -> [[String]] {
        var histories: [[String]] = []
        for definition in definitions {
            let folder = TemporaryFolder()
            let world = try VirtualWorld(folder, invoker: VirtualWorld.invoker(definition.answers))
            defer { world.close() }
            let request = try await world.request(definition)
            let execution = try await world.engine.start(request).execution
            _ = try await world.engine.end(of: execution)
            histories.append(try await world.events(of: execution).map { $0.json().text })
        }
        return histories
    }

    /// Runs an execution; when the power goes, what is on disk then is all that is left, and another engine goes on from it.
    private static func run(_ definition: RandomDefinition, losingPowerAfter commits: Int?) async throws -> Run {
        let folder = TemporaryFolder()
        // One commit is the definition's.
        let invoker = VirtualWorld.invoker(definition.answers)
        let world = try VirtualWorld(folder, invoker: invoker, commitsLeft: commits.map { $0 + 1 })
        let request = try await world.request(definition)
        let execution = ExecutionARN(stateMachine: request.stateMachine, name: "run-\(definition.seed)")
        let engine = world.engine
        let start = Task { try? await engine.start(request) }
        var isOver = false
        while !isOver, !world.store.isPowerGone {
            await Task.yield()
            let description = try? await engine.describe(execution)
            isOver = description.map { $0.status != .running } ?? false
        }
        guard world.store.isPowerGone else {
            let events = try await end(of: execution, in: world)
            return Run(events: events, isCut: false)
        }
        let now = world.clock.now
        world.close()
        start.cancel()
        let next = try VirtualWorld(folder, at: now, invoker: invoker)
        // A start that was never acknowledged may be lost; whoever sent it sends it again.
        do { _ = try await next.engine.start(request) } catch {
            guard error == .executionExists else { throw error }
        }
        return Run(events: try await end(of: execution, in: next), isCut: true)
    }

    /// The events of an execution once it is over, without times and ids; closes the world.
    private static func end(of execution: ExecutionARN, in world: VirtualWorld) async throws -> [String] {
        _ = try await world.engine.end(of: execution)
        let events = try await world.events(of: execution)
        world.close()
        return events.map { event in
            guard case .object(var members) = event.json() else { return "" }
            members["timestamp"] = nil
            return VirtualWorld.withoutIDs(JSON.object(members).text)
        }
    }

    private static func difference(_ one: [String], _ other: [String]) -> String {
        for (number, pair) in zip(one, other).enumerated() where pair.0 != pair.1 {
            return "event \(number + 1)\n  was \(pair.0)\n  is  \(pair.1)"
        }
        return "\(one.count) and \(other.count) events"
    }
}
