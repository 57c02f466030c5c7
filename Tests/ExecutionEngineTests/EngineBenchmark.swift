import ExecutionEngine
import Glibc
import TestSupport
import Testing

/// What a short execution costs the engine and the store, HTTP aside. Runs when `NEWEL_BENCHMARK` is 1; build it with `-c release`.
///
/// Times are printed, counts are checked: they do not depend on the machine.
@Suite(.enabled(if: getenv("NEWEL_BENCHMARK").map { String(cString: $0) } == "1"), .serialized)
struct EngineBenchmark {
    /// A chain of ten Pass states that each set a member.
    private static let chain: String = {
        let states = (0..<10).map { number in
            #""S\#(number)":{"Type":"Pass","Result":{"i":\#(number)},"ResultPath":"$.r","#
                + (number == 9 ? #""End":true}"# : #""Next":"S\#(number + 1)"}"#)
        }
        return #"{"StartAt":"S0","States":{\#(states.joined(separator: ","))}}"#
    }()

    @Test(arguments: [1, 32])
    func aChainOfTenStatesIsOneUnitAndItsDescriptionNoRead(callers: Int) async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let request = try await world.request(Self.chain, input: #"{"k":"v"}"#)
        let executions = 8_000
        _ = try await world.engine.start(request)
        let (commits, units, reads) = (world.store.commitCount, world.store.unitCount, world.store.readCount)
        let (clock, processorTime) = (ContinuousClock(), Self.processorMicroseconds)
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<callers {
                group.addTask {
                    for _ in 0..<executions / callers {
                        let started = try await world.engine.start(request)
                        guard try await world.engine.describe(started.execution).status == .succeeded else {
                            throw CancellationError()
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let span = start.duration(to: clock.now)
        let seconds = Double(span.components.seconds) + Double(span.components.attoseconds) / 1e18
        let commitsPerExecution = Double(world.store.commitCount - commits) / Double(executions)
        print(
            "ten Pass states, \(callers) callers: \(Int(Double(executions * 10) / seconds)) transitions/s,",
            "\((Self.processorMicroseconds - processorTime) / Int64(executions)) µs of processor per execution, \(commitsPerExecution) commits each"
        )
        #expect(world.store.unitCount - units == executions)
        #expect(world.store.readCount == reads)
        #expect(commitsPerExecution <= (callers == 1 ? 1 : 0.75))
    }

    @Test func anExpressChainIsNoUnitAtAll() async throws {
        let world = try EngineWorld(TemporaryFolder())
        defer { world.close() }
        let request = try await world.request(Self.chain, input: #"{"k":"v"}"#, isExpress: true)
        let executions = 40_000
        for _ in 0..<2_000 { _ = try await world.engine.startAndWait(request) }
        let (units, processorTime) = (world.store.unitCount, Self.processorMicroseconds)
        for _ in 0..<executions { _ = try await world.engine.startAndWait(request) }
        let spent = Double(Self.processorMicroseconds - processorTime) / Double(executions)
        print("ten Pass states, EXPRESS, one caller: \(spent) µs of processor per execution")
        #expect(world.store.unitCount == units)
    }

    private static var processorMicroseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}
