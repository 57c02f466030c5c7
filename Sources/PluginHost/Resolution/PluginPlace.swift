import Platform
import PluginRuntime

/// A directory in which plugins lie.
struct PluginPlace: Sendable {
    /// Lower ranks are stronger.
    let rank: Int
    let folder: String
    let origin: InstalledHandler.Origin

    /// How long a build must have been left alone before it is taken.
    static let settleNanoseconds = 150_000_000
    /// For how many such whiles a look waits.
    private static let settleRounds = 10
    /// A file somebody has open for writing all the time is taken once it has not changed for so long.
    private static let heldOpenNanoseconds = 5_000_000_000
    private static let depthMax = 16

    /// A library, a zip, or a folder with a manifest.
    struct Candidate: Sendable {
        let place: PluginPlace
        let path: String
        let isFolder: Bool
        var files: [PluginFile]

        /// What it looks like now.
        var current: [PluginFile] {
            isFolder
                ? PluginPlace.files(below: path, depth: 0)
                : Files.stamp(path).map { [PluginFile(path: path, stamp: $0)] } ?? []
        }
    }

    /// What may be a plugin, by name.
    var candidates: [Candidate] {
        Folder.names(in: folder).compactMap { name in
            let path = "\(folder)/\(name)"
            guard !name.hasPrefix(".") else { return nil }
            if Self.isFile(name), origin == .droppedIn || name.hasSuffix(".so") {
                return Files.stamp(path).flatMap { stamp in
                    stamp.isFolder
                        ? nil
                        : Candidate(
                            place: self, path: path, isFolder: false, files: [PluginFile(path: path, stamp: stamp)])
                }
            }
            guard origin == .droppedIn, Files.stamp("\(path)/\(PackageManifest.fileName)") != nil else { return nil }
            return Candidate(place: self, path: path, isFolder: true, files: Self.files(below: path, depth: 0))
        }
    }

    /// The candidate once nothing of it has changed for a while and nobody is writing it; `nil` when it does not come to rest, or is gone. Blocks.
    static func settled(_ candidate: Candidate) -> Candidate? {
        var candidate = candidate
        for _ in 0..<settleRounds {
            let newest = candidate.files.map(\.stamp.modified).max() ?? 0
            let age = Int(Clocks.unixNanoseconds) - newest
            // What lies in the future says nothing of when it was written.
            let isQuiet = age < 0 || age >= settleNanoseconds
            if isQuiet {
                guard age >= 0, age < heldOpenNanoseconds,
                    candidate.files.contains(where: { Files.isOpenForWriting($0.path) })
                else { return candidate }
            }
            Pause.milliseconds((isQuiet ? settleNanoseconds : settleNanoseconds - age) / 1_000_000 + 1)
            candidate.files = candidate.current
            if candidate.files.isEmpty { return nil }
        }
        return nil
    }

    private static func isFile(_ name: String) -> Bool { name.hasSuffix(".so") || name.hasSuffix(".zip") }

    private static func files(below folder: String, depth: Int) -> [PluginFile] {
        guard depth < depthMax else { return [] }
        return Folder.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [PluginFile] in
            let path = "\(folder)/\(name)"
            guard let stamp = Files.stamp(path) else { return [] }
            return stamp.isFolder ? files(below: path, depth: depth + 1) : [PluginFile(path: path, stamp: stamp)]
        }
    }
}
