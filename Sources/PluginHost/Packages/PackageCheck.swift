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
            try reader.checkRuntime(nil)
            guard let path = try reader.libraryPath() else {
                handlers = [PackageReader.bootstrapName]
                return
            }
            guard let file = reader.files.first(where: { $0.path == path }) else { return }
            try ELFPreflight.check(file.bytes, for: ELFPreflight.architecture)
            handlers = try unpacked(reader) { folder throws(PackageProblem) in
                try describer.describe("\(folder)/\(path)").handlers.map(\.name)
            }
            return
        }
        handlers = manifest.entries.map(\.name)
        do throws(PackageProblem) { try reader.checkRuntime(manifest) } catch { note(error) }
        guard manifest.runtime == nil else { return }
        var sound: [PackageManifest.Library] = []
        for library in manifest.libraries {
            do throws(PackageProblem) {
                try reader.check(library, exporting: manifest.exports(of: library))
                sound.append(library)
            } catch {
                note(error)
            }
        }
        let found = try unpacked(reader) { folder in
            checkHandlers(manifest, sound, folder) + checkNatives(manifest, sound, folder)
        }
        for problem in found { note(problem) }
    }

    /// Lets the plugin for this machine come up: it must have every handler the manifest names.
    private func checkHandlers(
        _ manifest: PackageManifest, _ sound: [PackageManifest.Library], _ folder: String
    ) -> [PackageProblem] {
        guard manifest.hasHandlers else { return [] }
        do throws(PackageProblem) {
            let library = try manifest.library()
            guard sound.contains(library) else { return [] }
            let own = try describer.describe("\(folder)/\(library.path)")
            let names = own.handlers.map(\.name).joined(separator: ", ")
            return manifest.entries.filter { entry in
                entry.native == nil
                    && !own.handlers.contains { $0.kind == entry.kind && $0.name == entry.handler }
            }.map {
                PackageProblem(
                    .noPlugin,
                    "plugin.json: \($0.name) has the handler \($0.handler), but the library has \(names)")
            }
        } catch {
            return [error]
        }
    }

    /// Lets every native function whose library is sound come up, without calling it.
    private func checkNatives(
        _ manifest: PackageManifest, _ sound: [PackageManifest.Library], _ folder: String
    ) -> [PackageProblem] {
        manifest.entries.compactMap { entry in
            guard let native = entry.native else { return nil }
            do throws(PackageProblem) {
                if case .file(let library) = try manifest.place(of: native, entry), !sound.contains(library) {
                    return nil
                }
                let stored = try StoredPackage.Entry(entry, of: manifest, in: folder)
                let package = StoredPackage(
                    sha256: "", folder: folder, name: manifest.name, version: manifest.version, library: "",
                    entries: [])
                try describer.bringUp(stored, of: package)
            } catch {
                return error.code == .notDescribable
                    ? PackageProblem(error.code, "\(entry.name): \(error.message)") : error
            }
            return nil
        }
    }

    /// Lays a package's files out in a folder for a while: a library may need the files beside it.
    private func unpacked<Answer>(
        _ reader: PackageReader, _ body: (String) throws(PackageProblem) -> Answer
    ) throws(PackageProblem) -> Answer {
        // A pattern for mkdtemp, which makes the name unique.
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(place)/newel-check-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Files.failed("create", "a folder in \(place)") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { Folder.remove(folder) }
        for file in reader.files {
            var parent = folder
            for part in file.path.split(separator: "/").dropLast() {
                parent += "/\(part)"
                try Files.makeFolder(parent)
            }
            try Files.write(file.bytes, to: "\(folder)/\(file.path)")
        }
        return try body(folder)
    }
}
