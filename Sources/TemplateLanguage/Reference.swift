import JSONTree

/// Something in a template that names a parameter, a pseudo parameter or a resource.
package struct Reference: Sendable, Hashable {
    /// What it names.
    package let name: String
    /// The attribute of a resource, for `Fn::GetAtt`; `nil` for `Ref`.
    package let attribute: String?

    /// All references in a value, those in the texts of `Fn::Sub` included.
    package static func all(in json: JSON) -> Set<Reference> {
        var found: Set<Reference> = []
        collect(json, &found)
        return found
    }

    private static func collect(_ json: JSON, _ found: inout Set<Reference>) {
        switch json {
        case .array(let items): for item in items { collect(item, &found) }
        case .object(let object):
            switch (FunctionName.call(object.keys), object.values.first) {
            case ("Ref", .string(let name)?): found.insert(Reference(name: name, attribute: nil))
            case ("Fn::GetAtt", let argument?):
                if let reference = attribute(argument) { found.insert(reference) } else { collect(argument, &found) }
            case ("Fn::Sub", let argument?): substitution(argument, &found)
            default: for value in object.values { collect(value, &found) }
            }
        default: break
        }
    }

    /// What the argument of `Fn::GetAtt` names; `nil` when the attribute is itself worked out.
    static func attribute(_ argument: JSON) -> Reference? {
        if let text = argument.stringValue {
            guard let dot = text.firstIndex(of: ".") else { return nil }
            return Reference(name: String(text[..<dot]), attribute: String(text[text.index(after: dot)...]))
        }
        guard let parts = argument.arrayValue, parts.count >= 2, let name = parts[0].stringValue else { return nil }
        let rest = parts.dropFirst().compactMap(\.stringValue)
        guard rest.count == parts.count - 1 else { return Reference(name: name, attribute: "") }
        return Reference(name: name, attribute: rest.joined(separator: "."))
    }

    private static func substitution(_ argument: JSON, _ found: inout Set<Reference>) {
        let (text, variables): (String?, JSONObject?) =
            if let text = argument.stringValue { (text, nil) } else {
                (argument[0]?.stringValue, argument[1]?.objectValue)
            }
        if let variables { for value in variables.values { collect(value, &found) } }
        // A text that cannot be read is reported where it is worked out.
        guard let text, let parts = try? SubstitutionText.parts(of: text) else { return }
        for case .variable(let name) in parts where variables?[name] == nil { found.insert(Reference(dotted: name)) }
    }

    /// `A` or `A.Attribute`.
    init(dotted text: String) {
        guard let dot = text.firstIndex(of: "."), !text.hasPrefix("AWS::") else {
            self.init(name: text, attribute: nil)
            return
        }
        self.init(name: String(text[..<dot]), attribute: String(text[text.index(after: dot)...]))
    }

    private init(name: String, attribute: String?) { (self.name, self.attribute) = (name, attribute) }
}
