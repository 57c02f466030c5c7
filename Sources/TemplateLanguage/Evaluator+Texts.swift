import JSONTree

extension Evaluator {
    /// `Fn::Sub`.
    func substitution(_ argument: JSON) throws(TemplateError) -> JSON? {
        let (text, variables): (String?, JSONObject) =
            if let text = argument.stringValue { (text, JSONObject()) } else {
                (argument[0]?.stringValue, argument[1]?.objectValue ?? JSONObject())
            }
        guard let text, argument.isString || argument.arrayValue?.count == 2 else {
            throw .substitutionMisused
        }
        var pieces: [JSON] = []
        for part in try SubstitutionText.parts(of: text) {
            switch part {
            case .text(let plain): pieces.append(.string(plain))
            case .variable(let name):
                let json: JSON
                if let given = variables[name] {
                    json = given
                } else if let dot = name.firstIndex(of: "."), !name.hasPrefix("AWS::") {
                    let rest = String(name[name.index(after: dot)...])
                    json = ["Fn::GetAtt": [.string(String(name[..<dot])), .string(rest)]]
                } else {
                    json = ["Ref": .string(name)]
                }
                guard let value = try value(of: json) else { continue }
                if let items = value.arrayValue {
                    pieces.append(.string(items.compactMap(TemplateScalar.text).joined(separator: ",")))
                } else {
                    pieces.append(value)
                }
            }
        }
        return try joined(pieces, by: "", as: "Fn::Sub")
    }

    /// `Fn::Join`.
    func join(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let pair = argument.arrayValue, pair.count == 2, let delimiter = pair[0].stringValue else {
            throw .joinMisused
        }
        guard let list = try value(of: pair[1]) else { return "" }
        guard let items = list.arrayValue else {
            guard Self.isOpen(list), isPartial else { throw .joinMisused }
            return ["Fn::Join": [pair[0], list]]
        }
        return try joined(items, by: delimiter, as: "Fn::Join")
    }

    private func joined(_ items: [JSON], by delimiter: String, as name: String) throws(TemplateError) -> JSON? {
        let texts = items.compactMap(TemplateScalar.text)
        if texts.count == items.count { return .string(texts.joined(separator: delimiter)) }
        guard isPartial, items.allSatisfy({ TemplateScalar.text($0) != nil || Self.isOpen($0) }) else {
            throw name == "Fn::Join"
                ? .joinMisused : .function("Fn::Sub expression does not resolve to a string")
        }
        return ["Fn::Join": [.string(delimiter), .array(items)]]
    }

    /// `Fn::Split`.
    func split(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let pair = argument.arrayValue, pair.count == 2, let delimiter = pair[0].stringValue, !delimiter.isEmpty
        else {
            throw .splitMisused
        }
        guard let text = try text(pair[1], of: "Fn::Split") else { return try open("Fn::Split", argument) }
        var parts: [JSON] = []
        var rest = text[...]
        while let range = rest.firstRange(of: delimiter) {
            parts.append(.string(String(rest[..<range.lowerBound])))
            rest = rest[range.upperBound...]
        }
        return .array(parts + [.string(String(rest))])
    }

    /// `Fn::ToJsonString`.
    func json(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let value = try value(of: argument) else { return "null" }
        if isPartial, Self.hasOpenPart(value) { return ["Fn::ToJsonString": value] }
        return .string(value.text)
    }

    private static func hasOpenPart(_ json: JSON) -> Bool {
        switch json {
        case .array(let items): items.contains(where: hasOpenPart)
        case .object(let object): isOpen(json) || object.values.contains(where: hasOpenPart)
        default: false
        }
    }
}
