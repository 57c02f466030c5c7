import Foundation
import HandlerContract
import JSONTree
import PluginHost
import ResourceNames
import Synchronization

/// A host with a folder to drop plugins into, and everything around it recorded.
final class PluginWorld: Sendable {
    let folder: String
    let pluginFolder: String
    let caller = RecordingCaller()
    let log: RecordingLog
    let functions: TestFunctions
    let notices: Notices
    let host: PluginHost
    /// The process before this one, whose folder this is: it goes when that goes.
    private let earlier: PluginWorld?
    /// The timeout of functions that nobody has given another.
    static let usualTimeoutSeconds = 60
    static let territory = Territory(account: "123456789012", region: "eu-central-1")

    init(
        isolation: PluginHostConfiguration.Isolation = .process, stock: String? = nil, plugins: [String] = [],
        after earlier: PluginWorld? = nil, keepsLog: Bool = true,
        _ adjust: (inout PluginHostConfiguration) -> Void = { _ in }
    ) {
        log = RecordingLog(keeps: keepsLog)
        earlier?.host.shutdown()
        self.earlier = earlier
        folder = earlier?.folder ?? TemporaryFolder.make()
        functions = earlier?.functions ?? TestFunctions()
        pluginFolder = "\(folder)/dropped"
        try! FileManager.default.createDirectory(atPath: pluginFolder, withIntermediateDirectories: true)
        for plugin in plugins {
            try! FileManager.default.copyItem(atPath: plugin, toPath: "\(pluginFolder)/\(UUID().uuidString).so")
        }
        var configuration = PluginHostConfiguration(
            dataDirectory: "\(folder)/data", pluginDirectories: [pluginFolder], stockPluginDirectory: stock,
            workerExecutable: "\(Self.productsFolder)/newel-worker", isolation: isolation)
        // A slow machine needs it; who wants to see a timeout names a shorter one.
        configuration.limits.timeoutSeconds = Self.usualTimeoutSeconds
        let notices = Notices()
        configuration.onNotice = { notice in notices.append(notice) }
        adjust(&configuration)
        host = PluginHost(configuration: configuration, functions: functions, apiCaller: caller, log: log)
        self.notices = notices
        try! host.start()
    }

