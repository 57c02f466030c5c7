import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// Everything that is to be said from outside. Changes happen one after the other, in the store first.
final class AwaitedAnswers: Sendable {
    private let table: ResourceTable<AwaitedAnswer>
    private let gate = ChangeGate()
    private let clock: any WallClock
    private let endpoint: @Sendable () -> String

    /// Where answers go on this server.
    static let path = "/_newel/answer"
    /// How many signals one address takes.
    private static let answersMax = 1_000
    /// How often it is looked whether an answer has come.
    private static let pause = Duration.milliseconds(20)

    /// Reads what is waited for.
    ///
    /// - Parameter endpoint: Where this server listens; empty until it does.
    init(
        store: any Store, clock: any WallClock, endpoint: @escaping @Sendable () -> String
    ) throws(StoreError) {
        table = try ResourceTable(store: store)
        (self.clock, self.endpoint) = (clock, endpoint)
    }

    /// The time.
    var now: Timestamp { clock.now }

    /// What an address is for; `nil` for an address of something else.
    func find(address: String) -> AwaitedAnswer? {
        guard let mark = address.lastIndex(of: "="), address[..<mark].hasSuffix("\(Self.path)?token") else {
            return nil
        }
        return table[String(address[mark...].dropFirst())]
    }

    /// What is waited for in a place.
    func find(place: String) -> AwaitedAnswer? { table.all.first { $0.place == place } }

    /// The address to which something is said, as soon as this server listens.
    func address(_ token: String, _ surroundings: Surroundings) async throws(ServiceError) -> String {
        while endpoint().isEmpty { try await rest(surroundings) }
        return "\(endpoint())\(Self.path)?token=\(token)"
    }

    /// Waits a little.
    func rest(_ surroundings: Surroundings) async throws(ServiceError) {
        do { try await surroundings.pause(Self.pause) } catch {
            throw ServiceError("ServiceUnavailable", "The host is stopping.", status: 503)
        }
    }

    /// Begins to wait, or changes what is known.
    func keep(_ answer: AwaitedAnswer) async throws(ServiceError) {
        do throws(StoreError) { try await table.replace(answer) } catch { throw .store(error) }
    }

    /// Changes what is known of one that is still waited for.
    ///
    /// - Returns: It as it is afterwards.
    @discardableResult
    func change(_ token: String, _ edit: (inout AwaitedAnswer) -> Void) async throws(ServiceError) -> AwaitedAnswer? {
        await gate.enter()
        defer { gate.leave() }
        guard var answer = table[token] else { return nil }
        edit(&answer)
        try await keep(answer)
        return answer
    }

    /// Waits no more.
    func drop(_ token: String) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        do throws(StoreError) { try await table.delete(key: token) } catch { throw .store(error) }
    }

    /// Takes what somebody says. Whoever knows the address may; what was said once stays said.
    func take(_ request: WireRequest) async -> WireReply {
        guard request.method == "PUT" else { return Self.reply(405, "PUT only.") }
        guard request.query.hasPrefix("token="), table[String(request.query.dropFirst(6))] != nil else {
            return Self.reply(404, "Nobody waits for this any more.")
        }
        var body: JSON
        do throws(JSONError) { body = try JSON.parse(request.body) } catch {
            return Self.reply(400, "The body is not JSON: \(error.message)")
        }
        guard body["Status"]?.stringValue != nil else { return Self.reply(400, "The body needs a Status.") }
        // Source: user guide, "Custom resource response objects": more than 4,096 bytes fail the resource.
        if request.body.count > Self.bodyBytesMax {
            body = ["Status": "FAILED", "Reason": "Response object is too long."]
        }
        do throws(ServiceError) {
            let token = String(request.query.dropFirst(6))
            let isTaken = try await hear(body, from: body["UniqueId"]?.stringValue ?? "", at: token)
            return isTaken ? WireReply(status: 200) : Self.reply(404, "Nobody waits for this any more.")
        } catch {
            return Self.reply(error.status, error.message)
        }
    }

    /// Keeps what is said under an id, the first time it is said.
    ///
    /// - Returns: Whether anybody waits for it.
    func hear(_ body: JSON, from id: String, at token: String) async throws(ServiceError) -> Bool {
        let kept = try await change(token) { answer in
            guard !answer.answers.contains(where: { $0.id == id }), answer.answers.count < Self.answersMax else {
                return
            }
            answer.answers.append((id, body))
        }
        return kept != nil
    }

    private static let bodyBytesMax = 4_096

    private static func reply(_ status: Int, _ message: String) -> WireReply {
        WireReply(
            status: status, headers: [("Content-Type", "application/json")],
            body: JSON.object(["message": .string(message)]).bytes)
    }
}
