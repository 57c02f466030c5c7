import JSONTree

/// Writes members into an object.
struct ObjectEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: ValueNode
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) throws { node.set(.null, for: key.stringValue) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        node.set(try ValueEncoder.json(value, at: codingPath + [key]), for: key.stringValue)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { child(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { child(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { child(PlaceKey.ofParent) }
    func superEncoder(forKey key: Key) -> any Encoder { child(key) }

    private func child(_ key: some CodingKey) -> ValueEncoder {
        ValueEncoder(node: node.child(for: key.stringValue), codingPath: codingPath + [key])
    }
}
