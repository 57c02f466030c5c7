import JSONTree

/// The matches of a text, one after the other: by a regular expression, or by a function that behaves like one.
struct MatchCursor {
    private enum Source {
        case pattern(Int32, from: Int)
        case function(Function, arguments: [Value])
        case finished
    }

    private let text: [UInt16]
    private var source: Source
    private var isFirst = true
    private let limit: Double
    private var count = 0.0

    /// The matches of a function.
    ///
    /// - Parameter limit: How many are wanted at most. The one behind the last is looked for all the same, as in jsonata-js: it may be an error.
    init(_ function: Function, _ text: [UInt16], _ value: Value, limit: Double = .infinity) {
        self.text = text
        self.limit = limit
        if case .pattern(let pattern) = function.kind {
            source = .pattern(pattern, from: 0)
        } else {
            source = .function(function, arguments: [value])
        }
    }

    /// The next match that is wanted.
    mutating func next(_ evaluator: Evaluator) throws(JSONataError) -> Match? {
        guard limit > 0, let match = try find(evaluator), count < limit else { return nil }
        count += 1
        return match
    }

    private mutating func find(_ evaluator: Evaluator) throws(JSONataError) -> Match? {
        try evaluator.spend(1)
        defer { isFirst = false }
        switch source {
        case .finished: return nil
        case .pattern(let pattern, let start):
            source = .finished
            if !isFirst, start >= text.count { return nil }
            guard let match = try evaluator.firstMatch(pattern, text, from: start) else { return nil }
            if !isFirst, match.start == match.end { throw evaluator.emptyMatch(pattern) }
            source = .pattern(pattern, from: match.end)
            return match
        case .function(let function, let arguments):
            source = .finished
            let value = try evaluator.call(function, arguments, context: .null)
            if value.isUndefined { return nil }
            guard case .record(let record) = value, Self.isMatch(record) else { throw JSONataError("T1010") }
            if case .function(let next) = record.value(of: "next") { source = .function(next, arguments: []) }
            return Self.match(record)
        }
    }

    private static func isMatch(_ record: Record) -> Bool {
        switch (record.value(of: "start"), record.value(of: "groups"), record.value(of: "next")) {
        case (.number, _, _), (_, .list, _), (_, _, .function): true
        default: false
        }
    }

    private static func match(_ record: Record) -> Match {
        var text = ""
        if case .text(let matched) = record.value(of: "match") { text = matched }
        var start = 0
        if case .number(let number) = record.value(of: "start") { start = Int(clamping: number) }
        var end = start + UTF16Text.count(text)
        if case .number(let number) = record.value(of: "end") { end = Int(clamping: number) }
        let groups = record.value(of: "groups").items?.map { group in
            if case .text(let text) = group { text } else { nil as String? }
        }
        return Match(text: text, start: start, end: end, groups: groups ?? [], value: .record(record))
    }
}
