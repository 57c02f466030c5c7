import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// The first input of an execution.
extension ShardLoop {
    func start(
        _ request: StartRequest, key: ExecutionKey, arn: ExecutionARN, at now: Timestamp, isTransient: Bool,
        onStart: @escaping @Sendable (Result<StartedExecution, EngineFailure>) -> Void,
        onEnd: (@Sendable (Result<ExecutionDescription, EngineFailure>) -> Void)?
    ) {
        do throws(EngineFailure) {
            if request.name != nil, !request.isExpress, try answerAgain(request, key: key, arn: arn, onStart) { return }
            let execution = try fresh(request, key: key, arn: arn, at: now, isTransient: isTransient)
            try takePlace(of: execution)
            execution.isStarting = true
            if let onEnd { execution.endWaiters.append(onEnd) }
            executions[key] = execution
            offer(.started, to: execution) { result in
                switch result {
                case .recorded: onStart(.success(StartedExecution(execution: arn, startedAt: now)))
                case .refused: onStart(.failure(.executionExists))
                case .failed(let failure): onStart(.failure(failure))
                }
            }
        } catch {
            onStart(.failure(error))
        }
    }

    /// An execution to which nothing has happened yet.
    func fresh(_ request: StartRequest, key: ExecutionKey, arn: ExecutionARN, at now: Timestamp, isTransient: Bool)
        throws(EngineFailure) -> LiveExecution
    {
        let program = try services.programs.program(sha256: request.definitionSHA256)
        let details = ExecutionDetails(request, expressID: arn.expressID, semantics: Semantics.now)
        let facts = services.facts(key: key, arn: arn, details: details, startedAt: now, input: request.input)
        let execution = LiveExecution(
            key: key, arn: arn, startedAt: now, definitionSHA256: request.definitionSHA256, program: program,
            details: details, state: ExecutionState(facts: facts), isTransient: isTransient)
        execution.dataKey = try services.dataKey(for: details.sealing)
        return execution
    }

    /// A name that is taken: the same input while it runs gets the same answer, anything else is refused. Both wait for the start to be durable.
    func answerAgain(
        _ request: StartRequest, key: ExecutionKey, arn: ExecutionARN,
        _ onStart: @escaping @Sendable (Result<StartedExecution, EngineFailure>) -> Void
    ) throws(EngineFailure) -> Bool {
        if let execution = executions[key] {
            let isSame = execution.status == .running && execution.details.input == request.input.bytes
            let startedAt = execution.startedAt
            whenDurable(execution) { failure in
                if let failure { return onStart(.failure(failure)) }
                onStart(
                    isSame
                        ? .success(StartedExecution(execution: arn, startedAt: startedAt)) : .failure(.executionExists))
            }
            return true
        }
        let (row, isNameKept): (ExecutionRow?, Bool)
        do throws(StoreError) {
            (row, isNameKept) = try services.store.readNow { reader throws(StoreError) in
                (try reader.execution(key), try reader.isNameKept(key))
            }
        } catch {
            throw .unavailable(error.message)
        }
        guard let row else {
            // Of an execution whose history had to go early: its name is taken as long as AWS would keep it.
            if isNameKept { onStart(.failure(.executionExists)) }
            return isNameKept
        }
        var isSame = false
        if row.status == ExecutionStatus.running.rawValue {
            isSame = try services.details(of: row)?.input == request.input.bytes
        }
        onStart(
            isSame ? .success(StartedExecution(execution: arn, startedAt: row.startedAt)) : .failure(.executionExists))
        return true
    }
}
