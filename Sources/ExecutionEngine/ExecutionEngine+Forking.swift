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
        let past = try await past(of: origin, upTo: event)
        let (details, records) = (past.details, past.records)
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
            roleARN: details.roleARN, definitionSHA256: past.definitionSHA256, isExpress: details.isExpress)
        request.stateMachineVersionARN = details.stateMachineVersionARN
        request.stateMachineAliasARN = details.stateMachineAliasARN
        request.settings = details.settings
        request.sealing = details.sealing
        let point = try point(in: past, at: event).bytes(input: input)
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

    /// An execution with its log up to the record that holds an event.
    private func past(of origin: ExecutionARN, upTo event: Int64) async throws(EngineFailure) -> ForkedPast {
        if let recent = try recent(origin) { return try self.past(of: recent, upTo: event) }
        let row: ExecutionRow
        do throws(EngineFailure) { row = try await rowOfWholeLog(of: origin) } catch {
            guard origin.expressID != nil, error == .executionDoesNotExist else { throw error }
            if let recent = try await justEnded(origin) { return try self.past(of: recent, upTo: event) }
            throw .notForkable(Self.isGone)
        }
        guard let details = try services.details(of: row) else { throw .unavailable("the execution's row is damaged") }
        guard !details.isExpress else { throw .notForkable(Self.isGone) }
        return ForkedPast(
            execution: origin, key: row.key, startedAt: row.startedAt, definitionSHA256: row.definitionSHA256,
            details: details, records: try await records(of: row, upTo: event))
    }

    private func past(of recent: RecentExpress.Entry, upTo event: Int64) throws(EngineFailure) -> ForkedPast {
        let holding = try recent.rows(fromEventID: event, isReversed: false, limit: 1).first
        let count = event > 0 ? holding?.sequence ?? 0 : 0
        let description = recent.description
        return ForkedPast(
            execution: description.execution, key: recent.key, startedAt: description.startedAt,
            definitionSHA256: description.definitionSHA256, details: description.details,
            records: Array(recent.records.prefix(Int(count))))
    }

    /// Why an EXPRESS execution cannot be forked.
    private static let isGone =
        "Of EXPRESS executions the last \(RecentExpress.countMax) that ended, as far as memory allows, can be forked until the server is stopped; "
        + "this one runs yet or is not among them"

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
    private func point(in past: ForkedPast, at event: Int64) throws(EngineFailure) -> ForkPoint {
        let program = try services.programs.program(
            sha256: past.definitionSHA256, mapState: past.details.mapRun?.stateName)
        let facts = services.facts(
            key: past.key, arn: past.execution, details: past.details, startedAt: past.startedAt,
            input: try Self.payload(past.details.input))
        var state = ExecutionState(facts: facts)
        do {
            for record in past.records.dropLast() { _ = try state.replay(record, program: program) }
            let reader = try RecordReader(past.records[past.records.count - 1])
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

/// An execution up to where it is forked.
private struct ForkedPast: Sendable {
    let execution: ExecutionARN
    let key: ExecutionKey
    let startedAt: Timestamp
    let definitionSHA256: [UInt8]
    let details: ExecutionDetails
    /// Its log, up to the record that holds the event.
    let records: [[UInt8]]
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
                let write = execution.share(record.bytes, record.reader)
                if request.isExpress { execution.beginning.append(write) } else { unit.mutations.append(write) }
            }
            execution.keepsFirstRecord = request.isExpress
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
