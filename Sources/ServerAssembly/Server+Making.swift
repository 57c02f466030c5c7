import AWSWire
import Logging
import SQLiteStore
import StorageContract

/// What the making of a server needs besides.
extension Server {
    /// Calls of a service that is served here leave only if that is what was meant.
    static func check(_ forwards: [ForwardedService], against dispatcher: Dispatcher) throws(ServerError) {
        for service in forwards where !service.replaces && dispatcher.serves(service.name) {
            throw ServerError(
                "'\(service.resource)' is served here. To call it at \(service.endpoint) all the same, say \"Replace\": true in a file: --forward @FILE."
            )
        }
    }

    /// Opens the store, which says when its log grows too long.
    static func store(in data: DataFolder, logger: Logger) throws(StoreError) -> SQLiteStore {
        var options = SQLiteStoreOptions()
        options.onLongLog = { bytes in
            logger.warning("the write-ahead log has grown long", metadata: ["reason": "\(longLogMessage(bytes))"])
        }
        return data.isTemporary
            ? try SQLiteStore.temporary(options: options) : try SQLiteStore(folder: data.path, options: options)
    }
}
