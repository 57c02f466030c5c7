import AWSWire
import JSONTree
import OutboundHTTP
import Platform

/// Sends requests to a running server, signed when there are keys to sign with.
struct SigningClient: Sendable {
    /// `http://127.0.0.1:4566`.
    let address: String
    private let credentials: AWSCredentials?
    private let client = OutboundClient()

    /// - Parameter fallback: Signs when no keys are found.
    /// - Throws: As `ClientKeys.found()`.
    init(_ address: String, otherwise fallback: AWSCredentials? = nil) throws {
        self.address = address
        credentials = try ClientKeys.found() ?? fallback
    }

    /// What `Host` says.
    var host: String { String(address.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }) }

    /// Sends a request, which is to have its `host`.
    func send(
        _ request: WireRequest, service: String, region: String, timeout: Duration, responseBytesMax: Int
    ) async throws(OutboundError) -> OutboundResponse {
        let signed = credentials.map {
            RequestSigner($0, region: region, service: service).signed(request, at: SystemClock().now)
        }
        let final = signed ?? request
        let query = final.query.isEmpty ? "" : "?\(final.query)"
        return try await client.send(
            OutboundRequest(
                method: final.method, url: address + final.path + query,
                headers: final.headers.filter { $0.name != "host" }.map { HTTPField($0.name, $0.value) },
                body: final.method == "GET" ? nil : final.body, timeout: timeout, responseBytesMax: responseBytesMax))
    }

    /// Asks for a page of the server's own.
    func page(
        _ path: String, query: String = "", posting body: JSON? = nil, timeout: Duration = .seconds(60)
    ) async throws(OutboundError) -> OutboundResponse {
        let type = body == nil ? [] : [(name: "content-type", value: "application/json")]
        let request = WireRequest(
            method: body == nil ? "GET" : "POST", path: path, query: query,
            headers: [(name: "host", value: host)] + type, body: body?.bytes ?? [])
        return try await send(
            request, service: "newel", region: "us-east-1", timeout: timeout, responseBytesMax: 64 << 20)
    }

    /// What a page's refusal says, and what to do when it wants to know who asks.
    func refusal(_ response: OutboundResponse, _ answer: JSON?) -> CommandFailure {
        guard let message = answer?["message"]?.stringValue else {
            return CommandFailure("\(address) is not this version of Newel: it answers \(response.status).")
        }
        return CommandFailure(response.status == 403 ? "\(address): \(message). \(ClientKeys.advice)" : message)
    }

    /// Ends its thread.
    func close() { client.close() }
}
