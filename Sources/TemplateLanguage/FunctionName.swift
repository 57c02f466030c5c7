/// The names of the functions of the template language.
enum FunctionName {
    /// Without `Fn::`.
    static let short: Set<String> = [
        "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "GetAZs",
        "GetAtt", "If", "ImportValue", "Join", "Length", "Not", "Or", "RefAll", "Select", "Split", "Sub",
        "ToJsonString", "Transform", "ValueOf", "ValueOfAll",
    ]

    /// The one member of an object that calls a function: `Ref`, `Condition` or `Fn::…`; `nil` for plain objects.
    static func call(_ object: [String]) -> String? {
        guard object.count == 1, let name = object.first else { return nil }
        if name == "Ref" { return name }
        return name.hasPrefix("Fn::") ? name : nil
    }
}
