import Glibc
import Testing

/// The priority of this process, as `nice` counts.
private let own = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)

/// How many processors this process may use.
private let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))

/// A call that takes much of the processor lets others go first.
@Suite(.serialized, .enabled(if: own < 10, "this process is as low already"))
struct ProcessorShareTests {
    @Test func whoTakesMuchGivesWayUntilItsCallIsOver() async throws {
        let world = PluginWorld(plugins: [CompiledPlugin.library("grasping")])
        #expect(await world.invoke("Burns", "false").text == "\(own)")
        // It answers when it has been lowered, or never.
        #expect(await world.invoke("Burns", "true").text == "10")
        guard getuid() == 0 else { return }
        var now = await world.invoke("Burns", "false").text
        for _ in 0..<6_000 where now != "\(own)" {
            try await Task.sleep(for: .milliseconds(10))
            now = await world.invoke("Burns", "false").text
        }
        #expect(now == "\(own)")
    }

    @Test(.enabled(if: processors > 1 && getuid() == 0, "there is one processor, or what was lowered stays so"))
    func whoTakesThePlaceOfACrashedOneSharesAProcessorUntilItHasAnswered() async throws {
        let world = PluginWorld(plugins: [CompiledPlugin.library("grasping")])
        #expect(await world.invoke("Processors", "false").text == "\(processors)")
        #expect(await world.invoke("Processors", "true").text.hasPrefix("Runtime.ExitError"))
        #expect(await world.invoke("Processors", "false").text == "1")
        var now = "1"
        for _ in 0..<6_000 where now == "1" {
            try await Task.sleep(for: .milliseconds(10))
            now = await world.invoke("Processors", "false").text
        }
        #expect(now == "\(processors)")
    }
}
