import JSONTree

extension IntrinsicFunction {
    /// `States.JsonMerge(one, other, false)`: the members of both objects; where both have a key, the other's value. Only shallow merging exists.
    static func jsonMerge(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        var merged = try arguments.object(0)
        let other = try arguments.object(1)
        guard case .bool(let isDeep) = arguments[2] else {
            throw IntrinsicFailure("The argument at position 3 must be a boolean")
        }
        guard !isDeep else {
            throw IntrinsicFailure("Deep merging is not supported: the argument at position 3 must be false")
        }
        for (key, value) in other { merged[key] = value }
        return .object(merged)
    }
}
