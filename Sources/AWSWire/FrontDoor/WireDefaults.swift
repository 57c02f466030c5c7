import ResourceNames

/// What a request that does not say stands for, and the limits of requests.
package struct WireDefaults: Sendable {
    /// Account and region of anonymous requests.
    package var territory: Territory
    /// What URLs in answers start with when a request has no `Host`.
    package var endpoint: String
    /// The largest body, in bytes.
    package var bodyBytesMax: Int
    /// The largest body of a Lambda request: function code travels inside it.
    package var codeBytesMax: Int
    /// The largest body of a request to S3: an object, or a part of one, is held in memory until it is on disk.
    package var objectBytesMax: Int
    /// Makes request ids.
    package var makeRequestID: @Sendable () -> String

    /// Defaults of the server.
    package init(
        territory: Territory = Territory(account: "000000000000", region: "us-east-1"),
        endpoint: String = "http://127.0.0.1:4566",
        bodyBytesMax: Int = 10 * 1_048_576, codeBytesMax: Int = 70_167_211, objectBytesMax: Int = 256 * 1_048_576,
        makeRequestID: @escaping @Sendable () -> String = RequestID.random
    ) {
        self.territory = territory
        self.endpoint = endpoint
        self.bodyBytesMax = bodyBytesMax
        self.codeBytesMax = codeBytesMax
        self.objectBytesMax = objectBytesMax
        self.makeRequestID = makeRequestID
    }
}
