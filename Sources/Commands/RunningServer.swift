import JSONTree
import OutboundHTTP

/// A `newel up` somewhere, asked at its `/_newel/` pages.
struct RunningServer {
    /// What the address is called in `--help`.
    static let help = "Where 'newel up' serves. Default: $AWS_ENDPOINT_URL, or http://127.0.0.1:4566."

    /// Without a slash at the end.
    let endpoint: String

    /// - Parameter endpoint: As it was typed, if it was.
    init(_ endpoint: String?) {
        var text = endpoint ?? ClientKeys.variable("AWS_ENDPOINT_URL") ?? "http://127.0.0.1:4566"
        while text.hasSuffix("/") { text.removeLast() }
        self.endpoint = text
    }

    /// Asks for a page.
    ///
    /// - Parameter body: What is posted; `nil` to get.
    /// - Throws: `CommandFailure` when nobody answers, or the answer is a refusal.
    func ask(_ page: String, posting body: JSON? = nil) async throws -> JSON {
        let client = try SigningClient(endpoint)
        defer { client.close() }
        let response: OutboundResponse
        do throws(OutboundError) { response = try await client.page("/_newel/\(page)", posting: body) } catch {
            throw CommandFailure(
                "No server answers at \(endpoint): \(error.message). Start one with 'newel up', or give its address with --endpoint."
            )
        }
        // Which byte is wrong helps nobody: it is another server.
        guard let answer = try? JSON.parse(response.body) else {
            throw CommandFailure("What answers at \(endpoint) is not Newel (status \(response.status)).")
        }
        guard response.status == 200 else { throw client.refusal(response, answer) }
        return answer
    }
}
