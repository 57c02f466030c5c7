import JSONTree
import ResourceNames

/// Connections that a file lists: a JSON array, each element what `CreateConnection` takes, with or without an `Arn`.
package struct ConnectionFile: ConnectionSource, Equatable {
    private let byName: [String: Connection]
    private let byARN: [String: Connection]

    /// Reads the file's text.
    ///
    /// - Parameter environment: What `{"Env": "NAME"}` in place of a text stands for.
    /// - Throws: `ConnectionFileError` with the place of the first thing that is wrong.
    package init(_ text: [UInt8], environment: @escaping (String) -> String?) throws(ConnectionFileError) {
        let tree: JSON
        do { tree = try JSON.parse(text) } catch {
            throw ConnectionFileError(place: "line \(error.line), column \(error.column)", problem: error.reason)
        }
        guard let entries = tree.arrayValue else {
            throw ConnectionFileError(place: "the top", problem: "must be an array of connections")
        }
        var byName: [String: Connection] = [:]
        var byARN: [String: Connection] = [:]
        for (index, entry) in entries.enumerated() {
            let reader = ConnectionReader(entry, place: "[\(index)]", environment: environment)
            let (name, arn, connection) = try reader.connection()
            guard byName.updateValue(connection, forKey: name) == nil else {
                throw ConnectionFileError(place: "[\(index)].Name", problem: "'\(name)' is taken by an earlier one")
            }
            if let arn { byARN[arn] = connection }
        }
        (self.byName, self.byARN) = (byName, byARN)
    }

    /// By the ARN when the file gives it, else by the name in it, whatever its account, region and id; or by the bare name.
    package func connection(_ arn: String) async -> Connection? { byARN[arn] ?? byName[Self.name(in: arn)] }

    /// `arn:aws:events:us-east-1:123456789012:connection/NAME/ID`.
    private static func name(in text: String) -> String {
        guard let arn = ARN(text), arn.service == "events" else { return text }
        let parts = arn.resource.split(separator: "/")
        return parts.count >= 2 && parts[0] == "connection" ? String(parts[1]) : text
    }
}
