import ResourceNames
import StatesInterpreter
import StorageContract

/// What the API asks about Map Runs.
extension ExecutionEngine {
    /// A Map Run as of the last commit.
    ///
    /// - Returns: `nil` when there is none of this ARN.
    package func findMapRun(_ arn: MapRunARN) async throws(EngineFailure) -> MapRunDescription? {
        guard let words = UUIDText.words(arn.id) else { return nil }
        let key = ExecutionKey(high: words.high, low: words.low)
        let row = try await read { reader throws(StoreError) in try reader.execution(key) }
        guard let row, MapRunDescription.isRow(row), let description = MapRunDescription(row),
            description.arn == arn
        else { return nil }
        return description
    }

    /// A Map Run as of the last commit.
    package func mapRun(_ arn: MapRunARN) async throws(EngineFailure) -> MapRunDescription {
        guard let run = try await findMapRun(arn) else { throw .mapRunDoesNotExist }
        return run
    }

    /// The Map Runs of an execution, newest first.
    package func mapRuns(
        of execution: ExecutionARN, after: (startedAt: Timestamp, key: ExecutionKey)?, limit: Int
    ) async throws(EngineFailure) -> [(key: ExecutionKey, description: MapRunDescription)] {
        let parent = try await row(of: execution).key
        let filter = ExecutionFilter(
            machine: MapRunDescription.storedName(of: parent), after: after, limit: limit)
        let rows = try await read { reader throws(StoreError) in try reader.executions(filter) }
        return rows.compactMap { row in MapRunDescription(row).map { (row.key, $0) } }
    }

    /// The child executions of a Map Run, newest first.
    package func children(
        of run: MapRunARN, status: ExecutionStatus?, after: (startedAt: Timestamp, key: ExecutionKey)?, limit: Int
    ) async throws(EngineFailure) -> [(key: ExecutionKey, description: ExecutionDescription)] {
        try await list(
            ExecutionFilter(
                machine: "\(run.childMachine.storedName):\(run.id)", status: status?.rawValue, after: after,
                limit: limit), opening: true)
    }

    /// Whether executions listed under a name are the children of a Map Run that is not over: it still has their results to read.
    package func needsExecutions(listedUnder machine: String) throws(StoreError) -> Bool {
        let parts = machine.split(separator: ":")
        guard parts.count == 4, let words = UUIDText.words(parts[3]) else { return false }
        let row = try services.store.readNow { reader throws(StoreError) in
            try reader.execution(ExecutionKey(high: words.high, low: words.low))
        }
        return row?.status == ExecutionStatus.running.rawValue
    }

    /// Changes a running Map Run; answers when the change is durable.
    ///
    /// - Throws: `mapRunDoesNotExist`, `mapRunOver`.
    package func updateMapRun(
        _ arn: MapRunARN, concurrency: Int?, toleratedCount: Int?, toleratedPercentage: Double?
    ) async throws(EngineFailure) {
        guard try await mapRun(arn).status == .running else { throw .mapRunOver }
        guard let words = UUIDText.words(arn.id) else { throw .mapRunDoesNotExist }
        let key = ExecutionKey(high: words.high, low: words.low)
        let input = MapRunInput.updated(
            concurrency: concurrency, toleratedCount: toleratedCount, toleratedPercentage: toleratedPercentage)
        let failure: EngineFailure? = await withCheckedContinuation { continuation in
            let isPosted = loop(for: key).post { loop in
                guard let run = loop.mapRuns[key] ?? loop.runningMapRun(key) else {
                    return continuation.resume(returning: .mapRunOver)
                }
                loop.offer(input, to: run) { continuation.resume(returning: $0) }
            }
            if !isPosted { continuation.resume(returning: .unavailable("the engine has stopped")) }
        }
        if let failure { throw failure }
    }
}
