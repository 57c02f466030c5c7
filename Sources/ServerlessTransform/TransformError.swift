/// Why a template cannot be expanded.
package struct TransformError: Error, Sendable, Equatable {
    /// One sentence or more for each resource that is wrong, in the order of the alphabet.
    package let problems: [String]

    /// Everything in one message, as CloudFormation shows it behind `Transform AWS::Serverless-2016-10-31 failed with: `.
    package var message: String {
        "Invalid Serverless Application Specification document. Number of errors found: \(problems.count). "
            + problems.joined(separator: " ")
    }

    /// Collects problems; the same one twice counts once.
    init(_ problems: [TemplateProblem]) { self.problems = Set(problems.map(\.message)).sorted() }
}
