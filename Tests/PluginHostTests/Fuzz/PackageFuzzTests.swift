import JSONTree
import TestSupport
import Testing

@testable import PluginHost

/// Zips and manifests made by chance are read or refused; what is read keeps every rule.
struct PackageFuzzTests {
    @Test func aZipIsReadByTheRulesOrRefused() {
        var limits = PluginHostLimits()
        (limits.packageBytesMax, limits.unpackedBytesMax, limits.packageFilesMax) = (1 << 20, 1 << 20, 64)
        FuzzRun("zip", count: 5_000).each { chance, seed in
            let bytes = FuzzedZip.make(&chance)
            do throws(PackageProblem) {
                let archive = try ZipArchive(bytes, limits: limits)
                let paths = archive.entries.map(\.path)
                #expect(paths.allSatisfy(PackagePath.isSafe), "seed \(seed)")
                #expect(Set(paths).count == paths.count && paths.count <= 64, "seed \(seed)")
                #expect(!paths.contains { path in paths.contains { $0.hasPrefix(path + "/") } }, "seed \(seed)")
                #expect(archive.entries.reduce(0) { $0 + $1.unpackedCount } <= limits.unpackedBytesMax, "seed \(seed)")
                for entry in archive.entries {
                    let count = try archive.contents(of: entry).count
                    #expect(count == entry.unpackedCount, "seed \(seed)")
                }
            } catch {
                #expect(
                    !error.message.isEmpty && [.badArchive, .tooLarge].contains(error.code), "seed \(seed): \(error)")
            }
            // The whole way of an upload.
            do throws(PackageProblem) { _ = try PackageReader(uploaded: bytes, limits: limits) } catch {
                #expect(!error.message.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test func aManifestIsReadByTheRulesOrRefused() {
        FuzzRun("manifest", count: 5_000).each { chance, seed in
            var bytes = Self.manifest(&chance).bytes
            if chance.isOnce(in: 4) { chance.damage(&bytes, times: 1 + chance.below(4)) }
            do throws(PackageProblem) {
                let manifest = try PackageManifest(bytes)
                #expect(!manifest.name.isEmpty && !manifest.entries.isEmpty, "seed \(seed)")
                #expect(manifest.libraries.allSatisfy { PackagePath.isSafe($0.path) }, "seed \(seed)")
                for (index, entry) in manifest.entries.enumerated() {
                    #expect(
                        !entry.name.isEmpty && (1...900).contains(entry.settings.timeoutSeconds ?? 3), "seed \(seed)")
                    #expect((128...10_240).contains(entry.settings.memoryMB), "seed \(seed)")
                    let twins = manifest.entries[..<index].filter { $0.kind == entry.kind && $0.name == entry.name }
                    #expect(twins.isEmpty, "seed \(seed)")
                }
            } catch {
                #expect(error.code == .badManifest && !error.message.isEmpty, "seed \(seed): \(error)")
            }
        }
    }

    /// A sound manifest with some of its values replaced, left out or doubled.
    private static func manifest(_ chance: inout FuzzChance) -> JSON {
        var tree = sound
        for _ in 0..<chance.below(5) { tree = changed(tree, &chance) }
        return tree
    }

    private static func changed(_ tree: JSON, _ chance: inout FuzzChance) -> JSON {
        switch tree {
        case .object(let members) where !members.isEmpty && !chance.isOnce(in: 8):
            let chosen = chance.below(members.count)
            var next: [(String, JSON)] = []
            for (index, member) in members.enumerated() {
                guard index == chosen else {
                    next.append((member.key, member.value))
                    continue
                }
                switch chance.below(8) {
                case 0: continue
                case 1: next.append((chance.one(of: ["name", "path", "size", ""]), member.value))
                default: next.append((member.key, changed(member.value, &chance)))
                }
            }
            return .object(JSONObject(next))
        case .array(let items) where !items.isEmpty && !chance.isOnce(in: 8):
            var items = items
            let chosen = chance.below(items.count)
            switch chance.below(5) {
            case 0: items.remove(at: chosen)
            case 1: items.append(items[chosen])
            default: items[chosen] = changed(items[chosen], &chance)
            }
            return .array(items)
        default: return chance.one(of: values)
        }
    }

    private static let values: [JSON] = [
        .null, true, false, 0, 1, -1, 3, 128, 901, .integer(.max), .integer(.min), .double(1e300), .double(0.5), "",
        "x",
        "../x", "/x", "arn:aws:states:::x:*", "linux", "x86_64", "aarch64", "mips", "host", [], [[]], [:],
        ["name": "x"],
        ["name": "Price", "handler": ""], ["path": "lib/a.so"], .string(String(repeating: "long", count: 500)),
        "a\u{0}b",
    ]

    private static let sound: JSON = [
        "manifestVersion": 1, "name": "orders", "version": "1.4.0", "abi": ["major": 1, "minMinor": 0],
        "libraries": [
            ["os": "linux", "arch": "x86_64", "path": "lib/x86_64/orders.so", "sha256": "00"],
            ["os": "linux", "arch": "aarch64", "path": "lib/aarch64/orders.so"],
        ],
        "isolation": "process",
        "functions": [
            [
                "name": "ProcessOrder", "handler": "process_order", "timeoutSeconds": 3, "memoryMB": 128,
                "reservedConcurrency": 4, "environment": ["TABLE": "orders"], "onHostCrash": "retry",
            ], ["name": "Price"],
        ],
        "integrations": [["pattern": "arn:aws:states:::orders:*", "handler": "orders"]],
    ]
}
