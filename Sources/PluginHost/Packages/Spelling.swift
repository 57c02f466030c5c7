/// Finds the word that was meant.
enum Spelling {
    /// The word nearest to another one, if it is near enough for a slip: one letter in three at most, case aside.
    static func nearest(_ word: String, in words: [String]) -> String? {
        let typed = Array(word.lowercased().utf8.prefix(wordBytesMax))
        return words.map { (word: $0, slips: slips(typed, Array($0.lowercased().utf8))) }
            .filter { $0.slips <= max(1, typed.count / 3) }
            .min { ($0.slips, $0.word) < ($1.slips, $1.word) }?.word
    }

    /// Letters that are missing, too many, wrong or swapped with the next: the optimal string alignment distance.
    private static func slips(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var (beforeLast, last) = ([Int](), Array(0...other.count))
        for (row, letter) in one.enumerated() {
            var next = [row + 1]
            for (column, match) in other.enumerated() {
                var least = min(next[column] + 1, last[column + 1] + 1, last[column] + (letter == match ? 0 : 1))
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == match {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                next.append(least)
            }
            (beforeLast, last) = (last, next)
        }
        return last[other.count]
    }

    /// Of a word that is looked at; no word that is meant is longer.
    private static let wordBytesMax = 64
}
