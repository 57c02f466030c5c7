/// The protocol a request came in and its reply goes out in.
package enum ProtocolKind: Sendable, Equatable {
    /// awsJson; the version is `1.0` or `1.1`.
    case json(version: String)
    /// Smithy's RPC v2: the action in the path, CBOR in and out.
    case cbor
    /// Form parameters in, XML out.
    case query
    /// Paths, headers and JSON bodies.
    case restJSON
    /// Paths, headers and XML or plain bodies: S3.
    case restXML
}
