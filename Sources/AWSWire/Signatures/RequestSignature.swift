import Digests
import ResourceNames

/// The signature a request bears, in its header or its query string.
///
/// Source: AWS IAM user guide, "Create a signed AWS API request"; Amazon S3 API reference, "Authenticating requests: using query parameters".
package struct RequestSignature: Sendable {
    /// Public part of the key that signed.
    package let accessKeyID: String
    private let scope: SigningScope
    /// As signed: `20150830T123600Z`.
    private let time: String
    private let names: [String]
    private let signature: String
    /// Seconds a request signed in its query stays valid; `nil` for one signed in its header.
    private let lifetime: Int?

    /// Reads the signature; `nil` when the request bears none.
    ///
    /// - Throws: `incomplete` when parts of it are missing.
    package init?(of request: WireRequest) throws(SignatureProblem) {
        if let header = request.header("authorization") {
            try self.init(header: header, request)
            return
        }
        let query = RequestQuery(request.query)
        guard query["X-Amz-Algorithm"] != nil || query["X-Amz-Signature"] != nil else { return nil }
        try self.init(query: query)
    }

    private init(header: String, _ request: WireRequest) throws(SignatureProblem) {
        guard header.hasPrefix(SigningScope.algorithm) else {
            throw .incomplete("Authorization header requires '\(SigningScope.algorithm)'.")
        }
        var parts: [Substring: Substring] = [:]
        for part in header.dropFirst(SigningScope.algorithm.count).split(separator: ",") {
            let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { parts[pair[0]] = pair[1] }
        }
        guard let credential = parts["Credential"], let names = parts["SignedHeaders"],
            let signature = parts["Signature"]
        else { throw .incomplete("Authorization header requires 'Credential', 'SignedHeaders' and 'Signature'.") }
        // A client that cannot set the date signs another header.
        guard let time = request.header("x-amz-date") else {
            throw .incomplete("Authorization header requires existence of an 'X-Amz-Date' header.")
        }
        try self.init(credential, time: time, names: names, signature: signature, lifetime: nil)
    }

    private init(query: RequestQuery) throws(SignatureProblem) {
        guard query["X-Amz-Algorithm"] == SigningScope.algorithm, let credential = query["X-Amz-Credential"],
            let time = query["X-Amz-Date"], let names = query["X-Amz-SignedHeaders"],
            let signature = query["X-Amz-Signature"]
        else {
            throw .incomplete(
                "A signed query requires X-Amz-Algorithm (\(SigningScope.algorithm)), X-Amz-Credential, X-Amz-Date, X-Amz-SignedHeaders and X-Amz-Signature."
            )
        }
        let lifetime = query["X-Amz-Expires"].map { Int($0) ?? -1 } ?? Self.windowSeconds
        guard (0...604_800).contains(lifetime) else {
            throw .incomplete("X-Amz-Expires must be between 0 and 604800 seconds.")
        }
        try self.init(
            credential[...], time: time, names: names[...], signature: signature[...], lifetime: lifetime)
    }

    private init(
        _ credential: Substring, time: String, names: Substring, signature: Substring, lifetime: Int?
    ) throws(SignatureProblem) {
        let parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 5, parts[parts.count - 1] == "aws4_request" else {
            throw .incomplete("Credential must be KEY/DATE/REGION/SERVICE/aws4_request.")
        }
        let last = parts.count
        scope = SigningScope(date: parts[last - 4], region: parts[last - 3], service: parts[last - 2])
        accessKeyID = parts[..<(last - 4)].joined(separator: "/")
        guard time.hasPrefix(scope.date), time.utf8.count == 16 else {
            throw .mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.")
        }
        self.names = names.split(separator: ";").map(String.init)
        guard self.names.contains("host") else {
            throw .mismatch("'Host' must be a 'SignedHeader' in the AWS Authorization.")
        }
        (self.time, self.signature, self.lifetime) = (time, String(signature), lifetime)
    }

    /// Passes a request that was signed with this secret, lately, and not changed since.
    package func check(_ request: WireRequest, secret: String, now: Timestamp) throws(SignatureProblem) {
        try checkTime(now)
        let declared = request.header("x-amz-content-sha256")
        let isUnsignedQuery = lifetime != nil && scope.service == "s3"
        if let declared, Self.isDigest(declared), declared != CanonicalRequest.hash(of: request.body) {
            throw .mismatch("The provided 'x-amz-content-sha256' header does not match what was computed.")
        }
        let payload =
            declared ?? (isUnsignedQuery ? "UNSIGNED-PAYLOAD" : CanonicalRequest.hash(of: request.body))
        let canonical = CanonicalRequest(
            request, signing: names, payloadHash: payload, path: scope.service == "s3" ? .asSent : .normalised,
            leavingOut: ["X-Amz-Signature"])
        guard
            Digests.areSame(Array(scope.signature(of: canonical, at: time, secret: secret).utf8), Array(signature.utf8))
        else { throw .mismatch(Self.words) }
        if let declared, declared.hasPrefix("STREAMING-AWS4-HMAC-SHA256-PAYLOAD") {
            try checkChunks(request, secret: secret)
        }
    }

    private func checkTime(_ now: Timestamp) throws(SignatureProblem) {
        guard let signed = Self.instant(time) else { throw .incomplete("X-Amz-Date must be YYYYMMDD'T'HHMMSS'Z'.") }
        let (age, life) = ((now.milliseconds - signed.milliseconds) / 1_000, lifetime ?? Self.windowSeconds)
        guard age <= life else {
            throw .stale(
                lifetime == nil
                    ? "Signature expired: \(time) is now earlier than \(Self.windowSeconds / 60) minutes before the server's time."
                    : "Request has expired")
        }
        guard age >= -Self.windowSeconds else {
            throw .stale("Signature not yet current: \(time) is still later than the server's time.")
        }
    }

    /// Each chunk of a body is signed with the signature before it.
    private func checkChunks(_ request: WireRequest, secret: String) throws(SignatureProblem) {
        let body: ChunkedBody
        do throws(ServiceError) { body = try ChunkedBody(request) } catch { throw .mismatch(error.message) }
        var previous = signature
        for chunk in body.chunks {
            let hash = Digests.hex(Digests.sha256(request.body[chunk.range]))
            let text =
                "\(SigningScope.algorithm)-PAYLOAD\n\(time)\n\(scope.text)\n\(previous)\n\(Self.emptyHash)\n\(hash)"
            guard scope.signature(ofText: text, secret: secret) == chunk.signature else { throw .mismatch(Self.words) }
            previous = chunk.signature
        }
        guard request.header("x-amz-content-sha256")?.hasSuffix("-TRAILER") == true else { return }
        let own = "x-amz-trailer-signature"
        let lines = body.trailers.filter { $0.name != own }.map { "\($0.name):\($0.value)\n" }.joined()
        let hash = Digests.hex(Digests.sha256(lines.utf8))
        let text = "\(SigningScope.algorithm)-TRAILER\n\(time)\n\(scope.text)\n\(previous)\n\(hash)"
        guard body.trailers.first(where: { $0.name == own })?.value == scope.signature(ofText: text, secret: secret)
        else { throw .mismatch(Self.words) }
    }

    /// How far clocks may differ.
    private static let windowSeconds = 900
    private static let emptyHash = CanonicalRequest.hash(of: [])
    private static let words =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."

    private static func isDigest(_ text: String) -> Bool { text.utf8.count == 64 }

    /// `20150830T123600Z`.
    private static func instant(_ text: String) -> Timestamp? {
        let t = Array(text)
        guard t.count == 16 else { return nil }
        return Timestamp(
            iso8601:
                "\(String(t[0..<4]))-\(String(t[4..<6]))-\(String(t[6..<8]))T\(String(t[9..<11])):\(String(t[11..<13])):\(String(t[13..<15]))Z"
        )
    }
}
