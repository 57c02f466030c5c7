import DequeModule
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Folding: one input, one record.
extension ShardLoop {
    /// Folds the next input of an execution that applies; those that do not are refused.
    func advance(_ execution: LiveExecution) {
        guard let next = execution.pending.popFirst() else { return }
        defer { if !execution.pending.isEmpty { enqueue(execution) } }
        if execution.heldBecause != nil {
            return hold(next, of: execution)
        }
        var input = next.input
        var isLast = false
        if let lost = renewDataKey(of: execution, for: input) {
            let loss = Input.keyLost(cause: lost.message)
            guard !(input.isRequest && next.reply != nil), execution.state.accepts(loss) else {
                return refuse(next, of: execution, without: lost)
            }
            (input, isLast) = (loss, true)
        }
        guard execution.state.accepts(input) else {
            for effect in next.effects { effect.settled(false) }
            return refuse(next.reply, of: execution)
        }
        if execution.endedUnread == nil, services.retirements.endsExecution(input, of: execution.arn.stateMachine) {
            (input, isLast) = (.stopped(error: nil, cause: nil), true)
        }
        var inputs = known(to: execution)
        inputs.append(input)
        let time = max(execution.endedUnread ?? services.clock.now, execution.lastTime)
        execution.lastTime = time
        let result = execution.state.advance(
            inputs, program: execution.program, at: time, seed: services.entropy.next())
        var unit = execution.openUnit ?? OpenUnit()
        if isLast { for effect in next.effects { effect.settled(false) } } else { unit.effects += next.effects }
        record(result, of: execution, in: &unit)
        discharge(next.input, of: execution, in: &unit)
        for command in result.commands { take(command, of: execution, in: &unit) }
        if let reply = next.reply { unit.replies.append((reply, .recorded(at: time))) }
        execution.openUnit = unit
        commitIfPrepared(execution)
    }

    /// What the execution has to be told before it goes on: which activities of its definition have come or gone.
    private func known(to execution: LiveExecution) -> [Input] {
        guard !execution.program.activities.isEmpty else { return [] }
        let missing = execution.program.activities.filter { !services.activityExists($0) }
        return missing == execution.state.missingActivities ? [] : [.activitiesMissing(missing)]
    }

    /// Hands the open unit over once no effect of it is still being prepared.
    func commitIfPrepared(_ execution: LiveExecution) {
        guard execution.preparing.isEmpty || execution.state.isEnded, let unit = execution.openUnit else { return }
        execution.openUnit = nil
        outgoing.append((execution, unit))
    }

    /// A refusal, too, waits until the state it saw is durable.
    private func refuse(_ reply: InputReply?, of execution: LiveExecution) {
        guard let reply else { return }
        whenDurable(execution) { failure in reply(failure.map { .failed($0) } ?? .refused) }
    }

    /// Runs a body when everything folded so far is on disk.
    func whenDurable(_ execution: LiveExecution, _ body: @escaping @Sendable (EngineFailure?) -> Void) {
        if execution.openUnit != nil {
            execution.openUnit?.replies.append(
                ({ result in if case .failed(let failure) = result { body(failure) } else { body(nil) } }, .refused))
        } else if execution.isReserved || execution.unsettledCommits > 0
            || outgoing.contains(where: { $0.execution === execution })
        {
            execution.afterCommits.append(body)
        } else {
            body(nil)
        }
    }

    private func record(_ result: Advance, of execution: LiveExecution, in unit: inout OpenUnit) {
        if eventLog(of: execution) != nil { unit.records.append(result.record) }
        if execution.details.isExpress {
            execution.keep(result.record)
            guard execution.keepsFirstRecord else { return }
            execution.keepsFirstRecord = false
            return execution.beginning.append(
                execution.append(result.record, firstEventID: result.firstEventID, eventCount: result.eventCount))
        }
        guard !execution.isTransient else { return }
        unit.mutations.append(
            execution.append(
                RecordBuilds.adding(builds(of: result, in: execution), to: result.record),
                firstEventID: result.firstEventID, eventCount: result.eventCount))
        keepSnapshot(of: execution, afterRecordOf: result.record.count, in: &unit)
    }

    /// The builds that tasks are scheduled with, and those that were found to have run another.
    private func builds(of result: Advance, in execution: LiveExecution) -> [TaskBuild] {
        var builds = execution.otherBuilds
        execution.otherBuilds = []
        for case .dispatchTask(let dispatch) in result.commands where dispatch.resource.kind != .activity {
            guard let build = services.invoker.traits(of: dispatch.resource.handler)?.buildID, !build.isEmpty else {
                continue
            }
            execution.scheduledBuilds[dispatch.task] = build
            builds.append(TaskBuild(task: dispatch.task, build: build))
        }
        return builds
    }

    /// Writes a snapshot down with the record that makes the log long enough for one.
    private func keepSnapshot(of execution: LiveExecution, afterRecordOf byteCount: Int, in unit: inout OpenUnit) {
        execution.recordsSinceSnapshot += 1
        execution.bytesSinceSnapshot += byteCount
        guard
            execution.recordsSinceSnapshot >= services.limits.snapshotRecords
                || execution.bytesSinceSnapshot >= services.limits.snapshotBytes, !execution.state.isEnded
        else { return }
        (execution.recordsSinceSnapshot, execution.bytesSinceSnapshot) = (0, 0)
        execution.hasSnapshot = true
        unit.mutations.append(
            .putResource(
                kind: OwnedResources.snapshots, key: execution.key.uuid,
                bytes: execution.stored(
                    Snapshot.bytes(of: execution.state, after: execution.nextSequence - 1),
                    as: .snapshot(execution.key))))
    }

