import JSONTree
import ResourceNames

/// Whether an endpoint has agreed to be subscribed.
struct Consent: Sendable, Equatable {
    /// How far it has come.
    enum Phase: String, Sendable {
        /// It gets messages.
        case given
        /// It was asked; it gets nothing until it says yes.
        case pending
        /// Its subscription has ended; it may take that back.
        case withdrawn
    }

    /// How far it has come.
    var phase: Phase
    /// What the endpoint must show to confirm; `nil` for those that are not asked.
    var token: String?
    /// When the phase began.
    var since: Timestamp
    /// Only signed requests end the subscription.
    var needsSignature = false

    /// A phase that begins now.
    init(_ phase: Phase, token: String?, since: Timestamp) {
        (self.phase, self.token, self.since) = (phase, token, since)
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(json: JSON) {
        guard let phase = json["phase"]?.stringValue.flatMap(Phase.init), let since = json["since"]?.integerValue else {
            return nil
        }
        self.init(phase, token: json["token"]?.stringValue, since: Timestamp(milliseconds: since))
        needsSignature = json["signed"]?.boolValue ?? false
    }

    /// The stored form.
    var json: JSON {
        var object: JSONObject = [
            "phase": .string(phase.rawValue), "since": .integer(since.milliseconds), "signed": .bool(needsSignature),
        ]
        object["token"] = token.map { .string($0) }
        return .object(object)
    }

    /// Whether a token is too old to change anything. Source: API reference of `ConfirmSubscription`: two days.
    func isOver(at now: Timestamp) -> Bool { phase != .given && now - since > Limits.confirmationTime }
}
