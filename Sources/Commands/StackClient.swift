import AWSWire
import JSONTree
import OutboundHTTP

/// CloudFormation of a running server.
struct StackClient: StackCaller {
    private let region: String
    private let client: SigningClient
    private static let replyBytesMax = 64 << 20

    /// - Parameter region: As it was typed, if it was.
    /// - Throws: As `ClientKeys.found()`.
    init(server: RunningServer, region: String?) throws {
        self.region =
            region ?? ClientKeys.variable("AWS_REGION") ?? ClientKeys.variable("AWS_DEFAULT_REGION") ?? "us-east-1"
        // Where nobody looks at signatures, the account is still read from the key.
        client = try SigningClient(
            server.endpoint, otherwise: AWSCredentials(accessKeyID: "test", secret: "test"))
    }

    /// Ends its thread.
    func close() { client.close() }

    func call(_ action: String, _ input: JSON) async throws -> JSON {
        guard let wire = QueryClientProtocol(service: "cloudformation") else { return .emptyObject }
        let response = try await send(wire.request(action, input, host: client.host), service: "cloudformation")
        return try wire.output(of: action, status: response.status, body: response.body)
    }

    /// Into the bucket `newel-templates`, which is made if need be.
    func upload(_ text: String, key: String) async throws -> String {
        let bucket = "newel-templates"
        // One that is there already answers so; whatever else is wrong shows itself with the object.
        _ = try await send(object("/\(bucket)", []), service: "s3")
        let response = try await send(object("/\(bucket)/\(key)", Array(text.utf8)), service: "s3")
        guard response.status == 200 else {
            throw CommandFailure(
                "The template could not be uploaded to s3://\(bucket)/\(key): \(String(decoding: response.body, as: UTF8.self))"
            )
        }
        return "s3://\(bucket)/\(key)"
    }

    private func object(_ path: String, _ body: [UInt8]) -> WireRequest {
        WireRequest(
            method: "PUT", path: path,
            headers: [
                (name: "host", value: client.host),
                (name: "x-amz-content-sha256", value: CanonicalRequest.hash(of: body)),
            ], body: body)
    }

    private func send(_ request: WireRequest, service: String) async throws -> OutboundResponse {
        do throws(OutboundError) {
            return try await client.send(
                request, service: service, region: region, timeout: .seconds(60),
                responseBytesMax: Self.replyBytesMax)
        } catch {
            throw CommandFailure(
                "No server answers at \(client.address): \(error.message). Start one with 'newel up', or give its address with --endpoint."
            )
        }
    }
}
