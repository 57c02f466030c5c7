import ResourceNames
import Synchronization

/// Where functions led when they were called last: the same ones are called again and again, and to find a handler anew costs more than to call it.
final class KnownTargets: Sendable {
    private struct Entry {
        /// What CreateFunction had made; `nil` of a dropped-in function.
        let definition: FunctionDefinition?
        /// The catalog's, of what lay in the plugin directories.
        let revision: Int
        let target: HandlerTarget
    }
    private let entries = Mutex<[FunctionName: Entry]>([:])
    /// Beyond so many all are forgotten: those that are called come again.
    private static let countMax = 4_096

    /// Where a function leads, if nothing has changed since.
    func target(of name: FunctionName, _ definition: FunctionDefinition?, revision: Int) -> HandlerTarget? {
        entries.withLock { entries in
            guard let entry = entries[name], entry.revision == revision, entry.definition == definition else {
                return nil
            }
            return entry.target
        }
    }

    /// Keeps what was found. A process that runs something else is told where the server listens when it is found: that is asked anew.
    func keep(_ target: HandlerTarget, of name: FunctionName, _ definition: FunctionDefinition?, revision: Int) {
        guard target.bootstrap == nil else { return }
        entries.withLock { entries in
            if entries.count >= Self.countMax { entries.removeAll() }
            entries[name] = Entry(definition: definition, revision: revision, target: target)
        }
    }
}
