import JSONTree

extension IntrinsicFunction {
    /// `States.ArrayLength(array)`.
    static func arrayLength(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        .integer(Int64(try arguments.array(0).count))
    }
}
