import ResourceNames

/// Something that happened, to be kept in a log.
package struct LogLine: Sendable, Equatable {
    /// When it happened.
    package let timestamp: Timestamp
    /// What happened; not empty.
    package let message: String

    /// A line of an instant.
    package init(timestamp: Timestamp, message: String) {
        self.timestamp = timestamp
        self.message = message
    }
}
