import AWSWire
import JSONTree

extension ActionInput {
    /// Reads a shape; failures are those of IAM.
    init(_ shape: JSON) { self.init(shape, words: Self.iam) }

    private static let iam = Words(
        missing: { .validation("The request must contain the parameter \($0).") },
        wrongType: { .validation("\($0) must be \($1).") })

    /// A path; `/` when the request gives none.
    func path() throws(ServiceError) -> String { try text("Path") ?? "/" }
}
