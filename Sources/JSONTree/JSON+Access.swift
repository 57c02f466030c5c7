extension JSON {
    /// Whether this is `null`.
    @inlinable package var isNull: Bool { if case .null = self { true } else { false } }
    /// The value, or nothing for `null`. A closure that ends in `nil` would give `null` again, for the type is written by that literal too.
    @inlinable package var unlessNull: JSON? { isNull ? Optional.none : .some(self) }
    /// Whether this is `true` or `false`.
    @inlinable package var isBool: Bool { if case .bool = self { true } else { false } }
    /// Whether this is a string.
    @inlinable package var isString: Bool { if case .string = self { true } else { false } }
    /// Whether this is an array.
    @inlinable package var isArray: Bool { if case .array = self { true } else { false } }
    /// Whether this is an object.
    @inlinable package var isObject: Bool { if case .object = self { true } else { false } }
    /// Whether this is a number of any form.
    @inlinable package var isNumber: Bool {
        switch self {
        case .integer, .double, .decimal: true
        default: false
        }
    }

    /// The truth value, if this is one.
    @inlinable package var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The string, if this is one.
    @inlinable package var stringValue: String? { if case .string(let value) = self { value } else { nil } }
    /// The elements, if this is an array.
    @inlinable package var arrayValue: [JSON]? { if case .array(let value) = self { value } else { nil } }
    /// The object, if this is one.
    @inlinable package var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The number as an integer: `nil` unless it is a number with an integral value within `Int64`.
    @inlinable package var integerValue: Int64? {
        switch self {
        case .integer(let value): value
        case .double(let value): Int64(exactly: value)
        case .decimal(let text): DecimalNumber(text).int64
        default: nil
        }
    }

    /// The number as the nearest double, if this is a number; infinite when it is beyond a double's range.
    @inlinable package var doubleValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .decimal(let text): Double(text)
        default: nil
        }
    }

    /// The number as it would be written, if this is a number.
    package var numberText: String? {
        switch self {
        case .integer(let value): String(value)
        case .double, .decimal: text
        default: nil
        }
    }

    /// The value of a key; `nil` unless this is an object that has it.
    @inlinable package subscript(key: String) -> JSON? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The element at an index; `nil` unless this is an array that reaches so far.
    @inlinable package subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
