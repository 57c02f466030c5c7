import Digests
import JSONTree

extension IntrinsicFunction {
    /// `States.Base64Encode(text)`: the UTF-8 of a text of at most 10,000 characters in Base64.
    static func base64Encode(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        .string(Base64.encode(try arguments.string(0, lengthMax: 10_000).utf8))
    }
}
