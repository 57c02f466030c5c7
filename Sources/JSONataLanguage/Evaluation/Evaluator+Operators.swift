import JSONTree

extension Evaluator {
    /// Evaluates an operator. Long chains, which lean to the left, are walked without recursion.
    func binary(
        _ symbol: Symbol, _ left: NodeID, _ right: NodeID, _ position: Int, _ input: Value, _ frame: Frame?
    ) throws(JSONataError) -> Value {
        var pending: [(symbol: Symbol, right: NodeID, position: Int)] = []
        var (symbol, left, right, position) = (symbol, left, right, position)
        while case .binary(let inner, let innerLeft, let innerRight, let place) = code.nodes[Int(left)] {
            pending.append((symbol, right, position))
            (symbol, left, right, position) = (inner, innerLeft, innerRight, Int(place))
        }
        var value = try operation(symbol, evaluate(left, input, frame), right, position, input, frame)
        while let next = pending.popLast() {
            try spend(1)
            if case .list(let list) = value, list.isSequence, list.items.count == 1 { value = list.items[0] }
            value = try operation(next.symbol, value, next.right, next.position, input, frame)
        }
        return value
    }

    private func operation(
        _ symbol: Symbol, _ left: Value, _ right: NodeID, _ position: Int, _ input: Value, _ frame: Frame?
    ) throws(JSONataError) -> Value {
        switch symbol {
        case .and:
            guard try boolean(left) else { return .bool(false) }
            return .bool(try boolean(evaluate(right, input, frame)))
        case .or:
            if try boolean(left) { return .bool(true) }
            return .bool(try boolean(evaluate(right, input, frame)))
        case .otherwise: return try boolean(left, isArgument: true) ? left : evaluate(right, input, frame)
        default: break
        }
        let right = try evaluate(right, input, frame)
        do throws(JSONataError) {
            return try operation(symbol, left, right)
        } catch {
            var error = error
            error.position = position
            error.token = symbol.rawValue
            throw error
        }
    }

    private func operation(_ symbol: Symbol, _ left: Value, _ right: Value) throws(JSONataError) -> Value {
        switch symbol {
        case .plus, .minus, .times, .divide, .percent: try arithmetic(symbol, left, right)
        case .equal: .bool(try areEqual(left, right))
        case .notEqual: .bool(left.isUndefined || right.isUndefined ? false : try !areEqual(left, right))
        case .less, .lessOrEqual, .greater, .greaterOrEqual: try comparison(symbol, left, right)
        case .join: try joined(left, right)
        case .in: .bool(try isIn(left, right))
        case .range: try range(left, right)
        default: .undefined
        }
    }

    private func arithmetic(_ symbol: Symbol, _ left: Value, _ right: Value) throws(JSONataError) -> Value {
        if case .number(let one) = left, case .number(let other) = right, one.isFinite, other.isFinite {
            switch symbol {
            case .plus: return .number(one + other)
            case .minus: return .number(one - other)
            case .times: return .number(one * other)
            case .divide: return .number(one / other)
            default: return .number(one.truncatingRemainder(dividingBy: other))
            }
        }
        if !left.isUndefined, try !isNumeric(left) { throw JSONataError("T2001", value: json(left)) }
        if !right.isUndefined, try !isNumeric(right) { throw JSONataError("T2002", value: json(right)) }
        return .undefined
    }

    /// Whether a value is a number that can be computed with.
    ///
    /// - Throws: D1001 when it is infinite.
    func isNumeric(_ value: Value) throws(JSONataError) -> Bool {
        guard case .number(let number) = value, !number.isNaN else { return false }
        _ = try finite(number)
        return true
    }

    /// A number, unless it is infinite.
    func finite(_ number: Double) throws(JSONataError) -> Double {
        guard !number.isInfinite else { throw JSONataError("D1001", value: .double(number)) }
        return number
    }

    /// The elements, if all are numbers.
    func numbers(_ items: Items) throws(JSONataError) -> [Double]? {
        try spend(items.count)
        var numbers: [Double] = []
        for item in items {
            guard case .number(let number) = item, !number.isNaN else { return nil }
            numbers.append(try finite(number))
        }
        return numbers
    }

