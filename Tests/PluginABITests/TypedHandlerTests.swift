import Dispatch
import HandlerContract
import JSONTree
import NewelPluginKit
import PluginHost
import Synchronization
import Testing

/// Handlers of the kit that take and answer the author's own types, stream, are cancelled, log and call actions.
@Suite(.serialized) struct TypedHandlerTests {
    private struct Order: Codable {
        var sku: String
        var quantity: Int
    }
    private struct Parcel: Codable {
        var sku: String
        var grams: Int
    }
    private struct Answer: Codable {
        var taskToken: String
        var output: String
    }
    private struct Reply: Codable { var ok: Bool }

    /// Says that a handler has begun, to whoever waits for it.
    private static let (begun, hasBegun) = AsyncStream<Void>.makeStream()

    private static let plugin = Plugin(
        "typed", version: "1.0.0",
        [
            Handler(.function("Ship")) { (order: Order, _: Invocation) in
                guard order.quantity > 0 else { throw PluginError("EmptyOrder", "nothing to ship") }
                return Parcel(sku: order.sku, grams: order.quantity * 250)
            },
            Handler(.integration("arn:aws:states:::parcels:*")) { (order: Order, call: Invocation) in
                Parcel(sku: order.sku + (call.waitsForToken ? call.taskToken : ""), grams: 1)
            },
            Handler(.function("Answers")) { (order: Order, call: Invocation) async throws in
                let answer = Answer(taskToken: order.sku, output: "\"yes\"")
                return try await call.api("states", "SendTaskSuccess", answer, as: Reply.self)
            },
            Handler(.function("AnswersWaiting")) { (order: Order, call: Invocation) in
                let answer = Answer(taskToken: order.sku, output: "\"yes\"")
                return try call.apiWaiting("states", "SendTaskSuccess", answer, as: NoValue.self)
            },
            Handler(
                .function("Streams"),
                streaming: { call, stream in
                    let order: Order = try call.event()
                    try stream.write("[")
                    for index in 0..<order.quantity {
                        try stream.write(index == 0 ? "" : ",")
                        try stream.write(json: Parcel(sku: order.sku, grams: index))
                    }
                    try stream.write(Array("]".utf8))
                }),
            Handler(.function("Loops")) { (_: NoValue, call: Invocation) in
                TypedHandlerTests.hasBegun.yield()
                while true { try call.checkCancellation() }
                return NoValue()
            },
            Handler(.function("Interrupted")) { (_: NoValue, call: Invocation) in
                let signal = DispatchSemaphore(value: 0)
                let reason = Mutex<CancellationReason?>(nil)
                call.withCancellation { why in
                    reason.withLock { $0 = why }
                    signal.signal()
                } _: {
                    TypedHandlerTests.hasBegun.yield()
                    signal.wait()
                }
                return ["reason": reason.withLock { $0?.rawValue }]
            },
            Handler(.function("Logs")) { (order: Order, call: Invocation) in
                call.log(.warning, "priced", ["sku": order.sku, "cents": 995, "ratio": 0.5, "list": [1]])
                call.log(.info, "strange", ["ratio": Double.infinity])
                return call.setting("COLOUR")
            },
        ])

    private func world() throws -> PluginWorld {
        let world = PluginWorld { $0.limits.cancelGrace = .seconds(30) }
        try world.host.linkIn(Self.plugin.descriptor)
        return world
    }

    /// Stops a call once its handler says that it has begun.
    private func stopped(_ name: String) async throws -> String {
        let world = try world()
        return await withCheckedContinuation { continuation in
            let running = world.host.start(PluginWorld.request(name)) { continuation.resume(returning: $0) }
            Task {
                for await _ in Self.begun { break }
                running.cancel(.stopped)
            }
        }.text
    }

    @Test func aValueComesOutOfAValue() async throws {
        let world = try world()
        #expect(await world.invoke("Ship", #"{"sku":"a","quantity":3}"#).text == #"{"sku":"a","grams":750}"#)
        #expect(await world.invoke("Ship", #"{"sku":"a","quantity":0}"#).text == "EmptyOrder: nothing to ship")
        #expect(
            await world.invoke("Ship", #"{"sku":"a","quantity":"3"}"#).text
                == "InvalidInput: $.quantity: an integer is expected, not a string")
    }

    @Test func anIntegrationTakesValuesToo() async throws {
        let world = try world()
        let outcome = await world.invoke("arn:aws:states:::parcels:send", #"{"sku":"a","quantity":3}"#) {
            $0.waitsForToken = true
            $0.taskToken = "token"
        }
        #expect(outcome.text == #"{"sku":"atoken","grams":1}"#)
    }

    @Test(arguments: [("Answers", #"{"ok":true}"#), ("AnswersWaiting", "null")])
    func anActionTakesAndGivesValues(name: String, result: String) async throws {
        let world = try world()
        #expect(await world.invoke(name, #"{"sku":"t","quantity":1}"#).text == result)
        let asked = try #require(world.caller.all.last)
        #expect(asked.service == "states" && asked.action == "SendTaskSuccess")
        #expect(asked.input == ["taskToken": "t", "output": "\"yes\""])
        world.caller.answer.withLock {
            $0 = .failure(code: "TaskTimedOut", message: "late", status: 400, requestID: "r")
        }
        #expect(await world.invoke(name, #"{"sku":"t","quantity":1}"#).text == "TaskTimedOut: late")
    }

    @Test func aResultMayBeWrittenPieceByPiece() async throws {
        let world = try world()
        #expect(
            await world.invoke("Streams", #"{"sku":"a","quantity":2}"#).text
                == #"[{"sku":"a","grams":0},{"sku":"a","grams":1}]"#)
        #expect(await world.invoke("Streams", "[]").text == "InvalidInput: $: an object is expected, not an array")
    }

    @Test func aLoopLooksWhetherItsCallIsOver() async throws {
        #expect(try await stopped("Loops").hasPrefix("CancellationError: "))
    }

    @Test func workThatBlocksIsToldToEndAndWhy() async throws {
        #expect(try await stopped("Interrupted") == #"{"reason":2}"#)
    }

    @Test func factsStandInTheLogAsJSON() async throws {
        let world = try world()
        #expect(await world.invoke("Logs", #"{"sku":"a","quantity":1}"#).text == "null")
        let log = world.log.text(of: "Logs")
        #expect(log.contains("\tWARN\tpriced\t{\"sku\":\"a\",\"cents\":995,\"ratio\":0.5,\"list\":[1]}\n"), "\(log)")
        #expect(log.contains("\tINFO\tstrange (ratio: $: JSON has no number inf)\t{}\n"), "\(log)")
    }
}
