import JSONTree

extension RecordWriter {
    /// Appends `MapRunStarted`. `MapRunSucceeded` and `MapRunAborted` are plain events, `MapRunFailed` is a failure event.
    ///
    /// - Returns: The event's id.
    package mutating func mapRunStarted(previous: Int64, mapRunARN: String) -> Int64 {
        let id = begin(.mapRunStarted, previous: previous)
        events.appendText(mapRunARN)
        return id
    }

    /// Appends `MapRunRedriven`.
    ///
    /// - Returns: The event's id.
    package mutating func mapRunRedriven(previous: Int64, mapRunARN: String, redriveCount: Int) -> Int64 {
        let id = begin(.mapRunRedriven, previous: previous)
        events.appendText(mapRunARN)
        events.appendCount(redriveCount)
        return id
    }
}

/// What `MapRunStarted` carries.
struct MapRunStartedDetails: HistoryEventDetails {
    private let mapRunARN: String

    init(reading fields: inout EventFields) throws(RecordError) { mapRunARN = try fields.bytes.text() }

    func members(includesData: Bool) -> JSONObject { ["mapRunArn": .string(mapRunARN)] }
}

/// What `MapRunRedriven` carries.
struct MapRunRedrivenDetails: HistoryEventDetails {
    private let mapRunARN: String
    private let redriveCount: Int

    init(reading fields: inout EventFields) throws(RecordError) {
        mapRunARN = try fields.bytes.text()
        redriveCount = try fields.bytes.integer()
    }

    func members(includesData: Bool) -> JSONObject {
        ["mapRunArn": .string(mapRunARN), "redriveCount": .integer(Int64(redriveCount))]
    }
}
