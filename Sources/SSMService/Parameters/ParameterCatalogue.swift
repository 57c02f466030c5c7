import AWSWire
import ResourceNames
import StorageContract

/// All parameters. Changes happen one after the other, in the store first.
final class ParameterCatalogue: Sendable {
    /// By `Parameter.key`.
    private let parameters: ResourceTable<Parameter>
    private let clock: any WallClock
    private let gate = ChangeGate()

    /// Reads what exists.
    init(store: any Store, clock: any WallClock) throws(StoreError) {
        self.clock = clock
        parameters = try ResourceTable(store: store)
    }

    /// The time.
    var now: Timestamp { clock.now }

    /// Parameters of a territory by name.
    func all(in territory: Territory) -> [Parameter] {
        let prefix = Parameter.key("", territory)
        return parameters.all.filter { $0.key.utf8.starts(with: prefix.utf8) }
    }

    /// A parameter by its exact name.
    func parameter(_ name: String, in territory: Territory) -> Parameter? { parameters[Parameter.key(name, territory)] }

    /// The parameter a reference means, of another account never: nothing is shared here.
    func parameter(_ reference: ParameterReference, for territory: Territory) throws(ServiceError) -> Parameter {
        guard reference.territory == territory else { throw .parameterNotFound }
        for name in reference.names { if let found = parameter(name, in: territory) { return found } }
        throw .parameterNotFound
    }

    /// A parameter and the version of it that a reference means.
    func version(
        _ reference: ParameterReference, for territory: Territory
    ) throws(ServiceError) -> (parameter: Parameter, version: ParameterVersion) {
        let parameter = try parameter(reference, for: territory)
        guard let selector = reference.selector else { return (parameter, parameter.latest) }
        let wanted = String(selector.dropFirst())
        let found =
            if let number = Int64(wanted) {
                parameter.versions.first { $0.number == number }
            } else {
                parameter.versions.first { $0.labels.contains(wanted) }
            }
        guard let found else { throw .versionNotFound(wanted, of: parameter.name) }
        return (parameter, found)
    }

    /// Decides on a parameter, which may not be there, and writes what that comes to.
    ///
    /// - Parameter decide: Given the parameter; answers what it becomes, `nil` for nothing at all.
    func change(
        _ name: String, in territory: Territory,
        _ decide: (Parameter?) async throws(ServiceError) -> Parameter?
    ) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        let before = parameter(name, in: territory)
        let after = try await decide(before)
        do throws(StoreError) {
            if let after {
                try await parameters.replace(after)
            } else if let before {
                try await parameters.delete(key: before.key)
            }
        } catch {
            throw .store(error)
        }
    }
}
