import AWSWire

/// A whole request as a connection delivers it.
struct IncomingRequest: Sendable {
    var wire: WireRequest
    /// Whether the connection stays open after the reply.
    var keepsAlive: Bool
    /// Whether the body was cut off because it is too large.
    var isTooLarge: Bool = false
}

/// A reply, or a part of one, as a connection sends it.
struct OutgoingReply: Sendable {
    /// What of a reply this is.
    enum Part: Sendable {
        /// All of it.
        case whole
        /// The head of a reply whose body comes in pieces.
        case head
        /// A piece of the body.
        case piece
        /// The end of a body that came in pieces.
        case end
    }

    /// The reply; of a piece, its bytes are the body.
    var wire: WireReply
    var keepsAlive: Bool
    /// Whether only the head goes out, as HEAD asks.
    var isHeadOnly: Bool
    /// What it is a part of.
    var part = Part.whole
}
