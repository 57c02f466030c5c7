import AWSWire
import Digests
import ExecutionEngine
import HandlerContract
import JSONTree
import Logging
import ResourceNames
import StorageContract

/// Asynchronous invocations: kept in the store until they are over, tried as often as the function's configuration says, and told of where it says.
package final class EventInvocations: Sendable {
    /// Source: Lambda developer guide, "Error handling for asynchronous invocation".
    private static let (retriesMax, ageSecondsMax) = (2, 21_600)
    /// The longest wait for a function that is throttled.
    private static let throttledPauseSecondsMax = 300
    private static let kind = "eventInvocation"
    private let store: any Store
    private let catalog: FunctionCatalog
    private let invoker: any HandlerInvoker
    private let prepare: LambdaService.Prepare
    private let clock: any WallClock
    private let entropy: Entropy
    private let pause: @Sendable (Duration) async throws -> Void
    private let logger: Logger
    private let accepted: AsyncStream<EventInvocation>
    private let queue: AsyncStream<EventInvocation>.Continuation

    /// - Parameter pause: Waits between attempts; a test gives its own.
    init(
        store: any Store, catalog: FunctionCatalog, invoker: any HandlerInvoker,
        prepare: @escaping LambdaService.Prepare, clock: any WallClock, entropy: Entropy, logger: Logger,
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        (self.store, self.catalog, self.invoker, self.prepare) = (store, catalog, invoker, prepare)
        (self.clock, self.entropy, self.logger, self.pause) = (clock, entropy, logger, pause)
        (accepted, queue) = AsyncStream.makeStream()
    }

    /// Works out the write that takes an invocation: it runs once that is durable.
    func prepare(_ request: InvocationRequest) -> PreparedWrite {
        let invocation = EventInvocation(request: request, acceptedAt: clock.now)
        return PreparedWrite(mutations: [row(of: invocation)]) { [queue] isCommitted in
            if isCommitted { queue.yield(invocation) }
        }
    }

    private func row(of invocation: EventInvocation) -> Mutation {
        .putResource(kind: Self.kind, key: invocation.request.requestID, bytes: invocation.json.bytes)
    }

    /// Runs what is accepted, what an earlier process left included, until the task is cancelled.
    package func run() async throws {
        for invocation in try await left() { queue.yield(invocation) }
        await withDiscardingTaskGroup { group in
            for await invocation in accepted { group.addTask { await self.perform(invocation) } }
        }
    }

    /// Runs what is left until each is over or cancelled.
    func runOnce() async throws(StoreError) {
        let waiting = try await left()
        await withDiscardingTaskGroup { group in
            for invocation in waiting { group.addTask { await self.perform(invocation) } }
        }
    }

    private func left() async throws(StoreError) -> [EventInvocation] {
        // A damaged row cannot be invoked; it is left where it is for whoever looks into it.
        try await store.resources(kind: Self.kind).compactMap { key, bytes in
            (try? JSON.parse(bytes)).flatMap { EventInvocation(id: key, $0) }
        }
    }

    private func perform(_ invocation: EventInvocation) async {
        var invocation = invocation
        var last: InvocationOutcome?
        var throttledPause = 1
        while true {
            let config = config(of: invocation.request)
            let age = (clock.now.milliseconds - invocation.acceptedAt.milliseconds) / 1_000
            if invocation.tries > 0 || last != nil, age >= Int64(config?.ageSecondsMax ?? Self.ageSecondsMax) {
                return await end(invocation, .ageExceeded, last, config)
            }
            var request = invocation.request
            request.attempt = invocation.tries + 1
            let outcome = await invoker.invoke(request)
            last = outcome
            let seconds: Int
            switch outcome.result {
            case .success:
                invocation.tries += 1
                return await end(invocation, .success, outcome, config)
            case .refused(let refusal) where refusal.status == 429 || refusal.status >= 500:
                // Not the function's fault: it is tried again for as long as the event may live.
                seconds = throttledPause
                throttledPause = min(Self.throttledPauseSecondsMax, throttledPause * 2)
            case .refused, .functionError:
                invocation.tries += 1
                logger.warning(
                    "an asynchronous invocation failed",
                    metadata: ["function": "\(request.resource)", "attempt": "\(invocation.tries)"])
                guard invocation.tries <= config?.retriesMax ?? Self.retriesMax else {
                    return await end(invocation, .retriesExhausted, outcome, config)
                }
                // A crash must not give tries back.
                _ = await store.commit(WriteUnit(mutations: [row(of: invocation)]))
                seconds = 60 * invocation.tries
            }
            // Cancelled: the row stays, and the next process tries again.
            do { try await pause(.seconds(seconds)) } catch { return }
        }
    }

    private func config(of request: InvocationRequest) -> EventInvokeConfig? {
        guard let name = FunctionName(request.resource, in: request.territory) else { return nil }
        return catalog.eventInvokeConfig(of: "\(name.arn):\(name.qualifier ?? "$LATEST")")
    }

    /// Tells whoever wants to know, and takes the row away, in one transaction.
    private func end(
        _ invocation: EventInvocation, _ condition: EventReport.Condition, _ outcome: InvocationOutcome?,
        _ config: EventInvokeConfig?
    ) async {
        let request = invocation.request
        var writes: [PreparedWrite] = []
        if let name = FunctionName(request.resource, in: request.territory),
            let function = catalog.find(name.name, name.qualifier, in: name.territory)
        {
            let report = EventReport(
                request: request, functionARN: "\(name.arn):\(name.qualifier ?? "$LATEST")", condition: condition,
                outcome: outcome, tries: invocation.tries, now: clock.now)
            let told = condition == .success ? config?.onSuccess : config?.onFailure
            writes += await tell(told, report, report.record.text, nil, function)
            if condition != .success {
                let event = String(decoding: request.payload.bytes, as: UTF8.self)
                writes += await tell(function.deadLetterARN, report, event, report.attributes, function)
            }
        }
        let removal = Mutation.deleteResource(kind: Self.kind, key: request.requestID)
        writes.append(PreparedWrite(mutations: [removal]) { _ in })
        do throws(StoreError) { try await store.commit(writes) } catch {
            logger.error(
                "the end of an asynchronous invocation was not stored: it will be run again at the next start",
                metadata: ["function": "\(request.resource)", "reason": "\(error.message)"])
        }
    }

    /// What it takes to tell a destination, as the function's role.
    private func tell(
        _ text: String?, _ report: EventReport, _ message: String, _ attributes: JSON?, _ function: FunctionRecord
    ) async -> [PreparedWrite] {
        guard let text, let arn = ARN(text), let destination = EventDestination(arn) else { return [] }
        // The ARN of a bucket does not say where it is.
        let home =
            arn.account.isEmpty ? function.territory : Territory(account: arn.account, region: arn.region)
        var context = RequestContext(
            territory: home, requestID: entropy.uuid(), endpoint: "")
        context.roleARN = function.roleARN
        context.sessionName = function.name
        context.depth = report.request.depth + 1
        context.traceHeader = report.request.traceHeader.isEmpty ? nil : report.request.traceHeader
        let call = destination.call(
            message, attributes: attributes, isSuccess: report.condition == .success, of: report.functionARN,
            objectKey: report.objectKey(entropy.uuid()))
        do throws(ServiceError) {
            let effects = try await prepare(call.service, call.action, call.input, context)
            return effects.compactMap { $0 as? PreparedWrite }
        } catch {
            logger.warning(
                "the result of an asynchronous invocation could not be delivered",
                metadata: [
                    "function": "\(report.functionARN)", "destination": "\(text)",
                    "reason": "\(error.code): \(error.message)",
                ])
            return []
        }
    }
}
