import EventsService
import JSONTree
import OutboundHTTP

/// Connections that were made by `CreateConnection`, for HTTP tasks.
struct EventConnections: ConnectionSource {
    /// Where they are kept.
    let connections: Connections

    func connection(_ arn: String) async throws(ConnectionError) -> OutboundHTTP.Connection? {
        guard let kept = connections.connection(arn: arn) else { return nil }
        let reader = ConnectionReader(
            [
                "Name": .string(kept.name), "AuthorizationType": .string(kept.authorizationType),
                "AuthParameters": kept.authParameters,
            ], place: arn)
        do throws(ConnectionFileError) { return try reader.connection().connection } catch {
            throw ConnectionError(.invalidConnectionState, "\(error.place) \(error.problem)")
        }
    }
}
