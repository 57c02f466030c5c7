import AWSWire
import HummingbirdCore
import JSONTree
import Logging
import NIOCore
import NIOHTTP1

/// One connection: requests are answered one after the other, in the order they came.
struct GatewayConnection: ServerChildChannel {
    typealias Value = NIOAsyncChannel<IncomingRequest, OutgoingReply>

    let door: AWSFrontDoor
    let configuration: GatewayConfiguration

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let (door, grace) = (door, configuration.shutdownGrace)
        let (idleTime, slowTime) = (configuration.idleTime, configuration.slowTime)
        return channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let arrivals = ArrivalWatch()
            try pipeline.addHandler(arrivals)
            // Replies are written whole and in order, and their headers are ours: neither pipelining help nor header checks are needed.
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: true, withOutboundHeaderValidation: false)
            try pipeline.addHandler(
                ExchangeHandler(grace: grace, idleTime: idleTime, arrivals: arrivals, slowTime: slowTime) {
                    door.bodyBytesMax(of: $0)
                })
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async {
        let executor = LoopExecutor(value.channel.eventLoop)
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: executor) { await serve(value, logger) }
            group.addTask {
                // A closed channel ends what is still being worked on; how it came to be closed does not matter here.
                try? await value.channel.closeFuture.get()
            }
            await group.next()
            group.cancelAll()
        }
    }

    private func serve(_ channel: Value, _ logger: Logger) async {
        do {
            try await channel.executeThenClose { inbound, outbound in
                for try await request in inbound {
                    if let site = configuration.site, !request.isTooLarge, site.takes(request.wire) {
                        try await send(await site.answer(request.wire), to: request, outbound)
                        if !request.keepsAlive { break }
                        continue
                    }
                    let reply = await answer(request)
                    logger.debug(
                        "request",
                        metadata: [
                            "http.method": "\(request.wire.method)", "http.path": "\(request.wire.path)",
                            "http.status": "\(reply.status)",
                            "aws.target": "\(request.wire.header("x-amz-target") ?? "")",
                        ])
                    try await send(
                        reply.pieces.map { .streamed(reply, $0) } ?? .whole(reply), to: request, outbound)
                    if !request.keepsAlive { break }
                }
                outbound.finish()
                try await channel.channel.closeFuture.get()
            }
        } catch {
            logger.debug("connection ended", metadata: ["error": "\(error)"])
        }
    }

    private func send(
        _ reply: SiteReply, to request: IncomingRequest, _ outbound: NIOAsyncChannelOutboundWriter<OutgoingReply>
    ) async throws {
        let isHeadOnly = request.wire.method == "HEAD"
        guard case .streamed(let head, let pieces) = reply, !isHeadOnly else {
            let wire =
                switch reply {
                case .whole(let wire), .streamed(let wire, _): wire
                }
            let whole = OutgoingReply(wire: wire, keepsAlive: request.keepsAlive, isHeadOnly: isHeadOnly)
            return try await outbound.write(whole)
        }
        var part = OutgoingReply(wire: head, keepsAlive: request.keepsAlive, isHeadOnly: false, part: .head)
        try await outbound.write(part)
        part.part = .piece
        for await piece in pieces {
            part.wire.body = piece
            try await outbound.write(part)
        }
        if head.wasCut?() == true { throw CutReply() }
        part.part = .end
        try await outbound.write(part)
    }

    private func answer(_ request: IncomingRequest) async -> WireReply {
        let wire = request.wire
        if request.isTooLarge { return door.tooLarge(wire) }
        if wire.path.utf8.count > 1, let page = configuration.pages[wire.path] { return await page(wire) }
        if wire.path.utf8.starts(with: "/_newel/".utf8) { return await own(wire) }
        if wire.path == "/", wire.query.isEmpty, wire.method == "GET" || wire.method == "HEAD", !door.isForS3(wire) {
            return text(
                200,
                "Newel runs AWS Step Functions on your machine. Point an AWS SDK, the aws CLI or SAM at this address.\n"
            )
        }
        return await door.answer(wire)
    }

    /// What the server says of itself.
    private func own(_ request: WireRequest) async -> WireReply {
        guard request.path == "/_newel/health" else { return text(404, "There is nothing here.\n") }
        guard request.method == "GET" || request.method == "HEAD" else { return text(405, "GET only.\n") }
        return WireReply(
            status: 200, headers: [("Content-Type", "application/json")], body: await configuration.health().bytes)
    }

    private func text(_ status: Int, _ words: String) -> WireReply {
        WireReply(status: status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array(words.utf8))
    }
}

/// A reply whose end cannot be sent: the connection ends instead.
private struct CutReply: Error {}
