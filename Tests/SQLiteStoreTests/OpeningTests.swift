import CSQLite
import Glibc
import StorageContract
import TestSupport
import Testing

@testable import SQLiteStore

/// Opening a data folder, and what may be wrong with it.
@Suite struct OpeningTests {
    @Test func everyCommitIsSynced() throws {
        let folder = TemporaryFolder()
        let connection = try Connection(path: folder.path + "/x.db")
        try connection.execute("PRAGMA synchronous = OFF")
        try connection.prepareForWriting(isDurable: true, pagesMax: nil)
        #expect(try connection.integer("PRAGMA synchronous") == 2)
        #expect(try connection.integer("PRAGMA wal_autocheckpoint") == 0)
    }

    @Test func filesAreForTheirOwnerOnly() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/a/b"
        let store = try SQLiteStore(folder: path)
        defer { store.close() }
        var status = stat()
        for name in ["", "/../../a", "/newel.db", "/newel.db-wal", "/newel.db-shm", "/newel.lock"] {
            #expect(stat(path + name, &status) == 0)
            #expect(status.st_mode & 0o077 == 0, "\(name)")
        }
    }

    @Test func aSecondProcessIsToldWhoHasTheFolder() throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(folder: folder.path) }
        #expect(error?.code == .locked)
        #expect(error?.message.contains("\(getpid())") == true && error?.message.contains(folder.path) == true)
        store.close()
        try SQLiteStore(folder: folder.path).close()
    }

    @Test func aNewerFormatIsLeftAlone() throws {
        let folder = TemporaryFolder()
        try SQLiteStore(folder: folder.path).close()
        try raw(folder, "PRAGMA user_version = 99")
        let error = #expect(throws: StoreError.self) { try SQLiteStore(folder: folder.path) }
        #expect(error?.code == .newerFormat && error?.message.contains("99") == true)
        try raw(folder, "PRAGMA user_version = \(Schema.version)")
        try SQLiteStore(folder: folder.path).close()
    }

    @Test func aForeignDatabaseIsLeftAlone() throws {
        let folder = TemporaryFolder()
        try raw(folder, "CREATE TABLE theirs (x)")
        #expect(throws: StoreError.self) { try SQLiteStore(folder: folder.path) }
    }

    @Test func whatIsNoDatabaseIsCorrupt() throws {
        let folder = TemporaryFolder()
        let file = open(folder.path + "/newel.db", O_WRONLY | O_CREAT, 0o600)
        let text = Array(String(repeating: "this is not a database. ", count: 200).utf8)
        write(file, text, text.count)
        close(file)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(folder: folder.path) }
        #expect(error?.code == .corrupt)
    }

    @Test(arguments: [0o555, 0o755] as [mode_t])
    func aReadOnlyFolderIsSaid(mode: mode_t) async throws {
        let folder = TemporaryFolder()
        try SQLiteStore(folder: folder.path).close()
        for name in ["newel.db", "newel.db-wal", "newel.db-shm"] { chmod("\(folder.path)/\(name)", 0o444) }
        chmod("\(folder.path)/newel.lock", 0o666)
        chmod(folder.path, mode)
        defer { chmod(folder.path, 0o755) }
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            if geteuid() == 0 { seteuid(65_534) }
            for path in [path, path + "/new/folder"] {
                let error = #expect(throws: StoreError.self) { try SQLiteStore(folder: path) }
                #expect(error?.code == .readOnly)
            }
        }
    }

    @Test func aTemporaryStoreLeavesNothing() async throws {
        let store = try SQLiteStore.temporary()
        let path = store.folder.path
        #expect(await store.write(.append(1, event: 1)) == .committed)
        #expect(access(path, F_OK) == 0)
        store.close()
        #expect(access(path, F_OK) != 0)
    }

    @Test func whatAKilledTemporaryStoreLeftIsRemoved() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let path = "\(parent)/newel-memory-abandoned\(getpid())"
        mkdir(path, 0o700)
        for name in ["newel.db", "newel.lock"] { close(open("\(path)/\(name)", O_WRONLY | O_CREAT, 0o600)) }
        try SQLiteStore.temporary().close()
        #expect(access(path, F_OK) == 0, "it may be about to be locked")
        var times = [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
        utimes(path, &times)
        try SQLiteStore.temporary().close()
        #expect(access(path, F_OK) != 0)
    }

    private func raw(_ folder: TemporaryFolder, _ sql: String) throws {
        try Connection(path: folder.path + "/newel.db").execute(sql)
    }
}
