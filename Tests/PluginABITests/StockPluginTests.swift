import Foundation
import HandlerContract
import JSONTree
import PluginHost
import Synchronization
import Testing

/// The five functions of the sample, as they lie beside the executable.
@Suite(.serialized, .enabled(if: PluginWorld.hasStockPlugins)) struct StockPluginTests {
    private static let world = PluginWorld(stock: PluginWorld.productsFolder)
    private var world: PluginWorld { Self.world }

    private func answer(_ name: String, _ payload: String) async throws -> JSON {
        try JSON.parse(await world.invoke(name, payload).text)
    }

    @Test func thePriceIsAnIntegerFrom0To99() async throws {
        for _ in 0..<50 {
            let answer = try await answer("CheckStockPrice", "{}")
            #expect(answer.objectValue?.keys == ["stock_price"])
            #expect((0...99).contains(answer["stock_price"]?.integerValue ?? -1))
        }
    }

    @Test(arguments: [(0, "buy"), (50, "buy"), (51, "sell"), (99, "sell")])
    func above50TheRecommendationIsToSell(price: Int, recommendation: String) async {
        #expect(
            await world.invoke("GenerateBuySellRecommendation", #"{"stock_price":\#(price)}"#).text
                == "\"\(recommendation)\"")
    }

    @Test(arguments: [("BuyStock", "buy"), ("SellStock", "sell")])
    func aTransactionIsFiveStrings(name: String, type: String) async throws {
        let answer = try await answer(name, #"{"stock_price":37,"recommended_type":"\#(type)"}"#)
        #expect(answer.objectValue?.keys == ["id", "price", "type", "qty", "timestamp"])
        #expect(answer["id"]?.stringValue?.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(answer["price"] == "37")
        #expect(answer["type"] == .string(type))
        #expect((1...10).contains(answer["qty"]?.stringValue.flatMap(Int.init) ?? 0))
        #expect(answer["timestamp"]?.stringValue?.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ/) != nil)
    }

    @Test func everyRecordOfABatchIsApprovedByItsToken() async throws {
        let records = ["t1", "t2"].map { #"{"body":"{\"Input\":{},\"TaskToken\":\"\#($0)\"}"}"# }.joined(separator: ",")
        #expect(await world.invoke("ApproveSqs", #"{"Records":[\#(records)]}"#).text == "null")
        let asked = world.caller.all.suffix(2)
        #expect(asked.map(\.input["taskToken"]) == ["t1", "t2"])
        #expect(
            asked.allSatisfy {
                $0.service == "states" && $0.action == "SendTaskSuccess" && $0.input["output"] == #""approved""#
            })
    }

    @Test func anErrorOfAnAnswerFailsTheBatch() async {
        let world = PluginWorld(stock: PluginWorld.productsFolder)
        world.caller.answer.withLock {
            $0 = .failure(code: "TaskTimedOut", message: "gone", status: 400, requestID: "")
        }
        #expect(
            await world.invoke("ApproveSqs", #"{"Records":[{"body":"{\"TaskToken\":\"t\"}"}]}"#).text
                == "TaskTimedOut: gone")
    }

    @Test func librariesThatAreNoPluginsArePassedOverInSilence() {
        #expect(!world.notices.kinds.contains(.refused), "\(world.notices.messages)")
    }
}
