import DequeModule
import ExecutionHistory
import HandlerContract
import JSONTree
import Logging
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Executions come into memory when their first input arrives: folded from their log, and compared with it.
extension ShardLoop {
    /// The execution in memory, folded now if need be; `nil` when there is none, or it has ended.
    func resident(_ key: ExecutionKey) -> LiveExecution? {
        do throws(EngineFailure) { return try find(key) } catch {
            if case .keyUnusable(let lost) = error {
                fail(unread: key, for: lost)
            } else {
                services.logger.error(
                    "an execution could not be folded",
                    metadata: ["execution.key": "\(key.uuid)", "reason": "\(error)"])
            }
            return nil
        }
    }

    /// The same for whoever tells why it cannot be had.
    func find(_ key: ExecutionKey) throws(EngineFailure) -> LiveExecution? {
        if let execution = executions[key] { return execution }
        if mapRuns[key] != nil { return nil }
        if let lost = failing[key] { throw .keyUnusable(lost) }
        guard let execution = try fold(key) else { return nil }
        awaitingKeys[key] = nil
        executions[key] = execution
        guard execution.details.lostBecause == nil || execution.heldBecause != nil else {
            writeEnding(of: execution)
            return nil
        }
        wake(execution)
        return execution
    }

    /// Reads row and log, and folds.
    ///
    /// - Parameter includesEnded: Whether one that has ended is folded too; it then keeps how it ended.
    func fold(_ key: ExecutionKey, includesEnded: Bool = false) throws(EngineFailure) -> LiveExecution? {
        let row: ExecutionRow?
        do throws(StoreError) {
            row = try services.store.readNow { reader throws(StoreError) in try reader.execution(key) }
        } catch {
            throw .unavailable(error.message)
        }
        guard let row, let status = ExecutionStatus(rawValue: row.status) else { return nil }
        guard includesEnded || status == .running || ExecutionDetails(bytes: row.bytes)?.lostBecause != nil else {
            return nil
        }
        guard !MapRunDescription.isRow(row) else {
            _ = try mapRun(key, includesEnded: false)
            return nil
        }
        guard let details = try services.details(of: row), let machine = StateMachineARN(storedName: row.machine)
        else {
            throw .unavailable("the execution's row is damaged")
        }
        let arn = ExecutionARN(stateMachine: machine, name: row.name, expressID: details.expressID)
        let dataKey = try services.dataKey(for: details.sealing)
        let program = try services.programs.program(
            sha256: row.definitionSHA256, mapState: details.mapRun?.stateName)
        let input: Payload
        do throws(JSONError) { input = try Payload(parsing: details.input) } catch {
            throw .unavailable("the execution's input is damaged: \(error.message)")
        }
        let facts = services.facts(key: key, arn: arn, details: details, startedAt: row.startedAt, input: input)
        let execution = LiveExecution(
            key: key, arn: arn, startedAt: row.startedAt, definitionSHA256: row.definitionSHA256, program: program,
            details: details,
            state: ExecutionState(facts: facts), isTransient: false)
        execution.hasRow = true
        execution.dataKey = dataKey
        execution.status = status
        execution.stoppedAt = row.stoppedAt
        if details.isExpress {
            // Its log is not stored: it begins again, at least once as on AWS.
            execution.pending.append((try beginning(of: execution), [], nil))
        } else {
            try replay(execution)
        }
        return execution
    }

    /// What an EXPRESS execution begins with again: of a fork, where it went on after the records it shares.
    private func beginning(of execution: LiveExecution) throws(EngineFailure) -> Input {
        while true {
            let rows: [RecordRow]
            do throws(StoreError) {
                let (key, after) = (execution.key, execution.nextSequence - 1)
                rows = try services.store.readNow { reader throws(StoreError) in
                    try reader.records(of: key, afterSequence: after, limit: 256)
                }
            } catch {
                throw .unavailable(error.message)
            }
            guard !rows.isEmpty else { return .started }
            for row in rows {
                let record = try services.open(row.bytes, as: .record(execution.key, sequence: row.sequence))
                do throws(RecordError) {
                    let reader = try RecordReader(record)
                    guard reader.origin != nil else { return try reader.foldableInputs().first ?? .started }
                    _ = execution.share(record, reader)
                } catch {
                    throw .unavailable("the beginning of an execution cannot be read: \(error)")
                }
            }
        }
    }

