import JSONTree

extension IntrinsicFunction {
    /// `States.ArrayContains(array, value)`: whether an element equals the value.
    static func arrayContains(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let value = arguments[1]
        return .bool(try arguments.array(0).contains { $0 == value })
    }
}
