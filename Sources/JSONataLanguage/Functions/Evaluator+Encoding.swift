import JSONTree

extension Evaluator {
    /// `$base64encode $base64decode $encodeUrlComponent $encodeUrl $decodeUrlComponent $decodeUrl`
    func encoding(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        guard let text = arguments.text(0) else { return .undefined }
        try allocate(characters: text.utf8.count * 3)
        switch builtin {
        case .base64encode: return .text(BinaryText.base64(text))
        case .base64decode: return .text(BinaryText.text(base64: text))
        default: break
        }
        let coded: String? =
            switch builtin {
            case .encodeUrlComponent: PercentCoding.encoded(text, keeping: PercentCoding.unreserved)
            case .encodeUrl: PercentCoding.encoded(text, keeping: PercentCoding.unreserved + PercentCoding.reserved)
            case .decodeUrlComponent: PercentCoding.decoded(text, keeping: [])
            default: PercentCoding.decoded(text, keeping: PercentCoding.reserved)
            }
        guard let coded else {
            throw JSONataError("D3140", value: .string(text), details: .init(functionName: builtin.name))
        }
        return .text(coded)
    }
}
