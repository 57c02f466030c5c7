import DequeModule
import HandlerContract
import Logging
import ResourceNames
import StatesInterpreter
import StorageContract

/// Durable before visible: units go to the store together; what they ask for is done when they are on disk.
extension ShardLoop {
    /// Hands this turn's units to the store.
    func flush() {
        guard !outgoing.isEmpty else { return }
        let sent = outgoing
        outgoing = []
        var stored: [(key: ExecutionKey, execution: LiveExecution, unit: OpenUnit)] = []
        var writes: [WriteUnit] = []
        for (execution, unit) in sent {
            let write = writeUnit(of: execution, unit)
            guard !write.mutations.isEmpty else {
                committed(execution, unit)
                continue
            }
            execution.unsettledCommits += 1
            stored.append((execution.key, execution, unit))
            writes.append(write)
        }
        guard !stored.isEmpty else { return }
        let settled = SettledUnits(units: stored)
        commitsUnderWay += 1
        services.store.commit(writes) { [weak self] results in
            let isPosted = self?.postCommitted { loop in loop.settle(settled, results) } ?? false
            if !isPosted { for (_, _, unit) in settled.units { for effect in unit.effects { effect.settled(true) } } }
        }
    }

    private func writeUnit(of execution: LiveExecution, _ unit: OpenUnit) -> WriteUnit {
        var mutations = unit.mutations
        if execution.details.isExpress {
            if !execution.isTransient { mutations += expressMutations(execution) }
        } else if !execution.isTransient {
            if !execution.hasRow {
                execution.hasRow = true
                mutations.insert(.insertExecution(execution.row), at: 0)
            } else if unit.rowChanged {
                mutations.append(.putExecution(execution.row))
            }
            let deadline = execution.state.isEnded ? nil : execution.state.timers.map(\.deadline).min()
            if deadline != execution.storedDeadline {
                execution.storedDeadline = deadline
                mutations.append(.setDeadline(execution: execution.key, deadline))
            }
        }
        for effect in unit.effects { mutations += effect.mutations }
        return WriteUnit(
            shard: execution.isTransient ? nil : execution.key.shard, epoch: epochs[execution.key.shard],
            mutations: mutations)
    }

    /// An EXPRESS execution stores its start and removes it at the end: after a crash it begins again. A child of a Map Run, which would start it
    /// again, stores its end alone.
    private func expressMutations(_ execution: LiveExecution) -> [Mutation] {
        if execution.details.mapRun != nil { return execution.state.isEnded ? [.putExecution(execution.row)] : [] }
        if execution.state.isEnded { return execution.hasRow ? [.deleteExecution(execution.key)] : [] }
        guard !execution.hasRow else { return [] }
        execution.hasRow = true
        defer { execution.beginning = [] }
        return [
            .insertExecution(execution.row),
            .putObligation(execution: execution.key, id: ObligationID.express, bytes: []),
        ] + execution.beginning
    }

    private func settle(_ settled: SettledUnits, _ results: [UnitResult]) {
        for (index, sent) in settled.units.enumerated() {
            sent.execution.unsettledCommits -= 1
            switch results[index] {
            case .committed:
                committed(sent.execution, sent.unit)
            case .staleEpoch:
                poison(sent.execution, sent.unit, .unavailable("another process owns this execution now"))
            case .conflict(let index):
                poison(
                    sent.execution, sent.unit,
                    index == 0 && (sent.execution.nextSequence == 2 || sent.execution.isStarting)
                        ? .executionExists : .unavailable("the log has moved on"))
            case .failed(let error):
                poison(sent.execution, sent.unit, .unavailable(error.message))
            }
        }
    }

    /// Performs what a durable unit asked for, then answers.
    private func committed(_ execution: LiveExecution, _ unit: OpenUnit) {
        execution.isStarting = false
        for effect in unit.effects { effect.settled(true) }
        for task in unit.closedTasks {
            services.handovers?.clear(execution.key, task: task)
            services.activities.remove(task, of: execution.key)
        }
        log(unit.records, of: execution)
        services.watchers.tell(of: execution.key, unit)
        for command in unit.commands { perform(command, of: execution) }
        for (reply, result) in unit.replies { reply(result) }
        guard execution.unsettledCommits == 0, !execution.afterCommits.isEmpty else { return }
        let waiting = execution.afterCommits
        execution.afterCommits = []
        for body in waiting { body(nil) }
    }

