import AWSWire
import Digests
import JSONTree
import KMSService
import ResourceNames
import SQLiteStore
import StorageContract
import Synchronization
import TestSupport
import Testing

/// Keys over a real store and real files; the clock stands unless it is moved.
final class KMSWorld: Sendable {
    let folder = TemporaryFolder()
    static let territory = Territory(account: "000000000000", region: "us-east-1")
    private let clock = MovableClock()
    private let process: Mutex<Process>

    /// What ends with a restart.
    struct Process: Sendable {
        let store: SQLiteStore
        let service: KMSService
        let dispatcher: Dispatcher
    }

    init() throws { process = Mutex(try Self.begin(folder.path, clock)) }

    deinit { process.withLock { $0.store.close() } }

    var service: KMSService { process.withLock { $0.service } }

    /// Where the material of a key lies, relative to the folder.
    func file(_ id: String) -> String { "keys/\(id)" }

    func moveClock(days: Int) { clock.move(by: .seconds(86_400 * days)) }

    /// Ends the process, as far as the store can tell, and starts another.
    func restart() throws {
        try process.withLock { process in
            process.store.close()
            process = try Self.begin(folder.path, clock)
        }
    }

    private static func begin(_ path: String, _ clock: MovableClock) throws -> Process {
        let store = try SQLiteStore(folder: path)
        let service = try KMSService(store: store, folder: "\(path)/keys", isDurable: true, clock: clock)
        return Process(store: store, service: service, dispatcher: Dispatcher([service.actions]))
    }

    @discardableResult
    func run(_ action: String, _ input: JSON = [:], region: String = "us-east-1") async throws(ServiceError) -> JSON {
        let context = RequestContext(
            territory: Territory(account: "000000000000", region: region), requestID: "r",
            endpoint: "http://127.0.0.1:4566")
        return try await process.withLock { $0.dispatcher }.run(action, of: "kms", input, in: context).body
    }

    func failure(_ action: String, _ input: JSON = [:], region: String = "us-east-1") async -> String? {
        do throws(ServiceError) {
            try await run(action, input, region: region)
            return nil
        } catch {
            return error.code
        }
    }

    /// Makes a key and gives its id.
    func key() async throws -> String {
        try #require(try await run("CreateKey")["KeyMetadata"]?["KeyId"]?.stringValue)
    }

    func state(_ id: String) async throws -> String? {
        try await run("DescribeKey", ["KeyId": .string(id)])["KeyMetadata"]?["KeyState"]?.stringValue
    }

    /// Encrypts a text and gives the ciphertext.
    func encrypt(_ text: String, _ id: String, _ context: JSON = [:]) async throws -> JSON {
        let output = try await run(
            "Encrypt",
            ["KeyId": .string(id), "Plaintext": .string(Base64.encode(text.utf8)), "EncryptionContext": context])
        return try #require(output["CiphertextBlob"])
    }
}
