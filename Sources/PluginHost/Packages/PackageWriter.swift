import Digests
import JSONTree
import PluginRuntime

/// Makes packages: zips that CreateFunction and plugin folders take.
package struct PackageWriter {
    /// What was made.
    package struct Result: Sendable {
        /// The zip.
        package var bytes: [UInt8]
        package var manifest: PackageManifest
    }
    let describer: PluginDescriber
    let limits: PluginHostLimits

    /// - Parameter workerExecutable: In which bare libraries are asked what they offer.
    package init(workerExecutable: String, limits: PluginHostLimits = PluginHostLimits()) {
        describer = PluginDescriber(workerExecutable: workerExecutable, limits: limits)
        self.limits = limits
    }

    /// Packs a folder with a manifest. The libraries' checksums are written into the manifest.
    ///
    /// - Parameter key: Signs the package; a signature the folder holds is left out in any case.
    package func pack(folder: String, signedBy key: Ed25519PrivateKey? = nil) throws(PackageProblem) -> Result {
        let reader = try PackageReader(path: folder, isFolder: true, limits: limits)
        guard let manifest = try reader.manifest(),
            let file = reader.files.first(where: { $0.path == PackageManifest.fileName }),
            case .object(var tree)? = try? JSON.parse(file.bytes)  // it has just been read
        else {
            throw PackageProblem(
                .badManifest, "\(folder) has no \(PackageManifest.fileName). Name the library itself to have one made.")
        }
        let libraries = tree["libraries"]?.arrayValue ?? []
        var described: [JSON] = []
        for item in libraries {
            guard let library = manifest.libraries.first(where: { $0.path == item["path"]?.stringValue }) else {
                described.append(item)  // a system library
                continue
            }
            guard let file = reader.files.first(where: { $0.path == library.path }) else {
                throw PackageProblem(.badManifest, "the library \(library.path) is not in \(folder)")
            }
            try ELFPreflight.check(
                file.bytes, for: library.architecture, exporting: manifest.exports(of: library))
            var members = item.objectValue ?? JSONObject()
            members["sha256"] = .string(Digests.hex(Digests.sha256(file.bytes)))
            described.append(.object(members))
        }
        if manifest.runtime == nil { tree["libraries"] = .array(described) }
        if !manifest.layers.isEmpty {
            let layers = manifest.layers.enumerated().map { PackageReader.layerPath($0.element, $0.offset) }
            tree["layers"] = .array(layers.map { .string($0) })
        }
        let rest = reader.files.filter { ![PackageManifest.fileName, PackageSignature.fileName].contains($0.path) }
        return try result(tree, rest, executables: reader.executables, signedBy: key)
    }

    /// Packs libraries of one plugin, one for each kind of machine; the one for this machine says what is in it. Blocks for a worker.
    ///
    /// - Parameters:
    ///   - name: The package's; the descriptor's or the only function's when `nil`.
    ///   - version: The package's; the descriptor's when `nil`.
    ///   - key: Signs the package.
    package func pack(
        libraries paths: [String], name: String?, version: String?, signedBy key: Ed25519PrivateKey? = nil
    ) throws(PackageProblem) -> Result {
        var files: [(path: String, bytes: [UInt8])] = []
        var libraries: [JSON] = []
        var own: String?
        for path in paths {
            let bytes = try Files.read(path, bytesMax: limits.unpackedBytesMax)
            let architecture = try ELFPreflight.architecture(of: bytes, path)
            try ELFPreflight.check(bytes, for: architecture)
            guard !libraries.contains(where: { $0["arch"]?.stringValue == architecture }) else {
                throw PackageProblem(.badLibrary, "\(path) is a second library for \(architecture)")
            }
            if architecture == ELFPreflight.architecture { own = path }
            let inside = "lib/\(architecture)/\(path.split(separator: "/").last ?? "plugin.so")"
            files.append((inside, bytes))
            libraries.append([
                "os": "linux", "arch": .string(architecture), "path": .string(inside),
                "sha256": .string(Digests.hex(Digests.sha256(bytes))),
            ])
        }
        guard let own else {
            throw PackageProblem(
                .badLibrary,
                "none of the libraries is for \(ELFPreflight.architecture): nobody here can say what is in them")
        }
        let description = try describer.describe(own)
        var functions: [JSON] = []
        var integrations: [JSON] = []
        for handler in description.handlers {
            switch handler.kind {
            case .function: functions.append(["name": .string(handler.name)])
            case .integration: integrations.append(["pattern": .string(handler.name)])
            }
        }
        let title = name ?? (description.name.isEmpty ? description.handlers.first?.name ?? "" : description.name)
        var tree = JSONObject([
            ("manifestVersion", 1), ("name", .string(title)), ("version", .string(version ?? description.version)),
            ("abi", ["major": 1, "minMinor": 0]), ("libraries", .array(libraries)),
        ])
        if !functions.isEmpty { tree["functions"] = .array(functions) }
        if !integrations.isEmpty { tree["integrations"] = .array(integrations) }
        return try result(tree, files, signedBy: key)
    }

    /// A folder as it is, in one zip: signed packages stay signed.
    package static func archive(
        folder: String, limits: PluginHostLimits = PluginHostLimits()
    ) throws(PackageProblem) -> [UInt8] {
        try archive(files: try PackageReader(path: folder, isFolder: true, limits: limits, isChecked: false).files)
    }

    /// Files as they are, in one zip.
    package static func archive(files: [(path: String, bytes: [UInt8])]) throws(PackageProblem) -> [UInt8] {
        for file in files where !PackagePath.isSafe(file.path) {
            throw PackageProblem(.badArchive, "\(file.path) leads out of the package")
        }
        var zip = ZipWriter()
        for file in files.sorted(by: { $0.path < $1.path }) {
            zip.add(file.path, file.bytes, isExecutable: file.path.hasSuffix(".so"))
        }
        return zip.finish()
    }

    private func result(
        _ tree: JSONObject, _ others: [(path: String, bytes: [UInt8])], executables: Set<String> = [],
        signedBy key: Ed25519PrivateKey?
    ) throws(PackageProblem) -> Result {
        let text = JSON.object(tree).bytes
        let manifest = try PackageManifest(text)
        var files = others
        if let key { files.append(PackageSignature(of: others + [(PackageManifest.fileName, text)], by: key).file) }
        var zip = ZipWriter()
        zip.add(PackageManifest.fileName, text, isExecutable: false)
        for file in files.sorted(by: { $0.path < $1.path }) {
            zip.add(file.path, file.bytes, isExecutable: file.path.hasSuffix(".so") || executables.contains(file.path))
        }
        let bytes = zip.finish()
        guard bytes.count <= limits.packageBytesMax else {
            throw PackageProblem(
                .tooLarge, "the package has \(bytes.count) bytes, at most \(limits.packageBytesMax) are allowed")
        }
        return Result(bytes: bytes, manifest: manifest)
    }
}
