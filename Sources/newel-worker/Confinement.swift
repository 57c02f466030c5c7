import CNewelSpawn
import Glibc
import PluginRuntime

/// Carries out an order of confinement. What the kernel does not offer is left out: `newel doctor` tells.
enum Confinement {
    /// Confines this process, which has one thread yet.
    ///
    /// - Returns: What went wrong; `nil` when all that the kernel offers holds.
    static func apply(_ order: ConfinementOrder) -> String? {
        // Functions find the files of their package by relative paths, as on Lambda.
        chdir(order.folder)
        if let failure = confineFiles(order.grants) { return "files: \(failure)" }
        let status = newel_confine_calls(order.permissions.rawValue)
        guard status == 0 || status == -EINVAL || status == -ENOSYS else { return "system calls: \(reason(status))" }
        newel_report_crashes()
        return nil
    }

    private static func confineFiles(_ grants: [ConfinementOrder.Grant]) -> String? {
        let paths = grants.map { strdup($0.path) }
        defer { for path in paths { free(path) } }
        let given = zip(paths, grants).map { newel_grant(path: $0, is_writable: $1.isWritable ? 1 : 0) }
        let status = newel_confine_files(given, given.count)
        return status < 0 ? reason(status) : nil
    }

    private static func reason(_ status: Int32) -> String { String(cString: strerror(-status)) }
}
