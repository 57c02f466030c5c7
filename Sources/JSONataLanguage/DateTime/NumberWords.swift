/// Numbers in English words.
enum NumberWords {
    private static let few = [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
        "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ]
    private static let ordinals = [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
        "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth",
        "Nineteenth",
    ]
    private static let tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
    private static let powers: [(name: String, value: Double)] = [
        ("Trillion", 1e12), ("Billion", 1e9), ("Million", 1e6), ("Thousand", 1e3),
    ]

    /// A whole number that is not negative, in title case: "Three Thousand, Seven Hundred and Thirty".
    ///
    /// - Parameter isOrdinal: Whether to end like "Thirtieth".
    static func text(of value: Double, isOrdinal: Bool) -> String {
        var text = ""
        append(value, isOrdinal: isOrdinal, isFirst: true, to: &text)
        return text
    }

    private static func append(_ value: Double, isOrdinal: Bool, isFirst: Bool, to text: inout String) {
        guard let power = powers.first(where: { value >= $0.value }) else {
            return append(below1000: Int(value), isOrdinal: isOrdinal, isFirst: isFirst, to: &text)
        }
        let count = (value / power.value).rounded(.down)
        let rest = value - count * power.value
        if !isFirst { text += ", " }
        // Trillions are counted in trillions again, so this calls itself 26 times at most.
        append(count, isOrdinal: false, isFirst: true, to: &text)
        text += " " + power.name
        // Where doubles have gaps of trillions the rest is noise; words for it would hardly end.
        if rest > 0, text.utf8.count < PictureLimits.wordsBytesMax {
            append(rest, isOrdinal: isOrdinal, isFirst: false, to: &text)
        } else if isOrdinal {
            text += "th"
        }
    }

    private static func append(below1000 value: Int, isOrdinal: Bool, isFirst: Bool, to text: inout String) {
        var rest = value
        if value >= 100 {
            text += (isFirst ? "" : ", ") + few[value / 100] + " Hundred"
            rest = value % 100
            if rest == 0 {
                text += isOrdinal ? "th" : ""
                return
            }
        }
        text += isFirst && value < 100 ? "" : " and "
        if rest < 20 {
            text += isOrdinal ? ordinals[rest] : few[rest]
        } else if rest % 10 > 0 {
            text += tens[rest / 10 - 2] + "-" + (isOrdinal ? ordinals[rest % 10] : few[rest % 10])
        } else {
            text += isOrdinal ? tens[rest / 10 - 2].dropLast() + "ieth" : tens[rest / 10 - 2]
        }
    }

    /// What each word means, in lower case; in the order in which jsonata looks for them.
    static let values: [(word: String, value: Double)] = {
        var values: [(word: String, value: Double)] = []
        for words in [few, ordinals] {
            for (number, word) in words.enumerated() {
                values.append((LetterCase.lower.apply(to: word), Double(number)))
            }
        }
        for (number, word) in tens.enumerated() {
            let lower = LetterCase.lower.apply(to: word)
            values.append((lower, Double(number + 2) * 10))
            values.append((lower.dropLast() + "ieth", Double(number + 2) * 10))
        }
        values += [("hundred", 100), ("hundredth", 100)]
        for power in powers.reversed() {
            let lower = LetterCase.lower.apply(to: power.name)
            values += [(lower, power.value), (lower + "th", power.value)]
        }
        return values
    }()

    /// The number that words in lower case mean; not a number when one of them is unknown.
    static func value(of text: [UInt16]) -> Double {
        var sums: [Double] = [0]
        for word in words(text) {
            guard let value = values.first(where: { $0.word.utf16.elementsEqual(word) })?.value else { return .nan }
            let last = sums.popLast() ?? 0
            if value >= 100 {
                sums.append(last * value)
            } else if last >= 1_000 {
                sums += [last, value]
            } else {
                sums.append(last + value)
            }
        }
        return sums.reduce(0, +)
    }

    /// What is between ", ", " and ", blanks, dashes and backslashes.
    private static func words(_ text: [UInt16]) -> [ArraySlice<UInt16>] {
        var words: [ArraySlice<UInt16>] = []
        var (start, place) = (0, 0)
        while place < text.count {
            let length = separator(text[place...])
            if length > 0 {
                words.append(text[start..<place])
                start = place + length
            }
            place += max(length, 1)
        }
        return words + [text[start...]]
    }

    /// How long the separator is that a text begins with; 0 when it begins with none.
    private static func separator(_ text: ArraySlice<UInt16>) -> Int {
        func isBlank(_ offset: Int) -> Bool { text.dropFirst(offset).first.map(UnitSet.blanks.contains) ?? false }
        if text.first == 0x2C { return isBlank(1) ? 2 : 0 }
        if isBlank(0), text.dropFirst().starts(with: "and".utf16), isBlank(4) { return 5 }
        return isBlank(0) || text.first == 0x5C || text.first == 0x2D ? 1 : 0
    }
}
