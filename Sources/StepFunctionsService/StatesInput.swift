import AWSWire
import JSONTree
import ResourceNames
import StatesLanguage

/// Reads the members Step Functions actions share.
struct StatesInput {
    /// The input's shape.
    let json: JSON

    /// Reads a shape the wire has checked.
    init(_ json: JSON) { self.json = json }

    /// A member that is a text; `nil` when it is not there.
    func text(_ member: String) -> String? { json[member]?.stringValue }

    /// A member the wire has made sure of; its absence is still answered, not trapped.
    func required(_ member: String) throws(ServiceError) -> String {
        guard let text = text(member) else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value null at '\(member)' failed to satisfy constraint: Member must not be null"
            )
        }
        return text
    }

    /// A member that names a machine, a version or an alias. Map states are told apart and refused.
    func reference(_ member: String = "stateMachineArn") throws(ServiceError) -> StateMachineReference {
        let text = try required(member)
        if let reference = StateMachineReference(text) {
            if case .label = reference { throw .labeledARN(text) }
            return reference
        }
        guard let arn = ARN(text), arn.service == "states" else { throw .invalidARNPrefix(text) }
        let type = arn.resourceParts[0]
        guard type == "stateMachine" else { throw .wrongResourceType(type) }
        throw .stateMachineDoesNotExist(text)
    }

    /// A member that names a machine as a whole.
    func stateMachine(_ member: String = "stateMachineArn") throws(ServiceError) -> StateMachineARN {
        let reference = try reference(member)
        guard case .machine(let arn) = reference else { throw .qualifiedARN(reference.text, member) }
        return arn
    }

    /// A member that names a version.
    func version(_ member: String = "stateMachineVersionArn") throws(ServiceError) -> (StateMachineARN, Int) {
        let reference = try reference(member)
        guard case .version(let machine, let number) = reference else {
            throw .validation("The \(member) must be the ARN of a state machine version. Received: \(reference.text)")
        }
        return (machine, number)
    }

    /// `stateMachineAliasArn`.
    func alias(_ member: String = "stateMachineAliasArn") throws(ServiceError) -> (StateMachineARN, String) {
        let reference = try reference(member)
        guard case .alias(let machine, let name) = reference else {
            throw .validation("The \(member) must be the ARN of a state machine alias. Received: \(reference.text)")
        }
        return (machine, name)
    }

    /// `activityArn`.
    func activity() throws(ServiceError) -> ActivityARN {
        let text = try required("activityArn")
        if let arn = ActivityARN(text) { return arn }
        guard let arn = ARN(text), arn.service == "states" else { throw .invalidARNPrefix(text) }
        let type = arn.resourceParts[0]
        guard type == "activity" else { throw .wrongResourceType(type) }
        throw .activityDoesNotExist(text)
    }

    /// A member that is a boolean; `false` when it is not there.
    func flag(_ member: String) -> Bool { json[member]?.boolValue ?? false }

    /// `includedData` is not `METADATA_ONLY`.
    var wantsData: Bool { text("includedData") != "METADATA_ONLY" }

    /// `executionArn` of a STANDARD execution.
    func execution() throws(ServiceError) -> ExecutionARN {
        let text = try required("executionArn")
        if let execution = ExecutionARN(text), execution.expressID == nil { return execution }
        guard let arn = ARN(text), arn.service == "states" else { throw .invalidARNPrefix(text) }
        let type = arn.resourceParts[0]
        guard type == "execution" else { throw .wrongResourceType(type) }
        throw .executionDoesNotExist(text)
    }

    /// `executionArn` of a STANDARD execution, or of a child of a Map Run.
    func describedExecution() throws(ServiceError) -> ExecutionARN {
        if let text = text("executionArn"), let execution = ExecutionARN(text),
            execution.stateMachine.name.contains("/")
        {
            return execution
        }
        return try execution()
    }

    /// `mapRunArn`.
    func mapRun() throws(ServiceError) -> MapRunARN {
        let text = try required("mapRunArn")
        if let run = MapRunARN(text) { return run }
        guard let arn = ARN(text), arn.service == "states" else { throw .invalidARNPrefix(text) }
        let type = arn.resourceParts[0]
        guard type == "mapRun" else { throw .wrongResourceType(type) }
        throw .resourceNotFound(text)
    }

    /// `maxResults`: 0 and absent mean 100, at most 1,000.
    func pageSize() -> Int {
        let asked = Int(json["maxResults"]?.integerValue ?? 0)
        return asked == 0 ? 100 : min(asked, 1_000)
    }
}

extension JSONError {
    /// What is wrong with a text, in AWS's words where it has some.
    func words(about text: String) -> String { JSONComplaint(about: Array(text.utf8))?.message ?? message }
}

extension Timestamp {
    /// Seconds since 1970 with milliseconds: how awsJson carries a time.
    var json: JSON {
        milliseconds % 1_000 == 0 ? .integer(milliseconds / 1_000) : .double(Double(milliseconds) / 1_000)
    }
}

/// Tags in requests and answers: lists of `{key, value}`.
enum TagList {
    /// Reads such a list; a tag without a value has an empty one.
    static func pairs(_ json: JSON?) -> [(key: String, value: String)] {
        (json?.arrayValue ?? []).compactMap { tag in
            guard let key = tag["key"]?.stringValue else { return nil }
            return (key, tag["value"]?.stringValue ?? "")
        }
    }

    /// Writes such a list.
    static func json(_ tags: [(key: String, value: String)]) -> JSON {
        .array(tags.map { ["key": .string($0.key), "value": .string($0.value)] })
    }

    /// Sets tags over others: a key that is there keeps its place.
    static func merge(_ new: [(key: String, value: String)], into tags: inout [(key: String, value: String)]) {
        for tag in new {
            if let index = tags.firstIndex(where: { $0.key == tag.key }) {
                tags[index].value = tag.value
            } else {
                tags.append(tag)
            }
        }
    }

    /// Keeps AWS's own names apart.
    static func checkNames(_ tags: [(key: String, value: String)], in context: RequestContext) throws(ServiceError) {
        guard !context.maySetReservedTags, let reserved = tags.first(where: { ReservedTags.contains($0.key) }) else {
            return
        }
        throw .validation("Tag keys that begin with 'aws:' are reserved. Received: \(reserved.key)")
    }

    /// Bounds the number of tags on a resource; AWS's own do not count.
    static func check(_ tags: [(key: String, value: String)], _ arn: String, _ limits: Limits) throws(ServiceError) {
        guard ReservedTags.othersCount(tags.lazy.map { $0.key }) > limits.tagsMax else { return }
        throw ServiceError("TooManyTags", "Too many tags: '\(arn)'", members: [("resourceName", .string(arn))])
    }
}

/// Names of state machines and executions. Source: the developer guide, "Quotas", and the API reference of `name`.
enum ResourceName {
    /// Refuses what is no name.
    static func check(_ name: String) throws(ServiceError) {
        let isValid =
            (1...80).contains(name.unicodeScalars.count)
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar.value {
                case 0...0x20, 0x7F...0x9F, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFFFE,
                    0xFFFF, 0x10FFFF:
                    false
                default: !"<>{}[]?*\"#%\\^|~`$&,;:/".unicodeScalars.contains(scalar)
                }
            }
        guard isValid else { throw .invalidName(name) }
    }
}
