import JSONTree

/// The elements of an array, however they are kept.
enum Items: RandomAccessCollection {
    /// Elements that were computed.
    case values([Value])
    /// Elements that came from outside.
    case json([JSON])
    /// Consecutive whole numbers, which take no memory.
    case range(first: Int, count: Int)

    /// The index of the first element.
    var startIndex: Int { 0 }

    /// The index after the last element.
    var endIndex: Int {
        switch self {
        case .values(let values): values.count
        case .json(let elements): elements.count
        case .range(_, let count): count
        }
    }

    /// The number of elements.
    var count: Int { endIndex }

    /// The element at an index.
    subscript(index: Int) -> Value {
        switch self {
        case .values(let values): values[index]
        case .json(let elements): Value(elements[index])
        case .range(let first, _): .number(Double(first + index))
        }
    }

    /// The type of the element at an index; see `Value.typeLetter`.
    func typeLetter(at index: Int) -> UInt8 {
        switch self {
        case .values(let values): values[index].typeLetter
        case .json(let elements): elements[index].typeLetter
        case .range: UInt8(ascii: "n")
        }
    }

    /// The elements as values.
    var values: [Value] {
        if case .values(let values) = self { values } else { map { $0 } }
    }
}

extension JSON {
    /// See `Value.typeLetter`.
    fileprivate var typeLetter: UInt8 {
        switch self {
        case .null: UInt8(ascii: "l")
        case .bool: UInt8(ascii: "b")
        case .integer, .double, .decimal: UInt8(ascii: "n")
        case .string: UInt8(ascii: "s")
        case .array: UInt8(ascii: "a")
        case .object: UInt8(ascii: "o")
        }
    }
}
