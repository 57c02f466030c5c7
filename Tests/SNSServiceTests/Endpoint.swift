import JSONTree
import OutboundHTTP
import Synchronization

/// A server that subscribers run: notes what it is sent and answers as it is told, `200` when nobody said.
final class Endpoint: Sendable {
    struct State: Sendable {
        var requests: [OutboundRequest] = []
        var pauses: [Duration] = []
        var answers: [Int] = []
    }

    let state = Mutex(State())

    /// Answers a request; 0 stands for no answer.
    var send: @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse {
        { [self] (request) async throws(OutboundError) in
            let status = state.withLock { state in
                state.requests.append(request)
                return state.answers.isEmpty ? 200 : state.answers.removeFirst()
            }
            guard status > 0 else { throw OutboundError(.unreachable, "nobody is there") }
            return OutboundResponse(status: status, reason: "", headers: [], body: [])
        }
    }

    /// Passes at once, and is noted; what is done once an hour never comes.
    var pause: @Sendable (Duration) async throws -> Void {
        { [self] span in
            guard span >= .seconds(3_600) else { return state.withLock { $0.pauses.append(span) } }
            for await _ in AsyncStream<Void>(unfolding: { await Self.never() }) {}
            throw CancellationError()
        }
    }

    /// Waits for the nth request.
    func request(_ number: Int) async -> (headers: [HTTPField], body: JSON, text: String, url: String) {
        while true {
            if let found = state.withLock({ $0.requests.dropFirst(number - 1).first }) {
                let text = String(decoding: found.body ?? [], as: UTF8.self)
                return (found.headers, (try? JSON.parse(text)) ?? .null, text, found.url)
            }
            await Task.yield()
        }
    }

    private static func never() async -> Void? {
        let (stream, _) = AsyncStream<Void>.makeStream()
        for await _ in stream {}
        return nil
    }
}
