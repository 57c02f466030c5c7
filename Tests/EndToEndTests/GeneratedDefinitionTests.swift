import Foundation
import TestSupport
import Testing

/// Definitions made by chance, run by the executable with functions of a plugin.
@Suite(.serialized, .enabled(if: Script.canRun, Script.advice))
struct GeneratedDefinitionTests {
    @Test(arguments: Seeds.parts(of: 16, in: 1))
    func runsOfTheExecutableRepeat(seeds: ClosedRange<UInt64>) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "newel-generated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a temporary folder may stay
        var means = RandomDefinition.Means()
        (means.hasTokens, means.hasSilence) = (false, false)
        // There is no function `missing`.
        means.functions = ["f", "g", "f", "g", "missing"].map { "arn:aws:lambda:us-east-1:000000000000:function:\($0)" }
        for seed in seeds {
            let definition = RandomDefinition(seed: seed, means: means)
            let path = folder.appending(path: "seed-\(seed).json")
            try Data(definition.text.utf8).write(to: path)
            try Data(definition.input.utf8).write(to: path.appendingPathExtension("input"))
        }
        let ending = Script(name: "generated", limit: .seconds(600), settings: ["DEFINITIONS": folder.path]).run()
        #expect(ending.isGood, "\(ending.report)")
    }
}
