import AWSWire
import ContentPatterns
import JSONTree
import ResourceNames
import StorageContract

/// A rule as stored, with its targets.
struct Rule: StoredResource {
    static let kind = "events.rule"
    let id: RuleKey
    /// When it was made; schedules count from here.
    let createdAt: Timestamp
    /// The pattern's text as given; `nil` for a rule with a schedule alone.
    private(set) var patternText: String?
    private(set) var pattern: ContentPattern?
    /// `nil` for a rule with a pattern alone.
    private(set) var schedule: ScheduleExpression?
    /// `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`.
    var state = "ENABLED"
    /// What is only shown again.
    var description: String?
    var roleARN: String?
    var tags = Tags()
    /// In the order in which they were put.
    var targets: [Target] = []

    /// A new rule that nothing triggers yet.
    init(id: RuleKey, createdAt: Timestamp) { (self.id, self.createdAt) = (id, createdAt) }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let bus = json["bus"]?.stringValue, let name = json["name"]?.stringValue,
            let created = json["created"]?.integerValue, let state = json["state"]?.stringValue
        else { return nil }
        let territory = Territory(account: account, region: region)
        self.init(
            id: RuleKey(bus: BusKey(territory: territory, name: bus), name: name),
            createdAt: Timestamp(milliseconds: created))
        self.state = state
        description = json["description"]?.stringValue
        roleARN = json["role"]?.stringValue
        tags = Tags(stored: json["tags"])
        do throws(ServiceError) {
            try setTrigger(pattern: json["pattern"]?.stringValue, schedule: json["schedule"]?.stringValue)
            for shape in json["targets"]?.arrayValue ?? [] { targets.append(try Target(shape)) }
        } catch {
            return nil
        }
    }

    var key: String { id.storeKey }

    var json: JSON {
        var object: JSONObject = [
            "account": .string(id.bus.territory.account), "region": .string(id.bus.territory.region),
            "bus": .string(id.bus.name), "name": .string(id.name), "created": .integer(createdAt.milliseconds),
            "state": .string(state), "tags": tags.stored, "targets": .array(targets.map(\.shape)),
        ]
        object["pattern"] = patternText.map { .string($0) }
        object["schedule"] = schedule.map { .string($0.text) }
        object["description"] = description.map { .string($0) }
        object["role"] = roleARN.map { .string($0) }
        return .object(object)
    }

    /// Sets what triggers it.
    mutating func setTrigger(pattern text: String?, schedule: String?) throws(ServiceError) {
        patternText = text
        self.schedule = try schedule.map { text throws(ServiceError) in try ScheduleExpression(text) }
        guard let text else {
            pattern = nil
            return
        }
        do throws(ContentPatternError) { pattern = try ContentPattern(text: text) } catch {
            throw .invalidPattern(error)
        }
    }

    /// Whether it does anything when it is triggered.
    var isEnabled: Bool { state != "DISABLED" }

    /// As lists and descriptions show it.
    var shape: JSONObject {
        var shape: JSONObject = ["Name": .string(id.name), "Arn": .string(id.arn)]
        shape["EventPattern"] = patternText.map { .string($0) }
        shape["State"] = .string(state)
        shape["Description"] = description.map { .string($0) }
        shape["ScheduleExpression"] = schedule.map { .string($0.text) }
        shape["RoleArn"] = roleARN.map { .string($0) }
        shape["EventBusName"] = .string(id.bus.name)
        return shape
    }
}

extension ServiceError {
    /// A text that is no pattern.
    static func invalidPattern(_ error: ContentPatternError) -> ServiceError {
        ServiceError("InvalidEventPatternException", "Event pattern is not valid. Reason: \(error.message)")
    }
}
