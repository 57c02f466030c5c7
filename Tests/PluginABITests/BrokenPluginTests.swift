import Foundation
import PluginHost
import Testing

/// Broken libraries and descriptors are refused with a reason; none of them reaches a caller, none hurts the host.
@Suite(.serialized) struct BrokenPluginTests {
    @Test(arguments: [
        ("-DMAGIC=0", "magic"), ("-DSIZE=0", "0 bytes"), ("-DSIZE=0xFFFFFFFF", "4294967295 bytes"),
        ("-DABI=0x00020000", "version 2.0"),
        ("-DMIN_HOST=0x00010001", "at least 1.1"), ("-DCOUNT=0xFFFFFFFF", "4294967295 handlers"),
        ("-DCOUNT=0", "0 handlers"),
        ("-DHANDLER_SIZE=0", "0 bytes"), ("-DHANDLER_SIZE=0x7FFFFFFF", "2147483647 bytes"),
        ("-DKIND=7", "unknown kind"),
        ("-DFLAGS=0x10000", "unknown flags"), ("-DINVOKE=NULL", "no invoke"), ("-DNAME=NULL", "no name"),
        ("-DNAME=\"\\xff\\xfe\"", "UTF-8"),
        ("-DLIST={NULL}", "is NULL"), ("-DRETURN=NULL", "refuses this host"), ("-DFIRST=abort()", "signal: aborted"),
        ("-DFIRST=_exit(0)", "ends its process"), ("-DCONSTRUCTOR=abort()", "signal: aborted"),
        ("-DMISSING", "this_symbol_is_nowhere"),
        ("-DRETURN=(const newel_plugin *)8", "segmentation fault"),
    ])
    func aBrokenDescriptorIsRefusedWithItsReason(option: String, reason: String) async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("bad", [option])])
        #expect(world.notices.kinds == [.refused])
        #expect(world.notices.messages.first?.contains(reason) == true, "\(world.notices.messages)")
        #expect(await world.invoke("Bad").text.hasPrefix("!ResourceNotFoundException"))
    }

    @Test func twoHandlersOfOneNameAreRefused() {
        let world = PluginWorld(plugins: [CompiledPlugin.library("bad", ["-DLIST={&handler, &handler}", "-DCOUNT=2"])])
        #expect(world.notices.messages.first?.contains("two handlers are named Bad") == true)
    }

    @Test func aConstructorThatHangsIsGivenUp() {
        let world = PluginWorld(plugins: [CompiledPlugin.library("bad", ["-DCONSTRUCTOR=for (;;) pause()"])]) {
            $0.limits.initTime = .milliseconds(300)
        }
        #expect(world.notices.messages.first?.contains("does not come up in time") == true)
    }

    @Test func flagsOfLaterVersionsBelowSixteenAreIgnored() async {
        let world = PluginWorld(plugins: [
            CompiledPlugin.library("bad", ["-DFLAGS=0x8000", "-DHANDLER_SIZE=(sizeof(newel_handler)+8)"])
        ])
        #expect(await world.invoke("Bad", "[2]").text == "[2]")
    }

    @Test func everyTruncationIsRefused() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: CompiledPlugin.library("echo")))
        let world = PluginWorld()
        for count in Swift.stride(from: 0, to: whole.count, by: 61) {
            #expect(throws: PackageProblem.self, "at \(count)") {
                try world.host.installPackage([UInt8](whole.prefix(count)))
            }
        }
        #expect(throws: PackageProblem.self) { try world.host.installPackage([UInt8](whole.dropLast())) }
    }

    @Test func noFlippedHeaderByteHurtsTheHost() async throws {
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: CompiledPlugin.library("echo"))))
        let world = PluginWorld { $0.limits.initTime = .milliseconds(500) }
        let segments = 64 + 56 * Int(whole[56])
        for offset in 0..<segments {
            var flipped = whole
            flipped[offset] ^= 0xFF
            // Either it is refused, or what was flipped does not matter: then it must work.
            guard let package = try? world.host.installPackage(flipped) else { continue }
            world.functions.add("Flipped\(offset)", .package(sha256: package.sha256)) { $0.timeoutSeconds = 1 }
            let text = await world.invoke("Flipped\(offset)", "[3]").text
            #expect(
                text == "[3]" || text.contains("Runtime.") || text.hasPrefix("Sandbox.Timedout"),
                "byte \(offset): \(text)")
        }
    }

    @Test func aLibraryWithAMissingDependencySaysWhich() throws {
        let folder = TemporaryFolder.make()
        try FileManager.default.copyItem(atPath: CompiledPlugin.library("echo"), toPath: "\(folder)/libgone.so")
        let library = CompiledPlugin.library("bad", ["-Wl,--no-as-needed", "-L\(folder)", "-lgone"])
        try FileManager.default.removeItem(atPath: folder)
        let world = PluginWorld(plugins: [library])
        #expect(world.notices.messages.first?.contains("libgone.so") == true, "\(world.notices.messages)")
    }

    @Test func whatIsNoLibraryIsRefused() {
        let world = PluginWorld()
        #expect(throws: PackageProblem.self) { try world.host.installPackage(Array("#!/bin/sh\n".utf8)) }
        #expect(throws: PackageProblem.self) {
            try world.host.installPackage([UInt8](Data(contentsOf: URL(fileURLWithPath: "/bin/sh"))))
        }
        #expect(throws: PackageProblem.self) { try world.host.installPackage([]) }
    }
}
