import HandlerContract
import JSONTree
import PluginHost
import Synchronization
import Testing

/// What a well-behaved handler can rely on, in a worker process.
@Suite(.serialized) struct HandlerBehaviourTests {
    private static let world = PluginWorld(plugins: [CompiledPlugin.library("many"), CompiledPlugin.library("echo")])
    private var world: PluginWorld { Self.world }

    @Test func tenLinesOfCAreAFunction() async {
        #expect(await world.invoke("Echo", #"{"a": 1}"#).text == #"{"a": 1}"#)
    }

    @Test func aWarmWorkerIsUsedAgain() async {
        let first = await world.invoke("Pid").text
        #expect(await world.invoke("Pid").text == first)
    }

    @Test func callsAtOnceGetWorkersOfTheirOwn() async {
        let pids = await world.invoke(atOnce: Array(repeating: "SlowPid", count: 4)).map(\.text)
        #expect(Set(pids).count == 4)
    }

    @Test func beyondReservedConcurrencyCallsAreThrottled() async {
        world.functions.add("One", .installed("SlowPid")) { $0.reservedConcurrency = 1 }
        let texts = await world.invoke(atOnce: ["One", "One", "One"]).map(\.text)
        #expect(texts.filter { $0.hasPrefix("!TooManyRequestsException: Rate Exceeded.") }.count == 2, "\(texts)")
        world.functions.add("One", .installed("SlowPid")) { $0.reservedConcurrency = 0 }
        guard case .refused(let refusal) = await world.invoke("One").result else {
            Issue.record("a call was let through")
            return
        }
        #expect(refusal.reason == "ReservedFunctionConcurrentInvocationLimitExceeded")
        // What is reserved changes while the same workers go on.
        world.functions.add("One", .installed("Pid")) { $0.reservedConcurrency = 1 }
        let warm = await world.invoke("One").text
        world.functions.add("One", .installed("Pid")) { $0.reservedConcurrency = 2 }
        #expect(await world.invoke("One").text == warm)
    }

    @Test func whatIsPrintedAndLoggedIsInTheFunctionsLogAndTail() async {
        let outcome = await world.invoke("Prints") { $0.wantsLogTail = true }
        let tail = String(decoding: outcome.logTail, as: UTF8.self)
        for part in ["printed\n", "complained\n", "\treq-1\tWARN\tlogged\n", "unfinished"] {
            #expect(tail.contains(part), "\(tail)")
            #expect(world.log.text(of: "Prints").contains(part))
        }
    }

    @Test func linesAroundAnInvocationTellWhereItBeginsAndWhatItTook() async throws {
        for _ in 0..<2 {
            let tail = String(decoding: await world.invoke("Prints") { $0.wantsLogTail = true }.logTail, as: UTF8.self)
            let lines = tail.split(separator: "\n")
            #expect(lines.first == "START RequestId: req-1 Version: $LATEST")
            #expect(lines.dropLast().last == "END RequestId: req-1")
            #expect(lines.contains("unfinished"))
            let report = try #require(lines.last)
            for part in [
                "REPORT RequestId: req-1\tDuration: ", " ms\tBilled Duration: ",
                "\tMemory Size: 128 MB\tMax Memory Used: ",
            ] {
                #expect(report.contains(part), "\(report)")
            }
            #expect(!report.contains("Used: 0 MB"))
        }
        #expect(world.log.text(of: "Prints").ranges(of: "Init Duration: ").count == 1)
    }

    @Test func whatBecameOfAWorkerIsInTheLog() async {
        let outcome = await world.invoke("Segv") { $0.wantsLogTail = true }
        let tail = String(decoding: outcome.logTail, as: UTF8.self)
        #expect(tail.contains("Runtime.ExitError\nEND RequestId: req-1\n"), "\(tail)")
        #expect(tail.contains("\tStatus: error\tError Type: Runtime.ExitError\t\n"))
    }

