import JSONTree

extension RecordWriter {
    /// Appends `MapStateStarted`.
    ///
    /// - Returns: The event's id.
    package mutating func mapStateStarted(previous: Int64, length: Int) -> Int64 {
        let id = begin(.mapStateStarted, previous: previous)
        events.appendCount(length)
        return id
    }

    /// Appends a `MapIteration…` event.
    ///
    /// - Parameters:
    ///   - name: The name of the Map state.
    ///   - index: The position of the item, from 0.
    /// - Returns: The event's id.
    package mutating func mapIteration(_ type: HistoryEventType, previous: Int64, name: String, index: Int) -> Int64 {
        let id = begin(type, previous: previous)
        events.appendText(name)
        events.appendCount(index)
        return id
    }
}

/// What `MapStateStarted` carries.
struct MapStateStartedDetails: HistoryEventDetails {
    private let length: Int

    init(reading fields: inout EventFields) throws(RecordError) { length = try fields.bytes.integer() }

    func members(includesData: Bool) -> JSONObject { ["length": .integer(Int64(length))] }
}

/// What `MapIteration…` events carry.
struct MapIterationDetails: HistoryEventDetails {
    private let name: String
    private let index: Int

    init(reading fields: inout EventFields) throws(RecordError) {
        name = try fields.bytes.text()
        index = try fields.bytes.integer()
    }

    func members(includesData: Bool) -> JSONObject { ["name": .string(name), "index": .integer(Int64(index))] }
}
