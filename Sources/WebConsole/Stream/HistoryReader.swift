import AWSWire
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import StorageContract

/// Reads the events of an execution as `GetExecutionHistory` does, from any position; whoever may not call that is refused.
struct HistoryReader: Sendable {
    /// Records read at once.
    private static let recordsMax = 64
    /// Who reads.
    let request: ConsoleRequest
    /// Whose events.
    let execution: ExecutionARN

    /// Events after a position, in order, so many at most.
    func events(after position: Int64, count: Int) async throws(ServiceError) -> [HistoryEvent] {
        try request.admit("GetExecutionHistory", ["executionArn": .string(execution.text)])
        var events: [HistoryEvent] = []
        var from = position + 1
        while events.count < count {
            let records: [RecordRow]
            do throws(EngineFailure) {
                records = try await request.services.engine.records(
                    of: execution, fromEventID: from, isReversed: false, limit: Self.recordsMax)
            } catch {
                throw Self.refusal(error, execution)
            }
            for record in records {
                do throws(RecordError) {
                    events += try RecordReader(record.bytes).events().filter { $0.id >= from }
                } catch {
                    throw ServiceError(
                        "DamagedRecord",
                        "Record \(record.sequence) of the log of \(execution.name) is damaged; events after \(from - 1) cannot be shown.",
                        status: 500)
                }
            }
            guard records.count == Self.recordsMax, let last = events.last else { break }
            from = last.id + 1
        }
        return Array(events.prefix(count))
    }

    /// One event.
    func event(_ id: Int64) async throws(ServiceError) -> HistoryEvent {
        guard id > 0, let event = try await events(after: id - 1, count: 1).first, event.id == id else {
            throw ServiceError("NotFound", "The execution \(execution.name) has no event \(id).", status: 404)
        }
        return event
    }

    /// A failure to read, in words.
    static func refusal(_ failure: EngineFailure, _ execution: ExecutionARN) -> ServiceError {
        if case .executionDoesNotExist = failure {
            return ServiceError("ExecutionDoesNotExist", "Execution Does Not Exist: '\(execution.text)'", status: 404)
        }
        return ServiceError("ServiceUnavailable", "The execution cannot be read: \(failure)", status: 503)
    }
}
