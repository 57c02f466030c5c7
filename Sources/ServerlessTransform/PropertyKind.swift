import JSONTree

/// What a property of a serverless resource or an event may be. An intrinsic function is checked by CloudFormation later.
enum PropertyKind {
    /// Anything: it is handed on.
    case any
    /// A string.
    case text
    /// An object.
    case map
    /// An array.
    case list
    /// `true` or `false`.
    case flag
    /// `true` or `false`, and no intrinsic function.
    case plainFlag
    /// A whole number.
    case number
    /// A string or an object.
    case textOrMap
    /// A flag or an object.
    case flagOrMap
    /// Strings, one or several.
    case texts
    /// An object of objects.
    case maps
    /// Strings and objects, one or several.
    case policies
    /// One of these strings.
    case choice([String])

    /// What is wrong with a value; `nil` when nothing is.
    func problem(of value: JSON, in property: String) -> String? {
        if isIntrinsicAllowed, value.objectValue?.count == 1 { return nil }
        guard !accepts(value) else { return nil }
        return noun.map { "Property '\(property)' should be \($0)." } ?? "Type of property '\(property)' is invalid."
    }

    private var isIntrinsicAllowed: Bool { if case .plainFlag = self { false } else { true } }

    private func accepts(_ value: JSON) -> Bool {
        switch self {
        case .any: true
        case .text: value.isString
        case .map: value.isObject
        case .list: value.isArray
        // A template in YAML may have kept them as text, as CloudFormation does.
        case .flag, .plainFlag: value.isBool || value == "true" || value == "false"
        case .number: value.integerValue != nil || value.stringValue.flatMap { Int($0) } != nil
        case .textOrMap: value.isString || value.isObject
        case .flagOrMap: value.isBool || value.isObject || value == "true" || value == "false"
        case .texts: value.isString || value.arrayValue?.allSatisfy(\.isString) == true
        case .maps: value.objectValue?.values.allSatisfy(\.isObject) == true
        case .policies:
            value.isString || value.isObject || value.arrayValue?.allSatisfy { $0.isString || $0.isObject } == true
        case .choice(let words): words.contains { value == .string($0) }
        }
    }

    private var noun: String? {
        switch self {
        case .text: "a string"
        case .map: "a map"
        case .choice(let words): "one of: \(words.map { "'\($0)'" }.joined(separator: ", "))"
        default: nil
        }
    }
}
