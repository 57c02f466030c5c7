import AWSWire
import JSONTree

extension ActionInput {
    /// Reads a shape; failures are those of Systems Manager.
    init(_ shape: JSON) { self.init(shape, words: Self.ssm) }

    private static let ssm = Words(
        missing: {
            .validation(
                "1 validation error detected: Value null at '\($0.prefix(1).lowercased() + $0.dropFirst())' failed to satisfy constraint: Member must not be null"
            )
        },
        wrongType: { .validation("\($0) must be \($1)") })
}
