import Glibc
import PluginRuntime

extension WorkerRecipe {
    /// The folder of the package its library is in: the one the content store names by a digest, else the library's own.
    var packageFolder: String {
        if let bootstrap { return bootstrap.taskRoot }
        let parts = library.split(separator: "/")
        let isDigest = { (part: Substring) in
            part.utf8.count == 64 && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
        let end = parts.dropLast().lastIndex(where: isDigest) ?? max(0, parts.count - 2)
        return "/" + parts.prefix(end + 1).joined(separator: "/")
    }

    /// What a worker keeps to that has this folder to write in.
    ///
    /// A program that it becomes reads what belongs to it, and may start others, as on Lambda: many a bootstrap is a shell script.
    func confinement(_ scratch: ScratchFolder, program: RuntimeProgram) -> ConfinementOrder {
        let libraries = getenv("LD_LIBRARY_PATH").map { String(cString: $0) }?.split(separator: ":") ?? []
        let folder = packageFolder
        let grants =
            [ConfinementOrder.Grant(folder), ConfinementOrder.Grant(scratch.path, isWritable: true)]
            + libraries.filter { $0.hasPrefix("/") }.map { ConfinementOrder.Grant(String($0)) }
            + program.folders.map { ConfinementOrder.Grant($0) } + sandbox.grants
        let runs: ConfinementOrder.Permissions = program.words.isEmpty ? [] : [.execute, .fork]
        return ConfinementOrder(
            folder: folder, grants: grants, permissions: sandbox.permissions.union(runs),
            temporary: seesMachinesTemporary || !OwnTemporary.isPossible(executable) ? "" : scratch.path)
    }

    /// The manifest names `/tmp` itself, or all there is: then it is the machine's.
    private var seesMachinesTemporary: Bool {
        sandbox.grants.contains { ["", "tmp"].contains($0.path.split(separator: "/").joined(separator: "/")) }
    }

    /// The environment of the process that has this folder to write in; where it becomes its `/tmp`, the process says so itself.
    func processEnvironment(_ scratch: ScratchFolder, logStream: String) -> [String: String] {
        var all = processEnvironment(logStream: logStream)
        all["TMPDIR"] = scratch.path
        return all
    }
}
