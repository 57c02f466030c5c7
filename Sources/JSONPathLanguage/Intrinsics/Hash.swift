import Digests
import JSONTree

extension IntrinsicFunction {
    /// `States.Hash(data, algorithm)`: the digest of data of at most 10,000 characters, in hex. What is no string is hashed as JSON.
    static func hash(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let text = arguments[0].stringValue ?? arguments[0].text
        guard text.utf16.count <= 10_000 else { throw IntrinsicFailure("The data is longer than 10000 characters") }
        let digest: [UInt8]
        switch try arguments.string(1) {
        case "MD5": digest = Digests.md5(text.utf8)
        case "SHA-1": digest = Digests.sha1(text.utf8)
        case "SHA-256": digest = Digests.sha256(text.utf8)
        case "SHA-384": digest = Digests.sha384(text.utf8)
        case "SHA-512": digest = Digests.sha512(text.utf8)
        default: throw IntrinsicFailure("The hashing algorithm must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512")
        }
        return .string(Digests.hex(digest))
    }
}
