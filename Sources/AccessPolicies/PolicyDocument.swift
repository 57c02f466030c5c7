import JSONTree

/// A policy, read and checked.
///
/// Source: IAM user guide, "IAM JSON policy element reference" and "Grammar of the IAM JSON policy language".
package struct PolicyDocument: Sendable, Equatable {
    /// What a policy is attached to; decides which elements it must and may have.
    package enum Kind: Sendable {
        /// To a user, group or role, or as a boundary or session policy: no principals.
        case identity
        /// To a queue, topic, function or key: principals, and resources where the service asks for them.
        case resource
        /// To a role: who may assume it; no resources.
        case trust
    }

    /// In the order of the document.
    package let statements: [PolicyStatement]

    /// Keys that conditions ask for, as they are written there.
    package var conditionKeys: [String] { statements.flatMap(\.conditionKeys) }

    /// Actions that statements name, as they are written there; those of `NotAction` are none.
    package var namedActions: [String] { statements.flatMap(\.namedActions) }

    /// Accounts, users, roles and sessions that statements name as principals, as they are written there.
    package var namedPrincipals: [String] { statements.flatMap(\.namedPrincipals) }

    /// Reads a policy.
    ///
    /// - Throws: `PolicyProblem` in the words of IAM.
    package init(_ text: String, kind: Kind) throws(PolicyProblem) {
        guard let json = try? JSON.parse(text) else { throw .syntax }
        try self.init(json, kind: kind)
    }

    /// Reads a policy that is parsed already.
    ///
    /// - Throws: `PolicyProblem` in the words of IAM.
    package init(_ json: JSON, kind: Kind) throws(PolicyProblem) {
        guard let object = json.objectValue else { throw .syntax }
        let known: Set<String> = ["Version", "Id", "Statement"]
        guard object.keys.allSatisfy(known.contains) else { throw .syntax }
        let version = object["Version"].map { $0.stringValue ?? "" } ?? "2008-10-17"
        guard version == "2012-10-17" || version == "2008-10-17" else { throw .syntax }
        let list: [JSON]
        switch object["Statement"] {
        case .array(let items): list = items
        case .object(let single): list = [.object(single)]
        default: throw .syntax
        }
        guard !list.isEmpty else { throw .syntax }
        var statements: [PolicyStatement] = []
        for item in list {
            statements.append(try PolicyStatement(item, kind: kind, hasVariables: version == "2012-10-17"))
        }
        let ids = statements.compactMap(\.id).filter { !$0.isEmpty }
        guard Set(ids).count == ids.count else {
            throw PolicyProblem("Statement IDs (SID) in a single policy must be unique.")
        }
        self.statements = statements
    }
}
