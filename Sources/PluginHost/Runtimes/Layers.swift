import Platform

/// The folders of a package's layers, and what they add to where a process looks for things.
///
/// Lambda unpacks layers over each other into /opt, the later ones winning. Newel may not make that folder, so the layers stay where they
/// are, and the later ones come first in every list.
enum Layers {
    /// Adds them to an environment; what is in the package itself comes before, what the machine has after them.
    ///
    /// Source: Lambda developer guide, "Defined runtime environment variables".
    static func add(_ layers: [String], taskRoot: String?, to environment: inout [String: String]) {
        let layers = Array(layers.reversed())
        let libraries = (taskRoot.map { [$0, "\($0)/lib"] } ?? []) + layers.map { "\($0)/lib" }
        join(libraries, before: true, "LD_LIBRARY_PATH", &environment)
        join(layers.map { "\($0)/bin" }, before: false, "PATH", &environment)
        join(layers.flatMap(pythonFolders), before: true, "PYTHONPATH", &environment)
        join(layers.map { "\($0)/nodejs/node_modules" }, before: true, "NODE_PATH", &environment)
    }

    private static func pythonFolders(_ layer: String) -> [String] {
        let versions = Folder.names(in: "\(layer)/python/lib").filter { $0.hasPrefix("python3") }
        return versions.map { "\(layer)/python/lib/\($0)/site-packages" } + ["\(layer)/python"]
    }

    private static func join(
        _ folders: [String], before: Bool, _ name: String, _ environment: inout [String: String]
    ) {
        guard !folders.isEmpty else { return }
        let known = environment[name].map { [$0] } ?? []
        environment[name] = (before ? folders + known : known + folders).joined(separator: ":")
    }
}
