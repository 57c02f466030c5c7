import Digests
import JSONTree
import NewelPluginKit
import OutboundHTTP
import ResourceNames

/// `arn:aws:states:::http:invoke`: makes a request to any server from a Task state, authorised by a connection.
package struct HTTPInvokePlugin: Sendable {
    private let connections: [any ConnectionSource]
    private let tokens: TokenKeeper
    private let exchanges: ExchangeBook
    private let send: @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse

    /// Says what the requests go through.
    ///
    /// - Parameters:
    ///   - connections: Asked in their order.
    ///   - exchanges: Told of each request.
    ///   - send: Asks a server.
    package init(
        connections: [any ConnectionSource], tokens: TokenKeeper, exchanges: ExchangeBook,
        send: @escaping @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse
    ) {
        self.connections = connections
        self.tokens = tokens
        self.exchanges = exchanges
        self.send = send
    }

    /// The plugin; the host links its descriptor in.
    package var plugin: Plugin {
        Plugin(
            "HTTPInvoke", version: "1.0.0",
            [
                Handler(
                    .integration("arn:aws:states:::http:invoke"), [.concurrent, .nonblocking],
                    awaiting: { invocation in
                        let execution = invocation.executionARN
                        return try await result(of: try invocation.input(), for: execution).bytes
                    })
            ])
    }

    /// Makes the request that a task's parameters describe.
    ///
    /// - Parameter execution: The ARN of the execution whose task it is.
    package func result(of parameters: JSON, for execution: String) async throws(PluginError) -> JSON {
        let task = try HTTPTask(parameters)
        let response: OutboundResponse
        do {
            let connection = try await connection(task.connection)
            response = try await answer(to: task, with: connection, for: execution)
        } catch let error as ConnectionError {
            throw PluginError(error.errorName, error.message)
        } catch let error as OutboundError {
            throw HTTPTaskReply.failure(error)
        } catch let error as PluginError {
            throw error
        } catch {
            throw PluginError("States.TaskFailed", "\(error)")
        }
        return try HTTPTaskReply.result(of: response)
    }

    private func connection(_ arn: String) async throws(ConnectionError) -> Connection {
        for source in connections {
            if let connection = try await source.connection(arn) { return connection }
        }
        throw ConnectionError(
            .resourceNotFound,
            "No connection \(arn) is known: list it in the file that 'newel up --connections FILE' reads.")
    }

    /// A token that the server refuses is fetched anew, once.
    private func answer(to task: HTTPTask, with connection: Connection, for execution: String) async throws
        -> OutboundResponse
    {
        let authorization = try await authorization(of: connection)
        let response = try await answer(to: task, with: connection, authorization, for: execution)
        guard case .oauth = connection.authorization, response.status == 401 || response.status == 407 else {
            return response
        }
        let renewed = try await self.authorization(of: connection, refused: authorization.value)
        return try await answer(to: task, with: connection, renewed, for: execution)
    }

    private func answer(
        to task: HTTPTask, with connection: Connection, _ authorization: HTTPField, for execution: String
    ) async throws -> OutboundResponse {
        let region = ARN(execution)?.region ?? ""
        let request = try MergedRequest(task, connection, authorization: authorization, region: region)
        let hidden = try MergedRequest(
            task, connection, authorization: authorization, region: region, revealing: false)
        func note(_ response: OutboundResponse?) {
            exchanges.note(
                HTTPExchange(request: request.shown, withoutSecrets: hidden.shown, response: response), of: execution)
        }
        do throws(OutboundError) {
            let response = try await send(request.outbound)
            note(response)
            return response
        } catch {
            note(nil)
            throw error
        }
    }

    private func authorization(of connection: Connection, refused: String? = nil) async throws(ConnectionError)
        -> HTTPField
    {
        switch connection.authorization {
        case .basic(let user, let password):
            HTTPField("Authorization", "Basic \(Base64.encode(Array("\(user):\(password)".utf8)))")
        case .apiKey(let name, let value): HTTPField(name, value)
        case .oauth(let client):
            HTTPField(
                "Authorization",
                try await tokens.authorization(of: client, connection: connection.name, refused: refused))
        }
    }
}
