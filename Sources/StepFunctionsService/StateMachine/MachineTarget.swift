import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// The revision of a machine that an ARN leads to.
struct MachineTarget: Sendable {
    /// The machine.
    let record: StateMachineRecord
    /// The revision that counts.
    let settings: MachineSettings
    /// The version, unless the machine itself was named.
    let version: StateMachineVersion?
    /// The alias that led to the version.
    let alias: StateMachineAlias?
}

extension StateMachineCatalog {
    /// Follows an ARN, an alias by weight.
    ///
    /// - Parameter chance: Chooses between two versions of an alias.
    func target(_ reference: StateMachineReference, chance: () -> UInt64) throws(ServiceError) -> MachineTarget {
        guard let entry = entry(reference.machine) else { throw .stateMachineDoesNotExist(reference.text) }
        switch reference {
        case .machine, .label:
            return MachineTarget(record: entry.record, settings: entry.record.settings, version: nil, alias: nil)
        case .version(_, let number):
            guard let version = entry.versions[number] else { throw .stateMachineDoesNotExist(reference.text) }
            return MachineTarget(record: entry.record, settings: version.settings, version: version, alias: nil)
        case .alias(_, let name):
            guard let alias = entry.aliases[name],
                let version = entry.versions[AliasRoute.chosen(from: alias.routes, by: chance()).version]
            else { throw .stateMachineDoesNotExist(reference.text) }
            return MachineTarget(record: entry.record, settings: version.settings, version: version, alias: alias)
        }
    }
}
