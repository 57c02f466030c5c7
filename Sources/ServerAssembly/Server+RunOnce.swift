import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

extension Server {
    /// How one execution ended.
    package enum RunEnd: Sendable {
        /// The output's text.
        case succeeded(String)
        case failed(status: String, error: String?, cause: String?)
    }

    /// Runs one execution of a definition without a listener, then stops everything.
    ///
    /// - Throws: `ServerError` in the words of the action that refused.
    package func runOnce(definition: [UInt8], input: [UInt8]) async throws(ServerError) -> RunEnd {
        try startWithoutListener()
        defer { stopWithoutListener() }
        do {
            let machine = try await call(
                "states", "CreateStateMachine",
                [
                    "name": "run", "definition": .string(String(decoding: definition, as: UTF8.self)),
                    "roleArn": .string("arn:aws:iam::\(configuration.territory.account):role/newel-run"),
                ])
            let started = try await call(
                "states", "StartExecution",
                [
                    "stateMachineArn": machine["stateMachineArn"] ?? "",
                    "input": .string(String(decoding: input, as: UTF8.self)),
                ])
            guard let arn = ExecutionARN(started["executionArn"]?.stringValue ?? "") else {
                throw ServerError("The execution did not start.")
            }
            let ended = try await engine.end(of: arn)
            guard ended.status == .succeeded, let output = ended.details.output else {
                return .failed(status: ended.status.text, error: ended.details.error, cause: ended.details.cause)
            }
            return .succeeded(String(decoding: output, as: UTF8.self))
        } catch let error as ServiceError {
            throw ServerError("\(error.code): \(error.message)")
        } catch {
            throw ServerError(error, configuration)
        }
    }
}
