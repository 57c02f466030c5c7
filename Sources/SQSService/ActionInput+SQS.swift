import AWSWire
import JSONTree

extension ActionInput {
    /// Reads a shape; failures are SQS's.
    init(_ shape: JSON) { self.init(shape, words: Self.sqs) }

    private static let sqs = Words(
        missing: { .missingParameter($0) }, wrongType: { .wrongType($0, expected: $1) })
}
