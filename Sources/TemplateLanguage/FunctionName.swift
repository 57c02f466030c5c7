import JSONTree

/// The names of the functions of the template language.
enum FunctionName {
    /// Without `Fn::`.
    static let short: Set<String> = [
        "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "GetAZs",
        "GetAtt", "If", "ImportValue", "Join", "Length", "Not", "Or", "RefAll", "Select", "Split", "Sub",
        "ToJsonString", "Transform", "ValueOf", "ValueOfAll",
    ]

    /// What CloudFormation says that it knows, in its order.
    static let supported = [
        "Fn::Base64", "Fn::GetAtt", "Fn::GetAZs", "Fn::ImportValue", "Fn::Join", "Fn::Split", "Fn::FindInMap",
        "Fn::Select", "Ref", "Fn::Equals", "Fn::If", "Fn::Not", "Condition", "Fn::And", "Fn::Or", "Fn::Contains",
        "Fn::EachMemberEquals", "Fn::EachMemberIn", "Fn::ValueOf", "Fn::ValueOfAll", "Fn::RefAll", "Fn::Sub",
        "Fn::Cidr",
    ]

    /// What is there only with the language extensions, loops aside.
    static let extensions = ["Fn::Length", "Fn::ToJsonString"]

    /// The functions called anywhere in a value.
    static func all(in json: JSON) -> [String] {
        switch json {
        case .array(let items): items.flatMap(all)
        case .object(let object):
            (call(object.keys).map { [$0] } ?? []) + object.values.flatMap(all)
        default: []
        }
    }

    /// The one member of an object that calls a function: `Ref`, `Condition` or `Fn::…`; `nil` for plain objects.
    static func call(_ object: [String]) -> String? {
        guard object.count == 1, let name = object.first else { return nil }
        if name == "Ref" { return name }
        return name.hasPrefix("Fn::") ? name : nil
    }
}
