import ResourceNames

/// An instant at which something is due for a message.
struct Due: Comparable, Sendable {
    /// When.
    let at: Timestamp
    /// The message's number.
    let id: Int64

    static func < (one: Due, other: Due) -> Bool { one.at != other.at ? one.at < other.at : one.id < other.id }
}
