import JSONTree
import TemplateLanguage

/// How many signals a new resource waits for, and how long: `ResourceSignal` of a `CreationPolicy`.
///
/// Source: template reference, "CreationPolicy".
struct SignalPolicy: Sendable, Equatable {
    /// How many.
    let count: Int
    /// How long, in seconds.
    let seconds: Int

    /// Twelve hours.
    private static let secondsMax = 43_200

    /// Reads a policy; `nil` for one that cannot be read.
    init?(_ policy: JSON) {
        guard let signal = policy["ResourceSignal"], signal.isObject else { return nil }
        guard let count = signal["Count"].map({ TemplateScalar.text($0).flatMap { Int($0) } }) ?? 1, count > 0,
            let seconds = Self.seconds(signal["Timeout"].flatMap(TemplateScalar.text) ?? "PT5M"),
            (1...Self.secondsMax).contains(seconds)
        else { return nil }
        (self.count, self.seconds) = (count, seconds)
    }

    /// The seconds of a span like `PT1H30M10S`.
    private static func seconds(_ text: String) -> Int? {
        guard text.hasPrefix("PT") else { return nil }
        var total = 0
        var units: [(mark: Character, seconds: Int)] = [("H", 3_600), ("M", 60), ("S", 1)]
        var rest = text.dropFirst(2)
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), number <= secondsMax, let mark = rest.dropFirst(digits.count).first,
                let place = units.firstIndex(where: { $0.mark == mark })
            else { return nil }
            total += number * units[place].seconds
            units.removeSubrange(...place)
            rest = rest.dropFirst(digits.count + 1)
        }
        return total
    }
}
