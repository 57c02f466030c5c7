import Foundation
import HandlerContract
import JSONTree
import NewelPluginKit
import PluginHost
import Testing

/// A file in a plugin directory is a function at once; a package is its handlers; functions made by CreateFunction win.
@Suite(.serialized) struct DroppedInTests {
    @Test func aLibraryDroppedInLaterIsAFunctionAtOnce() async throws {
        let world = PluginWorld()
        #expect(await world.invoke("Echo").text.hasPrefix("!ResourceNotFoundException"))
        try FileManager.default.copyItem(atPath: CompiledPlugin.library("echo"), toPath: "\(world.pluginFolder)/e.so")
        #expect(await world.invoke("Echo", "1").text == "1")
        #expect(await world.invoke("arn:aws:lambda:us-east-1:000000000000:function:Echo", "2").text == "2")
        #expect(world.notices.kinds == [.loaded])
        #expect(world.host.installed().map(\.name) == ["Echo"])
    }

    @Test func aReplacedLibraryIsServedFromTheNextWorkerOn() async throws {
        let world = PluginWorld(plugins: []) { $0.limits.scanInterval = .zero }
        let place = "\(world.pluginFolder)/p.so"
        try FileManager.default.copyItem(atPath: CompiledPlugin.library("bad", ["-DNAME=\"P\""]), toPath: place)
        #expect(await world.invoke("P", "5").text == "5")
        try FileManager.default.removeItem(atPath: place)
        try FileManager.default.copyItem(
            atPath: CompiledPlugin.library("bad", ["-DNAME=\"P\"", "-DFLAGS=0x8000"]), toPath: place)
        for _ in 0..<3_000 where !world.notices.kinds.contains(.replaced) {
            _ = await world.invoke("P")
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(world.notices.kinds.first == .loaded && world.notices.kinds.contains(.replaced))
        #expect(await world.invoke("P", "6").text == "6")
    }

    @Test func aBrokenReplacementLeavesTheOldBuildInService() async throws {
        let world = PluginWorld(plugins: []) { $0.limits.scanInterval = .zero }
        let place = "\(world.pluginFolder)/e.so"
        try FileManager.default.copyItem(atPath: CompiledPlugin.library("echo"), toPath: place)
        #expect(await world.invoke("Echo", "1").text == "1")
        try Data("half written".utf8).write(to: URL(fileURLWithPath: place))
        _ = world.host.installed()
        #expect(world.notices.kinds.last == .refused)
        #expect(await world.invoke("Echo", "2").text == "2")
    }

    @Test func aFolderWithAManifestIsItsFunctions() async throws {
        let world = PluginWorld()
        let folder = "\(world.pluginFolder)/orders"
        try FileManager.default.createDirectory(atPath: "\(folder)/lib", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: CompiledPlugin.library("many"), toPath: "\(folder)/lib/orders.so")
        try manifest.write(toFile: "\(folder)/plugin.json", atomically: true, encoding: .utf8)
        #expect(await world.invoke("ProcessOrder", #"{"x":1}"#).text == #"{"x":1}"#)
        #expect(await world.invoke("Coloured").text == #"["red","red"]"#)
        #expect(await world.invoke("Many-Echo").text.hasPrefix("!ResourceNotFoundException"))
        #expect(
            await world.invoke("arn:aws:states:::orders:place").text.contains(
                "\"arn\":\"arn:aws:states:::orders:place\""))
    }

    @Test func aZipIsAFunctionMadeByCreateFunction() async throws {
        let folder = TemporaryFolder.make()
        try FileManager.default.createDirectory(atPath: "\(folder)/lib", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: CompiledPlugin.library("many"), toPath: "\(folder)/lib/orders.so")
        try manifest.write(toFile: "\(folder)/plugin.json", atomically: true, encoding: .utf8)
        let zip = try Zip.pack(folder)
        let world = PluginWorld()
        let package = try world.host.installPackage(zip)
        #expect(package.name == "orders" && package.version == "1.4.0")
        world.functions.add("Made", .package(sha256: package.sha256), handler: "Many-Echo")
        let outcome = await world.invoke("Made", "[4]")
        #expect(outcome.text == "[4]")
        #expect(outcome.buildID == package.sha256)
        // Another process finds it on disk.
        #expect(world.host.storedPackage(package.sha256) == package)
    }

