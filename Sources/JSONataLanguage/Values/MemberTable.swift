import JSONTree

/// Keys with their values, in the order in which they came; each key once.
struct MemberTable {
    /// The keys.
    private(set) var keys: [String] = []
    /// The values, in the order of their keys.
    private(set) var values: [Value] = []
    private var positions: [CodeUnitKey: Int] = [:]

    /// Up to so many keys are looked through one by one.
    private static let linearLimit = 12

    /// The number of members.
    var count: Int { keys.count }

    /// See `Value.depth`; that of the deepest value.
    var depth: Int {
        var depth = 0
        for value in values { depth = max(depth, value.depth) }
        return depth
    }

    /// Where a key stands.
    func position(of key: String) -> Int? {
        guard keys.count <= Self.linearLimit else { return positions[CodeUnitKey(key)] }
        return keys.firstIndex { $0.hasSameCodeUnits(as: key) }
    }

    /// The value of a key. Setting keeps the place of a key that is there; `nil` removes.
    subscript(key: String) -> Value? {
        get { position(of: key).map { values[$0] } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): values[position] = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    /// Makes room for so many members.
    mutating func reserveCapacity(_ count: Int) {
        keys.reserveCapacity(count)
        values.reserveCapacity(count)
    }

    private mutating func append(_ key: String, _ value: Value) {
        keys.append(key)
        values.append(value)
        if keys.count > Self.linearLimit + 1 {
            positions[CodeUnitKey(key)] = keys.count - 1
        } else if keys.count > Self.linearLimit {
            rebuildPositions()
        }
    }

    private mutating func remove(at position: Int) {
        keys.remove(at: position)
        values.remove(at: position)
        rebuildPositions()
    }

    private mutating func rebuildPositions() {
        positions = [:]
        guard keys.count > Self.linearLimit else { return }
        for (position, key) in keys.enumerated() { positions[CodeUnitKey(key)] = position }
    }
}
