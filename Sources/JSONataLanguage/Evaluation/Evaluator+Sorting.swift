extension Evaluator {
    /// Values in the order of a step `^(…)`.
    func sort(_ items: Items, by number: Int32, _ frame: Frame?) throws(JSONataError) -> Value {
        if items.count <= 1 { return try sequence(items.values) }
        let form = code.sorts[Int(number)]
        let sorted = try sort(items.values) { one, other throws(JSONataError) in
            try self.isAfter(form, (one, frame), (other, frame))
        }
        return try list(sorted)
    }

    /// Results with what was bound on their way, in the order of a step `^(…)`.
    func sort(_ tuples: [TupleStream.Tuple], by number: Int32, _ frame: Frame?) throws(JSONataError)
        -> [TupleStream.Tuple]
    {
        let form = code.sorts[Int(number)]
        return try sort(tuples) { one, other throws(JSONataError) in
            try self.isAfter(
                form, (one.context, self.frame(of: one, in: frame)), (other.context, self.frame(of: other, in: frame)))
        }
    }

    private func isAfter(
        _ form: Form.Sort, _ one: (context: Value, frame: Frame?), _ other: (context: Value, frame: Frame?)
    ) throws(JSONataError) -> Bool {
        for term in form.terms {
            let left = try evaluate(term.node, one.context, one.frame)
            let right = try evaluate(term.node, other.context, other.frame)
            guard let order = try order(left, right, form) else { continue }
            // What has no value comes last either way.
            let isReversed = term.isDescending && !left.isUndefined && !right.isUndefined
            return isReversed ? !order : order
        }
        return false
    }

    /// Whether the first comes after the second; `nil` when neither does.
    private func order(_ left: Value, _ right: Value, _ form: Form.Sort) throws(JSONataError) -> Bool? {
        switch (left, right) {
        case (.undefined, .undefined): return nil
        case (.undefined, _): return true
        case (_, .undefined): return false
        case (.number(let one), .number(let other)): return one == other ? nil : !(one < other)
        case (.text(let one), .text(let other)):
            if UTF16Text.isBefore(one, other) { return false }
            return UTF16Text.isBefore(other, one) ? true : nil
        case (.number, .text), (.text, .number):
            throw JSONataError(
                "T2007", position: Int(form.position), value: json(left), details: .init(value2: json(right)))
        case (.number, _), (.text, _): throw JSONataError("T2008", position: Int(form.position), value: json(right))
        default: throw JSONataError("T2008", position: Int(form.position), value: json(left))
        }
    }

    /// Sorts by merging, so that equal elements keep their order.
    ///
    /// - Parameter isAfter: Whether the first of two elements has to come after the second.
    func sort<Element>(
        _ elements: [Element], _ isAfter: (Element, Element) throws(JSONataError) -> Bool
    ) throws(JSONataError) -> [Element] {
        guard elements.count > 1 else { return elements }
        let middle = elements.count / 2
        let left = try sort(Array(elements[..<middle]), isAfter)
        let right = try sort(Array(elements[middle...]), isAfter)
        var merged: [Element] = []
        merged.reserveCapacity(elements.count)
        var (leftPosition, rightPosition) = (0, 0)
        while leftPosition < left.count, rightPosition < right.count {
            try spend(1)
            if try isAfter(left[leftPosition], right[rightPosition]) {
                merged.append(right[rightPosition])
                rightPosition += 1
            } else {
                merged.append(left[leftPosition])
                leftPosition += 1
            }
        }
        merged.append(contentsOf: left[leftPosition...])
        merged.append(contentsOf: right[rightPosition...])
        return merged
    }
}
