/// A picture for positive or negative numbers, taken apart: `PRE#,##0.00e0POST`.
///
/// Source: XPath and XQuery Functions and Operators 3.1, 4.7.4 "Analyzing the picture string", with what jsonata makes
/// of it where they differ.
struct NumberSubpicture: Sendable {
    /// The whole of it.
    let text: [UInt16]
    /// What stands before the number.
    let prefix: [UInt16]
    /// What stands behind it.
    let suffix: [UInt16]
    /// What is between prefix and suffix.
    let active: ArraySlice<UInt16>
    /// The digits before the exponent.
    let mantissa: [UInt16]
    /// The digits of the exponent; `nil` without one.
    let exponent: [UInt16]?
    /// What of the mantissa is before the decimal separator.
    let whole: [UInt16]
    /// What is behind it; without a separator the suffix, as in jsonata.
    let fraction: [UInt16]
    private let symbols: NumberSymbols

    /// Takes a picture apart and checks it.
    init(_ text: [UInt16], _ symbols: NumberSymbols) throws(JSONataError) {
        self.text = text
        self.symbols = symbols
        let isInside = { (unit: UInt16) in symbols.isActive(unit) && symbols.exponent != [unit] }
        let first = text.firstIndex(where: isInside) ?? 0
        let end = text.lastIndex(where: isInside).map { $0 + 1 } ?? text.count
        prefix = Array(text[..<first])
        suffix = Array(text[end...])
        active = text[first..<end]
        if let place = text.firstPlace(of: symbols.exponent, from: first), place <= end {
            // The place counts from the picture's beginning, not from the prefix's end, as in jsonata.
            mantissa = Array(active.prefix(place))
            exponent = Array(active.dropFirst(place + 1))
        } else {
            mantissa = Array(active)
            exponent = nil
        }
        if let place = mantissa.firstPlace(of: symbols.decimal) {
            whole = Array(mantissa[..<place])
            fraction = Array(mantissa[(place + 1)...])
        } else {
            whole = mantissa
            fraction = suffix
        }
        if let code = violatedRule { throw JSONataError(code) }
    }

    /// How many digits the whole must have.
    var wholeDigits: Int { whole.count(where: symbols.isDigit) }
    /// How many digits the fraction must have.
    var fractionDigits: Int { fraction.count(where: symbols.isDigit) }
    /// How many digits the fraction may have.
    var fractionPlaces: Int { fraction.count(where: symbols.isPlace) }
    /// How many digits the exponent must have; none without an exponent.
    var exponentDigits: Int { exponent?.count(where: symbols.isDigit) ?? 0 }
    /// Whether the whole has a digit that may be left away.
    var hasOptionalWholeDigit: Bool { whole.firstPlace(of: symbols.digit) != nil }
    /// Whether a symbol occurs anywhere.
    func contains(_ symbol: [UInt16]) -> Bool { text.firstPlace(of: symbol) != nil }

    /// How many places are to the right of each grouping separator of the whole.
    var wholeGroups: [Int] { groups(of: whole) { $0[$1...] } }
    /// How many places are to the left of each grouping separator of the fraction.
    var fractionGroups: [Int] { groups(of: fraction) { $0[..<$1] } }

    private func groups(of part: [UInt16], _ side: ([UInt16], Int) -> ArraySlice<UInt16>) -> [Int] {
        var counts: [Int] = []
        var place = part.firstPlace(of: symbols.grouping)
        while let here = place {
            counts.append(side(part, Swift.min(here, part.count)).count(where: symbols.isPlace))
            // After the first one jsonata looks for the next in the whole, even for the fraction's.
            place = whole.firstPlace(of: symbols.grouping, from: here + 1)
        }
        return counts
    }
}

extension NumberSubpicture {
    /// The code of the rule the picture breaks; of several the one jsonata checks last.
    private var violatedRule: String? {
        if let exponent, exponent.isEmpty || !exponent.allSatisfy(symbols.isDigit) { return "D3093" }
        let hasSign = contains(symbols.percent) || contains(symbols.perMille)
        if let exponent, !exponent.isEmpty, hasSign { return "D3092" }
        if let place = fraction.lastPlace(of: symbols.digit), fraction[place...].contains(where: symbols.isDigit) {
            return "D3091"
        }
        if let place = whole.firstPlace(of: symbols.digit), whole[..<place].contains(where: symbols.isDigit) {
            return "D3090"
        }
        if text.firstPlace(of: symbols.grouping + symbols.grouping) != nil { return "D3089" }
        if let code = misplacedGrouping { return code }
        if !active.allSatisfy(symbols.isActive) { return "D3086" }
        if !mantissa.contains(where: symbols.isPlace) { return "D3085" }
        if contains(symbols.percent), contains(symbols.perMille) { return "D3084" }
        if isRepeated(symbols.perMille) { return "D3083" }
        if isRepeated(symbols.percent) { return "D3082" }
        return isRepeated(symbols.decimal) ? "D3081" : nil
    }

    /// A grouping separator next to the decimal separator, or at the end of the whole.
    private var misplacedGrouping: String? {
        guard let place = text.firstPlace(of: symbols.decimal) else {
            return whole.last.map { [$0] } == symbols.grouping ? "D3088" : nil
        }
        let neighbours = [place - 1, place + 1].filter(text.indices.contains).map { [text[$0]] }
        return neighbours.contains(symbols.grouping) ? "D3087" : nil
    }

    private func isRepeated(_ symbol: [UInt16]) -> Bool { text.firstPlace(of: symbol) != text.lastPlace(of: symbol) }
}
