import JSONTree

/// Finds out whether a template calls functions only that it may call, as they are to be called: some are there only with the transform
/// `AWS::LanguageExtensions`.
package struct FunctionCheck {
    private let tree: JSON
    private let hasExtensions: Bool

    /// What applies the language extensions.
    package static let extensions = "AWS::LanguageExtensions"
    private static let serverless = "AWS::Serverless-2016-10-31"

    /// Throws the first function that may not be called, in AWS's words.
    ///
    /// - Parameters:
    ///   - tree: A template as it was given.
    ///   - transforms: The macros that it asks for.
    package static func check(_ tree: JSON, transforms: [String]) throws(TemplateError) {
        guard tree["Globals"] == nil || transforms.contains(serverless) else {
            throw TemplateError("Invalid template property or properties [Globals]")
        }
        let check = FunctionCheck(tree: tree, hasExtensions: transforms.contains(extensions))
        for section in ["Conditions", "Resources", "Outputs"] {
            guard let members = tree[section]?.objectValue else { continue }
            for member in members.values {
                if section == "Resources" { try check.checkPolicies(member) }
                if section == "Conditions" { try check.checkConditions(member) }
                try check.check(member)
            }
        }
    }

    private func checkPolicies(_ resource: JSON) throws(TemplateError) {
        guard !hasExtensions else { return }
        for policy in [ResourcePolicy.deletion, .replacement] {
            guard let value = resource[policy.rawValue], !value.isNull, !value.isString else { continue }
            throw .format("Every \(policy.rawValue) member must be a string.")
        }
    }

    /// Loops may make conditions that are not there yet.
    private func checkConditions(_ json: JSON) throws(TemplateError) {
        guard !hasExtensions else { return }
        let names = Evaluator.conditionNames(in: json)
        if let lost = names.first(where: { tree["Conditions"]?[$0] == nil }) { throw .noCondition(ofConditions: lost) }
    }

    private func check(_ json: JSON) throws(TemplateError) {
        switch json {
        case .array(let items): for item in items { try check(item) }
        case .object(let object):
            if object.count == 1, let name = object.keys.first {
                if name == "Ref", !object.values[0].isString { throw .refMisused }
                if name.lowercased().hasPrefix("fn::") { try check(name, object.values[0]) }
            }
            for value in object.values { try check(value) }
        default: break
        }
    }

    private func check(_ name: String, _ argument: JSON) throws(TemplateError) {
        let isLoop = name.hasPrefix("Fn::ForEach::")
        if isLoop || FunctionName.extensions.contains(name), hasExtensions { return }
        guard FunctionName.supported.contains(name) || name == "Fn::Transform" else {
            throw .unsupported(name)
        }
        let parts = argument.arrayValue
        switch name {
        case "Fn::Equals": guard parts?.count == 2 else { throw .equalsMisused }
        case "Fn::Not": guard parts?.count == 1 else { throw .notMisused }
        case "Fn::And", "Fn::Or":
            guard let count = parts?.count, (2...10).contains(count) else { throw .junctionMisused(name) }
        case "Fn::If":
            guard let parts, parts.count == 3, let condition = parts[0].stringValue else { throw .ifMisused }
            guard hasExtensions || tree["Conditions"]?[condition] != nil else { throw .noCondition(condition) }
        case "Fn::FindInMap":
            guard let parts, parts.count == 3 || (parts.count == 4 && hasExtensions) else { throw .mapMisused }
            guard !hasExtensions, let map = parts[0].stringValue, tree["Mappings"]?[map] == nil else { return }
            throw .noMapping(map)
        default: try checkValues(name, argument)
        }
    }

    /// What the functions that make values are given.
    private func checkValues(_ name: String, _ argument: JSON) throws(TemplateError) {
        let parts = argument.arrayValue
        switch name {
        case "Fn::GetAtt":
            guard let named = Reference.attribute(argument) else {
                // The language extensions work out the name of the resource, too.
                guard hasExtensions, let parts, parts.count == 2 else { throw .attributeMisused }
                return
            }
            let isLate = parts?.dropFirst().contains(where: Evaluator.isOpen) ?? false
            guard !named.name.isEmpty, isLate || named.attribute?.isEmpty == false else { throw .attributeMisused }
        case "Fn::Sub":
            let text = argument.stringValue ?? argument[0]?.stringValue
            guard let text, argument.isString || (parts?.count == 2 && argument[1]?.objectValue != nil) else {
                throw .substitutionMisused
            }
            _ = try SubstitutionText.parts(of: text)
        case "Fn::Join":
            guard let parts, parts.count == 2, parts[0].isString || hasExtensions, isList(parts[1]) else {
                throw .joinMisused
            }
        case "Fn::Split":
            guard let parts, parts.count == 2, parts[0].isString || hasExtensions, parts[0] != "",
                !parts[1].isArray
            else { throw .splitMisused }
        case "Fn::Select":
            guard let parts, parts.count == 2, isList(parts[1]) else { throw .selectMisused }
        default: break
        }
    }

    private func isList(_ json: JSON) -> Bool { json.isArray || Evaluator.isOpen(json) }
}
