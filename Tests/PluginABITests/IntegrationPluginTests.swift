import Foundation
import HandlerContract
import JSONTree
import PluginHost
import Testing

/// The built-in integrations also work as dropped-in libraries, through `api_call`, in a worker and in the host.
@Suite(.serialized, .enabled(if: PluginWorld.hasIntegrationPlugins)) struct IntegrationPluginTests {
    @Test(arguments: [PluginHostConfiguration.Isolation.process, .host])
    func aDroppedInQueueIntegrationSendsThroughTheAPI(isolation: PluginHostConfiguration.Isolation) async throws {
        let world = PluginWorld(isolation: isolation, plugins: ["\(PluginWorld.productsFolder)/libSQS.so"])
        let outcome = await world.invoke(
            "arn:aws:states:::sqs:sendMessage", #"{"QueueUrl":"http://127.0.0.1/123456789012/q","MessageBody":{"a":1}}"#
        )
        let reply = try JSON.parse(outcome.text)
        #expect(reply["SdkHttpMetadata"]?["HttpStatusCode"] == 200, "\(outcome.text)")
        #expect(outcome.effects.isEmpty)
        let asked = try #require(world.caller.all.first)
        #expect(asked.service == "sqs" && asked.action == "SendMessage" && !asked.preparing)
        #expect(asked.input["MessageBody"] == #"{"a":1}"#)
        #expect(world.host.traits(of: "arn:aws:states:::sqs:sendMessage")?.preparesEffects == false)
    }

    @Test func swiftPluginsRunInTheHostToo() async throws {
        let world = PluginWorld(isolation: .host, stock: PluginWorld.productsFolder)
        #expect(await world.invoke("GenerateBuySellRecommendation", #"{"stock_price":51}"#).text == "\"sell\"")
        #expect(try JSON.parse(await world.invoke("BuyStock", #"{"stock_price":51}"#).text)["price"] == "51")
    }
}
