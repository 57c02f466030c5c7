import Foundation
import HandlerContract
import PluginHost
import ResourceNames
import Synchronization
import Testing

/// Builds of a dropped-in package: probed before they are served, kept, rolled back by hand and after a crash.
@Suite(.serialized) struct BuildTests {
    @Test(arguments: [
        (inProbe: "newel_fail(h, v, \"NotReady\", \"no table\")", reason: "its probe fails: NotReady: no table"),
        (inProbe: "(usleep(9000000), 0)", reason: "its probe is late: no answer within 200 ms"),
        (inProbe: "(raise(SIGSEGV), 0)", reason: "signal: segmentation fault"),
        (inProbe: "newel_complete_text(h, v, \"{\")", reason: "its probe fails: Runtime.MarshalError"),
        (
            inProbe: "(puts(\"no disk\"), fflush(stdout), newel_fail(h, v, \"E\", \"m\"))",
            reason: "(it printed: no disk)"
        ),
        (inProbe: "ask(h, v)", reason: "its probe fails: Asked: in vain"),
    ])
    func aBuildWhoseProbeFailsIsRefusedAndTheOldOneGoesOn(inProbe: String, reason: String) async throws {
        let world = PluginWorld { $0.limits.scanInterval = .zero }
        try world.drop(build: 1, probe: 60_000)
        #expect(await world.invoke("Build").text == "1")
        try world.drop(build: 2, probe: inProbe.contains("usleep") ? 200 : 60_000, ["-DIN_PROBE=\(inProbe)"])
        _ = world.host.installed()
        #expect(world.notices.kinds == [.loaded, .refused])
        let message = try #require(world.notices.messages.last)
        #expect(message.contains(reason) && message.hasSuffix("; the build before it goes on"), "\(message)")
        #expect(await world.invoke("Build").text == "1")
        #expect(world.caller.all.isEmpty)
        try world.drop(build: 3, probe: 60_000)
        #expect(await world.eventually("Build", "3") == "3")
    }

    @Test func aFirstBuildWhoseProbeFailsIsNoFunction() async throws {
        let world = PluginWorld()
        try world.drop(build: 1, probe: 60_000, ["-DIN_PROBE=newel_fail(h, v, \"E\", \"m\")"])
        #expect(await world.invoke("Build").text.hasPrefix("!ResourceNotFoundException"))
        #expect(world.notices.kinds == [.refused])
    }

    @Test func threeBuildsAreKeptAndOneStepLeadsBack() async throws {
        let world = PluginWorld { $0.limits.scanInterval = .zero }
        for version in 1...4 { try await world.take(build: version) }
        let package = try #require(try await world.host.inventory().packages.first)
        #expect(package.handlers == ["Build"] && package.builds.builds.count == 3)
        #expect(package.builds.active == package.builds.builds[0].sha256)

        let back = try await world.host.rollBack("Build", to: nil)
        #expect(back.builds.active == back.builds.builds[1].sha256)
        #expect(await world.invoke("Build").text == "3")
        _ = world.host.installed()
        #expect(await world.invoke("Build").text == "3", "the file is not taken again")
        _ = try await world.host.rollBack("build.so", to: String(package.builds.builds[2].sha256.prefix(8)))
        #expect(await world.invoke("Build").text == "2")
        await #expect(throws: PackageProblem.self) { try await world.host.rollBack("Build", to: nil) }
        await #expect(throws: PackageProblem.self) { try await world.host.rollBack("Build", to: "no-such") }
        await #expect(throws: PackageProblem.self) { try await world.host.rollBack("Other", to: nil) }

        // Another process knows it too, and a newer file ends it.
        let next = PluginWorld(after: world) { $0.limits.scanInterval = .zero }
        #expect(await next.invoke("Build").text == "2")
        try await next.take(build: 5)
        #expect(next.notices.kinds == [.loaded, .replaced], "\(next.notices.messages)")
    }

