import JSONTree
import Yams

/// Reads YAML as CloudFormation does: dates stay texts, numbers with leading zeros too, and tags are functions.
struct YAMLReader {
    /// More nodes than this are no template: aliases could make a small text endless.
    private static let nodesMax = 200_000
    private var count = 0

    /// The tree of a text.
    static func read(_ text: String) throws(TemplateError) -> JSON {
        let root: Node?
        do { root = try compose(yaml: text) } catch { throw problem(error) }
        guard let root else { throw .format("unsupported structure.") }
        var reader = YAMLReader()
        return try reader.value(root, depth: 0)
    }

    private static func problem(_ error: any Error) -> TemplateError {
        let mark: Mark? =
            switch error as? YamlError {
            case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
            case .duplicatedKeysInMapping(_, let context): context.mark
            default: nil
            }
        let place = mark.map { " (line \($0.line), column \($0.column))" } ?? ""
        return .format("YAML not well-formed.\(place)")
    }

    private mutating func value(_ node: Node, depth: Int) throws(TemplateError) -> JSON {
        count += 1
        guard count <= Self.nodesMax, depth <= TemplateText.depthMax else {
            throw .format("the template has too many or too deeply nested nodes.")
        }
        let (content, tag): (JSON, String)
        switch node {
        case .scalar(let scalar):
            tag = scalar.tag.description
            content = tag.hasPrefix("!") ? .string(scalar.string) : Self.scalar(scalar, tag)
        case .sequence(let items):
            tag = items.tag.description
            var all: [JSON] = []
            for item in items { all.append(try value(item, depth: depth + 1)) }
            content = .array(all)
        case .mapping(let pairs):
            tag = pairs.tag.description
            var object = JSONObject()
            for (key, item) in pairs {
                guard let name = key.scalar?.string else { throw .format("keys of mappings must be strings.") }
                object[name] = try value(item, depth: depth + 1)
            }
            content = .object(object)
        case .alias: throw .format("YAML aliases must name an anchor.")
        }
        return tag.hasPrefix("!") ? try Self.function(tag, content) : content
    }

    /// `!GetAtt A.B` as `{"Fn::GetAtt": ["A", "B"]}`, and so on.
    private static func function(_ tag: String, _ content: JSON) throws(TemplateError) -> JSON {
        let name = String(tag.dropFirst())
        switch name {
        case "Ref", "Condition": return .object([name: content])
        case "GetAtt":
            guard let text = content.stringValue, let dot = text.firstIndex(of: ".") else {
                return ["Fn::GetAtt": content]
            }
            return [
                "Fn::GetAtt": [.string(String(text[..<dot])), .string(String(text[text.index(after: dot)...]))]
            ]
        default:
            guard FunctionName.short.contains(name) else { throw .format("unknown tag !\(name).") }
            return .object(["Fn::\(name)": content])
        }
    }

    private static func scalar(_ scalar: Node.Scalar, _ tag: String) -> JSON {
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any, tag != "tag:yaml.org,2002:str" || scalar.style == .plain
        else { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return .bool(true)
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return .bool(false)
        default: break
        }
        guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-") else {
            return .string(text)
        }
        // What JSON takes for a number is one; `012`, `1_000`, `2010-09-09` and `1:20` are texts.
        guard let number = try? JSON.parse(text), number.isNumber else { return .string(text) }
        return number
    }
}
