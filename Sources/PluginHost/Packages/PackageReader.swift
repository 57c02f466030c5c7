import Digests
import Platform
import PluginRuntime

/// The files of a package before they are stored, from a zip, a folder or a bare library.
struct PackageReader {
    /// What identifies the content, in hex.
    let sha256: String
    /// Path inside the package and contents.
    let files: [(path: String, bytes: [UInt8])]
    /// Paths of the files that may be run.
    let executables: Set<String>
    /// For which runtime of Lambda's the package was uploaded, if it is one that Newel looks for on this machine.
    let managed: ManagedRuntime?

    /// Reads uploaded bytes: a zip, or a bare library.
    ///
    /// - Parameters:
    ///   - isChecked: Whether a manifest or library that is not sound is a failure already.
    ///   - managed: The runtime it is for; then it needs neither manifest nor library.
    init(
        uploaded bytes: [UInt8], limits: PluginHostLimits, isChecked: Bool = true, managed: ManagedRuntime? = nil
    ) throws(PackageProblem) {
        self.managed = managed
        sha256 = Digests.hex(Digests.sha256(bytes))
        (files, executables) = try Self.unpacked(bytes, limits)
        if isChecked { try check() }
    }

    /// Reads a library, a zip or a folder with a manifest from the file system.
    init(
        path: String, isFolder: Bool, limits: PluginHostLimits, isChecked: Bool = true
    ) throws(PackageProblem) {
        managed = nil
        if isFolder {
            var files: [(path: String, bytes: [UInt8])] = []
            var budget = limits.unpackedBytesMax
            try Self.collect(path, "", limits, &budget, &files)
            try Self.collectLayers(beside: path, limits, &budget, &files)
            self.files = files
            executables = Set(files.map(\.path).filter { Files.isExecutable("\(path)/\($0)") })
            let list = files.map { "\($0.path)\u{0}\(Digests.hex(Digests.sha256($0.bytes)))\n" }.joined()
            sha256 = Digests.hex(Digests.sha256(list.utf8))
        } else if path.hasSuffix(".zip") {
            let bytes = try Files.read(path, bytesMax: limits.packageBytesMax)
            (files, executables) = try Self.unpacked(bytes, limits)
            sha256 = Digests.hex(Digests.sha256(bytes))
        } else {
            let bytes = try Files.read(path, bytesMax: limits.unpackedBytesMax)
            files = [("plugin.so", bytes)]
            executables = []
            sha256 = Digests.hex(Digests.sha256(bytes))
        }
        if isChecked { try check() }
    }

    /// The manifest, if the package has one.
    func manifest() throws(PackageProblem) -> PackageManifest? {
        guard let file = files.first(where: { $0.path == PackageManifest.fileName }) else { return nil }
        return try PackageManifest(file.bytes)
    }

    /// The path inside the package of the library for this machine; `nil` when something else runs its functions.
    func libraryPath() throws(PackageProblem) -> String? {
        if let manifest = try manifest() { return manifest.runtime == nil ? try manifest.library().path : nil }
        guard managed == nil, !files.contains(where: { $0.path == PackageReader.bootstrapName }) else { return nil }
        let libraries = files.filter { $0.path.hasSuffix(".so") }
        guard libraries.count == 1 else {
            throw PackageProblem(
                .badManifest,
                "there is no plugin.json, no executable named bootstrap, and \(libraries.count) libraries instead of one"
            )
        }
        return libraries[0].path
    }

    /// Checks manifest and library before anything is stored.
    func check() throws(PackageProblem) {
        let manifest = try manifest()
        try checkRuntime(manifest)
        if let manifest {
            if manifest.runtime == nil { try check(manifest) }
            return
        }
        guard let path = try libraryPath() else { return }
        guard let library = files.first(where: { $0.path == path }) else {
            throw PackageProblem(.badManifest, "the library \(path) is not in the package")
        }
        try ELFPreflight.check(library.bytes, for: ELFPreflight.architecture)
    }

    /// The files of a zip, or of a bare library, and which of them may be run.
    private static func unpacked(
        _ bytes: [UInt8], _ limits: PluginHostLimits
    ) throws(PackageProblem) -> (files: [(path: String, bytes: [UInt8])], executables: Set<String>) {
        if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return ([("plugin.so", bytes)], []) }
        let archive = try ZipArchive(bytes, limits: limits)
        var files: [(path: String, bytes: [UInt8])] = []
        for entry in archive.entries { files.append((entry.path, try archive.contents(of: entry))) }
        return (files, Set(archive.entries.filter(\.isExecutable).map(\.path)))
    }

    /// Checks what this machine would load: the plugin, and the libraries of native functions.
    private func check(_ manifest: PackageManifest) throws(PackageProblem) {
        var needed = manifest.hasHandlers ? [try manifest.library()] : []
        for entry in manifest.entries {
            guard let native = entry.native, case .file(let library) = try manifest.place(of: native, entry),
                !needed.contains(library)
            else { continue }
            needed.append(library)
        }
        for library in needed { try check(library, exporting: manifest.exports(of: library)) }
    }

    /// Checks that a library is there, is the one the manifest describes, and has what it must have.
    func check(
        _ library: PackageManifest.Library, exporting symbols: [(symbol: String, wantedBy: String?)]
    ) throws(PackageProblem) {
        guard let file = files.first(where: { $0.path == library.path }) else {
            throw PackageProblem(.badManifest, "the library \(library.path) is not in the package")
        }
        if let expected = library.sha256, expected.lowercased() != Digests.hex(Digests.sha256(file.bytes)) {
            throw PackageProblem(
                .badLibrary, "the library \(library.path) is not the one plugin.json describes: its sha256 differs")
        }
        try ELFPreflight.check(file.bytes, for: library.architecture, exporting: symbols)
    }

    /// Reads the files of a folder.
    static func collect(
        _ root: String, _ prefix: String, _ limits: PluginHostLimits, _ budget: inout Int,
        _ files: inout [(path: String, bytes: [UInt8])]
    ) throws(PackageProblem) {
        for name in Folder.names(in: prefix.isEmpty ? root : "\(root)/\(prefix)") where !name.hasPrefix(".") {
            let inside = prefix.isEmpty ? name : "\(prefix)/\(name)"
            guard PackagePath.isSafe(inside), let stamp = Files.stamp("\(root)/\(inside)") else {
                throw PackageProblem(.badManifest, "\(inside) is no usable file")
            }
            if stamp.isFolder {
                guard inside.split(separator: "/").count < 16 else {
                    throw PackageProblem(.tooLarge, "\(inside) lies too deep")
                }
                try collect(root, inside, limits, &budget, &files)
            } else {
                let bytes = try Files.read("\(root)/\(inside)", bytesMax: budget)
                budget -= bytes.count
                guard files.count < limits.packageFilesMax else {
                    throw PackageProblem(.tooLarge, "the package has too many files")
                }
                files.append((inside, bytes))
            }
        }
    }
}
