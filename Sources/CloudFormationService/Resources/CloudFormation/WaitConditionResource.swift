import AWSWire
import JSONTree
import ResourceNames

/// `AWS::CloudFormation::WaitCondition`: there once its handle was told often enough that something is done.
///
/// Source: user guide, "Create wait conditions"; the words are not confirmed.
struct WaitConditionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::CloudFormation::WaitCondition", "Count Handle Timeout", attributes: ["Data"])
    let answers: AwaitedAnswers

    /// Twelve hours.
    private static let secondsMax = 43_200

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard let handle = work.text("Handle") else {
            throw .resource(
                "A WaitCondition needs a Handle and a Timeout here: signals by a CreationPolicy are not served.")
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

    func delete(_ work: ResourceWork) async throws(ServiceError) {}
}
