import Digests
import JSONTree

/// Works out what the functions of a template stand for.
///
/// What depends on a resource that is not there yet stays a function where `isPartial`, with all the rest worked out; else it is an error.
package struct Evaluator {
    /// What is known of the world around the template.
    package struct Knowledge {
        /// By parameter: a text or a list of texts.
        package var parameters: [String: JSON]
        /// What `AWS::…` names stand for.
        package var pseudo: PseudoParameters
        /// What `Ref` gives for a resource; `nil`: not known yet.
        package var reference: (_ logicalID: String) -> JSON?
        /// What `Fn::GetAtt` gives; `nil`: not known yet.
        package var attribute: (_ logicalID: String, _ attribute: String) throws(TemplateError) -> JSON?
        /// The value another stack exports under a name; `nil`: none does.
        package var export: (_ name: String) -> String?

        /// States all.
        package init(
            parameters: [String: JSON], pseudo: PseudoParameters,
            reference: @escaping (_ logicalID: String) -> JSON?,
            attribute: @escaping (_ logicalID: String, _ attribute: String) throws(TemplateError) -> JSON?,
            export: @escaping (_ name: String) -> String?
        ) {
            self.parameters = parameters
            self.pseudo = pseudo
            self.reference = reference
            self.attribute = attribute
            self.export = export
        }
    }

    /// Whose functions are worked out.
    let template: Template
    /// What is known.
    let knowledge: Knowledge
    /// Whether what is not known yet stays open.
    let isPartial: Bool
    /// By name: whether it holds.
    package private(set) var conditions: [String: Bool] = [:]

    /// Works out the conditions of a template.
    package init(_ template: Template, knowing knowledge: Knowledge, isPartial: Bool) throws(TemplateError) {
        self.template = template
        self.knowledge = knowledge
        self.isPartial = isPartial
        for name in template.conditions.keys { _ = try condition(name, above: []) }
    }

    /// Whether what names this condition is to be made.
    package func holds(_ condition: String?) -> Bool { condition.map { conditions[$0] ?? false } ?? true }

    /// A value without functions; `nil` for `AWS::NoValue`.
    package func value(of json: JSON) throws(TemplateError) -> JSON? {
        switch json {
        case .array(let items):
            var all: [JSON] = []
            for item in items { if let value = try value(of: item) { all.append(value) } }
            return .array(all)
        case .object(let object):
            if let name = FunctionName.call(object.keys), let argument = object.values.first {
                return try call(name, argument)
            }
            return .object(try members(of: object))
        default: return json
        }
    }

    /// An object whose members are without functions; those that are `AWS::NoValue` are gone.
    package func members(of object: JSONObject) throws(TemplateError) -> JSONObject {
        var result = JSONObject()
        for (key, item) in object { if let value = try value(of: item) { result[key] = value } }
        return result
    }

    /// A value that must be a text.
    func text(_ json: JSON, of function: String) throws(TemplateError) -> String? {
        guard let value = try value(of: json) else { return nil }
        if let text = TemplateScalar.text(value) { return text }
        if Self.isOpen(value), isPartial { return nil }
        throw .function("every \(function) object must have a string argument.")
    }

    /// Whether a value is a function that could not be worked out yet.
    package static func isOpen(_ json: JSON) -> Bool {
        guard let object = json.objectValue else { return false }
        return FunctionName.call(object.keys) != nil
    }

    private func call(_ name: String, _ argument: JSON) throws(TemplateError) -> JSON? {
        switch name {
        case "Ref": try reference(argument)
        case "Fn::GetAtt": try attribute(argument)
        case "Fn::If": try choice(argument)
        case "Fn::Sub": try substitution(argument)
        case "Fn::Join": try join(argument)
        case "Fn::Split": try split(argument)
        case "Fn::Select": try select(argument)
        case "Fn::FindInMap": try mapped(argument)
        case "Fn::ImportValue": try imported(argument)
        case "Fn::Base64":
            if let text = try text(argument, of: name) {
                .string(Base64.encode(text.utf8))
            } else {
                try open(name, argument)
            }
        case "Fn::GetAZs": try zones(argument)
        case "Fn::Cidr": try blocks(argument)
        case "Fn::Length": try length(argument)
        case "Fn::ToJsonString": try json(argument)
        case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals":
            throw .function("\(name) can only be used in the Conditions block and in rules")
        case "Fn::Transform":
            throw .function(
                "Macros inside a template are not supported here: \(argument["Name"]?.text ?? "Fn::Transform")")
        default: throw .unsupported(name)
        }
    }

    /// The function as it is, its argument worked out as far as can be.
    func open(_ name: String, _ argument: JSON) throws(TemplateError) -> JSON? {
        .object([name: try value(of: argument) ?? .null])
    }

    private func reference(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let name = argument.stringValue else {
            throw .refMisused
        }
        if name == "AWS::NoValue" { return nil }
        if let known = knowledge.parameters[name] ?? knowledge.pseudo.value(name) ?? knowledge.reference(name) {
            return known
        }
        guard isPartial else { throw Self.unresolved(name) }
        return ["Ref": .string(name)]
    }

    private func attribute(_ argument: JSON) throws(TemplateError) -> JSON? {
        var reference = Reference.attribute(argument)
        if reference?.attribute == "", let parts = argument.arrayValue, parts.count == 2,
            let name = parts[0].stringValue, let text = try text(parts[1], of: "Fn::GetAtt")
        {
            reference = Reference(dotted: "\(name).\(text)")
        }
        guard let reference, let attribute = reference.attribute, !attribute.isEmpty else {
            throw .attributeMisused
        }
        if let known = try knowledge.attribute(reference.name, attribute) { return known }
        guard isPartial else { throw Self.unresolved(reference.name) }
        return ["Fn::GetAtt": [.string(reference.name), .string(attribute)]]
    }

    private func choice(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let parts = argument.arrayValue, parts.count == 3, let name = parts[0].stringValue else {
            throw .ifMisused
        }
        guard let holds = conditions[name] else {
            throw .noCondition(name)
        }
        return try value(of: holds ? parts[1] : parts[2])
    }

    /// A reference to what is not there.
    static func unresolved(_ name: String) -> TemplateError {
        .format("Unresolved resource dependencies [\(name)] in the Resources block of the template")
    }

    private mutating func condition(_ name: String, above: [String]) throws(TemplateError) -> Bool {
        if let known = conditions[name] { return known }
        if above.contains(name), let last = above.last { throw .conditionsInCircle(last, name) }
        guard let json = template.conditions[name] else {
            throw .noCondition(ofConditions: name)
        }
        let named = Self.conditionNames(in: json)
        for other in named { _ = try condition(other, above: above + [name]) }
        let holds = try truth(of: json)
        conditions[name] = holds
        return holds
    }

    /// The conditions that a condition names.
    static func conditionNames(in json: JSON) -> [String] {
        switch json {
        case .array(let items): items.flatMap(conditionNames)
        case .object(let object):
            if object.count == 1, let name = object["Condition"]?.stringValue {
                [name]
            } else {
                object.values.flatMap(conditionNames)
            }
        default: []
        }
    }
}
