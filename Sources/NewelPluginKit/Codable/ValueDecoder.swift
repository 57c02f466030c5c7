import JSONTree

/// Hands a JSON value to types that are `Decodable`; Foundation is not needed.
struct ValueDecoder: Decoder {
    let value: JSON
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Makes a value of a type out of JSON text.
    static func decode<T: Decodable>(_ type: T.Type, from text: UnsafeRawBufferPointer) throws(PluginError) -> T {
        let json: JSON
        do { json = try JSON.parse(text.bindMemory(to: UInt8.self)) } catch {
            throw PluginError("InvalidInput", error.message)
        }
        do { return try T(from: ValueDecoder(value: json, codingPath: [])) } catch {
            throw PluginError("InvalidInput", CodingProblem.text(error))
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let object = value.objectValue else { throw mismatch([String: Any].self, "an object") }
        return KeyedDecodingContainer(ObjectDecoding<Key>(object: object, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let elements = value.arrayValue else { throw mismatch([Any].self, "an array") }
        return ArrayDecoding(elements: elements, codingPath: codingPath)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    /// The error for a value of another kind.
    func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
        let description = "\(expected) is expected, not \(value.kindInWords)"
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: description)
        return value.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { value.isNull }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard let truth = value.boolValue else { throw mismatch(type, "true or false") }
        return truth
    }

    func decode(_ type: String.Type) throws -> String {
        guard let text = value.stringValue else { throw mismatch(type, "a string") }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard let number = value.doubleValue else { throw mismatch(type, "a number") }
        guard number.isFinite else { throw outOfRange(type) }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float {
        let number = Float(try decode(Double.self))
        guard number.isFinite else { throw outOfRange(type) }
        return number
    }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: self) }

    private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
        guard value.isNumber else { throw mismatch(type, "an integer") }
        if let number = value.integerValue {
            guard let fitting = T(exactly: number) else { throw outOfRange(type) }
            return fitting
        }
        // Beyond Int64 numbers are kept as they are written; one that is in the range of a type here is in that of UInt64.
        let large = value.numberText.flatMap { UInt64($0) }
        guard let fitting = large.flatMap({ T(exactly: $0) }) else { throw outOfRange(type) }
        return fitting
    }

    private func outOfRange(_ type: Any.Type) -> DecodingError {
        .dataCorrupted(
            DecodingError.Context(
                codingPath: codingPath, debugDescription: "\(value.numberText ?? "the number") does not fit \(type)"))
    }
}

extension JSON {
    /// What kind of value this is, for an error message.
    fileprivate var kindInWords: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .double, .decimal: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
