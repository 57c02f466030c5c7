import AWSWire
import JSONTree
import Platform
import ResourceNames
import S3Service
import SQLiteStore
import StorageContract
import Synchronization
import TestSupport

/// Buckets over a real store in a folder of its own; the clock stands unless it is moved.
final class ObjectWorld: Sendable {
    let folder = TemporaryFolder()
    let context = RequestContext(
        territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r",
        endpoint: "http://127.0.0.1:4566")
    private let process: Mutex<Process>
    private let clock = MovableClock()

    /// What ends with a restart.
    struct Process: Sendable {
        let store: SQLiteStore
        let service: S3Service
        let dispatcher: Dispatcher
    }

    init() throws { process = Mutex(try Self.start(folder.path, clock)) }

    deinit { process.withLock { $0.store.close() } }

    var service: S3Service { process.withLock { $0.service } }
    var objects: S3Objects { service.objects }

    /// Ends the process, as far as store and files can tell, and starts another a second later.
    func restart() throws {
        clock.move(by: .seconds(1))
        try process.withLock { process in
            process.store.close()
            process = try Self.start(folder.path, clock)
        }
    }

    func moveClock(by span: Duration) { clock.move(by: span) }

    private static func start(_ path: String, _ clock: MovableClock) throws -> Process {
        let store = try SQLiteStore(folder: path)
        let chance = Mutex(Chance(seed: UInt64(bitPattern: clock.now.milliseconds)))
        let service = try S3Service(
            store: store, folder: "\(path)/s3", clock: clock, random: { chance.withLock { $0.next() } })
        return Process(store: store, service: service, dispatcher: Dispatcher([service.actions]))
    }

    @discardableResult
    func run(_ action: String, _ input: JSON, body: [UInt8] = []) async throws(ServiceError) -> OperationOutput {
        var context = context
        context.rawBody = body
        return try await process.withLock { $0.dispatcher }.run(action, of: "s3", input, in: context)
    }

    func failure(_ action: String, _ input: JSON, body: [UInt8] = []) async -> String? {
        do throws(ServiceError) {
            try await run(action, input, body: body)
            return nil
        } catch {
            return error.code
        }
    }

    /// Stores an object in bucket `box`.
    @discardableResult
    func put(_ key: String, _ text: String, _ more: JSONObject = [:]) async throws(ServiceError) -> JSON {
        var input: JSONObject = ["Bucket": "box", "Key": .string(key)]
        for (name, value) in more { input[name] = value }
        return try await run("PutObject", .object(input), body: Array(text.utf8)).body
    }

    /// What an object of bucket `box` holds.
    func text(_ key: String) async throws(ServiceError) -> String {
        let object = try await objects.object(bucket: "box", key: key)
        return String(decoding: try await object.bytes(0..<object.size), as: UTF8.self)
    }

    /// Names of all files that hold content.
    func files(in bucket: String = "box") -> [String] { Folder.names(in: "\(folder.path)/s3/buckets/\(bucket)") }
}
