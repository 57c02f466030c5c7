import Digests
import JSONTree

/// JSON as SAM writes it where logical ids depend on it: keys in order, all beyond ASCII escaped.
enum StableText {
    /// On one line, without spaces.
    static func compact(_ value: JSON) -> String { write(value, indent: nil) }

    /// Over several lines, indented by four spaces for each level.
    static func lines(_ value: JSON) -> [String] {
        write(value, indent: 0).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The ten characters that follow a logical id, so that another value gives another resource.
    static func suffix(_ value: JSON) -> String { suffix(value.stringValue ?? compact(value)) }

    /// The ten characters for a text; none for an empty one.
    static func suffix(_ text: String) -> String {
        text.isEmpty ? "" : String(Digests.hex(Digests.sha1(text.utf8)).prefix(10))
    }

    private static func write(_ value: JSON, indent: Int?) -> String {
        switch value {
        case .string(let text): return quoted(text)
        case .array(let elements):
            return enclosed(elements.map { write($0, indent: indent.map { $0 + 4 }) }, "[", "]", indent)
        case .object(let object):
            let members = object.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            let colon = indent == nil ? ":" : ": "
            return enclosed(
                members.map { quoted($0.key) + colon + write($0.value, indent: indent.map { $0 + 4 }) }, "{", "}",
                indent)
        case .decimal(let text) where text.contains { ".eE".contains($0) }: return Double(text)?.description ?? text
        case .decimal("-0"): return "0"
        default: return value.text
        }
    }

    private static func enclosed(_ parts: [String], _ open: String, _ close: String, _ indent: Int?) -> String {
        guard let indent, !parts.isEmpty else { return open + parts.joined(separator: ",") + close }
        let inner = "\n" + String(repeating: " ", count: indent + 4)
        return open + inner + parts.joined(separator: "," + inner) + "\n" + String(repeating: " ", count: indent)
            + close
    }

    private static func quoted(_ text: String) -> String {
        var output = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: output += "\\\""
            case 0x5C: output += "\\\\"
            case 0x08: output += "\\b"
            case 0x09: output += "\\t"
            case 0x0A: output += "\\n"
            case 0x0C: output += "\\f"
            case 0x0D: output += "\\r"
            case 0x20...0x7E: output.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                let digits = String(unit, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return output + "\""
    }
}
