/// A JSON value. Objects keep the order of their keys; numbers that were read keep their exact value.
@usableFromInline package enum JSON: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// An integer within `Int64`.
    case integer(Int64)
    /// A number computed here; written in its shortest form. Values that are not finite are written as `null`.
    case double(Double)
    /// Any other number as it was read (`1.0`, `1e3`, `-0`, `12345678901234567890`); always a valid JSON number.
    case decimal(String)
    /// A string.
    case string(String)
    /// An array.
    case array([JSON])
    /// An object.
    case object(JSONObject)

    /// An object without keys.
    @inlinable package static var emptyObject: JSON { .object(JSONObject()) }
    /// An array without elements.
    @inlinable package static var emptyArray: JSON { .array([]) }
}

extension JSON: ExpressibleByNilLiteral {
    /// `null`.
    @inlinable package init(nilLiteral: ()) { self = .null }
}

extension JSON: ExpressibleByBooleanLiteral {
    /// A truth value.
    @inlinable package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByIntegerLiteral {
    /// An integer.
    @inlinable package init(integerLiteral value: Int64) { self = .integer(value) }
}

extension JSON: ExpressibleByFloatLiteral {
    /// A computed number.
    @inlinable package init(floatLiteral value: Double) { self = .double(value) }
}

extension JSON: ExpressibleByStringLiteral {
    /// A string.
    @inlinable package init(stringLiteral value: String) { self = .string(value) }
}

extension JSON: ExpressibleByArrayLiteral {
    /// An array.
    @inlinable package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON: ExpressibleByDictionaryLiteral {
    /// An object whose keys stand in the literal's order; of equal keys the last value wins.
    @inlinable package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(JSONObject(elements)) }
}
