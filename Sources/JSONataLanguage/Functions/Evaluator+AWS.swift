import Digests
import JSONTree
import ResourceNames

extension Evaluator {
    /// `$hash $uuid $parse`
    ///
    /// Source: AWS Step Functions developer guide, "JSONata functions provided by Step Functions".
    func other(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        switch builtin {
        case .uuid: return .text(environment.chance.uuid())
        case .hash: return try hash(arguments)
        default: return try parse(arguments)
        }
    }

    private func hash(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let text = arguments.text(0) else { return .undefined }
        try spend(text.utf8.count >> 2)
        let bytes = LoneSurrogate.replaced(text).utf8
        let digest: [UInt8]
        switch arguments.text(1) {
        case "MD5": digest = Digests.md5(bytes)
        case "SHA-1": digest = Digests.sha1(bytes)
        case "SHA-256": digest = Digests.sha256(bytes)
        case "SHA-384": digest = Digests.sha384(bytes)
        case "SHA-512": digest = Digests.sha512(bytes)
        default:
            throw JSONataError("T0410", value: json(arguments[1]), details: .init(index: 2))
        }
        return .text(Digests.hex(digest))
    }

    private func parse(_ arguments: Arguments) throws(JSONataError) -> Value {
        guard let text = arguments.text(0) else { return .undefined }
        try allocate(characters: text.utf8.count)
        try spend(text.utf8.count >> 2)
        do throws(JSONError) {
            return Value(try JSON.parse(Array(text.utf8)))
        } catch {
            throw JSONataError("T0410", value: .string(text), details: .init(index: 1))
        }
    }
}
