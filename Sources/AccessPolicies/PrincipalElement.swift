import JSONTree
import ResourceNames

/// `Principal` or `NotPrincipal` of a statement.
///
/// Source: IAM user guide, "AWS JSON policy elements: Principal".
struct PrincipalElement: Sendable, Equatable {
    /// How closely a caller is meant; each kind grants something else.
    enum Fit: Int, Comparable {
        case none
        /// The caller's account is: it may hand the right on by its own policies.
        case account
        /// The caller's role is, not the session itself.
        case role
        /// The caller itself is, or everybody.
        case exact

        /// The closer fit is the greater one.
        static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
    }

    private let isInverse: Bool
    private var isEverybody = false
    /// Accounts, users, roles and sessions, as they are written.
    private(set) var aws: [String] = []
    private var services: [String] = []

    /// Reads an element.
    init(_ json: JSON, isInverse: Bool) throws(PolicyProblem) {
        self.isInverse = isInverse
        if json.stringValue == "*" {
            isEverybody = true
            return
        }
        guard let object = json.objectValue, !object.isEmpty else { throw PolicyProblem("Invalid principal in policy") }
        for (kind, value) in object {
            let texts = try PolicyElement.texts(value)
            switch kind {
            case "AWS":
                for text in texts { try add(aws: text) }
            case "Service": services += texts
            case "Federated", "CanonicalUser": continue
            default: throw PolicyProblem("Invalid principal in policy: \"\(kind)\"")
            }
        }
    }

    /// How a caller is meant.
    func fit(_ caller: Caller) -> Fit {
        guard isInverse else { return plainFit(caller) }
        // Everybody but these: whoever is named in any way is not meant.
        return plainFit(caller) == .none ? .exact : .none
    }

    private mutating func add(aws text: String) throws(PolicyProblem) {
        let isAccount = text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if text == "*" { isEverybody = true }
        guard text == "*" || isAccount || ARN(text) != nil || Self.isUniqueID(text) else {
            throw .unknownPrincipal(text)
        }
        aws.append(text)
    }

    /// What IAM puts where a deleted user or role was: `AIDA…`, `AROA…`.
    private static func isUniqueID(_ text: String) -> Bool {
        text.hasPrefix("AIDA") || text.hasPrefix("AROA")
    }

    private func plainFit(_ caller: Caller) -> Fit {
        if isEverybody { return .exact }
        switch caller {
        case .service(let name): return services.contains(name) ? .exact : .none
        case .anonymous: return .none
        case .root(let account): return aws.contains(where: caller.names.contains) ? .exact : accountFit(account)
        case .user(let arn): return aws.contains(arn) ? .exact : accountFit(caller.account)
        case .roleSession(let role, let session):
            if aws.contains(session) { return .exact }
            return aws.contains(role) ? .role : accountFit(caller.account)
        }
    }

    private func accountFit(_ account: String?) -> Fit {
        guard let account else { return .none }
        return aws.contains(account) || aws.contains("arn:aws:iam::\(account):root") ? .account : .none
    }
}
