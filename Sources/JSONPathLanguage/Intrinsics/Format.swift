import JSONTree

extension IntrinsicFunction {
    /// `States.Format(template, a, b …)`: the template with each `{}` replaced by the next argument. `\{` and `\}` stand for the braces.
    static func format(_ arguments: IntrinsicArguments) throws(IntrinsicFailure) -> JSON {
        let template = Array(try arguments.string(0).utf8)
        var output: [UInt8] = []
        var used = 0
        var position = 0
        while position < template.count {
            let byte = template[position]
            let next = position + 1 < template.count ? template[position + 1] : 0
            position += 1
            switch byte {
            case UInt8(ascii: "\\") where IntrinsicParser.isEscapable(next):
                output.append(next)
                position += 1
            case UInt8(ascii: "{"):
                guard next == UInt8(ascii: "}") else { throw invalid("matching '}' not found for '{'.") }
                used += 1
                guard used < arguments.values.count else { throw mismatch }
                output.append(contentsOf: JavaText.text(of: arguments[used]).utf8)
                position += 1
            case UInt8(ascii: "}"): throw invalid("matching '{' not found for '}'.")
            default: output.append(byte)
            }
        }
        guard used == arguments.values.count - 1 else { throw mismatch }
        return .string(String(decoding: output, as: UTF8.self))
    }

    private static var mismatch: IntrinsicFailure {
        IntrinsicFailure("Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.")
    }

    private static func invalid(_ reason: String) -> IntrinsicFailure {
        IntrinsicFailure("Invalid template in States.Format: \(reason)")
    }
}
