import Digests
import Glibc
import Platform
import PluginRuntime

/// Looks at a package as loading it would, and goes on after the first problem.
package struct PackageCheck {
    /// What is wrong, for people; empty when the package is sound.
    package private(set) var problems: [String] = []
    /// What is in it: the names and patterns of its handlers.
    package private(set) var handlers: [String] = []
    /// Who vouches for it.
    package private(set) var signature = "not signed"
    private let describer: PluginDescriber
    private let limits: PluginHostLimits
    private let trust: PackageTrust

    /// Checks a zip, a folder or a bare library. Blocks for the file system and for a worker, in which the library comes up.
    package init(
        path: String, workerExecutable: String, trust: PackageTrust = PackageTrust(),
        limits: PluginHostLimits = PluginHostLimits()
    ) {
        describer = PluginDescriber(workerExecutable: workerExecutable, limits: limits)
        self.limits = limits
        self.trust = trust
        do throws(PackageProblem) {
            guard let stamp = Files.stamp(path) else { throw Files.failed("read", path) }
            let reader =
                stamp.isFolder
                ? try PackageReader(path: path, isFolder: true, limits: limits, isChecked: false)
                : try PackageReader(
                    uploaded: try Files.read(path, bytesMax: limits.packageBytesMax), limits: limits, isChecked: false)
            do throws(PackageProblem) { try trust.check(reader.files) } catch { note(error) }
            signature = trust.state(of: reader.files)
            try check(reader)
        } catch {
            note(error)
        }
    }

    private mutating func note(_ problem: PackageProblem) {
        problems += problem.message.split(separator: "\n").map(String.init)
    }

    private mutating func check(_ reader: PackageReader) throws(PackageProblem) {
        guard let manifest = try reader.manifest() else {
            let path = try reader.libraryPath()
            let description = try describe(reader, path, ELFPreflight.architecture)
            handlers = description?.handlers.map(\.name) ?? []
            return
        }
        handlers = manifest.entries.map(\.name)
        var own: PluginDescription?
        for library in manifest.libraries {
            do throws(PackageProblem) {
                let description = try describe(reader, library.path, library.architecture, sha256: library.sha256)
                if library.architecture == ELFPreflight.architecture { own = description }
            } catch {
                note(error)
            }
        }
        do throws(PackageProblem) { _ = try manifest.library() } catch { note(error) }
        guard let own else { return }
        for entry in manifest.entries
        where !own.handlers.contains(where: { $0.kind == entry.kind && $0.name == entry.handler }) {
            let names = own.handlers.map(\.name).joined(separator: ", ")
            problems.append("plugin.json: \(entry.name) has the handler \(entry.handler), but the library has \(names)")
        }
    }

    /// Checks a library; what it says of itself if it is for this machine.
    private func describe(
        _ reader: PackageReader, _ path: String, _ architecture: String, sha256: String? = nil
    ) throws(PackageProblem) -> PluginDescription? {
        guard let file = reader.files.first(where: { $0.path == path }) else {
            throw PackageProblem(.badManifest, "the library \(path) is not in the package")
        }
        if let sha256, sha256.lowercased() != Digests.hex(Digests.sha256(file.bytes)) {
            throw PackageProblem(
                .badLibrary, "the library \(path) is not the one plugin.json describes: its sha256 differs")
        }
        try ELFPreflight.check(file.bytes, for: architecture)
        guard architecture == ELFPreflight.architecture else { return nil }
        // A pattern for mkdtemp, which makes the name unique.
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(place)/newel-check-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Files.failed("create", "a folder in \(place)") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { Folder.remove(folder) }
        // A library may need the files beside it.
        for file in reader.files {
            var parent = folder
            for part in file.path.split(separator: "/").dropLast() {
                parent += "/\(part)"
                try Files.makeFolder(parent)
            }
            try Files.write(file.bytes, to: "\(folder)/\(file.path)")
        }
        return try describer.describe("\(folder)/\(path)")
    }
}
