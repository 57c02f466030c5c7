import AWSWire
import HandlerContract
import JSONTree
import Logging
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
    private let clock: MovableClock
    private let others: Others

    /// The rest of the machine: what it is told, and what it answers instead.
    final class Others: Sendable {
        struct Told: Sendable {
            let service: String
            let action: String
            let input: JSON
            let context: RequestContext
        }

        private let state = Mutex<(told: [Told], refusal: ServiceError?, pauses: [Duration])>(([], nil, []))
        private let clock: MovableClock

        init(clock: MovableClock) { self.clock = clock }

        var told: [Told] { state.withLock(\.told) }
        var pauses: [Duration] { state.withLock(\.pauses) }

        /// What all actions are refused with from now on; `nil`: they work.
        func refuse(_ error: ServiceError?) { state.withLock { $0.refusal = error } }

        func surroundings() -> Surroundings {
            Surroundings(
                prepare: { [self] service, action, input, context throws(ServiceError) in
                    let refusal = state.withLock { state in
                        state.told.append(Told(service: service, action: action, input: input, context: context))
                        return state.refusal
                    }
                    if let refusal { throw refusal }
                    return []
                },
                announce: { [self] type, bucket, detail, territory in
                    PreparedWrite(mutations: []) { isCommitted in
                        guard isCommitted else { return }
                        let context = RequestContext(territory: territory, requestID: bucket, endpoint: "")
                        self.state.withLock {
                            $0.told.append(Told(service: "events", action: type, input: detail, context: context))
                        }
                    }
                }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                pause: { [self] span in
                    state.withLock { $0.pauses.append(span) }
                    clock.move(by: span)
                })
        }
    }

    /// What ends with a restart.
    struct Process: Sendable {
        let store: SQLiteStore
        let service: S3Service
        let dispatcher: Dispatcher
    }

    init() throws {
        clock = MovableClock()
        others = Others(clock: clock)
        process = Mutex(try Self.start(folder.path, clock, others))
    }

    deinit { process.withLock { $0.store.close() } }

    var service: S3Service { process.withLock { $0.service } }
    var objects: S3Objects { service.objects }

    /// Ends the process, as far as store and files can tell, and starts another a second later.
    func restart() throws {
        clock.move(by: .seconds(1))
        try process.withLock { process in
            process.store.close()
            process = try Self.start(folder.path, clock, others)
        }
    }

    func moveClock(by span: Duration) { clock.move(by: span) }

    /// What others are told.
    var told: [Others.Told] { others.told }

    /// Pauses before attempts to tell them.
    var pauses: [Duration] { others.pauses }

    /// Makes all others refuse what they are asked; `nil`: they work.
    func refuse(_ error: ServiceError?) { others.refuse(error) }

    /// Tells what waits until so much has been told in all.
    func deliver(until isDone: @escaping @Sendable (Others) -> Bool) async {
        await withTaskGroup { group in
            group.addTask { [service] in await service.run() }
            while !isDone(others) { await Task.yield() }
            group.cancelAll()
        }
    }

    private static func start(_ path: String, _ clock: MovableClock, _ others: Others) throws -> Process {
        let store = try SQLiteStore(folder: path)
        let chance = Mutex(Chance(seed: UInt64(bitPattern: clock.now.milliseconds)))
        let service = try S3Service(
            store: store, folder: "\(path)/s3", clock: clock, random: { chance.withLock { $0.next() } },
            surroundings: others.surroundings())
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
