import CNewelSpawn
import Foundation
import PluginHost
import Testing

/// What a function may touch, and what it may not.
@Suite(.serialized) struct IsolationTests {
    private static let world = PluginWorld(plugins: [CompiledPlugin.library("grasping")])
    private var world: PluginWorld { Self.world }

    private static let denied = "\(EACCES)"

    /// Whether workers have a `/tmp` of their own here, in which nothing of the machine's is.
    private static let ownsTemporary = newel_try(Int32(NEWEL_TRY_TEMPORARY)) == 1

    /// What a function meets that may not touch a path: it is refused, or, below a `/tmp` that it does not see, not there.
    private static func isOutOfReach(_ answer: String, _ path: String) -> Bool {
        answer == denied || ownsTemporary && path.hasPrefix("/tmp/") && answer == "\(ENOENT)"
    }

    @Test(arguments: [
        "/usr/lib", "/etc/resolv.conf", "/etc/passwd", "/proc/self/status", "/dev/urandom", "/dev/null", "/etc/ssl",
    ])
    func everyFunctionReadsWhatProgramsNeed(path: String) async {
        #expect(await world.invoke("Reads", "\"\(path)\"").text == "0")
    }

    /// Swift's concurrency ends a process whose threads cannot be looked at by their numbers.
    @Test func threadsMayBeLookedAt() async {
        #expect(await world.invoke("Threads", "null").text == "0")
    }

    @Test func othersFilesCannotBeRead() async throws {
        let secrets = [
            world.folder, "\(world.folder)/data", "\(world.folder)/data/plugins", TemporaryFolder.make(), "/tmp",
        ].map {
            "\($0)/secret-\(getpid())"
        }
        for secret in secrets { try "secret".write(toFile: secret, atomically: true, encoding: .utf8) }
        defer { unlink("/tmp/secret-\(getpid())") }
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/root"
        for path in secrets + [
            "\(world.folder)/data/scratch", home, "/", "/etc/shadow", "/proc", "/proc/1", "/proc/1/environ",
        ]
        where access(path, F_OK) == 0 {
            #expect(Self.isOutOfReach(await world.invoke("Reads", "\"\(path)\"").text, path), "\(path)")
        }
    }

    @Test func nothingOutsideCanBeWritten() async {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/root"
        for folder in [
            world.folder, "\(world.folder)/data/plugins", home, "/tmp", "/usr/lib", "/etc", "/dev/shm", "/var/tmp",
        ]
        where access(folder, F_OK) == 0 {
            let answer = await world.invoke("Writes", "\"\(folder)/newel-grasped\"").text
            // In a /tmp of its own it may write where others have something else.
            let isOwn = Self.ownsTemporary && (folder == "/tmp" || folder.hasPrefix("/tmp/"))
            #expect(answer == Self.denied || isOwn, "\(folder)")
            #expect(access("\(folder)/newel-grasped", F_OK) != 0)
        }
        #expect(await world.invoke("Writes", "\"/dev/null\"").text == "0")
    }

    @Test func theFolderForTemporaryFilesGoesWithItsWorker() async throws {
        let world = PluginWorld(plugins: [CompiledPlugin.library("grasping")]) {
            $0.limits.idleTime = .milliseconds(300)
        }
        let folder = await world.invoke("Scratches").text.replacingOccurrences(of: "\"", with: "")
        let scratch = "\(world.folder)/data/scratch"
        #expect(Self.ownsTemporary ? folder == "/tmp" : folder.hasPrefix("\(scratch)/worker-"))
        try await eventually { (try? FileManager.default.contentsOfDirectory(atPath: scratch))?.isEmpty == true }
    }

    @Test func grantsOpenWhatTheyName() async throws {
        let shared = TemporaryFolder.make()
        try "x".write(toFile: "\(shared)/file", atomically: true, encoding: .utf8)
        let package = try package(
            """
            {"name": "Reads", "files": ["ro:\(shared)", "ro:data"]}, {"name": "Writes", "files": ["rw:\(shared)"]}, {"name": "Relative"}
            """)
        let world = PluginWorld { $0.pluginDirectories = [package] }
        #expect(await world.invoke("Reads", "\"\(shared)/file\"").text == "0")
        #expect(await world.invoke("Writes", "\"\(shared)/file\"").text == "0")
        let other = "\(world.folder)/file"
        #expect(await world.invoke("Writes", "\"\(other)\"").text == Self.denied || Self.ownsTemporary)
        #expect(access(other, F_OK) != 0)
        // A function stands in its package, as on Lambda.
        #expect(await world.invoke("Relative").text == "0")
    }

