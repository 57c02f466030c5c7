import JSONTree

/// A value as the operators of filters tell them apart.
enum FilterValue: Sendable {
    /// The path names nothing.
    case undefined
    /// An explicit `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number; always one of the three forms of `JSON` numbers.
    case number(JSON)
    /// A string.
    case string(String)
    /// An array or an object.
    case json(JSON)
    /// `/…/`.
    case pattern(Pattern)

    /// Tells what kind of value it is.
    init(_ value: JSON) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .string(let value): self = .string(value)
        case .integer, .double, .decimal: self = .number(value)
        case .array, .object: self = .json(value)
        }
    }

    /// The elements, if it is an array.
    var elements: [JSON]? { if case .json(let value) = self { value.arrayValue } else { nil } }
}