    /// `-a`
    func negation(_ value: Value, _ position: Int) throws(JSONataError) -> Value {
        switch value {
        case .undefined: return .undefined
        case .number(let number) where !number.isNaN: return .number(-(try finite(number)))
        default: throw JSONataError("D1002", position: position, token: "-", value: json(value))
        }
    }

    private func comparison(_ symbol: Symbol, _ left: Value, _ right: Value) throws(JSONataError) -> Value {
        switch (left, right) {
        case (.number(let one), .number(let other)):
            switch symbol {
            case .less: return .bool(one < other)
            case .lessOrEqual: return .bool(one <= other)
            case .greater: return .bool(one > other)
            default: return .bool(one >= other)
            }
        case (.text(let one), .text(let other)):
            switch symbol {
            case .less: return .bool(UTF16Text.isBefore(one, other))
            case .lessOrEqual: return .bool(!UTF16Text.isBefore(other, one))
            case .greater: return .bool(UTF16Text.isBefore(other, one))
            default: return .bool(!UTF16Text.isBefore(one, other))
            }
        default: break
        }
        guard left.isComparable, right.isComparable else {
            throw JSONataError("T2010", value: json(left.isComparable && !left.isUndefined ? right : left))
        }
        guard !left.isUndefined, !right.isUndefined else { return .undefined }
        throw JSONataError("T2009", value: json(left), details: .init(value2: json(right)))
    }

    private func joined(_ left: Value, _ right: Value) throws(JSONataError) -> Value {
        let one = left.isUndefined ? "" : try string(left)
        let other = right.isUndefined ? "" : try string(right)
        return .text(try joined(one, other))
    }

    /// Two strings in a row.
    func joined(_ one: String, _ other: String) throws(JSONataError) -> String {
        let (count, longest) = (one.utf8.count + other.utf8.count, max(one.utf8.count, other.utf8.count))
        try allocate(characters: count + longest)
        let text = one + other
        return LoneSurrogate.meet(one, other) ? LoneSurrogate.joined(text) : text
    }

    private func isIn(_ left: Value, _ right: Value) throws(JSONataError) -> Bool {
        if left.isUndefined || right.isUndefined { return false }
        let items = right.asItems
        try spend(items.count)
        return items.contains { left.isSame(as: $0) }
    }

    private func range(_ left: Value, _ right: Value) throws(JSONataError) -> Value {
        if !left.isUndefined, left.wholeNumber == nil { throw JSONataError("T2003", value: json(left)) }
        if !right.isUndefined, right.wholeNumber == nil { throw JSONataError("T2004", value: json(right)) }
        guard let first = left.wholeNumber, let last = right.wholeNumber, first <= last else { return .undefined }
        let count = last - first + 1
        guard count <= Limits.rangeCountMax else { throw JSONataError("D2014", value: .double(count)) }
        try allocate(items: Int(count))
        guard let first = Int(exactly: first), first.magnitude < 1 << 52 else {
            return try sequence((0..<Int(count)).map { .number(first + Double($0)) })
        }
        return .list(List(first: first, count: Int(count)))
    }
}

extension Value {
    /// Whether `<` and the like take it: a number, a string or nothing.
    fileprivate var isComparable: Bool {
        switch self {
        case .undefined, .number, .text: true
        default: false
        }
    }

    /// The number, if it has no fraction.
    fileprivate var wholeNumber: Double? {
        if case .number(let number) = self, number.isFinite, number.rounded(.towardZero) == number {
            number
        } else {
            nil
        }
    }

    /// Whether both are one and the same: JavaScript's `===`.
    func isSame(as other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.number(let one), .number(let other)): one == other
        case (.text(let one), .text(let other)): one.hasSameCodeUnits(as: other)
        case (.list(let one), .list(let other)): one === other
        case (.record(let one), .record(let other)): one === other
        case (.function(let one), .function(let other)): one === other
        default: false
        }
    }
}
