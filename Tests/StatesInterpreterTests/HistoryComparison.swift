import JSONTree

/// Compares what the interpreter wrote with recorded events that hold placeholders for volatile values.
struct HistoryComparison {
    private static let words: Set<String> = [
        "timestamp", "datetime", "date", "time", "start-date", "stop-date", "entered-time", "start-time",
        "snf_role_arn", "sfn_role_arn",
        "role-arn", "sfn-role-arn", "RequestId", "requestId", "request-id", "task_token", "<omitted>",
        "RandomNumberGenerated", "execution-arn",
        "lambda_function_name", "StateMachineArn",
    ]
    private static let bare = [
        "lambda_function_name", "activity_arn", "activity_name", "snf_role_arn", "sfn_role_arn", "generated-uuid",
        "execution-arn",
        "bucket-name", "file-key", "a_task_token", "someNonexistentBucketName", "map_run_arn",
    ]

    /// The differences between expected and actual events; empty when they are the same.
    func differences(_ expected: JSON, _ actual: JSON, at path: String = "events") -> [String] {
        let expected = parsed(expected)
        var actual = parsed(actual)
        if let text = actual.stringValue, !expected.isString, !expected.isNull, let value = try? JSON.parse(text) {
            actual = value
        }
        switch expected {
        case .object(let one):
            guard case .object(let other) = actual else { return ["\(path): expected an object, got \(actual.text)"] }
            return members(one, other, at: path)
        case .array(let one):
            guard case .array(let other) = actual else { return ["\(path): expected a list, got \(actual.text)"] }
            if one.contains(where: { $0["id"] == [0] }) { return unordered(one, other, at: path) }
            guard one.count == other.count else {
                return ["\(path): expected \(one.count) elements, got \(other.count): \(actual.text.prefix(600))"]
            }
            return zip(one, other).enumerated().flatMap { differences($1.0, $1.1, at: "\(path)[\($0)]") }
        case .string(let one):
            if actual.isNumber, Self.words.contains(one) { return [] }
            guard let other = actual.stringValue, matches(one, other) else {
                return ["\(path): \(expected.text) != \(actual.text)"]
            }
            return []
        default: return expected == actual ? [] : ["\(path): \(expected.text) != \(actual.text)"]
        }
    }

    private func members(_ one: JSONObject, _ other: JSONObject, at path: String) -> [String] {
        var found: [String] = []
        for key in Set(one.keys).union(other.keys).sorted()
        where !["stackTrace", "requestId", "nextToken", "ResponseMetadata"].contains(key) {
            switch (one[key], other[key]) {
            case (let value?, let mine?): found += differences(value, mine, at: "\(path).\(key)")
            case (let value?, nil): found.append("\(path).\(key): missing, expected \(value.text.prefix(160))")
            case (nil, let mine?): found.append("\(path).\(key): unexpected \(mine.text.prefix(160))")
            case (nil, nil): break
            }
        }
        return found
    }

    /// Branches of a Parallel state interleave freely: such recordings have no order and no ids.
    private func unordered(_ one: [JSON], _ other: [JSON], at path: String) -> [String] {
        let one = one.compactMap(withoutOrder)
        var left = other.compactMap(withoutOrder)
        guard one.count == left.count else { return ["\(path): expected \(one.count) events, got \(left.count)"] }
        for event in one {
            guard let index = left.firstIndex(where: { differences(event, $0).isEmpty }) else {
                return ["\(path): no event like \(event.text)"]
            }
            left.remove(at: index)
        }
        return []
    }

    private func withoutOrder(_ event: JSON) -> JSON? {
        guard case .object(var members) = event, members["type"] != "ParallelStateSucceeded" else { return nil }
        for name in ["id", "previousEventId", "timestamp"] { members[name] = nil }
        return .object(members)
    }

    private func parsed(_ value: JSON) -> JSON {
        guard let text = value.stringValue, text.hasPrefix("{"), let tree = try? JSON.parse(text) else { return value }
        return tree
    }

    private func matches(_ expected: String, _ actual: String) -> Bool {
        if Self.words.contains(expected) || Self.bare.contains(expected) { return !actual.isEmpty }
        let actual = general(actual)
        let expected = general(expected)
        if expected == actual { return true }
        let dated = actual.replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/#, with: "date")
        if expected == dated { return true }
        let pieces = pieces(of: expected)
        return Self.fits(Array(actual.utf8), pieces) || Self.fits(Array(dated.utf8), pieces)
    }

    private func general(_ text: String) -> String {
        text.replacing("arn:aws:", with: "arn:<partition>:").replacing("us-east-1", with: "<region>")
    }

    /// The fixed parts between placeholders.
    private func pieces(of expected: String) -> [[UInt8]] {
        var text = expected.replacing("<region>", with: "\u{1}").replacing("<partition>", with: "\u{2}")
        text = text.replacing(#/<<[A-Za-z0-9_.\- ]+>:\d+>|<[A-Za-z][A-Za-z0-9_.:\- ]*>/#, with: "\u{0}")
        for name in Self.bare { text = text.replacing(name, with: "\u{0}") }
        text = text.replacing("\u{1}", with: "<region>").replacing("\u{2}", with: "<partition>")
        return text.split(separator: "\u{0}", omittingEmptySubsequences: false).map { Array($0.utf8) }
    }

    /// Whether a text is the pieces in order, with at least one byte between any two.
    private static func fits(_ text: [UInt8], _ pieces: [[UInt8]]) -> Bool {
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return false }
        guard text.starts(with: first), text.reversed().starts(with: last.reversed()) else { return false }
        var position = first.count
        for piece in pieces.dropFirst().dropLast() {
            position += 1
            while position + piece.count <= text.count, Array(text[position..<position + piece.count]) != piece {
                position += 1
            }
            guard position + piece.count <= text.count else { return false }
            position += piece.count
        }
        return text.count - last.count > position || (text.count - last.count >= position + 1)
    }
}