    /// A failed commit: what memory holds of the execution may be ahead of the disk, so it is dropped and folded again from what is there.
    private func poison(_ execution: LiveExecution, _ unit: OpenUnit, _ failure: EngineFailure) {
        services.logger.error(
            "a commit failed; the execution is folded again from disk",
            metadata: [
                "execution.arn": "\(execution.arn.text)", "reason": "\(failure)",
            ])
        for effect in unit.effects { effect.settled(false) }
        for (reply, _) in unit.replies { reply(.failed(failure)) }
        drop(execution, failure)
        if execution.details.mapRun != nil { restartChild(execution) }
        guard failure != .executionExists, execution.hasRow, !execution.isTransient else { return }
        wallTimers.insert(TimerEntry(deadline: services.clock.now.milliseconds + 1_000, key: execution.key, timer: nil))
    }

    /// Forgets an execution and fails everybody who waits for it.
    func drop(_ execution: LiveExecution, _ failure: EngineFailure) {
        if executions[execution.key] === execution { executions[execution.key] = nil }
        if execution.isStarting {
            execution.isStarting = false
            releasePlace(of: execution)
        }
        if execution.hasRow, !execution.isTransient { dropped[execution.key] = Set(execution.running.keys) }
        for pending in execution.pending {
            for effect in pending.effects { effect.settled(false) }
            pending.reply?(.failed(failure))
        }
        for body in execution.afterCommits { body(failure) }
        for waiter in execution.endWaiters { waiter(.failure(failure)) }
        if let open = execution.openUnit {
            for effect in open.effects { effect.settled(false) }
            for (reply, _) in open.replies { reply(.failed(failure)) }
        }
        execution.pending.removeAll()
        execution.afterCommits.removeAll()
        execution.endWaiters.removeAll()
        execution.openUnit = nil
    }

    private func perform(_ command: Command, of execution: LiveExecution) {
        switch command {
        case .dispatchTask(let task): dispatch(task, of: execution)
        case .cancelTask(let task, let isTimeout, let job):
            execution.running.removeValue(forKey: task)?.cancel(isTimeout ? .timeout : .stopped)
            if let job { stopChild(job) }
        case .proceed: offer(.proceed, to: execution)
        case .startMapRun(let dispatch):
            let key = execution.key
            if let run = dispatch.key { hand(to: run) { $0.begin(dispatch, of: key) } }
        case .stopMapRun(let dispatch):
            if let run = dispatch.key { hand(to: run) { $0.offer(.stopped, toMapRun: run) } }
        case .end:
            for call in execution.running.values { call.cancel(.stopped) }
            execution.running.removeAll()
            releasePlace(of: execution)
            if executions[execution.key] === execution { executions[execution.key] = nil }
            let description = execution.description
            if execution.details.isExpress {
                if !execution.keptRecords.isEmpty {
                    services.express.insert(
                        RecentExpress.Entry(description, key: execution.key, records: execution.keptRecords))
                }
            } else if !execution.isTransient {
                services.ended.insert(description, key: execution.key, at: services.clock.monotonicMilliseconds)
            }
            for waiter in execution.endWaiters { waiter(.success(description)) }
            execution.endWaiters.removeAll()
            reportEnd(of: execution)
            wakeParent(of: description, key: execution.key)
            retire(execution.arn.stateMachine)
        case .startTimer, .cancelTimer: break
        }
    }
}

extension ShardLoop {
    /// Lets go of a machine that waits for the end of its executions, if that was the last.
    func retire(_ machine: StateMachineARN) {
        guard services.retirements.contains(machine) else { return }
        do throws(StoreError) {
            let running = try services.store.readNow { reader throws(StoreError) in
                try reader.countExecutions(machine: machine.storedName, status: ExecutionStatus.running.rawValue)
            }
            if running == 0 { services.retirements.end(machine) }
        } catch {
            services.logger.error(
                "the executions of a deleted machine could not be counted",
                metadata: ["stateMachine.arn": "\(machine.text)", "reason": "\(error.message)"])
        }
    }
}

/// Units on their way to the disk and back to their loop.
///
/// Unchecked: it is made and taken apart on the loop's thread; the store's thread only carries it.
private final class SettledUnits: @unchecked Sendable {
    let units: [(key: ExecutionKey, execution: LiveExecution, unit: OpenUnit)]
    init(units: [(key: ExecutionKey, execution: LiveExecution, unit: OpenUnit)]) { self.units = units }
}
