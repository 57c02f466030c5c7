import OutboundHTTP
import Synchronization
import Testing

/// When a token is fetched, and what is asked for it.
struct TokenKeeperTests {
    /// An authorization endpoint and a clock in one.
    private final class Endpoint: Sendable {
        let requests = Mutex<[OutboundRequest]>([])
        let now = Mutex(Duration.zero)
        let answer: @Sendable (Int) -> Result<OutboundResponse, OutboundError>

        init(_ answer: @escaping @Sendable (Int) -> Result<OutboundResponse, OutboundError>) { self.answer = answer }

        /// Numbers its tokens from 1.
        static func giving(expiresIn: String) -> Endpoint {
            Endpoint { number in
                let text = #"{"access_token": "t\#(number)", "token_type": "bearer"\#(expiresIn)}"#
                return .success(OutboundResponse(status: 200, reason: "OK", headers: [], body: Array(text.utf8)))
            }
        }

        var keeper: TokenKeeper {
            TokenKeeper(uptime: { self.now.withLock { $0 } }) { request throws(OutboundError) in
                let number = self.requests.withLock { requests in
                    requests.append(request)
                    return requests.count
                }
                return try self.answer(number).get()
            }
        }
    }

    private let client = OAuthClient(
        endpoint: "https://a/token?x=1", method: "POST", clientID: "me", secret: "s&s",
        query: [HTTPField("q", "2")], body: [HTTPField("scope", "a b")])

    @Test func aTokenIsKeptUntilAMinuteBeforeItsEnd() async throws {
        let endpoint = Endpoint.giving(expiresIn: #", "expires_in": 3600"#)
        let keeper = endpoint.keeper
        #expect(try await keeper.authorization(of: client, connection: "c") == "Bearer t1")
        endpoint.now.withLock { $0 = .seconds(3_539) }
        #expect(try await keeper.authorization(of: client, connection: "c") == "Bearer t1")
        endpoint.now.withLock { $0 = .seconds(3_541) }
        #expect(try await keeper.authorization(of: client, connection: "c") == "Bearer t2")
    }

    @Test func aTokenWithoutAnEndIsKeptUntilItIsRefused() async throws {
        let endpoint = Endpoint.giving(expiresIn: "")
        let keeper = endpoint.keeper
        _ = try await keeper.authorization(of: client, connection: "c")
        endpoint.now.withLock { $0 = .seconds(1_000_000) }
        #expect(try await keeper.authorization(of: client, connection: "c") == "Bearer t1")
        #expect(try await keeper.authorization(of: client, connection: "c", refused: "Bearer t1") == "Bearer t2")
        // A second task that was refused with the old one gets the new one.
        #expect(try await keeper.authorization(of: client, connection: "c", refused: "Bearer t1") == "Bearer t2")
    }

    @Test func aChangedClientGetsATokenOfItsOwn() async throws {
        let keeper = Endpoint.giving(expiresIn: "").keeper
        #expect(try await keeper.authorization(of: client, connection: "c") == "Bearer t1")
        let other = OAuthClient(endpoint: "https://a/token", method: "POST", clientID: "you", secret: "s")
        #expect(try await keeper.authorization(of: other, connection: "c") == "Bearer t2")
    }

    @Test(
        arguments: [
            (
                method: "POST", url: "https://a/token?x=1&q=2",
                body: "grant_type=client_credentials&client_id=me&client_secret=s%26s&scope=a%20b"
            ),
            (
                method: "GET",
                url:
                    "https://a/token?x=1&q=2&grant_type=client_credentials&client_id=me&client_secret=s%26s&scope=a%20b",
                body: nil
            ),
        ] as [(String, String, String?)])
    func credentialsGoWhereParametersGo(method: String, url: String, body: String?) async throws {
        let endpoint = Endpoint.giving(expiresIn: "")
        let client = OAuthClient(
            endpoint: client.endpoint, method: method, clientID: "me", secret: "s&s", query: client.query,
            body: client.body)
        _ = try await endpoint.keeper.authorization(of: client, connection: "c")
        let request = try #require(endpoint.requests.withLock { $0.first })
        #expect(request.url == url)
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
    }

    @Test(arguments: [
        OutboundResponse(status: 401, reason: "Unauthorized", headers: [], body: Array("s&s is wrong".utf8)),
        OutboundResponse(status: 200, reason: "OK", headers: [], body: Array("s&s is wrong".utf8)),
        OutboundResponse(status: 200, reason: "OK", headers: [], body: Array(#"{"access_token": "a\nb: c"}"#.utf8)),
    ])
    func whoGetsNoTokenIsNotAuthorizedAndTellsNoSecret(response: OutboundResponse) async throws {
        let keeper = Endpoint { _ in .success(response) }.keeper
        let error = await #expect(throws: ConnectionError.self) {
            try await keeper.authorization(of: client, connection: "c")
        }
        #expect(error?.errorName == "Events.ConnectionResource.InvalidConnectionState")
        #expect(error?.message.contains("s&s") == false)
    }
}
