import JSONTree
import ResourceNames

extension KeyPolicy {
    /// Whether a policy lets an account use its key. Source: developer guide, "Key policies", "Allowing users in other accounts".
    ///
    /// An account is asked for as a whole: whoever belongs to it stands for it. Conditions are taken as met where they allow something, and as not
    /// met where they deny it.
    ///
    /// - Parameter action: `kms:Decrypt`.
    static func admits(_ account: String, to action: String, under policy: String) -> Bool {
        guard let document = try? JSON.parse(Array(policy.utf8)), let given = document["Statement"] else {
            return false
        }
        var isAllowed = false
        for statement in given.arrayValue ?? [given] where concerns(statement, account, action) {
            switch statement["Effect"]?.stringValue {
            case "Allow": isAllowed = true
            case "Deny" where statement["Condition"] == nil: return false
            default: break
            }
        }
        return isAllowed
    }

    private static func concerns(_ statement: JSON, _ account: String, _ action: String) -> Bool {
        if let principal = statement["Principal"] {
            guard names(principal, account) else { return false }
        } else {
            guard let others = statement["NotPrincipal"], !names(others, account) else { return false }
        }
        guard let actions = statement["Action"] else {
            return statement["NotAction"].map { !texts($0).contains { isLike($0, action) } } ?? false
        }
        return texts(actions).contains { isLike($0, action) }
    }

    private static func names(_ principal: JSON, _ account: String) -> Bool {
        texts(principal.objectValue == nil ? principal : principal["AWS"] ?? .null)
            .contains { $0 == "*" || $0 == account || ARN($0)?.account == account }
    }

    private static func texts(_ value: JSON) -> [String] { (value.arrayValue ?? [value]).compactMap(\.stringValue) }

    /// Whether an action is what a pattern with `*` and `?` describes; capitals make no difference.
    private static func isLike(_ pattern: String, _ action: String) -> Bool {
        let (pattern, text) = (Array(pattern.lowercased().utf8), Array(action.lowercased().utf8))
        var (place, position) = (0, 0)
        var star: (place: Int, position: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, position)
                place += 1
            } else if place < pattern.count, pattern[place] == text[position] || pattern[place] == UInt8(ascii: "?") {
                (place, position) = (place + 1, position + 1)
            } else if let last = star {
                star = (last.place, last.position + 1)
                (place, position) = (last.place + 1, last.position + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
