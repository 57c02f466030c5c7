import PluginRuntime

/// What a manifest lets a function do beyond what every function may, or takes away.
package struct SandboxSettings: Sendable, Equatable {
    /// Files and folders outside of the package; `files` in the manifest.
    package var grants: [ConfinementOrder.Grant] = []
    /// It may start processes and other programs.
    package var startsProcesses = false
    /// It may connect to sockets of the machine, as docker and dbus have them.
    package var usesLocalSockets = false
    /// It may use the network, as every function on Lambda may.
    package var usesNetwork = true

    package init() {}

    /// As the worker is told.
    var permissions: ConfinementOrder.Permissions {
        var all: ConfinementOrder.Permissions = []
        if startsProcesses { all.formUnion([.fork, .execute]) }
        if usesLocalSockets { all.insert(.localSockets) }
        if !usesNetwork { all.insert(.noNetwork) }
        return all
    }
}
