import JSONTree

/// Scalars of templates: what is written as a number may be meant as a text, and the other way round.
package enum TemplateScalar {
    /// A string, a number or a truth value as text.
    package static func text(_ json: JSON) -> String? {
        switch json {
        case .string(let text): text
        case .bool(let flag): flag ? "true" : "false"
        default: json.numberText
        }
    }

    /// A truth value, or a text that says one.
    package static func flag(_ json: JSON?) -> Bool? {
        switch json {
        case .bool(let flag)?: flag
        case .string(let text)?:
            switch text.lowercased() {
            case "true": true
            case "false": false
            default: nil
            }
        default: nil
        }
    }
}
