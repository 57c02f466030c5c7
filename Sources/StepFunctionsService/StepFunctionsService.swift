import AWSWire
import ExecutionEngine
import Logging
import OutboundHTTP
import ResourceNames
import StorageContract

/// The Step Functions API over an execution engine.
package struct StepFunctionsService: Sendable {
    /// Its actions.
    package let actions: ServiceActions
    /// The tags of the state machine that an ARN is of, also of one of its executions, or of an activity; `nil` for none that is there.
    package let tags: @Sendable (_ arn: String) -> [(key: String, value: String)]?
    /// What no action of AWS does.
    package let fork: ExecutionFork

    /// Reads the state machines from the store, and goes on with deletions that were under way.
    ///
    /// - Parameters:
    ///   - activities: Those the engine asks about.
    ///   - exchanges: Where HTTP tasks that are tested show what they send and get.
    ///   - pause: Waits for real, or as a test wants.
    ///   - logGroupExists: Answers for the service that keeps log groups, which this one may not import.
    ///   - announceLog: Writes the first event into the log group of a new machine.
    package init(
        store: any Store, engine: ExecutionEngine, activities: Activities, clock: any WallClock, entropy: Entropy,
        limits: Limits = Limits(), logger: Logger = Logger(label: "newel.states"),
        exchanges: ExchangeBook = ExchangeBook(),
        logGroupExists: @escaping @Sendable (_ arn: String, _ context: RequestContext) async -> Bool = { _, _ in true },
        announceLog: @escaping @Sendable (_ arn: String, _ context: RequestContext) async -> Void = { _, _ in },
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) throws(StoreError) {
        let catalog = try StateMachineCatalog(store: store)
        let pages = PageTokens(clock: clock)
        let logging = LoggingConfiguration(isThere: logGroupExists, announce: announceLog)
        let encryption = EncryptionConfiguration(engine: engine)
        let deletion = StateMachineDeletion(catalog: catalog, engine: engine, logger: logger)
        let machines: [any AWSWire.Operation] = [
            CreateStateMachine(
                catalog: catalog, engine: engine, clock: clock, logging: logging, encryption: encryption, limits: limits
            ),
            DescribeStateMachine(catalog: catalog, engine: engine),
            UpdateStateMachine(
                catalog: catalog, engine: engine, clock: clock, entropy: entropy, logging: logging,
                encryption: encryption, limits: limits),
            DeleteStateMachine(catalog: catalog, deletion: deletion),
            ListStateMachines(catalog: catalog, pages: pages),
            DescribeStateMachineForExecution(catalog: catalog, engine: engine),
            ValidateStateMachineDefinition(engine: engine),
            PublishStateMachineVersion(catalog: catalog, clock: clock, limits: limits),
            ListStateMachineVersions(catalog: catalog, pages: pages),
            DeleteStateMachineVersion(catalog: catalog),
            CreateStateMachineAlias(catalog: catalog, clock: clock, limits: limits),
            DescribeStateMachineAlias(catalog: catalog),
            UpdateStateMachineAlias(catalog: catalog, clock: clock),
            DeleteStateMachineAlias(catalog: catalog),
            ListStateMachineAliases(catalog: catalog, pages: pages),
        ]
        let keeper = TagKeeper(catalog: catalog, activities: activities)
        tags = { text in TaggedResource(owning: text).flatMap { try? keeper.tags(of: $0) } }
        let tagging: [any AWSWire.Operation] = [
            TagResource(keeper: keeper, limits: limits), UntagResource(keeper: keeper),
            ListTagsForResource(keeper: keeper),
        ]
        let reading = StartReading(catalog: catalog, entropy: entropy, limits: limits)
        let redrivability = Redrivability(catalog: catalog, engine: engine, clock: clock, limits: limits)
        let executions: [any AWSWire.Operation] = [
            StartExecution(reading: reading, engine: engine),
            StartSyncExecution(reading: reading, engine: engine),
            DescribeExecution(engine: engine, redrivability: redrivability),
            StopExecution(engine: engine), RedriveExecution(engine: engine, redrivability: redrivability),
            ListExecutions(catalog: catalog, engine: engine, pages: pages, limits: limits),
            GetExecutionHistory(engine: engine, pages: pages),
            DescribeMapRun(engine: engine), ListMapRuns(engine: engine, pages: pages), UpdateMapRun(engine: engine),
            TestState(
                reading: reading, engine: engine,
                run: StateTestRun(
                    engine: engine, clock: clock, entropy: entropy, exchanges: exchanges, pause: pause)),
        ]
        let tasks: [any AWSWire.Operation] = [
            SendTaskSuccess(engine: engine, limits: limits), SendTaskFailure(engine: engine),
            SendTaskHeartbeat(engine: engine),
            CreateActivity(activities: activities, encryption: encryption, clock: clock, limits: limits),
            DescribeActivity(activities: activities),
            ListActivities(activities: activities, pages: pages),
            DeleteActivity(activities: activities, engine: engine),
            GetActivityTask(activities: activities, engine: engine),
        ]
        fork = ExecutionFork(reading: reading, engine: engine)
        actions = ServiceActions(service: "states", machines + tagging + executions + tasks)
        try deletion.resume()
    }
}
