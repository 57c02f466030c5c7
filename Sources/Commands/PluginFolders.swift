import Glibc
import ServerAssembly

/// Folders of plugins as they are given to a command.
enum PluginFolders {
    /// Where commands without a server of their own look: the folders that were named, then the one of `newel plugin install`.
    static func all(_ named: [String]) -> [String] {
        let installed = DataFolder.installedPlugins(in: DataFolder.standard)
        return named + (access(installed, R_OK) == 0 ? [installed] : [])
    }

    /// Refuses what is no folder, before a function that is not found makes somebody wonder.
    static func check(_ folders: [String]) throws {
        for folder in folders {
            var status = stat()
            guard stat(folder, &status) == 0 else {
                throw CommandFailure(
                    "--plugins \(folder): \(String(cString: strerror(errno))). Name the folder that the library is built into.",
                    exitCode: 2)
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw CommandFailure(
                    "--plugins \(folder) is no folder. Name the folder that the library is in.", exitCode: 2)
            }
        }
    }
}
