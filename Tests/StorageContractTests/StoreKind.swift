import SQLiteStore
import StorageContract
import TestSupport
import Testing

/// The stores that keep the contract. A new one adds itself here.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite
    case sqliteTemporary

    var testDescription: String { rawValue }

    /// Those that can be opened again.
    static let lasting: [StoreKind] = [.sqlite]

    /// Opens the store that lies in a folder.
    func open(in folder: TemporaryFolder) throws(StoreError) -> any Store & ExecutionRetention {
        try open(at: folder.path)
    }

    /// Opens the store that lies at a path.
    func open(at path: String) throws(StoreError) -> any Store & ExecutionRetention {
        switch self {
        case .sqlite: try SQLiteStore(folder: path)
        case .sqliteTemporary: try SQLiteStore.temporary()
        }
    }

    /// Gives a body an empty store, and closes it.
    func withStore(_ body: (any Store & ExecutionRetention) async throws -> Void) async throws {
        let folder = TemporaryFolder()
        let store = try open(in: folder)
        defer { store.close() }
        try await body(store)
    }
}
