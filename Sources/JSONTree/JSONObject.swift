/// The members of a JSON object, in order, each key once. Keys are compared by their UTF-8, never by Unicode equivalence.
///
/// A copy shares one array. Look-up is linear up to 16 keys; above that a table is kept beside the array.
@usableFromInline package struct JSONObject: Sendable {
    /// One member.
    @usableFromInline package typealias Element = (key: String, value: JSON)

    @usableFromInline var pairs: [Element]
    @usableFromInline var index: KeyIndex?

    /// The number of keys up to which no table is kept.
    @usableFromInline static var linearLimit: Int { 16 }

    /// An object without keys.
    @inlinable package init() {
        pairs = []
        index = nil
    }

    /// An object of these members, in this order; of equal keys the last value wins, in the place of the first.
    @inlinable package init(_ pairs: [(String, JSON)]) {
        self.init()
        reserveCapacity(pairs.count)
        for (key, value) in pairs { self[key] = value }
    }

    /// Takes members that the reader has found to have no key twice.
    @usableFromInline init(distinct pairs: [Element], index: KeyIndex?) {
        self.pairs = pairs
        self.index = index
    }

    /// Makes room for so many members.
    @inlinable package mutating func reserveCapacity(_ count: Int) { pairs.reserveCapacity(count) }

    /// The keys, in order.
    @inlinable package var keys: [String] { pairs.map(\.key) }

    /// The values, in the order of their keys.
    @inlinable package var values: [JSON] { pairs.map(\.value) }

    /// Where a key stands.
    @inlinable package func position(of key: String) -> Int? {
        if let index { return index.position(of: key, in: pairs) }
        var key = key
        return key.withUTF8 { bytes in
            for position in pairs.indices where pairs[position].key.hasBytes(bytes) { return position }
            return nil
        }
    }

    /// The value of a key. Setting keeps the place of a key that is there and appends any other; `nil` removes.
    @inlinable package subscript(key: String) -> JSON? {
        get { position(of: key).map { pairs[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): pairs[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    @usableFromInline mutating func append(_ key: String, _ value: JSON) {
        pairs.append((key, value))
        if index != nil {
            _ = index?.insert(pairs.count - 1, in: pairs)
        } else if pairs.count > Self.linearLimit {
            index = KeyIndex(pairs)
        }
    }

    @usableFromInline mutating func remove(at position: Int) {
        pairs.remove(at: position)
        index = pairs.count > Self.linearLimit ? KeyIndex(pairs) : nil
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position of the first member.
    @inlinable package var startIndex: Int { 0 }
    /// The position after the last member.
    @inlinable package var endIndex: Int { pairs.count }
    /// The number of members.
    @inlinable package var count: Int { pairs.count }
    /// Whether there is no member.
    @inlinable package var isEmpty: Bool { pairs.isEmpty }
    /// The member at a position.
    @inlinable package subscript(position: Int) -> Element { pairs[position] }
    /// Walks the members in order.
    @inlinable package func makeIterator() -> IndexingIterator<[Element]> { pairs.makeIterator() }
}

extension JSONObject: Equatable {
    /// Compares members regardless of their order.
    @usableFromInline package static func == (one: JSONObject, other: JSONObject) -> Bool {
        guard one.count == other.count else { return false }
        for (position, pair) in one.pairs.enumerated() {
            if other.pairs[position].key.hasSameCodeUnits(as: pair.key) {
                guard other.pairs[position].value == pair.value else { return false }
            } else {
                guard let value = other[pair.key], value == pair.value else { return false }
            }
        }
        return true
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object in the literal's order; of equal keys the last value wins.
    @inlinable package init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
