import JSONTree

/// An object.
///
/// Only a transform changes one, and only those of the copy it has just made.
final class Record {
    private enum Storage {
        case json(JSONObject)
        case members(MemberTable)
    }

    private var storage: Storage
    /// See `Value.depth`.
    private(set) var depth: Int
    /// The transform that may change it; 0 for none.
    var owner = 0

    /// An object from outside.
    init(json: JSONObject) {
        storage = .json(json)
        depth = 0
    }

    /// An object of computed members.
    init(_ members: MemberTable) {
        storage = .members(members)
        depth = members.depth + 1
    }

    /// The number of members.
    var count: Int {
        switch storage {
        case .json(let object): object.count
        case .members(let members): members.count
        }
    }

    /// The value of a key; undefined when it is not there.
    func value(of key: String) -> Value {
        switch storage {
        case .json(let object): object[key].map { Value($0) } ?? .undefined
        case .members(let members): members[key] ?? .undefined
        }
    }

    /// The key at a position.
    func key(at position: Int) -> String {
        switch storage {
        case .json(let object): object[position].key
        case .members(let members): members.members[position].key
        }
    }

    /// The value at a position.
    func value(at position: Int) -> Value {
        switch storage {
        case .json(let object): Value(object[position].value)
        case .members(let members): members.members[position].value
        }
    }

    /// The object as it came from outside, if it did.
    var json: JSONObject? { if case .json(let object) = storage { object } else { nil } }

    /// Puts other members in the place of those that are there.
    func replace(_ members: MemberTable) {
        storage = .members(members)
        measure()
    }

    /// Finds its depth anew after values in it have changed.
    func measure() { if case .members(let members) = storage { depth = members.depth + 1 } }

    /// The members as a table that can be changed.
    var members: MemberTable {
        switch storage {
        case .members(let members): return members
        case .json(let object):
            var table = MemberTable()
            table.reserveCapacity(object.count)
            for (key, value) in object { table.appendNew(key, Value(value)) }
            return table
        }
    }
}
