import Glibc
import Platform
import PluginRuntime
import Synchronization

/// Packages on disk, each in a folder named by its content's sha256; what is loaded is always loaded from here.
final class ContentStore: Sendable {
    private let root: String
    private let describer: PluginDescriber
    private let limits: PluginHostLimits
    private let trust: PackageTrust
    private let isDurable: Bool
    private let known = Mutex<[String: StoredPackage]>([:])

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
        try store(try PackageReader(uploaded: bytes, limits: limits, managed: managed))
    }

    /// Stores a library, a zip or a folder. Blocks likewise.
    ///
    /// - Parameter isTrusted: It is part of the installation and needs no signature.
    func install(path: String, isFolder: Bool, isTrusted: Bool = false) throws(PackageProblem) -> StoredPackage {
        try store(try PackageReader(path: path, isFolder: isFolder, limits: limits), isTrusted: isTrusted)
    }

    /// Lets every handler of a package come up once, in workers of their own. Blocks for them.
    ///
    /// - Throws: with the name of the first that does not.
    func tryOut(_ package: StoredPackage) throws(PackageProblem) {
        for entry in package.entries {
            do throws(PackageProblem) { try describer.bringUp(entry, of: package) } catch {
                throw PackageProblem(error.code, "\(entry.name): \(error.message)")
            }
        }
    }

    /// A package stored before, by now or by an earlier process.
    func package(_ sha256: String) -> StoredPackage? {
        if let package = known.withLock({ $0[sha256] }) { return package }
        guard sha256.count == 64, sha256.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        // What cannot be read is not there; what was stored before signatures were required may lack one.
        guard let package = try? load(sha256), distrust(of: sha256) == nil else { return nil }
        known.withLock { $0[sha256] = package }
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

    private func store(_ reader: PackageReader, isTrusted: Bool = false) throws(PackageProblem) -> StoredPackage {
        if !isTrusted { try trust.check(reader.files) }
        if let package = known.withLock({ $0[reader.sha256] }) ?? (try? load(reader.sha256)) {  // else it is made
            known.withLock { $0[reader.sha256] = package }
            return package
        }
        let folder = "\(root)/\(reader.sha256)"
        let temporary = "\(root)/.new-\(reader.sha256.prefix(16))-\(getpid())-\(UInt32.random(in: 0 ... .max))"
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
        if isDurable { try Files.sync(root) }
        let package = try load(reader.sha256)
        known.withLock { $0[reader.sha256] = package }
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
