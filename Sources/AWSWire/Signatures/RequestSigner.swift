import ResourceNames

/// Signs requests to a service.
package struct RequestSigner: Sendable {
    private let credentials: AWSCredentials
    private let region: String
    private let service: String

    /// Signs for one service of one region.
    package init(_ credentials: AWSCredentials, region: String, service: String) {
        self.credentials = credentials
        self.region = region
        self.service = service
    }

    /// A request with the headers that sign it; all that it has so far are signed, `host` must be among them.
    package func signed(_ request: WireRequest, at now: Timestamp) -> WireRequest {
        let time = Self.time(now)
        var request = request
        request.headers.append((name: "x-amz-date", value: time))
        if let token = credentials.sessionToken {
            request.headers.append((name: "x-amz-security-token", value: token))
        }
        let names = Set(request.headers.map(\.name))
        let canonical = CanonicalRequest(
            request, signing: Array(names), payloadHash: CanonicalRequest.hash(of: request.body))
        let scope = SigningScope(date: String(time.prefix(8)), region: region, service: service)
        let signature = scope.signature(of: canonical, at: time, secret: credentials.secret)
        let authorization =
            "\(SigningScope.algorithm) Credential=\(credentials.accessKeyID)/\(scope.text), "
            + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
        request.headers.append((name: "authorization", value: authorization))
        return request
    }

    /// `2015-08-30T12:36:00.000Z` as `20150830T123600Z`.
    private static func time(_ instant: Timestamp) -> String {
        instant.iso8601.prefix { $0 != "." && $0 != "Z" }.filter { $0 != "-" && $0 != ":" } + "Z"
    }
}
