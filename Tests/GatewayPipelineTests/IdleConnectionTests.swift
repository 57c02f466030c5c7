import AWSWire
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Gateway

/// Connections on which nothing happens are closed; those that wait for a reply are not. The loop's clock is moved by hand.
struct IdleConnectionTests {
    private func connection(_ arrivals: ArrivalWatch = ArrivalWatch()) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(
            handler: ExchangeHandler(
                grace: .seconds(2), idleTime: .seconds(60), arrivals: arrivals, slowTime: .seconds(30)
            ) { _ in 1_000_000 })
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func ask(_ channel: EmbeddedChannel) throws {
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
        try channel.writeInbound(HTTPServerRequestPart.head(head))
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
    }

    @Test func aConnectionWithoutARequestIsClosed() throws {
        let channel = try connection()
        channel.embeddedEventLoop.advanceTime(by: .seconds(59))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(16))
        #expect(!channel.isActive)
    }

    @Test func aConnectionWhoseRequestStopsHalfWayIsClosed() throws {
        let channel = try connection()
        channel.embeddedEventLoop.advanceTime(by: .seconds(50))
        try channel.writeInbound(
            HTTPServerRequestPart.head(HTTPRequestHead(version: .http1_1, method: .POST, uri: "/")))
        channel.embeddedEventLoop.advanceTime(by: .seconds(45))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(!channel.isActive)
    }

    @Test func aRequestWhoseHeadNeverEndsIsCutOff() throws {
        let arrivals = ArrivalWatch()
        let channel = try connection(arrivals)
        try channel.pipeline.syncOperations.addHandler(arrivals, position: .first)
        channel.embeddedEventLoop.advanceTime(by: .seconds(20))
        // A part of a head reaches no decoder here: it goes no further than the handler that notes it.
        arrivals.firstByteAt = channel.eventLoop.now
        channel.embeddedEventLoop.advanceTime(by: .seconds(24))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(22))
        #expect(!channel.isActive)
    }

    @Test(arguments: [(bytes: 1, isCut: true), (2_048, false)])
    func aBodyThatTricklesIsCutOffAndOneThatFlowsIsNot(bytes: Int, isCut: Bool) throws {
        let arrivals = ArrivalWatch()
        let channel = try connection(arrivals)
        arrivals.firstByteAt = channel.eventLoop.now
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/")
        try channel.writeInbound(HTTPServerRequestPart.head(head))
        for _ in 0..<90 where channel.isActive {
            try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(repeating: 0, count: bytes)))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(channel.isActive != isCut)
    }

    @Test func aConnectionThatWaitsForItsReplyStaysOpen() throws {
        let channel = try connection()
        try ask(channel)
        channel.embeddedEventLoop.advanceTime(by: .hours(2))
        #expect(channel.isActive)
        try channel.writeOutbound(
            OutgoingReply(wire: WireReply(status: 200, headers: [], body: []), keepsAlive: true, isHeadOnly: false))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(75))
        #expect(!channel.isActive)
    }

    @Test(arguments: [(HTTPVersion.http1_1, true), (.http1_0, false)])
    func aClientThatSendsNothingMoreIsAskedWhetherItStillReads(version: HTTPVersion, isAsked: Bool) throws {
        let channel = try connection()
        try channel.writeInbound(
            HTTPServerRequestPart.head(HTTPRequestHead(version: version, method: .GET, uri: "/")))
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        let part = try channel.readOutbound(as: HTTPServerResponsePart.self)
        #expect((part == .head(HTTPResponseHead(version: .http1_1, status: .processing))) == isAsked)
        #expect(channel.isActive, "whether it has gone, only the connection can tell")
    }

    @Test func aClientThatLeavesWhenNothingIsOwedIsLetGo() throws {
        let channel = try connection()
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        channel.embeddedEventLoop.run()
        #expect(!channel.isActive)
    }

    @Test func whoFollowsAStreamAndSendsNothingMoreHasLeft() throws {
        let channel = try connection()
        try ask(channel)
        let head = WireReply(status: 200, headers: [("Content-Type", "text/event-stream")])
        try channel.writeOutbound(OutgoingReply(wire: head, keepsAlive: true, isHeadOnly: false, part: .head))
        let piece = WireReply(status: 200, body: Array("data: 1\n\n".utf8))
        try channel.writeOutbound(OutgoingReply(wire: piece, keepsAlive: true, isHeadOnly: false, part: .piece))
        guard case .head(let sent)? = try channel.readOutbound(as: HTTPServerResponsePart.self) else {
            Issue.record("no head")
            return
        }
        #expect(!sent.headers.contains(name: "Content-Length"))
        channel.embeddedEventLoop.advanceTime(by: .hours(2))
        #expect(channel.isActive, "a stream that is silent for long stays open")
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(!channel.isActive)
    }

    @Test func aStreamDoesNotHoldUpTheEnd() throws {
        let channel = try connection()
        try ask(channel)
        let head = WireReply(status: 200)
        try channel.writeOutbound(OutgoingReply(wire: head, keepsAlive: true, isHeadOnly: false, part: .head))
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(!channel.isActive)
    }

    @Test func aStreamThatEndsLeavesTheConnectionForTheNextRequest() throws {
        let channel = try connection()
        try ask(channel)
        let wire = WireReply(status: 200)
        try channel.writeOutbound(OutgoingReply(wire: wire, keepsAlive: true, isHeadOnly: false, part: .head))
        try channel.writeOutbound(OutgoingReply(wire: wire, keepsAlive: true, isHeadOnly: false, part: .end))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(75))
        #expect(!channel.isActive, "nothing is owed any more")
    }
}