    @Test func aFreshBuildThatCrashesIsRolledBackOnceAndNotTakenAgain() async throws {
        let world = PluginWorld { $0.limits.scanInterval = .zero }
        for version in 1...2 { try await world.take(build: version) }
        #expect(await world.invoke("Build", #""fail""#).text == "Told: as it was told")
        #expect(await world.invoke("Build").text == "2", "an error of the handler's own is no crash")
        #expect(await world.invoke("Build", #""crash""#).text.contains("signal: aborted"))
        #expect(await world.eventually("Build", "1") == "1")
        #expect(world.notices.kinds == [.loaded, .replaced, .rolledBack])
        #expect(world.notices.messages.last?.contains("signal: aborted") == true)
        // The same bytes again, and a crash of the build that was put back: neither changes anything.
        try world.drop(build: 2)
        _ = world.host.installed()
        for _ in 0..<3 { #expect(await world.invoke("Build", #""crash""#).text.contains("signal: aborted")) }
        _ = try await world.host.inventory()
        #expect(await world.invoke("Build").text == "1")
        #expect(world.notices.kinds == [.loaded, .replaced, .rolledBack])
        #expect(try await world.host.inventory().packages[0].builds.builds[0].crash == "signal: aborted")
        try await world.take(build: 3)
    }

    @Test func aBuildThatHasProvedItselfStays() async throws {
        let now = Mutex<Int64>(1_700_000_000_000_000_000)
        let world = PluginWorld { configuration in
            configuration.limits.scanInterval = .zero
            configuration.limits.freshCallsMax = 3
            configuration.wallClock = { now.withLock { $0 } }
        }
        for version in 1...2 { try await world.take(build: version) }
        for _ in 0..<3 { #expect(await world.invoke("Build").text == "2") }
        #expect(await world.invoke("Build", #""crash""#).text.contains("aborted"))
        _ = try await world.host.inventory()
        #expect(await world.invoke("Build").text == "2", "by its calls")
        try await world.take(build: 3)
        now.withLock { $0 += 601_000_000_000 }
        #expect(await world.invoke("Build", #""crash""#).text.contains("aborted"))
        _ = try await world.host.inventory()
        #expect(await world.invoke("Build").text == "3", "by its age")
    }

    @Test func aCallUnderWayEndsWithTheBuildItBeganWith() async throws {
        let world = PluginWorld { $0.limits.scanInterval = .zero }
        try await world.take(build: 1)
        let (begun, begin) = AsyncStream<Void>.makeStream()
        async let slow = world.invoke("Build", #""wait""#) { $0.onHandover = { begin.finish() } }
        for await _ in begun {}
        try await world.take(build: 2)
        #expect(await slow.text == "1")
    }

    @Test func aBuildThatIsThereAtTheStartIsTakenOnlyIfItComesUp() async throws {
        let world = PluginWorld { $0.limits.scanInterval = .zero }
        try await world.take(build: 1)
        world.host.shutdown()
        try Data("torn".utf8).write(to: URL(fileURLWithPath: "\(world.pluginFolder)/build.so"))
        let next = PluginWorld(after: world)
        #expect(await next.invoke("Build").text == "1")
        #expect(next.notices.kinds == [.refused])
    }

    @Test func whatNothingRefersToLeavesTheStore() async throws {
        let world = PluginWorld { $0.limits.scanInterval = .zero }
        for version in 1...5 { try await world.take(build: version) }
        let kept = Set(try await world.host.inventory().packages[0].builds.builds.map(\.sha256))
        let made = try world.host.installPackage(
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: CompiledPlugin.library("echo")))))
        world.functions.add("Made", .package(sha256: made.sha256))
        world.host.shutdown()
        #expect(world.stored.count == 6)
        // What was replaced a moment ago may still be on its way to a worker; the next process knows better.
        let next = PluginWorld(after: world) { _ in }
        for _ in 0..<6_000 where next.stored != kept.union([made.sha256]) {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(next.stored == kept.union([made.sha256]))
        #expect(await next.invoke("Made", "7").text == "7")
        #expect(await next.invoke("Build").text == "5")
    }
}

extension PluginWorld {
    /// Packages in the content store.
    var stored: Set<String> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/data/plugins")) ?? []
        return Set(names.filter { $0.count == 64 })
    }

    /// Puts a build in the folder, whole: bare, or as a package with a probe.
    func drop(build version: Int, probe milliseconds: Int? = nil, _ options: [String] = []) throws {
        let library = CompiledPlugin.library("build", ["-DVERSION=\"\(version)\"", "-D_GNU_SOURCE"] + options)
        let name = milliseconds == nil ? "build.so" : "build"
        let staged = "\(folder)/staged-\(UUID().uuidString)"
        if let milliseconds {
            try FileManager.default.createDirectory(atPath: staged, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: library, toPath: "\(staged)/build.so")
            let manifest = """
                {"manifestVersion":1,"name":"build","libraries":[{"path":"build.so"}],
                 "functions":[{"name":"Build","probe":{"event":{"dryRun":true},"timeoutMs":\(milliseconds)}}]}
                """
            try manifest.write(toFile: "\(staged)/plugin.json", atomically: true, encoding: .utf8)
        } else {
            try FileManager.default.copyItem(atPath: library, toPath: staged)
        }
        let target = "\(pluginFolder)/\(name)"
        if milliseconds != nil { try? FileManager.default.removeItem(atPath: target) }
        #expect(rename(staged, target) == 0)
    }

    /// Drops a build and waits until it is served.
    func take(build version: Int) async throws {
        try drop(build: version)
        #expect(await eventually("Build", "\(version)") == "\(version)")
    }

    /// What a function answers once it answers that, or after a minute.
    func eventually(_ name: String, _ expected: String) async -> String {
        var text = await invoke(name).text
        for _ in 0..<3_000 where text != expected {
            // The watcher, or the next look, has yet to see it.
            try? await Task.sleep(for: .milliseconds(20))
            text = await invoke(name).text
        }
        return text
    }
}
