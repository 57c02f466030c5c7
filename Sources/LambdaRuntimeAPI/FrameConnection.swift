import NIOCore
import PluginRuntime

/// Takes the frames of one socket apart.
final class FrameConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let take: @Sendable (FrameHeader, [UInt8]) -> Void
    private let ended: @Sendable () -> Void
    private let hasRoom: @Sendable (Bool) -> Void
    private var pending = ByteBuffer()

    /// - Parameters:
    ///   - take: Given every frame, on the channel's event loop.
    ///   - ended: The other side is gone, or what it sends is no frame.
    ///   - hasRoom: Told when what is sent begins to wait for the other side, and when that is over.
    init(
        take: @escaping @Sendable (FrameHeader, [UInt8]) -> Void, ended: @escaping @Sendable () -> Void,
        hasRoom: @escaping @Sendable (Bool) -> Void
    ) {
        (self.take, self.ended, self.hasRoom) = (take, ended, hasRoom)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        hasRoom(context.channel.isWritable)
        context.fireChannelWritabilityChanged()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var piece = unwrapInboundIn(data)
        pending.writeBuffer(&piece)
        while pending.readableBytes >= FrameHeader.byteCount {
            guard let header = pending.withUnsafeReadableBytes({ FrameHeader($0) }) else {
                return context.close(promise: nil)
            }
            let count = Int(header.bodyCount)
            guard pending.readableBytes >= FrameHeader.byteCount + count else { break }
            pending.moveReaderIndex(forwardBy: FrameHeader.byteCount)
            take(header, pending.readBytes(length: count) ?? [])
        }
        if pending.readableBytes == 0 { pending.clear(minimumCapacity: 0) } else { pending.discardReadBytes() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        ended()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
