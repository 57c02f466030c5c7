import HandlerContract
import JSONTree
import Platform
import PluginRuntime
import ResourceNames
import Synchronization

/// Makes the trial call of a manifest in a worker of its own, as any call is made, but for actions: it reaches none.
struct ProbeRun: Sendable {
    let recipe: WorkerRecipe
    let scratchRoot: String
    let limits: PluginHostLimits
    let finder: RuntimeFinder

    /// Calls the handler and waits for it. Blocks, at most for the limit on a handler's start and the probe's own.
    ///
    /// - Throws: when it fails or is late.
    func run(_ probe: HandlerProbe) throws(PackageProblem) {
        let payload: Payload
        do throws(JSONError) { payload = try Payload(parsing: probe.event) } catch {
            throw PackageProblem(.badManifest, "its probe's event is not JSON: \(error.message)")
        }
        let printed = Printed()
        let answer = Answer()
        var request = InvocationRequest(
            resource: recipe.functionName, payload: payload, requestID: "00000000-0000-4000-8000-000000000000",
            territory: Territory(account: "000000000000", region: "us-east-1"))
        request.isProbe = true
        request.onHandover = { answer.handOver() }
        let call = HandlerCall(request, log: printed) { answer.end($0) }
        call.begin(
            HandlerCall.Facts(
                logName: recipe.functionName, memoryMB: recipe.memoryMB,
                caller: APICallerIdentity(territory: request.territory, roleARN: nil)))
        let memoryWatch = MemoryWatch()
        let pool = WorkerPool(
            recipe, key: recipe.functionName, bridge: APIBridge(caller: NoActions()), limits: limits,
            scratchRoot: scratchRoot,
            memoryWatch: memoryWatch, memoryGroups: MemoryGroups(), finder: finder)
        defer { memoryWatch.close() }
        pool.start(call)
        let outcome = answer.wait(start: limits.initTime, call: .milliseconds(probe.timeoutMilliseconds))
        guard let outcome else {
            pool.shutdown()
            throw problem("its probe is late: no answer within \(probe.timeoutMilliseconds) ms", printed)
        }
        pool.close()
        switch outcome.result {
        case .success: return
        case .functionError(let failure): throw problem("its probe fails: \(failure.type): \(failure.message)", printed)
        case .refused(let refusal): throw problem("its probe fails: \(refusal.code): \(refusal.message)", printed)
        }
    }

    private func problem(_ message: String, _ printed: Printed) -> PackageProblem {
        let text = printed.text
        return PackageProblem(.failedProbe, text.isEmpty ? message : "\(message) (it printed: \(text))")
    }
}

/// What a handler printed during its trial, as far as it fits into a message.
private final class Printed: FunctionLogSink {
    private static let bytesMax = 1_000
    private let bytes = Mutex<[UInt8]>([])

    func append(_ output: FunctionOutput) {
        bytes.withLock { $0.append(contentsOf: output.lines.prefix(max(0, Self.bytesMax - $0.count))) }
    }

    /// The lines, joined by spaces.
    var text: String {
        String(decoding: bytes.withLock { $0 }, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

/// Where a thread waits for the end of a trial.
private final class Answer: @unchecked Sendable {
    // Sendable: all state is touched only under `lock`.
    private let lock = WaitLock()
    private var isHandedOver = false
    private var outcome: InvocationOutcome?

    func handOver() {
        lock.lock()
        isHandedOver = true
        lock.broadcast()
        lock.unlock()
    }

    func end(_ outcome: InvocationOutcome) {
        lock.lock()
        self.outcome = outcome
        lock.broadcast()
        lock.unlock()
    }

    /// The outcome; `nil` when the handler took longer than it may. The start has its own limit, which its worker keeps.
    func wait(start: Duration, call: Duration) -> InvocationOutcome? {
        lock.lock()
        defer { lock.unlock() }
        // Twice: the worker tells of a start that is late, once it has noticed.
        let startBy = WaitLock.instant(inMilliseconds: 2 * start.nanoseconds / 1_000_000)
        while outcome == nil, !isHandedOver, lock.wait(until: startBy) {}
        let endBy = WaitLock.instant(inMilliseconds: call.nanoseconds / 1_000_000)
        while outcome == nil, isHandedOver, lock.wait(until: endBy) {}
        return outcome
    }
}

/// What a trial reaches: it changes nothing outside.
private struct NoActions: APICaller {
    func call(
        service: String, action: String, input: JSON, as caller: APICallerIdentity, preparing: Bool
    ) async -> APICallOutcome {
        .failure(
            code: "AccessDeniedException",
            message: "A probe calls no actions: \(service):\(action) was not asked. Look at NEWEL_INV_PROBE.",
            status: 403,
            requestID: "")
    }
}
