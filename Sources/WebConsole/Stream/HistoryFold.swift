import AWSWire
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
        /// The thread of control it is of.
        var thread = 0
    }

    /// A branch of a Parallel state or an iteration of a Map state.
    private struct Scope {
        /// The state it belongs to.
        let state: String
        /// The scope around that state.
        let outer: Int64
        /// Which iteration; `nil` for branches.
        let index: Int64?
        /// The thread that is in that state.
        let thread: Int
    }

    private let token: @Sendable (_ task: Int64) -> String
    private var places: [Place] = []
    private var scopes: [Int64: Scope] = [:]
    private var threads = HistoryThreads()
    /// The event of the last redrive; 0 for none.
    private var redriven: Int64 = 0

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
        // What resumes follows nothing that would tell where it belongs.
        if redriven > 0, event.previousEventID == redriven { json["state"] = .string(place.state) }
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

    /// The state an event belongs to, found by folding all events up to it.
    static func state(of id: Int64, _ reader: HistoryReader) async throws(ServiceError) -> String {
        var fold = HistoryFold { _ in "" }
        var state = ""
        while fold.last < id {
            let events = try await reader.events(after: fold.last, count: 1_000)
            guard !events.isEmpty else { break }
            for event in events where event.id <= id { state = fold.add(event)["name"]?.stringValue ?? "" }
        }
        return state
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
        var place = known(event.previousEventID)
        let name = members["name"]?.stringValue
        if redriven > 0, event.previousEventID == redriven, let thread = resumed(type, name, members) {
            place = self.place(of: thread)
        }
        if type.hasSuffix("StateEntered") {
            if let scope = scopes[event.previousEventID], scope.index == nil {
                // The first state of a branch follows the start of its Parallel state.
                place.scope = event.previousEventID
                place.thread = threads.begin(in: event.previousEventID, under: scope.thread)
            }
            place = Place(state: name ?? "", scope: place.scope, thread: place.thread)
            threads.enter(place.state, type: String(type.dropLast("StateEntered".count)), in: place.thread)
        } else if type.hasSuffix("StateExited") {
            let thread = threads.nearest(place.thread) { $0.state == name }
            place = thread.map { self.place(of: $0) } ?? Place(state: name ?? place.state, scope: place.scope)
            threads.leave(place.thread, at: event.id)
        } else {
            follow(event, type, members, &place)
        }
        return place
    }

    /// The thread that an event is of which follows nothing but a redrive.
    private mutating func resumed(_ type: String, _ name: String?, _ members: JSONObject) -> Int? {
        // A Map that stands still begins another item; its thread has threads inside.
        if type.hasPrefix("MapIteration") { return threads.nearest(0) { $0.state == name } }
        if let name {
            return threads.resume { $0.state == name } ?? (type.hasSuffix("StateEntered") ? threads.idle() : nil)
        }
        let wanted = type.hasPrefix("Map") ? "Map" : type.hasPrefix("Parallel") ? "Parallel" : "Task"
        return threads.resume(asking: members) { $0.type == wanted }
    }

    /// Where a thread is.
    private func place(of thread: Int) -> Place {
        Place(state: threads[thread]?.state ?? "", scope: threads[thread]?.scope ?? 0, thread: thread)
    }

    private mutating func follow(_ event: HistoryEvent, _ type: String, _ members: JSONObject, _ place: inout Place) {
        switch type {
        case "ExecutionStarted": place.thread = threads.begin(in: 0, under: -1)
        case "ExecutionRedriven":
            redriven = event.id
            threads.redrive()
            place = Place()
        case "ParallelStateStarted":
            threads.endThreads(under: place.thread)
            scopes[event.id] = Scope(state: place.state, outer: place.scope, index: nil, thread: place.thread)
        case "MapStateStarted": threads.endThreads(under: place.thread)
        case "MapIterationStarted":
            let state = members["name"]?.stringValue ?? place.state
            let owner = threads.nearest(place.thread) { $0.type == "Map" && $0.state == state } ?? 0
            scopes[event.id] = Scope(
                state: state, outer: threads[owner]?.scope ?? 0, index: members["index"]?.integerValue ?? 0,
                thread: owner)
            place = Place(state: state, scope: event.id, thread: threads.begin(in: event.id, under: owner))
        case "MapIterationSucceeded", "MapIterationFailed", "MapIterationAborted":
            let state = members["name"]?.stringValue
            let owner = threads.nearest(place.thread) { $0.type == "Map" && $0.state == state } ?? 0
            // What failed or was broken off may be redriven.
            if type == "MapIterationSucceeded", let item = threads.nearest(place.thread, where: { $0.owner == owner }) {
                threads.end(item)
            }
            place = self.place(of: owner)
        case "ParallelStateSucceeded", "MapStateSucceeded", "ParallelStateFailed", "MapStateFailed",
            "ParallelStateAborted", "MapStateAborted", "MapRunSucceeded", "MapRunFailed", "MapRunAborted":
            let kind = type.hasPrefix("Map") ? "Map" : "Parallel"
            let owner = threads.nearest(place.thread) { $0.type == kind } ?? 0
            if type.hasSuffix("StateSucceeded") { threads.endThreads(under: owner) }
            place = self.place(of: owner)
        case "TaskScheduled", "LambdaFunctionScheduled", "ActivityScheduled":
            threads.ask(members, in: place.thread)
            place.attempt += 1
            place.task = event.id
            place.waitsForToken =
                type == "ActivityScheduled" || members["resource"]?.stringValue?.hasSuffix(".waitForTaskToken") == true
        case "MapRunStarted", "MapRunRedriven": threads.ask(members, in: place.thread)
        default: break
        }
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
