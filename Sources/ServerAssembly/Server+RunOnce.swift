import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

extension Server {
    /// What became of one execution.
    package struct RunEnd: Sendable {
        /// How it ended.
        package enum Outcome: Sendable {
            /// The output's text.
            case succeeded(String)
            /// Any other end.
            case failed(status: String, error: String?, cause: String?)
        }
        /// How it ended.
        package let outcome: Outcome
        /// Its events, as GetExecutionHistory shows them.
        package let history: [String]
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
            let history = try await history(of: arn)
            guard ended.status == .succeeded, let output = ended.details.output else {
                let (status, details) = (ended.status.text, ended.details)
                return RunEnd(
                    outcome: .failed(status: status, error: details.error, cause: details.cause), history: history)
            }
            return RunEnd(outcome: .succeeded(String(decoding: output, as: UTF8.self)), history: history)
        } catch let error as ServiceError {
            throw ServerError("\(error.code): \(error.message)")
        } catch {
            throw ServerError(error, configuration)
        }
    }

    /// The events of an execution, page by page.
    private func history(of execution: ExecutionARN) async throws(ServiceError) -> [String] {
        var events: [String] = []
        var token: JSON?
        repeat {
            var input: JSONObject = ["executionArn": .string(execution.text), "maxResults": 1_000]
            if let token { input["nextToken"] = token }
            let page = try await call("states", "GetExecutionHistory", .object(input))
            events += (page["events"]?.arrayValue ?? []).map(\.text)
            token = page["nextToken"]
        } while token != nil
        return events
    }
}
