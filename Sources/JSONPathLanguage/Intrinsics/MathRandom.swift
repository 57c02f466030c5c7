import JSONTree
import ResourceNames

extension IntrinsicFunction {
    /// `States.MathRandom(start, end, seed?)`: an integer from the start up to, not including, the end. The same seed yields the same number.
    static func mathRandom(_ arguments: IntrinsicArguments, _ chance: inout Chance) throws(IntrinsicFailure) -> JSON {
        let (start, end) = (try arguments.integer(0), try arguments.integer(1))
        guard Int32(exactly: start) != nil, Int32(exactly: end) != nil else {
            throw IntrinsicFailure("The start and end numbers must be integers between -2147483648 and 2147483647")
        }
        guard start < end else { throw IntrinsicFailure("The start number must be less than the end number") }
        let width = UInt64(end - start)
        guard arguments.values.count == 3 else { return .integer(start + Int64(chance.next(upperBound: width))) }
        var seeded = Chance(seed: UInt64(bitPattern: try arguments.integer(2)))
        return .integer(start + Int64(seeded.next(upperBound: width)))
    }
}
