import OutboundHTTP
import Testing

/// What becomes of requests that reach nobody; exchanges with real servers are in the end-to-end tests.
struct OutboundClientTests {
    private func request(_ url: String) -> OutboundRequest {
        OutboundRequest(
            method: "GET", url: url, headers: [], body: nil, timeout: .seconds(20), responseBytesMax: 100)
    }

    @Test(arguments: [
        ("ftp://127.0.0.1/", OutboundError.Code.badURL), ("http://127.0.0.1:1/", .unreachable), ("http://", .badURL),
    ])
    func whatCannotBeReachedIsToldApart(url: String, code: OutboundError.Code) async {
        let error = await #expect(throws: OutboundError.self) { try await OutboundClient().send(request(url)) }
        #expect(error?.code == code)
    }

    @Test func aCancelledTaskSendsNothing() async {
        let client = OutboundClient()
        let task = Task { () async throws(OutboundError) -> OutboundResponse in
            // Cancelled before this line: the task below waits for nothing else.
            while !Task.isCancelled { await Task.yield() }
            return try await client.send(request("http://127.0.0.1:1/"))
        }
        task.cancel()
        guard case .failure(let error as OutboundError) = await task.result else {
            Issue.record("an answer that nobody could give")
            return
        }
        #expect(error.code == .cancelled)
    }
}
