import JSONTree
import ResourceNames

/// Which events of a group go to which function.
struct SubscriptionFilter: Sendable {
    let name: String
    /// As it was given.
    let pattern: String
    /// The ARN of the function.
    let destination: String
    let createdAt: Timestamp
    /// The pattern, ready to be used.
    let filter: FilterPattern

    /// A filter whose pattern was read.
    init(name: String, pattern: String, filter: FilterPattern, destination: String, createdAt: Timestamp) {
        (self.name, self.pattern, self.filter) = (name, pattern, filter)
        (self.destination, self.createdAt) = (destination, createdAt)
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(json: JSON) {
        guard let name = json["name"]?.stringValue, let pattern = json["pattern"]?.stringValue,
            let destination = json["destination"]?.stringValue, let created = json["created"]?.integerValue,
            // It was read when it was put.
            let filter = try? FilterPattern(pattern)
        else { return nil }
        self.init(
            name: name, pattern: pattern, filter: filter, destination: destination,
            createdAt: Timestamp(milliseconds: created))
    }

    /// The stored form.
    var json: JSON {
        [
            "name": .string(name), "pattern": .string(pattern), "destination": .string(destination),
            "created": .integer(createdAt.milliseconds),
        ]
    }

    /// As answers show it.
    func shape(of group: GroupKey) -> JSON {
        [
            "filterName": .string(name), "logGroupName": .string(group.name), "filterPattern": .string(pattern),
            "destinationArn": .string(destination), "distribution": "ByLogStream",
            "applyOnTransformedLogs": false, "creationTime": .integer(createdAt.milliseconds),
        ]
    }
}
