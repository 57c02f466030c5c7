import Digests
import JSONTree
import OutboundHTTP

/// Asks a running `newel up` about itself.
struct ServerClient: Sendable {
    /// `http://127.0.0.1:4566`.
    let address: String
    private let client = OutboundClient()
    private static let replyBytesMax = 16 << 20

    /// What a page answers.
    ///
    /// - Returns: `nil` when nobody listens at the address.
    /// - Throws: when who listens is no Newel, or refuses.
    func get(_ path: String) async throws -> JSON? {
        let request = OutboundRequest(
            method: "GET", url: address + path, headers: [], body: nil, timeout: .seconds(30),
            responseBytesMax: Self.replyBytesMax)
        let response: OutboundResponse
        do throws(OutboundError) { response = try await client.send(request) } catch {
            if error.code == .unreachable { return nil }
            throw CommandFailure("\(address) does not answer: \(error.message)")
        }
        let body = try? JSON.parse(response.body)  // told below
        guard response.status == 200, let body else {
            throw CommandFailure(
                body?["message"]?.stringValue
                    ?? "\(address) is not this version of Newel: it answers \(response.status).")
        }
        return body
    }

    /// Ends its thread.
    func close() { client.close() }
}
