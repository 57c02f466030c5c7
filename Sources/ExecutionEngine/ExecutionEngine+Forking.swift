import ExecutionHistory
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Executions that share the history of another one up to a point, and go on from there with other data.
extension ExecutionEngine {
    /// Starts an execution with the history an execution had when it entered a state. What had succeeded by then is done; what was under way in other
    /// branches is done again.
    ///
    /// A child of a Map Run is forked outside of that run: the new execution is one of the machine itself, and its definition is the item processor.
    /// - Parameters:
    ///   - event: The id of the event that entered the state; the first that is not shared.
    ///   - input: The state's input instead of the one it had; `nil` for that one.
    ///   - name: The name of the new execution; `nil`: the engine makes one.
    /// - Throws: `notForkable`; `executionExists` when the name is taken; `executionDoesNotExist`; `tooManyExecutions`.
    package func fork(_ origin: ExecutionARN, at event: Int64, input: Payload?, name: String?)
        async throws(EngineFailure)
        -> StartedExecution
    {
        let row = try await rowOfWholeLog(of: origin)
        guard let details = try services.details(of: row) else { throw .unavailable("the execution's row is damaged") }
        guard !details.isExpress else { throw .notForkable("The history of an EXPRESS execution is not kept") }
        let records = try await records(of: row, upTo: event)
        guard let last = records.last else { throw .notForkable("It has no event \(event)") }
        var shared: [SharedRecord] = []
        let first: String?
        do throws(RecordError) {
            first = try RecordReader(last).origin
            for record in records {
                guard let bytes = try RecordCompaction.share(record, before: event, of: origin.text) else { continue }
                shared.append(SharedRecord(bytes: bytes, reader: try RecordReader(bytes)))
            }
        } catch {
            throw .unavailable("the log of \(origin.text) cannot be read: \(error)")
        }
        if let first {
            // The event is one of the execution it was forked from itself.
            guard let first = ExecutionARN(first) else { throw .unavailable("the log names no origin: \(first)") }
            return try await fork(first, at: event, input: input, name: name)
        }
        var request = StartRequest(
            stateMachine: origin.stateMachine.unlabeled, name: name, input: try Self.payload(details.input),
            roleARN: details.roleARN, definitionSHA256: row.definitionSHA256, isExpress: false)
        request.stateMachineVersionARN = details.stateMachineVersionARN
        request.stateMachineAliasARN = details.stateMachineAliasARN
        request.settings = details.settings
        request.sealing = details.sealing
        let point = try point(of: origin, row, details, records, at: event).bytes(input: input)
        let definition = try details.mapRun.map { link throws(EngineFailure) in
            try processor(of: link, for: &request, holding: point)
        }
        return try await start(request, ForkBeginning(definition: definition, shared: shared, point: point))
    }

    /// Gives the fork of a child the definition it runs: the item processor of its Map state.
    ///
    /// - Returns: The write that keeps it.
    private func processor(of link: MapRunLink, for request: inout StartRequest, holding point: [UInt8])
        throws(EngineFailure) -> Mutation
    {
        let whole = try services.programs.text(sha256: request.definitionSHA256) ?? []
        // A definition that was accepted is JSON; one that no longer is has no such state.
        guard let text = try? ProcessorDefinition.text(of: link.stateName, in: whole) else {
            throw .definitionUnusable("it has no Map state '\(link.stateName)'")
        }
        let check = Definition.check(text, type: .standard, isServed: { _ in true })
        guard let program = check.program, program.holds(point) else {
            let reason = check.problems.first?.message ?? "the state is elsewhere"
            throw .notForkable("The item processor of '\(link.stateName)' cannot run on its own: \(reason)")
        }
        let kept = try keeping(definition: text, under: request.sealing)
        request.definitionSHA256 = kept.sha256
        services.programs.insert(program, sha256: kept.sha256)
        return kept.write
    }

    /// The ARN of the execution whose history an execution begins with; `nil` for one that was not forked.
    package func origin(of execution: ExecutionARN) async throws(EngineFailure) -> String? {
        let first = try await records(of: execution, fromEventID: 1, isReversed: false, limit: 1).first
        // Whoever asks for the events of a damaged record is told of it.
        return first.flatMap { try? RecordReader($0.bytes).origin }
    }

    /// The log up to the record that holds an event.
    private func records(of row: ExecutionRow, upTo event: Int64) async throws(EngineFailure) -> [[UInt8]] {
        var records: [[UInt8]] = []
        var position: Int64 = 0
        while true {
            let after = position
            let page = try await read { reader throws(StoreError) in
                try reader.records(of: row.key, afterSequence: after, limit: 256)
            }
            for record in page {
                records.append(try services.open(record.bytes, as: .record(row.key, sequence: record.sequence)))
                if record.firstEventID + Int64(record.eventCount) > event { return event > 0 ? records : [] }
            }
            guard let last = page.last else { return [] }
            position = last.sequence
        }
    }

