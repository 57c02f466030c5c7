import AWSWire
import AccessPolicies
import JSONTree

/// The policy of a bus, statement by statement.
struct EventBusPolicy {
    private var document: JSONObject
    /// In their order.
    private(set) var statements: [JSON]

    /// Reads a bus's policy; a bus without one begins with an empty one.
    init(of bus: EventBus) {
        // It was checked when it was put.
        let found = bus.policy.flatMap { try? JSON.parse($0) }?.objectValue
        document = found ?? ["Version": "2012-10-17", "Statement": []]
        statements = document["Statement"].map { $0.arrayValue ?? [$0] } ?? []
    }

    /// As it is kept and shown; `nil` without a statement.
    var text: String? {
        guard !statements.isEmpty else { return nil }
        var document = document
        document["Statement"] = .array(statements)
        return JSON.object(document).text
    }

    /// Adds a statement in the place of the one of its id.
    mutating func put(_ statement: JSON) {
        if let place = statements.firstIndex(where: { $0["Sid"] == statement["Sid"] }) {
            statements[place] = statement
        } else {
            statements.append(statement)
        }
    }

    /// Removes a statement.
    ///
    /// - Returns: Whether there was one of this id.
    mutating func remove(_ id: String) -> Bool {
        let count = statements.count
        statements.removeAll { $0["Sid"]?.stringValue == id }
        return statements.count < count
    }

    /// Refuses what is no policy of a bus.
    static func check(_ text: String) throws(ServiceError) {
        guard text.utf8.count <= Limits.policyBytesMax else {
            throw ServiceError(
                "PolicyLengthExceededException",
                "The event bus policy is \(text.utf8.count) bytes long; \(Limits.policyBytesMax) are allowed.")
        }
        let policy: PolicyDocument
        do throws(PolicyProblem) { policy = try PolicyDocument(text, kind: .resource) } catch {
            throw .invalid("The policy is not valid: \(error.message)")
        }
        guard let stranger = policy.namedActions.first(where: { !$0.lowercased().hasPrefix("events:") }) else { return }
        throw .invalid("The policy is not valid: the action \(stranger) is none of events.")
    }
}
