import AWSWire
import ExecutionEngine
import StatesLanguage
import StorageContract

/// A definition that passed validation, with its program.
struct CheckedDefinition: Sendable {
    /// Names the text in the store. A sealed one has a name of its own for each machine and key.
    let sha256: [UInt8]
    /// Its runnable form.
    let program: Program
    /// The write that keeps the text.
    let mutation: Mutation

    /// - Parameter sealing: Under which key the text is kept; `nil`: as it is.
    /// - Throws: `InvalidDefinition` that names every error, in AWS's form.
    init(text: String, isExpress: Bool, engine: ExecutionEngine, sealing: SealingKey? = nil) throws(ServiceError) {
        let text = Array(text.utf8)
        let check = Definition.check(text, type: isExpress ? .express : .standard, isServed: engine.serves)
        guard let program = check.program else {
            throw ServiceError("InvalidDefinition", check.refusal ?? "Invalid State Machine Definition")
        }
        try self.init(text, program, engine, sealing)
    }

    /// The definition a machine has, to be kept under another key.
    init(again sha256: [UInt8], engine: ExecutionEngine, sealing: SealingKey?) async throws(ServiceError) {
        let (text, program): ([UInt8], Program)
        do throws(EngineFailure) {
            guard let stored = try await engine.definition(sha256: sha256) else {
                throw .unavailable("the definition is not in the store")
            }
            (text, program) = (stored, try engine.programs.program(sha256: sha256))
        } catch {
            throw ServiceError(error)
        }
        try self.init(text, program, engine, sealing)
    }

    private init(_ text: [UInt8], _ program: Program, _ engine: ExecutionEngine, _ sealing: SealingKey?)
        throws(ServiceError)
    {
        self.program = program
        do throws(EngineFailure) {
            (sha256, mutation) = try engine.keeping(definition: text, under: sealing)
        } catch {
            throw ServiceError(error)
        }
    }
}
