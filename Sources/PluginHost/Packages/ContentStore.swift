import Glibc
import Platform
import PluginRuntime
import Synchronization

/// Packages on disk, each in a folder named by its content's sha256; what is loaded is always loaded from here.
final class ContentStore: Sendable {
    /// The folder.
    let root: String
    private let describer: PluginDescriber
    private let limits: PluginHostLimits
    private let trust: PackageTrust
    private let isDurable: Bool
    private struct State {
        var known: [String: StoredPackage] = [:]
        /// Uploads, and when each came, on the monotonic clock: whoever sent one has yet to say what it is for.
        var uploads: [String: Int64] = [:]
    }
    private let state = Mutex(State())
    /// How long an upload is kept that nothing refers to.
    private static let uploadNanoseconds: Int64 = 600_000_000_000

    /// A store in a folder, which is made when it is first needed.
    init(root: String, describer: PluginDescriber, limits: PluginHostLimits, trust: PackageTrust, isDurable: Bool) {
        self.root = root
        self.describer = describer
        self.limits = limits
        self.trust = trust
        self.isDurable = isDurable
    }

    /// Stores an uploaded zip or library. Blocks for file system and, for a bare library, a worker.
    ///
    /// - Parameter managed: The runtime it is for, if that is one of Lambda's own.
    func install(uploaded bytes: [UInt8], managed: ManagedRuntime? = nil) throws(PackageProblem) -> StoredPackage {
        let reader = try PackageReader(uploaded: bytes, limits: limits, managed: managed)
        state.withLock { $0.uploads[reader.sha256] = Clocks.monotonicNanoseconds }
        return try install(reader)
    }

    /// Lets every handler of a package come up once, in workers of their own, and answer its probe if it has one. Blocks for them.
    ///
    /// - Throws: with the name of the first that does not.
    func tryOut(_ package: StoredPackage) throws(PackageProblem) {
        try each(of: package) { entry throws(PackageProblem) in
            if entry.settings.probe == nil {
                try describer.bringUp(entry, of: package)
            } else {
                try describer.probe(entry, of: package)
            }
        }
    }

    /// Lets the handlers with a probe answer it. Blocks for them.
    ///
    /// - Throws: with the name of the first that does not.
    func probe(_ package: StoredPackage) throws(PackageProblem) {
        try each(of: package) { entry throws(PackageProblem) in try describer.probe(entry, of: package) }
    }

    private func each(
        of package: StoredPackage, _ body: (StoredPackage.Entry) throws(PackageProblem) -> Void
    ) throws(PackageProblem) {
        for entry in package.entries {
            do throws(PackageProblem) { try body(entry) } catch {
                throw PackageProblem(error.code, "\(entry.name): \(error.message)")
            }
        }
    }

    /// Removes packages nobody refers to, and what a killed process left half written. Blocks for the file system.
    func collect(keeping kept: Set<String>) {
        let oldest = Clocks.monotonicNanoseconds - Self.uploadNanoseconds
        let own = ".new-\(getpid())-"
        for name in Folder.names(in: root) {
            if name.hasPrefix(".gone-") || name.hasPrefix(".new-") && !name.hasPrefix(own) {
                Folder.remove("\(root)/\(name)")
                continue
            }
            guard Self.isDigest(name), !kept.contains(name) else { continue }
            let isFree = state.withLock { state in
                state.uploads = state.uploads.filter { $0.value > oldest }
                guard state.uploads[name] == nil else { return false }
                state.known[name] = nil
                return rename("\(root)/\(name)", "\(root)/.gone-\(name)") == 0
            }
            if isFree { Folder.remove("\(root)/.gone-\(name)") }
        }
    }

    /// The build a library in the store belongs to.
    func build(of library: String) -> String? {
        guard library.hasPrefix("\(root)/") else { return nil }
        return library.dropFirst(root.count + 1).split(separator: "/").first.map(String.init)
    }

