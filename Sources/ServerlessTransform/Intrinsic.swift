import JSONTree

/// Intrinsic functions as they stand in a template, made and recognised.
enum Intrinsic {
    /// What leaves a property out.
    static let noValue: JSON = ["Ref": "AWS::NoValue"]

    /// `{"Ref": ID}`.
    static func ref(_ id: String) -> JSON { ["Ref": .string(id)] }

    /// `{"Fn::GetAtt": [ID, NAME]}`.
    static func attribute(_ name: String, of id: String) -> JSON { ["Fn::GetAtt": [.string(id), .string(name)]] }

    /// `{"Fn::If": [CONDITION, ONE, OTHER]}`.
    static func either(_ condition: JSON, _ one: JSON, _ other: JSON = noValue) -> JSON {
        ["Fn::If": [condition, one, other]]
    }

    /// `{"Fn::Not": [{"Condition": NAME}]}`.
    static func not(_ condition: String) -> JSON { ["Fn::Not": [["Condition": .string(condition)]]] }

    /// The name of the function that a value is; `nil` when it is none.
    static func name(of value: JSON?) -> String? {
        guard let object = value?.objectValue, object.count == 1, let name = object.keys.first,
            name == "Ref" || name == "Condition" || name.hasPrefix("Fn::")
        else { return nil }
        return name
    }

    /// Whether a value is `AWS::NoValue`.
    static func isNoValue(_ value: JSON) -> Bool { value == noValue }

    /// What stands in an `Fn::If`; `nil` when the value is none.
    ///
    /// - Throws: `Fn::If requires 3 arguments`, when it has another number of them.
    static func branches(of value: JSON?) throws(TemplateProblem) -> (condition: JSON, one: JSON, other: JSON)? {
        guard name(of: value) == "Fn::If" else { return nil }
        guard let items = value?["Fn::If"]?.arrayValue, items.count == 3 else {
            throw .template("Fn::If requires 3 arguments")
        }
        return (items[0], items[1], items[2])
    }

    /// The logical id that a `Ref` or a `Fn::GetAtt` is about.
    static func logicalID(in value: JSON?) -> String? {
        guard let name = name(of: value), let argument = value?[name] else { return nil }
        switch (name, argument) {
        case ("Ref", .string(let id)): return id
        case ("Fn::GetAtt", .array(let parts)): return parts.count == 2 ? parts[0].stringValue : nil
        case ("Fn::GetAtt", .string(let text)):
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 2 ? String(parts[0]) : nil
        default: return nil
        }
    }
}
