import JSONTree

extension RecordWriter {
    /// Appends `LambdaFunctionScheduled`. The others of the family are plain, output and failure events.
    ///
    /// - Returns: The event's id, which names the task.
    package mutating func lambdaFunctionScheduled(
        previous: Int64, resource: String, input: Payload, timeoutSeconds: Int?, credentialsRoleARN: String?
    ) -> Int64 {
        let id = begin(.lambdaFunctionScheduled, previous: previous)
        events.appendText(resource)
        append(input)
        events.appendOptionalCount(timeoutSeconds)
        events.appendOptionalText(credentialsRoleARN)
        return id
    }
}

/// What `LambdaFunctionScheduled` carries.
struct LambdaFunctionScheduledDetails: HistoryEventDetails {
    private let resource: String
    private let input: String
    private let timeoutSeconds: Int?
    private let credentialsRoleARN: String?

    init(reading fields: inout EventFields) throws(RecordError) {
        resource = try fields.bytes.text()
        input = try fields.payloadText()
        timeoutSeconds = try fields.bytes.optionalCount()
        credentialsRoleARN = try fields.bytes.optionalText()
    }

    func members(includesData: Bool) -> JSONObject {
        var members: JSONObject = ["resource": .string(resource)]
        if includesData { members.addData("input", input) }
        members.add("timeoutInSeconds", timeoutSeconds)
        if let credentialsRoleARN { members["taskCredentials"] = ["roleArn": .string(credentialsRoleARN)] }
        return members
    }
}
