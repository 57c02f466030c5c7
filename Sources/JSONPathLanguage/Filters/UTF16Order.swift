/// The order of strings by UTF-16 code units, which is Java's.
enum UTF16Order {
    /// Negative, zero or positive.
    static func compare(_ one: String, _ other: String) -> Int {
        var one = one.utf16.makeIterator()
        var other = other.utf16.makeIterator()
        while true {
            switch (one.next(), other.next()) {
            case (nil, nil): return 0
            case (nil, _): return -1
            case (_, nil): return 1
            case (let one?, let other?): if one != other { return one < other ? -1 : 1 }
            }
        }
    }
}
