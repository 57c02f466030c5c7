import JSONTree

extension RecordWriter {
    /// Appends `ExecutionStarted`.
    ///
    /// - Returns: The event's id.
    @discardableResult
    package mutating func executionStarted(
        input: Payload, roleARN: String, stateMachineAliasARN: String? = nil, stateMachineVersionARN: String? = nil
    ) -> Int64 {
        let id = begin(.executionStarted, previous: 0)
        append(input)
        events.appendText(roleARN)
        events.appendOptionalText(stateMachineAliasARN)
        events.appendOptionalText(stateMachineVersionARN)
        return id
    }

    /// Appends `ExecutionRedriven`.
    ///
    /// - Returns: The event's id.
    @discardableResult
    package mutating func executionRedriven(count: Int, previous: Int64) -> Int64 {
        let id = begin(.executionRedriven, previous: previous)
        events.appendCount(count)
        return id
    }
}

/// What `ExecutionStarted` carries.
struct ExecutionStartedDetails: HistoryEventDetails {
    private let input: String
    private let roleARN: String
    private let aliasARN: String?
    private let versionARN: String?

    init(reading fields: inout EventFields) throws(RecordError) {
        input = try fields.payloadText()
        roleARN = try fields.bytes.text()
        aliasARN = try fields.bytes.optionalText()
        versionARN = try fields.bytes.optionalText()
    }

    func members(includesData: Bool) -> JSONObject {
        var members = JSONObject()
        if includesData { members.addData("input", input) }
        members.add("roleArn", roleARN)
        members.add("stateMachineAliasArn", aliasARN)
        members.add("stateMachineVersionArn", versionARN)
        return members
    }
}

/// What `ExecutionRedriven` carries.
struct RedriveDetails: HistoryEventDetails {
    private let count: Int

    init(reading fields: inout EventFields) throws(RecordError) { count = try fields.bytes.integer() }

    func members(includesData: Bool) -> JSONObject { ["redriveCount": .integer(Int64(count))] }
}
