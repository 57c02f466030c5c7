import JSONTree

/// Finds out whether a template calls functions only that it may call: some are there only with the transform `AWS::LanguageExtensions`.
package struct FunctionCheck {
    private let hasExtensions: Bool

    /// What applies the language extensions.
    package static let extensions = "AWS::LanguageExtensions"

    /// Throws the first function that may not be called, in AWS's words.
    ///
    /// - Parameters:
    ///   - tree: A template as it was given.
    ///   - transforms: The macros that it asks for.
    package static func check(_ tree: JSON, transforms: [String]) throws(TemplateError) {
        let check = FunctionCheck(hasExtensions: transforms.contains(extensions))
        for section in ["Conditions", "Resources", "Outputs"] {
            guard let members = tree[section]?.objectValue else { continue }
            for member in members.values {
                if section == "Resources" { try check.checkPolicies(member) }
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

    private func check(_ json: JSON) throws(TemplateError) {
        switch json {
        case .array(let items): for item in items { try check(item) }
        case .object(let object):
            if object.count == 1, let name = object.keys.first, name.lowercased().hasPrefix("fn::") {
                try check(name, object.values[0])
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
        guard name == "Fn::FindInMap", !hasExtensions, argument.arrayValue?.count == 4 else { return }
        throw .function(
            "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value"
        )
    }
}
