import StatesLanguage
import StorageContract
import Synchronization

/// Compiled programs by the sha256 of their definition: compiled once, shared by every execution.
///
/// Bounded: past `countMax` programs the cache starts over; those in use live on in their executions.
package final class ProgramCache: Sendable {
    private static let countMax = 1_000
    private let store: any Store
    private let sealer: Sealer
    private let programs = Mutex<[[UInt8]: Program]>([:])

    init(store: any Store, sealer: Sealer) {
        self.store = store
        self.sealer = sealer
    }

    /// The text of a stored definition; `nil` when it is not there.
    func text(sha256: [UInt8]) throws(EngineFailure) -> [UInt8]? {
        let text: [UInt8]?
        do throws(StoreError) {
            text = try store.readNow { reader throws(StoreError) in try reader.definition(sha256: sha256) }
        } catch {
            throw .unavailable(error.message)
        }
        guard let text else { return nil }
        return try opened(text, sha256: sha256)
    }

    /// A definition as it was given.
    func opened(_ text: [UInt8], sha256: [UInt8]) throws(EngineFailure) -> [UInt8] {
        do throws(KeyFailure) { return try sealer.open(text, as: .definition(sha256: sha256)) } catch {
            throw EngineFailure(error)
        }
    }

    /// Finds a program, compiling its stored definition when it is not at hand.
    package func program(sha256: [UInt8]) throws(EngineFailure) -> Program {
        if let program = programs.withLock({ $0[sha256] }) { return program }
        guard let text = try text(sha256: sha256) else {
            throw .definitionUnusable("its definition is not in the store")
        }
        // What was accepted once stays accepted, whichever plugins are installed now.
        let check = Definition.check(text, type: .standard, isServed: { _ in true })
        guard let program = check.program else {
            throw .definitionUnusable(
                "its definition no longer passes validation: \(check.problems.first?.message ?? "no program")")
        }
        insert(program, sha256: sha256)
        return program
    }

    /// The program of a child execution: the item processor of a Map state.
    func program(sha256: [UInt8], mapState: String?) throws(EngineFailure) -> Program {
        let whole = try program(sha256: sha256)
        guard let mapState else { return whole }
        let name = sha256 + Array(mapState.utf8)
        if let program = programs.withLock({ $0[name] }) { return program }
        guard let (graph, index) = whole.graph.find(mapState), case .map(let map) = graph.states[index].kind else {
            throw .definitionUnusable("it has no Map state '\(mapState)'")
        }
        let program = Program(graph: map.processor, timeoutSeconds: nil)
        insert(program, sha256: name)
        return program
    }

    /// Keeps a program that was compiled at creation.
    package func insert(_ program: Program, sha256: [UInt8]) {
        programs.withLock { programs in
            if programs.count >= Self.countMax { programs.removeAll() }
            programs[sha256] = program
        }
    }
}
