import JSONTree

/// Documents made by chance.
enum RandomJSON {
    /// A value of any kind.
    static func value(_ chance: inout Chance64, depth: Int) -> JSON {
        switch chance.below(depth > 0 ? 10 : 6) {
        case 0: return .null
        case 1: return .bool(chance.next() & 1 == 0)
        case 2: return .integer(Int64(bitPattern: chance.next()) >> chance.below(64))
        case 3: return .decimal(["1.0", "-0", "1e3", "12345678901234567890", "0.25", "-1.5E-7"][chance.below(6)])
        case 4, 5: return .string(string(&chance))
        case 6, 7: return .array((0..<chance.below(6)).map { _ in value(&chance, depth: depth - 1) })
        default:
            let count = chance.below(12) == 0 ? 30 : chance.below(6)
            return .object(JSONObject((0..<count).map { _ in (string(&chance), value(&chance, depth: depth - 1)) }))
        }
    }

    /// A string of plain, escaped and wide characters.
    static func string(_ chance: inout Chance64) -> String {
        let pieces = [
            "a", "key", "plain text of some length", "\"", "\\", "\n", "\u{1}", "é", "e\u{301}", "漢字", "😀", "/", "~",
            " ", "0",
        ]
        return (0..<chance.below(5)).map { _ in pieces[chance.below(pieces.count)] }.joined()
    }

    /// Visits every value with its JSON pointer.
    static func visit(_ json: JSON, pointer: String = "", _ body: (String, JSON) -> Void) {
        body(pointer, json)
        switch json {
        case .array(let elements):
            for (position, element) in elements.enumerated() { visit(element, pointer: "\(pointer)/\(position)", body) }
        case .object(let object):
            for (key, value) in object { visit(value, pointer: "\(pointer)/\(escaped(key))", body) }
        default: break
        }
    }

    private static func escaped(_ key: String) -> String {
        var result = ""
        for scalar in key.unicodeScalars {
            switch scalar {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
