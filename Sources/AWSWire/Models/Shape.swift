/// A shape of a service model: what a value may be, and how it looks on the wire.
package struct Shape: Sendable {
    /// What kind of value, and what hangs below it. Numbers are places in `ServiceModel.shapes`.
    package enum Kind: Sendable {
        case structure([Member])
        case list(element: Int, elementName: String, isFlat: Bool)
        case map(key: Int, value: Int, keyName: String, valueName: String, isFlat: Bool)
        case string, integer, fraction, boolean, timestamp, blob
    }

    /// Where a member of a structure travels in a REST request or reply.
    package enum Place: Sendable, Equatable {
        case body, path, query, header, headers, status, payload
    }

    /// A member of a structure.
    package struct Member: Sendable {
        /// The name in the action's JSON shape.
        package let name: String
        /// The name on the wire (query, XML, header), where it differs.
        package let wireName: String
        /// The name that messages about failed checks use: the first letter in lower case.
        package let checkedName: String
        package let shape: Int
        package let isRequired: Bool
        package let place: Place
    }

    package let name: String
    package let kind: Kind
    /// The least length or value.
    package let minimum: Int?
    /// The greatest length or value.
    package let maximum: Int?
    /// Never repeated in a message.
    package let isSensitive: Bool
    /// The allowed texts; empty when any is.
    package let values: [String]
    package let pattern: TextPattern?
    /// Whether a text has nothing to be checked.
    package let isFree: Bool

    package init(
        name: String, kind: Kind, minimum: Int? = nil, maximum: Int? = nil, isSensitive: Bool = false,
        values: [String] = [],
        pattern: TextPattern? = nil
    ) {
        self.name = name
        self.kind = kind
        self.minimum = minimum
        self.maximum = maximum
        self.isSensitive = isSensitive
        self.values = values
        self.pattern = pattern
        isFree = minimum == nil && maximum == nil && values.isEmpty && pattern == nil
    }

    /// Whether a value has parts of its own.
    var isCompound: Bool {
        switch kind {
        case .structure, .list, .map: true
        default: false
        }
    }

    /// Whether a value is a number.
    var isNumber: Bool {
        switch kind {
        case .integer, .fraction: true
        default: false
        }
    }

    /// A bound as messages show it.
    func shown(_ bound: Int) -> String { if case .fraction = kind { "\(bound).0" } else { String(bound) } }

    /// The members of a structure; none for other kinds.
    package var members: [Member] {
        if case .structure(let members) = kind { members } else { [] }
    }
}
