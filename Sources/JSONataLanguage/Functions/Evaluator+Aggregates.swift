extension Evaluator {
    /// `$sum $count $max $min $average`
    func aggregate(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        guard let items = arguments.items(0) else { return builtin == .count ? .number(0) : .undefined }
        if builtin == .count { return .number(Double(items.count)) }
        try spend(items.count)
        if items.isEmpty { return builtin == .sum ? .number(0) : .undefined }
        var total = 0.0
        var (least, most) = (Double.infinity, -Double.infinity)
        for case .number(let number) in items {
            total += number
            least = min(least, number)
            most = max(most, number)
        }
        switch builtin {
        case .sum: return .number(total)
        case .max: return .number(most)
        case .min: return .number(least)
        default: return .number(total / Double(items.count))
        }
    }
}
