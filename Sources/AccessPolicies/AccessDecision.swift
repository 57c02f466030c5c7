/// What the policies say to a request.
package enum AccessDecision: Sendable, Equatable {
    case allowed
    case denied(Denial)

    /// Why not.
    package struct Denial: Sendable, Equatable {
        /// A statement forbids it; else nothing allows it.
        package let isExplicit: Bool
        /// Whose policy decided.
        package let source: PolicySource
    }

    /// Whose policy decided.
    package enum PolicySource: String, Sendable {
        case identity = "identity-based policy"
        case resource = "resource-based policy"
        case boundary = "permissions boundary"
        case session = "session policy"
    }

    /// Whether the request may go on.
    package var isAllowed: Bool { self == .allowed }
}

extension AccessDecision.Denial {
    /// AWS's sentence for it.
    ///
    /// Source: IAM user guide, "Troubleshoot access denied error messages".
    ///
    /// - Parameter tellsWhose: Says whose policy does not allow it, which AWS keeps to itself when a role is to be assumed.
    package func message(_ request: AccessRequest, tellsWhose: Bool = true) -> String {
        let head =
            "User: \(request.caller.name) is not authorized to perform: \(request.action) on resource: \(request.resource)"
        if isExplicit {
            return "\(head) with an explicit deny in \(source == .identity ? "an" : "a") \(source.rawValue)"
        }
        guard tellsWhose else { return head }
        return "\(head) because no \(source.rawValue) allows the \(request.action) action"
    }
}
