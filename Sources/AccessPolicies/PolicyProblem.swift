/// What is wrong with a policy document, in the words of IAM.
package struct PolicyProblem: Error, Sendable, Equatable {
    /// The sentence that follows `MalformedPolicyDocument`.
    package let message: String

    /// A problem in words.
    init(_ message: String) { self.message = message }

    /// What is no JSON, or not of the form of a policy.
    static let syntax = PolicyProblem("Syntax errors in policy.")
}
