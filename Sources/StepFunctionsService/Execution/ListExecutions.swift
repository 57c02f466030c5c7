import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract

/// `ListExecutions`, newest first.
struct ListExecutions: AWSWire.Operation {
    static let name = "ListExecutions"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let record = try catalog.get(try action.stateMachine())
        guard !record.isExpress else { throw .typeNotSupported }
        let status = try status(action)
        let list = "executions:\(record.arn.text):\(action.text("statusFilter") ?? "")"
        let size = action.pageSize()
        var filter = ExecutionFilter(
            machine: ExecutionEngine.storedName(of: record.arn), status: status?.rawValue, limit: size + 1)
        filter.after = try Self.position(try pages.position(action.text("nextToken"), list: list))
        let rows: [(key: ExecutionKey, description: ExecutionDescription)]
        do throws(EngineFailure) { rows = try await engine.list(filter) } catch { throw ServiceError(error) }
        var output = JSONObject([("executions", .array(rows.prefix(size).map { Self.item($0.description) }))])
        if rows.count > size {
            let last = rows[size - 1]
            let position = "\(last.description.startedAt.milliseconds) \(last.key.high) \(last.key.low)"
            output["nextToken"] = .string(pages.token(position, list: list))
        }
        return OperationOutput(.object(output))
    }

    private func status(_ action: StatesInput) throws(ServiceError) -> ExecutionStatus? {
        guard let text = action.text("statusFilter") else { return nil }
        guard let status = ExecutionStatus(text: text) else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(text)' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: "
                    + "[RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE]")
        }
        return status
    }

    private static func position(_ text: String?) throws(ServiceError) -> (startedAt: Timestamp, key: ExecutionKey)? {
        guard let text else { return nil }
        let parts = text.split(separator: " ")
        guard parts.count == 3, let at = Int64(parts[0]), let high = UInt64(parts[1]), let low = UInt64(parts[2]) else {
            throw .invalidPageToken(text)
        }
        return (Timestamp(milliseconds: at), ExecutionKey(high: high, low: low))
    }

    private static func item(_ description: ExecutionDescription) -> JSON {
        var item = JSONObject([
            ("executionArn", .string(description.execution.text)),
            ("stateMachineArn", .string(description.execution.stateMachine.text)),
            ("name", .string(description.execution.name)), ("status", .string(description.status.text)),
            ("startDate", description.startedAt.json),
        ])
        if let stoppedAt = description.stoppedAt { item["stopDate"] = stoppedAt.json }
        item["redriveCount"] = .integer(Int64(description.details.redriveCount))
        return .object(item)
    }
}
