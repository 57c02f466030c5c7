import JSONTree

/// The message of each error code; `{{name}}` stands for a fact of the error.
///
/// Source: the messages of jsonata 2.0.6, which AWS shows in a failed state's cause.
enum ErrorMessages {
    /// The message of an error; the code itself when it is not known here.
    static func text(of error: JSONataError) -> String {
        guard let pattern = pattern(of: error.code) else { return error.code }
        var rest = pattern[...]
        var text = ""
        while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
            text += rest[..<start.lowerBound]
            text += fact(rest[start.upperBound..<end.lowerBound], of: error)
            rest = rest[end.upperBound...]
        }
        return text + rest
    }

    private static func fact(_ name: Substring, of error: JSONataError) -> String {
        switch name {
        case "token": error.token ?? ""
        case "value": words(error.value)
        case "value2": words(error.details.value2)
        case "index": error.details.index.map { String($0) } ?? ""
        case "type": error.details.type ?? ""
        case "functionName": error.details.functionName ?? ""
        case "exp": words(error.details.exponent.map { .double($0) })
        default: ""
        }
    }

    /// The value as JSON text; whole numbers without a fraction, nothing for no value.
    private static func words(_ value: JSON?) -> String {
        guard let value else { return "" }
        if case .double(let number) = value, let integer = Int64(exactly: number) { return String(integer) }
        return value.text
    }

    private static func pattern(of code: String) -> String? {
        switch code.utf8.first {
        case UInt8(ascii: "S"): syntax(code)
        case UInt8(ascii: "T"): type(code)
        case UInt8(ascii: "D"): data(code) ?? picture(code) ?? dateTime(code)
        default: nil
        }
    }
}
