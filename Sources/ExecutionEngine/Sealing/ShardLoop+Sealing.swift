import Logging
import ResourceNames
import StatesInterpreter
import StorageContract

/// Executions whose data lies sealed in the store: what becomes of them when their key cannot be used.
///
/// A request is refused and changes nothing. Anything else ends the execution as failed, as on AWS. Of one that is not in memory the row alone says
/// so until it can be read.
extension ShardLoop {
    /// How often an execution that cannot be read is looked at again.
    private static let keyPauseMilliseconds: Int64 = 5_000

    /// Gets the data key that seals what the next advance of an execution writes.
    ///
    /// - Returns: Why there is none.
    func renewDataKey(of execution: LiveExecution, for input: Input) -> KeyFailure? {
        guard let sealing = execution.details.sealing else { return nil }
        // Says nothing that would have to be sealed, and AWS does not ask for the key.
        if case .heartbeat = input, execution.dataKey != nil { return nil }
        do throws(KeyFailure) {
            execution.dataKey = try services.sealer.dataKey(for: sealing)
            return nil
        } catch {
            return error
        }
    }

    /// Refuses an input because the key of its execution cannot be used.
    func refuse(
        _ pending: (input: Input, effects: [PreparedWrite], reply: InputReply?), of execution: LiveExecution,
        without key: KeyFailure
    ) {
        for effect in pending.effects { effect.settled(false) }
        let failure = EngineFailure(key)
        pending.reply?(.failed(failure))
        if execution.state.isEnded {
            // It came into memory to be redriven.
            executions[execution.key] = nil
        } else if pending.input.isFirst {
            drop(execution, failure)
            if let run = execution.details.mapRun?.runKey {
                hand(to: run) { loop in if let run = loop.mapRuns[run] { loop.wait(run, for: key) } }
            } else if execution.hasRow, !execution.isTransient {
                wait(execution.key, for: key)
            }
        }
    }

    /// Comes back to an execution or a Map Run that cannot be read now.
    func wait(_ waiting: ExecutionKey, for key: KeyFailure) {
        let now = services.clock.now.milliseconds
        if let deadline = awaitingKeys[waiting] {
            guard deadline <= now else { return }
        } else {
            services.logger.warning(
                "an execution waits until the key of its data can be used again",
                metadata: ["execution.key": "\(waiting.uuid)", "reason": "\(key.message)"])
        }
        let deadline = now + Self.keyPauseMilliseconds
        awaitingKeys[waiting] = deadline
        wallTimers.insert(TimerEntry(deadline: deadline, key: waiting, timer: nil))
    }

    /// Forgets a Map Run whose key cannot be used; it is folded again later. Its parent, which has the same key, fails.
    func wait(_ run: LiveMapRun, for key: KeyFailure) {
        mapRuns[run.key] = nil
        failParent(of: run, for: key)
        if run.hasRow { wait(run.key, for: key) }
    }

    /// Fails the execution a Map Run runs for, if it is in memory.
    func failParent(of run: LiveMapRun, for key: KeyFailure) {
        let parentKey = run.parentKey
        hand(to: parentKey) { loop in
            guard let parent = loop.executions[parentKey] else { return }
            loop.offer(.keyLost(cause: key.message), to: parent)
        }
    }
}

extension Input {
    /// The execution begins with it.
    var isFirst: Bool {
        switch self {
        case .started, .forked: true
        default: false
        }
    }

    /// Comes from a client, who is told when it cannot be done.
    var isRequest: Bool {
        switch self {
        case .started, .forked, .tokenAnswered, .activityStarted, .stopped, .redriven: true
        default: false
        }
    }
}
