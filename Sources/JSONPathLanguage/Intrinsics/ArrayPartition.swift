import JSONTree

extension IntrinsicFunction {
    /// `States.ArrayPartition(array, size)`: the elements in arrays of that size, the last one shorter if need be.
    static func arrayPartition(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let elements = try arguments.array(0)
        let size = Int(clamping: try arguments.integer(1))
        guard size > 0 else { throw IntrinsicFailure("The chunk size must be a positive integer") }
        var chunks: [JSON] = []
        var start = 0
        while start < elements.count {
            let count = min(size, elements.count - start)
            chunks.append(.array(Array(elements[start..<start + count])))
            start += count
        }
        return .array(chunks)
    }
}