    @Test func processesNeedAWordInTheManifest() async throws {
        #expect(await world.invoke("Forks").text == "0")
        #expect(await world.invoke("Runs").text == "-1")
        let package = try package(
            """
            {"name": "Runs", "sandbox": {"processes": true}}, {"name": "LeavesBehind", "sandbox": {"processes": true}},
            {"name": "Network", "sandbox": {"network": false, "localSockets": true}}
            """)
        let world = PluginWorld {
            $0.pluginDirectories = [package]
            $0.limits.idleTime = .milliseconds(100)
        }
        #expect(await world.invoke("Runs").text == "42\n")
        #expect(await world.invoke("Network").text == "2")
        // What it leaves behind ends with it.
        let left = try #require(pid_t(await world.invoke("LeavesBehind").text))
        try await eventually { kill(left, 0) != 0 }
    }

    @Test func theNetworkIsThereAndLocalSocketsAreNot() async {
        #expect(await world.invoke("Network").text == "1")
    }

    @Test func nothingOfOtherProcessesOrTheMachineIsInReach() async {
        #expect(await world.invoke("Forbidden").text == "[]")
    }

    @Test func descriptorsRunOutForWhoLeaksThem() async {
        var texts: [String] = []
        for _ in 0..<4 { texts.append(await world.invoke("Leaks").text) }
        #expect(texts.last == "\(EMFILE)" && texts.first == "0")
        #expect(await world.invoke("Network").text == "1")
    }

    @Test func sharedMemoryCannotHurtTheHost() async {
        #expect(await world.invoke("TruncatesShared").text == "\(EPERM)")
        #expect(await world.invoke("ForgesShared").text.hasSuffix("Runtime exited with error: signal: killed"))
        #expect(await world.invoke("Network").text == "1")
    }

    @Test(arguments: [("Throws", "aborted"), ("Multiplies", "killed")])
    func whatNoWorkerMayDoEndsIt(name: String, signal: String) async {
        let text = await world.invoke(name).text
        #expect(text == "Runtime.ExitError: RequestId: req-1 Error: Runtime exited with error: signal: \(signal)")
        #expect(await world.invoke("Network").text == "1")
    }

    /// `newel doctor` asks the same.
    @Test(arguments: [
        NEWEL_TRY_FILES, NEWEL_TRY_CALLS, NEWEL_TRY_DEATH_SIGNAL, NEWEL_TRY_CRASH_REPORT, NEWEL_TRY_EXECUTE_ONCE,
    ])
    func everyMechanismHolds(number: Int) { #expect(newel_try(Int32(number)) == 1) }

    @Test func aCrashIsTracedInTheLog() async {
        let outcome = await world.invoke("Crashes")
        #expect(outcome.text.hasSuffix("Runtime exited with error: signal: segmentation fault"))
        let log = world.log.text(of: "Crashes")
        #expect(log.contains("Crash: segmentation fault at address 0x8\n    crash_here+0x"), "\(log)")
        #expect(log.contains("\n    crashes+0x"))
        #expect(log.contains(".so\n"))
    }

    /// Waits until something is so, which takes as long as the machine needs.
    private func eventually(_ condition: () -> Bool) async throws {
        for _ in 0..<6_000 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
        #expect(condition())
    }

    /// A folder of packages with one whose manifest lists these functions.
    private func package(_ functions: String) throws -> String {
        let folder = TemporaryFolder.make()
        let package = "\(folder)/grasping"
        try FileManager.default.createDirectory(atPath: package, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: CompiledPlugin.library("grasping"), toPath: "\(package)/libgrasping.so")
        let manifest = """
            {"manifestVersion": 1, "name": "grasping", "libraries": [{"arch": "\(Self.architecture)", "path": "libgrasping.so"}],
             "functions": [\(functions)]}
            """
        try manifest.write(toFile: "\(package)/plugin.json", atomically: true, encoding: .utf8)
        return folder
    }

    #if arch(arm64)
    private static let architecture = "aarch64"
    #else
    private static let architecture = "x86_64"
    #endif
}
