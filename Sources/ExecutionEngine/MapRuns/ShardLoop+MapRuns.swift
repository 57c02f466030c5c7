import DequeModule
import Logging
import ResourceNames
import StatesInterpreter
import StorageContract

/// Map Runs: folded like executions, on the loop of their own key. Parents and children may belong to other loops.
extension ShardLoop {
    /// Hands work to whoever owns a key; the own loop does it before it rests.
    func hand(to key: ExecutionKey, _ work: @escaping Work) {
        if owns(key) { localWork.append(work) } else { services.loops.loop(for: key)?.post(work) }
    }

    /// Starts a Map Run a parent asks for, or redrives it. Asked again, it goes on; one that is over tells its parent once more.
    func begin(_ dispatch: MapRunDispatch, of parentKey: ExecutionKey) {
        guard let arn = MapRunARN(dispatch.arn), let words = UUIDText.words(arn.id) else { return }
        let key = ExecutionKey(high: words.high, low: words.low)
        do throws(EngineFailure) {
            if let run = try mapRun(key, includesEnded: true) {
                let isOver = run.state.end != nil && !run.isCommitting
                if run.state.redriveCount < dispatch.redriveCount {
                    guard dispatch.redriveCount <= services.limits.mapRunRedrivesMax else {
                        return refuseRedrive(dispatch, of: parentKey)
                    }
                    guard isOver else {
                        run.isToBeRedriven = true
                        return
                    }
                    mapRuns[key] = run
                    return offer(.redriven, to: run)
                }
                if isOver { report(run) }
                return
            }
            let run = try newMapRun(dispatch, arn, key: key, parentKey: parentKey, startedAt: services.clock.now)
            mapRuns[key] = run
            offer(.started(dispatch), to: run)
        } catch {
            if case .keyUnusable(let lost) = error {
                return hand(to: parentKey) { loop in
                    guard let parent = loop.executions[parentKey] else { return }
                    loop.offer(.keyLost(cause: lost.message), to: parent)
                }
            }
            services.logger.error(
                "a Map Run could not be started", metadata: ["mapRun.arn": "\(dispatch.arn)", "reason": "\(error)"])
        }
    }

    /// Fails a parent whose Map Run has been redriven too often; the Map Run stays as it ended. Source: developer guide, "Redriving Map Runs", which
    /// names the error; cause ours.
    private func refuseRedrive(_ dispatch: MapRunDispatch, of parentKey: ExecutionKey) {
        let error = StatesError(
            StatesErrorName.runtime,
            cause: "The Map Run has exceeded the limit of \(services.limits.mapRunRedrivesMax) redrives.")
        hand(to: parentKey) { loop in
            guard let parent = loop.resident(parentKey) else { return }
            loop.offer(
                .mapRunEnded(task: dispatch.task, redrive: dispatch.redriveCount, outcome: .failed(error)), to: parent)
        }
    }

    /// Adds an input to a Map Run's queue.
    func offer(_ input: MapRunInput, to run: LiveMapRun, reply: (@Sendable (EngineFailure?) -> Void)? = nil) {
        run.pending.append(input)
        if let reply { run.replies.append(reply) }
        enqueue(run)
    }

    /// Offers an input to a Map Run if it runs.
    func offer(_ input: MapRunInput, toMapRun key: ExecutionKey) {
        if let run = mapRuns[key] ?? runningMapRun(key) { offer(input, to: run) }
    }

    private func enqueue(_ run: LiveMapRun) {
        guard !run.isQueued, !run.isCommitting else { return }
        run.isQueued = true
        let key = run.key
        localWork.append { loop in
            guard let run = loop.mapRuns[key] else { return }
            run.isQueued = false
            loop.advance(run)
        }
    }

