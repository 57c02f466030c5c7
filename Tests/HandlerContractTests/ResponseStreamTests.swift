import HandlerContract
import JSONTree
import Synchronization
import Testing

@Suite struct ResponseStreamTests {
    private let stream = ResponseStream()
    private let outcome = InvocationOutcome(.success(Payload(.null)))

    private func text(_ step: ResponseStream.Step) -> String {
        switch step {
        case .piece(let bytes): String(decoding: bytes, as: UTF8.self)
        case .end(let outcome):
            switch outcome.result {
            case .success: "end"
            case .functionError(let failure): failure.type
            case .refused(let refusal): refusal.code
            }
        }
    }

    @Test func whatIsWrittenComesInOrderThenTheEnd() async {
        for piece in ["a", "", "b"] { #expect(stream.write(Array(piece.utf8))) }
        #expect(await text(stream.next()) == "ab")
        #expect(stream.write([0x63]))
        stream.finish(outcome)
        #expect(await text(stream.next()) == "c")
        #expect(await text(stream.next()) == "end")
        #expect(await text(stream.next()) == "end")
    }

    @Test func aReaderWaitsForAPieceThatIsWrittenLater() async {
        async let first = stream.next()
        async let write: Bool = stream.write([0x61])
        #expect(await text(first) == "a")
        #expect(await write)
    }

    @Test func whoWritesIsHeldBackUntilItIsRead() async {
        let rooms = Atomic<Int>(0)
        let room: @Sendable () -> Void = { rooms.add(1, ordering: .relaxed) }
        let piece = [UInt8](repeating: 0x78, count: 1 << 20)
        #expect(stream.write(piece) && !stream.isFull)
        #expect(stream.write([0x79]) && stream.isFull)
        stream.whenRoom(room)
        #expect(rooms.load(ordering: .relaxed) == 0)
        _ = await stream.next()
        #expect(!stream.isFull && rooms.load(ordering: .relaxed) == 1)
        stream.whenRoom(room)
        #expect(rooms.load(ordering: .relaxed) == 2)
    }

    @Test(arguments: [true, false])
    func theEndMakesRoom(isAbandoned: Bool) {
        let rooms = Atomic<Int>(0)
        _ = stream.write([UInt8](repeating: 0x78, count: 2 << 20))
        stream.whenRoom { rooms.add(1, ordering: .relaxed) }
        if isAbandoned { stream.abandon() } else { stream.finish(outcome) }
        #expect(!stream.isFull && rooms.load(ordering: .relaxed) == 1)
    }

    @Test func whatNobodyReadsIsThrownAway() async {
        _ = stream.write([0x61])
        stream.abandon()
        #expect(stream.write([UInt8](repeating: 0x78, count: 2 << 20)) && !stream.isFull)
        #expect(text(await stream.next()) == "ClientDisconnected")
    }

    @Test func aReaderThatIsCancelledWaitsNoLonger() async {
        let reader = Task { text(await stream.next()) }
        reader.cancel()
        #expect(await reader.value == "ClientDisconnected")
    }

    @Test func moreThanTheLimitIsRefused() {
        stream.begin(version: "3", bytesMax: 3)
        #expect(stream.version == "3")
        #expect(stream.write([1, 2, 3]))
        #expect(!stream.write([4]))
    }
}