    /// Takes a snapshot, if there is one that fits; the log from there on is folded as ever.
    private func takeSnapshot(of execution: LiveExecution) throws(EngineFailure) {
        let stored: [UInt8]?
        do throws(StoreError) {
            let key = execution.key.uuid
            stored = try services.store.readNow { reader throws(StoreError) in
                try reader.resource(kind: OwnedResources.snapshots, key: key)
            }
        } catch {
            throw .unavailable(error.message)
        }
        guard let stored else { return }
        execution.hasSnapshot = true
        let bytes: [UInt8]
        do throws(EngineFailure) { bytes = try services.open(stored, as: .snapshot(execution.key)) } catch {
            // One that is damaged is done without.
            guard case .keyUnusable = error else { return }
            throw error
        }
        guard let snapshot = Snapshot(bytes, facts: execution.state.facts, program: execution.program) else { return }
        execution.state = snapshot.state
        execution.nextSequence = snapshot.sequence + 1
        execution.lastTime = snapshot.state.lastTime ?? execution.lastTime
    }

    private func replay(_ execution: LiveExecution) throws(EngineFailure) {
        try takeSnapshot(of: execution)
        var position = execution.nextSequence - 1
        while execution.heldBecause == nil {
            let rows: [RecordRow]
            do throws(StoreError) {
                let (key, after) = (execution.key, position)
                rows = try services.store.readNow { reader throws(StoreError) in
                    try reader.records(of: key, afterSequence: after, limit: 256)
                }
            } catch {
                throw .unavailable(error.message)
            }
            guard let last = rows.last else { return }
            for row in rows {
                let record = try services.open(row.bytes, as: .record(execution.key, sequence: row.sequence))
                do throws(ReplayMismatch) {
                    execution.lastTime = try execution.state.replay(record, program: execution.program)
                } catch {
                    execution.heldBecause = "record \(row.sequence): \(error.message)"
                    services.held.insert(execution.arn)
                    services.logger.critical(
                        "this build does not agree with an execution's log; it is held and its inputs are kept",
                        metadata: [
                            "execution.arn": "\(execution.arn.text)", "reason": "\(error.message)",
                        ])
                    return
                }
                execution.nextSequence = row.sequence + 1
                execution.recordsSinceSnapshot += 1
                execution.bytesSinceSnapshot += row.bytes.count
            }
            position = last.sequence
        }
    }

    /// Arms what the folded state waits for. The first time after a start of the process, the interpreter is told.
    private func wake(_ execution: LiveExecution) {
        guard execution.heldBecause == nil else { return }
        if execution.details.isExpress { return enqueue(execution) }
        for task in execution.state.openTasks where !task.token.isEmpty { execution.openTokens.insert(task.task) }
        readObligations(of: execution)
        let isRecovered = unrecovered.remove(execution.key) != nil
        if isRecovered, execution.state.accepts(.recovered) { offer(.recovered, to: execution) }
        for timer in execution.state.timers {
            arm(timer.id, at: timer.deadline, isMonotonic: timer.isMonotonic, of: execution)
        }
        if execution.obligations.contains(ObligationID.start), execution.state.accepts(.started) {
            offer(.started, to: execution)
        }
        let called = dropped.removeValue(forKey: execution.key)
        guard isRecovered || called != nil else { return }
        if execution.obligations.contains(ObligationID.proceed) { offer(.proceed, to: execution) }
        for run in execution.state.openMapRuns where execution.obligations.contains(run.task) {
            let key = execution.key
            if let runKey = run.key { hand(to: runKey) { $0.begin(run, of: key) } }
        }
        for task in execution.state.openTasks where execution.obligations.contains(task.task) {
            if let called {
                // The process lives: what it has called will answer, and what it has not called it may call now.
                if !called.contains(task.task) { dispatch(task, of: execution) }
            } else {
                redispatch(task, of: execution)
            }
        }
    }

