import JSONTree
import ResourceNames

extension RecordWriter {
    /// Appends `TaskScheduled`.
    ///
    /// - Returns: The event's id, which names the task.
    package mutating func taskScheduled(
        previous: Int64, resourceType: String, resource: String, region: String, parameters: Payload,
        timeoutSeconds: Int?,
        heartbeatSeconds: Int?, credentialsRoleARN: String?
    ) -> Int64 {
        let id = begin(.taskScheduled, previous: previous)
        events.appendText(resourceType)
        events.appendText(resource)
        events.appendText(region)
        append(parameters)
        events.appendOptionalCount(timeoutSeconds)
        events.appendOptionalCount(heartbeatSeconds)
        events.appendOptionalText(credentialsRoleARN)
        return id
    }

    /// Appends `TaskStarted`.
    ///
    /// - Returns: The event's id.
    package mutating func taskStarted(previous: Int64, resourceType: String, resource: String) -> Int64 {
        let id = begin(.taskStarted, previous: previous)
        events.appendText(resourceType)
        events.appendText(resource)
        return id
    }

    /// Appends `TaskSubmitted` or `TaskSucceeded`.
    ///
    /// - Returns: The event's id.
    package mutating func taskOutput(
        _ type: HistoryEventType, previous: Int64, resourceType: String, resource: String, output: Payload
    ) -> Int64 {
        let id = begin(type, previous: previous)
        events.appendText(resourceType)
        events.appendText(resource)
        append(output)
        return id
    }

    /// Appends `TaskFailed`, `TaskStartFailed`, `TaskSubmitFailed` or `TaskTimedOut`.
    ///
    /// - Returns: The event's id.
    package mutating func taskFailure(
        _ type: HistoryEventType, previous: Int64, resourceType: String, resource: String, error: StatesError
    ) -> Int64 {
        let id = begin(type, previous: previous)
        events.appendText(resourceType)
        events.appendText(resource)
        events.appendOptionalText(error.name)
        events.appendOptionalText(error.cause)
        return id
    }
}

/// What `TaskScheduled` carries.
struct TaskScheduledDetails: HistoryEventDetails {
    private let resourceType: String
    private let resource: String
    private let region: String
    private let parameters: String
    private let timeoutSeconds: Int?
    private let heartbeatSeconds: Int?
    private let credentialsRoleARN: String?

    init(reading fields: inout EventFields) throws(RecordError) {
        resourceType = try fields.bytes.text()
        resource = try fields.bytes.text()
        region = try fields.bytes.text()
        parameters = try fields.payloadText()
        timeoutSeconds = try fields.bytes.optionalCount()
        heartbeatSeconds = try fields.bytes.optionalCount()
        credentialsRoleARN = try fields.bytes.optionalText()
    }

    func members(includesData: Bool) -> JSONObject {
        var members: JSONObject = [
            "resourceType": .string(resourceType), "resource": .string(resource), "region": .string(region),
        ]
        // The model demands `parameters`; without execution data it is an empty text.
        members["parameters"] = .string(includesData ? parameters : "")
        members.add("timeoutInSeconds", timeoutSeconds)
        members.add("heartbeatInSeconds", heartbeatSeconds)
        if let credentialsRoleARN { members["taskCredentials"] = ["roleArn": .string(credentialsRoleARN)] }
        return members
    }
}

/// What `TaskStarted` carries.
struct TaskStartedDetails: HistoryEventDetails {
    private let resourceType: String
    private let resource: String

    init(reading fields: inout EventFields) throws(RecordError) {
        resourceType = try fields.bytes.text()
        resource = try fields.bytes.text()
    }

    func members(includesData: Bool) -> JSONObject {
        ["resourceType": .string(resourceType), "resource": .string(resource)]
    }
}

/// What `TaskSubmitted` and `TaskSucceeded` carry.
struct TaskOutputDetails: HistoryEventDetails {
    private let task: TaskStartedDetails
    private let output: String

    init(reading fields: inout EventFields) throws(RecordError) {
        task = try TaskStartedDetails(reading: &fields)
        output = try fields.payloadText()
    }

    func members(includesData: Bool) -> JSONObject {
        var members = task.members(includesData: includesData)
        if includesData { members.addData("output", output) }
        return members
    }
}

/// What the failure events of a task carry.
struct TaskFailureDetails: HistoryEventDetails {
    private let task: TaskStartedDetails
    private let failure: FailureDetails

    init(reading fields: inout EventFields) throws(RecordError) {
        task = try TaskStartedDetails(reading: &fields)
        failure = try FailureDetails(reading: &fields)
    }

    func members(includesData: Bool) -> JSONObject {
        var members = task.members(includesData: includesData)
        for (name, value) in failure.members(includesData: includesData) { members[name] = value }
        return members
    }
}
