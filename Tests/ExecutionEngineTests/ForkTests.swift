import ExecutionEngine
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract
import Synchronization
import TestSupport
import Testing

private let price = "arn:aws:lambda:us-east-1:123456789012:function:price"
private let other = "arn:aws:lambda:us-east-1:123456789012:function:other"

private let machine = #"""
    {"QueryLanguage":"JSONata","StartAt":"A","States":{
    "A":{"Type":"Pass","Assign":{"seen":"{% $states.input.word %}"},"Next":"B"},
    "B":{"Type":"Task","Resource":"\#(price)","Next":"C"},
    "C":{"Type":"Pass","Output":{"word":"{% $seen %}","priced":"{% $states.input %}"},"End":true}}}
    """#

/// Executions that share the history of another one up to a state.
@Suite struct ForkTests {
    private let folder = TemporaryFolder()
    private let clock = ManualClock()
    private let keys = KeysInMemory("key")

    /// A world whose functions give back what they get.
    private func world() throws -> EngineWorld {
        let world = try EngineWorld(folder, clock: clock, keys: keys)
        for function in [price, other] {
            world.invoker.on(function) { request, completion in
                completion(InvocationOutcome(.success(request.payload)))
            }
        }
        return world
    }

    private func finished(
        _ world: EngineWorld, _ definition: String = machine, input: String = #"{"word":"deep"}"#,
        isSealed: Bool = false
    ) async throws -> ExecutionARN {
        var request = try await world.request(definition, name: "first", input: input)
        if isSealed {
            request.sealing = SealingKey(keyID: "key", resource: request.stateMachine.text, reuseSeconds: 60)
        }
        let execution = try await world.engine.start(request).execution
        #expect(try await world.engine.end(of: execution).status == .succeeded)
        return execution
    }

    /// The event that entered a state last.
    private func entered(_ state: String, in execution: ExecutionARN, _ world: EngineWorld) async throws -> Int64 {
        let events = try await world.events(of: execution)
        let found = events.last { $0.type.name.hasSuffix("StateEntered") && $0.json().text.contains("\"\(state)\"") }
        return try #require(found).id
    }

    private func texts(_ world: EngineWorld, _ execution: ExecutionARN) async throws -> [String] {
        try await world.events(of: execution).map { $0.json().text }
    }

    @Test(arguments: [false, true])
    func whatCameBeforeIsSharedAndTheRestIsRunWithOtherData(isSealed: Bool) async throws {
        let world = try world()
        defer { world.close() }
        let origin = try await finished(world, isSealed: isSealed)
        let event = try await entered("B", in: origin, world)
        clock.advance(by: .seconds(60))
        let fork = try await world.engine.fork(
            origin, at: event, input: try Payload(parsing: Array("[7]".utf8)), name: "second")
        #expect(fork.startedAt == clock.now)
        let end = try await world.engine.end(of: fork.execution)
        #expect(end.status == .succeeded)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == #"{"word":"deep","priced":[7]}"#)
        #expect(end.details.input == (try await world.engine.describe(origin)).details.input)
        let (one, two) = (try await texts(world, origin), try await texts(world, fork.execution))
        #expect(two.prefix(Int(event) - 1) == one.prefix(Int(event) - 1))
        #expect(two.count == one.count)
        #expect(try await world.types(of: fork.execution) == world.types(of: origin))
        #expect(try await world.engine.origin(of: fork.execution) == origin.text)
        #expect(try await world.engine.origin(of: origin) == nil)
        #expect(try await texts(world, origin) == one)
    }

    @Test func aForkGoesOnAfterARestart() async throws {
        var world = try world()
        let origin = try await finished(world)
        let called = AsyncStream<Void>.makeStream()
        world.invoker.on(price) { _, _ in called.continuation.yield() }
        let event = try await entered("B", in: origin, world)
        let fork = try await world.engine.fork(origin, at: event, input: nil, name: nil).execution
        for await _ in called.stream { break }
        world.close()
        world = try self.world()
        defer { world.close() }
        // Nobody knows what became of the call; the execution is folded, and fails of that.
        let end = try await world.engine.end(of: fork)
        #expect(end.details.error == "Lambda.Unknown")
        #expect(world.engine.held.count == 0)
        _ = try await world.engine.redrive(fork, clientToken: nil)
        #expect(try await world.engine.end(of: fork).status == .succeeded)
    }

    @Test func aForkCanBeForkedBeforeAndAfterItsBeginning() async throws {
        let world = try world()
        defer { world.close() }
        let origin = try await finished(world)
        let (a, b) = (try await entered("A", in: origin, world), try await entered("B", in: origin, world))
        let fork = try await world.engine.fork(origin, at: b, input: Payload(1), name: nil).execution
        _ = try await world.engine.end(of: fork)
        let early = try await world.engine.fork(
            fork, at: a, input: try Payload(parsing: Array(#"{"word":"high"}"#.utf8)), name: nil)
        let output = try await world.engine.end(of: early.execution).details.output
        #expect(output.map { String(decoding: $0, as: UTF8.self) } == #"{"word":"high","priced":{"word":"high"}}"#)
        #expect(try await world.engine.origin(of: early.execution) == origin.text)
        let late = try await world.engine.fork(
            fork, at: try await entered("C", in: fork, world), input: Payload(2), name: nil)
        let end = try await world.engine.end(of: late.execution)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == #"{"word":"deep","priced":2}"#)
        #expect(try await world.engine.origin(of: late.execution) == fork.text)
    }

    @Test func whatWasUnderWayInOtherBranchesIsDoneAgain() async throws {
        let world = try world()
        defer { world.close() }
        let calls = Mutex<[String]>([])
        let waiting = Mutex<(@Sendable (InvocationOutcome) -> Void)?>(nil)
        world.invoker.on(price) { request, completion in
            let isFirst = calls.withLock { calls in
                calls.append("price")
                return calls.count == 1
            }
            if isFirst {
                waiting.withLock { $0 = completion }
            } else {
                completion(InvocationOutcome(.success(request.payload)))
            }
        }
        world.invoker.on(other) { request, completion in
            calls.withLock { $0.append("other") }
            completion(InvocationOutcome(.success(request.payload)))
            // Only now, so that it was under way when the other branch went on.
            waiting.withLock { $0.take() }?(InvocationOutcome(.success(request.payload)))
        }
        let origin = try await finished(
            world,
            #"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"Slow","States":{"Slow":{"Type":"Task","Resource":"\#(price)","End":true}}},
            {"StartAt":"Quick","States":{"Quick":{"Type":"Pass","Next":"Then"},
            "Then":{"Type":"Task","Resource":"\#(other)","End":true}}}]}}}
            """#)
        #expect(calls.withLock { $0 } == ["price", "other"])
        let event = try await entered("Then", in: origin, world)
        let fork = try await world.engine.fork(origin, at: event, input: Payload(5), name: nil)
        let output = try await world.engine.end(of: fork.execution).details.output
        #expect(output.map { String(decoding: $0, as: UTF8.self) } == #"[{"word":"deep"},5]"#)
        #expect(calls.withLock { $0.count } == 4)
    }

    @Test func whatCannotBeForkedIsRefused() async throws {
        let world = try world()
        defer { world.close() }
        let origin = try await finished(world)
        let event = try await entered("B", in: origin, world)
        await #expect(throws: EngineFailure.executionExists) {
            try await world.engine.fork(origin, at: event, input: nil, name: "first")
        }
        for (id, reason) in [
            (event + 1, "Event \(event + 1) is none by which a state is entered"),
            (1, "Event 1 is none by which a state is entered"),
            (0, "It has no event 0"), (1_000, "It has no event 1000"), (-1, "It has no event -1"),
        ] {
            await #expect(throws: EngineFailure.notForkable(reason)) {
                try await world.engine.fork(origin, at: id, input: nil, name: nil)
            }
        }
        await #expect(throws: EngineFailure.executionDoesNotExist) {
            try await world.engine.fork(
                ExecutionARN(stateMachine: origin.stateMachine, name: "none"), at: 2, input: nil, name: nil)
        }
    }

    @Test(arguments: [false, true])
    func aChildOfAMapRunIsForkedOutsideOfIt(isSealed: Bool) async throws {
        var world = try world()
        let origin = try await finished(world, mapping(machine), input: #"[{"word":"deep"}]"#, isSealed: isSealed)
        let child = try await child(of: origin, world.engine)
        let event = try await entered("B", in: child, world)
        let fork = try await world.engine.fork(
            child, at: event, input: try Payload(parsing: Array("[7]".utf8)), name: nil
        ).execution
        #expect(fork.stateMachine == origin.stateMachine)
        let end = try await world.engine.end(of: fork)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == #"{"word":"deep","priced":[7]}"#)
        #expect(end.details.mapRun == nil)
        #expect(try await world.engine.origin(of: fork) == child.text)
        let past = try await texts(world, child).prefix(Int(event) - 1)
        #expect(try await texts(world, fork).prefix(Int(event) - 1) == past)
        let run = try await world.engine.mapRuns(of: origin, after: nil, limit: 1).first?.description
        #expect(run?.children[.succeeded] == 1)
        // Its definition is found again, and a fork of the fork needs nothing else.
        world.close()
        world = try self.world()
        defer { world.close() }
        let definition = try await world.engine.definition(sha256: end.definitionSHA256)
        let text = try JSON.parse(machine).text
        #expect(definition.map { String(decoding: $0, as: UTF8.self) } == text)
        let again = try await world.engine.fork(
            fork, at: try await entered("C", in: fork, world), input: Payload(2), name: nil)
        let output = try await world.engine.end(of: again.execution).details.output
        #expect(output.map { String(decoding: $0, as: UTF8.self) } == #"{"word":"deep","priced":2}"#)
    }

    /// A machine that runs another one's states for each item.
    private func mapping(_ definition: String) throws -> String {
        let inner = try JSON.parse(Array(definition.utf8))
        var processor = JSONObject([("ProcessorConfig", ["Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"])])
        for name in ["StartAt", "States"] { processor[name] = inner[name] }
        let map: JSON = ["Type": "Map", "Label": "Items", "ItemProcessor": .object(processor), "End": true]
        var machine: JSONObject = [
            "StartAt": "Around it", "States": ["Around it": ["Type": "Pass", "Next": "Each"], "Each": map],
        ]
        if let language = inner["QueryLanguage"] { machine["QueryLanguage"] = language }
        return JSON.object(machine).text
    }

    private func child(of origin: ExecutionARN, _ engine: ExecutionEngine) async throws -> ExecutionARN {
        let run = try #require(try await engine.mapRuns(of: origin, after: nil, limit: 1).first?.description)
        return try #require(
            try await engine.children(of: run.arn, status: nil, after: nil, limit: 1).first?.description
        ).execution
    }

    /// Forks of generated definitions at every state: the past is shared to the byte, they end, and their logs fold again.
    @Test(arguments: Seeds.parts(of: 12, in: 4), [false, true])
    func everyStateOfAnyDefinitionCanBeForked(seeds: ClosedRange<UInt64>, isChild: Bool) async throws {
        var means = RandomDefinition.Means()
        (means.hasChance, means.hasTokens, means.hasSilence) = (false, false, false)
        for seed in seeds {
            let definition = RandomDefinition(seed: seed, means: means)
            let folder = TemporaryFolder()
            let world = try VirtualWorld(folder, invoker: VirtualWorld.invoker(definition.answers))
            defer { world.close() }
            let origin: ExecutionARN
            if isChild {
                let request = try await world.request(
                    try mapping(definition.text), name: "run", input: "[\(definition.input)]")
                let parent = try await world.engine.start(request).execution
                _ = try await world.engine.end(of: parent)
                origin = try await child(of: parent, world.engine)
            } else {
                origin = try await world.engine.start(try await world.request(definition)).execution
                _ = try await world.engine.end(of: origin)
            }
            let past = try await world.events(of: origin).map { $0.json().text }
            for event in try await world.events(of: origin) where event.type.name.hasSuffix("StateEntered") {
                let fork = try await world.engine.fork(origin, at: event.id, input: nil, name: nil).execution
                _ = try await world.engine.end(of: fork)
                let events = try await world.events(of: fork)
                let shared = Int(event.id) - 1
                #expect(
                    events.prefix(shared).map { $0.json().text } == Array(past.prefix(shared)), "\(definition.report)")
                let first = try #require(events.dropFirst(shared).first)
                #expect(
                    first.type == event.type && first.previousEventID == event.previousEventID, "\(definition.report)")
                guard let last = events.last(where: { $0.type.name.hasSuffix("StateEntered") }) else { continue }
                let again = try await world.engine.fork(fork, at: last.id, input: nil, name: nil)
                _ = try await world.engine.end(of: again.execution)
            }
        }
    }
}
