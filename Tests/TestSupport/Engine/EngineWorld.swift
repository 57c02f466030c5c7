import Digests
import ExecutionEngine
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import SQLiteStore
import StatesInterpreter
import StatesLanguage
import StorageContract

/// An engine on a real store, with handlers and a clock in the test's hand.
package final class EngineWorld: Sendable {
    package static let territory = Territory(account: "123456789012", region: "us-east-1")
    package let clock: ManualClock
    package let invoker: ScriptedInvoker
    package let store: FaultyStore
    package let engine: ExecutionEngine

    /// Opens a store in a folder and starts an engine on it.
    ///
    /// - Parameter commitsLeft: After so many commits the power is gone.
    package init(
        _ folder: TemporaryFolder, clock: ManualClock = ManualClock(), invoker: ScriptedInvoker = ScriptedInvoker(),
        commitsLeft: Int? = nil,
        seed: UInt64 = 1, limits: EngineLimits = EngineLimits(), handovers: HandoverMarks? = nil,
        objects: (any MapRunObjects)? = nil, keys: (any KeyAuthority)? = nil,
        statusListener: (any StatusListener)? = nil,
        activityExists: @escaping @Sendable (_ arn: String) -> Bool = { _ in true }
    ) throws {
        self.clock = clock
        self.invoker = invoker
        store = FaultyStore(try SQLiteStore(folder: folder.path), commitsLeft: commitsLeft)
        engine = try ExecutionEngine(
            store: store, invoker: invoker, clock: clock, entropy: Entropy(seed: seed), limits: limits,
            handovers: handovers, activityExists: activityExists, objects: objects, keys: keys,
            statusListener: statusListener)
        try engine.start()
    }

    /// Stops engine and store, as an orderly end or, after the power was gone, as the end of the process.
    package func close() {
        engine.stop()
        store.close()
    }

    /// Stores a definition and gives the request that starts it.
    package func request(_ definition: String, name: String? = nil, input: String = "{}", isExpress: Bool = false)
        async throws -> StartRequest
    {
        let text = Array(definition.utf8)
        let sha256 = Digests.sha256(text)
        let check = Definition.check(text, type: isExpress ? .express : .standard)
        precondition(check.program != nil, "\(check.problems)")
        _ = await store.commit(WriteUnit(mutations: [.putDefinition(sha256: sha256, text: text)]))
        return StartRequest(
            stateMachine: StateMachineARN(territory: Self.territory, name: "machine"), name: name,
            input: try Payload(parsing: Array(input.utf8)),
            roleARN: "arn:aws:iam::123456789012:role/machine", definitionSHA256: sha256, isExpress: isExpress)
    }

    /// The types of an execution's events.
    package func types(of execution: ExecutionARN) async throws -> [String] {
        try await events(of: execution).map(\.type.name)
    }

    /// An execution's events.
    package func events(of execution: ExecutionARN) async throws -> [HistoryEvent] {
        try await engine.records(of: execution, fromEventID: 1, isReversed: false, limit: 10_000).flatMap {
            try RecordReader($0.bytes).events()
        }
    }
}
