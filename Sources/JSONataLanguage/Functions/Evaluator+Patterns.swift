import JSONTree

extension Evaluator {
    /// The first match of a regular expression from a place on.
    func firstMatch(_ number: Int32, _ text: [UInt16], from start: Int) throws(JSONataError) -> Match? {
        guard start <= text.count else { return nil }
        let found: JSPatternMatch?
        do throws(StepLimit) {
            found = try code.patterns[Int(number)].pattern.firstMatch(in: text, from: start, steps: &stepsLeft)
        } catch {
            throw .tooLong
        }
        guard let found else { return nil }
        return Match(
            text: UTF16Text.text(text[found.range]), start: found.range.lowerBound, end: found.range.upperBound,
            groups: found.groups.map { range in range.map { UTF16Text.text(text[$0]) } }, value: nil)
    }

    /// A regular expression that matches nothing at all would never come to an end.
    func emptyMatch(_ number: Int32) -> JSONataError {
        let form = code.patterns[Int(number)]
        return JSONataError("D1004", position: Int(form.position), value: .string(form.source))
    }

    /// Calls a regular expression as a function.
    func match(_ pattern: Int32, _ arguments: [Value]) throws(JSONataError) -> Value {
        let arguments = Arguments(arguments)
        guard let text = arguments.text(0) else { return .undefined }
        let units = UTF16Text.units(text)
        let start = max(0, Int(clamping: arguments.number(1) ?? 0))
        guard let match = try firstMatch(pattern, units, from: start) else { return .undefined }
        return try value(of: match, pattern, units)
    }

    /// Goes on where the last match ended.
    func nextMatch(_ pattern: Int32, _ text: [UInt16], _ start: Int) throws(JSONataError) -> Value {
        guard start < text.count, let match = try firstMatch(pattern, text, from: start) else { return .undefined }
        if match.start == match.end { throw emptyMatch(pattern) }
        return try value(of: match, pattern, text)
    }

    private func value(of match: Match, _ pattern: Int32, _ text: [UInt16]) throws(JSONataError) -> Value {
        var members = try self.members(of: match)
        members["next"] = .function(Function(.nextMatch(pattern, text: text, from: match.end)))
        return try record(members)
    }

    private func members(of match: Match) throws(JSONataError) -> MemberTable {
        var members = MemberTable()
        members["match"] = .text(match.text)
        members["start"] = .number(Double(match.start))
        members["end"] = .number(Double(match.end))
        members["groups"] = try list(match.groups.map { $0.map { .text($0) } ?? .undefined })
        return members
    }

    /// The match as an expression sees it.
    func value(of match: Match) throws(JSONataError) -> Value {
        if let value = match.value { return value }
        return try record(members(of: match))
    }
}
