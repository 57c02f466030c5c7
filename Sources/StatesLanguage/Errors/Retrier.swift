/// One element of `Retry`: how patiently to try again.
///
/// Source: Amazon States Language, "Retrying after error".
package struct Retrier: Sendable, Equatable {
    /// Names this retrier is for; `States.ALL` stands alone.
    package var errorEquals: [String]
    /// Seconds before the first retry; at least 0.
    package var intervalSeconds: Double = 1
    /// Zero forbids any retry.
    package var maxAttempts: Int = 3
    /// The factor by which the pause grows; at least 1.
    package var backoffRate: Double = 2
    /// The longest pause, jitter aside.
    package var maxDelaySeconds: Double?
    /// `JitterStrategy: FULL`.
    package var hasFullJitter = false

    /// A retrier with the defaults of the language.
    package init(errorEquals: [String]) { self.errorEquals = errorEquals }
}

extension Retrier {
    /// Reads all of a state; what is wrong is left out and among the problems.
    static func read(_ fields: Fields) -> [Retrier] {
        guard let elements = fields.objects("Retry", mayBeEmpty: true) else { return [] }
        return elements.enumerated().compactMap { index, element in
            read(element, isLast: index == elements.count - 1)
        }
    }

    private static func read(_ fields: Fields, isLast: Bool) -> Retrier? {
        fields.allow([
            "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy",
            "Comment",
        ])
        fields.require(["ErrorEquals"])
        let names = ErrorNames.read(fields, isLast: isLast)
        let interval = fields.integer("IntervalSeconds", 0...Limits.secondsMax)
        let attempts = fields.integer("MaxAttempts", 0...Limits.secondsMax)
        let rate = fields.number("BackoffRate", atLeast: 1)
        let delay = fields.integer("MaxDelaySeconds", 1...Limits.delaySecondsMax)
        let jitter = fields.choice("JitterStrategy", of: ["NONE", "FULL"])
        guard let names else { return nil }
        var retrier = Retrier(errorEquals: names)
        if let interval { retrier.intervalSeconds = Double(interval) }
        if let attempts { retrier.maxAttempts = attempts }
        if let rate { retrier.backoffRate = rate }
        retrier.maxDelaySeconds = delay.map(Double.init)
        retrier.hasFullJitter = jitter == "FULL"
        return retrier
    }
}
