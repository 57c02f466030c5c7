import Logging
import ResourceNames
import StatesInterpreter
import StorageContract

/// Executions that have something to do, are not in memory, and cannot be read because their key cannot be used.
///
/// They fail, as on AWS: "any related running executions will fail". Source: developer guide, "Data at rest encryption". Their rows say so at once,
/// in clear; their logs say so as soon as the key can be used again, before anybody reads them.
extension ShardLoop {
    /// Fails an execution that cannot be read, and comes back to write its log to the end.
    func fail(unread key: ExecutionKey, for lost: KeyFailure) {
        wait(key, for: lost)
        guard failing[key] == nil, let loss = loss(of: key, for: lost) else { return }
        failing[key] = lost
        let territory = loss.description.execution.stateMachine.territory
        let isCounted = !loss.description.details.isExpress && loss.description.details.mapRun == nil
        commitsUnderWay += 1
        services.store.commit([loss.unit]) { [weak self] results in
            let failure = results[0].failure
            loss.effect?.settled(failure == nil)
            self?.postCommitted { loop in
                loop.failing[key] = nil
                if let failure {
                    // It is looked at again when the time of the wait is over.
                    return loop.services.logger.error(
                        "an execution whose key cannot be used could not be failed",
                        metadata: ["execution.key": "\(key.uuid)", "reason": "\(failure.message)"])
                }
                loop.services.logger.notice(
                    "an execution has failed because the key of its data cannot be used",
                    metadata: ["execution.arn": "\(loss.description.execution.text)", "reason": "\(lost.message)"])
                if isCounted { loop.services.open.release(in: territory) }
                loop.wakeParent(of: loss.description, key: key)
                loop.retire(loss.description.execution.stateMachine)
            }
        }
    }

    /// What fails an execution; `nil` when it has ended, or is a Map Run or has not begun: those go on once they can be read.
    private func loss(of key: ExecutionKey, for lost: KeyFailure)
        -> (unit: WriteUnit, description: ExecutionDescription, effect: PreparedWrite?)?
    {
        do throws(EngineFailure) {
            guard var row = try storedRow(key), row.status == ExecutionStatus.running.rawValue,
                !MapRunDescription.isRow(row), try !obligations(of: key).contains(ObligationID.start)
            else { return nil }
            var description = try ExecutionEngine.description(of: row)
            (description.status, description.stoppedAt) = (.failed, services.clock.now)
            description.details.lostBecause = lost.message
            var mutations: [Mutation]
            if description.details.isExpress {
                // Nothing of it is kept.
                mutations = [.deleteExecution(key), .deleteObligation(execution: key, id: ObligationID.express)]
            } else {
                (row.status, row.stoppedAt) = (ExecutionStatus.failed.rawValue, description.stoppedAt)
                row.bytes = description.details.bytes(of: key, sealedWith: nil)
                mutations = [
                    .putExecution(row), .setDeadline(execution: key, nil),
                    .putObligation(execution: key, id: ObligationID.ending, bytes: []),
                ]
                if description.details.parent != nil {
                    mutations.append(.putObligation(execution: key, id: ObligationID.wakeParent, bytes: []))
                }
            }
            var effect: PreparedWrite?
            if let listener = services.statusListener, listener.isListening, !description.details.isExpress {
                let write = listener.write(for: description)
                mutations += write.mutations
                effect = write
            }
            return (WriteUnit(shard: key.shard, epoch: epochs[key.shard], mutations: mutations), description, effect)
        } catch {
            services.logger.error(
                "an execution's row could not be read",
                metadata: ["execution.key": "\(key.uuid)", "reason": "\(error)"])
            return nil
        }
    }

    /// Writes the log of an execution to its end that failed while it could not be read.
    func writeEnding(of execution: LiveExecution) {
        guard let cause = execution.details.lostBecause else { return }
        execution.details.lostBecause = nil
        execution.endedUnread = execution.stoppedAt
        for task in execution.state.openTasks where !task.token.isEmpty { execution.openTokens.insert(task.task) }
        readObligations(of: execution)
        unrecovered.remove(execution.key)
        execution.pending.append((.keyLost(cause: cause), [], nil))
        advance(execution)
    }

    /// Makes sure that the log of an execution has its end.
    ///
    /// - Parameter body: Told when it has, or why it cannot have it.
    func complete(_ key: ExecutionKey, _ body: @escaping @Sendable (EngineFailure?) -> Void) {
        do throws(EngineFailure) {
            _ = try find(key)
            guard let execution = executions[key] else { return body(nil) }
            whenDurable(execution, body)
        } catch {
            body(error)
        }
    }
}

extension ExecutionEngine {
    /// The row of an execution whose log is about to be read.
    func rowOfWholeLog(of execution: ExecutionARN) async throws(EngineFailure) -> ExecutionRow {
        let row = try await row(of: execution)
        guard row.status == ExecutionStatus.failed.rawValue,
            ExecutionDetails(bytes: row.bytes)?.lostBecause != nil
        else { return row }
        let failure: EngineFailure? = await withCheckedContinuation { continuation in
            let isPosted = loop(for: row.key).post { loop in
                loop.complete(row.key) { continuation.resume(returning: $0) }
            }
            if !isPosted { continuation.resume(returning: .unavailable("the engine has stopped")) }
        }
        if let failure { throw failure }
        return row
    }
}
