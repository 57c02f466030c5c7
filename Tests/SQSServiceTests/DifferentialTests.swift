import AWSWire
import JSONTree
import ResourceNames
import Testing

/// The service and a plain model of it are given the same operations, drawn by chance, and must answer the same each time.
struct DifferentialTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func twentyFiveThousandOperationsMakeNoDifference(seed: UInt64) async throws {
        let world = try QueueWorld(isDurable: false)
        var run = try await DifferentialRun(world: world, seed: seed)
        try await run.go(operations: 25_000)
        #expect(run.refusals > 100 && run.deadLetters > 100 && run.repeats > 100, "the operations reach everything")
    }

    @Test func noRestartMakesADifference() async throws {
        let world = try QueueWorld()
        var run = try await DifferentialRun(world: world, seed: 5)
        for _ in 1...8 {
            try await run.go(operations: 150)
            try world.restart()
        }
    }
}
