import JSONTree

extension RecordWriter {
    /// Appends a `…StateEntered` event.
    ///
    /// - Returns: The event's id.
    package mutating func stateEntered(_ type: HistoryEventType, previous: Int64, name: String, input: Payload) -> Int64
    {
        let id = begin(type, previous: previous)
        events.appendText(name)
        append(input)
        return id
    }

    /// Appends a `…StateExited` event.
    ///
    /// - Parameter assigned: The variables the state has assigned; empty when it has no `Assign`.
    /// - Returns: The event's id.
    package mutating func stateExited(
        _ type: HistoryEventType, previous: Int64, name: String, output: Payload, assigned: JSONObject? = nil
    ) -> Int64 {
        let id = begin(type, previous: previous)
        events.appendText(name)
        append(output)
        guard let assigned else {
            events.append(0)
            return id
        }
        events.appendCount(assigned.count + 1)
        for (name, value) in assigned {
            events.appendText(name)
            let text = value.bytes
            events.appendCount(text.count)
            events.append(contentsOf: text)
        }
        return id
    }
}

/// What `…StateEntered` events carry.
struct StateEnteredDetails: HistoryEventDetails {
    private let name: String
    private let input: String

    init(reading fields: inout EventFields) throws(RecordError) {
        name = try fields.bytes.text()
        input = try fields.payloadText()
    }

    func members(includesData: Bool) -> JSONObject {
        var members: JSONObject = ["name": .string(name)]
        if includesData { members.addData("input", input) }
        return members
    }
}

/// What `…StateExited` events carry.
struct StateExitedDetails: HistoryEventDetails {
    private let name: String
    private let output: String
    /// Names and JSON texts; `nil` when the state has no `Assign`.
    private let assigned: [(name: String, value: String)]?

    init(reading fields: inout EventFields) throws(RecordError) {
        name = try fields.bytes.text()
        output = try fields.payloadText()
        guard let count = try fields.bytes.optionalCount() else {
            assigned = nil
            return
        }
        var assigned: [(name: String, value: String)] = []
        for _ in 0..<count { assigned.append((try fields.bytes.text(), try fields.bytes.text())) }
        self.assigned = assigned
    }

    func members(includesData: Bool) -> JSONObject {
        var members: JSONObject = ["name": .string(name)]
        guard includesData else { return members }
        members.addData("output", output)
        if let assigned {
            members["assignedVariables"] = .object(JSONObject(assigned.map { ($0.name, .string($0.value)) }))
            members["assignedVariablesDetails"] = ["truncated": false]
        }
        return members
    }
}
