import ContentPatterns
import ResourceNames

/// How a condition compares.
///
/// Source: IAM user guide, "IAM JSON policy elements: Condition operators".
enum ConditionOperator: String, Sendable {
    case stringEquals = "StringEquals"
    case stringNotEquals = "StringNotEquals"
    case stringEqualsIgnoreCase = "StringEqualsIgnoreCase"
    case stringNotEqualsIgnoreCase = "StringNotEqualsIgnoreCase"
    case stringLike = "StringLike"
    case stringNotLike = "StringNotLike"
    case numericEquals = "NumericEquals"
    case numericNotEquals = "NumericNotEquals"
    case numericLessThan = "NumericLessThan"
    case numericLessThanEquals = "NumericLessThanEquals"
    case numericGreaterThan = "NumericGreaterThan"
    case numericGreaterThanEquals = "NumericGreaterThanEquals"
    case dateEquals = "DateEquals"
    case dateNotEquals = "DateNotEquals"
    case dateLessThan = "DateLessThan"
    case dateLessThanEquals = "DateLessThanEquals"
    case dateGreaterThan = "DateGreaterThan"
    case dateGreaterThanEquals = "DateGreaterThanEquals"
    case bool = "Bool"
    case binaryEquals = "BinaryEquals"
    case ipAddress = "IpAddress"
    case notIPAddress = "NotIpAddress"
    case arnEquals = "ArnEquals"
    case arnLike = "ArnLike"
    case arnNotEquals = "ArnNotEquals"
    case arnNotLike = "ArnNotLike"
    case null = "Null"

    /// Holds when none of the values fits, and when the request lacks the key.
    var isNegative: Bool {
        switch self {
        case .stringNotEquals, .stringNotEqualsIgnoreCase, .stringNotLike, .numericNotEquals, .dateNotEquals,
            .notIPAddress, .arnNotEquals, .arnNotLike:
            true
        default: false
        }
    }

    /// Whether a policy may give this value; texts with variables are looked at only when they are compared.
    func accepts(_ value: String) -> Bool {
        if value.contains("${") { return true }
        switch self {
        case .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals, .numericGreaterThan,
            .numericGreaterThanEquals:
            return Double(value) != nil
        case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan, .dateGreaterThanEquals:
            return Self.milliseconds(value) != nil
        case .bool, .null: return ["true", "false"].contains(value.lowercased())
        case .ipAddress, .notIPAddress: return Self.block(value) != nil
        default: return true
        }
    }

    /// Compares what a request holds with a value of the policy; a negative operator like its positive one.
    func compares(_ given: String, with value: PolicyText, in request: AccessRequest) -> Bool {
        switch self {
        case .stringEquals, .stringNotEquals, .binaryEquals: return value.text(in: request) == given
        case .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase:
            return value.text(in: request)?.lowercased() == given.lowercased()
        case .stringLike, .stringNotLike: return value.pattern(in: request)?.matches(given) ?? false
        case .arnEquals, .arnLike, .arnNotEquals, .arnNotLike:
            return value.pattern(in: request).map { ResourcePattern($0).matches(given) } ?? false
        case .bool: return value.text(in: request)?.lowercased() == given.lowercased()
        case .ipAddress, .notIPAddress:
            return value.text(in: request).flatMap(Self.block)?.contains(given) ?? false
        case .null: return false
        default:
            let number: (String) -> Double? =
                rawValue.hasPrefix("Date") ? { Self.milliseconds($0).map(Double.init) } : { Double($0) }
            guard let wanted = value.text(in: request).flatMap(number), let given = number(given) else { return false }
            return isOrdered(given, wanted)
        }
    }

    private func isOrdered(_ given: Double, _ wanted: Double) -> Bool {
        switch self {
        case .numericLessThan, .dateLessThan: given < wanted
        case .numericLessThanEquals, .dateLessThanEquals: given <= wanted
        case .numericGreaterThan, .dateGreaterThan: given > wanted
        case .numericGreaterThanEquals, .dateGreaterThanEquals: given >= wanted
        default: given == wanted
        }
    }

    /// A date as policies write it: `2026-11-26T12:00:00Z`, `2026-11-26`, or seconds since 1970.
    private static func milliseconds(_ text: String) -> Int64? {
        if let seconds = Int64(text) { return seconds * 1_000 }
        return (Timestamp(iso8601: text) ?? Timestamp(iso8601: "\(text)T00:00:00Z"))?.milliseconds
    }

    /// `10.0.0.0/8`, or a single address.
    private static func block(_ text: String) -> AddressBlock? {
        if let block = try? AddressBlock(text) { return block }
        return try? AddressBlock("\(text)/\(text.contains(":") ? 128 : 32)")
    }
}
