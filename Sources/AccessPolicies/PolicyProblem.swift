/// What is wrong with a policy document, in the words of IAM.
package struct PolicyProblem: Error, Sendable, Equatable {
    /// The sentence that follows `MalformedPolicyDocument`.
    package let message: String

    /// A problem in words.
    init(_ message: String) { self.message = message }

    /// A user or role that does not exist.
    package static func unknownPrincipal(_ name: String) -> PolicyProblem {
        PolicyProblem("Invalid principal in policy: \"AWS\":\"\(name)\"")
    }

    /// What is no JSON, or not of the form of a policy.
    static let syntax = PolicyProblem("Syntax errors in policy.")
}
