import JSONTree

/// Keys with their values, in the order in which they came; each key once.
struct MemberTable {
    /// One key with its value.
    struct Member {
        /// The key.
        let key: String
        /// The value.
        var value: Value
    }

    /// The members.
    private(set) var members: [Member] = []
    private var positions: [CodeUnitKey: Int] = [:]

    /// Up to so many keys are looked through one by one.
    private static let linearLimit = 12

    /// The number of members.
    var count: Int { members.count }

    /// See `Value.depth`; that of the deepest value.
    var depth: Int {
        var depth = 0
        for member in members { depth = max(depth, member.value.depth) }
        return depth
    }

    /// Where a key stands.
    func position(of key: String) -> Int? {
        guard members.count <= Self.linearLimit else { return positions[CodeUnitKey(key)] }
        return members.firstIndex { $0.key.hasSameCodeUnits(as: key) }
    }

    /// The value of a key. Setting keeps the place of a key that is there; `nil` removes.
    subscript(key: String) -> Value? {
        get { position(of: key).map { members[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): members[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): appendNew(key, value)
            case (nil, nil): break
            }
        }
    }

    /// Makes room for so many members.
    mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// Appends a key that is known not to be there.
    mutating func appendNew(_ key: String, _ value: Value) {
        members.append(Member(key: key, value: value))
        if members.count > Self.linearLimit + 1 {
            positions[CodeUnitKey(key)] = members.count - 1
        } else if members.count > Self.linearLimit {
            rebuildPositions()
        }
    }

    private mutating func remove(at position: Int) {
        members.remove(at: position)
        rebuildPositions()
    }

    private mutating func rebuildPositions() {
        positions = [:]
        guard members.count > Self.linearLimit else { return }
        for (position, member) in members.enumerated() { positions[CodeUnitKey(member.key)] = position }
    }
}
