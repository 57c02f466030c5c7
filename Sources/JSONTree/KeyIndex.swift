/// Finds keys among more members than a linear search is good for: an open-addressing table of positions.
@usableFromInline struct KeyIndex: Sendable {
    /// Position + 1 of a member, or 0 for a free slot; a power of two of them, at most half taken.
    private var slots: [UInt32]

    /// A table for so many keys, without any.
    private init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    /// The table of these members; `nil` when two of them have the same key.
    init?(_ members: [JSONObject.Member]) {
        self.init(capacity: members.count)
        for position in members.indices {
            guard insert(position, in: members) else { return nil }
        }
    }

    /// The position of a key.
    @usableFromInline func position(of key: String, in members: [JSONObject.Member]) -> Int? {
        let found = slots[slot(of: key, in: members)]
        return found == 0 ? nil : Int(found) - 1
    }

    /// Takes in the member at a position; `false`, and nothing done, when its key is there already.
    @usableFromInline mutating func insert(_ position: Int, in members: [JSONObject.Member]) -> Bool {
        if (position + 1) * 2 > slots.count {
            self = KeyIndex(capacity: members.count * 2)
            for earlier in 0..<position { slots[slot(of: members[earlier].key, in: members)] = UInt32(earlier + 1) }
        }
        let slot = slot(of: members[position].key, in: members)
        guard slots[slot] == 0 else { return false }
        slots[slot] = UInt32(position + 1)
        return true
    }

    /// The slot that holds the key, or the free one where it would go.
    private func slot(of key: String, in members: [JSONObject.Member]) -> Int {
        var key = key
        return key.withUTF8 { bytes in
            var hasher = Hasher()
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
            var slot = hasher.finalize() & (slots.count - 1)
            while slots[slot] != 0 {
                if members[Int(slots[slot]) - 1].key.hasBytes(bytes) { return slot }
                slot = (slot + 1) & (slots.count - 1)
            }
            return slot
        }
    }
}

extension String {
    /// Whether the string is exactly this UTF-8.
    @inlinable package func hasBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count == bytes.count else { return false }
        let same = utf8.withContiguousStorageIfAvailable {
            CodeUnits.areSame($0.baseAddress, bytes.baseAddress, bytes.count)
        }
        return same ?? utf8.elementsEqual(bytes)
    }
}
