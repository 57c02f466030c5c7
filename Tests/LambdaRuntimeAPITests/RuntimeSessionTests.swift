import LambdaRuntimeAPI
import PluginRuntime
import Testing

struct RuntimeSessionTests {
    /// The frames among effects: their kinds, calls and bodies.
    private func told(_ effects: [RuntimeSession.Effect]) -> [(kind: FrameKind?, call: UInt64, body: String)] {
        effects.compactMap { effect in
            guard case .tell(let bytes) = effect, let header = bytes.withUnsafeBytes({ FrameHeader($0) }) else {
                return nil
            }
            let body = String(decoding: bytes.dropFirst(FrameHeader.byteCount), as: UTF8.self)
            return (FrameKind(rawValue: header.kind), header.call, body)
        }
    }

    private func statuses(_ effects: [RuntimeSession.Effect]) -> [Int] {
        effects.compactMap { if case .reply(_, let reply) = $0 { reply.status } else { nil } }
    }

    private func invocation(_ call: UInt64, _ id: String) -> RuntimeInvocation {
        RuntimeInvocation(
            call: call, requestID: id, arn: "arn:aws:lambda:us-east-1:000000000000:function:f",
            deadlineMilliseconds: 1_000,
            trace: "Root=1", clientContext: "", payload: Array("{}".utf8))
    }

    /// A session that has handed out one invocation, to connection 1.
    private func running(_ id: String = "a") -> RuntimeSession {
        var session = RuntimeSession()
        _ = session.next(1)
        #expect(session.invoke(invocation(7, id)) == [.hand(1, invocation(7, id))])
        return session
    }

    @Test func theFirstQuestionSaysThatTheRuntimeIsUp() {
        var session = RuntimeSession()
        #expect(told(session.next(1)).map(\.kind) == [.ready])
        #expect(session.next(2).isEmpty)
    }

    @Test func whoAskedFirstIsHandedTheInvocation() {
        var session = RuntimeSession()
        _ = session.next(1)
        _ = session.next(2)
        _ = session.lost(1)
        #expect(session.invoke(invocation(1, "a")) == [.hand(2, invocation(1, "a"))])
    }

    @Test func anInvocationWaitsForWhoComesLater() {
        var session = running()
        #expect(session.begin(1, requestID: "a") == nil)
        #expect(statuses(session.finish(1, [])) == [202])
        #expect(session.invoke(invocation(8, "b")).isEmpty)
        #expect(session.next(1) == [.hand(1, invocation(8, "b"))])
    }

    @Test func anAnswerGoesToTheCallItIsFor() {
        var session = running()
        #expect(session.begin(2, requestID: "a") == nil)
        let effects = session.finish(2, Array("[1]".utf8))
        #expect(told(effects).map(\.kind) == [.succeeded])
        #expect(told(effects).map(\.call) == [7])
        #expect(told(effects).map(\.body) == [String(repeating: "\0", count: 8) + "[1]"])
        #expect(statuses(effects) == [202])
    }

    @Test func piecesGoOnAtOnce() {
        var session = running()
        _ = session.begin(1, requestID: "a")
        #expect(told(session.append(1, Array("[1".utf8))).map(\.kind) == [.chunk])
        #expect(told(session.append(1, Array(",2]".utf8))).map(\.body) == [",2]"])
        #expect(told(session.finish(1, [])).map(\.kind) == [.succeeded])
    }

    @Test(arguments: ["", "b", "aa"]) func anotherRequestsAnswerIsRefused(id: String) {
        var session = running()
        #expect(session.begin(1, requestID: id) == .wrongID)
        #expect(session.begin(1, requestID: "a") == nil)
    }

    @Test func nothingIsAnsweredTwice() {
        var session = running()
        _ = session.begin(1, requestID: "a")
        #expect(session.begin(2, requestID: "a")?.status == 403)
        #expect(session.finish(2, []).isEmpty)
        _ = session.finish(1, [])
        #expect(session.begin(1, requestID: "a")?.status == 403)
        #expect(session.finish(1, []).isEmpty)
    }

    @Test func nobodyGetsTheNextBeforeTheAnswer() {
        var session = running()
        #expect(statuses(session.next(2)) == [403])
        _ = session.begin(1, requestID: "a")
        #expect(statuses(session.next(2)) == [403])
    }

    @Test func tooLargeAnAnswerFailsTheCall() {
        var session = running()
        _ = session.begin(1, requestID: "a")
        let half = [UInt8](repeating: 0x20, count: RuntimeSession.answerBytesMax / 2 + 1)
        #expect(told(session.append(1, half)).map(\.kind) == [.chunk])
        let effects = session.append(1, half)
        #expect(told(effects).map(\.kind) == [.failed])
        #expect(told(effects)[0].body.contains("Function.ResponseSizeTooLarge"))
        #expect(statuses(effects) == [413])
        #expect(session.append(1, half).isEmpty)
        #expect(session.finish(1, []).isEmpty)
    }

    @Test func aConnectionLostHalfWayFailsTheCall() {
        var session = running()
        _ = session.begin(2, requestID: "a")
        #expect(session.lost(1).isEmpty)
        let effects = session.lost(2)
        #expect(told(effects)[0].body.contains("Runtime.TruncatedResponse"))
        #expect(session.next(1).isEmpty)
    }

    @Test func aRuntimeThatCannotStartSaysSoOnce() {
        var session = RuntimeSession()
        let failure = RuntimeFailure(type: "ConfigMissing", message: "no table")
        #expect(told(session.initFailed(1, failure)).map(\.kind) == [.unusable])
        #expect(statuses(session.initFailed(1, failure)) == [403])
        #expect(statuses(session.next(1)) == [403])
    }

    @Test func aRuntimeThatIsUpCannotFailToStart() {
        var session = RuntimeSession()
        _ = session.next(1)
        #expect(statuses(session.initFailed(2, RuntimeFailure(type: "A", message: "b"))) == [403])
    }

    @Test(arguments: [(false, 7 << 20, 413), (true, 7 << 20, 202), (true, 201 << 20, 413)])
    func aStreamedAnswerMayBeLarger(isStreamed: Bool, bytes: Int, status: Int) {
        var session = RuntimeSession()
        _ = session.next(1)
        var given = invocation(7, "a")
        given.isStreamed = isStreamed
        _ = session.invoke(given)
        #expect(session.begin(1, requestID: "a") == nil)
        let piece = [UInt8](repeating: 0x78, count: 1 << 20)
        var effects: [RuntimeSession.Effect] = []
        for _ in 0..<(bytes >> 20) where statuses(effects).isEmpty { effects = session.append(1, piece) }
        if statuses(effects).isEmpty { effects = session.finish(1, []) }
        #expect(statuses(effects) == [status])
    }
}
