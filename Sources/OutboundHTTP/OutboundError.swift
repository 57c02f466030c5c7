/// Why an exchange came to no answer.
package struct OutboundError: Error, Sendable, Equatable {
    /// The kinds of failure.
    package enum Code: Sendable, Equatable {
        /// The time was over before the answer was there.
        case timedOut
        /// No connection, or one that broke: name, address, TLS.
        case unreachable
        /// The answer has more bytes than were asked for.
        case tooLarge
        /// Not the URL of something that is asked over HTTP.
        case badURL
        /// Whoever asked does not want the answer any more.
        case cancelled
    }

    /// The kind of failure.
    package let code: Code
    /// For people.
    package let message: String

    /// A failure in words.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
