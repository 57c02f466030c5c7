import AWSWire
import HandlerContract
import JSONTree
import OutboundHTTP
import ResourceNames

/// Calls actions of services at other endpoints, signed.
struct Forwarder: Sendable {
    private let services: [String: ForwardedService]
    private let now: @Sendable () -> Timestamp
    private let send: @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse

    /// Forwards calls of these services.
    ///
    /// - Parameters:
    ///   - now: The time the other side believes in, too.
    ///   - send: Asks a server.
    init(
        _ services: [ForwardedService], now: @escaping @Sendable () -> Timestamp,
        send: @escaping @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse
    ) {
        self.services = Dictionary(services.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
        self.now = now
        self.send = send
    }

    /// The service that a plugin calls by a name; `nil` when its calls stay here.
    func service(_ name: String) -> ForwardedService? { services[name] }

    /// Calls an action.
    ///
    /// - Parameter region: The caller's.
    func call(_ action: String, of service: ForwardedService, _ input: JSON, region: String) async -> APICallOutcome {
        let (host, path) = Self.split(service.endpoint)
        let signer = RequestSigner(
            service.credentials, region: service.region ?? region, service: service.signingName)
        let request = signer.signed(service.wire.request(action, input, host: host, path: path), at: now())
        let outbound = OutboundRequest(
            method: request.method, url: Self.url(service.endpoint, path),
            headers: request.headers.map { HTTPField($0.name, $0.value) },
            body: request.body, timeout: .seconds(60), responseBytesMax: 16 << 20)
        do throws(OutboundError) {
            return outcome(of: try await send(outbound), service)
        } catch {
            return .failure(
                code: "SdkClientException", message: "Unable to execute HTTP request: \(error.message)", status: 0,
                requestID: "")
        }
    }

    private func outcome(of response: OutboundResponse, _ service: ForwardedService) -> APICallOutcome {
        let requestID = JSONClientProtocol.requestID { response.header($0) }
        do throws(ServiceError) {
            let output = try service.wire.output(
                status: response.status, header: { response.header($0) }, body: response.body,
                otherwise: "\(service.title)Exception")
            return .success(
                output, effects: [],
                metadata: APICallMetadata(
                    requestID: requestID, status: response.status,
                    headers: response.headers.map { (name: $0.name, value: $0.value) }))
        } catch {
            return .failure(code: error.code, message: error.message, status: error.status, requestID: requestID)
        }
    }

    /// What stands in `Host`, and the path.
    private static func split(_ endpoint: String) -> (host: String, path: String) {
        let rest = endpoint.drop { $0 != ":" }.dropFirst(3)
        let host = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(host.count)
        return (String(host), path.isEmpty ? "/" : String(path))
    }

    private static func url(_ endpoint: String, _ path: String) -> String {
        endpoint.hasSuffix(path) ? endpoint : endpoint + path
    }
}
