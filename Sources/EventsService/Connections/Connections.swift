import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// The connections that exist.
package final class Connections: Sendable {
    private let table: ResourceTable<Connection>
    private let gate = ChangeGate()
    private let surroundings: Surroundings

    /// Reads what exists.
    init(store: any Store, surroundings: Surroundings) throws(StoreError) {
        table = try ResourceTable(store: store)
        self.surroundings = surroundings
    }

    /// Tells the time.
    var clock: any WallClock { surroundings.clock }

    /// A connection by its ARN, secrets included; `nil` when there is none.
    package func connection(arn text: String) -> Connection? {
        guard let arn = ARN(text), arn.service == "events", arn.resource.hasPrefix("connection/") else { return nil }
        let name = arn.resource.dropFirst("connection/".count).prefix { $0 != "/" }
        let territory = Territory(account: arn.account, region: arn.region)
        let found = table[Connection.key(of: String(name), in: territory)]
        return found?.arn == text ? found : nil
    }

    /// The connections of a territory by name.
    func all(in territory: Territory) -> [Connection] {
        table.all.filter { $0.key.hasPrefix(Connection.key(of: "", in: territory)) }.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
    }

    /// A connection by its name.
    ///
    /// - Parameter verb: What was to be done with it, for the error.
    func get(_ name: String, in territory: Territory, verb: String) throws(ServiceError) -> Connection {
        guard let found = table[Connection.key(of: name, in: territory)] else {
            throw .notFound("Failed to \(verb) the connection(s). Connection '\(name)' does not exist.")
        }
        return found
    }

    /// Adds a connection.
    func create(
        _ name: String, type: String, parameters: JSON, settings: JSONObject, in territory: Territory
    ) async throws(ServiceError) -> Connection {
        await gate.enter()
        defer { gate.leave() }
        let place = "arn:aws:events:\(territory.region):\(territory.account):connection"
        var connection = Connection(
            arn: "\(place)/\(name)/\(surroundings.uuid())", name: name, createdAt: surroundings.clock.now,
            authorizationType: type, authParameters: parameters)
        connection.settings = settings
        do throws(StoreError) {
            if try await table.insert(connection) { return connection }
        } catch {
            throw .store(error)
        }
        throw .exists("Connection \(name) already exists.")
    }

    /// Changes a connection.
    func change(
        _ name: String, in territory: Territory, _ edit: (inout Connection) throws(ServiceError) -> Void
    ) async throws(ServiceError) -> Connection {
        await gate.enter()
        defer { gate.leave() }
        var connection = try get(name, in: territory, verb: "update")
        try edit(&connection)
        connection.modifiedAt = surroundings.clock.now
        do throws(StoreError) { try await table.replace(connection) } catch { throw .store(error) }
        return connection
    }

    /// Removes a connection.
    func delete(_ name: String, in territory: Territory) async throws(ServiceError) -> Connection {
        await gate.enter()
        defer { gate.leave() }
        let connection = try get(name, in: territory, verb: "delete")
        do throws(StoreError) { try await table.delete(key: connection.key) } catch { throw .store(error) }
        return connection
    }
}
