import AWSWire
import JSONTree
import ResourceNames

/// A notification on its way, as stored until it is there or given up.
struct Notice: Sendable {
    /// A time-ordered id: the row's key.
    let id: String
    /// Whose name it is told in.
    let bucket: String
    /// Which list of a configuration names the target.
    let list: NotificationRule.List
    /// Who is told.
    let target: NotificationTarget
    /// What the target gets.
    let text: String
    /// Nested calls so far.
    let depth: Int
    /// When the object came or went.
    let acceptedAt: Timestamp
    /// How often it was tried and failed.
    var failures = 0

    /// The rows of notices that are under way.
    static let kind = "s3.notice"

    /// A notice that has not been tried.
    init(id: String, bucket: String, rule: NotificationRule, text: String, depth: Int, acceptedAt: Timestamp) {
        (self.id, self.bucket, self.text, self.depth) = (id, bucket, text, depth)
        (target, self.acceptedAt) = (rule.target, acceptedAt)
        switch rule.target {
        case .function: list = .functions
        case .queue: list = .queues
        case .topic: list = .topics
        }
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(id: String, json: JSON) {
        guard let bucket = json["bucket"]?.stringValue,
            let list = json["list"]?.stringValue.flatMap(NotificationRule.List.init),
            let target = json["target"]?.stringValue.flatMap({ NotificationTarget($0, in: list) }),
            let text = json["text"]?.stringValue, let depth = json["depth"]?.integerValue,
            let accepted = json["accepted"]?.integerValue, let failures = json["failures"]?.integerValue
        else { return nil }
        (self.id, self.bucket, self.list, self.target, self.text) = (id, bucket, list, target, text)
        self.depth = Int(depth)
        acceptedAt = Timestamp(milliseconds: accepted)
        self.failures = Int(failures)
    }

    /// The stored form.
    var json: JSON {
        [
            "bucket": .string(bucket), "list": .string(list.rawValue), "target": .string(target.arn.text),
            "text": .string(text), "depth": .integer(Int64(depth)), "accepted": .integer(acceptedAt.milliseconds),
            "failures": .integer(Int64(failures)),
        ]
    }

    /// How long to wait before it is tried again: twice as long each time.
    var pause: Duration { .seconds(min(Limits.noticePauseSecondsMax, 1 << min(failures, 20))) }
}
