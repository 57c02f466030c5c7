import AWSWire
import AccessPolicies
import ExecutionEngine
import JSONTree
import ResourceNames

/// What a page asks, and the means to answer: actions run as whoever is signed in, in the account and region the page shows.
struct ConsoleRequest: Sendable {
    /// The parts of the path that vary.
    let parameters: [String: String]
    /// What follows the question mark.
    let query: RequestQuery
    /// The body; empty without one.
    let body: JSON
    /// Who asks, and where.
    let context: RequestContext
    /// The server.
    let services: ConsoleServices
    /// The position a stream goes on from.
    let lastEventID: String?

    /// Reads a request.
    ///
    /// - Throws: When its body is no JSON.
    init(
        _ request: WireRequest, parameters: [String: String], sender: Sender?, services: ConsoleServices
    ) throws(ServiceError) {
        self.parameters = parameters
        self.services = services
        query = RequestQuery(request.query)
        lastEventID = request.header("last-event-id") ?? query["last"]
        if request.body.isEmpty {
            body = .emptyObject
        } else {
            do throws(JSONError) { body = try JSON.parse(request.body) } catch {
                throw ServiceError("BadRequest", "The body is not JSON: \(error.message)")
            }
        }
        let territory = Territory(
            account: sender?.caller.account ?? query["account"].flatMap(Self.account) ?? services.territory.account,
            region: query["region"].flatMap(Self.region) ?? services.territory.region)
        var context = RequestContext(
            territory: territory, requestID: RequestID.random(),
            endpoint: "http://" + (request.header("host") ?? services.address))
        context.sender = sender
        self.context = context
    }

    /// Runs an action.
    func call(_ service: String, _ action: String, _ input: JSON) async throws(ServiceError) -> JSON {
        try await services.dispatcher.run(action, of: service, input, in: context).body
    }

    /// Every page of a list.
    ///
    /// - Parameter most: How many elements are enough.
    func all(
        _ service: String, _ action: String, _ input: JSONObject = [:], list: String, most: Int = 10_000
    ) async throws(ServiceError) -> [JSON] {
        var (input, elements) = (input, [JSON]())
        while true {
            let page = try await call(service, action, .object(input))
            elements += page[list]?.arrayValue ?? []
            let token = page["nextToken"] ?? page["NextToken"] ?? page["NextMarker"]
            guard let token = token?.unlessNull, elements.count < most else { return elements }
            input[page["nextToken"] != nil ? "nextToken" : page["NextToken"] != nil ? "NextToken" : "Marker"] = token
        }
    }

    /// Makes sure that whoever asks may do an action whose answer is read from the store.
    func admit(_ action: String, of service: String = "states", _ input: JSON) throws(ServiceError) {
        try services.dispatcher.gatekeeper?.admit(action, of: service, input, in: context)
    }

    /// A parameter of the path.
    func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// A text the body must have.
    func required(_ name: String) throws(ServiceError) -> String {
        guard let text = body[name]?.stringValue else {
            throw ServiceError("BadRequest", "'\(name)' is missing.", members: [("field", .string(name))])
        }
        return text
    }

    /// The machine of a name, in the page's account and region.
    func machine(_ name: String) -> StateMachineARN { StateMachineARN(territory: context.territory, name: name) }

    private static func account(_ text: String) -> String? {
        text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
    }

    private static func region(_ text: String) -> String? {
        let isPlausible =
            (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return isPlausible ? text : nil
    }
}

extension JSON {
    /// A time of an action's answer, in seconds or as text, in milliseconds since 1970.
    var milliseconds: JSON {
        if let text = stringValue { return Timestamp(iso8601: text).map { .integer($0.milliseconds) } ?? .null }
        return doubleValue.map { .integer(Int64(($0 * 1_000).rounded())) } ?? .null
    }
}
