import Digests
import ExecutionEngine
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import SQLiteStore
import StorageContract

/// An engine on a real store in virtual time, whose runs repeat, and which answers the tasks of generated definitions.
package final class VirtualWorld: Sendable {
    package let clock: VirtualClock
    package let store: FaultyStore
    package let engine: ExecutionEngine

    /// Opens a store in a folder and starts an engine on it.
    ///
    /// - Parameters:
    ///   - instant: Where its clock begins.
    ///   - loops: Shard loops; with more than one, runs do not repeat.
    ///   - invoker: What answers: it has to know its handlers by now, for what was under way goes on at once.
    ///   - commitsLeft: After so many commits the power is gone.
    package init(
        _ folder: TemporaryFolder, at instant: Timestamp = Timestamp(milliseconds: 1_767_225_600_000), loops: Int = 1,
        invoker: ScriptedInvoker, commitsLeft: Int? = nil
    ) throws {
        clock = VirtualClock(at: instant, skipping: .everything)
        store = FaultyStore(try SQLiteStore(folder: folder.path), commitsLeft: commitsLeft)
        var limits = EngineLimits()
        limits.repeatsExactly = true
        limits.loopCount = loops
        engine = try ExecutionEngine(
            store: store, invoker: invoker, clock: clock, entropy: Entropy(seed: 1), limits: limits)
        try engine.start()
    }

    /// Stops engine and store.
    package func close() {
        engine.stop()
        store.close()
    }

    /// Functions of generated definitions that answer so. Ids of requests and executions make no difference: after a crash they are others.
    package static func invoker(_ answers: RandomAnswers) -> ScriptedInvoker {
        let invoker = ScriptedInvoker()
        for resource in RandomDefinition.Means().functions + ["arn:aws:states:::lambda:invoke"] {
            invoker.on(resource, isIdempotent: true) { request, completion in
                let payload = Array(withoutIDs(request.payload.text).utf8)
                let answer = answers.answer(resource: request.resource, payload: payload, attempt: request.attempt)
                switch answer {
                case .success(let output): completion(InvocationOutcome(.success(Payload(output))))
                case .failure(let name, let cause):
                    completion(InvocationOutcome(.functionError(HandlerFailure(type: name, message: cause))))
                case .silence: return
                }
            }
        }
        return invoker
    }

    /// A text with every UUID blanked.
    package static func withoutIDs(_ text: String) -> String {
        text.replacing(#/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#, with: "id")
    }

    /// Stores a definition and gives the request that starts it, under the name of its seed.
    package func request(_ definition: RandomDefinition) async throws -> StartRequest {
        try await request(definition.text, name: "run-\(definition.seed)", input: definition.input)
    }

    /// Stores a definition and gives the request that starts it.
    package func request(_ definition: String, name: String, input: String = "{}") async throws -> StartRequest {
        let text = Array(definition.utf8)
        let sha256 = Digests.sha256(text)
        _ = await store.commit(WriteUnit(mutations: [.putDefinition(sha256: sha256, text: text)]))
        return StartRequest(
            stateMachine: StateMachineARN(territory: EngineWorld.territory, name: "machine"),
            name: name, input: try Payload(parsing: Array(input.utf8)),
            roleARN: "arn:aws:iam::123456789012:role/machine", definitionSHA256: sha256, isExpress: false)
    }

    /// An execution's events.
    package func events(of execution: ExecutionARN) async throws -> [HistoryEvent] {
        try await engine.records(of: execution, fromEventID: 1, isReversed: false, limit: 10_000).flatMap {
            try RecordReader($0.bytes).events()
        }
    }
}
