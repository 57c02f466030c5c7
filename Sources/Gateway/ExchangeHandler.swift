import AWSWire
import NIOCore
import NIOHTTP1

/// Gathers the parts of a request into one value, and writes a reply as one flush.
///
/// Lives on the connection's event loop.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = IncomingRequest
    typealias OutboundIn = OutgoingReply
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        /// Between requests. Leads to `reading` or `dropping`.
        case idle
        /// The head is there. Leads to `idle` or `dropping`.
        case reading(IncomingRequest, bodyBytesMax: Int)
        /// The connection ends after the replies still owed; what comes in is thrown away. Final.
        case dropping
    }

    private let bodyBytesMax: @Sendable (_ head: WireRequest) -> Int
    private let grace: TimeAmount
    private let idleTime: TimeAmount
    /// Knows when the first byte of a request came.
    private let arrivals: ArrivalWatch
    /// How long a head may take, and a body that comes too slowly.
    private let slowTime: TimeAmount
    private var lastRead = NIODeadline.uptimeNanoseconds(0)
    private var idleCheck: RepeatedTask?
    private var phase = Phase.idle
    /// Requests handed over whose replies have not been written.
    private var owed = 0
    private var isStopping = false
    /// A reply is under way whose end nobody knows.
    private var isStreaming = false
    /// Where the connection comes from.
    private var peer = ""
    /// The last request was of HTTP/1.1.
    private var takesInterimResponses = false

    /// - Parameters:
    ///   - grace: How long requests under way may take when the listener stops.
    ///   - idleTime: How long a client may send nothing while no reply is owed to it.
    ///   - arrivals: Stands first in the pipeline.
    ///   - slowTime: How long the head of a request may take; afterwards its body must have come at 1 KiB a second at the least.
    init(
        grace: Duration, idleTime: Duration, arrivals: ArrivalWatch, slowTime: Duration,
        bodyBytesMax: @escaping @Sendable (_ head: WireRequest) -> Int
    ) {
        self.bodyBytesMax = bodyBytesMax
        self.arrivals = arrivals
        self.slowTime = TimeAmount(slowTime)
        self.grace = TimeAmount(grace)
        self.idleTime = TimeAmount(idleTime)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        lastRead = context.eventLoop.now
        peer = context.remoteAddress?.ipAddress ?? ""
        // One look now and then costs less than a timer for each request; a connection lives a quarter longer at most.
        let pause = TimeAmount.nanoseconds(min(idleTime.nanoseconds / 4, slowTime.nanoseconds / 2))
        let bound = NIOLoopBound((handler: self, channel: context.channel), eventLoop: context.eventLoop)
        idleCheck = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            let (handler, channel) = bound.value
            let now = channel.eventLoop.now
            if handler.owed == 0, now - handler.lastRead >= handler.idleTime || handler.isTooSlow(now) {
                channel.close(promise: nil)
            }
        }
    }

    /// Whether the client takes longer over its request than anybody has to.
    private func isTooSlow(_ now: NIODeadline) -> Bool {
        guard let first = arrivals.firstByteAt else { return false }
        let late = now - first - slowTime
        guard late > .zero else { return false }
        guard case .reading(let request, _) = phase else { return true }
        return Int64(request.wire.body.count) < late.nanoseconds / 1_000_000_000 * Self.slowBytes
    }

    /// What a slow body must have at the least, for each second after `slowTime`.
    private static let slowBytes: Int64 = 1_024

    func channelInactive(context: ChannelHandlerContext) {
        idleCheck?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { idleCheck?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        lastRead = context.eventLoop.now
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let part): append(part, context)
        case .end: finish(context)
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard case .idle = phase, !isStopping else { return }
        takesInterimResponses = head.version == .http1_1
        let (path, query) = Self.split(head.uri)
        var request = IncomingRequest(
            wire: WireRequest(
                method: head.method.rawValue, path: path, query: query,
                headers: head.headers.map { (Self.lowercased($0.name), $0.value) }),
            keepsAlive: head.isKeepAlive)
        request.wire.peer = peer
        let most = bodyBytesMax(request.wire)
        let announced = request.wire.header("content-length").flatMap { Int($0) } ?? 0
        if announced > most {
            refuse(&request, context)
            return
        }
        request.wire.body.reserveCapacity(announced)
        if request.wire.header("expect")?.lowercased() == "100-continue", owed == 0 {
            context.writeAndFlush(
                wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .continue))), promise: nil)
        }
        phase = .reading(request, bodyBytesMax: most)
    }

    private func append(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .reading(var request, let most) = phase else { return }
        phase = .idle
        if request.wire.body.count + part.readableBytes > most {
            refuse(&request, context)
            return
        }
        part.withUnsafeReadableBytes { request.wire.body.append(contentsOf: $0) }
        phase = .reading(request, bodyBytesMax: most)
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard case .reading(let request, _) = phase else { return }
        phase = request.keepsAlive ? .idle : .dropping
        hand(request, context)
    }

    private func refuse(_ request: inout IncomingRequest, _ context: ChannelHandlerContext) {
        request.wire.body = []
        request.isTooLarge = true
        request.keepsAlive = false
        phase = .dropping
        hand(request, context)
    }

    private func hand(_ request: IncomingRequest, _ context: ChannelHandlerContext) {
        arrivals.firstByteAt = nil
        owed += 1
        context.fireChannelRead(wrapInboundOut(request))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let reply = unwrapOutboundIn(data)
        switch reply.part {
        case .whole: owed -= 1
        case .head: isStreaming = true
        case .piece:
            let bytes = context.channel.allocator.buffer(bytes: reply.wire.body)
            return context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: promise)
        case .end:
            (owed, isStreaming) = (owed - 1, false)
            context.write(wrapOutboundOut(.end(nil)), promise: promise)
            if !reply.keepsAlive || isStopping { end(context) }
            return
        }
        let endsHere = !reply.keepsAlive || isStopping
        var headers = HTTPHeaders()
        headers.reserveCapacity(reply.wire.headers.count + 3)
        for header in reply.wire.headers where !header.value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 }) {
            headers.add(name: header.name, value: header.value)
        }
        // A reply to HEAD may know the length of what it does not carry.
        if reply.part == .whole, reply.wire.status != 204, reply.wire.status != 304,
            !headers.contains(name: "Content-Length")
        {
            headers.add(name: "Content-Length", value: String(reply.wire.file?.count ?? reply.wire.body.count))
        }
        if endsHere { headers.add(name: "Connection", value: "close") }
        headers.add(name: "Date", value: HTTPDate.now)
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: reply.wire.status), headers: headers)
        guard reply.part == .whole else { return context.write(wrapOutboundOut(.head(head)), promise: promise) }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !reply.isHeadOnly, let file = reply.wire.file {
            write(file, context)
        } else if !reply.isHeadOnly, !reply.wire.body.isEmpty {
            context.write(
                wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: reply.wire.body)))),
                promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
        if endsHere { end(context) }
    }

    /// Lets the system carry a file's bytes to the client.
    private func write(_ file: FileSlice, _ context: ChannelHandlerContext) {
        guard file.count > 0 else { return }
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: file.descriptor)
        let region = FileRegion(fileHandle: handle, readerIndex: file.offset, endIndex: file.offset + file.count)
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound((handle: handle, file: file), eventLoop: context.eventLoop)
        isWritten.futureResult.whenComplete { _ in
            // The slice owns the descriptor: the handle gives it back, and with the slice's last copy it is closed.
            withExtendedLifetime(bound.value.file) { _ = try? bound.value.handle.takeDescriptorOwnership() }
        }
        context.write(wrapOutboundOut(.body(.fileRegion(region))), promise: isWritten)
    }

    /// Ends the connection so that the client can still read what was written: our half first, the rest a second later at the latest.
    private func end(_ context: ChannelHandlerContext) {
        phase = .dropping
        context.flush()
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(mode: .all, promise: nil) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            isStopping = true
            // A stream has no end that could be waited for: who follows it comes back to the next process.
            if owed == 0 || isStreaming {
                context.close(promise: nil)
            } else {
                let channel = context.channel
                context.eventLoop.scheduleTask(in: grace) { channel.close(mode: .all, promise: nil) }
            }
        // Who follows a stream and sends nothing more has left; and nothing may be written between the pieces of a reply.
        case ChannelEvent.inputClosed where owed == 0 || isStreaming:
            context.close(promise: nil)
        case ChannelEvent.inputClosed:
            probe(context)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Finds out whether a client that sends nothing more still reads: one that has gone resets the connection when it is sent something, which
    /// ends what is being worked on for it. An interim response is the only thing that may be sent before the reply.
    private func probe(_ context: ChannelHandlerContext) {
        guard takesInterimResponses else { return }
        let head = HTTPResponseHead(version: .http1_1, status: .processing)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The HTTP error handler before this one has answered what was malformed; nothing of this connection can be trusted any more.
        context.close(promise: nil)
    }

    private static func split(_ target: String) -> (path: String, query: String) {
        var text = target[...]
        if !text.utf8.starts(with: "/".utf8), let scheme = text.range(ofUTF8: "://") {
            // The absolute form, as proxies send it.
            text = text[scheme.upperBound...]
            guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return ("/", "") }
            text = text[slash...]
        }
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (String(text), "") }
        return (String(text[..<mark]), String(text[text.utf8.index(after: mark)...]))
    }

    private static func lowercased(_ name: String) -> String {
        var name = name
        return name.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { buffer in
                for place in bytes.indices {
                    buffer[place] = bytes[place] &- 0x41 < 26 ? bytes[place] | 0x20 : bytes[place]
                }
                return bytes.count
            }
        }
    }
}

extension Substring {
    /// Where a short text stands in this one.
    fileprivate func range(ofUTF8 wanted: String) -> Range<Index>? {
        var position = startIndex
        while position < endIndex {
            if utf8[position...].starts(with: wanted.utf8) {
                return position..<utf8.index(position, offsetBy: wanted.utf8.count)
            }
            position = utf8.index(after: position)
        }
        return nil
    }
}
