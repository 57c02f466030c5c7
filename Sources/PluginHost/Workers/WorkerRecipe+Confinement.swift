import Glibc
import PluginRuntime

extension WorkerRecipe {
    /// The folder of the package its library is in: the one the content store names by a digest, else the library's own.
    var packageFolder: String {
        let parts = library.split(separator: "/")
        let isDigest = { (part: Substring) in
            part.utf8.count == 64 && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
        let end = parts.dropLast().lastIndex(where: isDigest) ?? max(0, parts.count - 2)
        return "/" + parts.prefix(end + 1).joined(separator: "/")
    }

    /// What a worker keeps to that has this folder to write in.
    func confinement(_ scratch: ScratchFolder) -> ConfinementOrder {
        let libraries = getenv("LD_LIBRARY_PATH").map { String(cString: $0) }?.split(separator: ":") ?? []
        let folder = packageFolder
        let grants =
            [ConfinementOrder.Grant(folder), ConfinementOrder.Grant(scratch.path, isWritable: true)]
            + libraries.filter { $0.hasPrefix("/") }.map { ConfinementOrder.Grant(String($0)) } + sandbox.grants
        return ConfinementOrder(folder: folder, grants: grants, permissions: sandbox.permissions)
    }

    /// The environment of the process that has this folder to write in.
    func processEnvironment(_ scratch: ScratchFolder) -> [String: String] {
        var all = processEnvironment
        all["TMPDIR"] = scratch.path
        return all
    }
}
