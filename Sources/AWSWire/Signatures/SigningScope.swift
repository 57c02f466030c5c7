import Digests

/// For which day, region and service a signature holds, and how it is computed there.
///
/// Source: AWS IAM user guide, "Create a signed AWS API request".
package struct SigningScope: Sendable, Equatable {
    /// `AWS4-HMAC-SHA256`.
    package static let algorithm = "AWS4-HMAC-SHA256"

    /// `20150830`.
    package let date: String
    /// `us-east-1`.
    package let region: String
    /// `dynamodb`.
    package let service: String

    /// A scope of three parts.
    package init(date: String, region: String, service: String) {
        self.date = date
        self.region = region
        self.service = service
    }

    /// `20150830/us-east-1/dynamodb/aws4_request`.
    package var text: String { "\(date)/\(region)/\(service)/aws4_request" }

    /// The signature of a request, in hex.
    ///
    /// - Parameter time: As in `x-amz-date`: `20150830T123600Z`.
    package func signature(of request: CanonicalRequest, at time: String, secret: String) -> String {
        let hash = CanonicalRequest.hash(of: Array(request.text.utf8))
        return signature(ofText: "\(Self.algorithm)\n\(time)\n\(self.text)\n\(hash)", secret: secret)
    }

    /// The signature of a text that is no whole request, in hex: of a piece of a body.
    func signature(ofText text: String, secret: String) -> String {
        Digests.hex(Digests.hmacSHA256(key: key(secret), text.utf8))
    }

    private func key(_ secret: String) -> [UInt8] {
        [date, region, service, "aws4_request"].reduce(Array("AWS4\(secret)".utf8)) { key, part in
            Digests.hmacSHA256(key: key, part.utf8)
        }
    }
}
