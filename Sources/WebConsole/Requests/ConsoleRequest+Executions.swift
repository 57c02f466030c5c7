import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// Executions as pages ask for them: those of either type.
extension ConsoleRequest {
    /// The execution the path names.
    var execution: ExecutionARN { execution(of: parameter("machine"), parameter("execution")) }

    /// An execution by the names an address has, in the page's account and region.
    func execution(of machine: String, _ pageName: String) -> ExecutionARN {
        let parts = pageName.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return ExecutionARN(
            stateMachine: self.machine(machine), name: parts[0], expressID: parts.count == 2 ? parts[1] : nil)
    }

    /// What `DescribeExecution` says; of EXPRESS executions, of which AWS's says nothing, what the engine still knows.
    func description(of execution: ExecutionARN) async throws(ServiceError) -> JSON {
        let arn = JSON.string(execution.text)
        guard execution.isUnlistedExpress else {
            return try await call("states", "DescribeExecution", ["executionArn": arn])
        }
        try admit("DescribeExecution", ["executionArn": arn])
        let known = try await known(execution)
        var found = known.listed
        found["input"] = .string(String(decoding: known.details.input, as: UTF8.self))
        if let output = known.details.output { found["output"] = .string(String(decoding: output, as: UTF8.self)) }
        if let error = known.details.error { found["error"] = .string(error) }
        if let cause = known.details.cause { found["cause"] = .string(cause) }
        return .object(found)
    }

    /// What `DescribeStateMachineForExecution` says, for executions of either type.
    func machine(of execution: ExecutionARN) async throws(ServiceError) -> JSON {
        let arn = JSON.string(execution.text)
        guard execution.isUnlistedExpress else {
            return try await call("states", "DescribeStateMachineForExecution", ["executionArn": arn])
        }
        try admit("DescribeStateMachineForExecution", ["executionArn": arn])
        let known = try await known(execution)
        do throws(EngineFailure) {
            let text = try await services.engine.definition(sha256: known.definitionSHA256)
            return [
                "definition": text.map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null,
                "roleArn": .string(known.details.roleARN),
            ]
        } catch {
            throw HistoryReader.refusal(error, execution)
        }
    }

    private func known(_ execution: ExecutionARN) async throws(ServiceError) -> ExecutionDescription {
        do throws(EngineFailure) { return try await services.engine.describe(execution) } catch {
            throw HistoryReader.refusal(error, execution)
        }
    }
}

extension ExecutionARN {
    /// As the addresses of pages name it: an EXPRESS execution with its id behind the name.
    var pageName: String { expressID.map { "\(name):\($0)" } ?? name }

    /// Whether it is an EXPRESS execution that no action describes: one that is no child of a Map Run.
    fileprivate var isUnlistedExpress: Bool { expressID != nil && !stateMachine.name.contains("/") }
}

extension ExecutionDescription {
    /// As lists of executions show it.
    var listed: JSONObject {
        var item = JSONObject([
            ("executionArn", .string(execution.text)), ("name", .string(execution.pageName)),
            ("status", .string(status.text)), ("startDate", .string(startedAt.iso8601)),
        ])
        if let stoppedAt { item["stopDate"] = .string(stoppedAt.iso8601) }
        return item
    }
}
