import NIOCore

/// Notes when the first byte of a request comes: long before the request is one. Stands before the HTTP decoder, on the connection's event loop.
final class ArrivalWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// `nil` between requests: whoever has read one whole sets it so.
    var firstByteAt: NIODeadline?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if firstByteAt == nil { firstByteAt = context.eventLoop.now }
        context.fireChannelRead(data)
    }
}
