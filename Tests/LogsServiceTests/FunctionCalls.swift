import AWSWire
import JSONTree
import LogsService
import Synchronization

/// Notes what functions are called with; fails as it is told.
final class FunctionCalls: Sendable {
    private let state = Mutex((inputs: [JSON](), failures: [ServiceError]()))

    /// Reaches functions; and keys, of which one is there and one is switched off.
    var run: LogsService.RunAction {
        { [self] service, action, input, context throws(ServiceError) in
            if service == "kms" {
                guard let key = input["KeyId"], key != "none" else { throw ServiceError("NotFoundException", "") }
                return OperationOutput(["KeyMetadata": ["Enabled": .bool(key != "off")]])
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
