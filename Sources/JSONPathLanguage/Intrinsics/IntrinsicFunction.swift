import JSONTree
import ResourceNames

/// The intrinsic functions. What each does stands in a file of its name.
///
/// Source: Step Functions developer guide, "Intrinsic functions for JSONPath states".
enum IntrinsicFunction: String, Sendable, CaseIterable {
    case array = "States.Array"
    case arrayContains = "States.ArrayContains"
    case arrayGetItem = "States.ArrayGetItem"
    case arrayLength = "States.ArrayLength"
    case arrayPartition = "States.ArrayPartition"
    case arrayRange = "States.ArrayRange"
    case arrayUnique = "States.ArrayUnique"
    case base64Decode = "States.Base64Decode"
    case base64Encode = "States.Base64Encode"
    case format = "States.Format"
    case hash = "States.Hash"
    case jsonMerge = "States.JsonMerge"
    case jsonToString = "States.JsonToString"
    case mathAdd = "States.MathAdd"
    case mathRandom = "States.MathRandom"
    case stringSplit = "States.StringSplit"
    case stringToJson = "States.StringToJson"
    case uuid = "States.UUID"

    /// How many arguments a call may have.
    var argumentCount: ClosedRange<Int> {
        switch self {
        case .array: 0...Int.max
        case .format: 1...Int.max
        case .uuid: 0...0
        case .arrayLength, .arrayUnique, .base64Decode, .base64Encode, .jsonToString, .stringToJson: 1...1
        case .arrayContains, .arrayGetItem, .arrayPartition, .hash, .mathAdd, .stringSplit: 2...2
        case .arrayRange, .jsonMerge: 3...3
        case .mathRandom: 2...3
        }
    }

    /// Whether the result is a string, or may be one in the case of `States.ArrayGetItem`.
    var yieldsText: Bool {
        switch self {
        case .format, .jsonToString, .arrayGetItem, .base64Encode, .base64Decode, .hash, .uuid: true
        default: false
        }
    }

    /// The function's value.
    func apply(_ arguments: IntrinsicArguments, _ chance: inout Chance) throws(IntrinsicFailure) -> JSON {
        switch self {
        case .array: Self.array(arguments)
        case .arrayContains: try Self.arrayContains(arguments)
        case .arrayGetItem: try Self.arrayGetItem(arguments)
        case .arrayLength: try Self.arrayLength(arguments)
        case .arrayPartition: try Self.arrayPartition(arguments)
        case .arrayRange: try Self.arrayRange(arguments)
        case .arrayUnique: try Self.arrayUnique(arguments)
        case .base64Decode: try Self.base64Decode(arguments)
        case .base64Encode: try Self.base64Encode(arguments)
        case .format: try Self.format(arguments)
        case .hash: try Self.hash(arguments)
        case .jsonMerge: try Self.jsonMerge(arguments)
        case .jsonToString: Self.jsonToString(arguments)
        case .mathAdd: try Self.mathAdd(arguments)
        case .mathRandom: try Self.mathRandom(arguments, &chance)
        case .stringSplit: try Self.stringSplit(arguments)
        case .stringToJson: try Self.stringToJson(arguments)
        case .uuid: Self.uuid(&chance)
        }
    }
}
