import AWSWire
import AccessPolicies
import JSONTree

/// What is being done with a stack: kept with it, so that it goes on after a crash.
struct StackOperation: Sendable {
    /// Which part of it.
    enum Phase: String, Sendable {
        /// Making what is in the template. Leads to the end, or to `rollback`.
        case create
        /// Bringing resources in line with the template. Leads to `cleanup`, or to `restore`.
        case update
        /// Removing what the update has replaced or dropped. Leads to the end.
        case cleanup
        /// Removing what a failed creation has made. Leads to the end.
        case rollback
        /// Bringing resources back to where they were before a failed update. Leads to `sweep`.
        case restore
        /// Removing what a failed update has made. Leads to the end.
        case sweep
        /// Removing everything. Leads to the end.
        case delete
    }

    /// What becomes of a creation that fails.
    enum OnFailure: String, Sendable {
        case rollback = "ROLLBACK"
        case delete = "DELETE"
        case nothing = "DO_NOTHING"
    }

    /// Which part is under way.
    var phase: Phase
    /// What its events are told under.
    var name: OperationName
    /// What asked for it, where that may be asked again.
    var request: StackRequest?
    /// Who asked; `nil`: the owner of the machine.
    var sender: Sender?
    /// The role that acts instead; `nil`: who asked.
    var roleARN: String?
    /// `ClientRequestToken`, shown by events.
    var token: String?
    /// What becomes of a failure.
    var onFailure = OnFailure.rollback
    /// The policy that counts for this update instead of the stack's.
    var policy: String?
    /// Logical ids that a deletion leaves alone.
    var retained: [String] = []
    /// Whether what cannot be deleted is left behind.
    var isForced = false
    /// Logical ids that a restoration passes over.
    var skipped: [String] = []
    /// Whether it is to stop and go back.
    var isCancelled = false
    /// Whether everything is to be deleted as soon as what is under way has ended.
    var isDeletionAsked = false
    /// Where the stack stood before: a deletion that is refused leads back there.
    var statusBefore: StackStatus?
    /// The id it began under, whatever it has turned into since: what belongs to one update is told by it.
    private(set) var origin: String
    /// What the stack was made from before an update.
    var before: StackContent?
    /// Resources as they were before an update.
    var resourcesBefore: [StackResource] = []
    /// Outputs before an update.
    var outputsBefore: [StackOutput] = []
    /// Resources that are to go at the end.
    var garbage: [StackResource] = []

    /// Begins.
    ///
    /// - Parameter id: A new UUID.
    init(_ phase: Phase, id: String, sender: Sender?, roleARN: String?, token: String?) {
        (self.phase, self.sender, self.roleARN, self.token) = (phase, sender, roleARN, token)
        origin = id
        name = OperationName(id: id, kind: Self.kind(phase))
    }

    private static func kind(_ phase: Phase) -> OperationName.Kind {
        switch phase {
        case .create: .createStack
        case .update, .cleanup: .updateStack
        case .delete: .deleteStack
        case .rollback, .restore, .sweep: .rollback
        }
    }

    /// Takes over what an operation that was left as it was knew of the stack before it.
    mutating func takeOver(_ suspended: StackOperation) {
        (before, resourcesBefore) = (suspended.before, suspended.resourcesBefore)
        (outputsBefore, garbage) = (suspended.outputsBefore, suspended.garbage)
        origin = suspended.origin
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let phase = json["phase"]?.stringValue.flatMap(Phase.init(rawValue:)) else { return nil }
        self.init(
            phase, id: "", sender: json["sender"].flatMap { SenderText.sender($0) }, roleARN: json["role"]?.stringValue,
            token: json["token"]?.stringValue)
        if let kept = json["name"].flatMap({ OperationName($0) }) { name = kept }
        origin = json["origin"]?.stringValue ?? name.id
        statusBefore = json["statusBefore"]?.stringValue.flatMap(StackStatus.init(rawValue:))
        onFailure = json["onFailure"]?.stringValue.flatMap(OnFailure.init(rawValue:)) ?? .rollback
        retained = (json["retained"]?.arrayValue ?? []).compactMap(\.stringValue)
        skipped = (json["skipped"]?.arrayValue ?? []).compactMap(\.stringValue)
        isForced = json["forced"]?.boolValue ?? false
        isCancelled = json["cancelled"]?.boolValue ?? false
        isDeletionAsked = json["deletionAsked"]?.boolValue ?? false
        policy = json["policy"]?.stringValue
        before = json["before"].map { StackContent(json: $0) }
        resourcesBefore = (json["resourcesBefore"]?.arrayValue ?? []).compactMap { StackResource(json: $0) }
        outputsBefore = (json["outputsBefore"]?.arrayValue ?? []).compactMap { StackOutput($0) }
        garbage = (json["garbage"]?.arrayValue ?? []).compactMap { StackResource(json: $0) }
    }

    /// The stored form.
    var json: JSON {
        var json: JSONObject = [
            "phase": .string(phase.rawValue), "onFailure": .string(onFailure.rawValue),
            "retained": .array(retained.map { .string($0) }), "skipped": .array(skipped.map { .string($0) }),
            "forced": .bool(isForced), "cancelled": .bool(isCancelled), "deletionAsked": .bool(isDeletionAsked),
            "resourcesBefore": .array(resourcesBefore.map(\.json)),
            "outputsBefore": .array(outputsBefore.map(\.shape)), "garbage": .array(garbage.map(\.json)),
        ]
        json["name"] = name.shape
        json["origin"] = .string(origin)
        json["statusBefore"] = statusBefore.map { .string($0.rawValue) }
        json["sender"] = sender.map { SenderText.json($0) }
        json["role"] = roleARN.map { .string($0) }
        json["token"] = token.map { .string($0) }
        json["policy"] = policy.map { .string($0) }
        json["before"] = before?.json
        return .object(json)
    }
}
