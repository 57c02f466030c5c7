import Digests
import Glibc
import Platform
import PluginRuntime

/// Looks at a package as loading it would, and goes on after the first problem.
package struct PackageCheck {
    /// What is wrong, for people; empty when the package is sound.
    package private(set) var problems: [String] = []
    /// What is worth knowing, but no reason to refuse the package.
    package private(set) var remarks: [String] = []
    /// The package's name; empty for what has no manifest that can be read.
    package private(set) var name = ""
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

    /// Whether a file is a library that could be a plugin for this machine.
    package static func isPlugin(_ path: String, limits: PluginHostLimits = PluginHostLimits()) -> Bool {
        // Why it is none is for the check to tell.
        guard let bytes = try? Files.read(path, bytesMax: limits.unpackedBytesMax) else { return false }
        return (try? ELFPreflight.check(bytes, for: ELFPreflight.architecture)) != nil
    }

    private mutating func note(_ problem: PackageProblem, of path: String? = nil) {
        problems += problem.message.split(separator: "\n").map { line in path.map { "\($0): \(line)" } ?? String(line) }
    }

    /// What a package that came as a file of some name is called where it is installed: after itself, so that a later version takes its place.
    package func installedName(_ file: String) -> String {
        guard !name.isEmpty, !file.hasSuffix(".so") else { return file }
        let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "_" }
        return "\(String(safe)).zip"
    }

    private mutating func check(_ reader: PackageReader) throws(PackageProblem) {
        guard let file = reader.files.first(where: { $0.path == PackageManifest.fileName }) else {
            return try checkBare(reader)
        }
        let (manifest, wrong, warnings) = try PackageManifest.examine(file.bytes)
        problems += wrong
        remarks += warnings
        // What is listed can be looked at all the same, unless a native function that cannot be read would pass for a handler.
        guard wrong.isEmpty || manifest.entries.allSatisfy({ !$0.isNative }) else { return }
        name = manifest.name
        handlers = manifest.entries.map(\.name)
        do throws(PackageProblem) { try reader.checkRuntime(manifest) } catch { note(error) }
        guard manifest.runtime == nil else { return }
        var sound: [SoundLibrary] = []
        for library in manifest.libraries {
            if let found = look(reader, library, exporting: manifest.exports(of: library)) { sound.append(found) }
        }
        let findings = try unpacked(reader) { folder in
            comeUp(manifest, sound, folder) + nativesComeUp(manifest, sound, folder)
        }
        for finding in findings { note(finding) }
    }

    /// Checks a package that has no manifest: its only library, or its bootstrap.
    private mutating func checkBare(_ reader: PackageReader) throws(PackageProblem) {
        try reader.checkRuntime(nil)
        guard let path = try reader.libraryPath() else {
            handlers = [PackageReader.bootstrapName]
            return
        }
        let library = PackageManifest.Library(
            os: "linux", architecture: ELFPreflight.architecture, path: path, sha256: nil)
        guard let sound = look(reader, library, exporting: [(ELFPreflight.entrySymbol, nil)]) else { return }
        let (own, findings) = try unpacked(reader) { folder in describe(sound, folder) }
        for finding in findings { note(finding) }
        handlers = own?.handlers.map(\.name) ?? []
        remarks += own?.handlers.compactMap { HandlerName.problem($0.name, $0.kind) } ?? []
    }

    /// A library that may be loaded, and what it needs that is nowhere to be seen.
    private struct SoundLibrary {
        let library: PackageManifest.Library
        let missing: [String]
    }

    /// Something a worker brought to light.
    private enum Finding {
        case problem(String)
        case remark(String)
    }

    private mutating func note(_ finding: Finding) {
        switch finding {
        case .problem(let text): problems.append(text)
        case .remark(let text): remarks.append(text)
        }
    }

    /// Checks the file of a library; `nil` when it is not to be loaded, on this machine or at all.
    private mutating func look(
        _ reader: PackageReader, _ library: PackageManifest.Library,
        exporting symbols: [(symbol: String, wantedBy: String?)]
    ) -> SoundLibrary? {
        let path = library.path
        guard let file = reader.files.first(where: { $0.path == path }) else {
            problems.append("the library \(path) is not in the package")
            return nil
        }
        let before = problems.count
        if let sha256 = library.sha256, sha256.lowercased() != Digests.hex(Digests.sha256(file.bytes)) {
            problems.append("the library \(path) is not the one plugin.json describes: its sha256 differs")
        }
        do throws(PackageProblem) {
            // What lacks a function can be looked at all the same.
            do throws(PackageProblem) {
                try ELFPreflight.check(file.bytes, for: library.architecture, exporting: symbols)
            } catch {
                note(error, of: path)
                guard error.code == .noPlugin else { return nil }
            }
            let inspection = try LibraryInspection(file.bytes)
            problems += inspection.problems.map { "\(path): \($0)" }
            guard library.architecture == ELFPreflight.architecture else { return nil }
            let missing = inspection.missing(path, in: Set(reader.files.map(\.path)))
            for (name, other) in inspection.clashes().prefix(Self.clashesMax) {
                problems.append(
                    "\(path): it exports \(name), as \(other) does: its own calls would reach that one. Compile it with -fvisibility=hidden, or link it with -Wl,-Bsymbolic"
                )
            }
            if problems.count == before { return SoundLibrary(library: library, missing: missing) }
            for finding in Self.tell(missing, path) { note(finding) }
        } catch {
            note(error, of: path)
        }
        return nil
    }

    /// Lets the plugin for this machine come up: it and the manifest must have the same handlers.
    private func comeUp(_ manifest: PackageManifest, _ sound: [SoundLibrary], _ folder: String) -> [Finding] {
        guard manifest.hasHandlers else { return [] }
        let library: PackageManifest.Library
        do throws(PackageProblem) { library = try manifest.library() } catch { return Self.findings(error) }
        guard let plugin = sound.first(where: { $0.library == library }) else { return [] }
        let (own, findings) = describe(plugin, folder)
        guard let own else { return findings }
        let absent = manifest.entries.filter { entry in
            entry.native == nil && !own.handlers.contains { $0.kind == entry.kind && $0.name == entry.handler }
        }
        let unused = own.handlers.filter { handler in
            !manifest.entries.contains { $0.kind == handler.kind && $0.handler == handler.name }
        }
        return findings
            + absent.map { .problem("plugin.json: \(Self.absence(of: $0, among: own.handlers))") }
            + unused.map {
                .remark("the library has the handler \($0.name), but plugin.json lists nothing that uses it")
            }
    }

    /// Why a library does not have what an entry of its manifest asks for.
    private static func absence(of entry: PackageManifest.Entry, among handlers: [HandlerDescription]) -> String {
        if let other = handlers.first(where: { $0.name == entry.handler }) {
            return
                "\(entry.name) is \(entry.kind.words), but its handler \(entry.handler) is \(other.kind.words) in the library"
        }
        let names = handlers.map(\.name).joined(separator: ", ")
        return "\(entry.name) has the handler \(entry.handler), but the library has \(names)"
    }

    /// Lets every native function whose library is sound come up, without calling it.
    private func nativesComeUp(_ manifest: PackageManifest, _ sound: [SoundLibrary], _ folder: String) -> [Finding] {
        manifest.entries.flatMap { entry -> [Finding] in
            guard let native = entry.native else { return [] }
            do throws(PackageProblem) {
                if case .file(let library) = try manifest.place(of: native, entry),
                    !sound.contains(where: { $0.library == library })
                {
                    return []
                }
                let stored = try StoredPackage.Entry(entry, of: manifest, in: folder)
                let package = StoredPackage(
                    sha256: "", folder: folder, name: manifest.name, version: manifest.version, library: "",
                    entries: [])
                try describer.bringUp(stored, of: package)
                return []
            } catch {
                guard error.code == .notDescribable else { return Self.findings(error) }
                return [.problem("\(entry.name): \(error.message)")]
            }
        }
    }

    /// What a library says of itself, in a worker.
    private func describe(_ plugin: SoundLibrary, _ folder: String) -> (PluginDescription?, [Finding]) {
        let path = plugin.library.path
        do throws(PackageProblem) { return (try describer.describe("\(folder)/\(path)"), []) } catch {
            // The loader names the first it misses; people want them all. What it does not miss may be loaded already.
            let told = Self.tell(plugin.missing, path)
            if plugin.missing.contains(where: { error.message.contains($0) }) { return (nil, told) }
            return (nil, told + error.message.split(separator: "\n").map { .problem("\(path): \($0)") })
        }
    }

    /// Lays a package's files out in a folder for a while: a library may need the files beside it.
    private func unpacked<Answer>(_ reader: PackageReader, _ body: (String) -> Answer) throws(PackageProblem) -> Answer
    {
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
            try Files.write(file.bytes, to: "\(folder)/\(file.path)", isDurable: false)
        }
        return body(folder)
    }

    private static func tell(_ missing: [String], _ path: String) -> [Finding] {
        missing.map { .problem("\(path): it needs \($0), which is neither in the package nor on this machine") }
    }

    private static func findings(_ problem: PackageProblem) -> [Finding] {
        problem.message.split(separator: "\n").map { .problem(String($0)) }
    }

    private static let clashesMax = 5
}
