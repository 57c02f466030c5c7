import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract
import TestSupport
import Testing

@testable import StepFunctionsService

/// The actions over an engine on a real store, with the clock in the test's hand and quotas as low as the test wants them.
final class ServiceWorld: Sendable {
    let folder = TemporaryFolder()
    let engine: EngineWorld
    /// One key, `key`.
    let keys = KeysInMemory("key")
    private let service: StepFunctionsService
    private let context = RequestContext(territory: EngineWorld.territory, requestID: "r", endpoint: "")

    static let role = "arn:aws:iam::123456789012:role/machine"
    static let pass = #"{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#
    static let fail = #"{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"Boom"}}}"#
    static let wait = #"{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"Next":"B"},"B":{"Type":"Succeed"}}}"#

    init(_ limits: Limits = Limits(), engine engineLimits: EngineLimits = EngineLimits()) throws {
        engine = try EngineWorld(folder, limits: engineLimits, keys: keys)
        service = try StepFunctionsService(
            store: engine.store, engine: engine.engine, activities: try Activities(store: engine.store),
            clock: engine.clock, entropy: Entropy(seed: 7), limits: limits,
            pause: { _ in })
    }

    deinit { engine.close() }

    /// Runs an action.
    @discardableResult
    func call(_ action: String, _ input: JSON = [:]) async throws(ServiceError) -> JSON {
        guard let operation = service.actions.operations[action] else {
            preconditionFailure("there is no action \(action)")
        }
        return try await operation.run(input, in: context).body
    }

    /// The code with which an action is refused; `nil` when it is not.
    func refusal(_ action: String, _ input: JSON = [:]) async -> String? {
        do throws(ServiceError) {
            try await call(action, input)
            return nil
        } catch {
            return error.code
        }
    }

    /// The whole error with which an action is refused.
    func error(_ action: String, _ input: JSON = [:]) async -> ServiceError? {
        do throws(ServiceError) {
            try await call(action, input)
            return nil
        } catch {
            return error
        }
    }

    /// Makes a machine and gives its ARN.
    func machine(_ name: String = "m", _ definition: String = pass, publish: Bool = false) async throws -> String {
        let made = try await call(
            "CreateStateMachine",
            [
                "name": .string(name), "definition": .string(definition), "roleArn": .string(Self.role),
                "publish": .bool(publish),
            ])
        return try #require(made["stateMachineArn"]?.stringValue)
    }
}
