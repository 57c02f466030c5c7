import Digests

/// A request in the one form that both sides of Signature Version 4 hash.
///
/// Source: AWS IAM user guide, "Create a signed AWS API request".
package struct CanonicalRequest: Sendable, Equatable {
    /// How a service wants the path.
    package enum PathRule: Sendable {
        /// Without dots and double slashes, and encoded once more: all services but S3.
        case normalised
        /// Encoded once, nothing taken out: S3.
        case asSent
    }

    /// What is hashed.
    package let text: String
    /// Names of the headers that are part of it: `host;x-amz-date`.
    package let signedHeaders: String

    /// Brings a request into its form.
    ///
    /// - Parameters:
    ///   - names: The headers to sign, in lower case. One that the request lacks is signed as empty.
    ///   - payloadHash: The body's SHA-256 in hex, or what `x-amz-content-sha256` says in its place.
    ///   - leftOut: Query parameters that are no part of it: the signature itself.
    package init(
        _ request: WireRequest, signing names: [String], payloadHash: String, path rule: PathRule = .normalised,
        leavingOut leftOut: Set<String> = []
    ) {
        let names = names.sorted()
        signedHeaders = names.joined(separator: ";")
        let lines = names.map { "\($0):\(Self.value(of: $0, in: request))\n" }
        text = [
            request.method, Self.path(request.path, rule), Self.query(request.query, leftOut), lines.joined(),
            signedHeaders, payloadHash,
        ].joined(separator: "\n")
    }

    /// The SHA-256 of a body, as `payloadHash` wants it.
    package static func hash(of body: [UInt8]) -> String { Digests.hex(Digests.sha256(body)) }

    /// Values of the same name joined by commas, each without blanks around it and with single blanks in it.
    private static func value(of name: String, in request: WireRequest) -> String {
        request.headers.filter { $0.name == name }.map { header in
            header.value.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        }.joined(separator: ",")
    }

    private static func path(_ path: String, _ rule: PathRule) -> String {
        switch rule {
        case .normalised: return PercentEncoding.encode(withoutDots(path), keeping: "/")
        case .asSent:
            // A path that is not encoded properly is signed as it is.
            let decoded = PercentCoding.decode(path.utf8, plusIsSpace: false) ?? path
            return PercentEncoding.encode(decoded.isEmpty ? "/" : decoded, keeping: "/")
        }
    }

    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/")
        for segment in segments {
            switch segment {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        let endsOpen = path.hasSuffix("/") && !kept.isEmpty
        return "/" + kept.joined(separator: "/") + (endsOpen ? "/" : "")
    }

    private static func query(_ query: String, _ leftOut: Set<String>) -> String {
        let pairs = query.split(separator: "&").compactMap { pair -> (name: String, value: String)? in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = decoded(parts[0])
            guard !leftOut.contains(name) else { return nil }
            return (PercentEncoding.encode(name), parts.count > 1 ? PercentEncoding.encode(decoded(parts[1])) : "")
        }
        return pairs.sorted { ($0.name, $0.value) < ($1.name, $1.value) }.map { "\($0.name)=\($0.value)" }
            .joined(separator: "&")
    }

    /// What is no proper encoding stands for itself.
    private static func decoded(_ text: Substring) -> String {
        PercentCoding.decode(text.utf8, plusIsSpace: false) ?? String(text)
    }
}
