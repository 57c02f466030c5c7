import ExecutionEngine
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract
import TestSupport
import Testing

private let price = "arn:aws:lambda:us-east-1:123456789012:function:price"

private let states = #"""
    "StartAt":"A","States":{
    "A":{"Type":"Pass","Assign":{"seen":"{% $states.input.word %}"},"Next":"B"},
    "B":{"Type":"Task","Resource":"\#(price)","Next":"C"},
    "C":{"Type":"Pass","Output":{"word":"{% $seen %}","priced":"{% $states.input %}"},"End":true}}
    """#
private let machine = #"{"QueryLanguage":"JSONata",\#(states)}"#

/// EXPRESS executions that ended lately: what is kept of them in memory, and executions that are forked from them.
@Suite struct ExpressForkTests {
    private let folder = TemporaryFolder()
    private let clock = ManualClock()
    private let keys = KeysInMemory("key")

    private func world() throws -> EngineWorld {
        // The handler is there before the engine: what was under way begins again at once.
        let invoker = ScriptedInvoker()
        invoker.on(price) { request, completion in completion(InvocationOutcome(.success(request.payload))) }
        return try EngineWorld(folder, clock: clock, invoker: invoker, keys: keys)
    }

    private func finished(
        _ world: EngineWorld, isSynchronous: Bool = false, isSealed: Bool = false
    ) async throws -> ExecutionARN {
        var request = try await world.request(machine, name: "first", input: #"{"word":"deepest"}"#, isExpress: true)
        if isSealed {
            request.sealing = SealingKey(keyID: "key", resource: request.stateMachine.text, reuseSeconds: 60)
        }
        guard !isSynchronous else { return try await world.engine.startAndWait(request).execution }
        let execution = try await world.engine.start(request).execution
        #expect(try await world.engine.end(of: execution).status == .succeeded)
        return execution
    }

    private func texts(_ world: EngineWorld, _ execution: ExecutionARN) async throws -> [String] {
        try await world.events(of: execution).map { $0.json().text }
    }

    private func output(_ end: ExecutionDescription) -> String? {
        end.details.output.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The event that entered a state.
    private func entered(_ state: String, in execution: ExecutionARN, _ world: EngineWorld) async throws -> Int64 {
        let events = try await world.events(of: execution)
        let found = events.last { $0.type.name.hasSuffix("StateEntered") && $0.json().text.contains("\"\(state)\"") }
        return try #require(found).id
    }

    private func stored(_ world: EngineWorld) async throws -> Int {
        let name = ExecutionEngine.storedName(of: StateMachineARN(territory: EngineWorld.territory, name: "machine"))
        return try await world.engine.list(ExecutionFilter(machine: name, limit: 10)).count
    }

    @Test(arguments: [false, true], [false, true])
    func whatCameBeforeIsSharedAndTheRestIsRunWithOtherData(isSynchronous: Bool, isSealed: Bool) async throws {
        let world = try world()
        defer { world.close() }
        let origin = try await finished(world, isSynchronous: isSynchronous, isSealed: isSealed)
        #expect(try await world.types(of: origin).last == "ExecutionSucceeded")
        let event = try await entered("B", in: origin, world)
        let fork = try await world.engine.fork(
            origin, at: event, input: try Payload(parsing: Array("[7]".utf8)), name: "second"
        ).execution
        #expect(fork.name == "second" && fork.expressID != nil && fork.stateMachine == origin.stateMachine)
        let end = try await world.engine.end(of: fork)
        #expect(output(end) == #"{"word":"deepest","priced":[7]}"#)
        let (one, two) = (try await texts(world, origin), try await texts(world, fork))
        #expect(two.prefix(Int(event) - 1) == one.prefix(Int(event) - 1) && two.count == one.count)
        #expect(try await world.engine.origin(of: fork) == origin.text)
        let again = try await world.engine.fork(
            fork, at: try await entered("C", in: fork, world), input: Payload(2), name: nil)
        #expect(output(try await world.engine.end(of: again.execution)) == #"{"word":"deepest","priced":2}"#)
        let listed = await world.engine.express(in: origin.stateMachine.territory).map(\.description)
        #expect(Set(listed.map(\.execution)) == [again.execution, fork, origin] && listed.count == 3)
        #expect(listed.allSatisfy { $0.details.input.isEmpty == isSealed })
        #expect(try await stored(world) == 0)
    }

    @Test(arguments: [false, true])
    func aForkBeginsAgainWhereItWasForked(isSealed: Bool) async throws {
        var world = try world()
        let origin = try await finished(world, isSealed: isSealed)
        let event = try await entered("B", in: origin, world)
        let past = try await texts(world, origin).prefix(Int(event) - 1)
        let called = AsyncStream<Void>.makeStream()
        world.invoker.on(price) { _, _ in called.continuation.yield() }
        let fork = try await world.engine.fork(origin, at: event, input: Payload(7), name: nil).execution
        for await _ in called.stream { break }
        #expect(try await stored(world) == 1)
        #expect(folder.files(holding: "deepest").isEmpty == isSealed)
        world.close()
        world = try self.world()
        defer { world.close() }
        let end = try await world.engine.end(of: fork)
        #expect(output(end) == #"{"word":"deepest","priced":7}"#)
        #expect(try await texts(world, fork).prefix(past.count) == past)
        #expect(try await stored(world) == 0)
        // What ended before the process did is gone with it.
        let refusal = await #expect(throws: EngineFailure.self) {
            try await world.engine.fork(origin, at: event, input: nil, name: nil)
        }
        #expect("\(try #require(refusal))".contains("not among them"))
        await #expect(throws: EngineFailure.executionDoesNotExist) { try await world.engine.describe(origin) }
        await #expect(throws: EngineFailure.executionDoesNotExist) { try await texts(world, origin) }
    }

    @Test func aChildOfAMapRunIsForkedOutsideOfIt() async throws {
        let world = try world()
        defer { world.close() }
        let request = try await world.request(
            #"""
            {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Label":"Items","End":true,"ItemProcessor":{
            "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},\#(states)}}}}
            """#, input: #"[{"word":"deepest"}]"#)
        let parent = try await world.engine.start(request).execution
        #expect(try await world.engine.end(of: parent).status == .succeeded)
        let run = try #require(try await world.engine.mapRuns(of: parent, after: nil, limit: 1).first?.description)
        let children = try await world.engine.children(of: run.arn, status: nil, after: nil, limit: 1)
        let child = try #require(children.first?.description).execution
        let fork = try await world.engine.fork(
            child, at: try await entered("B", in: child, world), input: Payload(7), name: nil
        ).execution
        #expect(fork.expressID != nil && fork.stateMachine == parent.stateMachine)
        #expect(output(try await world.engine.end(of: fork)) == #"{"word":"deepest","priced":7}"#)
    }

    @Test func nothingOfAnExecutionIsWrittenButStartAndEnd() async throws {
        let world = try world()
        defer { world.close() }
        _ = try await finished(world, isSynchronous: true)
        #expect(world.store.unitCount == 1, "the definition alone")
        _ = try await finished(world)
        #expect(world.store.unitCount == 4, "the definition again, a start and an end")
    }

    @Test func theLongestEndedMakesRoom() async throws {
        let world = try world()
        defer { world.close() }
        let first = try await finished(world, isSynchronous: true)
        let request = try await world.request(machine, input: #"{"word":"others"}"#, isExpress: true)
        for _ in 0..<999 { _ = try await world.engine.startAndWait(request) }
        #expect(try await world.engine.describe(first).status == .succeeded)
        _ = try await world.engine.startAndWait(request)
        await #expect(throws: EngineFailure.executionDoesNotExist) { try await world.engine.describe(first) }
        #expect(await world.engine.express(in: first.stateMachine.territory).count == 1_000)
    }
}