    private static func isDigest(_ name: String) -> Bool {
        name.utf8.count == 64
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// A package stored before, by now or by an earlier process.
    func package(_ sha256: String) -> StoredPackage? {
        if let package = state.withLock({ $0.known[sha256] }) { return package }
        guard Self.isDigest(sha256) else { return nil }
        // What cannot be read is not there; what was stored before signatures were required may lack one.
        guard let package = try? load(sha256), distrust(of: sha256) == nil else { return nil }
        state.withLock { $0.known[sha256] = package }
        return package
    }

    /// Why a stored package must not be loaded; `nil` when it may, or is not there.
    func distrust(of sha256: String) -> PackageProblem? {
        let folder = "\(root)/\(sha256)"
        guard trust.isRequired, Files.stamp(folder) != nil else { return nil }
        do throws(PackageProblem) {
            try trust.check(try PackageReader(path: folder, isFolder: true, limits: limits, isChecked: false).files)
            return nil
        } catch {
            return error
        }
    }

    /// Stores what has been read and found to be sound. Blocks likewise.
    ///
    /// - Parameters:
    ///   - isTrusted: It is part of the installation and needs no signature.
    ///   - isKept: Whether it must be there after a loss of power, for there is no other copy. Half a package is never there.
    func install(
        _ reader: PackageReader, isTrusted: Bool = false, isKept: Bool = true
    ) throws(PackageProblem) -> StoredPackage {
        if !isTrusted { try trust.check(reader.files) }
        if let package = state.withLock({ $0.known[reader.sha256] }) ?? (try? load(reader.sha256)) {  // else it is made
            state.withLock { $0.known[reader.sha256] = package }
            return package
        }
        let folder = "\(root)/\(reader.sha256)"
        let temporary = "\(root)/.new-\(getpid())-\(reader.sha256.prefix(16))-\(UInt32.random(in: 0 ... .max))"
        try Files.makeFolder(temporary)
        defer { Folder.remove(temporary) }
        var folders: Set<String> = [temporary]
        for file in reader.files {
            if let slash = file.path.lastIndex(of: "/") {
                let parent = "\(temporary)/\(file.path[..<slash])"
                if folders.insert(parent).inserted { try Files.makeFolder(parent) }
            }
            try Files.write(
                file.bytes, to: "\(temporary)/\(file.path)", isExecutable: reader.executables.contains(file.path),
                isDurable: isDurable)
        }
        if try reader.manifest() == nil, let library = try reader.libraryPath() {
            let description = try describer.describe("\(temporary)/\(library)")
            try Files.write(description.frame, to: "\(temporary)/\(Self.descriptionName)", isDurable: isDurable)
        }
        if isDurable { for folder in folders { try Files.sync(folder) } }
        if rename(temporary, folder) != 0, Files.stamp(folder) == nil { throw Files.failed("create", folder) }
        if isDurable, isKept { try Files.sync(root) }
        let package = try load(reader.sha256)
        state.withLock { $0.known[reader.sha256] = package }
        return package
    }

    private func load(_ sha256: String) throws(PackageProblem) -> StoredPackage {
        let folder = "\(root)/\(sha256)"
        if Files.stamp("\(folder)/\(PackageManifest.fileName)") != nil {
            let manifest = try PackageManifest(
                try Files.read("\(folder)/\(PackageManifest.fileName)", bytesMax: 1 << 20))
            var entries: [StoredPackage.Entry] = []
            for entry in manifest.entries {
                entries.append(try StoredPackage.Entry(entry, of: manifest, in: folder))
            }
            let library =
                manifest.runtime == nil && manifest.hasHandlers ? "\(folder)/\(try manifest.library().path)" : ""
            var package = StoredPackage(
                sha256: sha256, folder: folder, name: manifest.name, version: manifest.version,
                library: library, entries: entries, manifest: manifest)
            package.runtime = manifest.runtime
            package.layers = manifest.layers.enumerated().map {
                "\(folder)/\(PackageReader.layerPath($0.element, $0.offset))"
            }
            return package
        }
        if Files.stamp("\(folder)/\(Self.descriptionName)") == nil {
            guard Files.stamp(folder) != nil else { throw Files.failed("open", folder) }
            var package = StoredPackage(
                sha256: sha256, folder: folder, name: "", version: "", library: "", entries: [])
            if Files.isExecutable("\(folder)/\(PackageReader.bootstrapName)") {
                package.runtime = .bootstrap(path: PackageReader.bootstrapName)
            }
            return package
        }
        let bytes = try Files.read("\(folder)/\(Self.descriptionName)", bytesMax: 1 << 22)
        let body = bytes.dropFirst(FrameHeader.byteCount)
        guard let description = body.withUnsafeBytes({ PluginDescription(frame: $0) }),
            let library = Folder.names(in: folder).first(where: { $0.hasSuffix(".so") })
        else { throw PackageProblem(.fileSystem, "\(folder) is damaged") }
        let entries = description.handlers.map {
            StoredPackage.Entry(
                kind: $0.kind, name: $0.name, handler: $0.name, flags: $0.flags, settings: HandlerSettings())
        }
        return StoredPackage(
            sha256: sha256, folder: folder, name: description.name, version: description.version,
            library: "\(folder)/\(library)",
            entries: entries)
    }

    /// What a bare library said of itself, kept beside it.
    private static let descriptionName = ".description"
}
