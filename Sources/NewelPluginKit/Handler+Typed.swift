extension Handler {
    /// A handler from a value to a value, computed on the calling thread; it may block.
    ///
    ///     Handler(.function("ShipOrder")) { (order: Order, call: Invocation) in
    ///         guard order.quantity > 0 else { throw PluginError("EmptyOrder", "nothing to ship") }
    ///         return Parcel(sku: order.sku, weight: order.quantity * 250)
    ///     }
    ///
    /// An event that does not fit `Input` fails the call as `InvalidInput`, with the place that does not fit.
    public init<Input: Decodable & SendableMetatype, Output: Encodable & SendableMetatype>(
        _ kind: Kind, _ options: HandlerOptions = [],
        _ body: @escaping @Sendable (Input, Invocation) throws -> Output
    ) {
        self.init(kind, options) { call in try ValueEncoder.encode(body(call.event(), call)) }
    }

    /// A handler from a value to a value that awaits; otherwise as the blocking one. When the host asks for the end of a call, its task is
    /// cancelled.
    public init<Input: Decodable & SendableMetatype, Output: Encodable & SendableMetatype>(
        _ kind: Kind, _ options: HandlerOptions = [.concurrent, .nonblocking],
        awaiting body: @escaping @Sendable (Input, Invocation) async throws -> Output
    ) {
        self.init(kind, options, awaiting: { call in try await ValueEncoder.encode(body(call.event(), call)) })
    }

    /// A handler that writes its result piece by piece; together the pieces must be one JSON text.
    ///
    /// - Parameters:
    ///   - kind: What it is called by.
    ///   - options: What the host may assume of it.
    ///   - body: Writing waits while the host is behind. What it throws fails the call, whatever was written.
    public init(
        _ kind: Kind, _ options: HandlerOptions = [],
        streaming body: @escaping @Sendable (Invocation, ResultStream) throws -> Void
    ) {
        self.init(kind, options) { call in
            try body(call, ResultStream(call: call))
            return []
        }
    }
}
