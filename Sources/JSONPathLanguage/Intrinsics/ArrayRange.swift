import JSONTree

extension IntrinsicFunction {
    /// `States.ArrayRange(first, last, step)`: the numbers from the first to the last, which is included; at most 1,000.
    static func arrayRange(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let (first, last, step) = (try arguments.integer(0), try arguments.integer(1), try arguments.integer(2))
        guard step != 0 else { throw IntrinsicFailure("The increment must not be zero") }
        var numbers: [JSON] = []
        var number = first
        while step > 0 ? number <= last : number >= last {
            guard numbers.count < 1_000 else {
                throw IntrinsicFailure("The range must not contain more than 1000 numbers")
            }
            numbers.append(.integer(number))
            let (next, overflow) = number.addingReportingOverflow(step)
            if overflow { break }
            number = next
        }
        return .array(numbers)
    }
}
