import Digests
import JSONTree

/// A JSON object as `application/x-www-form-urlencoded`.
///
/// Source: AWS Step Functions developer guide, "Applying URL-encoding on request body"; what it leaves open as the query strings of
/// JavaScript's `qs`, whose names for the formats AWS has taken.
enum FormBody {
    /// How the elements of an array are named.
    enum ArrayFormat: String, Sendable {
        /// `a[0]=x&a[1]=y`
        case indices = "INDICES"
        /// `a=x&a=y`
        case `repeat` = "REPEAT"
        /// `a=x,y`
        case commas = "COMMAS"
        /// `a[]=x&a[]=y`
        case brackets = "BRACKETS"
    }

    /// The members in their order; members of objects as `a[b]=x`. What is empty is left out.
    static func encode(_ object: JSONObject, arrays: ArrayFormat) -> String {
        object.flatMap { pairs($0.key, $0.value, arrays) }.joined(separator: "&")
    }

    /// A value as a text of its own: null is empty, what is no text is JSON.
    static func text(_ value: JSON) -> String {
        switch value {
        case .string(let text): text
        case .null: ""
        default: value.text
        }
    }

    private static func pairs(_ name: String, _ value: JSON, _ arrays: ArrayFormat) -> [String] {
        switch value {
        case .object(let object): object.flatMap { pairs("\(name)[\($0.key)]", $0.value, arrays) }
        case .array(let elements):
            switch arrays {
            case .indices:
                elements.enumerated().flatMap { pairs("\(name)[\($0.offset)]", $0.element, arrays) }
            case .repeat: elements.flatMap { pairs(name, $0, arrays) }
            case .brackets: elements.flatMap { pairs("\(name)[]", $0, arrays) }
            case .commas:
                elements.isEmpty
                    ? []
                    : [
                        "\(PercentEncoding.encode(name))="
                            + elements.map { PercentEncoding.encode(text($0)) }.joined(separator: ",")
                    ]
            }
        default: ["\(PercentEncoding.encode(name))=\(PercentEncoding.encode(text(value)))"]
        }
    }
}
