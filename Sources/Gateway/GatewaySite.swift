import AWSWire

/// Pages for a browser beside the AWS APIs, and what those pages ask for.
package protocol GatewaySite: Sendable {
    /// Whether a request is the site's and not an AWS call. Asked of every request, before its body counts: it must be cheap.
    func takes(_ request: WireRequest) -> Bool
    /// Answers a request it takes.
    func answer(_ request: WireRequest) async -> SiteReply
}

/// What a site answers.
package enum SiteReply: Sendable {
    /// All at once.
    case whole(WireReply)
    /// A head at once, then pieces as they come, until there are no more or the client has gone. The head's body is not sent.
    case streamed(WireReply, AsyncStream<[UInt8]>)
}
