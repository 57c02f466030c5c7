import JSONTree

extension Evaluator {
    /// Evaluates a path.
    func path(_ number: Int32, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        if let names = code.paths[Int(number)].names { return try plainPath(number, names, input, frame) }
        let form = code.paths[Int(number)]
        var current = form.steps[0].isVariable ? .values([input]) : input.asItems
        var result = Value.undefined
        var stream: [TupleStream.Tuple]?
        for (position, step) in form.steps.enumerated() {
            if stream == nil, step.isTuple {
                stream = try tuples(step, from: nil, over: current, frame)
            } else if let tuples = stream {
                stream = try self.tuples(step, from: tuples, over: current, frame)
            } else if position == 0, step.isConstructed {
                let isList = if case .list = input { !step.isVariable } else { false }
                result = try evaluate(step.node, isList ? input : .list(List([input], marks: .sequence)), frame)
            } else {
                result = try self.step(step, over: current, isLast: position == form.steps.count - 1, frame)
            }
            guard stream == nil else { continue }
            if result.isUndefined || result.items?.isEmpty ?? false { break }
            current = result.asItems
        }
        return try finished(form, result, stream, frame)
    }

    private func finished(_ form: Form.Path, _ result: Value, _ stream: [TupleStream.Tuple]?, _ frame: Frame?)
        throws(JSONataError) -> Value
    {
        var result = result
        if let stream {
            result = form.isTuple ? .tuples(TupleStream(stream)) : try sequence(stream.map(\.context))
        }
        if form.keepsSingleton, case .list(let list) = result {
            if list.marks.contains(.constructed), !list.isSequence {
                result = .list(List([result], marks: [.sequence, .keepsSingleton]))
            } else {
                result = .list(List(list, marks: list.marks.union(.keepsSingleton)))
            }
        }
        guard form.group >= 0 else { return result }
        return try group(form.group, stream.map { .tuples(TupleStream($0)) } ?? result, frame)
    }

    /// A path of fields: objects are walked through as they are.
    private func plainPath(_ number: Int32, _ names: [Int32], _ input: Value, _ frame: Frame?) throws(JSONataError)
        -> Value
    {
        try spend(names.count)
        let first = code.nodes[Int(code.paths[Int(number)].steps[0].node)]
        if case .external(let reference) = first, let json = bindings[Int(reference)] {
            return try walk(json, names)
        }
        var value: Value
        var names = names[...]
        switch first {
        case .name: value = input
        case .context: value = Self.unwrapped(input)
        case .root: value = root
        case .variable(let name): value = variable(name, frame)
        case .external(let reference): value = external(reference)
        default: return .undefined
        }
        while let name = names.first {
            guard case .record(let record) = value else { break }
            if let json = record.json {
                return try walk(.object(json), Array(names))
            }
            value = record.value(of: code.fields[Int(name)])
            names = names.dropFirst()
        }
        return try spread(names, over: value)
    }

    private func walk(_ json: JSON, _ names: [Int32]) throws(JSONataError) -> Value {
        var json = json
        for position in names.indices {
            guard case .object(let object) = json else { return try spread(names[position...], over: Value(json)) }
            guard let next = object[code.fields[Int(names[position])]] else { return .undefined }
            json = next
        }
        return Value(json)
    }

    /// Looks fields up in a value that may be an array.
    private func spread(_ names: ArraySlice<Int32>, over value: Value) throws(JSONataError) -> Value {
        guard !names.isEmpty else { return value }
        var current = value.asItems
        var result = Value.undefined
        for (offset, name) in names.enumerated() {
            let field = code.fields[Int(name)]
            var found: [Value] = []
            for item in current {
                try spend(1)
                let value = try lookUp(field, in: item)
                if case .list(let list) = value, list.isSequence, list.items.count == 1 {
                    found.append(list.items[0])
                } else if !value.isUndefined, !(value.isEmptySequence) {
                    found.append(value)
                }
            }
            result = try flattened(found, isLast: offset == names.count - 1)
            guard let items = result.items, !items.isEmpty else { return .undefined }
            current = items
        }
        return result
    }

    /// Evaluates a step for each value.
    func step(_ step: Form.Step, over input: Items, isLast: Bool, _ frame: Frame?) throws(JSONataError) -> Value {
        if step.sort >= 0 {
            var sorted = try sort(input, by: step.sort, frame)
            for case .filter(let predicate) in step.stages { sorted = try filter(sorted, predicate, frame) }
            return sorted
        }
        var found: [Value] = []
        for item in input {
            var value = try evaluate(step.node, item, frame)
            for case .filter(let predicate) in step.stages { value = try filter(value, predicate, frame) }
            if !value.isUndefined { found.append(value) }
        }
        return try flattened(found, isLast: isLast)
    }

    /// The results of a step as one sequence; an array that is the only result of the last step stays itself.
    private func flattened(_ found: [Value], isLast: Bool) throws(JSONataError) -> Value {
        if isLast, found.count == 1, case .list(let list) = found[0], !list.isSequence { return found[0] }
        var values: [Value] = []
        values.reserveCapacity(found.count)
        for value in found {
            if case .list(let list) = value, !list.marks.contains(.constructed) {
                values.append(contentsOf: list.items)
            } else if case .tuples(let stream) = value {
                values.append(contentsOf: stream.contexts)
            } else {
                values.append(value)
            }
        }
        return try sequence(values)
    }

    /// Keeps the elements for which a predicate holds, or that it counts out.
    func filter(_ input: Value, _ predicate: NodeID, _ frame: Frame?) throws(JSONataError) -> Value {
        if case .tuples(let stream) = input {
            return .tuples(TupleStream(try filter(stream.tuples, predicate, frame)))
        }
        let items = input.asItems
        if let index = constantIndex(predicate) {
            let position = index < 0 ? Double(items.count) + index : index
            guard position >= 0, position < Double(items.count) else { return .list(List([], marks: .sequence)) }
            let item = items[Int(position)]
            if case .list = item { return item }
            return item.isUndefined ? .list(List([], marks: .sequence)) : .list(List([item], marks: .sequence))
        }
        var kept: [Value] = []
        for (position, item) in items.enumerated() {
            let test = try evaluate(predicate, item, frame)
            for _ in 0..<(try matches(test, position, of: items.count)) { kept.append(item) }
        }
        return try sequence(kept)
    }

    /// A predicate that is a written number.
    func constantIndex(_ predicate: NodeID) -> Double? {
        guard case .literal(let number) = code.nodes[Int(predicate)],
            case .number(let value) = code.literals[Int(number)]
        else { return nil }
        return value.rounded(.down)
    }

    /// How many times a predicate's value chooses the element at a position.
    func matches(_ test: Value, _ position: Int, of count: Int) throws(JSONataError) -> Int {
        let numbers: [Double]
        switch test {
        case .number(let number): numbers = number.isNaN ? [] : [try finite(number)]
        case .list(let list):
            guard let values = try self.numbers(list.items) else { return try boolean(test) ? 1 : 0 }
            numbers = values
        default: return try boolean(test) ? 1 : 0
        }
        return numbers.count { number in
            let index = number.rounded(.down)
            return (index < 0 ? Double(count) + index : index) == Double(position)
        }
    }
}

extension Value {
    /// Whether this is a sequence without elements.
    var isEmptySequence: Bool {
        if case .list(let list) = self { list.isSequence && list.items.isEmpty } else { false }
    }
}
