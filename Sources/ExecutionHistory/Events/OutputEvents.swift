import JSONTree

extension RecordWriter {
    /// Appends an event that carries nothing but an output: `ExecutionSucceeded`, `LambdaFunctionSucceeded`, `ActivitySucceeded`.
    ///
    /// - Returns: The event's id.
    @discardableResult
    package mutating func output(_ type: HistoryEventType, previous: Int64, _ output: Payload) -> Int64 {
        let id = begin(type, previous: previous)
        append(output)
        return id
    }
}

/// `output`.
struct OutputDetails: HistoryEventDetails {
    private let output: String

    init(reading fields: inout EventFields) throws(RecordError) { output = try fields.payloadText() }

    func members(includesData: Bool) -> JSONObject {
        var members = JSONObject()
        if includesData { members.addData("output", output) }
        return members
    }
}
