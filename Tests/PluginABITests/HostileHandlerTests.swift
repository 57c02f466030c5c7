import PluginHost
import Testing

/// Every way a handler can misbehave ends as one clear error, and the host goes on.
@Suite(.serialized) struct HostileHandlerTests {
    private static let world = PluginWorld(plugins: [CompiledPlugin.library("many")])

    @Test(arguments: [
        ("Segv", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: segmentation fault"),
        (
            "Overflow",
            "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: segmentation fault"
        ),
        ("Abort", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: aborted"),
        ("Killed", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: killed"),
        ("Exit0", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited without providing a reason"),
        ("Exit127", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: exit status 127"),
        ("Closes", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: killed"),
        ("Garbles", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: killed"),
        ("GarblesControl", "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: killed"),
        ("ManyChunks", "Function.ResponseSizeTooLarge: "),
        ("Garbage", "Runtime.MarshalError: RequestId: req-1 Error: The result is not valid JSON"),
        (
            "Huge",
            "Function.ResponseSizeTooLarge: Response payload size exceeded maximum allowed payload size (6291556 bytes)."
        ),
        ("Status", "HandlerFailed: The handler returned status -7"),
        ("OwnError", "OutOfStock: nothing left"),
        ("Refuses", "NoDatabase: RequestId: req-1 Error: the database is not there"),
    ])
    func misbehaviourIsOneClearError(name: String, error: String) async {
        let outcome = await Self.world.invoke(name)
        #expect(outcome.text.hasPrefix(error), "\(outcome.text)")
        #expect(await Self.world.invoke("Many-Echo", "[1]").text == "[1]")
    }

    @Test func whoNeverComesUpIsGivenUp() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")]) { $0.limits.initTime = .seconds(1) }
        #expect(
            await world.invoke("Hangs").text
                == "Sandbox.Timedout: RequestId: req-1 Error: Task timed out after 1.00 seconds")
    }

    @Test(arguments: [("ForgesFrames", "\"true\""), ("ClosesOutput", "\"quiet\"")])
    func whatCannotHurtIsPassedOver(name: String, result: String) async {
        #expect(await Self.world.invoke(name).text == result)
    }

    @Test func aFloodOfActionsEndsWithItsCall() async {
        let text = await Self.world.invoke("FloodsAPI").text
        #expect(text == "true" || text == "false", "\(text)")
        #expect(await Self.world.invoke("Many-Echo", "[1]").text == "[1]")
    }

    @Test(arguments: ["Spin", "Never", "Late"])
    func aCallThatTakesTooLongTimesOut(name: String) async {
        Self.world.functions.add(name + "1", .installed(name)) { $0.timeoutSeconds = 1 }
        let start = ContinuousClock.now
        let outcome = await Self.world.invoke(name + "1")
        #expect(outcome.text == "Sandbox.Timedout: RequestId: req-1 Error: Task timed out after 1.00 seconds")
        #expect(ContinuousClock.now - start >= .seconds(1))
    }

    @Test(arguments: [("Twice", "1"), ("Racing", "\"raced\""), ("Forged", "\"mine\"")])
    func onlyTheFirstCompletionOfTheRightCallCounts(name: String, result: String) async {
        #expect(await Self.world.invoke(name).text == result)
        #expect(await Self.world.invoke(name).text == result)
    }

    @Test func aResultOfFiveMebibytesArrivesWhole() async {
        let outcome = await Self.world.invoke("Large")
        #expect(outcome.text.utf8.count == 5 << 20)
    }

    /// Around the sizes at which payloads change from the socket to shared memory, whose ends are told apart by their bytes.
    @Test(arguments: [65_000, 65_535, 65_536, 65_537, 200_000, 6_000_000])
    func payloadsOfAnySizeArriveWhole(count: Int) async {
        for round in 0..<3 {
            let pattern = Array("abcdefghijk\(round)".utf8)
            let text = String(decoding: (0..<count - 2).map { pattern[$0 % pattern.count] }, as: UTF8.self)
            let payload = "\"\(text)\""
            #expect(await Self.world.invoke("Many-Echo", payload).text == payload)
        }
    }

    @Test func aPayloadOfFiveMebibytesArrivesWhole() async {
        let payload = "\"" + String(repeating: "y", count: 5 << 20) + "\""
        #expect(await Self.world.invoke("Many-Echo", payload).text == payload)
    }
}
