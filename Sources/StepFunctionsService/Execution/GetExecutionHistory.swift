import AWSWire
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import StorageContract

/// `GetExecutionHistory`: a page reads only the records it shows, in either direction.
struct GetExecutionHistory: AWSWire.Operation {
    static let name = "GetExecutionHistory"
    /// Records read at once.
    private static let recordsMax = 64
    let engine: ExecutionEngine
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.execution()
        let isReversed = input["reverseOrder"]?.boolValue ?? false
        let includesData = input["includeExecutionData"]?.boolValue ?? true
        let list = "history:\(execution.text):\(isReversed)"
        let first =
            try pages.position(action.text("nextToken"), list: list).flatMap { Int64($0) } ?? (isReversed ? .max : 1)
        let size = action.pageSize()
        let events = try await events(of: execution, from: first, isReversed: isReversed, count: size + 1)
        var output = JSONObject([("events", .array(events.prefix(size).map { $0.json(includesData: includesData) }))])
        if events.count > size { output["nextToken"] = .string(pages.token(String(events[size].id), list: list)) }
        return OperationOutput(.object(output))
    }

    private func events(of execution: ExecutionARN, from first: Int64, isReversed: Bool, count: Int)
        async throws(ServiceError) -> [HistoryEvent]
    {
        var events: [HistoryEvent] = []
        var from = first
        while events.count < count {
            let records: [RecordRow]
            do throws(EngineFailure) {
                records = try await engine.records(
                    of: execution, fromEventID: from, isReversed: isReversed, limit: Self.recordsMax)
            } catch {
                throw ServiceError(error, execution: execution.text)
            }
            for record in records {
                do throws(RecordError) {
                    let read = try RecordReader(record.bytes).events()
                    events += isReversed ? read.reversed().filter { $0.id <= from } : read.filter { $0.id >= from }
                } catch {
                    throw .unavailable("record \(record.sequence) of the execution's log is damaged")
                }
            }
            guard records.count == Self.recordsMax, let last = events.last else { break }
            from = isReversed ? last.id - 1 : last.id + 1
        }
        return Array(events.prefix(count))
    }
}
