import JSONTree

/// A value while an expression is computed. Arrays and objects that came from outside stay JSON until they are looked
/// into.
enum Value {
    /// No value: a missing field, an empty sequence.
    case undefined
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as JavaScript has them.
    case number(Double)
    /// A string. A half of a surrogate pair travels as a `LoneSurrogate`.
    case text(String)
    /// An array, or a sequence that looks like one.
    case list(List)
    /// An object.
    case record(Record)
    /// A function.
    case function(Function)
    /// The steps of a path with what they bound on the way.
    case tuples(TupleStream)

    /// The value of a JSON value.
    init(_ json: JSON) {
        switch json {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .number(Double(value))
        case .double(let value): self = .number(value)
        case .decimal: self = .number(json.doubleValue ?? .nan)
        case .string(let value): self = .text(value)
        case .array(let elements): self = .list(List(json: elements))
        case .object(let object): self = .record(Record(json: object))
        }
    }

    /// Whether there is no value.
    var isUndefined: Bool { if case .undefined = self { true } else { false } }

    /// How many arrays, objects and functions that were made here enclose each other.
    var depth: Int {
        switch self {
        case .list(let list): list.depth
        case .record(let record): record.depth
        case .function(let function): function.depth
        default: 0
        }
    }

    /// The elements, if this is an array or a sequence.
    var items: Items? {
        switch self {
        case .list(let list): list.items
        case .tuples(let stream): stream.contexts
        default: nil
        }
    }

    /// The elements of an array, or the value itself as the only element.
    var asItems: Items { items ?? .values([self]) }

    /// The letter JSONata's signatures name the type with; `m` for no value.
    var typeLetter: UInt8 {
        switch self {
        case .undefined: UInt8(ascii: "m")
        case .null: UInt8(ascii: "l")
        case .bool: UInt8(ascii: "b")
        case .number: UInt8(ascii: "n")
        case .text: UInt8(ascii: "s")
        case .list, .tuples: UInt8(ascii: "a")
        case .record: UInt8(ascii: "o")
        case .function: UInt8(ascii: "f")
        }
    }
}