    @Test func aMadeFunctionWinsOverADroppedInOne() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("echo"), CompiledPlugin.library("many")])
        world.functions.add("Echo", .installed("Twice"))
        #expect(await world.invoke("Echo", "[9]").text == "1")
    }

    @Test func oneOfSeveralInAPackageIsNamedWithItsPackage() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")])
        world.functions.add("F", .installed("many/Twice"))
        #expect(await world.invoke("F").text == "1")
        world.functions.add("G", .installed("many"))
        #expect(await world.invoke("G").text.hasPrefix("!ResourceNotFoundException"))
    }

    @Test func changedSettingsTakeEffectWithTheNextCall() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")])
        for colour in ["blue", "green"] {
            world.functions.add("C", .installed("Setting")) { $0.environment = ["COLOUR": colour] }
            #expect(await world.invoke("C").text == "[\"\(colour)\",\"\(colour)\"]")
        }
    }

    @Test func anIdleWorkerLeavesAndTheNextCallGetsANewOne() async throws {
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")]) { $0.limits.idleTime = .milliseconds(50) }
        let pid = try #require(Int32(await world.invoke("Pid").text))
        for _ in 0..<3_000 where kill(pid, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(kill(pid, 0) == -1)
        #expect(await world.invoke("Pid").text != "\(pid)")
    }

    @Test func whatLiesBesideTheExecutableNeverReplacesWhatIsLinkedIn() async throws {
        let stock = TemporaryFolder.make()
        try FileManager.default.copyItem(atPath: CompiledPlugin.library("many"), toPath: "\(stock)/libmany.so")
        let world = PluginWorld(stock: stock)
        let plugin = Plugin(
            "own", version: "1", [Handler(.integration("arn:aws:states:::notes:append*")) { _ in Array("1".utf8) }])
        try world.host.linkIn(plugin.descriptor)
        #expect(await world.invoke("arn:aws:states:::notes:append").text == "1")
        #expect(await world.invoke("Many-Echo", "2").text == "2")
    }

    @Test func aShutdownLeavesNoProcessBehind() async throws {
        let world = PluginWorld(plugins: [CompiledPlugin.library("many")])
        let pid = try #require(Int32(await world.invoke("Pid").text))
        #expect(kill(pid, 0) == 0)
        world.host.shutdown()
        #expect(kill(pid, 0) == -1)
    }

    private let manifest = """
        { "manifestVersion": 1, "name": "orders", "version": "1.4.0", "abi": { "major": 1, "minMinor": 0 },
          "libraries": [ { "os": "linux", "arch": "x86_64", "path": "lib/orders.so" }, { "os": "linux", "arch": "aarch64", "path": "lib/orders.so" } ],
          "functions": [ { "name": "ProcessOrder", "handler": "Many-Echo", "timeoutSeconds": 5 },
                         { "name": "Coloured", "handler": "Setting", "environment": { "COLOUR": "red" } } ],
          "integrations": [ { "pattern": "arn:aws:states:::orders:*", "handler": "arn:aws:states:::notes:append*" } ] }
        """
}

/// Makes zip files the way people do.
enum Zip {
    static func pack(_ folder: String) throws -> [UInt8] {
        let output = "\(TemporaryFolder.make())/package.zip"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", "import shutil,sys; shutil.make_archive(sys.argv[2][:-4], 'zip', sys.argv[1])", folder,
            output,
        ]
        try process.run()
        process.waitUntilExit()
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: output)))
    }
}
