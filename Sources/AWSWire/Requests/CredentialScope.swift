/// What a request says about who signed it and for which service: `AKID/20261123/us-east-1/states/aws4_request`.
package struct CredentialScope: Sendable, Equatable {
    package let accessKeyID: String
    package let region: String
    package let service: String

    /// Reads the scope from the `Authorization` header or the `X-Amz-Credential` parameter; `nil` when the request is anonymous.
    package init?(of request: WireRequest) {
        if let header = request.header("authorization") {
            guard let scope = Self.text(after: "Credential=", in: header) else { return nil }
            self.init(scope)
        } else {
            guard let value = Self.text(after: "X-Amz-Credential=", in: request.query),
                let decoded = PercentCoding.decode(value.utf8, plusIsSpace: false)
            else { return nil }
            self.init(decoded[...])
        }
    }

    /// Reads the five parts of a scope; the access key id may hold slashes, the rest may not.
    init?(_ text: Substring) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count >= 5, let region = String(parts[parts.count - 3]),
            let service = String(parts[parts.count - 2]),
            let accessKeyID = String(parts[0])
        else { return nil }
        self.accessKeyID = accessKeyID
        self.region = region
        self.service = service
    }

    /// The account that an access key id of twelve digits names.
    package var account: String? {
        accessKeyID.utf8.count == 12 && accessKeyID.utf8.allSatisfy { (0x30...0x39).contains($0) } ? accessKeyID : nil
    }

    /// Whether the region may become part of an ARN.
    package var hasPlausibleRegion: Bool {
        (1...32).contains(region.utf8.count)
            && region.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    private static func text(after mark: String, in text: String) -> Substring? {
        let (bytes, wanted) = (text.utf8, mark.utf8)
        var position = bytes.startIndex
        while let hit = bytes[position...].firstIndex(of: wanted[wanted.startIndex]) {
            if bytes[hit...].starts(with: wanted) {
                let start = bytes.index(hit, offsetBy: wanted.count)
                let end = bytes[start...].firstIndex {
                    $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: " ")
                }
                return text[start..<(end ?? bytes.endIndex)]
            }
            position = bytes.index(after: hit)
        }
        return nil
    }
}