    /// Folds all that is pending and makes it durable.
    private func advance(_ run: LiveMapRun) {
        guard !run.isCommitting, !run.pending.isEmpty else { return }
        let inputs = run.pending
        let replies = run.replies
        (run.pending, run.replies) = ([], [])
        do throws(EngineFailure) { run.dataKey = try services.dataKey(for: run.parentDetails.sealing) } catch {
            for reply in replies { reply(error) }
            if case .keyUnusable(let lost) = error { wait(run, for: lost) }
            return
        }
        let time = services.clock.now
        let result = run.state.advance(inputs, at: time)
        guard !result.record.isEmpty else {
            for reply in replies { reply(nil) }
            return
        }
        if case .end(let end) = result.commands.last { run.close(end, at: time) } else { reopen(run) }
        let unit = WriteUnit(
            shard: run.key.shard, epoch: epochs[run.key.shard], mutations: mutations(of: run, record: result.record))
        run.nextSequence += 1
        run.isCommitting = true
        commitsUnderWay += 1
        let key = run.key
        services.store.commit([unit]) { [weak self] results in
            let isCommitted = results[0] == .committed
            let failure = results[0].failure
            for reply in replies { reply(failure.map { .unavailable($0.message) }) }
            self?.postCommitted { loop in
                guard let run = loop.mapRuns[key] else { return }
                run.isCommitting = false
                guard isCommitted else { return loop.poison(run) }
                for command in result.commands { loop.perform(command, of: run) }
                if !run.pending.isEmpty { loop.enqueue(run) }
            }
        }
    }

    private func reopen(_ run: LiveMapRun) {
        run.status = .running
        run.stoppedAt = nil
    }

    private func mutations(of run: LiveMapRun, record: [UInt8]) -> [Mutation] {
        var mutations: [Mutation] = []
        mutations.append(run.hasRow ? .putExecution(run.row) : .insertExecution(run.row))
        mutations.append(
            .appendRecord(
                execution: run.key, sequence: run.nextSequence, firstEventID: 1, eventCount: 0,
                bytes: run.stored(record, as: .record(run.key, sequence: run.nextSequence))))
        mutations.append(
            run.status == .running
                ? .putObligation(execution: run.key, id: ObligationID.mapRun, bytes: [])
                : .deleteObligation(execution: run.key, id: ObligationID.mapRun))
        run.hasRow = true
        mutations += itemsRemoval(of: run)
        return mutations
    }

    /// A failed commit: the Map Run is folded again from what is on disk.
    private func poison(_ run: LiveMapRun) {
        services.logger.error(
            "a commit failed; the Map Run is folded again from disk", metadata: ["mapRun.arn": "\(run.arn.text)"])
        mapRuns[run.key] = nil
        let (key, parentKey, task) = (run.key, run.parentKey, run.task)
        wallTimers.insert(TimerEntry(deadline: services.clock.now.milliseconds + 1_000, key: key, timer: nil))
        // One that is not on disk yet is started again by its parent.
        hand(to: parentKey) { loop in
            guard let parent = loop.resident(parentKey) else { return }
            for dispatch in parent.state.openMapRuns where dispatch.task == task {
                loop.hand(to: key) { $0.begin(dispatch, of: parentKey) }
            }
        }
    }

    private func perform(_ command: MapRunCommand, of run: LiveMapRun) {
        switch command {
        case .findItems: findItems(of: run)
        case .startChild(let ordinal, let attempt):
            run.toStart.append((ordinal, attempt))
            if run.toStart.count == 1 { startNext(of: run) }
        case .abortChild(let ordinal, let attempt):
            abortChild(ordinal, attempt, of: run)
        case .writeResults: writeResults(of: run)
        case .end:
            if run.isToBeRedriven {
                run.isToBeRedriven = false
                return offer(.redriven, to: run)
            }
            mapRuns[run.key] = nil
            report(run)
        }
    }

    /// Performs what is under way for a Map Run that has been folded from its log.
    func performOpenCommands(of run: LiveMapRun) {
        for command in run.state.openCommands { perform(command, of: run) }
    }
}
