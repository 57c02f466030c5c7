import JSONTree

/// Reads conditions: objects with one operator.
enum ContentConditionReader {
    /// The bounds of numbers in patterns. Source: EventBridge user guide, "Numeric matching".
    private static let numberMax = 5.0e9

    /// Reads an object with one operator.
    static func condition(_ object: JSONObject) throws(ContentPatternError) -> ContentCondition {
        guard let (name, operand) = object.first(where: { _ in true }) else {
            throw ContentPatternError("Match expression name not found")
        }
        guard object.count == 1 else { throw ContentPatternError("Only one key allowed in match expression") }
        switch name {
        case "prefix", "suffix": return try edge(name, operand)
        case "equals-ignore-case", "wildcard", "cidr":
            guard let text = operand.stringValue else {
                throw ContentPatternError("\(name) match pattern must be a string")
            }
            return try self.text(name, text)
        case "exists":
            guard let isWanted = operand.boolValue else {
                throw ContentPatternError("exists match pattern must be either true or false.")
            }
            return .exists(isWanted)
        case "numeric":
            guard let parts = operand.arrayValue else {
                throw ContentPatternError("Value of numeric must be an array.")
            }
            return .numeric(try bounds(parts))
        case "anything-but": return .noneOf(try exclusions(operand))
        default: throw ContentPatternError("Unrecognized match type \(name)")
        }
    }

    /// `prefix` and `suffix`: a text, or `{"equals-ignore-case": text}`.
    private static func edge(_ name: String, _ operand: JSON) throws(ContentPatternError) -> ContentCondition {
        if let text = operand.stringValue { return try self.text(name, text) }
        guard let inner = operand.objectValue, inner.count == 1, let text = inner["equals-ignore-case"]?.stringValue
        else { throw ContentPatternError("\(name) match pattern must be a string") }
        let folded = text.lowercased()
        return name == "prefix" ? .prefix(folded, ignoresCase: true) : .suffix(folded, ignoresCase: true)
    }

    private static func text(_ name: String, _ text: String) throws(ContentPatternError) -> ContentCondition {
        switch name {
        case "prefix": .prefix(text, ignoresCase: false)
        case "suffix": .suffix(text, ignoresCase: false)
        case "equals-ignore-case": .equalsIgnoringCase(text.lowercased())
        case "wildcard": .wildcard(try WildcardText(text))
        default: .cidr(try AddressBlock(text))
        }
    }

    /// `anything-but`: a value or a list of values, or one operator on a text or a list of texts.
    private static func exclusions(_ operand: JSON) throws(ContentPatternError) -> [ContentCondition] {
        if let object = operand.objectValue {
            guard let (name, inner) = object.first(where: { _ in true }) else {
                throw ContentPatternError("Anything-But expression name not found")
            }
            guard object.count == 1 else { throw ContentPatternError("Only one key allowed in match expression") }
            guard ["prefix", "suffix", "equals-ignore-case", "wildcard"].contains(name) else {
                throw ContentPatternError("Unsupported anything-but pattern: \(name)")
            }
            return try excludedTexts(name, inner)
        }
        let values = operand.arrayValue ?? [operand]
        guard values.allSatisfy({ $0.isString || $0.isNumber }) else {
            throw ContentPatternError(
                operand.isArray
                    ? "Inside anything but list, start|null|boolean is not supported."
                    : "Value of anything-but must be an array or single string/number value.")
        }
        guard !values.isEmpty, values.allSatisfy(\.isString) || values.allSatisfy(\.isNumber) else {
            throw ContentPatternError(
                "Inside anything but list, either all values are number or string, mixed type is not supported")
        }
        return values.map { .equals($0) }
    }

    private static func excludedTexts(_ name: String, _ operand: JSON) throws(ContentPatternError) -> [ContentCondition]
    {
        var conditions: [ContentCondition] = []
        for value in operand.arrayValue ?? [operand] {
            guard let text = value.stringValue else {
                throw ContentPatternError("\(name) match pattern must be a string")
            }
            if text.isEmpty, name == "prefix" || name == "suffix" {
                throw ContentPatternError("Null prefix/suffix not allowed")
            }
            conditions.append(try self.text(name, text))
        }
        guard !conditions.isEmpty else { throw ContentPatternError("Empty arrays are not allowed") }
        return conditions
    }

    /// One comparison, or a lower and then an upper bound.
    private static func bounds(_ parts: [JSON]) throws(ContentPatternError) -> [ContentCondition.NumericBound] {
        guard let first = parts.first else { throw ContentPatternError("Invalid member in numeric match: ]") }
        guard let comparison = first.stringValue else {
            throw ContentPatternError("Invalid member in numeric match: \(first.text)")
        }
        guard ["=", "<", "<=", ">", ">="].contains(comparison) else {
            throw ContentPatternError("Unrecognized numeric range operator: \(comparison)")
        }
        var bounds = [try bound(comparison, parts.count > 1 ? parts[1] : nil)]
        guard parts.count > 2 else { return bounds }
        guard comparison == ">" || comparison == ">=" else {
            throw ContentPatternError("Too many elements in numeric expression")
        }
        guard let upper = parts[2].stringValue else {
            throw ContentPatternError("Bad value in numeric range: \(parts[2].text)")
        }
        guard upper == "<" || upper == "<=" else {
            throw ContentPatternError("Bad numeric range operator: \(upper)")
        }
        bounds.append(try bound(upper, parts.count > 3 ? parts[3] : nil))
        guard parts.count == 4 else { throw ContentPatternError("Too many terms in numeric range expression") }
        guard bounds[0].number < bounds[1].number else {
            throw ContentPatternError("Bottom must be less than top")
        }
        return bounds
    }

    private static func bound(_ comparison: String, _ value: JSON?) throws(ContentPatternError)
        -> ContentCondition.NumericBound
    {
        guard let value, value.isNumber, let number = value.doubleValue else {
            throw ContentPatternError("Value of \(comparison == "=" ? "equals" : comparison) must be numeric")
        }
        guard abs(number) <= numberMax else {
            throw ContentPatternError("Value must be between -5.0E9 and 5.0E9, inclusive")
        }
        return ContentCondition.NumericBound(comparison: comparison, number: number)
    }
}
