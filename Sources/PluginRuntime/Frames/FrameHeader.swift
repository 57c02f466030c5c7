/// What precedes the body of every frame between host and worker: 16 bytes, in the machine's byte order.
package struct FrameHeader: Sendable, Equatable {
    /// Its bytes on the way.
    package static let byteCount = 16
    /// The version of the frames; host and worker come from one build, so another one is a mix-up.
    package static let version: UInt16 = 1

    /// Bytes that follow.
    package var bodyCount: UInt32
    package var kind: UInt16
    /// The host's number of the call it belongs to; 0 for none.
    package var call: UInt64

    /// A header for a body.
    package init(_ kind: FrameKind, bodyCount: Int, call: UInt64 = 0) {
        self.bodyCount = UInt32(bodyCount)
        self.kind = kind.rawValue
        self.call = call
    }

    /// Reads 16 bytes; `nil` when they are no header or announce too much.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.byteCount, bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self) == Self.version
        else { return nil }
        bodyCount = bytes.loadUnaligned(as: UInt32.self)
        kind = bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self)
        call = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        guard bodyCount <= RuntimeLimits.frameBytesMax else { return nil }
    }

    /// Writes 16 bytes at `offset`.
    package func store(into bytes: UnsafeMutableRawBufferPointer, at offset: Int = 0) {
        bytes.storeBytes(of: bodyCount, toByteOffset: offset, as: UInt32.self)
        bytes.storeBytes(of: kind, toByteOffset: offset + 4, as: UInt16.self)
        bytes.storeBytes(of: Self.version, toByteOffset: offset + 6, as: UInt16.self)
        bytes.storeBytes(of: call, toByteOffset: offset + 8, as: UInt64.self)
    }
}

/// What a frame says.
package enum FrameKind: UInt16, Sendable {
    // Host to worker, with the calls
    /// Load a library and start one handler: `LoadOrder`.
    case load = 1
    /// Load a library and say what it offers; body: its path.
    case describe = 2
    /// An `InvocationImage`.
    case invoke = 3
    /// Take the handler down and exit.
    case quit = 4
    /// Keep to a `ConfinementOrder` from now on; before anything is loaded.
    case confine = 5
    /// So many bytes of an `InvocationImage` lie in `SharedPayloads`.
    case invokeShared = 6
    // Worker to host, with the answers
    /// The handler is up; body: its flags.
    case ready = 16
    /// It is not: code, type, message.
    case unusable = 17
    /// Answer to `describe`.
    case description = 18
    /// The most the worker has had in memory, then the call's result.
    case succeeded = 19
    /// The most it has had in memory, type, message, stack.
    case failed = 20
    /// A piece of the result.
    case chunk = 21
    /// Level, message, fields.
    case log = 22
    /// The most the worker has had in memory, then how many bytes of the call's result lie in `SharedPayloads`.
    case succeededShared = 23
    // Host to worker, control socket
    /// Body: the reason.
    case cancel = 32
    /// Id, status, then the output, or type, message, facts.
    case apiAnswer = 33
    // Worker to host, control socket
    /// Id, ordinal, service, action, input.
    case apiRequest = 48
    /// Work goes on.
    case heartbeat = 49
}
