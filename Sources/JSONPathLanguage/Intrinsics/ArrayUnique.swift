import JSONTree

extension IntrinsicFunction {
    /// `States.ArrayUnique(array)`: the elements without repetitions, in the order of their first occurrence.
    static func arrayUnique(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        // Equal values have one identity, so that many elements need no comparison of each with each.
        var seen: Set<[UInt8]> = []
        let unique = try arguments.array(0).filter { element in
            var identity: [UInt8] = []
            element.appendIdentity(to: &identity)
            return seen.insert(identity).inserted
        }
        return .array(unique)
    }
}

extension JSON {
    /// Appends a text that equal values share: numbers by value, keys in the order of their bytes.
    fileprivate func appendIdentity(to output: inout [UInt8]) {
        switch self {
        case .null, .bool, .string: write(into: &output)
        case .integer, .double, .decimal:
            let number = DecimalNumber(text)
            output.append(number.isNegative ? 0x2D : 0x2B)
            output.append(contentsOf: number.digits)
            output.append(0x65)
            output.append(contentsOf: String(number.exponent).utf8)
        case .array(let elements):
            output.append(0x5B)
            for element in elements {
                element.appendIdentity(to: &output)
                output.append(0x2C)
            }
            output.append(0x5D)
        case .object(let object):
            output.append(0x7B)
            for pair in object.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                JSONText.appendKey(pair.key, into: &output)
                pair.value.appendIdentity(to: &output)
                output.append(0x2C)
            }
            output.append(0x7D)
        }
    }
}
