import ExecutionHistory
import Glibc
import HandlerContract
import JSONTree
import Logging
import Platform
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Runs executions: folds their inputs, makes the records durable, performs what they ask for.
///
/// Every answer leaves after the state it tells of is on disk.
package final class ExecutionEngine: Sendable {
    /// What all loops share.
    let services: EngineServices
    /// Each owns a share of the shards.
    let loops: [ShardLoop]

    /// Takes over the store's shards; nothing runs before `start`.
    ///
    /// - Parameters:
    ///   - handovers: What tells after a crash which calls had left; without it, all of them may have.
    ///   - activityExists: Whether there is an activity of an ARN.
    ///   - objects: Where Map Runs read items and write results.
    ///   - keys: Wraps the data keys under which executions with a key of their own are stored; without it there are no such keys.
    ///   - findEventLog: Where events go besides histories.
    ///   - statusListener: Who is told when executions start and end.
    package init(
        store: any Store, invoker: any HandlerInvoker, clock: any EngineClock = SystemClock(),
        entropy: Entropy = Entropy(),
        limits: EngineLimits = EngineLimits(), handovers: HandoverMarks? = nil,
        activityExists: @escaping @Sendable (_ arn: String) -> Bool = { _ in true },
        objects: (any MapRunObjects)? = nil, keys: (any KeyAuthority)? = nil, findEventLog: EventLogFinder? = nil,
        statusListener: (any StatusListener)? = nil,
        logger: Logger = Logger(label: "newel.engine")
    ) throws(StoreError) {
        // Source of the name: developer guide, "Data at rest encryption".
        let sealer = Sealer(
            authority: keys, contextName: "aws:states:stateMachineArn", now: { clock.monotonicMilliseconds })
        services = EngineServices(
            store: store, invoker: invoker, clock: clock, entropy: entropy, names: entropy.branch(),
            programs: ProgramCache(store: store, sealer: sealer), sealer: sealer, tokenKey: try store.tokenKey,
            handovers: handovers, activityExists: activityExists, objects: objects,
            findEventLog: findEventLog, statusListener: statusListener, limits: limits, logger: logger)
        let epochs = try store.acquireShards()
        let count = limits.loopCount > 0 ? limits.loopCount : min(8, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        let services = services
        loops = (0..<count).map { ShardLoop(number: $0, count: count, services: services, epochs: epochs) }
        services.loops.fill(loops)
    }

    /// Compiled definitions.
    package var programs: ProgramCache { services.programs }

    /// Executions that are held because their log and this build disagree; those met since the start of the process.
    package var held: HeldExecutions { services.held }

    /// Whether something serves a resource, given without `.sync` and `.waitForTaskToken`.
    package func serves(_ resource: String) -> Bool { services.invoker.traits(of: resource) != nil }

    /// Starts the loops and takes up what a process before this one left: deadlines, obligations, inputs that were held.
    package func start() throws(StoreError) {
        try countOpenExecutions()
        // Everything is in the mailboxes before a loop looks: a clock that skips what nobody has to wait for would skip what nobody knows of yet.
        for loop in loops { loop.listen() }
        defer { for loop in loops { loop.start() } }
        try recover()
    }

    /// Finishes what is queued; what runs goes on at the next start.
    package func stop() {
        for loop in loops { loop.stop() }
    }

    /// The loop that owns an execution.
    func loop(for key: ExecutionKey) -> ShardLoop { loops[key.shard % loops.count] }

    private func recover() throws(StoreError) {
        // Marked before any of them does anything: what one finds out may reach another at once.
        try eachObliged { loop, key in loop.unrecovered.insert(key) }
        var position: (at: Timestamp, key: ExecutionKey)?
        repeat {
            let after = position
            let page = try services.store.readNow { reader throws(StoreError) in
                try reader.deadlines(after: after, limit: 1_000)
            }
            for (at, key) in page {
                loop(for: key).post { loop in
                    loop.unrecovered.insert(key)
                    loop.wallTimers.insert(TimerEntry(deadline: at.milliseconds, key: key, timer: nil))
                }
            }
            position = page.last.map { ($0.at, $0.key) }
        } while position != nil
        try eachObliged { loop, key in
            if loop.resident(key) == nil { loop.wakeParentIfOwed(key) }
        }
        try takeInboxes()
    }

    /// Hands work over for every execution with an obligation.
    private func eachObliged(_ body: @escaping @Sendable (ShardLoop, ExecutionKey) -> Void) throws(StoreError) {
        var position: (key: ExecutionKey, id: Int64)?
        repeat {
            let after = position
            let page = try services.store.readNow { reader throws(StoreError) in
                try reader.obligations(after: after, limit: 1_000)
            }
            for key in Set(page.map(\.key)).sorted(by: { ($0.high, $0.low) < ($1.high, $1.low) }) {
                loop(for: key).post { loop in body(loop, key) }
            }
            position = page.last.map { ($0.key, $0.id) }
        } while position != nil
    }

    private func takeInboxes() throws(StoreError) {
        for shard in 0..<shardCount {
            guard
                try services.store.readNow({ reader throws(StoreError) in
                    try !reader.inbox(shard: shard, limit: 1).isEmpty
                })
            else { continue }
            loops[shard % loops.count].post { loop in
                do throws(StoreError) { try loop.takeInbox(shard: shard) } catch {
                    loop.services.logger.error(
                        "kept inputs could not be read", metadata: ["reason": "\(error.message)"])
                }
            }
        }
    }

    /// Starts an execution; answers when its start is durable.
    ///
    /// - Throws: `executionExists` when the name is taken by a closed execution or one with another input. The same name and input while it runs
    ///   give the running one.
    package func start(_ request: StartRequest) async throws(EngineFailure) -> StartedExecution {
        let result: Result<StartedExecution, EngineFailure> = await withCheckedContinuation { continuation in
            start(request, isTransient: false, onStart: { continuation.resume(returning: $0) }, onEnd: nil)
        }
        return try result.get()
    }

    /// Works the start of an execution out; it happens with the commit of the write.
    ///
    /// - Returns: The execution, and the write; `nil` when it runs already under the same name with the same input.
    package func prepareStart(_ request: StartRequest) async throws(EngineFailure) -> (
        started: StartedExecution, write: PreparedWrite?
    ) {
        let (key, arn, now) = name(request)
        let result: Result<(StartedExecution, PreparedWrite?), EngineFailure> = await withCheckedContinuation {
            continuation in
            let isPosted = loop(for: key).post { loop in
                loop.prepareStart(request, key: key, arn: arn, at: now) { continuation.resume(returning: $0) }
            }
            if !isPosted { continuation.resume(returning: .failure(.unavailable("the engine has stopped"))) }
        }
        return try result.get()
    }

    /// Key and ARN of an execution that is to start now.
    func name(_ request: StartRequest) -> (key: ExecutionKey, arn: ExecutionARN, now: Timestamp) {
        let now = services.clock.now
        let generated = ExecutionKey.generated(at: now, entropy: services.names)
        let arn = ExecutionARN(
            stateMachine: request.stateMachine, name: request.name ?? generated.uuid,
            expressID: request.isExpress ? generated.uuid : nil)
        return (request.name == nil || request.isExpress ? generated : .named(arn), arn, now)
    }

    /// Runs an EXPRESS execution and waits for its end; nothing of it is stored.
    package func startAndWait(_ request: StartRequest) async throws(EngineFailure) -> ExecutionDescription {
        let result: Result<ExecutionDescription, EngineFailure> = await withCheckedContinuation { continuation in
            start(
                request, isTransient: true,
                onStart: { if case .failure(let failure) = $0 { continuation.resume(returning: .failure(failure)) } }
            ) {
                continuation.resume(returning: $0)
            }
        }
        return try result.get()
    }

    private func start(
        _ request: StartRequest, isTransient: Bool,
        onStart: @escaping @Sendable (Result<StartedExecution, EngineFailure>) -> Void,
        onEnd: (@Sendable (Result<ExecutionDescription, EngineFailure>) -> Void)?
    ) {
        let (key, arn, now) = name(request)
        let isPosted = loop(for: key).post { loop in
            loop.start(request, key: key, arn: arn, at: now, isTransient: isTransient, onStart: onStart, onEnd: onEnd)
        }
        if !isPosted { onStart(.failure(.unavailable("the engine has stopped"))) }
    }

    /// Applies SendTaskSuccess or SendTaskFailure; answers when the record is durable.
    ///
    /// - Parameter account: The caller's account: a token is good only in its own.
    package func answerTask(token: String, account: String, _ answer: TokenAnswer) async throws(EngineFailure) {
        try await offer(token: token, account: account) { .tokenAnswered(task: $0, answer: answer) }
    }

    /// Applies SendTaskHeartbeat.
    package func heartbeat(token: String, account: String) async throws(EngineFailure) {
        try await offer(token: token, account: account) { .heartbeat(task: $0) }
    }

    /// Refuses a token that was not made here, or for another account; whether its task still waits is not asked.
    package func check(token: String, account: String) throws(EngineFailure) {
        _ = try read(token: token, account: account)
    }

    private func read(token: String, account: String) throws(EngineFailure) -> TaskToken {
        guard let token = TaskToken(token, sealedWith: services.tokenKey), token.account == UInt64(account) ?? 0 else {
            throw .invalidToken
        }
        return token
    }

    private func offer(token: String, account: String, _ input: @Sendable (Int64) -> Input) async throws(EngineFailure)
    {
        let token = try read(token: token, account: account)
        let isDeleted: @Sendable (ShardLoop, LiveExecution) -> EngineFailure? = { loop, execution in
            loop.isOfDeletedActivity(token.task, of: execution) ? .activityDeleted : nil
        }
        switch await offer(input(token.task), to: token.execution, unless: isDeleted) {
        case .recorded: return
        case .refused: throw .taskOver
        case .failed(let failure): throw failure
        }
    }

    /// Gives an input to an execution, in memory or not.
    ///
    /// - Parameter obstacle: What stands in the way of it.
    func offer(
        _ input: Input, to key: ExecutionKey,
        unless obstacle: @escaping @Sendable (ShardLoop, LiveExecution) -> EngineFailure? = { _, _ in nil }
    ) async -> InputResult {
        await withCheckedContinuation { continuation in
            let isPosted = loop(for: key).post { loop in
                do throws(EngineFailure) {
                    guard let execution = try loop.find(key) else { return continuation.resume(returning: .refused) }
                    if let failure = obstacle(loop, execution) {
                        return continuation.resume(returning: .failed(failure))
                    }
                    loop.offer(input, to: execution) { continuation.resume(returning: $0) }
                } catch {
                    continuation.resume(returning: .failed(error))
                }
            }
            if !isPosted { continuation.resume(returning: .failed(.unavailable("the engine has stopped"))) }
        }
    }

    /// Ends a running execution as ABORTED. Of one that has ended already, tells when it ended.
    package func stop(_ execution: ExecutionARN, error: String?, cause: String?) async throws(EngineFailure)
        -> Timestamp
    {
        let row = try await row(of: execution)
        switch await offer(.stopped(error: error, cause: cause), to: row.key) {
        case .recorded(let at): return at
        case .failed(.keyUnusable(let lost)): throw .keyUnusable(lost)
        case .refused, .failed: break
        }
        guard let stoppedAt = try await self.row(of: execution).stoppedAt else {
            throw .unavailable("the execution could not be stopped")
        }
        return stoppedAt
    }

    /// Waits for an execution's end.
    package func end(of execution: ExecutionARN) async throws(EngineFailure) -> ExecutionDescription {
        // The row of an EXPRESS execution goes before anybody is told of its end.
        let key: ExecutionKey
        if let express = ExecutionKey.ofExpress(execution) {
            key = express
        } else {
            key = try await row(of: execution).key
        }
        let waited: Result<ExecutionDescription, EngineFailure>? = await withCheckedContinuation { continuation in
            let isPosted = loop(for: key).post { loop in
                guard let live = loop.resident(key) else { return continuation.resume(returning: nil) }
                live.endWaiters.append { continuation.resume(returning: $0) }
            }
            if !isPosted { continuation.resume(returning: .failure(.unavailable("the engine has stopped"))) }
        }
        guard let waited else { return try await describe(execution) }
        return try waited.get()
    }

    /// What is known of an execution, as of the last commit.
    ///
    /// - Parameter includingSealed: Whether what lies sealed in the store is told too: input, output, error and cause of an execution with a key of
    ///   its own. Without that, the key is not asked for.
    package func describe(_ execution: ExecutionARN, includingSealed: Bool = true) async throws(EngineFailure)
        -> ExecutionDescription
    {
        let key = ExecutionKey.generated(for: execution) ?? .named(execution)
        let ended = services.ended.find(execution, key: key, at: services.clock.monotonicMilliseconds)
        if var ended = ended ?? services.express.find(execution)?.description {
            if includingSealed {
                _ = try services.dataKey(for: ended.details.sealing)
            } else {
                ended.details = ended.details.withoutSealed
            }
            return ended
        }
        let row: ExecutionRow
        do throws(EngineFailure) { row = try await self.row(of: execution) } catch {
            guard error == .executionDoesNotExist else { throw error }
            return try await describeWithoutRow(execution, includingSealed: includingSealed)
        }
        return includingSealed ? try services.description(of: row) : try Self.description(of: row)
    }

    /// Executions of a machine, newest first.
    ///
    /// - Parameter opening: Whether what lies sealed in the store is told too, as far as its key may be used.
    package func list(_ filter: ExecutionFilter, opening: Bool = false) async throws(EngineFailure) -> [(
        key: ExecutionKey, description: ExecutionDescription
    )] {
        let rows = try await read { reader throws(StoreError) in try reader.executions(filter) }
        var list: [(ExecutionKey, ExecutionDescription)] = []
        for row in rows {
            var description = try Self.description(of: row)
            // A list needs no key: what it cannot open is left out.
            if opening { try? description.details.open(of: row.key, with: services) }
            list.append((row.key, description))
        }
        return list
    }

    /// The row of an execution.
    func row(of execution: ExecutionARN) async throws(EngineFailure) -> ExecutionRow {
        let machine = execution.stateMachine.storedName
        let row = try await read { reader throws(StoreError) in
            func row(_ key: ExecutionKey) throws(StoreError) -> ExecutionRow? {
                guard let row = try reader.execution(key), row.name == execution.name,
                    row.machine == machine || row.machine.hasPrefix("\(machine):")
                else {
                    return nil
                }
                return row
            }
            if let key = ExecutionKey.generated(for: execution), let row = try row(key) { return Optional(row) }
            return try row(.named(execution))
        }
        guard let row else { throw .executionDoesNotExist }
        return row
    }

    /// Reads the store.
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Answer
    ) async throws(EngineFailure) -> Answer {
        do throws(StoreError) { return try await services.store.read(body) } catch { throw .unavailable(error.message) }
    }

    /// What a row says of its execution, without what is sealed.
    static func description(of row: ExecutionRow) throws(EngineFailure) -> ExecutionDescription {
        guard let details = ExecutionDetails(bytes: row.bytes), let machine = StateMachineARN(storedName: row.machine),
            let status = ExecutionStatus(rawValue: row.status)
        else { throw .unavailable("the execution's row is damaged") }
        return ExecutionDescription(
            execution: ExecutionARN(stateMachine: machine, name: row.name, expressID: details.expressID),
            status: status, startedAt: row.startedAt,
            stoppedAt: row.stoppedAt, definitionSHA256: row.definitionSHA256, details: details, heldBecause: nil)
    }
}

extension ExecutionEngine {
    /// A machine's name as the store's columns hold it, for filters.
    package static func storedName(of machine: StateMachineARN) -> String { machine.storedName }
}
