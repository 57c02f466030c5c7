import ResourceNames

/// What was sent in the last minutes, by deduplication id and by idempotency key: a repeated send is answered with the first one's receipt.
package struct Deduplication<Receipt: StoredReceipt>: Sendable {
    /// One send.
    package struct Entry: Sendable {
        package let receipt: Receipt
        package let expiresAt: Timestamp
        /// Its row is durable.
        package fileprivate(set) var isSettled: Bool
        /// Repeats that wait for that.
        fileprivate var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Sends by key.
    private var entries: [String: Entry] = [:]
    /// Keys by age.
    private var order = ExpiryQueue()

    /// Nothing was sent.
    package init() {}

    /// The send under a key.
    package subscript(key: String) -> Entry? { entries[key] }

    /// The receipt of an earlier send under one of the keys, if it is still recognised.
    package func receipt(ofAny keys: [String], _ now: Timestamp) -> Receipt? {
        for key in keys {
            if let entry = entries[key], !entry.isSettled || entry.expiresAt > now { return entry.receipt }
        }
        return nil
    }

    /// Notes a send.
    package mutating func note(_ key: String, _ receipt: Receipt, expiresAt: Timestamp, isSettled: Bool) {
        entries[key] = Entry(receipt: receipt, expiresAt: expiresAt, isSettled: isSettled)
        order.append(key, at: expiresAt)
    }

    /// Ends the wait for a send: it is durable, or was taken back.
    ///
    /// - Returns: The repeats that waited.
    package mutating func settle(_ key: String, isCommitted: Bool) -> [CheckedContinuation<Void, Never>] {
        guard let entry = entries[key] else { return [] }
        if isCommitted {
            entries[key]?.isSettled = true
            entries[key]?.waiting = []
        } else {
            entries[key] = nil
        }
        return entry.waiting
    }

    /// Waits for a send to be settled.
    package mutating func wait(for key: String, _ continuation: CheckedContinuation<Void, Never>) -> Bool {
        guard let entry = entries[key], !entry.isSettled else { return false }
        entries[key]?.waiting.append(continuation)
        return true
    }

    /// Puts entries that were read back into the order in which they expire.
    package mutating func sortByAge() { order.sort() }

    /// Forgets what is old, a little at a time.
    ///
    /// - Returns: The keys whose rows are to be deleted.
    package mutating func expire(_ now: Timestamp) -> [String] {
        var expired: [String] = []
        while expired.count < 16, let oldest = order.first, oldest.at <= now {
            order.removeFirst()
            guard let entry = entries[oldest.key], entry.isSettled, entry.expiresAt <= now else { continue }
            entries[oldest.key] = nil
            expired.append(oldest.key)
        }
        return expired
    }
}
