/// One field of a cron expression with values, lists, ranges and steps.
enum CronField {
    /// The values a field stands for; `nil` when it cannot be read.
    static func values(_ text: String, _ bounds: ClosedRange<Int>, names: [String] = [], firstName: Int = 1) -> Set<
        Int
    >? {
        var values: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "/", omittingEmptySubsequences: false)
            guard (1...2).contains(halves.count) else { return nil }
            let step = halves.count == 2 ? Int(halves[1]) : 1
            guard let step, step > 0, let range = range(halves[0], bounds, names, firstName) else { return nil }
            // `5/10` goes on from 5 to the end.
            let isOpen = halves.count == 2 && range.count == 1 && halves[0] != "*"
            let last = isOpen ? bounds.upperBound : range.upperBound
            values.formUnion(stride(from: range.lowerBound, through: last, by: step))
        }
        return values.isEmpty ? nil : values
    }

    /// A number, or a name that stands for one.
    static func number(_ text: some StringProtocol, names: [String], firstName: Int = 1) -> Int? {
        if let number = Int(text) { return number }
        return names.firstIndex(of: text.uppercased()).map { $0 + firstName }
    }

    private static func range(_ text: Substring, _ bounds: ClosedRange<Int>, _ names: [String], _ firstName: Int)
        -> ClosedRange<Int>?
    {
        if text == "*" { return bounds }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            number($0, names: names, firstName: firstName)
        }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
            bounds.contains(first), bounds.contains(last)
        else { return nil }
        return first...last
    }
}
