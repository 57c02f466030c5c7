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
            if byte == UInt8(ascii: "\\"), IntrinsicParser.isEscapable(next) {
                output.append(next)
                position += 2
            } else if byte == UInt8(ascii: "{"), next == UInt8(ascii: "}") {
                used += 1
                guard used < arguments.values.count else { throw mismatch }
                output.append(contentsOf: JavaText.text(of: arguments[used]).utf8)
                position += 2
            } else {
                output.append(byte)
                position += 1
            }
        }
        guard used == arguments.values.count - 1 else { throw mismatch }
        return .string(String(decoding: output, as: UTF8.self))
    }

    private static var mismatch: IntrinsicFailure {
        IntrinsicFailure("The number of arguments do not match the occurrences of {} in the template string")
    }
}
