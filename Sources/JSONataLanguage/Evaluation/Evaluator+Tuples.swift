extension Evaluator {
    /// A frame that holds what was bound on the way to a result.
    func frame(of tuple: TupleStream.Tuple, in frame: Frame?) -> Frame {
        let inner = Frame(in: frame)
        for binding in tuple.bindings { inner.bind(binding.name, binding.value) }
        return inner
    }

    /// Evaluates a step for each result so far, keeping what was bound.
    ///
    /// - Parameter tuples: The results so far; `nil` when this is the first step that binds anything.
    func tuples(_ step: Form.Step, from tuples: [TupleStream.Tuple]?, over input: Items, _ frame: Frame?)
        throws(JSONataError) -> [TupleStream.Tuple]
    {
        var results: [TupleStream.Tuple] = []
        if step.sort >= 0 {
            if let tuples {
                results = try sort(tuples, by: step.sort, frame)
            } else {
                for (position, value) in try sort(input, by: step.sort, frame).asItems.enumerated() {
                    var tuple = TupleStream.Tuple(context: value)
                    if step.index >= 0 { tuple.bind(step.index, .number(Double(position))) }
                    results.append(tuple)
                }
            }
        } else {
            for tuple in tuples ?? input.map({ TupleStream.Tuple(context: $0) }) {
                let value = try evaluate(step.node, tuple.context, self.frame(of: tuple, in: frame))
                try add(value, of: step, from: tuple, to: &results)
            }
        }
        return try stages(step.stages, over: results, frame)
    }

    private func add(
        _ value: Value, of step: Form.Step, from tuple: TupleStream.Tuple, to results: inout [TupleStream.Tuple]
    ) throws(JSONataError) {
        if case .undefined = value { return }
        if case .tuples(let stream) = value {
            for inner in stream.tuples {
                var merged = tuple
                merged.context = inner.context
                for binding in inner.bindings { merged.bind(binding.name, binding.value) }
                results.append(merged)
            }
            return try spend(stream.tuples.count)
        }
        let items = value.asItems
        try allocate(items: items.count)
        for (position, item) in items.enumerated() {
            var result = tuple
            if step.focus >= 0 { result.bind(step.focus, item) } else { result.context = item }
            if step.index >= 0 { result.bind(step.index, .number(Double(position))) }
            if step.ancestor >= 0 { result.bind(step.ancestor, tuple.context) }
            results.append(result)
        }
    }

    private func stages(_ stages: [Form.Stage], over tuples: [TupleStream.Tuple], _ frame: Frame?) throws(JSONataError)
        -> [TupleStream.Tuple]
    {
        var results = tuples
        for stage in stages {
            switch stage {
            case .filter(let predicate): results = try filter(results, predicate, frame)
            case .index(let name):
                for position in results.indices { results[position].bind(name, .number(Double(position))) }
            }
        }
        return results
    }

    /// Keeps the results for which a predicate holds, or that it counts out.
    func filter(_ tuples: [TupleStream.Tuple], _ predicate: NodeID, _ frame: Frame?) throws(JSONataError)
        -> [TupleStream.Tuple]
    {
        if let index = constantIndex(predicate) {
            let position = index < 0 ? Double(tuples.count) + index : index
            return position >= 0 && position < Double(tuples.count) ? [tuples[Int(position)]] : []
        }
        var kept: [TupleStream.Tuple] = []
        for (position, tuple) in tuples.enumerated() {
            let test = try evaluate(predicate, tuple.context, self.frame(of: tuple, in: frame))
            for _ in 0..<(try matches(test, position, of: tuples.count)) { kept.append(tuple) }
        }
        return kept
    }
}
