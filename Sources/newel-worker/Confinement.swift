import CNewelSpawn
import Glibc
import PluginRuntime

/// Carries out an order of confinement. What the kernel does not offer is left out: `newel doctor` tells.
enum Confinement {
    /// Confines this process, which has one thread yet.
    ///
    /// - Returns: What went wrong; `nil` when all that the kernel offers holds.
    static func apply(_ order: ConfinementOrder) -> String? {
        var grants = order.grants
        var ownsTemporary = false
        if !order.temporary.isEmpty {
            let kept = grants.filter { $0.path != order.temporary }
            let status = withGrants(kept) { newel_own_temporary(order.temporary, $0, $1) }
            guard status != Int32(NEWEL_TEMPORARY_BROKEN) else { return "/tmp: its user is not the host's any more" }
            ownsTemporary = status == 0
            if ownsTemporary {
                grants = kept + [ConfinementOrder.Grant("/tmp", isWritable: true)]
                setenv("TMPDIR", "/tmp", 1)
            }
        }
        // In a user namespace, root's privileges over files are none.
        newel_drop_privileges(geteuid() == 0 || !ownsTemporary ? 1 : 0)
        // Functions find the files of their package by relative paths, as on Lambda.
        chdir(order.folder)
        let held = withGrants(grants) { newel_confine_files($0, $1) }
        if held < 0 { return "files: \(reason(held))" }
        let status = newel_confine_calls(order.permissions.rawValue)
        guard status == 0 || status == -EINVAL || status == -ENOSYS else { return "system calls: \(reason(status))" }
        newel_report_crashes()
        return nil
    }

    private static func withGrants<Value>(
        _ grants: [ConfinementOrder.Grant], _ body: (UnsafePointer<newel_grant>?, Int) -> Value
    ) -> Value {
        let paths = grants.map { strdup($0.path) }
        defer { for path in paths { free(path) } }
        let given = zip(paths, grants).map { newel_grant(path: $0, is_writable: $1.isWritable ? 1 : 0) }
        return given.withUnsafeBufferPointer { body($0.baseAddress, $0.count) }
    }

    private static func reason(_ status: Int32) -> String { String(cString: strerror(-status)) }
}
