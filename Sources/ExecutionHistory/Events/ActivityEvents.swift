import JSONTree

extension RecordWriter {
    /// Appends `ActivityScheduled`.
    ///
    /// - Returns: The event's id, which names the task.
    package mutating func activityScheduled(
        previous: Int64, resource: String, input: Payload, timeoutSeconds: Int?, heartbeatSeconds: Int?
    ) -> Int64 {
        let id = begin(.activityScheduled, previous: previous)
        events.appendText(resource)
        append(input)
        events.appendOptionalCount(timeoutSeconds)
        events.appendOptionalCount(heartbeatSeconds)
        return id
    }

    /// Appends `ActivityStarted`.
    ///
    /// - Returns: The event's id.
    package mutating func activityStarted(previous: Int64, workerName: String?) -> Int64 {
        let id = begin(.activityStarted, previous: previous)
        events.appendOptionalText(workerName)
        return id
    }
}

/// What `ActivityScheduled` carries.
struct ActivityScheduledDetails: HistoryEventDetails {
    private let resource: String
    private let input: String
    private let timeoutSeconds: Int?
    private let heartbeatSeconds: Int?

    init(reading fields: inout EventFields) throws(RecordError) {
        resource = try fields.bytes.text()
        input = try fields.payloadText()
        timeoutSeconds = try fields.bytes.optionalCount()
        heartbeatSeconds = try fields.bytes.optionalCount()
    }

    func members(includesData: Bool) -> JSONObject {
        var members: JSONObject = ["resource": .string(resource)]
        if includesData { members.addData("input", input) }
        members.add("timeoutInSeconds", timeoutSeconds)
        members.add("heartbeatInSeconds", heartbeatSeconds)
        return members
    }
}

/// What `ActivityStarted` carries.
struct ActivityStartedDetails: HistoryEventDetails {
    private let workerName: String?

    init(reading fields: inout EventFields) throws(RecordError) { workerName = try fields.bytes.optionalText() }

    func members(includesData: Bool) -> JSONObject {
        var members = JSONObject()
        members.add("workerName", workerName)
        return members
    }
}
