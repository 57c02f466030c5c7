import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import PluginRuntime

/// Serves the Lambda Runtime API to one process: on a port of its own, so that whoever asks there is that worker.
///
/// Towards the host it stands where a worker's end of the calls socket would be: it takes the same frames and sends the same, so the host
/// knows one kind of worker only. All of it lives on one event loop, and ends when the host closes its end of the socket.
package final class RuntimeAPIServer: @unchecked Sendable {
    // Sendable: everything that changes is touched on the event loop alone.

    /// What the process finds in `AWS_LAMBDA_RUNTIME_API`: `127.0.0.1:PORT`.
    package let address: String
    private let loop: any EventLoop
    private let listener: any Channel
    private var session = RuntimeSession()
    private var connections: [RuntimeSession.Peer: RuntimeConnection] = [:]
    private var lastPeer = 0
    /// Towards the host.
    private var host: (any Channel)?
    /// Towards the worker's executable, until it has become the runtime.
    private var launch: (any Channel)?
    /// The worker's end of the control socket: nobody reads there, but a host that saw it closed would take the worker for gone.
    private var idle: CInt?
    private var isOver = false

    /// Why it cannot serve.
    package struct Failure: Error {
        /// For people.
        package let message: String
    }

    /// Opens a port. Blocks for it; not to be called on an event loop.
    ///
    /// - Parameters:
    ///   - host: The worker's end of the calls socket; taken over, also on failure.
    ///   - launch: The host's end of the socket that the worker's executable reads its orders from; taken over likewise.
    ///   - idle: A descriptor to keep open as long as it serves; taken over likewise.
    package static func open(host: CInt, launch: CInt, idle: CInt) throws(Failure) -> RuntimeAPIServer {
        var untaken: Set<CInt> = [host, launch, idle]
        defer { for descriptor in untaken { close(descriptor) } }
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let late = Late()
        do {
            let listener = try ServerBootstrap(group: loop)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        guard let server = late.server else { throw Failure(message: "the server is gone") }
                        try server.accept(channel)
                    }
                }
                .bind(host: "127.0.0.1", port: 0).wait()
            let server = RuntimeAPIServer(loop, listener)
            try loop.submit { late.server = server }.wait()
            // Whoever adopts a descriptor closes it, also when that fails.
            untaken.remove(host)
            let towardsHost = try adopt(host, on: loop) {
                server.takeFromHost($0, $1)
            } ended: {
                server.end()
            } hasRoom: {
                server.hold(!$0)
            }
            let towardsLaunch: any Channel
            untaken.remove(launch)
            do {
                towardsLaunch = try adopt(launch, on: loop) {
                    server.takeFromLaunch($0, $1)
                } ended: {
                }
            } catch {
                towardsHost.close(promise: nil)
                throw error
            }
            untaken.remove(idle)
            try loop.submit { server.begin(host: towardsHost, launch: towardsLaunch, idle: idle) }.wait()
            return server
        } catch {
            throw Failure(message: "no port for the Lambda Runtime API: \(error)")
        }
    }

    private init(_ loop: any EventLoop, _ listener: any Channel) {
        (self.loop, self.listener) = (loop, listener)
        address = "127.0.0.1:\(listener.localAddress?.port ?? 0)"
    }

    /// The server, for connections of a listener that has to be there before it. Touched on the event loop alone.
    private final class Late: @unchecked Sendable {
        // Sendable: touched on one event loop. Weak, so that the listener does not keep its own server.
        weak var server: RuntimeAPIServer?
    }

    private static func adopt(
        _ socket: CInt, on loop: any EventLoop, take: @escaping @Sendable (FrameHeader, [UInt8]) -> Void,
        ended: @escaping @Sendable () -> Void, hasRoom: @escaping @Sendable (Bool) -> Void = { _ in }
    ) throws -> any Channel {
        try ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        FrameConnection(take: take, ended: ended, hasRoom: hasRoom))
                }
            }
            .withConnectedSocket(socket).wait()
    }

    private func begin(host: any Channel, launch: any Channel, idle: CInt) {
        (self.host, self.launch, self.idle) = (host, launch, idle)
        if isOver { release() }
    }

    private func accept(_ channel: any Channel) throws {
        lastPeer += 1
        let connection = RuntimeConnection(peer: lastPeer, server: self)
        let pipeline = channel.pipeline.syncOperations
        // A runtime asks one thing at a time. Without pipelining help a connection that goes while it waits is seen going.
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false, withErrorHandling: true)
        try pipeline.addHandler(connection)
        guard !isOver else { return channel.close(promise: nil) }
        connections[lastPeer] = connection
    }

    /// Lets the session decide something, and does what comes of it. On the event loop.
    func act(_ decide: (inout RuntimeSession) -> [RuntimeSession.Effect]) {
        var told: EventLoopFuture<Void>?
        for effect in decide(&session) {
            switch effect {
            case .tell(let frame): told = host?.writeAndFlush(ByteBuffer(bytes: frame))
            case .hand(let peer, let invocation): connections[peer]?.answer(invocation)
            case .reply(let peer, let reply):
                guard let told else {
                    connections[peer]?.answer(reply)
                    continue
                }
                // A process that exits once it is answered must not be seen going before what it said.
                told.assumeIsolated().whenComplete { [self] _ in connections[peer]?.answer(reply) }
            }
        }
    }

    /// Whether an answer for an invocation may come now. On the event loop.
    func begin(_ peer: RuntimeSession.Peer, requestID: String, as wanted: String) -> RuntimeReply? {
        session.begin(peer, requestID: requestID, as: wanted)
    }

    /// A connection is gone. On the event loop.
    func lost(_ peer: RuntimeSession.Peer) {
        connections[peer] = nil
        act { $0.lost(peer) }
    }

    private func takeFromHost(_ header: FrameHeader, _ body: [UInt8]) {
        switch FrameKind(rawValue: header.kind) {
        case .invoke:
            let invocation = body.withUnsafeBytes { RuntimeInvocation(call: header.call, image: $0) }
            guard let invocation else { return end() }
            act { $0.invoke(invocation) }
        // Orders, for the worker's executable.
        default: pass(header, body, to: launch)
        }
    }

    /// Reads no more of what the process sends while the host does not take it: a runtime that writes waits then.
    private func hold(_ isHeld: Bool) {
        for connection in connections.values { connection.hold(isHeld) }
    }

    /// What the worker's executable says before it becomes the runtime goes to the host as it is.
    private func takeFromLaunch(_ header: FrameHeader, _ body: [UInt8]) { pass(header, body, to: host) }

    private func pass(_ header: FrameHeader, _ body: [UInt8], to channel: (any Channel)?) {
        guard let channel, let kind = FrameKind(rawValue: header.kind) else { return }
        var frame = FrameWriter(kind, call: header.call, reserving: body.count)
        frame.appendRaw { $0 += body }
        channel.writeAndFlush(ByteBuffer(bytes: frame.finish()), promise: nil)
    }

    private func end() {
        guard !isOver else { return }
        isOver = true
        release()
    }

    private func release() {
        for channel in [listener, host, launch].compactMap({ $0 }) { channel.close(promise: nil) }
        for connection in connections.values { connection.close() }
        connections = [:]
        if let idle { close(idle) }
        (host, launch, idle) = (nil, nil, nil)
    }
}
