import JSONTree
import ResourceNames

extension Evaluator {
    /// `$zip $append $reverse $sort $shuffle $distinct $partition $range`
    func array(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        switch builtin {
        case .zip: return try zip(arguments)
        case .append: return try append(arguments[0], arguments[1])
        case .distinct: return try distinct(arguments[0])
        case .range: return try range(arguments)
        default: break
        }
        guard let items = arguments.items(0) else { return .undefined }
        switch builtin {
        case .partition: return try partition(items, arguments.number(1) ?? 0)
        case _ where items.count <= 1: return arguments[0]
        case .reverse: return try list(items.values.reversed())
        case .sort: return try list(sort(items, arguments.function(1)))
        default: return try list(shuffled(items))
        }
    }

    /// Two values as one array.
    func append(_ one: Value, _ other: Value) throws(JSONataError) -> Value {
        if one.isUndefined { return other }
        if other.isUndefined { return one }
        let (first, second) = (one.asItems, other.asItems)
        try allocate(items: first.count + second.count)
        return try list(first.values + second.values)
    }

    private func zip(_ arguments: Arguments) throws(JSONataError) -> Value {
        let arrays = arguments.values.map { $0.items ?? .values([]) }
        let count = arrays.map(\.count).min() ?? 0
        var rows: [Value] = []
        for position in 0..<count { rows.append(try list(arrays.map { $0[position] })) }
        return try list(rows)
    }

    private func sort(_ items: Items, _ comparator: Function?) throws(JSONataError) -> [Value] {
        if let comparator {
            return try sort(items.values) { one, other throws(JSONataError) in
                Self.isTruthy(try self.call(comparator, [one, other], context: .null))
            }
        }
        if let numbers = try numbers(items) {
            return try sort(numbers) { one, other throws(JSONataError) in one > other }.map { .number($0) }
        }
        var texts: [String] = []
        for item in items {
            guard case .text(let text) = item else { throw JSONataError("D3070", details: .init(index: 1)) }
            texts.append(text)
        }
        return try sort(texts) { one, other throws(JSONataError) in UTF16Text.isBefore(other, one) }.map { .text($0) }
    }

    /// What JavaScript takes for true.
    private static func isTruthy(_ value: Value) -> Bool {
        switch value {
        case .undefined, .null, .bool(false): false
        case .number(let number): number != 0 && !number.isNaN
        case .text(let text): !text.isEmpty
        default: true
        }
    }

    private func shuffled(_ items: Items) throws(JSONataError) -> [Value] {
        var values = items.values
        try spend(values.count)
        for position in (1..<values.count).reversed() {
            values.swapAt(position, Int(environment.chance.fraction() * Double(position + 1)))
        }
        return values
    }

    private func distinct(_ value: Value) throws(JSONataError) -> Value {
        guard let items = value.items, items.count > 1 else { return value }
        if case .range = items { return value }
        var kept: [Value] = []
        var texts: Set<CodeUnitKey> = []
        var numbers: Set<Double> = []
        var others: [Value] = []
        for item in items {
            try spend(1)
            switch item {
            case .text(let text): if !texts.insert(CodeUnitKey(text)).inserted { continue }
            case .number(let number): if !numbers.insert(number).inserted { continue }
            default:
                var isKnown = false
                for other in others where try areEqual(item, other) {
                    isKnown = true
                    break
                }
                try spend(others.count)
                if isKnown { continue }
                others.append(item)
            }
            kept.append(item)
        }
        let isSequence = if case .list(let list) = value { list.isSequence } else { false }
        return try list(kept, marks: isSequence ? .sequence : [])
    }

    /// Pieces of so many elements; the last may be shorter.
    ///
    /// Source: AWS Step Functions developer guide, `$partition`.
    private func partition(_ items: Items, _ size: Double) throws(JSONataError) -> Value {
        let size = Int(clamping: size)
        guard size >= 1 else {
            throw JSONataError("T0410", value: .integer(Int64(size)), details: .init(index: 2))
        }
        var pieces: [Value] = []
        var position = 0
        while position < items.count {
            let end = min(items.count, position.addingReportingOverflow(size).overflow ? items.count : position + size)
            pieces.append(try list((position..<end).map { items[$0] }))
            position = end
        }
        return try list(pieces)
    }

    /// The numbers from the first to the last in steps; the last is among them when a step lands on it.
    ///
    /// Source: AWS Step Functions developer guide, `$range`.
    private func range(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let first = arguments.number(0), let last = arguments.number(1), let step = arguments.number(2)
        else { return .undefined }
        guard step != 0, first.isFinite, last.isFinite, step.isFinite else {
            throw JSONataError("T0410", value: Self.json(step), details: .init(index: 3))
        }
        let count = ((last - first) / step).rounded(.down) + 1
        guard count >= 1 else { return .list(List([], marks: .sequence)) }
        guard count <= Limits.rangeCountMax else { throw JSONataError("D2014", value: .double(count)) }
        try allocate(items: Int(count))
        return try sequence((0..<Int(count)).map { .number(first + Double($0) * step) })
    }
}
