import AWSWire
import JSONTree

extension ActionInput {
    /// Reads a shape; failures are SNS's.
    init(_ shape: JSON) { self.init(shape, words: Self.sns) }

    private static let sns = Words(
        missing: { .invalid("\($0) Reason: no value for required parameter") },
        wrongType: { .wrongType($0, expected: $1) })
}
