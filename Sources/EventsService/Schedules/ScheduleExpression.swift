import AWSWire
import ResourceNames

/// When a rule triggers itself: `rate(5 minutes)` or `cron(0 10 * * ? *)`, in UTC.
///
/// Source: EventBridge user guide, "Setting a schedule pattern for scheduled rules (legacy)".
struct ScheduleExpression: Sendable {
    private enum Form: Sendable {
        case rate(Duration)
        case cron(CronExpression)
    }

    /// As written.
    let text: String
    private let form: Form

    /// Reads an expression.
    init(_ text: String) throws(ServiceError) {
        self.text = text
        guard let form = Self.form(text) else { throw .invalid("Parameter ScheduleExpression is not valid.") }
        self.form = form
    }

    /// The first instant after another; rates count from the instant at which the rule was made.
    func next(after instant: Timestamp, since start: Timestamp) -> Timestamp? {
        switch form {
        case .cron(let cron): return cron.next(after: instant)
        case .rate(let span):
            let length = span.components.seconds * 1_000
            let passed = max(0, instant.milliseconds - start.milliseconds) / length
            return Timestamp(milliseconds: start.milliseconds + (passed + 1) * length)
        }
    }

    private static func form(_ text: String) -> Form? {
        guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
        let inside = text[text.index(after: open)...].dropLast()
        let words = inside.split(separator: " ").map(String.init)
        switch text[..<open] {
        case "cron": return CronExpression(words).map { .cron($0) }
        case "rate":
            guard words.count == 2, let number = Int64(words[0]), number > 0, number <= 1_000_000_000 else {
                return nil
            }
            let units: [String: Int64] = ["minute": 60, "hour": 3_600, "day": 86_400]
            // AWS insists on the grammar: 1 minute, 2 minutes.
            let unit = number == 1 ? words[1] : words[1].hasSuffix("s") ? String(words[1].dropLast()) : ""
            return units[unit].map { .rate(.seconds(number * $0)) }
        default: return nil
        }
    }
}
