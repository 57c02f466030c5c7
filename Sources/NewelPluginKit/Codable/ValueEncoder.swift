import JSONTree

/// Takes what types that are `Encodable` say of themselves as a JSON value; members keep the order in which they are said.
struct ValueEncoder: Encoder {
    let node: ValueNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The JSON text of a value.
    static func encode(_ value: some Encodable) throws(PluginError) -> [UInt8] {
        do { return try json(value, at: []).bytes } catch {
            throw PluginError("InvalidOutput", CodingProblem.text(error))
        }
    }

    /// A value as JSON.
    static func json(_ value: some Encodable, at path: [any CodingKey]) throws -> JSON {
        let node = ValueNode()
        try value.encode(to: ValueEncoder(node: node, codingPath: path))
        return node.value
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(ObjectEncoding<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeArray()
        return ArrayEncoding(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension ValueEncoder: SingleValueEncodingContainer {
    func encodeNil() throws { node.set(.null) }
    func encode(_ value: Bool) throws { node.set(.bool(value)) }
    func encode(_ value: String) throws { node.set(.string(value)) }
    func encode(_ value: Double) throws { try number(value, as: value) }
    // By its shortest digits: 0.1 is not to become 0.10000000149011612.
    func encode(_ value: Float) throws { try number(value, as: Double("\(value)") ?? Double(value)) }
    func encode(_ value: Int) throws { node.set(.integer(Int64(value))) }
    func encode(_ value: Int8) throws { node.set(.integer(Int64(value))) }
    func encode(_ value: Int16) throws { node.set(.integer(Int64(value))) }
    func encode(_ value: Int32) throws { node.set(.integer(Int64(value))) }
    func encode(_ value: Int64) throws { node.set(.integer(value)) }
    func encode(_ value: UInt) throws { try encode(UInt64(value)) }
    func encode(_ value: UInt8) throws { node.set(.integer(Int64(value))) }
    func encode(_ value: UInt16) throws { node.set(.integer(Int64(value))) }
    func encode(_ value: UInt32) throws { node.set(.integer(Int64(value))) }
    func encode(_ value: UInt64) throws { node.set(Int64(exactly: value).map { .integer($0) } ?? .decimal("\(value)")) }
    func encode<T: Encodable>(_ value: T) throws { try value.encode(to: self) }

    private func number(_ value: Any, as number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: codingPath, debugDescription: "JSON has no number \(number)"))
        }
        node.set(.double(number))
    }
}
