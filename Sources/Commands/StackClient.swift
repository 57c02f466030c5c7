import AWSWire
import Glibc
import JSONTree
import OutboundHTTP
import Platform
import ResourceNames

/// CloudFormation of a running server. Requests are signed when the environment has keys.
struct StackClient: StackCaller {
    private let server: RunningServer
    private let region: String
    private let credentials: AWSCredentials
    private let client = OutboundClient()
    private static let replyBytesMax = 64 << 20

    /// - Parameter region: As it was typed, if it was.
    init(server: RunningServer, region: String?) {
        self.server = server
        self.region = region ?? Self.variable("AWS_REGION") ?? Self.variable("AWS_DEFAULT_REGION") ?? "us-east-1"
        credentials = AWSCredentials(
            accessKeyID: Self.variable("AWS_ACCESS_KEY_ID") ?? "test",
            secret: Self.variable("AWS_SECRET_ACCESS_KEY") ?? "test", sessionToken: Self.variable("AWS_SESSION_TOKEN"))
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
        return value
    }

    /// Ends its thread.
    func close() { client.close() }

    private var host: String { String(server.endpoint.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }) }

    func call(_ action: String, _ input: JSON) async throws -> JSON {
        guard let wire = QueryClientProtocol(service: "cloudformation") else { return .emptyObject }
        let response = try await send(wire.request(action, input, host: host), service: "cloudformation")
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
                (name: "host", value: host), (name: "x-amz-content-sha256", value: CanonicalRequest.hash(of: body)),
            ], body: body)
    }

    private func send(_ request: WireRequest, service: String) async throws -> OutboundResponse {
        let signed = RequestSigner(credentials, region: region, service: service).signed(request, at: SystemClock().now)
        let outbound = OutboundRequest(
            method: signed.method, url: server.endpoint + signed.path,
            headers: signed.headers.filter { $0.name != "host" }.map { HTTPField($0.name, $0.value) },
            body: signed.body, timeout: .seconds(60), responseBytesMax: Self.replyBytesMax)
        do throws(OutboundError) { return try await client.send(outbound) } catch {
            throw CommandFailure(
                "No server answers at \(server.endpoint): \(error.message). Start one with 'newel up', or give its address with --endpoint."
            )
        }
    }
}
