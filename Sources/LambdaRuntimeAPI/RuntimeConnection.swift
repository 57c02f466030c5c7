import Digests
import NIOCore
import NIOHTTP1
import PluginRuntime

/// One connection of a runtime: takes its requests apart and writes what the session answers.
///
/// Lives on the connection's event loop.
final class RuntimeConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What is done with the body of the request.
    private enum Phase {
        /// It is thrown away, or there is none. Leads to the others with the next request.
        case dropping
        /// It is gathered. Leads to `dropping`.
        case gathering(RuntimeRoute, errorType: String?, body: [UInt8])
        /// It goes on piece by piece. Leads to `dropping`.
        case streaming
    }

    private let peer: RuntimeSession.Peer
    private let server: RuntimeAPIServer
    private var context: ChannelHandlerContext?
    private var phase = Phase.dropping
    /// The end of the request is still to come.
    private var isReading = false
    /// The answer is still to come.
    private var isOwed = false
    private var keepsAlive = true

    /// A connection by its number.
    init(peer: RuntimeSession.Peer, server: RuntimeAPIServer) {
        (self.peer, self.server) = (peer, server)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelInactive(context: ChannelHandlerContext) {
        server.lost(peer)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What is no HTTP has been answered by the handler before this one.
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let piece): take(piece)
        case .end(let trailers): finish(trailers)
        }
    }

    /// Reads no more until it is told to go on.
    func hold(_ isHeld: Bool) { context?.channel.setOption(.autoRead, value: !isHeld).whenFailure { _ in } }

    /// Ends it.
    func close() { context?.close(promise: nil) }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard !isReading, !isOwed else { return context.close(promise: nil) }
        (isReading, isOwed) = (true, true)
        keepsAlive = head.isKeepAlive
        let route = RuntimeRoute(method: head.method.rawValue, target: head.uri)
        let errorType = head.headers.first(name: Self.errorTypeName)
        let refusal: RuntimeReply? =
            switch route {
            case .next, .ping, .initError: nil
            case .response(let id): server.begin(peer, requestID: id, as: "InvocationResponse")
            case .error(let id): server.begin(peer, requestID: id, as: "InvocationErrorResponse")
            case .wrongMethod: .text(405, "")
            case .unknown: .text(404, "404 page not found\n")
            }
        if let refusal { return answer(refusal) }
        phase = .gathering(route, errorType: errorType, body: [])
        if case .response = route, let mode = head.headers.first(name: "Lambda-Runtime-Function-Response-Mode") {
            guard mode.lowercased() == "streaming" else {
                phase = .dropping
                let failure = RuntimeFailure(type: "Runtime.InvalidResponseModeHeader", message: "")
                return server.act { $0.fail(peer, failure, reply: .wrongMode) }
            }
            phase = .streaming
        }
        if head.headers.first(name: "Expect")?.lowercased() == "100-continue" {
            context.writeAndFlush(
                wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .continue))), promise: nil)
        }
    }

    private func take(_ piece: ByteBuffer) {
        switch phase {
        case .streaming: server.act { $0.append(peer, Array(piece.readableBytesView)) }
        case .gathering(let route, let errorType, var body):
            phase = .dropping
            guard body.count + piece.readableBytes <= RuntimeSession.answerBytesMax else {
                switch route {
                case .response, .error: return server.act { $0.tooLarge(peer) }
                default: return answer(.tooLarge(bytesMax: RuntimeSession.answerBytesMax))
                }
            }
            body.append(contentsOf: piece.readableBytesView)
            phase = .gathering(route, errorType: errorType, body: body)
        case .dropping: return
        }
    }

    private func finish(_ trailers: HTTPHeaders?) {
        isReading = false
        let before = phase
        phase = .dropping
        switch before {
        case .dropping: return
        case .streaming: server.act { $0.end(peer, trailers) }
        case .gathering(let route, let errorType, let body):
            switch route {
            case .next: server.act { $0.next(peer) }
            case .ping: answer(.text(200, "pong"))
            case .response: server.act { $0.finish(peer, body) }
            case .error: server.act { $0.fail(peer, RuntimeFailure(body: body, header: errorType)) }
            case .initError: server.act { $0.initFailed(peer, RuntimeFailure(body: body, header: errorType)) }
            case .wrongMethod, .unknown: return
            }
        }
    }

    /// Answers the request that waits.
    func answer(_ reply: RuntimeReply) {
        write(HTTPResponseStatus(statusCode: reply.status), [("Content-Type", reply.contentType)], reply.body)
    }

    /// Answers the request that waits with an invocation.
    func answer(_ invocation: RuntimeInvocation) {
        let headers = invocation.headers.map { ($0.name, $0.value) }
        write(.ok, [("Content-Type", "application/json")] + headers, invocation.payload)
    }

    private func write(_ status: HTTPResponseStatus, _ headers: [(String, String)], _ body: [UInt8]) {
        guard let context, isOwed else { return }
        isOwed = false
        // When the answer comes before the request's end, what follows of it is of no use.
        phase = .dropping
        var fields = HTTPHeaders(headers)
        fields.add(name: "Content-Length", value: String(body.count))
        if !keepsAlive { fields.add(name: "Connection", value: "close") }
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: fields))), promise: nil)
        if !body.isEmpty { context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if !keepsAlive { context.close(promise: nil) }
    }

    /// What says in a header or a trailer of which type an error is.
    static let errorTypeName = "Lambda-Runtime-Function-Error-Type"
}

extension RuntimeSession {
    /// A streamed answer is at its end; trailers may say that it failed half-way.
    ///
    /// Source: Lambda developer guide, "Response streaming" of custom runtimes: the body of the error is base64.
    fileprivate mutating func end(_ peer: Peer, _ trailers: HTTPHeaders?) -> [Effect] {
        guard let type = trailers?.first(name: RuntimeConnection.errorTypeName) else { return finish(peer, []) }
        let body = trailers?.first(name: "Lambda-Runtime-Function-Error-Body").flatMap { Base64.decode($0) } ?? []
        return fail(peer, RuntimeFailure(body: body, header: type))
    }
}
