import ExecutionHistory
import JSONTree
import ResourceNames

/// Events in the console's form: each with the state it belongs to, the iterations around that, the attempt, and the token that waits.
///
/// AWS's events name their state only where it is entered and left; all others follow from the event before them.
struct HistoryFold: Sendable {
    /// Texts from this many bytes on are left out and asked for one by one.
    static let payloadBytesMax = 8 << 10

    /// What is known after an event.
    private struct Place {
        var state = ""
        /// The event that opened the branch or iteration it is in; 0 for none.
        var scope: Int64 = 0
        var attempt: Int64 = 0
        /// The event that scheduled the task; 0 for none.
        var task: Int64 = 0
        var waitsForToken = false
    }

    /// A branch of a Parallel state or an iteration of a Map state.
    private struct Scope {
        /// The state it belongs to.
        let state: String
        /// The scope around that state.
        let outer: Int64
        /// Which iteration; `nil` for branches.
        let index: Int64?
    }

    private let token: @Sendable (_ task: Int64) -> String
    private var places: [Place] = []
    private var scopes: [Int64: Scope] = [:]

    /// Before the first event.
    ///
    /// - Parameter token: The token of a task, by the event that scheduled it.
    init(token: @escaping @Sendable (_ task: Int64) -> String) { self.token = token }

    /// The id of the last event.
    var last: Int64 { Int64(places.count) }

    /// Takes the next event.
    mutating func add(_ event: HistoryEvent) -> JSON {
        let type = event.type.name
        let members = event.details?.members(includesData: true) ?? [:]
        let place = place(of: event, type, members)
        places.append(place)
        var json = JSONObject([
            ("id", .integer(event.id)), ("at", .integer(event.timestamp.milliseconds)), ("type", .string(type)),
            ("prevId", .integer(event.previousEventID)),
        ])
        if !place.state.isEmpty { json["name"] = .string(place.state) }
        let iterations = iterations(around: place.scope)
        if !iterations.isEmpty { json["iter"] = .array(iterations) }
        if place.attempt > 1 { json["attempt"] = .integer(place.attempt) }
        if place.waitsForToken, type == "TaskSubmitted" || type == "ActivityScheduled" {
            json["token"] = .string(token(place.task))
        }
        for (name, value) in members where name != "name" && name != "inputDetails" && name != "outputDetails" {
            json[name] = Self.shown(value, event.id, name)
        }
        return .object(json)
    }

    /// Whether an event is the last of an execution.
    static func isEnd(_ type: String) -> Bool {
        ["ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut"].contains(type)
    }

    /// The status an execution has after its last event.
    static func status(ofEnd type: String) -> String {
        switch type {
        case "ExecutionSucceeded": "SUCCEEDED"
        case "ExecutionFailed": "FAILED"
        case "ExecutionAborted": "ABORTED"
        default: "TIMED_OUT"
        }
    }

    /// A text or tree, or where it is to be had when it is large.
    static func shown(_ value: JSON, _ event: Int64, _ member: String) -> JSON {
        let size: Int
        switch value {
        case .string(let text): size = text.utf8.count
        case .object, .array: size = value.bytes.count
        default: return value
        }
        guard size > payloadBytesMax else { return value }
        return ["ref": .string("\(event)/\(member)"), "size": .integer(Int64(size))]
    }

    private mutating func place(of event: HistoryEvent, _ type: String, _ members: JSONObject) -> Place {
        let before = known(event.previousEventID)
        var place = before
        if type.hasSuffix("StateEntered") {
            place = Place(state: members["name"]?.stringValue ?? "", scope: before.scope)
            // The first state of a branch follows the start of its Parallel state.
            if scopes[event.previousEventID]?.index == nil, scopes[event.previousEventID] != nil {
                place.scope = event.previousEventID
            }
        } else if type.hasSuffix("StateExited") {
            place.state = members["name"]?.stringValue ?? before.state
        } else {
            follow(event, type, members, &place)
        }
        return place
    }

    private mutating func follow(_ event: HistoryEvent, _ type: String, _ members: JSONObject, _ place: inout Place) {
        switch type {
        case "ParallelStateStarted":
            scopes[event.id] = Scope(state: place.state, outer: place.scope, index: nil)
        case "MapIterationStarted":
            let state = members["name"]?.stringValue ?? place.state
            scopes[event.id] = Scope(
                state: state, outer: scope(around: state, from: place.scope), index: members["index"]?.integerValue ?? 0
            )
            place = Place(state: state, scope: event.id)
        case "MapIterationSucceeded", "MapIterationFailed", "MapIterationAborted", "ParallelStateSucceeded",
            "ParallelStateFailed", "ParallelStateAborted":
            if let scope = scopes[place.scope] { place = Place(state: scope.state, scope: scope.outer) }
            // Its own name counts: what follows a redrive may lead back to another place.
            place.state = members["name"]?.stringValue ?? place.state
        case "TaskScheduled", "LambdaFunctionScheduled", "ActivityScheduled":
            place.attempt += 1
            place.task = event.id
            place.waitsForToken =
                type == "ActivityScheduled" || members["resource"]?.stringValue?.hasSuffix(".waitForTaskToken") == true
        default: break
        }
    }

    /// The scope a Map state stands in: an iteration of it may follow the end of another.
    private func scope(around state: String, from scope: Int64) -> Int64 {
        var at = scope
        while let known = scopes[at] {
            if known.state == state { return known.outer }
            at = known.outer
        }
        return scope
    }

    private func known(_ id: Int64) -> Place {
        id > 0 && id <= Int64(places.count) ? places[Int(id) - 1] : Place()
    }

    private func iterations(around scope: Int64) -> [JSON] {
        var (scope, indices) = (scope, [JSON]())
        while let known = scopes[scope] {
            if let index = known.index { indices.append(.integer(index)) }
            scope = known.outer
        }
        return indices.reversed()
    }
}
