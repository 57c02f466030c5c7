import Glibc
import Platform
import ServerAssembly

/// A folder of plugins that are tried out before anybody else sees them.
struct TrialFolder {
    let path: String

    /// Copies libraries into a fresh folder.
    init(_ libraries: [String]) throws {
        path = try DataFolder.temporary()
        for library in libraries {
            let name = String(library.split(separator: "/").last ?? "plugin.so")
            try FileContent.replace("\(path)/\(name)", with: try FileContent.read(library), ageSeconds: 60)
        }
    }

    /// Removes it.
    func remove() { Folder.remove(path) }
}
