import AWSWire
import JSONTree
import LogsService
import Synchronization

/// Notes what functions are called with; fails as it is told.
final class FunctionCalls: Sendable {
    private let state = Mutex((inputs: [JSON](), failures: [ServiceError]()))

    /// What the policy of a key says, by the key's id; others are not there. The key `off` is switched off.
    let policies: Mutex<[String: String]> = .init([:])

    /// Reaches functions and keys.
    var run: LogsService.RunAction {
        { [self] service, action, input, context throws(ServiceError) in
            if service == "kms" {
                guard let id = input["KeyId"]?.stringValue, let policy = policies.withLock({ $0[id] }) else {
                    throw ServiceError("NotFoundException", "")
                }
                if action == "GetKeyPolicy" { return OperationOutput(["Policy": .string(policy)]) }
                return OperationOutput(["KeyMetadata": ["Arn": .string(id), "Enabled": .bool(id != "off")]])
            }
            let failure = state.withLock { state -> ServiceError? in
                state.inputs.append(input)
                return state.failures.popLast()
            }
            if let failure { throw failure }
            return OperationOutput(status: 202)
        }
    }

    /// Lets the next calls fail.
    func fail(_ failures: [ServiceError]) { state.withLock { $0.failures = failures } }

    /// Waits for the nth call.
    func call(_ number: Int) async -> JSON {
        while true {
            if let found = state.withLock({ $0.inputs.dropFirst(number - 1).first }) { return found }
            await Task.yield()
        }
    }
}
