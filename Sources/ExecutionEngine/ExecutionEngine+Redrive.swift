import DequeModule
import ResourceNames
import StatesInterpreter
import StorageContract

extension ExecutionEngine {
    /// Lets an execution that ended badly go on where it ended, on the same log.
    ///
    /// - Parameter clientToken: The same token within 15 minutes gives the same answer without another redrive.
    /// - Returns: When it was redriven.
    /// - Throws: `notRedrivable` when it runs, has succeeded, or its history is full; `tooManyExecutions`.
    package func redrive(_ execution: ExecutionARN, clientToken: String?) async throws(EngineFailure) -> Timestamp {
        let key = try await row(of: execution).key
        let result: Result<Timestamp, EngineFailure> = await withCheckedContinuation { continuation in
            let isPosted = loop(for: key).post { loop in
                loop.redrive(key, clientToken: clientToken) { continuation.resume(returning: $0) }
            }
            if !isPosted { continuation.resume(returning: .failure(.unavailable("the engine has stopped"))) }
        }
        return try result.get()
    }
}

extension ShardLoop {
    /// How many client tokens are remembered, and how long. Source: RedriveExecution.
    private static let tokensMax = 10
    private static let tokenMilliseconds: Int64 = 15 * 60_000

    fileprivate func redrive(
        _ key: ExecutionKey, clientToken: String?,
        _ reply: @escaping @Sendable (Result<Timestamp, EngineFailure>) -> Void
    ) {
        do throws(EngineFailure) {
            // One that failed while it could not be read is in memory afterwards, and its end is being written.
            if executions[key] == nil { _ = try find(key) }
            let known = executions[key]
            if let known, known.state.isEnded {
                // Its end is durable for whoever has read it, but has not been told here: what it asks for comes first.
                return whenDurable(known) { [weak self] failure in
                    if let failure { return reply(.failure(failure)) }
                    let isPosted = self?.post { $0.redrive(key, clientToken: clientToken, reply) } ?? false
                    if !isPosted { reply(.failure(.unavailable("the engine has stopped"))) }
                }
            }
            guard let execution = try known == nil ? fold(key, includesEnded: true) : known else {
                throw .executionDoesNotExist
            }
            if let clientToken, let known = execution.details.redriveTokens.first(where: { $0.token == clientToken }),
                services.clock.now.milliseconds - known.at.milliseconds <= Self.tokenMilliseconds
            {
                return whenDurable(execution) { reply($0.map { .failure($0) } ?? .success(known.at)) }
            }
            guard execution.status != .running, execution.heldBecause == nil, execution.state.accepts(.redriven) else {
                throw .notRedrivable(execution.status)
            }
            try takePlace(of: execution)
            executions[key] = execution
            let (open, territory) = (services.open, execution.arn.stateMachine.territory)
            let answer: InputReply = { result in
                switch result {
                case .recorded(let at): return reply(.success(at))
                case .refused: reply(.failure(.notRedrivable(.running)))
                case .failed(let failure): reply(.failure(failure))
                }
                open.release(in: territory)
            }
            let redriveCount = execution.details.redriveCount
            // Folded at once: the token is kept in the same unit, with the very instant of the redrive.
            execution.pending.prepend((.redriven, [], answer))
            advance(execution)
            if let clientToken, execution.details.redriveCount > redriveCount, let at = execution.details.redrivenAt {
                execution.details.redriveTokens.append((clientToken, at))
                execution.details.redriveTokens.removeFirst(
                    max(0, execution.details.redriveTokens.count - Self.tokensMax))
            }
        } catch {
            reply(.failure(error))
        }
    }
}
