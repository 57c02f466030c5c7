import JSONTree

extension IntrinsicFunction {
    /// `States.ArrayUnique(array)`: the elements without repetitions, in the order of their first occurrence.
    static func arrayUnique(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        var unique: [JSON] = []
        // Scalars of one spelling are found by it; all else is compared with what is left.
        var scalars: Set<String> = []
        for element in try arguments.array(0) {
            switch element {
            case .string, .integer, .bool, .null:
                guard scalars.insert(element.text).inserted else { continue }
            default: break
            }
            if element.isSpelledOneWay || !unique.contains(where: { $0 == element }) { unique.append(element) }
        }
        return .array(unique)
    }
}

extension JSON {
    /// Whether values that equal this one are all written alike.
    fileprivate var isSpelledOneWay: Bool {
        switch self {
        case .string, .bool, .null: true
        default: false
        }
    }
}