    /// Deletes the rows this input answers.
    private func discharge(_ input: Input, of execution: LiveExecution, in unit: inout OpenUnit) {
        switch input {
        case .taskSucceeded(let task, _), .taskFailed(let task, _, _), .submitted(let task, _),
            .activityStarted(let task, _):
            execution.running[task] = nil
            deleteObligation(task, of: execution, in: &unit)
        case .mapRunEnded(let task, _, _): deleteObligation(task, of: execution, in: &unit)
        case .proceed:
            deleteObligation(ObligationID.proceed, of: execution, in: &unit)
        case .started, .forked:
            deleteObligation(ObligationID.start, of: execution, in: &unit)
            announceStatus(of: execution, in: &unit)
        case .redriven:
            reopen(execution)
            unit.rowChanged = true
            announceStatus(of: execution, in: &unit)
        default: break
        }
        // What an answer, a timeout or a stop has closed is closed on disk too.
        guard !execution.obligations.isEmpty || !execution.openTokens.isEmpty else { return }
        let open = Set(execution.state.openTasks.map(\.task) + execution.state.openMapRuns.map(\.task))
        for task in execution.obligations.sorted() where task > 0 && !open.contains(task) {
            deleteObligation(task, of: execution, in: &unit)
        }
        for task in execution.openTokens.sorted() where !open.contains(task) {
            execution.openTokens.remove(task)
            if !execution.isTransient { unit.mutations.append(.deleteOpenTask(execution: execution.key, id: task)) }
        }
    }

    func deleteObligation(_ id: Int64, of execution: LiveExecution, in unit: inout OpenUnit) {
        guard execution.obligations.remove(id) != nil, !execution.isTransient else { return }
        unit.deleteObligation(id, of: execution.key)
    }

    private func take(_ command: Command, of execution: LiveExecution, in unit: inout OpenUnit) {
        switch command {
        case .dispatchTask(let dispatch):
            if services.invoker.traits(of: dispatch.resource.handler)?.preparesEffects ?? false,
                dispatch.resource.kind == .integration
            {
                execution.preparing.insert(dispatch.task)
                prepare(dispatch, of: execution)
            } else {
                oblige(dispatch.task, of: execution, in: &unit)
                unit.commands.append(command)
            }
            if !dispatch.token.isEmpty {
                execution.openTokens.insert(dispatch.task)
                if !execution.isTransient {
                    unit.mutations.append(.putOpenTask(execution: execution.key, id: dispatch.task))
                }
            }
        case .startMapRun(let dispatch):
            oblige(dispatch.task, of: execution, in: &unit)
            unit.commands.append(command)
        case .stopMapRun: unit.commands.append(command)
        case .startTimer(let timer, let deadline, let isMonotonic):
            arm(timer, at: deadline, isMonotonic: isMonotonic, of: execution)
            if case .heartbeat = timer { unit.hasHeartbeat = true }
        case .cancelTimer(let timer):
            execution.armed[timer] = nil
        case .proceed:
            oblige(ObligationID.proceed, of: execution, in: &unit)
            unit.commands.append(command)
        case .cancelTask:
            unit.commands.append(command)
        case .end(let end):
            finish(execution, end, in: &unit)
            unit.commands.append(command)
        }
    }

    private func oblige(_ id: Int64, of execution: LiveExecution, in unit: inout OpenUnit) {
        execution.obligations.insert(id)
        guard !execution.isTransient, !execution.details.isExpress else { return }
        unit.putObligation(id, of: execution.key)
    }

    /// Sets a timer in memory at once: should it fire before its record is durable, its own record comes after.
    func arm(_ timer: TimerID, at deadline: Timestamp, isMonotonic: Bool, of execution: LiveExecution) {
        guard isMonotonic else {
            execution.armed[timer] = deadline.milliseconds
            wallTimers.insert(TimerEntry(deadline: deadline.milliseconds, key: execution.key, timer: timer))
            return
        }
        let span = deadline.milliseconds - services.clock.now.milliseconds
        let monotonicDeadline = services.clock.monotonicMilliseconds + span
        execution.armed[timer] = monotonicDeadline
        monotonicTimers.insert(TimerEntry(deadline: monotonicDeadline, key: execution.key, timer: timer))
    }

    /// The row of an execution that runs again.
    private func reopen(_ execution: LiveExecution) {
        execution.status = .running
        execution.stoppedAt = nil
        (execution.details.output, execution.details.error, execution.details.cause) = (nil, nil, nil)
        execution.details.redriveCount += 1
        execution.details.redrivenAt = execution.lastTime
        services.ended.remove(execution.key)
    }

    private func finish(_ execution: LiveExecution, _ end: ExecutionEnd, in unit: inout OpenUnit) {
        execution.stoppedAt = execution.endedUnread ?? execution.lastTime
        unit.rowChanged = true
        switch end {
        case .succeeded(let output):
            execution.status = .succeeded
            execution.details.output = output.bytes
        case .failed(let error):
            execution.status = .failed
            (execution.details.error, execution.details.cause) = (error.name, error.cause)
        case .timedOut:
            execution.status = .timedOut
        case .aborted(let error, let cause):
            execution.status = .aborted
            (execution.details.error, execution.details.cause) = (error, cause)
        }
        if execution.endedUnread == nil { announceStatus(of: execution, in: &unit) }
        execution.armed.removeAll()
        if execution.hasSnapshot {
            unit.mutations.append(.deleteResource(kind: OwnedResources.snapshots, key: execution.key.uuid))
        }
        for id in execution.obligations.sorted() { deleteObligation(id, of: execution, in: &unit) }
        if execution.details.parent != nil, !execution.details.isExpress {
            unit.putObligation(ObligationID.wakeParent, of: execution.key)
        }
    }
}
