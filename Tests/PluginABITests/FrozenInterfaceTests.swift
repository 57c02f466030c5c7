import Foundation
import HandlerContract
import JSONTree
import PluginHost
import Synchronization
import Testing

/// What was built for interface 1.0 is served by today's host, in a worker and in the host: binaries as they were, and sources against the
/// header as it was.
@Suite(.serialized) struct FrozenInterfaceTests {
    /// Where a plugin is served.
    private struct Place: CustomTestStringConvertible, Sendable {
        var plugin: FrozenPlugin
        var isolation: PluginHostConfiguration.Isolation
        var testDescription: String { "\(plugin) \(isolation)" }

        static let all = FrozenPlugin.here.flatMap { plugin in
            [PluginHostConfiguration.Isolation.process, .host].map { Place(plugin: plugin, isolation: $0) }
        }

        func world() -> PluginWorld {
            PluginWorld(isolation: isolation, plugins: [plugin.library()]) { $0.limits.cancelGrace = .seconds(30) }
        }
    }

    @Test(
        .enabled(if: FrozenPlugin.runsBinaries, "the frozen binaries are for x86_64"), arguments: FrozenPlugin.binaries)
    func binariesAreSmallNeedNothingAndNameNoPlace(path: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.count <= 64 << 10)
        for word in ["libc.so", "ld-linux", "GLIBC", "/home/", "/root/", "/tmp/", "/usr/"] {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
        }
    }

    @Test(arguments: Place.all) private func everyPartOfTheInterfaceWorks(place: Place) async throws {
        let world = place.world()
        #expect(world.notices.kinds == [.loaded], "\(world.notices.messages)")
        #expect(await world.invoke("Echo", #"{"a": 1}"#).text == #"{"a": 1}"#)
        #expect(await world.invoke("Owned", #"{"a": 1}"#).text == #"[{"a": 1}]"#)
        #expect(await world.invoke("Chunks").text == "[1,2]")
        #expect(await world.invoke("Rules").text == "0")
        #expect(await world.invoke("GivesUp").text == "HandlerFailed: The handler returned status -7")
        let failed = await world.invoke("Fails")
        guard case .functionError(let failure) = failed.result else {
            Issue.record("\(failed.text)")
            return
        }
        #expect(failure.type == "Frozen.OutOfStock" && failure.message == "nothing left")
        #expect(failure.stackJSON == #"["shelf"]"#)
    }

    @Test(arguments: Place.all) private func everyFieldOfACallArrives(place: Place) async throws {
        let outcome = await place.world().invoke("arn:aws:states:::frozen:write", "[7]") {
            $0.waitsForToken = true
            $0.taskToken = "token"
            $0.executionARN = "execution"
            $0.clientContext = Array(#"{"c":1}"#.utf8)
            $0.traceHeader = "Root=1"
            $0.idempotencyKey = "key"
            $0.attempt = 3
        }
        let fields = try JSON.parse(outcome.text)
        #expect(fields["flags"] == 1)
        #expect(fields["request"] == "req-1" && fields["resource"] == "arn:aws:states:::frozen:write")
        #expect(fields["token"] == "token" && fields["execution"] == "execution" && fields["key"] == "key")
        #expect(fields["context"] == ["c": 1] && fields["trace"] == "Root=1" && fields["attempt"] == 3)
        #expect(fields["version"] == "$LATEST" && fields["payload"] == [7])
        #expect((fields["memory"]?.integerValue ?? 0) > 0)
    }

    @Test(arguments: Place.all) private func settingsLogsAndActionsWork(place: Place) async throws {
        let world = place.world()
        world.functions.add("Blue", .installed("Setting")) { $0.environment = ["COLOUR": "blue"] }
        #expect(await world.invoke("Blue").text == "\"blue\"")
        #expect(await world.invoke("Setting").text == "null")
        #expect(await world.invoke("Logs").text == "null")
        #expect(world.log.text(of: "Logs").contains("\treq-1\tWARN\tfrozen\t{\"a\":1}\n"))
        #expect(await world.invoke("Calls", #"{"taskToken":"t"}"#).text == #"{"ok":true}"#)
        let asked = try #require(world.caller.all.last)
        #expect(asked.service == "states" && asked.action == "SendTaskSuccess" && asked.input == ["taskToken": "t"])
        world.caller.answer.withLock {
            $0 = .failure(code: "TaskTimedOut", message: "too late", status: 400, requestID: "r")
        }
        #expect(await world.invoke("Calls").text == "TaskTimedOut: too late")
    }

    @Test(arguments: Place.all) private func anInstanceLivesFromCreateToDestroy(place: Place) async throws {
        let world = place.world()
        #expect(await world.invoke("Counts").text == "[1,1]")
        #expect(await world.invoke("Counts").text == "[1,2]")
        #expect(await world.invoke("Refuses").text.hasPrefix("Frozen.NoDatabase: "))
    }

    @Test(arguments: Place.all) private func aCallThatIsStoppedIsToldWhy(place: Place) async throws {
        let world = place.world()
        let outcome = await withCheckedContinuation { continuation in
            let running = world.host.start(PluginWorld.request("Waits")) { continuation.resume(returning: $0) }
            Task {
                for _ in 0..<12_000 where !world.log.text(of: "Waits").contains("waiting") {
                    try await Task.sleep(for: .milliseconds(5))
                }
                running.cancel(.stopped)
            }
        }
        #expect(outcome.text == #"{"reason":2}"#)
    }
}
