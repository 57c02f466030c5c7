import JSONTree

extension IntrinsicFunction {
    /// `States.ArrayGetItem(array, index)`: the element at an index, counted from 0.
    static func arrayGetItem(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let elements = try arguments.array(0)
        guard let index = Int(exactly: try arguments.integer(1)), elements.indices.contains(index) else {
            throw IntrinsicFailure(
                "The index \(arguments[1].text) is out of bounds for an array of \(elements.count) elements")
        }
        return elements[index]
    }
}
