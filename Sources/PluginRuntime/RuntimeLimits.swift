/// The bounds host and worker agree on.
package enum RuntimeLimits {
    /// The largest result of a function, in bytes, as Lambda sets it.
    package static let responseBytesMax = 6_291_556
    /// The largest result that is taken piece by piece. Source: Lambda developer guide, "Response streaming for Lambda functions".
    package static let streamedBytesMax = 200 << 20
    /// Handlers one plugin may list.
    package static let handlersMax = 1_024
    /// Bytes a descriptor structure may have: later versions grow, but not beyond reason.
    package static let structureBytesMax = 4_096
    /// Bytes of a handler's or plugin's name.
    package static let nameBytesMax = 512
    /// Body bytes of one frame: a request or result of 6 MiB and what travels with it.
    package static let frameBytesMax = 8 << 20
    /// Calls one table holds at once.
    package static let callsMax = 65_535
    /// Actions of one handler instance that wait for their answer.
    package static let requestsMax = 4_096
    /// Nested calls: a function that calls a function.
    package static let depthMax = 16
}
