import JSONTree
import ResourceNames
import StorageContract

/// A state machine as the service keeps it; its definition lies in the store under its sha256.
struct StateMachineRecord: StoredResource {
    let arn: StateMachineARN
    let isExpress: Bool
    /// The current revision.
    var settings: MachineSettings
    let createdAt: Timestamp
    /// In the order in which they were given.
    var tags: [(key: String, value: String)]
    /// It goes as soon as none of its executions runs.
    var isDeleting = false
    /// The number of the version published last, deleted ones included: numbers are never used again.
    var lastVersion = 0
    /// Whether it was created with `publish`, and with which description: part of what a repeated creation must repeat.
    let creation: Publication

    /// What `publish` and `versionDescription` asked for.
    struct Publication: Sendable, Equatable {
        /// `publish`.
        var isPublished = false
        /// `versionDescription`.
        var description: String?
    }

    static let kind = "stateMachine"
    var key: String { arn.text }

    /// `STANDARD` or `EXPRESS`.
    var type: String { isExpress ? "EXPRESS" : "STANDARD" }

    /// `ACTIVE` or `DELETING`.
    var status: String { isDeleting ? "DELETING" : "ACTIVE" }

    /// The stored form.
    var json: JSON {
        guard var members = settings.json.objectValue else { return settings.json }
        members["arn"] = .string(arn.text)
        members["express"] = .bool(isExpress)
        members["created"] = .integer(createdAt.milliseconds)
        members["tags"] = TagList.json(tags)
        if isDeleting { members["deleting"] = true }
        if lastVersion > 0 { members["lastVersion"] = .integer(Int64(lastVersion)) }
        if creation.isPublished { members["published"] = true }
        if let description = creation.description { members["publishedAs"] = .string(description) }
        return .object(members)
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let arn = json["arn"]?.stringValue.flatMap({ StateMachineARN($0) }),
            let isExpress = json["express"]?.boolValue, let settings = MachineSettings(json: json),
            let created = json["created"]?.integerValue
        else { return nil }
        let creation = Publication(
            isPublished: json["published"]?.boolValue ?? false, description: json["publishedAs"]?.stringValue)
        self.init(
            arn: arn, isExpress: isExpress, settings: settings, createdAt: Timestamp(milliseconds: created),
            tags: TagList.pairs(json["tags"]), creation: creation)
        isDeleting = json["deleting"]?.boolValue ?? false
        lastVersion = Int(json["lastVersion"]?.integerValue ?? 0)
    }

    init(
        arn: StateMachineARN, isExpress: Bool, settings: MachineSettings, createdAt: Timestamp,
        tags: [(key: String, value: String)], creation: Publication
    ) {
        self.arn = arn
        self.isExpress = isExpress
        self.settings = settings
        self.createdAt = createdAt
        self.tags = tags
        self.creation = creation
    }
}
