/// The members of a JSON object, in order, each key once. Keys are compared by their UTF-8, never by Unicode
/// equivalence.
///
/// A copy shares one array. Look-up is linear up to 16 keys; above that a table is kept beside the array.
@usableFromInline package struct JSONObject: Sendable {
    /// One member as it is stored; a struct, because the array of a tuple type is slow to copy and to free.
    @usableFromInline struct Member: Sendable {
        @usableFromInline var key: String
        @usableFromInline var value: JSON

        @inlinable init(key: String, value: JSON) {
            self.key = key
            self.value = value
        }
    }

    @usableFromInline var members: [Member]
    @usableFromInline var index: KeyIndex?

    /// The number of keys up to which no table is kept.
    @usableFromInline static var linearLimit: Int { 16 }

    /// An object without keys.
    @inlinable package init() {
        members = []
        index = nil
    }

    /// An object of these members, in this order; of equal keys the last value wins, in the place of the first.
    @inlinable package init(_ pairs: [(String, JSON)]) {
        self.init()
        reserveCapacity(pairs.count)
        for (key, value) in pairs { self[key] = value }
    }

    /// Takes members that the reader has found to have no key twice.
    init(distinct members: [Member], index: KeyIndex?) {
        self.members = members
        self.index = index
    }

    /// Makes room for so many members.
    @inlinable package mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// The keys, in order.
    @inlinable package var keys: [String] { members.map(\.key) }

    /// The values, in the order of their keys.
    @inlinable package var values: [JSON] { members.map(\.value) }

    /// Where a key stands.
    @inlinable package func position(of key: String) -> Int? {
        if let index { return index.position(of: key, in: members) }
        var key = key
        return key.withUTF8 { bytes in
            for position in members.indices where members[position].key.hasBytes(bytes) { return position }
            return nil
        }
    }

    /// The value of a key. Setting keeps the place of a key that is there and appends any other; `nil` removes.
    @inlinable package subscript(key: String) -> JSON? {
        get { position(of: key).map { members[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): members[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    @usableFromInline mutating func append(_ key: String, _ value: JSON) {
        members.append(Member(key: key, value: value))
        if index != nil {
            _ = index?.insert(members.count - 1, in: members)
        } else if members.count > Self.linearLimit {
            index = KeyIndex(members)
        }
    }

    @usableFromInline mutating func remove(at position: Int) {
        members.remove(at: position)
        index = members.count > Self.linearLimit ? KeyIndex(members) : nil
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position of the first member.
    @inlinable package var startIndex: Int { 0 }
    /// The position after the last member.
    @inlinable package var endIndex: Int { members.count }
    /// The number of members.
    @inlinable package var count: Int { members.count }
    /// Whether there is no member.
    @inlinable package var isEmpty: Bool { members.isEmpty }
    /// The member at a position.
    @inlinable package subscript(position: Int) -> (key: String, value: JSON) {
        (members[position].key, members[position].value)
    }
}

extension JSONObject {
    /// The members that are texts, in their order.
    package var textPairs: [(key: String, value: String)] {
        compactMap { member in member.value.stringValue.map { (member.key, $0) } }
    }
}

extension JSONObject: Equatable {
    /// Compares members regardless of their order.
    @usableFromInline package static func == (one: JSONObject, other: JSONObject) -> Bool {
        guard one.count == other.count else { return false }
        for (position, member) in one.members.enumerated() {
            if other.members[position].key.hasSameCodeUnits(as: member.key) {
                guard other.members[position].value == member.value else { return false }
            } else {
                guard let value = other[member.key], value == member.value else { return false }
            }
        }
        return true
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object in the literal's order; of equal keys the last value wins.
    @inlinable package init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
