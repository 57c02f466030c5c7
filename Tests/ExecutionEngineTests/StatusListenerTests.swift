import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract
import Synchronization
import TestSupport
import Testing

private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"
private let task =
    #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(function)","End":true}}}"#
private let pass = #"{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#

@Suite struct StatusListenerTests {
    @Test func startAndEndOfAShortExecutionAreInItsOneUnit() async throws {
        let (listener, folder) = (NotingListener(), TemporaryFolder())
        let world = try EngineWorld(folder, statusListener: listener)
        defer { world.close() }
        let request = try await world.request(pass)
        let units = world.store.unitCount
        let started = try await world.engine.start(request)
        _ = try await world.engine.end(of: started.execution)
        #expect(world.store.unitCount == units + 1)
        #expect(listener.told == ["RUNNING", "SUCCEEDED"])
        #expect(try await rows(world) == ["1 RUNNING", "2 SUCCEEDED"])
    }

    @Test func everyEndAndARedriveAreTold() async throws {
        let (listener, folder) = (NotingListener(), TemporaryFolder())
        let world = try EngineWorld(folder, statusListener: listener)
        defer { world.close() }
        world.invoker.on(function) { _, completion in
            completion(InvocationOutcome(.functionError(HandlerFailure(type: "Broken", message: "no"))))
        }
        let started = try await world.engine.start(try await world.request(task))
        _ = try await world.engine.end(of: started.execution)
        world.invoker.on(function) { _, completion in completion(InvocationOutcome(.success(Payload(1)))) }
        _ = try await world.engine.redrive(started.execution, clientToken: nil)
        _ = try await world.engine.end(of: started.execution)
        #expect(listener.told == ["RUNNING", "FAILED", "RUNNING", "SUCCEEDED"])
    }

    @Test func whoDoesNotListenIsNotTold() async throws {
        let (listener, folder) = (NotingListener(isListening: false), TemporaryFolder())
        let world = try EngineWorld(folder, statusListener: listener)
        defer { world.close() }
        let started = try await world.engine.start(try await world.request(pass))
        _ = try await world.engine.end(of: started.execution)
        #expect(try await rows(world).isEmpty)
        #expect(listener.told.isEmpty)
    }

    @Test func expressExecutionsAreNotTold() async throws {
        let (listener, folder) = (NotingListener(), TemporaryFolder())
        let world = try EngineWorld(folder, statusListener: listener)
        defer { world.close() }
        _ = try await world.engine.startAndWait(try await world.request(pass, isExpress: true))
        #expect(listener.told.isEmpty)
    }

    private func rows(_ world: EngineWorld) async throws -> [String] {
        try await world.store.resources(kind: "told").map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}

/// Writes down what it is told, and notes what of it became durable.
private final class NotingListener: StatusListener {
    let isListening: Bool
    private let state = Mutex((count: 0, told: [String]()))

    init(isListening: Bool = true) { self.isListening = isListening }

    var told: [String] { state.withLock { $0.told } }

    func write(for execution: ExecutionDescription) -> PreparedWrite {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        let status = execution.status.text
        let row = Mutation.putResource(kind: "told", key: String(number), bytes: Array("\(number) \(status)".utf8))
        return PreparedWrite(mutations: [row]) { [self] isCommitted in
            if isCommitted { state.withLock { $0.told.append(status) } }
        }
    }
}
