import AWSWire
import JSONTree
import Logging
import ResourceNames
import StorageContract

/// AWS CloudFormation: stacks of resources of the services that are served here, made, changed and removed by their actions.
package struct CloudFormationService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    private let catalogue: StackCatalogue
    private let runner: StackRunner
    private let turns = StackTurns()
    private let answers: AwaitedAnswers
    private let accepted: AsyncStream<String>
    private let queue: AsyncStream<String>.Continuation

    /// Reads the stacks that exist.
    ///
    /// - Parameters:
    ///   - random: 64 random bits, for ids and names.
    ///   - dispatch: Runs actions of other services; see `Dispatcher.run`.
    ///   - packages: Which package a function is, by logical id or name.
    ///   - endpoint: Where this server listens; empty until it does. Custom resources and signals are answered there.
    ///   - pause: Waits; a test gives its own.
    ///   - changed: Told that a stack has changed. [any thread] It must do next to nothing.
    package init(
        store: any Store, clock: any WallClock, random: @escaping @Sendable () -> UInt64,
        dispatch: @escaping Dispatch, packages: [String: String], endpoint: @escaping @Sendable () -> String,
        logger: Logger,
        pause: @escaping @Sendable (Duration) async throws -> Void, changed: @escaping @Sendable () -> Void = {}
    ) throws(StoreError) {
        let surroundings = Surroundings(
            dispatch: dispatch, packages: packages, pause: pause, logger: logger)
        let catalogue = try StackCatalogue(store: store, clock: clock, random: random, changed: changed)
        let (accepted, queue) = AsyncStream<String>.makeStream()
        let nested = NestedStackResource(catalogue: catalogue, surroundings: surroundings) { queue.yield($0) }
        let answers = try AwaitedAnswers(store: store, clock: clock, endpoint: endpoint)
        let uuid: @Sendable () -> String = { catalogue.uuid() }
        let own: [any ResourceType] = [
            nested, WaitHandleResource(answers: answers, uuid: uuid),
            WaitConditionResource(answers: answers, uuid: uuid),
            CustomResource("AWS::CloudFormation::CustomResource", answers: answers, uuid: uuid),
        ]
        let types = ResourceTypes(ResourceTypeTable.all + own) { type in
            CustomResource.isName(type) ? CustomResource(type, answers: answers, uuid: uuid) : nil
        }
        self.answers = answers
        nested.types.set(types)
        let starter = StackStarter(catalogue: catalogue, surroundings: surroundings, types: types) { queue.yield($0) }
        (self.catalogue, self.accepted, self.queue) = (catalogue, accepted, queue)
        runner = StackRunner(catalogue: catalogue, surroundings: surroundings, types: types)
        actions = ServiceActions(
            service: "cloudformation",
            Self.stacks(starter) + Self.templates(starter) + Self.changeSets(starter) + [
                SignalResource(catalogue: catalogue, answers: answers)
            ])
    }

    /// Where custom resources and signals are answered, on this server.
    package static let answerPath = AwaitedAnswers.path

    /// Takes an answer; whoever knows the address may give one.
    package func answer(_ request: WireRequest) async -> WireReply { await answers.take(request) }

    /// Does what is to be done with stacks, what an earlier process left included, until the task is cancelled.
    package func run() async {
        do { try await catalogue.expire() } catch {
            runner.surroundings.logger.warning("old stacks were not forgotten", metadata: ["error": "\(error)"])
        }
        // Inner stacks first: those they are in wait for them.
        for stack in catalogue.unfinished {
            await dropStale(of: stack)
            queue.yield(stack.key)
        }
        await withDiscardingTaskGroup { group in
            group.addTask { await catalogue.notices.run(runner.surroundings) }
            for await key in accepted where turns.begin(key) {
                group.addTask { repeat { await runner.run(key) } while turns.end(key) }
            }
        }
    }

    /// Removes the change sets that the end of an earlier process left beside an executed one.
    private func dropStale(of stack: Stack) async {
        guard catalogue.changeSets(of: stack).contains(where: { $0.id == stack.changeSetID }) else { return }
        do { try await catalogue.deleteOthers(of: stack) } catch {
            runner.surroundings.logger.warning(
                "old change sets were not forgotten", metadata: ["stack": "\(stack.id)", "error": "\(error)"])
        }
    }

    private static func stacks(_ starter: StackStarter) -> [any Operation] {
        let catalogue = starter.catalogue
        return [
            CreateStack(starter: starter), UpdateStack(starter: starter), DeleteStack(starter: starter),
            DescribeStacks(catalogue: catalogue), ListStacks(catalogue: catalogue),
            DescribeStackEvents(catalogue: catalogue), DescribeEvents(catalogue: catalogue),
            DescribeStackResource(catalogue: catalogue),
            DescribeStackResources(catalogue: catalogue), ListStackResources(catalogue: catalogue),
            UpdateTerminationProtection(catalogue: catalogue), GetStackPolicy(catalogue: catalogue),
            SetStackPolicy(starter: starter), CancelUpdateStack(catalogue: catalogue),
            RollbackStack(starter: starter), ContinueUpdateRollback(starter: starter),
            ListExports(catalogue: catalogue), ListImports(catalogue: catalogue),
        ]
    }

    private static func templates(_ starter: StackStarter) -> [any Operation] {
        [
            GetTemplate(catalogue: starter.catalogue), GetTemplateSummary(starter: starter),
            ValidateTemplate(starter: starter), DescribeAccountLimits(),
        ]
    }

    private static func changeSets(_ starter: StackStarter) -> [any Operation] {
        let catalogue = starter.catalogue
        return [
            CreateChangeSet(starter: starter), DescribeChangeSet(catalogue: catalogue),
            ExecuteChangeSet(starter: starter), DeleteChangeSet(catalogue: catalogue),
            ListChangeSets(catalogue: catalogue),
        ]
    }
}
