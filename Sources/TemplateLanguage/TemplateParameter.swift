import JSONTree

/// A parameter as a template declares it, with the rules its values must keep.
package struct TemplateParameter: Sendable {
    /// Its key.
    package let name: String
    /// `String`, `Number`, `CommaDelimitedList`, `AWS::SSM::Parameter::Value<String>` …
    package let type: ParameterType
    /// The value's text when none is given.
    package let defaultText: String?
    /// Whether its value is never shown.
    package let isSecret: Bool
    /// Shown with it.
    package let description: String?
    /// The texts that are allowed; empty when any is.
    package let allowedValues: [String]
    private let pattern: String?
    private let constraintDescription: String?
    private let length: (least: Int?, most: Int?)
    private let value: (least: Double?, most: Double?)
    private let bounds: (least: String, most: String)

    private static let members: Set<String> = [
        "Type", "Default", "NoEcho", "Description", "AllowedValues", "AllowedPattern", "ConstraintDescription",
        "MinLength", "MaxLength", "MinValue", "MaxValue",
    ]

    /// Reads a member of `Parameters`.
    init(_ name: String, _ json: JSON) throws(TemplateError) {
        guard let object = json.objectValue else { throw .format("Every Parameters member must be an object.") }
        if let stranger = object.keys.first(where: { !Self.members.contains($0) }) {
            throw TemplateError("Invalid template parameter property '\(stranger)'")
        }
        guard let type = object["Type"]?.stringValue else {
            throw .format("Every Parameters object must contain a Type member.")
        }
        guard let known = ParameterType(type) else {
            throw .format("Unrecognized parameter type: \(type)")
        }
        self.name = name
        self.type = known
        defaultText = try Self.text(object["Default"], of: name)
        if let given = object["NoEcho"], !given.isNull, TemplateScalar.flag(given) == nil {
            throw .format("Every NoEcho member must be a boolean.")
        }
        isSecret = TemplateScalar.flag(object["NoEcho"]) ?? false
        if let given = object["Description"], !given.isNull, !given.isString {
            throw .format("Every Description member must be a string.")
        }
        description = object["Description"]?.stringValue
        if let values = object["AllowedValues"], !values.isNull, !values.isArray {
            throw .format("Every AllowedValues member must be a list.")
        }
        var allowed: [String] = []
        for item in object["AllowedValues"]?.arrayValue ?? [] {
            if let text = TemplateScalar.text(item) { allowed.append(text) }
        }
        allowedValues = allowed
        pattern = object["AllowedPattern"]?.stringValue
        constraintDescription = object["ConstraintDescription"]?.stringValue
        func number(_ member: String) -> Double? { object[member].flatMap(TemplateScalar.text).flatMap { Double($0) } }
        length = (number("MinLength").map { Int($0) }, number("MaxLength").map { Int($0) })
        value = (number("MinValue"), number("MaxValue"))
        func shown(_ member: String) -> String { object[member].flatMap(TemplateScalar.text) ?? "" }
        bounds = (shown("MinValue"), shown("MaxValue"))
    }

    private static func text(_ json: JSON?, of name: String) throws(TemplateError) -> String? {
        guard let json, !json.isNull else { return nil }
        guard let text = TemplateScalar.text(json) else {
            throw .format("Every Default member must be a string.")
        }
        return text
    }

    /// What `GetTemplateSummary` tells of it.
    package var shape: JSON {
        var shape: JSONObject = ["ParameterKey": .string(name)]
        if let defaultText { shape["DefaultValue"] = .string(defaultText) }
        shape["ParameterType"] = .string(type.text)
        shape["NoEcho"] = .bool(isSecret)
        if let description { shape["Description"] = .string(description) }
        shape["ParameterConstraints"] =
            allowedValues.isEmpty ? .emptyObject : ["AllowedValues": .array(allowedValues.map { .string($0) })]
        return .object(shape)
    }

    /// The value that a text stands for: a text, or a list of texts.
    ///
    /// - Throws: In AWS's words, what rule the text breaks.
    package func value(of text: String) throws(TemplateError) -> JSON {
        let parts = type.isList ? type.parts(of: text) : [text]
        for part in parts { try check(part) }
        return type.isList ? .array(parts.map { .string($0) }) : .string(text)
    }

    private func check(_ text: String) throws(TemplateError) {
        if type.isNumber {
            guard let number = Double(text) else { throw broken("must be a number") }
            if let least = value.least, number < least {
                throw broken("must be a number not less than \(bounds.least)")
            }
            if let most = value.most, number > most {
                throw broken("must be a number not greater than \(bounds.most)")
            }
        }
        guard allowedValues.isEmpty || allowedValues.contains(text) else {
            throw broken("must be one of AllowedValues")
        }
        let count = text.unicodeScalars.count
        if let least = length.least, count < least { throw broken("must contain at least \(least) characters") }
        if let most = length.most, count > most { throw broken("must contain at most \(most) characters") }
        guard let pattern else { return }
        guard let expression = try? Regex(pattern) else {
            throw .function("Parameter '\(name)' AllowedPattern must be a valid regular expression.")
        }
        // One that gives up on a text does not match it.
        guard (try? expression.wholeMatch(in: text)) != nil else { throw broken("must match pattern \(pattern)") }
    }

    private func broken(_ rule: String) -> TemplateError {
        if let constraintDescription {
            return TemplateError("Parameter \(name) failed to satisfy constraint: \(constraintDescription)")
        }
        return TemplateError("Parameter '\(name)' \(rule)")
    }
}
