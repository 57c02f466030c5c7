import ResourceNames

/// Keys in the order in which they expire; taking from the front is cheap.
struct ExpiryQueue {
    private var entries: [(key: String, at: Timestamp)] = []
    private var head = 0

    /// The key that expires first.
    var first: (key: String, at: Timestamp)? { head < entries.count ? entries[head] : nil }

    /// Adds a key that expires last.
    mutating func append(_ key: String, at instant: Timestamp) { entries.append((key, instant)) }

    /// Takes the first key out.
    mutating func removeFirst() {
        head += 1
        guard head > 1_024, head * 2 > entries.count else { return }
        entries.removeFirst(head)
        head = 0
    }

    /// Puts keys that came in another order right.
    mutating func sort() { entries[head...].sort { $0.at < $1.at } }
}