    /// Folds a log up to the event.
    private func point(
        of origin: ExecutionARN, _ row: ExecutionRow, _ details: ExecutionDetails, _ records: [[UInt8]],
        at event: Int64
    ) throws(EngineFailure) -> ForkPoint {
        let program = try services.programs.program(
            sha256: row.definitionSHA256, mapState: details.mapRun?.stateName)
        let facts = services.facts(
            key: row.key, arn: origin, details: details, startedAt: row.startedAt,
            input: try Self.payload(details.input))
        var state = ExecutionState(facts: facts)
        do {
            for record in records.dropLast() { _ = try state.replay(record, program: program) }
            let reader = try RecordReader(records[records.count - 1])
            let point = state.forkPoint(
                before: event, folding: try reader.foldableInputs(), program: program, at: reader.header.time,
                seed: reader.header.seed)
            guard let point else {
                throw EngineFailure.notForkable("Event \(event) is none by which a state is entered")
            }
            return point
        } catch let failure as EngineFailure {
            throw failure
        } catch let mismatch as ReplayMismatch {
            throw .notForkable("Its log cannot be folded again: \(mismatch.message)")
        } catch {
            throw .notForkable("Its log cannot be folded again: \(error)")
        }
    }

    private static func payload(_ text: [UInt8]) throws(EngineFailure) -> Payload {
        do throws(JSONError) { return try Payload(parsing: text) } catch {
            throw .unavailable("the execution's input is damaged: \(error.message)")
        }
    }

    private func start(_ request: StartRequest, _ beginning: ForkBeginning) async throws(EngineFailure)
        -> StartedExecution
    {
        let (key, arn, now) = self.name(request)
        let result: Result<StartedExecution, EngineFailure> = await withCheckedContinuation { continuation in
            let isPosted = loop(for: key).post { loop in
                loop.fork(request, key: key, arn: arn, at: now, beginning) {
                    continuation.resume(returning: $0)
                }
            }
            if !isPosted { continuation.resume(returning: .failure(.unavailable("the engine has stopped"))) }
        }
        return try result.get()
    }
}

/// What an execution that is forked begins with.
private struct ForkBeginning: Sendable {
    /// Keeps its definition, when that is none its origin has.
    let definition: Mutation?
    /// The records it shares.
    let shared: [SharedRecord]
    /// Where it goes on.
    let point: [UInt8]
}

/// A record as the new execution stores it.
private struct SharedRecord: Sendable {
    /// Its bytes.
    let bytes: [UInt8]
    /// The same, opened.
    let reader: RecordReader
}

extension ShardLoop {
    fileprivate func fork(
        _ request: StartRequest, key: ExecutionKey, arn: ExecutionARN, at now: Timestamp,
        _ beginning: ForkBeginning,
        _ reply: @escaping @Sendable (Result<StartedExecution, EngineFailure>) -> Void
    ) {
        do throws(EngineFailure) {
            guard try !isTaken(key) else { throw .executionExists }
            let execution = try fresh(request, key: key, arn: arn, at: now, isTransient: false)
            try takePlace(of: execution)
            execution.isStarting = true
            var unit = OpenUnit()
            if let definition = beginning.definition { unit.mutations.append(definition) }
            for record in beginning.shared {
                execution.state.share(upTo: record.reader.lastEventID, at: record.reader.header.time)
                unit.mutations.append(
                    .appendRecord(
                        execution: key, sequence: execution.nextSequence,
                        firstEventID: record.reader.header.firstEventID, eventCount: record.reader.eventCount,
                        bytes: execution.stored(record.bytes, as: .record(key, sequence: execution.nextSequence))))
                execution.nextSequence += 1
            }
            execution.openUnit = unit
            executions[key] = execution
            offer(.forked(point: beginning.point), to: execution) { result in
                switch result {
                case .recorded: reply(.success(StartedExecution(execution: arn, startedAt: now)))
                case .refused: reply(.failure(.unavailable("the execution could not be forked")))
                case .failed(let failure): reply(.failure(failure))
                }
            }
        } catch {
            reply(.failure(error))
        }
    }

    /// Whether an execution has, or had, a name.
    private func isTaken(_ key: ExecutionKey) throws(EngineFailure) -> Bool {
        guard executions[key] == nil else { return true }
        do throws(StoreError) {
            return try services.store.readNow { reader throws(StoreError) in
                if try reader.execution(key) != nil { return true }
                return try reader.isNameKept(key)
            }
        } catch {
            throw .unavailable(error.message)
        }
    }
}
