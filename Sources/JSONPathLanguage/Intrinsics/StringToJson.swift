import JSONTree

extension IntrinsicFunction {
    /// `States.StringToJson(text)`: the value a JSON text stands for; `null` for a blank text (observed).
    static func stringToJson(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let text = try arguments.string(0)
        guard text.utf8.contains(where: { !PathParser.isBlank($0) }) else { return .null }
        do {
            let value = try JSON.parse(text)
            // AWS reads `-0` as an integer, which has no negative zero; observed.
            return value.integerValue == 0 && text.utf8.allSatisfy({ $0 != 0x2E && $0 | 0x20 != 0x65 })
                ? .integer(0) : value
        } catch {
            throw IntrinsicFailure("Invalid JSON: \(error.message)")
        }
    }
}
