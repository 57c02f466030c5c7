import AWSWire
import JSONTree
import KMSService
import ResourceNames
import SQLiteStore
import SSMService
import StorageContract
import Synchronization
import TestSupport
import Testing

/// Parameters over a real store and real keys; the clock stands unless it is moved.
final class SSMWorld: Sendable {
    static let territory = Territory(account: "000000000000", region: "us-east-1")
    let folder = TemporaryFolder()
    let clock = MovableClock()
    private let process: Mutex<Process>

    /// What ends with a restart.
    struct Process: Sendable {
        let store: SQLiteStore
        let dispatcher: Dispatcher
    }

    init() throws { process = Mutex(try Self.begin(folder.path, clock)) }

    deinit { process.withLock { $0.store.close() } }

    /// Ends the process, as far as the store can tell, and starts another.
    func restart() throws {
        try process.withLock { process in
            process.store.close()
            process = try Self.begin(folder.path, clock)
        }
    }

    private static func begin(_ path: String, _ clock: MovableClock) throws -> Process {
        let store = try SQLiteStore(folder: path)
        let kms = try KMSService(store: store, folder: "\(path)/keys", isDurable: true, clock: clock)
        let keys = Dispatcher([kms.actions])
        let ssm = try SSMService(
            store: store, clock: clock,
            run: { service, action, input, context throws(ServiceError) in
                try await keys.run(action, of: service, input, in: context)
            }, ownKey: kms.ownKey(of: "ssm"))
        return Process(store: store, dispatcher: Dispatcher([kms.actions, ssm.actions]))
    }

    @discardableResult
    func run(
        _ action: String, _ input: JSON = [:], of service: String = "ssm", region: String = "us-east-1"
    ) async throws(ServiceError) -> JSON {
        let context = RequestContext(
            territory: Territory(account: "000000000000", region: region), requestID: "r",
            endpoint: "http://127.0.0.1:4566")
        return try await process.withLock { $0.dispatcher }.run(action, of: service, input, in: context).body
    }

    func failure(_ action: String, _ input: JSON = [:]) async -> String? {
        do throws(ServiceError) {
            try await run(action, input)
            return nil
        } catch {
            return error.code
        }
    }

    /// Puts a `String`.
    @discardableResult
    func put(_ name: String, _ value: String = "v", overwrite: Bool = false) async throws -> JSON {
        try await run(
            "PutParameter",
            [
                "Name": .string(name), "Value": .string(value), "Type": "String", "Overwrite": .bool(overwrite),
            ])
    }

    /// The value of a parameter, opened.
    func value(_ name: String) async throws -> String? {
        let output = try await run("GetParameter", ["Name": .string(name), "WithDecryption": true])
        return output["Parameter"]?["Value"]?.stringValue
    }

    /// The names in a list of parameters.
    static func names(_ output: JSON) -> [String] {
        output["Parameters"]?.arrayValue?.compactMap { $0["Name"]?.stringValue } ?? []
    }
}
