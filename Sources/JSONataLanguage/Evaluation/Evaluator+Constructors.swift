import JSONTree

extension Evaluator {
    /// `[a, b]`: arrays among the elements are joined, unless they are constructors themselves.
    func array(_ number: Int32, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        let count = code.arrays[Int(number)].items.count
        let isConstructed = code.arrays[Int(number)].isConstructed
        var values: [Value] = []
        values.reserveCapacity(count)
        for position in 0..<count {
            let item = code.arrays[Int(number)].items[position]
            let value = try evaluate(item.node, input, frame)
            if count == 1, !item.isArray, !isConstructed, case .list(let list) = value {
                return .list(List(list, marks: []))
            }
            if !item.isArray, let items = value.items {
                try allocate(items: items.count)
                values.append(contentsOf: items)
            } else if !value.isUndefined {
                values.append(value)
            }
        }
        return try list(values, marks: isConstructed ? .constructed : [])
    }

    /// One group: which pair made its key, and what its value is computed from.
    private struct Group {
        let key: String
        let pair: Int
        var items: [Value] = []
        var tuples: [TupleStream.Tuple] = []
        /// Whether the only item stands for itself.
        var isSingle = true
    }

    /// `{a: b}`, or the groups of a path's results.
    func group(_ number: Int32, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        if code.groups[Int(number)].literalKeys != nil, input.items == nil { return try object(number, input, frame) }
        let form = code.groups[Int(number)]
        var groups: [Group] = []
        var positions: [CodeUnitKey: Int] = [:]
        if case .tuples(let stream) = input {
            for tuple in stream.tuples {
                let inner = self.frame(of: tuple, in: frame)
                for pair in form.pairs.indices {
                    guard let key = try key(form, pair, tuple.context, inner) else { continue }
                    let position = try group(key, pair, form, &groups, &positions)
                    groups[position].tuples.append(tuple)
                }
            }
        } else {
            let items = input.asItems
            for item in items.isEmpty ? .values([.undefined]) : items {
                for pair in form.pairs.indices {
                    guard let key = try key(form, pair, item, frame) else { continue }
                    let position = try group(key, pair, form, &groups, &positions)
                    add(item, to: &groups[position])
                }
            }
        }
        return try record(of: groups, form, frame)
    }

    /// An object with written keys.
    private func object(_ number: Int32, _ input: Value, _ frame: Frame?) throws(JSONataError) -> Value {
        let keys = code.groups[Int(number)].literalKeys ?? []
        var members = MemberTable()
        members.reserveCapacity(keys.count)
        for position in keys.indices {
            let value = try evaluate(code.groups[Int(number)].pairs[position].value, input, frame)
            if !value.isUndefined { members.appendNew(keys[position], value) }
        }
        return try record(members)
    }

    private func key(_ form: Form.Group, _ pair: Int, _ input: Value, _ frame: Frame?) throws(JSONataError) -> String? {
        switch try evaluate(form.pairs[pair].key, input, frame) {
        case .text(let key): return key
        case .undefined: return nil
        case let value: throw JSONataError("T1003", position: Int(form.position), value: json(value))
        }
    }

    private func group(
        _ key: String, _ pair: Int, _ form: Form.Group, _ groups: inout [Group], _ positions: inout [CodeUnitKey: Int]
    ) throws(JSONataError) -> Int {
        if groups.count <= 8, let position = groups.firstIndex(where: { $0.key.hasSameCodeUnits(as: key) }) {
            guard groups[position].pair == pair else { throw Self.sameKey(key, form) }
            return position
        }
        if groups.count > 8, let position = positions[CodeUnitKey(key)] {
            guard groups[position].pair == pair else { throw Self.sameKey(key, form) }
            return position
        }
        groups.append(Group(key: key, pair: pair))
        if groups.count == 9 {
            for (position, group) in groups.enumerated() { positions[CodeUnitKey(group.key)] = position }
        } else if groups.count > 9 {
            positions[CodeUnitKey(key)] = groups.count - 1
        }
        return groups.count - 1
    }

    private static func sameKey(_ key: String, _ form: Form.Group) -> JSONataError {
        JSONataError("D1009", position: Int(form.position), value: .string(key))
    }

    private func add(_ item: Value, to group: inout Group) {
        if group.items.isEmpty, group.isSingle {
            group.items = [item]
            return
        }
        if group.isSingle {
            group.items = group.items[0].isUndefined ? [] : group.items[0].asItems.values
            group.isSingle = false
        }
        if !item.isUndefined { group.items.append(contentsOf: item.asItems) }
    }

    private func record(of groups: [Group], _ form: Form.Group, _ frame: Frame?) throws(JSONataError) -> Value {
        var members = MemberTable()
        members.reserveCapacity(groups.count)
        for group in groups {
            let node = form.pairs[group.pair].value
            let value: Value
            if !group.tuples.isEmpty {
                let tuple = try merged(group.tuples)
                value = try evaluate(node, tuple.context, self.frame(of: tuple, in: frame))
            } else {
                value = try evaluate(node, group.isSingle ? group.items[0] : list(group.items), frame)
            }
            if !value.isUndefined { members[group.key] = value }
        }
        return try record(members)
    }

    /// Many results as one: everything bound is joined.
    private func merged(_ tuples: [TupleStream.Tuple]) throws(JSONataError) -> TupleStream.Tuple {
        guard tuples.count > 1 else { return tuples[0] }
        var merged = tuples[0]
        merged.context = try list(tuples.flatMap { $0.context.isUndefined ? [] : $0.context.asItems.values })
        for name in tuples.flatMap({ $0.bindings.map(\.name) }) where merged.bindings.allSatisfy({ $0.name != name }) {
            merged.bind(name, .undefined)
        }
        for position in merged.bindings.indices {
            let name = merged.bindings[position].name
            let values = tuples.flatMap { tuple in
                tuple.bindings.first { $0.name == name }.map { $0.value.isUndefined ? [] : $0.value.asItems.values }
                    ?? []
            }
            try spend(tuples.count)
            merged.bindings[position].value = try list(values)
        }
        return merged
    }
}
