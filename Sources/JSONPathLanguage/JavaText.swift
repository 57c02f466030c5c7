import JSONTree

/// Values as AWS's implementation, which is written in Java, turns them into text. Observed in recorded results of `States.Format`.
enum JavaText {
    /// A value without quotes: `{Id=1, Names=[a, b]}`.
    static func text(of value: JSON) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    /// The class a value has there, as its error messages name it.
    static func className(of value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool: "java.lang.Boolean"
        case .integer(let number): Int32(exactly: number) == nil ? "java.lang.Long" : "java.lang.Integer"
        case .double, .decimal: value.integerValue == nil ? "java.lang.Double" : "java.lang.Integer"
        case .string: "java.lang.String"
        case .array: "java.util.ArrayList"
        case .object: "java.util.LinkedHashMap"
        }
    }

    private static func append(_ value: JSON, to text: inout String) {
        switch value {
        case .string(let string): text += string
        case .array(let elements):
            text += "["
            for (position, element) in elements.enumerated() {
                if position > 0 { text += ", " }
                append(element, to: &text)
            }
            text += "]"
        case .object(let object):
            text += "{"
            for (position, pair) in object.enumerated() {
                if position > 0 { text += ", " }
                text += pair.key
                text += "="
                append(pair.value, to: &text)
            }
            text += "}"
        default: text += value.text
        }
    }
}
