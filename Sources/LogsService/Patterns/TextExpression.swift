import AWSWire
import JSONPathLanguage

/// A regular expression that matches somewhere in a text.
///
/// Source: CloudWatch Logs user guide, "Supported regular expressions (regex) syntax".
struct TextExpression: Sendable {
    /// As it was written.
    let text: String
    private let pattern: Pattern

    /// Compiles an expression.
    ///
    /// - Throws: `InvalidParameterException` for what is none, or too large when its counts are written out.
    init(_ text: String) throws(ServiceError) {
        self.text = text
        do throws(PathSyntaxError) {
            // Anything may stand before and behind it; its own anchors still mean the ends of the text.
            pattern = try Pattern("[\\s\\S]*(?:\(text))[\\s\\S]*", flags: "")
        } catch {
            throw .invalid("Invalid filter pattern: invalid regex: \(text)")
        }
        guard !text.isEmpty, pattern.instructionCount <= Limits.expressionInstructionsMax else {
            throw .invalid("Invalid filter pattern: invalid regex: \(text)")
        }
    }

    /// Whether it matches somewhere.
    func matches(_ subject: String) -> Bool { pattern.matchesWhole(subject) }
}
