import AWSWire
import CloudFormationService
import EventsService
import ExecutionEngine
import ExecutionHistory
import Gateway
import IAMService
import JSONTree
import KMSService
import LambdaService
import Logging
import LogsService
import Platform
import PluginHost
import ResourceNames
import S3Service
import SNSService
import SQLiteStore
import SQSService
import SSMService
import STSService
import ServiceLifecycle
import StepFunctionsService
import StorageContract
import Synchronization
import UnixSignals
import WebConsole

/// A whole Newel: store, plugin host, engine, services, listener. It alone knows everybody.
package final class Server: Sendable {
    /// The one way to an action.
    package let dispatcher: Dispatcher
    /// Functions and integrations that are installed.
    package let host: PluginHost
    /// What it was told.
    let configuration: ServerConfiguration
    let store: SQLiteStore
    let upkeep: HistoryUpkeep
    /// Runs executions.
    let engine: ExecutionEngine
    /// The clock that stands still, if that is the one.
    let virtualClock: VirtualClock?
    private let pluginPage: PluginPage
    private let functionLog: FunctionLog
    /// What the console tells of handlers.
    let feed: ConsoleFeed
    private let lambda: LambdaService
    let sqs: SQSService
    /// Starts executions that share the history of others.
    let fork: ExecutionFork
    private let sns: SNSService
    /// Who is signed in to the console.
    let sessions: ConsoleSessions
    private let s3: S3Service
    let logs: LogsService
    private let kms: KMSService
    private let events: EventsService
    private let cloudFormation: CloudFormationService
    private let data: DataFolder
    private let caller: DispatcherAPICaller
    private let entropy: Entropy
    private let outbound = OutboundTraffic()
    private let logger: Logger
    /// What `run` runs.
    private let running = Mutex<ServiceGroup?>(nil)

    /// Opens the store and builds everything on it; nothing runs yet.
    ///
    /// - Throws: `ServerError` that says what is in the way and what to do.
    package init(_ configuration: ServerConfiguration, logger: Logger) throws(ServerError) {
        self.configuration = configuration
        self.logger = logger
        do {
            let virtualClock: VirtualClock? =
                if case .virtual(let start, let skipping) = configuration.time {
                    VirtualClock(at: start ?? SystemClock().now, skipping: skipping)
                } else { nil }
            let clock: any EngineClock & TimerClock = virtualClock ?? SystemClock()
            let entropy = Entropy(seed: configuration.seed)
            let data = try DataFolder(configuration.storage)
            let store = try Self.store(in: data, logger: logger)
            let functions = try Functions(store: store, chance: { entropy.next() })
            let feed = ConsoleFeed()
            let caller = DispatcherAPICaller(
                entropy: entropy.branch(), endpoint: "http://\(configuration.host):\(configuration.port)",
                forwarder: outbound.forwarder(configuration.forwards), feed: feed)
            let log = FunctionLog(directory: data.functionLogs, logger: logger)
            var hostConfiguration = configuration.pluginHost(data: data, logger: logger)
            let page = PluginPage(directories: configuration.pluginDirectories, feed: feed, clock: clock)
            let tell = hostConfiguration.onNotice
            hostConfiguration.onNotice = { notice in
                // Who has put a build there asks what became of it.
                if notice.kind != .loading { page.note(notice) }
                feed.note(notice)
                tell(notice)
            }
            (pluginPage, functionLog, self.feed) = (page, log, feed)
            hostConfiguration.wallClock = { clock.now.milliseconds * 1_000_000 }
            hostConfiguration.endpoint = { caller.listeningEndpoint }
            let knot = caller
            let logs = try LogsService(
                store: store, clock: clock, pause: BackgroundWork.pause,
                run: { service, action, input, context throws(ServiceError) in
                    try await knot.run(service: service, action: action, input: input, context: context)
                }, admit: LogGroups(caller: knot, clock: clock).admission(logger))
            let sink = logs.sink
            let host = PluginHost(
                configuration: hostConfiguration, functions: functions.directory, apiCaller: caller,
                log: ConsoleLogSink(log: log, groups: FunctionLogGroups(sink: sink), feed: feed, clock: clock))
            let prepare: LambdaService.Prepare = { service, action, input, context throws(ServiceError) in
                try await knot.prepare(service: service, action: action, input: input, context: context)
            }
            let events = try EventsService(
                store: store, clock: clock, random: { entropy.next() },
                prepare: prepare, logger: logger, pause: BackgroundWork.pause)
            let connections = configuration.connections + [EventConnections(connections: events.connections)]
            try BuiltInPlugins.link(
                into: host, http: outbound.httpInvoke(connections), forwards: configuration.forwards)
            let activities = try Activities(store: store)
            var limits = EngineLimits()
            configuration.limits.apply(to: &limits)
            if configuration.repeatsExactly { (limits.loopCount, limits.repeatsExactly) = (1, true) }
            let s3 = try S3Service(
                store: store, folder: data.objects, isDurable: !data.isTemporary, clock: clock,
                random: { entropy.next() },
                surroundings: .init(
                    prepare: prepare, announce: events.bucketEvent, logger: logger, pause: BackgroundWork.pause))
            let kms = try KMSService(store: store, folder: data.keys, isDurable: !data.isTemporary, clock: clock)
            let sqs = try SQSService(store: store, clock: clock, random: entropy.next, changed: feed.tells(.queues))
            let sns = try SNSService(
                store: store, clock: clock, random: { entropy.next() },
                prepare: prepare, send: outbound.send, logger: logger, pause: BackgroundWork.pause,
                published: feed.take)
            let iam = try IAMService(store: store, clock: clock)
            guard configuration.auth == .off || !configuration.owners.isEmpty || iam.authority.hasKeys else {
                throw ServerError(
                    "With --auth sigv4 nobody could get in: there is no user with a key yet. Give keys of your own with --credentials FILE, a file like ~/.aws/credentials."
                )
            }
            let tokens = SessionTokens(root: try store.tokenKey)
            let authenticator = Authenticator(
                mode: configuration.auth, authority: iam.authority, tokens: tokens, clock: clock,
                account: configuration.territory.account,
                owners: Dictionary(configuration.owners.map { ($0.credentials.accessKeyID, $0) }) { $1 })
            sessions = ConsoleSessions(root: try store.tokenKey, authenticator: authenticator)
            let access = AccessControl(
                mode: configuration.iam, authenticator: authenticator,
                resourcePolicies: [
                    "sqs": sqs.policies, "sns": sns.policies, "lambda": functions.policies, "events": events.policies,
                    "logs": logs.policies,
                ], logger: logger)
            let engine = try ExecutionEngine(
                store: store, invoker: RoleInvoker(host: host, access: access, feed: feed), clock: clock,
                entropy: entropy.branch(),
                limits: limits,
                handovers: data.isTemporary ? nil : HandoverMarks(path: data.handovers),
                activityExists: activities.exists, objects: MapRunBuckets(objects: s3.objects),
                keys: kms.keyRing,
                findEventLog: { settings in
                    ExecutionLog(settings: settings) { group, stream, messages, territory in
                        sink.append(
                            group: group, stream: stream,
                            events: messages.map { LogLine(timestamp: $0.at, message: $0.text) }, in: territory,
                            makesGroup: false)
                    }
                }, statusListener: StatusEvents(events: events), logger: logger)
            access.findMachines { engine.stateMachine(ofToken: $0) }
            let dispatch: LambdaService.Dispatch = { service, action, input, context throws(ServiceError) in
                try await knot.run(service: service, action: action, input: input, context: context)
            }
            let lambda = try LambdaService(
                store: store, functions: functions, host: host, dispatch: dispatch, prepare: prepare,
                admit: { service, action, input, context throws(ServiceError) in
                    try knot.admit(action, of: service, input, in: context)
                }, clock: clock, entropy: entropy, logger: logger,
                pause: BackgroundWork.pause)
            let ssm = try SSMService(store: store, clock: clock, run: dispatch, ownKey: kms.ownKey(of: "ssm"))
            cloudFormation = try CloudFormationService(
                store: store, clock: clock, random: { entropy.next() }, dispatch: dispatch,
                packages: configuration.packages, endpoint: { caller.listeningEndpoint }, logger: logger,
                pause: BackgroundWork.pause, changed: feed.tells(.stacks))
            let states = try StepFunctionsService(
                store: store, engine: engine, activities: activities, clock: clock, entropy: entropy,
                limits: configuration.limits, logger: logger, exchanges: outbound.exchanges,
                logGroupExists: LogGroups(caller: knot, clock: clock).contains,
                announceLog: LogGroups(caller: knot, clock: clock).announce,
                pause: BackgroundWork.pause)
            fork = states.fork
            access.findTags([
                "states": states.tags, "lambda": functions.tags, "sqs": sqs.tags, "sns": sns.tags, "logs": logs.tags,
                "events": events.tags, "ssm": ssm.tags, "kms": kms.tags,
            ])
            let dispatcher = Dispatcher(
                [
                    states.actions,
                    lambda.actions,
                    sqs.actions,
                    sns.actions,
                    s3.actions,
                    logs.actions,
                    kms.actions,
                    ssm.actions,
                    events.actions,
                    cloudFormation.actions,
                    STSService.actions(
                        tokens: tokens,
                        roles: { arn in
                            iam.authority.trust(of: arn).map {
                                .init(id: $0.id, sessionSecondsMax: $0.sessionSecondsMax)
                            }
                        }, account: { iam.authority.account(ofKey: $0) }, clock: clock),
                    iam.actions,
                ], gatekeeper: access)
            try Self.check(configuration.forwards, against: dispatcher)
            caller.connect(dispatcher)
            (self.dispatcher, self.host, self.store, self.engine, self.lambda, self.caller, self.entropy) =
                (dispatcher, host, store, engine, lambda, caller, entropy)
            self.data = data
            self.virtualClock = virtualClock
            let keeper = HistoryKeeper(
                store: store, retention: configuration.history, clock: clock, compact: RecordCompaction.compact,
                isNeeded: engine.needsExecutions, rest: BackgroundWork.pause)
            upkeep = HistoryUpkeep(keeper, every: configuration.history.interval, logger: logger)
            (self.sqs, self.s3, self.logs, self.kms, self.events) = (sqs, s3, logs, kms, events)
            self.sns = sns
        } catch {
            throw ServerError(error, configuration)
        }
    }

    /// Serves until cancelled or told to stop by SIGINT or SIGTERM; what is acknowledged is durable at every moment.
    ///
    /// - Parameters:
    ///   - signals: Whether to obey SIGINT and SIGTERM.
    ///   - onReady: Told the address once requests are accepted.
    package func run(
        obeyingSignals signals: Bool = true, onReady: @escaping @Sendable (_ address: String) async -> Void
    ) async throws(ServerError) {
        do {
            try startWithoutListener()
            let group = ServiceGroup(
                configuration: .init(
                    services: [
                        .init(service: EngineShutdown(stop: stopWithoutListener)),
                        .init(service: BackgroundService(body: sweepObjects)),
                        .init(service: BackgroundService(body: logs.run)),
                        .init(service: BackgroundService(body: expireLogs)),
                        .init(service: BackgroundService(body: destroyKeys)),
                        .init(service: BackgroundService(body: moveDeadLetters)),
                        .init(service: BackgroundService(body: lambda.events.run)),
                        .init(service: BackgroundService(body: events.run)),
                        .init(service: BackgroundService(body: s3.run)),
                        .init(service: BackgroundService { [sns] in try await sns.run(pause: BackgroundWork.pause) }),
                        .init(service: BackgroundService(body: cloudFormation.run)),
                        .init(service: BackgroundService(body: lambda.pollers.run)),
                        .init(service: BackgroundService(body: upkeep.run)),
                        .init(service: gateway(onReady), successTerminationBehavior: .gracefullyShutdownGroup),
                    ],
                    gracefulShutdownSignals: signals ? [.sigterm, .sigint] : [], logger: logger))
            running.withLock { $0 = group }
            try await group.run()
        } catch {
            throw ServerError(error, configuration)
        }
    }

    /// Ends a server that was never run.
    package func discard() {
        host.shutdown()
        outbound.close()
        store.close()
        data.removeIfTemporary()
    }

    /// Starts host and engine alone.
    func startWithoutListener() throws(ServerError) {
        do {
            try host.start()
            try engine.start()
        } catch {
            throw ServerError(error, configuration)
        }
    }

    /// Ends what `startWithoutListener` began.
    func stopWithoutListener() {
        engine.stop()
        host.shutdown()
        outbound.close()
        store.close()
        data.removeIfTemporary()
    }

    /// Lets `run` come to an orderly end.
    package func stop() async { await running.withLock { $0 }?.triggerGracefulShutdown() }

    /// Runs an action in process, as the clients of the command line do.
    package func call(_ service: String, _ action: String, _ input: JSON) async throws(ServiceError) -> JSON {
        let context = RequestContext(
            territory: configuration.territory, requestID: entropy.uuid(), endpoint: caller.currentEndpoint)
        let output = try await dispatcher.run(action, of: service, input, in: context)
        return output.body
    }

    /// Removes what a killed process left of objects; then there is nothing to do until the end.
    private func sweepObjects() async throws {
        do { try await s3.sweep() } catch {
            logger.warning("leftovers of objects were not removed", metadata: ["error": "\(error)"])
        }
        try await gracefulShutdown()
    }

    /// Deletes log events that are too old; a store that fails is asked again at the next start.
    private func expireLogs() async throws {
        do { try await logs.runExpiry(pause: BackgroundWork.pause) } catch let error as ServiceError {
            logger.warning("old log events were not removed", metadata: ["error": "\(error)"])
        }
        try await gracefulShutdown()
    }

    /// Moves dead letters back where that was asked for.
    private func moveDeadLetters() async { await sqs.runMoves(pause: BackgroundWork.pause) }

    /// Destroys keys whose waiting period is over; a disk that fails is asked again at the next start.
    private func destroyKeys() async throws {
        do { try await kms.runExpiry(pause: BackgroundWork.pause) } catch let error as ServiceError {
            logger.warning("keys that are due were not destroyed", metadata: ["error": "\(error)"])
        }
        try await gracefulShutdown()
    }

    /// A page that nobody sees or moves whose request is not signed as it must be, or whose policies do not allow `newel:ACTION`.
    private func guarded(
        _ action: String, _ page: @escaping @Sendable (WireRequest) async -> WireReply
    ) -> @Sendable (WireRequest) async -> WireReply {
        { [gatekeeper = dispatcher.gatekeeper, territory = configuration.territory] request in
            do throws(ServiceError) {
                try HostCheck.checkSite(of: request)
                var context = RequestContext(territory: territory, requestID: RequestID.random(), endpoint: "")
                context.sender = try gatekeeper?.sender(of: request, CredentialScope(of: request), isS3: false)
                try gatekeeper?.admit(action, of: "newel", .emptyObject, in: context)
            } catch {
                return .json(error.status, ["code": .string(error.code), "message": .string(error.message)])
            }
            return await page(request)
        }
    }

    private func gateway(_ onReady: @escaping @Sendable (String) async -> Void) -> Gateway {
        let (address, caller) = (configuration.host, caller)
        let door = AWSFrontDoor(
            dispatcher: dispatcher,
            defaults: WireDefaults(
                territory: configuration.territory, endpoint: "http://\(address):\(configuration.port)"))
        let time = TimeControl(clock: virtualClock)
        let logs = FunctionLogPage(log: functionLog, territory: configuration.territory)
        let plugins = PluginControl(host: host)
        let builds = ExecutionBuilds(engine: engine)
        var settings = GatewayConfiguration(
            host: address, port: configuration.port, health: { [self] in health() },
            pages: [
                "/_newel/time": guarded("MoveTime") { await time.answer($0) },
                "/_newel/plugins": guarded("ManagePlugins") { await plugins.answer($0) },
                "/_newel/builds": guarded("ReadBuilds") { await builds.answer($0) },
                "/_newel/dev": guarded("ManagePlugins") { [pluginPage, host = self.host] in
                    await pluginPage.answer($0, of: host)
                },
                "/_newel/log": guarded("ReadLogs") { await logs.answer($0) },
                CloudFormationService.answerPath: { [cloudFormation] in await cloudFormation.answer($0) },
                sns.signer.certificatePath: { [signer = sns.signer] _ in
                    WireReply(
                        status: 200, headers: [("Content-Type", "application/x-pem-file")], body: signer.certificate)
                },
            ],
            onReady: { port in
                let endpoint = "http://\(address):\(port)"
                caller.setEndpoint(endpoint)
                await onReady(endpoint)
            })
        settings.site = FunctionURLSite(urls: lambda.urls, gatekeeper: dispatcher.gatekeeper, next: console())
        return Gateway(door: door, configuration: settings, logger: logger)
    }
}

/// The release.
package enum Version {
    package static let text = "0.1.0"
}

/// First to start and last to stop: the engine finishes what is queued, workers end, the store closes.
private struct EngineShutdown: Service {
    let stop: @Sendable () -> Void

    func run() async throws {
        // Cancelled or asked to stop: either way what follows is the end.
        try? await gracefulShutdown()
        stop()
    }
}
