import JSONTree
import ResourceNames

extension RecordWriter {
    /// Appends `EvaluationFailed`.
    ///
    /// - Parameters:
    ///   - location: The field: `Output/result`.
    ///   - state: The name of the state.
    /// - Returns: The event's id.
    package mutating func evaluationFailed(previous: Int64, error: StatesError, location: String?, state: String)
        -> Int64
    {
        let id = begin(.evaluationFailed, previous: previous)
        events.appendOptionalText(error.name)
        events.appendOptionalText(error.cause)
        events.appendOptionalText(location)
        events.appendText(state)
        return id
    }
}

/// What `EvaluationFailed` carries.
struct EvaluationFailedDetails: HistoryEventDetails {
    private let failure: FailureDetails
    private let location: String?
    private let state: String

    init(reading fields: inout EventFields) throws(RecordError) {
        failure = try FailureDetails(reading: &fields)
        location = try fields.bytes.optionalText()
        state = try fields.bytes.text()
    }

    func members(includesData: Bool) -> JSONObject {
        var members = failure.members(includesData: includesData)
        members.add("location", location)
        members.add("state", state)
        return members
    }
}