    @Test func chunksAreOneResult() async { #expect(await world.invoke("Chunks").text == "[1,2]") }

    @Test func aThreadMayCompleteTheCall() async { #expect(await world.invoke("Threaded").text == "\"from a thread\"") }

    @Test func environmentVariablesAreSettings() async {
        world.functions.add("Coloured", .installed("many/Setting")) { $0.environment = ["COLOUR": "blue"] }
        #expect(await world.invoke("Coloured").text == #"["blue","blue"]"#)
        #expect(await world.invoke("Setting").text == "null")
    }

    @Test func aHandlerKnowsItsCall() async throws {
        let outcome = await world.invoke("Fields") {
            $0.attempt = 3
            $0.idempotencyKey = "k1"
        }
        let fields = try JSON.parse(outcome.text)
        #expect(fields["request"] == "req-1")
        #expect(fields["arn"] == "arn:aws:lambda:eu-central-1:123456789012:function:Fields")
        #expect(fields["version"] == "$LATEST")
        #expect(fields["attempt"] == 3)
        #expect(fields["key"] == "k1")
        let left = try #require(fields["left"]?.integerValue)
        #expect((3_001...PluginWorld.usualTimeoutSeconds * 1_000).contains(Int(left)))
    }

    /// Again and again, as the request to stop takes another way than the call and may come before it.
    @Test func aCancelledCallMayStillAnswer() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")]) { $0.limits.cancelGrace = .seconds(30) }
        for _ in 0..<50 {
            let (begun, begin) = AsyncStream<Void>.makeStream()
            let request = PluginWorld.request("Cooperative") { $0.onHandover = { begin.finish() } }
            let outcome = await withCheckedContinuation { continuation in
                let running = world.host.start(request) { continuation.resume(returning: $0) }
                Task {
                    for await _ in begun {}
                    running.cancel(.stopped)
                }
            }
            #expect(outcome.text == #"{"reason":2}"#)
        }
    }

    @Test func aCancelledCallThatGoesOnIsKilledAfterTheGrace() async {
        let outcome = await withCheckedContinuation { continuation in
            let running = world.host.start(PluginWorld.request("Never")) { continuation.resume(returning: $0) }
            running.cancel(.stopped)
        }
        #expect(outcome.text.hasPrefix("Runtime.ExitError: "))
    }

    @Test func anActionRunsAsTheFunctionsRole() async throws {
        world.functions.add("Approve", .installed("CallsAPI")) { $0.roleARN = "arn:aws:iam::123456789012:role/r" }
        let outcome = await world.invoke("Approve", #"{"taskToken":"t1"}"#) {
            $0.idempotencyKey = "key"
            $0.depth = 2
        }
        #expect(outcome.text == #"{"ok":true}"#)
        let asked = try #require(world.caller.all.last)
        #expect(asked.service == "states" && asked.action == "SendTaskSuccess" && asked.input["taskToken"] == "t1")
        #expect(asked.identity.roleARN == "arn:aws:iam::123456789012:role/r")
        #expect(asked.identity.territory == PluginWorld.territory)
        #expect(asked.identity.idempotencyKey == "key#1")
        #expect(asked.identity.depth == 3)
        #expect(!asked.preparing)
    }

    @Test func metadataComesWithTheReplyWhenAskedFor() async {
        let outcome = await world.invoke("CallsAPI", #"{"$metadata":true}"#)
        #expect(
            outcome.text
                == #"{"ok":true,"$metadata":{"requestId":"api-1","status":200,"headers":[["Content-Length","2"]]}}"#)
        #expect(world.caller.all.last?.input == .emptyObject)
    }

    @Test func anActionsErrorReachesTheHandler() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")])
        world.caller.answer.withLock {
            $0 = .failure(code: "TaskTimedOut", message: "too late", status: 400, requestID: "r")
        }
        #expect(await world.invoke("CallsAPI").text == "TaskTimedOut: the action failed")
    }

    @Test func onlyLinkedInHandlersPrepareEffects() async { #expect(await world.invoke("NoExtension").text == "false") }

    @Test func aDroppedInIntegrationServesItsResources() async {
        let outcome = await world.invoke("arn:aws:states:::notes:append") { $0.requestID = "r9" }
        #expect(outcome.text.contains(#""arn":"arn:aws:states:::notes:append""#))
        let traits = world.host.traits(of: "arn:aws:states:::notes:append")
        #expect(traits?.preparesEffects == false && traits?.isIdempotent == false && traits?.buildID.isEmpty == false)
        #expect(world.host.traits(of: "arn:aws:states:::notes:read") == nil)
    }

    @Test func callsNestedTooDeepAreRefused() async {
        #expect(await world.invoke("Echo") { $0.depth = 17 }.text.hasPrefix("!RecursiveInvocationException"))
        #expect(await world.invoke("Echo") { $0.depth = 16 }.text == "{}")
    }

    @Test func anUnknownFunctionIsNotFound() async {
        #expect(
            await world.invoke("Nobody").text
                == "!ResourceNotFoundException: Function not found: arn:aws:lambda:eu-central-1:123456789012:function:Nobody:$LATEST"
        )
        #expect(await world.invoke("Ech").text.hasPrefix("!ResourceNotFoundException"))
        #expect(await world.invoke("Echo2").text.hasPrefix("!ResourceNotFoundException"))
    }
}
