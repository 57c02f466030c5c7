import Platform

// Packages whose functions something else runs than a library, and the layers of packages.
extension PackageReader {
    /// The executable that is looked for at the root of a package without a manifest.
    static let bootstrapName = "bootstrap"
    /// The folder in a stored package that holds the layers which lay beside it.
    static let layersFolder = ".layers"

    /// Checks what the manifest says of a runtime and of layers, or the bootstrap of a package without one.
    func checkRuntime(_ manifest: PackageManifest?) throws(PackageProblem) {
        for (index, layer) in (manifest?.layers ?? []).enumerated() {
            let folder = Self.layerPath(layer, index)
            guard files.contains(where: { $0.path.hasPrefix("\(folder)/") }) else {
                throw PackageProblem(.badManifest, "plugin.json: there is no layer \(layer)")
            }
        }
        if let manifest {
            guard case .bootstrap(let path)? = manifest.runtime else { return }
            return try checkBootstrap(path)
        }
        if managed == nil, files.contains(where: { $0.path == Self.bootstrapName }) {
            try checkBootstrap(Self.bootstrapName)
        }
    }

    private func checkBootstrap(_ path: String) throws(PackageProblem) {
        guard files.contains(where: { $0.path == path }) else {
            throw PackageProblem(.badManifest, "the bootstrap \(path) is not in the package")
        }
        guard executables.contains(path) else {
            throw PackageProblem(
                .badManifest, "\(path) is not executable: run 'chmod +x \(path)' before it is packed")
        }
    }

    /// Where in a stored package a layer lies.
    static func layerPath(_ layer: String, _ index: Int) -> String {
        layer.hasPrefix("../") ? "\(layersFolder)/\(index)" : layer
    }

    /// Reads the layers that lie beside a folder, as if they were in it: what runs later is what was there now.
    static func collectLayers(
        beside root: String, _ limits: PluginHostLimits, _ budget: inout Int,
        _ files: inout [(path: String, bytes: [UInt8])]
    ) throws(PackageProblem) {
        guard let file = files.first(where: { $0.path == PackageManifest.fileName }) else { return }
        // A manifest that is not sound has no layers; what is wrong with it is said when it is checked.
        guard let manifest = try? PackageManifest(file.bytes) else { return }
        for (index, layer) in manifest.layers.enumerated() where layer.hasPrefix("../") {
            var found: [(path: String, bytes: [UInt8])] = []
            try collect("\(root)/\(layer)", "", limits, &budget, &found)
            files += found.map { ("\(layerPath(layer, index))/\($0.path)", $0.bytes) }
        }
    }
}
