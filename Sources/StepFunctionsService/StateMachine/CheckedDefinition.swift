import AWSWire
import Digests
import ExecutionEngine
import StatesLanguage
import StorageContract

/// A definition that passed validation, with its program.
struct CheckedDefinition: Sendable {
    /// As it was given.
    let text: [UInt8]
    /// Names the text in the store.
    let sha256: [UInt8]
    /// Its runnable form.
    let program: Program

    /// - Throws: `InvalidDefinition` that names every error, in AWS's form.
    init(text: String, isExpress: Bool, engine: ExecutionEngine) throws(ServiceError) {
        self.text = Array(text.utf8)
        let check = Definition.check(self.text, type: isExpress ? .express : .standard, isServed: engine.serves)
        guard let program = check.program else {
            throw ServiceError("InvalidDefinition", check.refusal ?? "Invalid State Machine Definition")
        }
        self.program = program
        sha256 = Digests.sha256(self.text)
    }

    /// The write that keeps the text.
    var mutation: Mutation { .putDefinition(sha256: sha256, text: text) }
}
