/// Numbers in letters: Roman numerals, and the columns of a spreadsheet.
enum NumeralLetters {
    private static let romans: [(value: Double, text: String)] = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// A number in upper-case Roman numerals; nothing for zero.
    static func roman(_ value: Double) -> String {
        var rest = value
        var text = ""
        for numeral in romans {
            while rest >= numeral.value {
                text += numeral.text
                rest -= numeral.value
            }
        }
        return text
    }

    /// What upper-case Roman numerals mean: a smaller one before a larger one is subtracted. Not a number with others.
    static func value(ofRoman text: [UInt16]) -> Double {
        var sum = 0.0
        var largest = 1.0
        for unit in text.reversed() {
            guard let value = romans.first(where: { $0.text.utf16.elementsEqual([unit]) })?.value else { return .nan }
            sum += value < largest ? -value : value
            largest = max(largest, value)
        }
        return sum
    }

    /// A number as A, B … Z, AA, AB …; nothing for zero.
    static func letters(_ value: Double) -> String {
        var rest = value
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1).truncatingRemainder(dividingBy: 26)))
            rest = ((rest - 1) / 26).rounded(.down)
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// What letters after `first`, which counts as 1, mean. Others are taken by their distance, as in jsonata.
    static func value(ofLetters text: [UInt16], first: UInt16) -> Double {
        var sum = 0.0
        var weight = 1.0
        for unit in text.reversed() {
            sum += Double(Int(unit) - Int(first) + 1) * weight
            weight *= 26
        }
        return sum
    }
}
