import Foundation
import PluginRuntime
import TestSupport
import Testing

@testable import PluginHost

/// Libraries and descriptors with lies in them end as a reason, in the checks or in a worker; never in the host.
@Suite(.serialized) struct LibraryFuzzTests {
    @Test func thePreflightReadsNothingThatIsNotThere() throws {
        let library = try Self.library
        var passed = 0
        FuzzRun("preflight", count: 5_000).each { chance, seed in
            let bytes = library.make(&chance)
            do throws(PackageProblem) {
                try ELFPreflight.check(bytes, for: ELFPreflight.architecture)
                passed += 1
            } catch {
                #expect(
                    [.badLibrary, .noPlugin].contains(error.code) && !error.message.isEmpty, "seed \(seed): \(error)")
            }
        }
        #expect(passed > 0)
    }

    @Test func whatPassesComesUpInAWorkerOrSaysWhyNot() throws {
        let (library, folder) = (try Self.library, TemporaryFolder.make())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var limits = PluginHostLimits()
        limits.initTime = .milliseconds(500)
        let describer = PluginDescriber(
            workerExecutable: "\(PluginWorld.productsFolder)/newel-worker", limits: limits)
        var (described, refused) = (0, 0)
        try FuzzRun("descriptor", count: 300).each { chance, seed in
            let bytes = library.make(&chance)
            guard (try? ELFPreflight.check(bytes, for: ELFPreflight.architecture)) != nil else { return }
            let path = "\(folder)/\(seed).so"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            defer { unlink(path) }
            do throws(PackageProblem) {
                let description = try describer.describe(path)
                #expect((1...RuntimeLimits.handlersMax).contains(description.handlers.count), "seed \(seed)")
                #expect(description.handlers.allSatisfy { !$0.name.isEmpty }, "seed \(seed)")
                described += 1
                guard let handler = description.handlers.first else { return }
                let entry = StoredPackage.Entry(
                    kind: handler.kind, name: handler.name, handler: handler.name, flags: handler.flags,
                    settings: HandlerSettings())
                let package = StoredPackage(
                    sha256: "", folder: folder, name: "", version: "", library: path, entries: [entry])
                try describer.bringUp(entry, of: package)
            } catch {
                refused += 1
                #expect(error.code == .notDescribable && !error.message.isEmpty, "seed \(seed): \(error)")
            }
        }
        print("fuzz descriptor: \(described) described, \(refused) refused by a worker")
    }

    private static var library: FuzzedLibrary {
        get throws {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: CompiledPlugin.library("bad")))
            let library = FuzzedLibrary([UInt8](bytes))
            try #require(library.isWhole)
            return library
        }
    }
}
