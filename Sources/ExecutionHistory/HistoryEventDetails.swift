import JSONTree

/// What an event carries besides type, ids and time. Each family has its own, in `Events/`; they exist in readers only.
package protocol HistoryEventDetails: Sendable {
    /// Reads what the family's append function wrote.
    init(reading fields: inout EventFields) throws(RecordError)
    /// The members of the details as GetExecutionHistory shows them.
    ///
    /// - Parameter includesData: Whether inputs, outputs and variables are shown (`includeExecutionData`).
    func members(includesData: Bool) -> JSONObject
}

extension JSONObject {
    /// Adds a member unless it is absent.
    mutating func add(_ name: String, _ value: String?) {
        if let value { self[name] = .string(value) }
    }

    /// Adds a member unless it is absent.
    mutating func add(_ name: String, _ value: Int?) {
        if let value { self[name] = .integer(Int64(value)) }
    }

    /// Adds execution data and the note that it is complete.
    mutating func addData(_ name: String, _ text: String) {
        self[name] = .string(text)
        self[name + "Details"] = ["truncated": false]
    }
}
