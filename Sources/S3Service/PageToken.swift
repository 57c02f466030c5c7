import AWSWire
import Digests

/// Where the next page of a list begins, hidden from the client.
enum PageToken {
    /// The token of a text.
    static func of(_ text: String) -> String { Base64.encode(Array(text.utf8)) }

    /// The text of a token; `nil` without one.
    ///
    /// - Throws: `InvalidArgument` when the token is none of ours.
    static func text(_ token: String?) throws(ServiceError) -> String? {
        guard let token else { return nil }
        guard let text = Base64.decode(token).flatMap({ String(validating: $0, as: UTF8.self) }) else {
            throw .invalidArgument("The continuation token provided is incorrect", "continuation-token", token)
        }
        return text
    }
}
