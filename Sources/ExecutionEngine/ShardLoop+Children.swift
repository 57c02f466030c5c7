import HandlerContract
import JSONTree
import Logging
import ResourceNames
import StatesInterpreter
import StorageContract

/// Executions that a task of another one has started and, with `.sync`, waits for.
extension ShardLoop {
    /// Works a start out without doing it: its rows are committed with the transition that asks for it, and the execution begins after that.
    func prepareStart(
        _ request: StartRequest, key: ExecutionKey, arn: ExecutionARN, at now: Timestamp,
        _ reply: @escaping @Sendable (Result<(StartedExecution, PreparedWrite?), EngineFailure>) -> Void
    ) {
        do throws(EngineFailure) {
            if request.name != nil, !request.isExpress,
                try answerAgain(request, key: key, arn: arn, { reply($0.map { ($0, nil) }) })
            {
                return
            }
            let execution = try fresh(request, key: key, arn: arn, at: now, isTransient: false)
            try takePlace(of: execution)
            execution.isStarting = true
            // The name is taken from now on; whoever asks for it waits for what becomes of the commit.
            execution.hasRow = true
            execution.isReserved = true
            let obligation = execution.details.isExpress ? ObligationID.express : ObligationID.start
            execution.obligations.insert(obligation)
            executions[key] = execution
            let write = PreparedWrite(
                mutations: [
                    .insertExecution(execution.row), .putObligation(execution: key, id: obligation, bytes: []),
                ]
            ) { [weak self] isCommitted in
                self?.post { loop in loop.beginReserved(key, isCommitted: isCommitted) }
            }
            reply(.success((StartedExecution(execution: arn, startedAt: now), write)))
        } catch {
            reply(.failure(error))
        }
    }

    private func beginReserved(_ key: ExecutionKey, isCommitted: Bool) {
        guard let execution = executions[key], execution.isReserved else { return }
        execution.isReserved = false
        guard isCommitted else {
            execution.hasRow = false
            return drop(execution, .unavailable("the execution that starts it could not go on"))
        }
        execution.isStarting = false
        offer(.started, to: execution)
        let waiting = execution.afterCommits
        execution.afterCommits = []
        for body in waiting { body(nil) }
    }

    /// Tells the task that waits for this execution how it ended. The obligation to do so is deleted with the task's answer.
    func wakeParent(of child: ExecutionDescription, key: ExecutionKey) {
        guard let parent = child.details.parent else { return }
        services.loops.loop(for: parent.execution)?.post { loop in
            guard let execution = loop.resident(parent.execution) else { return loop.forgetWaking(key) }
            let input = Self.answer(to: parent, from: child)
            guard execution.state.accepts(input) else { return loop.forgetWaking(key) }
            let write = PreparedWrite(
                mutations: [.deleteObligation(execution: key, id: ObligationID.wakeParent)], settled: { _ in })
            loop.offer(input, effects: [write], to: execution) { [weak loop] result in
                switch result {
                case .recorded: break
                case .refused: loop?.post { $0.forgetWaking(key) }
                case .failed:
                    // The parent is folded again from disk; the child's row says that it still has to be told.
                    loop?.post { $0.lookAgain(at: key) }
                }
            }
        }
    }

    /// Does what an ended execution still owes.
    func wakeParentIfOwed(_ key: ExecutionKey) {
        do throws(StoreError) {
            let (row, isOwed) = try services.store.readNow { reader throws(StoreError) in
                (
                    try reader.execution(key),
                    try reader.obligations(of: key).contains { $0.id == ObligationID.wakeParent }
                )
            }
            guard isOwed, let row else { return }
            do throws(EngineFailure) {
                // Of one that failed because it could not be read, that alone is told.
                let bare = try ExecutionEngine.description(of: row)
                let isBare = bare.details.lostBecause != nil
                wakeParent(of: isBare ? bare : try services.description(of: row), key: key)
            } catch {
                if case .keyUnusable(let lost) = error { return wait(key, for: lost) }
                services.logger.error("an execution's row is damaged", metadata: ["execution.key": "\(key.uuid)"])
            }
        } catch {
            services.logger.error("obligations could not be read", metadata: ["reason": "\(error.message)"])
        }
    }

    /// Comes back to an execution in a second.
    private func lookAgain(at key: ExecutionKey) {
        services.loops.loop(for: key)?.post { loop in
            let deadline = loop.services.clock.now.milliseconds + 1_000
            loop.wallTimers.insert(TimerEntry(deadline: deadline, key: key, timer: nil))
        }
    }

    /// Nobody waits any more.
    private func forgetWaking(_ key: ExecutionKey) {
        let removal = Mutation.deleteObligation(execution: key, id: ObligationID.wakeParent)
        services.store.commit([WriteUnit(shard: key.shard, epoch: epochs[key.shard], mutations: [removal])]) { _ in }
    }

    /// Ends an execution that a task waited for which is over. Best effort, as on AWS.
    func stopChild(_ arn: String) {
        guard let arn = ExecutionARN(arn) else { return }
        let key = ExecutionKey.generated(for: arn) ?? .named(arn)
        services.loops.loop(for: key)?.post { loop in
            guard let execution = loop.resident(key) else { return }
            loop.offer(.stopped(error: nil, cause: nil), to: execution)
        }
    }

    /// What the task is told. Source: developer guide, "Start workflow executions"; members and the status of a timeout as observed.
    private static func answer(to parent: ParentTask, from child: ExecutionDescription) -> Input {
        func told(_ text: [UInt8]) -> JSON {
            // What an execution was given or made is JSON.
            guard parent.tellsJSON, let value = try? JSON.parse(text) else {
                return .string(String(decoding: text, as: UTF8.self))
            }
            return value
        }
        let details = child.details
        var members = JSONObject()
        if let cause = details.lostBecause ?? details.cause { members["Cause"] = .string(cause) }
        let ownError = details.lostBecause == nil ? details.error : StatesErrorName.runtime
        if let error = child.status == .timedOut ? StatesErrorName.timeout : ownError {
            members["Error"] = .string(error)
        }
        members["ExecutionArn"] = .string(child.execution.text)
        if details.lostBecause == nil { members["Input"] = told(details.input) }
        members["InputDetails"] = ["Included": .bool(details.lostBecause == nil)]
        members["Name"] = .string(child.execution.name)
        if let output = details.output {
            members["Output"] = told(output)
            members["OutputDetails"] = ["Included": true]
        }
        // Observed since executions can be redriven.
        members["RedriveCount"] = .integer(Int64(details.redriveCount))
        members["RedriveStatus"] = child.status == .succeeded ? "NOT_REDRIVABLE" : "REDRIVABLE"
        if child.status == .succeeded {
            members["RedriveStatusReason"] = "Execution is SUCCEEDED and cannot be redriven"
        }
        members["StartDate"] = .string(child.startedAt.iso8601)
        members["StateMachineArn"] = .string(child.execution.stateMachine.text)
        let status = child.status == .timedOut ? ExecutionStatus.failed : child.status
        members["Status"] = .string(status.text)
        if let stoppedAt = child.stoppedAt { members["StopDate"] = .string(stoppedAt.iso8601) }
        guard child.status == .succeeded else {
            let error = StatesError(StatesErrorName.taskFailed, cause: JSON.object(members).text)
            return .taskFailed(task: parent.task, error: error, isStartFailure: false)
        }
        return .taskSucceeded(task: parent.task, output: Payload(.object(members)))
    }
}
