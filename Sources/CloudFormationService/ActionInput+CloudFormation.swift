import AWSWire
import JSONTree
import TemplateLanguage

extension ActionInput {
    /// Reads a shape; failures are those of CloudFormation.
    init(_ shape: JSON) { self.init(shape, words: Self.cloudFormation) }

    private static let cloudFormation = Words(
        missing: {
            .validation(
                "1 validation error detected: Value null at '\($0.prefix(1).lowercased() + $0.dropFirst())' failed to satisfy constraint: Member must not be null"
            )
        },
        wrongType: { .validation("\($0) must be \($1).") })

    /// `Parameters` by key: a text, or `nil` where the previous value is to be used.
    func parameters() throws(ServiceError) -> [String: String?] {
        var found: [String: String?] = [:]
        for (place, item) in (try list("Parameters") ?? []).enumerated() {
            let entry = ActionInput(item)
            let name = try entry.requiredText("ParameterKey")
            if let text = try entry.text("ParameterValue"), text.utf8.count > DeclarationCheck.valueBytesMax {
                throw .validation(
                    "1 validation error detected: Value '\(text)' at 'parameters.\(place + 1).member.parameterValue' failed to satisfy constraint: Member must have length less than or equal to \(DeclarationCheck.valueBytesMax)"
                )
            }
            found[name] = .some(
                try entry.flag("UsePreviousValue") ? String?.none : try entry.text("ParameterValue") ?? "")
        }
        return found
    }

    /// `Tags`; `nil` when the request has none.
    func tags() throws(ServiceError) -> [StackTag]? {
        guard let list = try list("Tags") else { return nil }
        var tags: [StackTag] = []
        for item in list {
            let entry = ActionInput(item)
            let key = try entry.requiredText("Key")
            guard !tags.contains(where: { $0.key == key }) else {
                throw .validation("Duplicate tag keys are not allowed: \(key)")
            }
            guard !key.hasPrefix("aws:") else {
                throw .validation("aws: prefixed tag key names are not allowed for external use.")
            }
            tags.append(StackTag(key: key, value: try entry.text("Value") ?? ""))
        }
        return tags
    }
}
