import CNewelPlugin
import HandlerContract
import JSONTree
import NewelPluginKit
import PluginHost
import Synchronization
import Testing

/// Handlers in the host: linked in through their descriptor, or loaded there by choice.
@Suite(.serialized) struct LinkedInTests {
    private static let plugin = Plugin(
        "tests", version: "1.0.0",
        [
            Handler(
                .integration("arn:aws:states:::queue:send*"), [.concurrent, .nonblocking, .idempotent],
                preparesEffects: true,
                answering: { invocation in
                    invocation.prepare("queue", "Send", invocation.payload) { reply in
                        switch reply {
                        case .success(let output): invocation.succeed(output)
                        case .failure(let error):
                            invocation.fail(
                                PluginError(
                                    "Queue.\(error.code)", "\(error.message) (\(error.status), \(error.requestID))"))
                        }
                    }
                }),
            Handler(
                .integration("arn:aws:states:::queue:fail*"), [.concurrent, .nonblocking], preparesEffects: true,
                answering: { invocation in
                    invocation.prepare("queue", "Send", invocation.payload) { _ in
                        invocation.fail(PluginError("Queue.FailedEntry", "one of two"))
                    }
                }),
            Handler(.integration("arn:aws:states:::queue:*")) { invocation in
                invocation.log(.info, "blocking")
                return try invocation.apiWaiting("queue", "Any", invocation.payload)
            },
            Handler(
                .integration("arn:aws:states:::await:*"),
                awaiting: { invocation in
                    let first = try await invocation.api("one", "First", invocation.payload)
                    return try await invocation.api("two", "Second", first)
                }),
            Handler(.function("Linked")) { invocation in Array(#"{"token":"\#(invocation.taskToken)"}"#.utf8) },
            Handler(.function("Throws")) { _ in throw PluginError("Mine", "on purpose") },
            Handler(.function("Mute"), [], answering: { _ in }),
        ])

    private func world(
        _ adjust: (inout PluginHostConfiguration) -> Void = { _ in }
    ) throws -> PluginWorld {
        let world = PluginWorld(adjust)
        try world.host.linkIn(Self.plugin.descriptor)
        return world
    }

    @Test func preparedEffectsTravelWithTheOutcome() async throws {
        let world = try world()
        let outcome = await world.invoke("arn:aws:states:::queue:sendMessage", #"{"a":1}"#) { $0.roleARN = "role" }
        #expect(outcome.text == #"{"ok":true}"#)
        #expect(outcome.effects.compactMap { $0 as? RecordingCaller.Effect } == [RecordingCaller.Effect(id: 1)])
        #expect(world.caller.all.last?.preparing == true)
        #expect(world.caller.all.last?.identity.roleARN == "role")
    }

    @Test func preparedEffectsTravelWithAFailureToo() async throws {
        let outcome = await (try world()).invoke("arn:aws:states:::queue:failHalf", "{}")
        #expect(outcome.text == "Queue.FailedEntry: one of two")
        #expect(outcome.effects.compactMap { $0 as? RecordingCaller.Effect } == [RecordingCaller.Effect(id: 1)])
    }

    @Test func theLongestLiteralPrefixWins() async throws {
        let world = try world()
        let outcome = await world.invoke("arn:aws:states:::queue:receive")
        #expect(outcome.effects.isEmpty)
        #expect(world.caller.all.last?.action == "Any")
    }

    @Test func traitsSayWhoPreparesEffects() throws {
        let world = try world()
        #expect(
            world.host.traits(of: "arn:aws:states:::queue:sendMessage")
                == HandlerTraits(preparesEffects: true, isIdempotent: true))
        #expect(
            world.host.traits(of: "arn:aws:states:::queue:receive")
                == HandlerTraits(preparesEffects: false, isIdempotent: false))
        #expect(world.host.traits(of: "arn:aws:states:::else:x") == nil)
    }

    @Test func anAWSErrorKeepsItsCodeStatusAndRequestID() async throws {
        let world = try world()
        world.caller.answer.withLock {
            $0 = .failure(code: "QueueDoesNotExist", message: "no queue", status: 400, requestID: "r7")
        }
        let outcome = await world.invoke("arn:aws:states:::queue:sendMessage")
        #expect(outcome.text == "Queue.QueueDoesNotExist: no queue (400, r7)")
        #expect(outcome.effects.isEmpty)
    }

    @Test func anAwaitingHandlerMayCallOnAndOn() async throws {
        let world = try world()
        #expect(await world.invoke("arn:aws:states:::await:x").text == #"{"ok":true}"#)
        #expect(world.caller.all.map(\.action) == ["First", "Second"])
    }

    @Test func anAwaitingHandlerIsCancelledWithItsCall() async throws {
        let (begun, signal) = AsyncStream<Void>.makeStream()
        let plugin = Plugin(
            "waits", version: "1",
            [
                Handler(
                    .integration("arn:aws:states:::endless:*"),
                    awaiting: { _ in
                        signal.yield()
                        // Ends by cancellation alone.
                        let (endless, never) = AsyncStream<Void>.makeStream()
                        for await _ in endless {}
                        never.finish()
                        throw PluginError("Mine", "let go")
                    })
            ])
        let world = PluginWorld { $0.limits.cancelGrace = .seconds(30) }
        try world.host.linkIn(plugin.descriptor)
        let outcome = await withCheckedContinuation { continuation in
            let running = world.host.start(PluginWorld.request("arn:aws:states:::endless:x")) {
                continuation.resume(returning: $0)
            }
            Task {
                for await _ in begun { break }
                running.cancel(.stopped)
            }
        }
        #expect(outcome.text == "Mine: let go")
    }

    @Test func aLinkedInFunctionIsFoundByName() async throws {
        let world = try world()
        #expect(await world.invoke("Linked") { $0.taskToken = "t" }.text == #"{"token":"t"}"#)
        #expect(await world.invoke("Throws").text == "Mine: on purpose")
    }

    @Test func aHandlerThatNeverLetsGoIsDisabled() async throws {
        let world = try world { $0.limits.timeoutSeconds = 1 }
        #expect(await world.invoke("Mute").text.hasPrefix("Sandbox.Timedout: "))
        #expect(await world.invoke("Mute").text.hasPrefix("Runtime.HandlerDisabled: "))
    }

    @Test func aDroppedInIntegrationReplacesTheLinkedInOneOfItsPattern() async throws {
        let plugin = Plugin(
            "own", version: "1",
            [Handler(.integration("arn:aws:states:::notes:append*")) { _ in Array("\"linked in\"".utf8) }])
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")])
        try world.host.linkIn(plugin.descriptor)
        #expect(await world.invoke("arn:aws:states:::notes:append").text.contains("\"request\""))
        let alone = PluginWorld()
        try alone.host.linkIn(plugin.descriptor)
        #expect(await alone.invoke("arn:aws:states:::notes:append").text == "\"linked in\"")
    }

    @Test(arguments: [
        "Many-Echo", "Twice", "Racing", "Threaded", "Chunks", "Forged", "BodyAfterChunk", "Status", "Garbage", "Huge",
    ])
    func pluginsCanRunInTheHostToo(name: String) async {
        let inHost = PluginWorld(isolation: .host, plugins: [CompiledPlugin.library("many")])
        let apart = PluginWorld(plugins: [CompiledPlugin.library("many")])
        #expect(await inHost.invoke(name, "[7]").text == apart.invoke(name, "[7]").text)
    }

    @Test func inTheHostATimeoutEndsTheCallAndALateAnswerIsGone() async {
        let world = PluginWorld(isolation: .host, plugins: [CompiledPlugin.library("many")])
        world.functions.add("Late1", .installed("Late")) { $0.timeoutSeconds = 1 }
        #expect(
            await world.invoke("Late1").text
                == "Sandbox.Timedout: RequestId: req-1 Error: Task timed out after 1.00 seconds")
        // Until it has let go it is disabled.
        var again = await world.invoke("Late1").text
        for _ in 0..<600 where again.hasPrefix("Runtime.HandlerDisabled") {
            try? await Task.sleep(for: .milliseconds(100))
            again = await world.invoke("Late1").text
        }
        #expect(again.hasPrefix("Sandbox.Timedout"))
    }
}
