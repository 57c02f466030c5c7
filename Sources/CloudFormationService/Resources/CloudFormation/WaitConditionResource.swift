import AWSWire
import JSONTree
import ResourceNames

/// `AWS::CloudFormation::WaitCondition`: there once its handle was told, or it was signalled, often enough that something is done.
///
/// Source: user guide, "Create wait conditions"; the words about handles are not confirmed.
struct WaitConditionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::CloudFormation::WaitCondition", "Count Handle Timeout", attributes: ["Data"])
    let answers: AwaitedAnswers
    /// A new UUID.
    let uuid: @Sendable () -> String

    /// Twelve hours.
    private static let secondsMax = 43_200

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        if let policy = work.creationPolicy { return try await awaitSignals(policy, &work) }
        guard let handle = work.text("Handle") else {
            throw .resource("A WaitCondition needs a Handle and a Timeout, or a CreationPolicy.")
        }
        guard let awaited = answers.find(address: handle) else {
            throw .resource("WaitCondition handle is not a WaitConditionHandle of this server: \(handle)")
        }
        guard let seconds = work.text("Timeout").flatMap({ Int($0) }), (1...Self.secondsMax).contains(seconds) else {
            throw .resource("Value of property Timeout must be a number of seconds from 1 to \(Self.secondsMax).")
        }
        guard let count = Int(work.text("Count") ?? "1"), count > 0 else {
            throw .resource("Value of property Count must be a positive number.")
        }
        // A crash in between does not make it wait longer.
        let end = answers.now + .seconds(seconds)
        try await answers.change(awaited.token) { $0.deadline = $0.deadline ?? end }
        work.physicalID = "\(work.stack.id)/\(work.logicalID)"
        while let current = answers.find(address: handle) {
            if let failed = current.answers.first(where: { $0.body["Status"] != "SUCCESS" }) {
                throw .resource(
                    "WaitCondition received failed message: '\(failed.body["Reason"]?.stringValue ?? "")' for uniqueId: \(failed.id)"
                )
            }
            if current.answers.count >= count {
                let data = JSONObject(current.answers.map { ($0.id, $0.body["Data"] ?? "") })
                work.attributes = ["Data": .string(JSON.object(data).text)]
                return
            }
            guard answers.now < current.deadline ?? end else {
                throw .resource(
                    "WaitCondition timed out. Received \(current.answers.count) conditions when expecting \(count)")
            }
            try await answers.rest(work.surroundings)
        }
        throw .resource("WaitCondition handle is gone: \(handle)")
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        // What could not be changed is as it was.
        guard !work.isRestored else { return }
        throw .resource("Update to resource type AWS::CloudFormation::WaitCondition is not supported.")
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        let place = SignalResource.place(work.stack.id, work.logicalID)
        if let awaited = answers.find(place: place) { try await answers.drop(awaited.token) }
    }

    private func awaitSignals(_ json: JSON, _ work: inout ResourceWork) async throws(ServiceError) {
        guard let policy = SignalPolicy(json) else {
            throw .resource("A CreationPolicy needs a ResourceSignal with a Count and a Timeout like PT15M.")
        }
        let place = SignalResource.place(work.stack.id, work.logicalID)
        let end: Timestamp
        if let known = answers.find(place: place)?.deadline {
            // A crash in between does not make it wait longer.
            end = known
        } else {
            var awaited = AwaitedAnswer(token: uuid(), place: place)
            end = answers.now + .seconds(policy.seconds)
            awaited.deadline = end
            try await answers.keep(awaited)
        }
        work.physicalID = "\(work.stack.id)/\(work.logicalID)"
        while let current = answers.find(place: place) {
            if let failed = current.answers.first(where: { $0.body["Status"] != "SUCCESS" }) {
                throw .resource("Received FAILURE signal with UniqueId \(failed.id)")
            }
            // What was said stays, should the process be killed now; it goes with the resource.
            guard current.answers.count < policy.count else {
                work.attributes = ["Data": "{}"]
                return
            }
            guard answers.now < end else {
                let missing = policy.count - current.answers.count
                throw .resource("Failed to receive \(missing) resource signal(s) within the specified duration")
            }
            try await answers.rest(work.surroundings)
        }
        throw .resource("Nobody waits for signals to \(work.logicalID) any more.")
    }
}
