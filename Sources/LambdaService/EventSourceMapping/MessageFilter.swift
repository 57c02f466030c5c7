import AWSWire
import ContentPatterns
import JSONTree

/// Which messages of a queue a function is called with: those that one of the patterns wants.
///
/// Source: Lambda developer guide, "Using event filtering with an Amazon SQS event source".
struct MessageFilter: Sendable {
    /// The texts, as given.
    let texts: [String]
    private let patterns: [(pattern: ContentPattern, readsBody: Bool)]

    /// Source: Lambda developer guide, "Control which events Lambda sends to your function": five, unless AWS raises it.
    private static let countMax = 5

    /// Reads patterns.
    init(_ texts: [String]) throws(ServiceError) {
        guard texts.count <= Self.countMax else {
            throw .invalidParameter("Only \(Self.countMax) filters are allowed for an event source mapping.")
        }
        var patterns: [(ContentPattern, Bool)] = []
        for text in texts {
            do throws(ContentPatternError) {
                let pattern = try ContentPattern(text: text)
                // The text is JSON, or it would be no pattern.
                patterns.append((pattern, (try? JSON.parse(text))?["body"]?.isObject == true))
            } catch { throw .invalidParameter("Invalid filter pattern definition. (\(error.message))") }
        }
        (self.texts, self.patterns) = (texts, patterns)
    }

    /// `FilterCriteria` of a request; `nil` when it takes filters away.
    init?(criteria: JSON) throws(ServiceError) {
        var texts: [String] = []
        for filter in criteria["Filters"]?.arrayValue ?? [] { texts.append(filter["Pattern"]?.stringValue ?? "{}") }
        guard !texts.isEmpty else { return nil }
        try self.init(texts)
    }

    /// As answers show it.
    var criteria: JSON { ["Filters": .array(texts.map { ["Pattern": .string($0)] })] }

    /// Whether a record of an event is wanted. A pattern for the members of a body wants no body that is not JSON.
    func wants(_ record: JSON) -> Bool {
        patterns.contains { pattern, readsBody in
            guard readsBody else { return pattern.matches(record) }
            guard let text = record["body"]?.stringValue, let body = try? JSON.parse(text),
                var object = record.objectValue
            else { return false }
            object["body"] = body
            return pattern.matches(.object(object))
        }
    }
}
