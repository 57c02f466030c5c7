import AWSWire
import JSONTree
import ResourceNames

/// What tags can be on: a function or an event source mapping, as `Resource` names it.
enum Tagged {
    case function(FunctionName)
    /// By its UUID.
    case mapping(String)

    /// Source: Lambda API reference, "TagResource": the ARN must be without a qualifier.
    init(_ input: JSON) throws(ServiceError) {
        let text = input["Resource"]?.stringValue ?? ""
        if let function = FunctionName(text) {
            guard function.qualifier == nil else {
                throw .invalidParameter(
                    "Tags on function aliases and versions are not supported. Please specify either a function ARN.")
            }
            self = .function(function)
        } else if let arn = ARN(text), arn.service == "lambda", arn.resource.hasPrefix("event-source-mapping:") {
            self = .mapping(String(arn.resource.dropFirst("event-source-mapping:".count)))
        } else {
            throw .invalidParameter("The ARN \(text) names no function and no event source mapping.")
        }
    }
}

/// The tags of one thing, in the order they were first given.
struct TagList {
    /// Source: Lambda developer guide, "Using tags on Lambda functions".
    private static let tagsMax = 50
    private(set) var pairs: [(key: String, value: String)]

    init(_ pairs: [(key: String, value: String)]) { self.pairs = pairs }

    /// Sets tags; those that are there get the new value.
    mutating func set(_ input: JSON?, in context: RequestContext) throws(ServiceError) {
        let given = TextMap.pairs(input)
        guard ReservedTags.mayBeSet(given.lazy.map { $0.key }, in: context) else {
            throw .invalidParameter(ReservedTags.refusal)
        }
        for (key, value) in given {
            if let index = pairs.firstIndex(where: { $0.key == key }) {
                pairs[index].value = value
            } else {
                pairs.append((key, value))
            }
        }
        guard ReservedTags.othersCount(pairs.lazy.map { $0.key }) <= Self.tagsMax else {
            throw .invalidParameter("Number of tags exceeds resource tag limit.")
        }
    }

    /// Takes tags away; one that is not there is no error.
    mutating func remove(_ keys: JSON?) {
        let keys = Set((keys?.arrayValue ?? []).compactMap(\.stringValue))
        pairs.removeAll { keys.contains($0.key) }
    }

    /// As answers show them.
    var json: JSON { .object(JSONObject(pairs.map { ($0.key, .string($0.value)) })) }
}
