import JSONTree

/// Writes out the loops of the transform `AWS::LanguageExtensions`: `Fn::ForEach::NAME: [identifier, values, {key: value}]`.
///
/// Source: CloudFormation user guide, "Fn::ForEach".
package struct LoopExpansion {
    /// Members that loops may make, all together.
    private static let membersMax = 10_000
    private static let prefix = "Fn::ForEach::"

    /// Values of the parameters that are lists.
    private let lists: [String: [String]]
    private var count = 0

    /// A template without loops.
    ///
    /// - Parameter texts: The parameters as given.
    package static func expand(_ tree: JSON, parameters texts: [String: String]) throws(TemplateError) -> JSON {
        var lists: [String: [String]] = [:]
        for (name, declaration) in tree["Parameters"]?.objectValue ?? JSONObject() {
            guard let type = declaration["Type"]?.stringValue.flatMap({ ParameterType($0) }), type.isList,
                let text = texts[name] ?? declaration["Default"].flatMap(TemplateScalar.text)
            else { continue }
            lists[name] = type.parts(of: text)
        }
        var expansion = LoopExpansion(lists: lists)
        return try expansion.expanded(tree)
    }

    private init(lists: [String: [String]]) { self.lists = lists }

    private mutating func expanded(_ json: JSON) throws(TemplateError) -> JSON {
        switch json {
        case .array(let items):
            var all: [JSON] = []
            for item in items { all.append(try expanded(item)) }
            return .array(all)
        case .object(let object):
            var result = JSONObject()
            for (key, value) in object {
                guard key.hasPrefix(Self.prefix) else {
                    result[key] = try expanded(value)
                    continue
                }
                try write(value, named: key, into: &result)
            }
            return .object(result)
        default: return json
        }
    }

    private mutating func write(_ loop: JSON, named name: String, into result: inout JSONObject) throws(TemplateError) {
        guard let parts = loop.arrayValue, parts.count == 3, let identifier = parts[0].stringValue,
            let fragment = parts[2].objectValue, let values = values(parts[1])
        else {
            throw TemplateError(
                "\(name) layout is incorrect: a list of an identifier, a collection and a map is expected")
        }
        for value in values {
            let bound = Self.bind(.object(fragment), identifier, value)
            for (key, item) in try expanded(bound).objectValue ?? JSONObject() {
                count += 1
                guard result[key] == nil, count <= Self.membersMax else {
                    throw TemplateError("\(name) makes \(key) twice, or too much in all")
                }
                result[key] = item
            }
        }
    }

    private func values(_ collection: JSON) -> [String]? {
        if let name = collection["Ref"]?.stringValue { return lists[name] }
        guard let items = collection.arrayValue else { return nil }
        var values: [String] = []
        for item in items {
            if let text = TemplateScalar.text(item) {
                values.append(text)
            } else if let name = item["Ref"]?.stringValue, let list = lists[name] {
                values += list
            } else {
                return nil
            }
        }
        return values
    }

    /// A fragment with the value in the place of its identifier.
    private static func bind(_ json: JSON, _ identifier: String, _ value: String) -> JSON {
        switch json {
        case .string(let text): return .string(bind(text, identifier, value))
        case .array(let items): return .array(items.map { bind($0, identifier, value) })
        case .object(let object):
            if object.count == 1, object["Ref"]?.stringValue == identifier { return .string(value) }
            return .object(
                JSONObject(object.map { (bind($0.key, identifier, value), bind($0.value, identifier, value)) }))
        default: return json
        }
    }

    /// `${X}` is the value, `&{X}` its letters and digits alone: what a logical id may hold.
    private static func bind(_ text: String, _ identifier: String, _ value: String) -> String {
        let plain = value.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        var text = text
        for (mark, value) in [("${\(identifier)}", value), ("&{\(identifier)}", plain)] {
            var result = ""
            var rest = text[...]
            while let range = rest.firstRange(of: mark) {
                result += rest[..<range.lowerBound] + value
                rest = rest[range.upperBound...]
            }
            text = result + rest
        }
        return text
    }
}
