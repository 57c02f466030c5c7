import JSONTree

extension Evaluator {
    /// Counts steps.
    @inline(__always) func spend(_ steps: Int) throws(JSONataError) {
        stepsLeft -= steps
        if stepsLeft < 0 { throw .tooLong }
    }

    /// Counts the elements of a new array.
    func allocate(items count: Int) throws(JSONataError) {
        try allocate(bytes: count.multipliedReportingOverflow(by: 24))
    }

    /// Counts the characters of a new string, and of the longest one it is made from.
    func allocate(characters count: Int) throws(JSONataError) {
        if count < 32 { return }
        try allocate(bytes: count.multipliedReportingOverflow(by: 2))
    }

    private func allocate(bytes: (partialValue: Int, overflow: Bool)) throws(JSONataError) {
        guard !bytes.overflow, bytes.partialValue <= limits.valueBytes else { throw .tooLarge }
        bytesLeft -= bytes.partialValue
        guard bytesLeft >= 0 else { throw .tooLarge }
        try spend(bytes.partialValue >> 6)
    }

    /// A new array that is neither too large nor too deep.
    func list(_ values: [Value], marks: List.Marks = []) throws(JSONataError) -> Value {
        try allocate(items: values.count)
        let list = List(values, marks: marks)
        guard list.depth <= Limits.valueDepthMax else { throw .tooDeep }
        return .list(list)
    }

    /// A new sequence.
    func sequence(_ values: [Value]) throws(JSONataError) -> Value { try list(values, marks: .sequence) }

    /// A new object.
    func record(_ members: MemberTable) throws(JSONataError) -> Value {
        try allocate(items: members.count)
        let record = Record(members)
        guard record.depth <= Limits.valueDepthMax else { throw .tooDeep }
        return .record(record)
    }

    /// A new function that does not hold functions in functions too deeply.
    func checked(_ function: Function) throws(JSONataError) -> Function {
        guard function.depth <= Limits.valueDepthMax else { throw .tooDeep }
        return function
    }
}
