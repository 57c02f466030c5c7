import Testing

/// The executable and a plain model of a queue are given the same operations, drawn by chance, over HTTP and under a clock that is moved, and must
/// answer the same each time. Every few thousand operations the executable is killed.
@Suite(.serialized)
struct QueueDifferentialTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func twentyFiveThousandOperationsAndFourKillsMakeNoDifference(seed: UInt64) throws {
        let server = try QueueServer()
        var run = try QueueRun(server: server, seed: seed)
        for part in 1...5 {
            if part > 1 { try server.killAndStart() }
            try run.go(operations: 5_000)
        }
        #expect(run.refusals > 100 && run.deadLetters > 100 && run.repeats > 100, "the operations reach everything")
    }
}
