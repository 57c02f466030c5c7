import JSONTree

/// Adds elements to an array.
struct ArrayEncoding: UnkeyedEncodingContainer {
    let node: ValueNode
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    func encodeNil() throws { node.append(.null) }
    func encode<T: Encodable>(_ value: T) throws { node.append(try ValueEncoder.json(value, at: path)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        child().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
    func superEncoder() -> any Encoder { child() }

    /// The place of the next element.
    private var path: [any CodingKey] { codingPath + [PlaceKey(index: count)] }

    private func child() -> ValueEncoder {
        let path = path
        return ValueEncoder(node: node.child(), codingPath: path)
    }
}