    /// Takes over what the store says that an execution owes.
    func readObligations(of execution: LiveExecution) {
        do throws(EngineFailure) { execution.obligations = try obligations(of: execution.key) } catch {
            services.logger.error(
                "obligations could not be read",
                metadata: ["execution.arn": "\(execution.arn.text)", "reason": "\(error)"])
        }
    }

    /// What the store says that an execution owes.
    func obligations(of key: ExecutionKey) throws(EngineFailure) -> Set<Int64> {
        do throws(StoreError) {
            return Set(
                try services.store.readNow { reader throws(StoreError) in try reader.obligations(of: key).map(\.id) })
        } catch {
            throw .unavailable(error.message)
        }
    }

    /// A call that was under way when the process ended. What never left, or may run twice, runs again under the same key; of anything else
    /// nobody knows what became.
    private func redispatch(_ task: TaskDispatch, of execution: LiveExecution) {
        // Nobody has taken it: it would not be an obligation any more.
        guard task.resource.kind != .activity else { return dispatch(task, of: execution) }
        let traits = services.invoker.traits(of: task.resource.handler)
        let mayHaveLeft = services.handovers?.mayHaveLeft(execution.key, task: task.task) ?? true
        guard mayHaveLeft, !(traits?.isIdempotent ?? false) else { return dispatch(task, of: execution) }
        offer(
            .taskFailed(task: task.task, error: Self.unknownEnd(of: task.resource), isStartFailure: false),
            to: execution)
    }

    /// The error of a call of which nobody knows what became: what AWS calls an answer that never came. For functions that is `Lambda.Unknown`, for
    /// HTTP tasks a failure of the connection; other services have no name for it in common.
    private static func unknownEnd(of resource: TaskResource) -> StatesError {
        let words = "so it is not known whether it finished."
        if resource.kind == .function || resource.handler.hasSuffix(":states:::lambda:invoke") {
            return StatesError("Lambda.Unknown", cause: "The host stopped while the function was running, \(words)")
        }
        let isHTTP = resource.handler.hasSuffix(":states:::http:invoke")
        return StatesError(
            isHTTP ? StatesErrorName.httpSocket : StatesErrorName.taskFailed,
            cause: "The host stopped while the task was running, \(words)")
    }

    /// Keeps an input of a held execution in the store: it is folded when a build that agrees with the log comes.
    func hold(_ pending: (input: Input, effects: [PreparedWrite], reply: InputReply?), of execution: LiveExecution) {
        for effect in pending.effects { effect.settled(false) }
        let unit = WriteUnit(
            shard: execution.key.shard, epoch: epochs[execution.key.shard],
            mutations: [
                .addToInbox(
                    shard: execution.key.shard, execution: execution.key,
                    bytes: execution.stored(pending.input.bytes, as: .inbox(execution.key)))
            ])
        let (reply, time) = (pending.reply, execution.lastTime)
        services.store.commit([unit]) { results in
            reply?(
                results[0] == .committed ? .recorded(at: time) : .failed(.unavailable("the input could not be kept")))
        }
    }

    /// Folds what was kept for executions while they were held.
    func takeInbox(shard: Int) throws(StoreError) {
        let rows = try services.store.readNow { reader throws(StoreError) in
            try reader.inbox(shard: shard, limit: 10_000)
        }
        for row in rows {
            guard let execution = resident(row.execution), execution.heldBecause == nil else { continue }
            let input: Input
            do { input = try Input(bytes: try services.open(row.bytes, as: .inbox(row.execution))) } catch {
                services.logger.error(
                    "a kept input is damaged",
                    metadata: ["execution.arn": "\(execution.arn.text)", "reason": "\(error)"])
                continue
            }
            let removal = Mutation.deleteFromInbox(shard: shard, id: row.id)
            let unit = WriteUnit(shard: shard, epoch: epochs[shard], mutations: [removal])
            // The row goes with the record that folds it; an input that no longer applies goes alone.
            let write = PreparedWrite(mutations: [removal]) { [store = services.store] isCommitted in
                if !isCommitted { store.commit([unit]) { _ in } }
            }
            offer(input, effects: [write], to: execution)
        }
    }
}
