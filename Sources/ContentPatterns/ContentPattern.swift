import JSONTree

/// Which JSON documents are wanted: the patterns of EventBridge rules and of SNS filter policies.
///
/// Source: Amazon EventBridge user guide, "Creating Amazon EventBridge event patterns" and "Comparison operators for use in event patterns".
package struct ContentPattern: Sendable {
    private let requirements: [Requirement]

    /// What must hold for an object.
    indirect enum Requirement: Sendable {
        /// The object below a name meets the inner requirements; in an array, one element does.
        case nested(String, [Requirement])
        /// A leaf below a name meets one of the conditions.
        case leaf(String, [ContentCondition])
        /// One of the branches holds.
        case anyOf([[Requirement]])
    }

    /// Reads a pattern.
    package init(_ pattern: JSON) throws(ContentPatternError) {
        guard let object = pattern.objectValue else { throw ContentPatternError("Filter is not an object") }
        requirements = try ContentPatternReader.requirements(object, isInsideOr: false)
    }

    /// Reads the text of a pattern.
    package init(text: String) throws(ContentPatternError) {
        let pattern: JSON
        do throws(JSONError) { pattern = try JSON.parse(text) } catch {
            throw ContentPatternError("Filter is not valid JSON: \(error.message) at byte \(error.offset)")
        }
        try self.init(pattern)
    }

    /// Whether a document is wanted.
    package func matches(_ document: JSON) -> Bool { Self.hold(requirements, for: document) }

    /// Whether a document is wanted whose other members are not known: only what the known ones rule out is ruled out.
    package func mayMatch(known document: JSONObject) -> Bool {
        Self.mayHold(requirements, for: document)
    }

    private static func hold(_ requirements: [Requirement], for value: JSON) -> Bool {
        requirements.allSatisfy { requirement in
            switch requirement {
            case .nested(let name, let inner):
                let found = value[name]
                let candidates = found?.arrayValue ?? found.map { [$0] } ?? [.emptyObject]
                return candidates.contains { hold(inner, for: $0) }
            case .leaf(let name, let conditions):
                let leaves = value[name].map(leaves) ?? []
                return conditions.contains { $0.isMet(byAnyOf: leaves) }
            case .anyOf(let branches): return branches.contains { hold($0, for: value) }
            }
        }
    }

    private static func mayHold(_ requirements: [Requirement], for known: JSONObject) -> Bool {
        requirements.allSatisfy { requirement in
            switch requirement {
            case .leaf(let name, let conditions):
                guard let value = known[name] else { return true }
                return conditions.contains { $0.isMet(byAnyOf: leaves(value)) }
            case .anyOf(let branches): return branches.contains { mayHold($0, for: known) }
            case .nested: return true
            }
        }
    }

    /// The scalars of a value; arrays count as their elements, objects are no leaves.
    private static func leaves(_ value: JSON) -> [JSON] {
        switch value {
        case .array(let elements): elements.flatMap(leaves)
        case .object: []
        default: [value]
        }
    }
}
