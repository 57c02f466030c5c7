import JSONTree

extension Evaluator {
    /// `$match $contains $replace $split $join`
    func matching(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        if builtin == .join { return try join(arguments) }
        guard let text = arguments.text(0) else { return .undefined }
        try spend(text.utf8.count >> 4)
        switch builtin {
        case .match: return try match(text, arguments)
        case .contains: return try contains(text, arguments)
        case .replace: return try replace(text, arguments)
        default: return try split(text, arguments)
        }
    }

    private func join(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let items = arguments.items(0) else { return .undefined }
        let separator = arguments.text(1) ?? ""
        var result = ""
        for (position, item) in items.enumerated() {
            try spend(1)
            if position > 0 { result += separator }
            if case .text(let text) = item { result += text }
            guard result.utf8.count * 2 <= limits.valueBytes else { throw .tooLarge }
        }
        try allocate(characters: result.utf8.count)
        return .text(LoneSurrogate.joined(result))
    }

    private func match(_ text: String, _ arguments: Arguments) throws(JSONataError) -> Value {
        guard let function = arguments.function(1) else { return .undefined }
        let limit = try limit(arguments, 2, "D3040")
        var cursor = MatchCursor(function, UTF16Text.units(text), arguments[0], limit: limit)
        var results: [Value] = []
        while let match = try cursor.next(self) {
            var members = MemberTable()
            members["match"] = .text(match.text)
            members["index"] = .number(Double(match.start))
            members["groups"] = try list(match.groups.map { $0.map { .text($0) } ?? .undefined })
            results.append(try record(members))
        }
        return try sequence(results)
    }

    /// How many results are wanted at most.
    private func limit(_ arguments: Arguments, _ index: Int, _ code: String) throws(JSONataError) -> Double {
        guard let limit = arguments.number(index) else { return .infinity }
        guard limit >= 0 else { throw JSONataError(code, value: Self.json(limit), details: .init(index: index + 1)) }
        return limit
    }

    private func contains(_ text: String, _ arguments: Arguments) throws(JSONataError) -> Value {
        if let token = arguments.text(1) { return .bool(text.codeUnitRange(of: token) != nil) }
        guard let function = arguments.function(1) else { return .undefined }
        var cursor = MatchCursor(function, UTF16Text.units(text), arguments[0])
        return .bool(try cursor.next(self) != nil)
    }

    private func split(_ text: String, _ arguments: Arguments) throws(JSONataError) -> Value {
        let limit = try limit(arguments, 2, "D3020")
        if let function = arguments.function(1) { return try split(text, by: function, limit, arguments) }
        guard let separator = arguments.text(1) else { return .undefined }
        let most = limit.rounded(.down)
        var parts: [Value] = []
        if separator.isEmpty {
            for unit in UTF16Text.units(text) where Double(parts.count) < most {
                parts.append(.text(UTF16Text.text(CollectionOfOne(unit))))
            }
            return try list(parts)
        }
        var start = text.startIndex
        while Double(parts.count) < most, let range = text.codeUnitRange(of: separator, from: start) {
            try spend(1)
            parts.append(.text(String(text.utf8[start..<range.lowerBound]) ?? ""))
            start = range.upperBound
        }
        if Double(parts.count) < most { parts.append(.text(String(text.utf8[start...]) ?? "")) }
        return try list(parts)
    }

    private func split(_ text: String, by function: Function, _ limit: Double, _ arguments: Arguments)
        throws(JSONataError) -> Value
    {
        let units = UTF16Text.units(text)
        var cursor = MatchCursor(function, units, arguments[0], limit: limit)
        var parts: [Value] = []
        var start = 0
        while let match = try cursor.next(self) {
            parts.append(.text(units.text(start, match.start)))
            start = match.end
        }
        if Double(parts.count) < limit { parts.append(.text(units.text(start, units.count))) }
        return try list(parts)
    }
}

extension [UInt16] {
    /// The text between two places, wherever they are.
    func text(_ start: Int, _ end: Int) -> String {
        let lower = Swift.max(0, Swift.min(start, end, count))
        return UTF16Text.text(self[lower..<Swift.max(lower, Swift.min(Swift.max(start, end), count))])
    }
}
