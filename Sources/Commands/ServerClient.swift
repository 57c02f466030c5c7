import JSONTree
import OutboundHTTP

/// Asks a running `newel up` about itself.
struct ServerClient: Sendable {
    private let client: SigningClient
    /// Longer than anybody works at a stretch, and as long as can be waited for.
    private static let longest = Duration.seconds(40 * 86_400)

    /// - Parameter address: `http://127.0.0.1:4566`.
    /// - Throws: As `ClientKeys.found()`.
    init(address: String) throws { client = try SigningClient(address) }

    /// `http://127.0.0.1:4566`.
    var address: String { client.address }

    /// What a page answers.
    ///
    /// - Returns: `nil` when nobody listens at the address.
    /// - Throws: when who listens is no Newel, or refuses.
    func get(_ path: String, query: String = "") async throws -> JSON? { try await ask(path, query, nil) }

    /// What a page answers to what is posted to it.
    ///
    /// - Returns: `nil` when nobody listens at the address.
    /// - Throws: As `get`.
    func post(_ path: String, _ body: JSON) async throws -> JSON? { try await ask(path, "", body) }

    /// Stays connected to a page whose answer has no end, until the server goes or the task is cancelled.
    func stay(_ path: String, query: String) async {
        // Whoever stayed has nothing to say: how it came to an end is all the same.
        _ = try? await client.page(path, query: query, timeout: Self.longest)
    }

    private func ask(_ path: String, _ query: String, _ posted: JSON?) async throws -> JSON? {
        let response: OutboundResponse
        do throws(OutboundError) { response = try await client.page(path, query: query, posting: posted) } catch {
            if error.code == .unreachable { return nil }
            throw CommandFailure("\(address) does not answer: \(error.message)")
        }
        let body = try? JSON.parse(response.body)  // told below
        guard response.status == 200, let body else { throw client.refusal(response, body) }
        return body
    }

    /// Ends its thread.
    func close() { client.close() }
}
