import JSONTree
import ResourceNames

extension RecordWriter {
    /// Appends an event that carries nothing but an error: `ExecutionFailed`, `ExecutionTimedOut`, `LambdaFunctionFailed`, `ActivityTimedOut` …
    ///
    /// - Returns: The event's id.
    @discardableResult
    package mutating func failure(_ type: HistoryEventType, previous: Int64, error: StatesError) -> Int64 {
        let id = begin(type, previous: previous)
        events.appendOptionalText(error.name)
        events.appendOptionalText(error.cause)
        return id
    }
}

/// `error` and `cause`.
struct FailureDetails: HistoryEventDetails {
    private let error: StatesError

    init(reading fields: inout EventFields) throws(RecordError) {
        error = StatesError(try fields.bytes.optionalText(), cause: try fields.bytes.optionalText())
    }

    func members(includesData: Bool) -> JSONObject {
        var members = JSONObject()
        members.add("error", error.name)
        members.add("cause", error.cause)
        return members
    }
}
