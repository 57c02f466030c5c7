import AWSWire
import ExecutionHistory
import JSONTree
import ResourceNames

/// A state as an execution entered it, the last time: with which input, and which variables were set.
struct Visit: Sendable {
    /// The input's text.
    let input: String
    /// Variables, by name.
    let variables: JSONObject

    /// Reads it from the execution's history.
    ///
    /// - Throws: When the state was never entered.
    init(of state: String, in execution: ExecutionARN, _ request: ConsoleRequest) async throws(ServiceError) {
        let reader = HistoryReader(request: request, execution: execution)
        var (known, found): (JSONObject, (String, JSONObject)?) = ([:], nil)
        var last: Int64 = 0
        while true {
            let events = try await reader.events(after: last, count: 1_000)
            for event in events {
                let members = event.details?.members(includesData: true) ?? [:]
                if event.type.name.hasSuffix("StateEntered"), members["name"]?.stringValue == state {
                    found = (members["input"]?.stringValue ?? "{}", known)
                }
                for (name, text) in members["assignedVariables"]?.objectValue ?? [:] {
                    // A value that is none any more was cut off by the history: it is left out.
                    known[name] = text.stringValue.flatMap { try? JSON.parse($0) }
                }
            }
            guard events.count == 1_000, let end = events.last else { break }
            last = end.id
        }
        guard let found else {
            throw ServiceError("NotFound", "The execution has never entered '\(state)'.", status: 404)
        }
        (input, variables) = found
    }
}
