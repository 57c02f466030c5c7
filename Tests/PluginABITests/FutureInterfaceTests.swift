import Foundation
import HandlerContract
import PluginHost
import Testing

/// Versions that differ by their minor number get along both ways; what cannot be understood is refused with its reason.
@Suite(.serialized) struct FutureInterfaceTests {
    @Test func aPluginOfALaterVersionRunsHere() async {
        let world = PluginWorld(plugins: [FrozenPlugin.ofTheFuture.library()])
        #expect(world.notices.kinds == [.loaded], "\(world.notices.messages)")
        // Its structures are longer, its flags unknown, and it finds nothing newer in the host's.
        #expect(await world.invoke("Rules").text == "0")
        #expect(await world.invoke("Fails").text == "Frozen.OutOfStock: nothing left")
        #expect(await world.invoke("Counts").text == "[1,1]")
    }

    @Test(arguments: FrozenPlugin.here) func aPluginOfThisVersionRunsInALaterHost(plugin: FrozenPlugin) {
        let ended = Compiler.run([Self.futureHost, plugin.library()])
        #expect(ended.status == 0, "\(ended.output)")
        let fields =
            #"{"flags":2,"request":"r1","resource":"arn","version":"$LATEST","token":"","execution":"","context":null,"#
            + #""trace":"","key":"","memory":0,"attempt":1,"payload":{"stock_price":37}}"#
        let later = plugin == .ofTheFuture ? " (of a later version)" : ""
        let expected = [
            #"Echo 0 {"stock_price":37}"#, #"Owned 0 [{"stock_price":37}]"#,
            "Fails 0 Frozen.OutOfStock: nothing left\(later)",
            "Chunks 0 [1,2]", #"Setting 0 "blue""#, "Rules 0 0", "Logs log 3 frozen {\"a\":1}", "0 null",
            #"Calls 0 {"ok":true}"#, "Waits log 2 waiting ", #"0 {"reason":2}"#, "Counts 0 [1,1]", "log 2 quiesced ",
            "log 2 destroyed ",
            "Refuses does not start: Frozen.NoDatabase", "GivesUp -7 not ended",
        ]
        var lines = ended.output.split(separator: "\n").map(String.init)
        // Members come in the order of the source's language.
        let withFields = lines.filter { $0.hasPrefix("Fields ") || $0.hasPrefix("arn:") }
        lines.removeAll { withFields.contains($0) }
        #expect(lines == expected, "\(ended.output)")
        #expect(withFields.count == 2)
        for line in withFields {
            #expect(members(line) == members(fields), "\(line)")
        }
    }

    @Test(.enabled(if: PluginWorld.hasStockPlugins)) func aPluginOfTheKitRunsInALaterHost() {
        let library = "\(PluginWorld.productsFolder)/libGenerateBuySellRecommendation.so"
        let ended = Compiler.run([Self.futureHost, library])
        #expect(ended.output == "GenerateBuySellRecommendation 0 \"buy\"\n")
        #expect(ended.status == 0)
    }

    @Test(arguments: [
        ("-DABI=0x00020000", "made for version 2.0 of the interface"),
        ("-DPLUGIN_FLAGS=0x10000", "unknown plugin flags"), ("-DPLUGIN_FLAGS=0x80000001", "unknown plugin flags"),
        ("-DHANDLER_FLAGS=0x10000", "handler 0 has unknown flags"),
        ("-DHANDLER_FLAGS=0x80000000", "handler 0 has unknown flags"),
    ])
    func whatThisHostCannotUnderstandIsRefusedWithItsReason(option: String, reason: String) async {
        for options in [[option], [option, "-DFUTURE"]] {
            let header = options.count == 1 ? Compiler.headers.path : FutureHeader.folder
            let world = PluginWorld(plugins: [FrozenPlugin.inC(header: header, options)])
            #expect(world.notices.kinds == [.refused])
            #expect(world.notices.messages.first?.contains(reason) == true, "\(world.notices.messages)")
            #expect(await world.invoke("Echo").text.hasPrefix("!ResourceNotFoundException"))
        }
    }

    /// Members without order, so that what a handler says can be compared whatever its language.
    private func members(_ line: String) -> NSDictionary? {
        let text = line.drop { $0 != "{" }
        return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? NSDictionary
    }

    /// A program that is a later host; see `future_host.c`.
    private static let futureHost: String = Compiler.library([
        Compiler.c, "-O1", "-Wall", "-Werror", "-I", FutureHeader.folder,
        FrozenPlugin.folder.appending(path: "future_host.c").path, "-ldl",
    ])
}
