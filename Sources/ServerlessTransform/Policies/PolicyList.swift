import JSONTree

/// The property `Policies`: names and ARNs of managed policies, documents, and policy templates.
struct PolicyList {
    private let entries: [JSON]
    private let id: String

    /// Takes a list in which policy templates are filled already.
    init(_ policies: JSON?, of id: String) {
        entries = Self.entries(policies)
        self.id = id
    }

    /// Whether a property `Policies` says nothing.
    static func isEmpty(_ policies: JSON?) -> Bool { entries(policies).isEmpty }

    private static func entries(_ policies: JSON?) -> [JSON] {
        switch policies {
        case nil, .null, "": []
        case .array(let several): several
        case .object(let object) where object.isEmpty: []
        case let one?: [one]
        }
    }

    /// A list with every policy template turned into the document it stands for.
    static func withTemplatesFilled(_ policies: JSON?, of id: String) throws(TemplateProblem) -> JSON? {
        let entries = entries(policies)
        guard !entries.isEmpty else { return policies }
        var filled: [JSON] = []
        for entry in entries {
            if let (condition, one, other) = try Intrinsic.branches(of: entry) {
                filled.append(Intrinsic.either(condition, try self.filled(one, of: id), try self.filled(other, of: id)))
            } else {
                filled.append(try self.filled(entry, of: id))
            }
        }
        return .array(filled)
    }

    private static func filled(_ entry: JSON, of id: String) throws(TemplateProblem) -> JSON {
        guard let object = entry.objectValue, object.count == 1, let name = object.keys.first, name != "Statement",
            Intrinsic.name(of: entry) == nil
        else { return entry }
        guard let template = PolicyTemplateTable.templates[name] else { return entry }
        return try template.filled(with: object[name] ?? .null, of: id)
    }

    /// Gives a role what the list says.
    func add(to role: inout GeneratedRole) throws(TemplateProblem) {
        for (index, entry) in entries.enumerated() {
            let name: JSON = .string("\(role.id)Policy\(index)")
            switch try Self.kind(of: entry) {
            case .managed: role.attach(try Self.mapped(entry) { $0.stringValue.map(ManagedPolicyNames.arn) ?? $0 })
            case .document:
                role.policies.append(try Self.mapped(entry) { ["PolicyName": name, "PolicyDocument": $0] })
            case .unknown:
                throw .resource(id, "Policy at index \(index) in the 'Policies' property is not valid")
            }
        }
    }

    private enum Kind { case managed, document, unknown }

    private static func kind(of entry: JSON) throws(TemplateProblem) -> Kind {
        if let (_, one, other) = try Intrinsic.branches(of: entry) {
            let kinds = (try kind(of: one), try kind(of: other))
            if kinds.0 == kinds.1 || Intrinsic.isNoValue(other) { return kinds.0 }
            if Intrinsic.isNoValue(one) { return kinds.1 }
            throw .template(
                "Different policy types within the same Fn::If statement is unsupported. Separate different policy types into different "
                    + "Fn::If statements")
        }
        if entry.isString || Intrinsic.name(of: entry) != nil { return .managed }
        return entry["Statement"] != nil ? .document : .unknown
    }

    /// An entry changed, or what an `Fn::If` chooses from.
    private static func mapped(_ entry: JSON, _ change: (JSON) -> JSON) throws(TemplateProblem) -> JSON {
        guard let (condition, one, other) = try Intrinsic.branches(of: entry) else { return change(entry) }
        return Intrinsic.either(
            condition, Intrinsic.isNoValue(one) ? one : change(one), Intrinsic.isNoValue(other) ? other : change(other))
    }
}
