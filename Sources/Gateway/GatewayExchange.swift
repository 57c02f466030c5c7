import AWSWire

/// A whole request as a connection delivers it.
struct IncomingRequest: Sendable {
    var wire: WireRequest
    /// Whether the connection stays open after the reply.
    var keepsAlive: Bool
    /// Whether the body was cut off because it is too large.
    var isTooLarge: Bool = false
}

/// A whole reply as a connection sends it.
struct OutgoingReply: Sendable {
    var wire: WireReply
    var keepsAlive: Bool
    /// Whether only the head goes out, as HEAD asks.
    var isHeadOnly: Bool
}
