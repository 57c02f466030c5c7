import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract
import Synchronization

/// Where a connection has left its bell; all are taken back when it goes.
final class StreamSubscriptions: Sendable {
    /// Between two looks at a list.
    private static let rest = Duration.milliseconds(200)
    private let bell: StreamBell
    private let services: ConsoleServices
    private let watched = Mutex<[(id: Int, interest: ExecutionWatchers.Interest)]>([])
    private let fed = Mutex<[Int]>([])
    private let changes = Mutex<[Int]>([])

    /// None yet.
    init(bell: StreamBell, services: ConsoleServices) {
        (self.bell, self.services) = (bell, services)
    }

    deinit {
        for (id, interest) in watched.withLock({ $0 }) { services.engine.watchers.remove(id, interest) }
        for id in fed.withLock({ $0 }) { services.feed.remove(id) }
        for id in changes.withLock({ $0 }) { services.feed.changes.remove(id) }
    }

    /// A topic by its name; from now on its news ring the bell.
    ///
    /// - Throws: When there is no such topic, or whoever asks may not see it.
    func topic(
        _ name: String, number: Int, after position: Int64, _ request: ConsoleRequest
    ) async throws(ServiceError) -> any StreamTopic {
        let ((kind, id), feed) = (Self.split(name), services.feed)
        switch kind {
        case "history":
            let execution = try Self.execution(id, request)
            try request.admit("GetExecutionHistory", ["executionArn": .string(execution.text)])
            let key = try await key(of: execution)
            watch(.execution(key), number, .zero)
            return HistoryTopic(id: id, execution: execution, key: key, after: position, request)
        case "log":
            listen(number)
            return try logTopic(id, after: position, request)
        case "handlers":
            try request.admit("ListFunctions", of: "lambda", .emptyObject)
            let ring = SpacedRing(every: Self.rest, services.clock) { [bell] in bell.ring(number) }
            fed.withLock { $0.append(services.feed.add { ring() }) }
            return NoticeTopic(feed: services.feed, host: services.host, again: later(number, .milliseconds(500)))
        case "tokens":
            watch(.tokens, number, .milliseconds(50))
            return ChangeTopic(name: kind)
        case "machines", "executions":
            watch(.executions, number, Self.rest)
            return ChangeTopic(name: kind)
        case "messages":
            let ring = SpacedRing(every: Self.rest, services.clock) { [bell] in bell.ring(number) }
            listen(to: .queues, ring)
            fed.withLock { $0.append(services.feed.add { ring() }) }
            return PolledTopic(
                name: kind,
                look: { () async throws(ServiceError) in
                    .array(try await MessageEndpoints.counts(request) + feed.published())
                },
                // Messages become visible again and fall due without anybody doing anything.
                again: later(number, .seconds(2)))
        case "stacks":
            try request.admit("DescribeStacks", of: "cloudformation", .emptyObject)
            listen(to: .stacks, SpacedRing(every: Self.rest, services.clock) { [bell] in bell.ring(number) })
            return ChangeTopic(name: kind)
        case "deployment":
            listen(to: .stacks, SpacedRing(every: .milliseconds(50), services.clock) { [bell] in bell.ring(number) })
            let stack = PercentCoding.decode(id.utf8, plusIsSpace: false) ?? id
            return PolledTopic(
                name: kind,
                look: { () async throws(ServiceError) in
                    try await DeploymentEndpoints.progress(of: stack, request)
                }, again: {})
        default:
            throw ServiceError("BadRequest", "There is no topic '\(kind)'.")
        }
    }

    /// Rings for a topic after a while, as long as the connection lasts.
    private func later(_ number: Int, _ span: Duration) -> @Sendable () -> Void {
        let delayed = DelayedRing(after: span, services.clock) { [weak bell] in bell?.ring(number) }
        return { delayed() }
    }

    private func logTopic(
        _ id: String, after position: Int64, _ request: ConsoleRequest
    ) throws(ServiceError) -> any StreamTopic {
        if id.hasPrefix("fn/") {
            let name = PercentCoding.decode(id.dropFirst(3).utf8, plusIsSpace: false) ?? ""
            try request.admit("FilterLogEvents", of: "logs", ["logGroupName": .string("/aws/lambda/" + name)])
            let function = FunctionName(name, in: request.context.territory)?.arn
            // An integration has no account: its pattern is its name.
            return LogTopic(id: id, feed: services.feed, after: position) { line in
                line.handler == name && (line.function == function || ARN(line.function)?.service != "lambda")
            }
        }
        let execution = try Self.execution(id, request)
        try request.admit("GetExecutionHistory", ["executionArn": .string(execution.text)])
        let arn = execution.text
        return LogTopic(id: id, feed: services.feed, after: position) { $0.execution == arn }
    }

    /// Rings for a topic when something is committed, with a pause between: nobody looks at a list ten times a second.
    private func watch(_ interest: ExecutionWatchers.Interest, _ number: Int, _ rest: Duration) {
        let spaced = SpacedRing(every: rest, services.clock) { [bell] in bell.ring(number) }
        let id = services.engine.watchers.add(interest) { [bell] in
            if rest == .zero { bell.ring(number) } else { spaced() }
        }
        watched.withLock { $0.append((id, interest)) }
    }

    private func listen(to kind: ConsoleChanges.Kind, _ ring: SpacedRing) {
        changes.withLock { $0.append(services.feed.changes.add(kind) { ring() }) }
    }

    private func listen(_ number: Int) {
        let id = services.feed.add { [bell] in bell.ring(number) }
        fed.withLock { $0.append(id) }
    }

    private func key(of execution: ExecutionARN) async throws(ServiceError) -> ExecutionKey {
        do throws(EngineFailure) { return try await services.engine.key(of: execution) } catch {
            throw HistoryReader.refusal(error, execution)
        }
    }

    private static func split(_ name: String) -> (kind: String, id: String) {
        guard let colon = name.firstIndex(of: ":") else { return (name, "") }
        return (String(name[..<colon]), String(name[name.index(after: colon)...]))
    }

    /// `MACHINE/EXECUTION`, each part percent-encoded.
    private static func execution(_ id: String, _ request: ConsoleRequest) throws(ServiceError) -> ExecutionARN {
        let parts = id.split(separator: "/").compactMap { PercentCoding.decode($0.utf8, plusIsSpace: false) }
        guard parts.count == 2 else {
            throw ServiceError("BadRequest", "'\(id)' is no execution: MACHINE/EXECUTION is.")
        }
        return request.execution(of: parts[0], parts[1])
    }
}
