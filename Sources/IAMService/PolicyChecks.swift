import AWSWire
import AccessPolicies
import Digests
import JSONTree

/// Checks policy documents that requests bring.
enum PolicyChecks {
    /// Refuses what is no policy of its kind, in AWS's words.
    static func check(_ text: String, _ kind: PolicyDocument.Kind) throws(ServiceError) {
        do throws(PolicyProblem) { _ = try PolicyDocument(text, kind: kind) } catch { throw .malformedPolicy(error) }
    }

    /// The size that counts against a quota: without white space.
    static func byteCount(_ text: String) -> Int {
        text.utf8.count { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }

    /// A document as answers hold it: URL-encoded.
    static func shown(_ text: String) -> JSON { .string(PercentEncoding.encode(text)) }
}