    deinit {
        host.shutdown()
        if earlier == nil { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// Calls a function by name.
    func invoke(_ name: String, _ payload: String = "{}", _ adjust: (inout InvocationRequest) -> Void = { _ in }) async
        -> InvocationOutcome
    {
        await host.invoke(Self.request(name, payload, adjust))
    }

    /// Starts a call of each name before any of them can have ended, and gives the outcomes in that order.
    func invoke(atOnce names: [String]) async -> [InvocationOutcome] {
        let (outcomes, outcome) = AsyncStream<(Int, InvocationOutcome)>.makeStream()
        for (place, name) in names.enumerated() {
            _ = host.start(Self.request(name)) { outcome.yield((place, $0)) }
        }
        var all: [Int: InvocationOutcome] = [:]
        for await (place, ended) in outcomes {
            all[place] = ended
            if all.count == names.count { break }
        }
        return names.indices.compactMap { all[$0] }
    }

    /// A request for a function or a resource.
    static func request(
        _ name: String, _ payload: String = "{}", _ adjust: (inout InvocationRequest) -> Void = { _ in }
    ) -> InvocationRequest {
        let resource = name.hasPrefix("arn:") ? name : "arn:aws:lambda:eu-central-1:123456789012:function:\(name)"
        var request = InvocationRequest(
            resource: resource, payload: try! Payload(parsing: Array(payload.utf8)), requestID: "req-1",
            territory: territory)
        adjust(&request)
        return request
    }

    /// Whether the stock plugins have been built.
    static let hasStockPlugins = FileManager.default.fileExists(atPath: "\(productsFolder)/libApproveSqs.so")

    /// Whether the integrations have been built as libraries.
    static let hasIntegrationPlugins =
        FileManager.default.fileExists(atPath: "\(productsFolder)/libSQS.so") && hasStockPlugins

    /// Where the build puts executables and libraries.
    static let productsFolder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().path
}

/// What the host said about dropped-in plugins.
final class Notices: Sendable {
    private let all = Mutex<[PluginNotice]>([])
    func append(_ notice: PluginNotice) { all.withLock { $0.append(notice) } }
    /// What became of them; that something is being loaded is told before.
    var kinds: [PluginNotice.Kind] { all.withLock { $0.map(\.kind).filter { $0 != .loading } } }
    var messages: [String] { all.withLock { $0.map(\.message) } }
}

/// Answers actions as told and keeps what it was asked.
final class RecordingCaller: APICaller {
    struct Asked: Sendable {
        var service: String
        var action: String
        var input: JSON
        var identity: APICallerIdentity
        var preparing: Bool
    }
    struct Effect: PreparedEffect, Equatable { var id: Int }
    private let asked = Mutex<[Asked]>([])
    let answer = Mutex<APICallOutcome>(
        .success(
            ["ok": true], effects: [],
            metadata: APICallMetadata(requestID: "api-1", status: 200, headers: [("Content-Length", "2")])))

    var all: [Asked] { asked.withLock { $0 } }

    func call(
        service: String, action: String, input: JSON, as caller: APICallerIdentity, preparing: Bool
    ) async -> APICallOutcome {
        asked.withLock {
            $0.append(Asked(service: service, action: action, input: input, identity: caller, preparing: preparing))
        }
        let answer = answer.withLock { $0 }
        if preparing, case .success(let output, _, let metadata) = answer {
            return .success(output, effects: [Effect(id: 1)], metadata: metadata)
        }
        return answer
    }
}

/// Keeps what functions print.
final class RecordingLog: FunctionLogSink {
    /// As it came: whoever is measured shall not wait for this.
    private let all = Mutex<[FunctionOutput]>([])
    private let keeps: Bool
    /// A log that keeps nothing when calls are counted in hundreds of thousands.
    init(keeps: Bool) { self.keeps = keeps }
    func append(_ output: FunctionOutput) { if keeps { all.withLock { $0.append(output) } } }
    func text(of name: String) -> String {
        let function = "arn:aws:lambda:eu-central-1:123456789012:function:\(name)"
        return all.withLock { all in
            String(decoding: all.lazy.filter { $0.function == function }.flatMap(\.lines), as: UTF8.self)
        }
    }
}

/// Functions as CreateFunction would have made them.
final class TestFunctions: FunctionDirectory {
    private let all = Mutex<[String: FunctionDefinition]>([:])
    func add(
        _ name: String, _ code: FunctionDefinition.Code, handler: String = "",
        _ adjust: (inout FunctionDefinition) -> Void = { _ in }
    ) {
        var definition = FunctionDefinition(
            arn: "arn:aws:lambda:eu-central-1:123456789012:function:\(name)", name: name, code: code, handler: handler,
            timeoutSeconds: PluginWorld.usualTimeoutSeconds)
        adjust(&definition)
        all.withLock { [definition] in $0[name] = definition }
    }
    func function(named name: String, qualifier: String?, in territory: Territory) -> FunctionDefinition? {
        all.withLock { $0[name] }
    }
    var packages: Set<String> {
        Set(
            all.withLock { $0.values.map(\.code) }.compactMap { code in
                if case .package(let sha256) = code { sha256 } else { nil }
            })
    }
}

extension InvocationOutcome {
    /// The result's text, or the error as `Type: message`, or the refusal as `!code: message`.
    var text: String {
        switch result {
        case .success(let payload): payload.text
        case .functionError(let failure): "\(failure.type): \(failure.message)"
        case .refused(let refusal): "!\(refusal.code): \(refusal.message)"
        }
    }
}
