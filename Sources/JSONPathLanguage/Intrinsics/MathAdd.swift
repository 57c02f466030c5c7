import JSONTree

extension IntrinsicFunction {
    /// `States.MathAdd(a, b)`: the sum of two integers of 32 bits; other numbers are rounded first.
    static func mathAdd(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let (one, other) = (try arguments.integer(0), try arguments.integer(1))
        guard Int32(exactly: one) != nil, Int32(exactly: other) != nil else {
            throw IntrinsicFailure("The arguments must be integers between -2147483648 and 2147483647")
        }
        return .integer(one + other)
    }
}
