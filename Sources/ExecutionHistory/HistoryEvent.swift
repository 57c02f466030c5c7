import JSONTree
import ResourceNames

/// An event as `GetExecutionHistory` shows it: a projection of the bytes in a record.
package struct HistoryEvent: Sendable {
    /// Its number in the execution, from 1.
    package let id: Int64
    /// The event it follows, in its own branch; 0 for none.
    package let previousEventID: Int64
    /// The time of its record.
    package let timestamp: Timestamp
    /// What happened.
    package let type: HistoryEventType
    /// The details, for types that have some.
    package let details: (any HistoryEventDetails)?

    /// Reads the next event.
    init(reading fields: inout EventFields, id: Int64, timestamp: Timestamp) throws(RecordError) {
        guard let type = HistoryEventType(rawValue: try fields.bytes.byte()) else {
            throw RecordError(.malformed, at: fields.bytes.offset)
        }
        self.type = type
        self.id = id
        self.timestamp = timestamp
        previousEventID = try fields.bytes.id()
        details = try type.detailsType?.init(reading: &fields)
    }

    /// The event in the form and with the names of the Step Functions API.
    ///
    /// - Parameter includesData: Whether inputs, outputs and variables are shown (`includeExecutionData`).
    package func json(includesData: Bool = true) -> JSON {
        var event = JSONObject()
        event["timestamp"] = .double(Double(timestamp.milliseconds) / 1_000)
        event["type"] = .string(type.name)
        event["id"] = .integer(id)
        event["previousEventId"] = .integer(previousEventID)
        if let details { event[type.detailsMember] = .object(details.members(includesData: includesData)) }
        return .object(event)
    }
}
