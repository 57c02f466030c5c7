import Digests
import JSONTree

/// Fetches the tokens of connections and keeps each until shortly before it expires.
package actor TokenKeeper {
    private struct Entry {
        let client: OAuthClient
        let token: String
        /// On the clock `uptime`; `nil`: until it is refused.
        let end: Duration?
    }

    private let send: @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse
    private let uptime: @Sendable () -> Duration
    private var entries: [String: Entry] = [:]

    /// Keeps nothing yet.
    ///
    /// - Parameters:
    ///   - uptime: A clock that never jumps.
    ///   - send: Asks a server.
    package init(
        uptime: @escaping @Sendable () -> Duration,
        send: @escaping @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse
    ) {
        self.uptime = uptime
        self.send = send
    }

    /// The value of `Authorization` for a connection's requests: `Bearer …`.
    ///
    /// - Parameter refused: A value that a server did not take: it is not handed out again.
    /// - Throws: `ConnectionError` when the authorization endpoint gives none.
    package func authorization(
        of client: OAuthClient, connection: String, refused: String? = nil
    ) async throws(ConnectionError) -> String {
        if let entry = entries[connection], entry.client == client, entry.token != refused,
            entry.end.map({ uptime() < $0 - Limits.tokenMargin }) ?? true
        {
            return entry.token
        }
        let entry = try await fetch(client, for: connection)
        entries[connection] = entry
        return entry.token
    }

    private func fetch(_ client: OAuthClient, for connection: String) async throws(ConnectionError) -> Entry {
        let response: OutboundResponse
        do { response = try await send(Self.request(of: client)) } catch {
            throw Self.failure(of: client, connection, "cannot be asked: \(error.message)")
        }
        guard (200..<300).contains(response.status) else {
            throw Self.failure(of: client, connection, "answers \(response.status) \(response.reason)")
        }
        guard let answer = try? JSON.parse(response.body), let token = answer["access_token"]?.stringValue,
            !token.isEmpty
        else {
            // What else it may have said could hold a secret.
            throw Self.failure(of: client, connection, "gives no access_token")
        }
        let kind = answer["token_type"]?.stringValue ?? "Bearer"
        let value = "\(kind.lowercased() == "bearer" ? "Bearer" : kind) \(token)"
        guard HTTPField("Authorization", value).isHeader else {
            throw Self.failure(of: client, connection, "gives an access_token that cannot be a header")
        }
        let seconds = answer["expires_in"].flatMap { $0.integerValue ?? $0.stringValue.flatMap { Int64($0) } }
        return Entry(client: client, token: value, end: seconds.map { uptime() + .seconds($0) })
    }

    /// The credentials go where the parameters go: into the form, for GET into the query string.
    private static func request(of client: OAuthClient) -> OutboundRequest {
        var form = [
            HTTPField("grant_type", "client_credentials"), HTTPField("client_id", client.clientID),
            HTTPField("client_secret", client.secret),
        ].filter { field in !(client.body + client.query).contains { $0.name == field.name } }
        form += client.body
        let isInQuery = client.method == "GET"
        let query = client.query + (isInQuery ? form : [])
        var headers = client.headers
        if !isInQuery, !headers.contains(where: { $0.isNamed("Content-Type") }) {
            headers.append(HTTPField("Content-Type", "application/x-www-form-urlencoded"))
        }
        return OutboundRequest(
            method: client.method, url: URLText.adding(query, to: client.endpoint), headers: headers,
            body: isInQuery ? nil : Array(URLText.form(form).utf8), timeout: Limits.tokenTimeout,
            responseBytesMax: Limits.tokenBytesMax)
    }

    private static func failure(of client: OAuthClient, _ connection: String, _ problem: String) -> ConnectionError {
        ConnectionError(
            .invalidConnectionState,
            "The connection \(connection) is not authorized: its authorization endpoint \(client.endpoint) \(problem).")
    }
}
