import Digests
import JSONTree

extension IntrinsicFunction {
    /// `States.Base64Decode(text)`: the text whose UTF-8 the Base64 text of at most 10,000 characters stands for.
    static func base64Decode(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        guard let bytes = Base64.decode(try arguments.string(0, lengthMax: 10_000), .lenient) else {
            throw IntrinsicFailure("The string is not a valid Base64 encoding")
        }
        return .string(String(decoding: bytes, as: UTF8.self))
    }
}
