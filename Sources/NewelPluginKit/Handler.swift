/// One handler of a plugin: what it is called by, and its code.
public struct Handler: Sendable {
    /// What calls a handler.
    public enum Kind: Sendable {
        /// A Lambda function of this name.
        case function(String)
        /// Task resources that match this pattern: `arn:aws:states:::sqs:sendMessage*`.
        case integration(String)
    }

    let kind: Kind
    let options: HandlerOptions
    let preparesEffects: Bool
    let body: @Sendable (Invocation) -> Void

    /// A handler that computes its answer on the calling thread; it may block.
    ///
    /// - Parameters:
    ///   - kind: What it is called by.
    ///   - options: What the host may assume of it.
    ///   - body: Takes a call, returns the JSON text of its result. A thrown `PluginError` fails the call with its type and message; any
    ///     other error fails it under the name of the error's Swift type.
    public init(
        _ kind: Kind, _ options: HandlerOptions = [], _ body: @escaping @Sendable (Invocation) throws -> [UInt8]
    ) {
        self.init(
            kind, options,
            answering: { invocation in
                do { invocation.succeed(try body(invocation)) } catch { invocation.fail(PluginError(wrapping: error)) }
            })
    }

    /// A handler that awaits; otherwise as the blocking one. When the host asks for the end of a call, its task is cancelled.
    public init(
        _ kind: Kind, _ options: HandlerOptions = [.concurrent, .nonblocking],
        awaiting body: @escaping @Sendable (Invocation) async throws -> [UInt8]
    ) {
        self.init(
            kind, options,
            answering: { invocation in
                invocation.runCancellably {
                    do { invocation.succeed(try await body(invocation)) } catch {
                        invocation.fail(PluginError(wrapping: error))
                    }
                }
            })
    }

    /// A handler that answers by calling `succeed` or `fail` once, from any thread, now or later.
    ///
    /// - Parameters:
    ///   - kind: What it is called by.
    ///   - options: What the host may assume of it.
    ///   - preparesEffects: It makes its AWS calls with `prepare`, so that where it is linked in its writes are committed together with
    ///     the state transition.
    ///   - body: Takes a call; it may return before the call is answered.
    public init(
        _ kind: Kind, _ options: HandlerOptions, preparesEffects: Bool = false,
        answering body: @escaping @Sendable (Invocation) -> Void
    ) {
        self.kind = kind
        self.options = options
        self.preparesEffects = preparesEffects
        self.body = body
    }
}

/// What the host may assume of a handler; raw values are the C interface's.
public struct HandlerOptions: OptionSet, Sendable {
    /// The flags as the C interface has them.
    public let rawValue: UInt32
    /// Takes the flags as the C interface has them.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// May be called by several threads at once.
    public static let concurrent = HandlerOptions(rawValue: 1)
    /// May run again, with the same idempotency key, after the host crashed.
    public static let idempotent = HandlerOptions(rawValue: 2)
    /// Returns at once and answers later.
    public static let nonblocking = HandlerOptions(rawValue: 4)
}
