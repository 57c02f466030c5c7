import AWSWire
import JSONTree
import ResourceNames

/// An event on its way to one target of a rule.
struct Delivery: Sendable {
    /// A UUID: the id of the invocation it leads to, and part of the name of an execution.
    let id: String
    /// The event as rules saw it.
    let event: JSON
    /// The rule that matched.
    let rule: RuleKey
    /// Where it goes.
    let target: Target
    /// When the event was taken.
    let acceptedAt: Timestamp
    /// How often the event has been passed on from bus to bus.
    var hops = 0
    /// How often it was tried and failed.
    var failures = 0

    /// The rows of deliveries that wait, by id.
    static let kind = "events.delivery"

    /// A delivery that has not been tried.
    init(id: String, event: JSON, rule: RuleKey, target: Target, acceptedAt: Timestamp, hops: Int) {
        (self.id, self.event, self.rule, self.target) = (id, event, rule, target)
        (self.acceptedAt, self.hops) = (acceptedAt, hops)
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(id: String, json: JSON) {
        guard let event = json["event"], let arn = json["rule"]?.stringValue.flatMap({ ARN($0) }),
            let rule = RuleKey(arn), let shape = json["target"], let accepted = json["accepted"]?.integerValue,
            let hops = json["hops"]?.integerValue, let failures = json["failures"]?.integerValue
        else { return nil }
        // A target that was stored has passed the same checks.
        guard let target = try? Target(shape) else { return nil }
        self.init(
            id: id, event: event, rule: rule, target: target, acceptedAt: Timestamp(milliseconds: accepted),
            hops: Int(hops))
        self.failures = Int(failures)
    }

    /// The stored form.
    var json: JSON {
        [
            "event": event, "rule": .string(rule.arn), "target": target.shape,
            "accepted": .integer(acceptedAt.milliseconds), "hops": .integer(Int64(hops)),
            "failures": .integer(Int64(failures)),
        ]
    }

    /// What the target gets.
    var text: String { target.input.text(for: event, of: rule) }

    /// Whether it may not be tried again. Source: user guide, "Event retry policy".
    func exhausted(at now: Timestamp) -> String? {
        if failures > target.retriesMax { return "MaximumRetryAttempts" }
        return now - acceptedAt > .seconds(target.ageSecondsMax) ? "MaximumEventAgeInSeconds" : nil
    }

    /// How long to wait before it is tried again: twice as long each time.
    var pause: Duration { .seconds(min(Limits.pauseSecondsMax, 1 << min(failures, 20))) }
}
