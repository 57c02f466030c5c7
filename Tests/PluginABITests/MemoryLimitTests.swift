import Foundation
import PluginHost
import Testing

/// A function has the memory it was given, and its report says what it took.
@Suite(.serialized) struct MemoryLimitTests {
    private static let world = PluginWorld(plugins: [CompiledPlugin.library("grasping")]) {
        $0.limits.memoryBaseMB = 16
    }
    private var world: PluginWorld { Self.world }

    @Test(arguments: ["Allocates", "AllocatesAtStart"])
    func whoTakesMoreIsKilled(name: String) async {
        world.functions.add(name + "128", .installed(name))
        let outcome = await world.invoke(name + "128")
        #expect(
            outcome.text == "Runtime.OutOfMemory: RequestId: req-1 Error: Runtime exited with error: signal: killed")
        #expect(await world.invoke("Network").text == "1")
    }

    @Test func theReportSaysAllWasTaken() async {
        world.functions.add("Report", .installed("Allocates"))
        _ = await world.invoke("Report")
        try? await eventually { world.log.text(of: "Report").contains("REPORT") }
        let log = world.log.text(of: "Report")
        #expect(log.contains("Memory Size: 128 MB\tMax Memory Used: 128 MB"), "\(log)")
        #expect(log.contains("Status: error\tError Type: Runtime.OutOfMemory"), "\(log)")
    }

    @Test func alsoWithoutACall() async throws {
        let pid = try #require(pid_t(await world.invoke("AllocatesLater").text))
        try await eventually { kill(pid, 0) != 0 }
    }

    @Test func theReportKnowsThePeak() async throws {
        world.functions.add("Peak", .installed("Peaks")) { $0.memoryMB = 256 }
        #expect(await world.invoke("Peak").text == "0")
        try await eventually { world.log.text(of: "Peak").contains("REPORT") }
        let used = try #require(world.log.text(of: "Peak").firstMatch(of: /Max Memory Used: (\d+) MB/)?.1)
        #expect((64...128).contains(Int(used) ?? 0), "\(used)")
    }

    private func eventually(_ condition: () -> Bool) async throws {
        for _ in 0..<6_000 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
        #expect(condition())
    }
}
